import { toSimplified } from '../import/text/simplified.ts';
import { withoutBlanks } from '../import/text/characters.ts';
import { cadenceAliases, datedAliases } from '../rules/read/statusAliases.ts';
import { boxesIn } from './boxes.ts';

/**
 * What the filled cells of one column are like, as shares from 0 to 1. A cell may count for several: `3月15日` is a time and a
 * day. Nothing here depends on where the column stands.
 */
export interface ColumnFacts {
  /** How many cells are filled. */
  filled: number;
  /** Filled cells among all rows of the table. */
  share: number;
  /** Different texts among the filled cells. */
  distinct: number;
  /** Mean length in characters, blanks left out. */
  length: number;
  /** Numbers that count rows: 1, （2）, 三、. */
  numbering: number;
  /** Numbers as a list prints them: 1-6-3, 一-6-(3). */
  code: number;
  /** Texts that begin with a Chinese ordinal and a name: 一、落实责任. */
  heading: number;
  /** Sentences, or texts of several parts. */
  sentence: number;
  /** Texts that say what has been done so far: 已检查10家, 目前正在推进. */
  done: number;
  /** Texts that begin as numbered items: 1. …, （一）…, 一是…. */
  items: number;
  /** Names of units, one or several. */
  units: number;
  /** Times of any kind: 6月底前, 每季度, 2024.3.15, 长期. */
  time: number;
  /** One day that can be told: 2024-03-15, 3月15日, a cell that is a date. */
  day: number;
  /** Times that lie ahead or recur: 6月底前, 每周, 年底. */
  deadline: number;
  /** Spans of time that name a report: 第10周, 3月份, 3.4-3.10, 一季度. */
  period: number;
  /** A number, alone or with a unit of measure: 7户, 12, 3家（以实际为准）. */
  count: number;
  percent: number;
  /** Texts with a number in digits. */
  numbers: number;
  /** Measures alone: 家次, 人, %. */
  measure: number;
  /** Words for how far something is: 已完成, 推进中, √, 否, 不涉及. */
  status: number;
  /** Telephone numbers. */
  phone: number;
  /** Names of persons: two to four characters that are nothing else. */
  person: number;
  /** Enterprises: …公司, …厂. */
  enterprise: number;
}

const numbering = /^[（(]?(?:\d{1,3}|[一二三四五六七八九十]{1,3})[)）]?[、.．]?$/u;
const code =
  /^[一二三四五六七八九十\d]{1,3}[-—–.](?:\d{1,2}|[（(]\d{1,2}[)）])(?:[-—–.](?:\d{1,2}|[（(]\d{1,2}[)）]))?$/u;
const heading =
  /^(?:[（(]?[一二三四五六七八九十]{1,3}[)）]?[、.．]|第[一二三四五六七八九十]{1,3}(?:部分|章|类|方面))\S/u;
const done =
  /^(?:目前|当前|现|至今|截[至止](?:目前|[^，。；]{0,12}[日月底])?)?，?(?:均|都|全部|基本)?(?:已(?!有|建成?|取得|获|纳入|列入)|正在|推进中)/u;
const items = /^(?:\d{1,2}[.．、)）]|[（(]\d{1,2}[)）]|[①-⑳]|一是)/u;
const unitEnd =
  '(?:局|委|委员会|委办|厅|办|办公室|所|站|中心|镇|乡|街道|园区|开发区|管委会|政府|部门|单位|公司|协会|大队|中队|支队|科|处|股|室|科室|处室|股室|组|学校|医院|院|银行|法院|检察院|工会|团委|妇联|残联|县|县区|市区|区县|各区|各市|各县|区|各村|村|社区|企业|机构|队|部)';
const unitName = new RegExp(`^\\p{Script=Han}{0,18}${unitEnd}$`, 'u');
const afterUnit =
  /(?:[（(][^（）()]*[)）]|按(?:照)?(?:职责)?(?:分工)?(?:负责)?|分工负责|负责|牵头|配合|协助|参与|主要领导|主要负责人|分管领导|等)+$/u;
const cadence = /每(?:日|天|周|旬|半?月|两个月|季度?|半?年)/u;
const ahead =
  /[月日底旬度年]+(?:底|末|中旬|上旬|下旬)?(?:之)?前|前完成|年底|月底|季度末|底前|长期|持续|常年|全年|适时|常态/u;
const month = /(?:\d{1,2}|[一二三四五六七八九十]{1,3})月/u;
const quarter = /[一二三四1-4]、?季度|[上下]半年/u;
const dated = /^(?:\d{4}[-./年])?\d{1,2}[-./月]\d{1,2}[日号]?$|^20\d{6}$|^\d{4}-\d\d-\d\d(?:T[\d:.Z]*)?$/u;
const days = '(?:20\\d{2}[-./年])?\\d{1,2}[-./月]\\d{1,2}日?';
const twoDays = new RegExp(`^${days}[-—–~～至到]${days}$`, 'u');
const span =
  /^(?:第?\d{1,2}周|.{0,6}第[\d一二三四五六]{1,2}周|\d{1,2}\.\d{1,2}[-—–~～至]\d{1,2}\.\d{1,2}|\d{1,2}月份?|[一二三四]季度)/u;
