/** Patterns, as text, of the words that dates are made of: parts of the rules of deadlines. */

export const year = String.raw`(?:(?<year>\d{4})年|(?<relative>今年|本年|当年|去年|上年|明年|次年|翌年|每[1一]?年度?))?`;
export const notAfterNumber = String.raw`(?<![\d第一二三四五六七八九十.])`;
export const monthNumber = String.raw`(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])`;
export const month = `(?<month>${monthNumber})月份?`;
export const dayNumber = String.raw`(?:\d{1,2}|[一二三]?十[一二三四五六七八九]?|[一二三四五六七八九])`;
export const day = `(?<day>${dayNumber})[日号](?!常)`;
export const to = '(?:[至到~]|--?)';
/** The year said again before the second end of a span: 2025年3月1日至2025年5月31日. */
export const nextYear = String.raw`(?<next>\d{4}年|次年|翌年|明年|今年|本年|当年|同年)?`;
export const anyYear = String.raw`(?:\d{4}年?|[次翌明今本当同]年)?`;
export const before = '(?:之|以)?前(?!后)';
export const quarterNumber = '[一二三四1-4]';
export const quarter = `(?<!\\d)第?(?<quarter>${quarterNumber})季度`;

export const monthAndDay = String.raw`(?<month>1[0-2]|0?[1-9])[./-](?<day>3[01]|[12]\d|0?[1-9])(?:(?<=\.\d{1,2})[日号])?`;
export const numericDay = String.raw`(?:1[0-2]|0?[1-9])[./](?:3[01]|[12]\d|0?[1-9])[日号]?`;
export const apart = '(?<=[./-])';
export const yearMonthDay = String.raw`(?<year>20\d{2})(?<mark>[./-]?)(?<month>1[0-2]|0[1-9]|${apart}[1-9])\k<mark>(?<day>3[01]|[12]\d|0[1-9]|${apart}[1-9])`;
export const toComplete = '(?=完成(?![率度比量]))';

/** A day, or a period that days are counted by, as one of several that are printed together. */
export const point = `(?:${monthNumber}月份?(?:${dayNumber}[日号]|[底末初]|[上中下]旬)?|第?${quarterNumber}季度[底末初]?|[上下]半年[底末初]?|年[底末])`;
export const joint = '(?:[、和及与或/]|以及)';
export const nextPoint = `${joint}(?:\\d{4}年)?(?:${point}|${dayNumber}[日号])`;

export const atHead = '(?<=^|[，。；：！在于])';
/** 2025年初, 年中, 年终, 年度终了, but no 每年中, 2025年中小企业, 岁末年初. */
export const partOfYear = String.raw`(?:(?:(?:(?<year>\d{4})|[今本当]|每[1一]?)年年?|(?<![每历近末〇零○一二三四五六七八九十两\d])年)(?:初(?![步期次审始级中])|中(?=[，。；前旬完评通督开]|检查|考核|总结|小结|报送|组织)|终(?![端止身]))|(?:\d{4}|[今本当])?年度(?:终了|末)|岁末(?!年初))`;
