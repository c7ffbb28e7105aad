import { claimed } from '../text/mask.ts';
import { dateOf, lastOfMonth } from './dates.ts';
import {
  inYear,
  numberIn,
  windowOf,
  onceOn,
  inOneYear,
  whenAdverbial,
  byTheEnd,
  dayOf,
  months,
  named,
} from './dateReading.ts';
import {
  year,
  notAfterNumber,
  monthNumber,
  month,
  dayNumber,
  day,
  to,
  nextYear,
  anyYear,
  before,
  quarterNumber,
  quarter,
  monthAndDay,
  numericDay,
  yearMonthDay,
  toComplete,
  point,
  joint,
  nextPoint,
  atHead,
  partOfYear,
} from './dateWords.ts';
import type { DeadlineRule, Examples, Timing } from './deadlineRule.ts';
import { eg, isAdverbial, nothing, unreadDeadline } from './deadlineRule.ts';
import { readEach } from './jointDates.ts';
import { seasons } from './seasonRules.ts';

const rule = (pattern: string, read: DeadlineRule['read'], examples: Examples): DeadlineRule => ({
  ...examples,
  pattern: new RegExp(pattern, 'gu'),
  read,
});

/** One of several dates, read as it would be by itself. */
function readPoint(text: string, listYear: number, isEntry: boolean): Timing | null {
  for (const { pattern, read } of dateRules) {
    const [match] = text.matchAll(pattern);
    if (match === undefined) continue;
    const outcome = read({
      text,
      start: 0,
      end: match[0].length,
      groups: match.groups ?? {},
      year: listYear,
      isEntry,
      has: (asked) => asked.test(text),
    });
    return outcome.is === 'timing' && match[0] === text ? outcome.timing : null;
  }
  return null;
}