const count = /^(?:约|共)?\d{1,3}(?:,\d{3})*(?:\.\d+)?\p{Script=Han}{0,3}(?:[（(][^（）()]*[)）])?$/u;
const measure =
  /^(?:[%％‰]|[个件项家户人次场座处台套条起份名辆所间篇期组栋米吨亩](?:次|数)?|公里|万?元|亿元|百分[点比])$/u;
const phone = /1\d{10}|0\d{2,3}-?\d{7,8}/u;
const ticks =
  /^(?:[√✓✔×✗xX/／—\-●○◐◑◒◓◔◕◎■□▲△★☆☐☑✅❌⏳🔄]|[▓▒░█▉▊▋■□]{3,}\d{0,3}[%％]?|是|否|有|无|已|未|滞后|逾期|办结|基本完成)$/u;

const timeWords =
  /20\d{2}年?度?|\d{1,2}[-./月]\d{1,2}[日号]?|[\d一二三四五六七八九十]{1,3}[年月日号周旬](?:份|份起)?|第?[一二三四1-4](?:、[一二三四1-4])*季度|[上下]半年|[年月季旬周](?:度)?[底末初中]|[上中下]旬|每(?:日|天|周|旬|半?月|两个月|季度?|半?年)|全年|常年|长期|持续|常态化?|适时|底|末|之?前|以前|完成|推进|开展|坚持|[起至到—–~～\-、，。和及（）()：:\d]/gu;

/** The kind of a time in a cell that says little else, by the words that it has. */
function timeOf(text: string): { time: boolean; day: boolean; deadline: boolean; period: boolean } {
  // 每周检查。 is a sentence; 9月投入使用 is a time.
  const others = /[。；]$/u.test(text) ? 1 : 4;
  const isTime = text.length <= 40 && (twoDays.test(text) || text.replace(timeWords, '').length <= others);
  const day = dated.test(text);
  const deadline = isTime && !day && (ahead.test(text) || cadence.test(text));
  const period = isTime && !deadline && (span.test(text) || twoDays.test(text));
  const time = isTime && (day || deadline || period || month.test(text) || quarter.test(text));
  return { time, day, deadline, period };
}

function areUnits(text: string): boolean {
  if (text.length > 200) return false;
  const parts = text
    .replace(/[（(][^（）()]*[)）]/gu, '')
    .split(/[、，,；;。\s]+/u)
    .filter((part) => part !== '');
  const named = parts.filter((part) => {
    const bare = part.replace(afterUnit, '');
    return bare.length <= 22 && unitName.test(bare);
  });
  return parts.length > 0 && named.length * 2 > parts.length;
}

const isWord = (text: string): boolean =>
  ticks.test(text) || datedAliases.has(text) || cadenceAliases.has(text);

/** A word, a tick, or boxes to tick with such words. */
const isStatus = (text: string): boolean => isWord(text) || (boxesIn(text)?.choices ?? []).some(isWord);

/** The facts of a column, from its cells beneath the header; `rows` are all rows of the table. */
export function factsOf(cells: readonly string[], rows = cells.length): ColumnFacts {
  const raw = cells.filter((cell) => withoutBlanks(cell) !== '').slice(0, 400);
  const texts = raw.map((cell) => withoutBlanks(toSimplified(cell)));
  const share = (is: (text: string, at: number) => boolean): number =>
    texts.length === 0 ? 0 : texts.filter(is).length / texts.length;
  const times = texts.map(timeOf);
  return {
    filled: texts.length,
    share: rows === 0 ? 0 : Math.min(1, texts.length / rows),
    distinct: texts.length === 0 ? 0 : new Set(texts).size / texts.length,
    length: texts.length === 0 ? 0 : texts.reduce((sum, text) => sum + text.length, 0) / texts.length,
    numbering: share((text) => numbering.test(text)),
    code: share((text) => code.test(text)),
    heading: share((text) => heading.test(text)),
    sentence: share((text) => text.length >= 16 || /[，。；]/u.test(text)),
    done: share((text) => done.test(text)),
    items: share((text) => items.test(text)),
    units: share((text, at) => areUnits(toSimplified(raw[at] ?? '').trim())),
    time: share((_, at) => times[at]!.time),
    day: share((_, at) => times[at]!.day),
    deadline: share((_, at) => times[at]!.deadline),
    period: share((_, at) => times[at]!.period),
    count: share((text) => count.test(text)),
    percent: share((text) => /^[<>=≤≥]{0,2}\d+(?:\.\d+)?[%％]|^[<>=≤≥]+\d/u.test(text)),
    numbers: share((text) => /\d/u.test(text)),
    measure: share((text) => measure.test(text)),
    status: share(isStatus),
    phone: share((text) => phone.test(text)),
    person: share((text) => /^\p{Script=Han}{2,4}$/u.test(text) && !isStatus(text) && !unitName.test(text)),
    enterprise: share((text) => /(?:公司|厂|企业|集团|店|站)(?:[（(].*[)）])?$/u.test(text)),
  };
}