/** Deadlines that name a day, month, quarter, half or year, and the mentions of years that are none. */
export const dateRules: readonly DeadlineRule[] = [
  // Citations: 2021年至2023年, 2024年1月以来. An age (5年内) or a plan's name (三年行动) is no rule's.
  rule(
    String.raw`(?<!\d)\d{4}年?${to}\d{4}年(?:度|间|期间)?`,
    () => nothing,
    eg('2021年至2023年', 'no deadline', '2021年3月至2023年'),
  ),
  rule(
    String.raw`(?<!\d)\d{4}年(?:\d{1,2}月(?:\d{1,2}日)?)?(?:以来|至今)`,
    () => nothing,
    eg('2024年1月以来', 'no deadline', '2024年1月前'),
  ),
  rule(
    String.raw`(?:\d{1,3}|[一二两三四五六七八九十]{1,3})(?:个工作日|工作日|个月|个星期|小时|[日天周])(?:之|以)?内`,
    () => unreadDeadline,
    eg('10个工作日内', 'left to a person', '10个镇内'),
  ),
  rule(
    `${year}${notAfterNumber}${point}(?:前后|左右)`,
    inYear(() => unreadDeadline),
    eg('6月底左右', 'left to a person', '6月底前'),
  ),
  // Several printed together (3月、6月、9月底前): which words hold for which is left to a person, but where each has its 前, or
  // where what follows is said of each (3月、9月各检查1次).
  rule(
    `${year}${notAfterNumber}(?<!${to})(?!(?:${point}${before}${joint}){1,11}${point}${before}(?!${nextPoint}))${point}(?:${before})?(?:${nextPoint}(?:${before})?(?!${to})){1,11}`,
    (at) => {
      const isOfSeveralYears = /\d年.*\d年/u.test(at.text.slice(at.start, at.end));
      return isOfSeveralYears
        ? unreadDeadline
        : inYear((holds) => (holds === at.year ? readEach(at, readPoint) : unreadDeadline))(at);
    },
    eg('3月底、9月底前各检查1次', 'once 2025-03-31, once 2025-09-30', '3月底前、9月底前检查'),
  ),
  // 7-8月每周、其余月份每月.
  rule(
    `其[余他它](?:各?个?月份?|各?季度|时间|时段|时期)(?=，?${claimed})`,
    () => unreadDeadline,
    eg('7-8月每周、其余月份每月检查', 'left to a person', '其余月份检查'),
  ),
  // A week has no days of its own in a month (6月第三周), and 6月中 may be its middle or all of it.
  rule(
    `${year}${notAfterNumber}(?:${monthNumber}月份?|第?${quarterNumber}季度|[上下]半年)的?(?:(?:第[一二三四五六1-6]|[首末]|最后一?)个?(?:(?:周(?!期)|星期|礼拜)[一二三四五六日天]?|月|工作日)|中(?=[，。；前完开]|$))(?:${before})?`,
    inYear(() => unreadDeadline),
    eg('6月第三周检查', 'left to a person', '6月周期检查'),
  ),
  // （一）…。1.3月底前: the mark of an item within an item, or a decimal.
  rule(
    String.raw`(?<=[。；：！])\d{1,2}\.(?:1[0-2]|[1-9])月份?(?:\d{1,2}[日号]|[底末初]|[上中下]旬)?(?:${before})?`,
    () => unreadDeadline,
    eg('检查。1.3月底前完成', 'left to a person', '检查。3月底前完成'),
  ),
  // Days.
  rule(
    `${year}${notAfterNumber}${month}(?<day>${dayNumber})[日号]?(?!常)${to}(?:${nextYear}(?<month2>${monthNumber})月)?(?<day2>${dayNumber})[日号](?:${before})?`,
    inOneYear((holds, at) => {
      const first = numberIn(at, 'month');
      const last = at.groups['month2'] === undefined ? first : numberIn(at, 'month2');
      return windowOf(dateOf(holds, first, numberIn(at, 'day')), dateOf(holds, last, numberIn(at, 'day2')));
    }),
    eg('2025年3月1日至2025年5月31日', 'window 2025-03-01 2025-05-31', '2025年3月1日、2025年5月31日'),
  ),
  // 5月至6月15日, 5月10日至6月底, 4月至年底.
  rule(
    `${year}${notAfterNumber}${month}(?:${day})?${to}${nextYear}(?:(?<month2>${monthNumber})月份?(?:(?<day2>${dayNumber})[日号]|[底末])|(?<=年)[底末]|年[底末])(?:${before})?`,
    inOneYear((holds, at) => {
      const { day: first, month2, day2 } = at.groups;
      const last = month2 === undefined ? 12 : numberIn(at, 'month2');
      return windowOf(
        dateOf(holds, numberIn(at, 'month'), first === undefined ? 1 : numberIn(at, 'day')),
        day2 === undefined ? lastOfMonth(holds, last) : dateOf(holds, last, numberIn(at, 'day2')),
      );
    }),
    eg('5月10日至6月底', 'window 2025-05-10 2025-06-30', '5月10日前'),
  ),
  // 4月底至6月底, 上半年至三季度: from when is left to a person.
  rule(
    `${year}${notAfterNumber}(?:${monthNumber}月份?(?:[底末初]|[上中下]旬)|第?${quarterNumber}季度(?:[底末初]|(?=${to}(?:${anyYear}[^，。；]{0,2}[月年]|\\d{4}年[底末])))|[上下]半年[底末初]?)${to}(?:${anyYear}${point}|[上中下]旬)(?:${before})?`,
    inYear(() => unreadDeadline),
    eg('4月底至6月底', 'left to a person', '4月至6月底'),
  ),
  rule(
    `${year}${notAfterNumber}${month}${day}${before}`,
    inYear(dayOf),
    eg('6月15日前', 'once 2025-06-15', '6月15日后'),
  ),
  rule(
    String.raw`${notAfterNumber}(?<![./-])(?:${numericDay}${joint}){1,11}${numericDay}${before}`,
    () => unreadDeadline,
    eg('3.31、6.30前', 'left to a person', '6.30前'),
  ),
  rule(
    String.raw`(?<![\d./-])(?:20\d{2}[./-])?${numericDay}前后`,
    () => unreadDeadline,
    eg('6.30前后', 'left to a person', '6.30前'),
  ),
  // 2025.6-2025.9, 3.1-5.31 at the head of a clause: from when to when is left to a person.
  rule(
    String.raw`(?<=^|[，。；：（于])(?:20\d{2}[./](?:1[0-2]|0?[1-9])(?:[./](?:3[01]|[12]\d|0?[1-9]))?|${numericDay})[日号]?${to}(?:20\d{2}[./])?(?:1[0-2]|0?[1-9])(?:[./](?:3[01]|[12]\d|0?[1-9]))?[日号]?(?=[，。；：）前开完集组进]|$)(?:${before})?`,
    () => unreadDeadline,
    eg('2025.6-2025.9完成', 'left to a person', '2025.6前完成'),
  ),
  // 6.30 and 20250630 are days only before 前, or at the head of what is to be completed.
  rule(
    `${year}${notAfterNumber}(?<![./-])${monthAndDay}${before}`,
    inYear((holds, at) =>
      /\d-(?:\d|1[0-2])\D/u.test(at.text.slice(at.start, at.end)) ? unreadDeadline : dayOf(holds, at),
    ),
    eg('6.30前', 'once 2025-06-30', '版本6.30'),
  ),
  rule(
    `(?<=^|[，。；：])${year}${monthAndDay}${toComplete}`,
    inYear(dayOf),
    eg('6.30完成', 'once 2025-06-30', '于6.30完成'),
  ),
  rule(
    `(?<!\\d)${yearMonthDay}日?${before}`,
    inYear(dayOf),
    eg('20250630前', 'once 2025-06-30', '编号20250630'),
  ),
  rule(
    `(?<=^|[，。；：])${yearMonthDay}日?${toComplete}`,
    inYear(dayOf),
    eg('2025.6.30完成', 'once 2025-06-30', '于2025.6.30完成'),
  ),
  rule(
    `${year}${notAfterNumber}${month}${day}(?:起|后|以后|开始)`,
    inYear(() => unreadDeadline),
    eg('6月15日起', 'left to a person', '6月15日'),
  ),
  rule(
    `${year}${notAfterNumber}${month}${day}`,
    whenAdverbial(dayOf),
    eg('6月15日召开', 'once 2025-06-15', '6月召开'),
  ),
  rule(
    `(?<![\\d月一二三四五六七八九十.])${dayNumber}[日号]${before}`,
    () => unreadDeadline,
    eg('调度表15日前报送', 'left to a person', '6月15日前报送'),
  ),
  rule(
    `(?<=[，；：（于])${dayNumber}[日号](?=[报上提通召开汇）])`,
    () => unreadDeadline,
    eg('调度，20日报送', 'left to a person', '调度20日报送'),
  ),
  rule(
    `(?<![\\d一二三四五六七八九十])[次下翌当本上]个?月的?(?:${dayNumber}[日号](?!常)|[上中下]旬|初)(?:${before})?`,
    () => unreadDeadline,
    eg('次月5日前', 'left to a person', '5日前'),
  ),
  // Months. A list of months (3、6、9月底前) may as well be an item number and a month: it is left to a person.
  rule(
    `${year}${notAfterNumber}(?<month>${monthNumber})(?:月份?)?${to}${nextYear}(?<month2>${monthNumber})月份?(?:[底末](?:${before})?)?`,
    inOneYear((holds, at) => months(holds, numberIn(at, 'month'), numberIn(at, 'month2'))),
    eg('3月至5月', 'window 2025-03-01 2025-05-31', '3月、5月'),
  ),
  rule(
    `${year}${notAfterNumber}${monthNumber}(?:[、和及]${monthNumber}){1,11}月份?(?:[底末](?:${before})?)?`,
    inYear(() => unreadDeadline),
    eg('3、6、9月底前', 'left to a person', '9月底前'),
  ),
  rule(
    `${year}${notAfterNumber}${month}[底末](?:${before})?`,
    byTheEnd((at) => numberIn(at, 'month')),
    eg('6月底前', 'once 2025-06-30', '6月前'),
  ),
  rule(
    `${year}${notAfterNumber}${month}(?<third>[上中下])旬(?!${before})`,
    whenAdverbial((holds, at) => {
      const number = numberIn(at, 'month');
      const first = { 上: 1, 中: 11 }[at.groups['third'] ?? ''] ?? 21;
      const last = first === 21 ? lastOfMonth(holds, number) : dateOf(holds, number, first + 9);
      return at.isEntry ? onceOn(last) : windowOf(dateOf(holds, number, first), last);
    }),
    eg('6月上旬开展', 'window 2025-06-01 2025-06-10', '6月上旬前'),
  ),
  // 6月中下旬, 6月上、中旬: two thirds.
  rule(
    `${year}${notAfterNumber}${monthNumber}月份?(?:[上中下]旬?[、和及至到-]?){1,2}[上中下]旬(?:${before})?`,
    inYear(() => unreadDeadline),
    eg('6月中下旬', 'left to a person', '6月下旬'),
  ),
  // 6月30前: the day lacks its 日.
  rule(
    `${year}${notAfterNumber}${month}\\d{1,2}${before}`,
    inYear(() => unreadDeadline),
    eg('6月30前', 'left to a person', '6月30日前'),
  ),
  rule(
    `${year}${notAfterNumber}${month}(?:[上中下]旬|初)?(?:${before}|起|开始|以后|后|初)`,
    inYear(() => unreadDeadline),
    eg('6月前', 'left to a person', '6月底前'),
  ),
  rule(
    `${year}${notAfterNumber}${month}`,
    whenAdverbial((holds, at) => named(at, holds, numberIn(at, 'month'), numberIn(at, 'month'))),
    eg('6月开展', 'window 2025-06-01 2025-06-30', '上月开展'),
  ),
  // Quarters and halves.
  rule(
    `${year}(?<!\\d)第?(?<quarter>${quarterNumber})(?:季度)?${to}${nextYear}第?(?<quarter2>${quarterNumber})季度(?:[底末](?:${before})?)?`,
    inOneYear((holds, at) => months(holds, numberIn(at, 'quarter') * 3 - 2, numberIn(at, 'quarter2') * 3)),
    eg('二季度至三季度', 'window 2025-04-01 2025-09-30', '二季度、三季度'),
  ),
  rule(
    `${year}(?:第?${quarterNumber}[、和及]){1,3}第?${quarterNumber}季度|前${quarterNumber}个?季度`,
    inYear(() => unreadDeadline),
    eg('一、二季度', 'left to a person', '二季度'),
  ),
  rule(
    `${year}${quarter}[底末](?:${before})?`,
    byTheEnd((at) => numberIn(at, 'quarter') * 3),
    eg('二季度末', 'once 2025-06-30', '二季度前'),
  ),
  rule(
    `${year}${quarter}(?:${before}|起|后|初)`,
    inYear(() => unreadDeadline),
    eg('二季度前', 'left to a person', '二季度末前'),
  ),
  rule(
    `${year}${quarter}`,
    whenAdverbial((holds, at) =>
      named(at, holds, numberIn(at, 'quarter') * 3 - 2, numberIn(at, 'quarter') * 3),
    ),
    eg('二季度开展', 'window 2025-04-01 2025-06-30', '季度开展'),
  ),
  rule(
    `${year}(?:[上下][、和及])?[上下]半年(?:(?<=[、和及]下半年)|[底末]?${before}|[底末起初])`,
    inYear(() => unreadDeadline),
    eg('上半年前', 'left to a person', '上半年'),
  ),
  rule(
    `${year}(?<half>[上下])半年`,
    whenAdverbial((holds, at) =>
      at.groups['half'] === '上' ? named(at, holds, 1, 6) : named(at, holds, 7, 12),
    ),
    eg('下半年开展', 'window 2025-07-01 2025-12-31', '半年开展'),
  ),
  // Parts of the year that name no day (年初, 年中, 年终); 半年、年底前 are two times, of which one says no half.
  rule(
    `${atHead}半年度?(?=[、和及与或]年[底末终])`,
    () => unreadDeadline,
    eg('半年、年底前报送', 'left to a person', '半年报送'),
  ),
  rule(
    `${atHead}${partOfYear}(?:${before})?`,
    inYear(() => unreadDeadline),
    eg('年中检查', 'left to a person', '2025年中小企业'),
  ),
  rule(
    `${partOfYear}${before}`,
    inYear(() => unreadDeadline),
    eg('力争年中前', 'left to a person', '力争年中'),
  ),
  // The year's end, and the year.
  rule(
    `(?:(?<year>\\d{4})年|(?<relative>今年|本年|当年|去年|上年|明年|次年|每[1一]?年))年?[底末](?:${before})?`,
    byTheEnd(12),
    eg('2025年底前', 'once 2025-12-31', '年底前'),
  ),
  rule(
    `(?<![每历近年〇零○一二三四五六七八九十两\\d])年[底末](?:${before})?`,
    byTheEnd(12),
    eg('年底前', 'once 2025-12-31', '历年底数'),
  ),
  rule(
    String.raw`(?:(?<year>\d{4})年度?|(?<relative>今年|本年|当年)度?|(?<![\d近多几数两一二三四五六七八九十\uE000\uE001])年度?)(?:之|以)?内`,
    inYear((holds, at) => named(at, holds, 1, 12)),
    eg('年内完成', 'window 2025-01-01 2025-12-31', '三年内完成'),
  ),
  // The end of a month or quarter that is not named.
  rule(
    `(?<![\\d一二三四五六七八九十])[当本次]?(?:月|季度?)[底末](?:${before})?`,
    (at) => (at.text.charAt(at.end - 1) === '前' || isAdverbial(at) ? unreadDeadline : nothing),
    eg('月底前报送', 'left to a person', '每月底前报送'),
  ),
  // Each year comes once in a list of one year, and falls due on its last day as every cadence does on that of its period. With a
  // season it is left to the words of the season; three times a year have no periods of their own.
  rule(
    `每[1一]?年度?(?!度?的)(?![2两二]次)(?<season>${seasons}|[^，。；]{0,2}(?:节|假期|两会))?(?<often>[3-9三四五六七八九]次)?`,
    (at) =>
      at.groups['season'] !== undefined ||
      at.groups['often'] !== undefined ||
      at.text.charAt(at.end) === claimed
        ? unreadDeadline
        : named(at, at.year, 1, 12),
    eg('每年开展', 'window 2025-01-01 2025-12-31', '每年度的检查'),
  ),
];
