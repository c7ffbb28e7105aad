import { chineseNumber } from './chineseNumber.ts';
import type { Extent } from './extent.ts';
import { byStart } from './extent.ts';
import type { Count } from './quantity.ts';
import { amountPattern, measureClass, measurePattern } from './quantity.ts';
import { bodies } from './quantityLabel.ts';

const inDigits = new RegExp(
  String.raw`(?<![\d.,第前每×+\-a-zA-Z])(?<!第\d{1,3}[至到~、])(?<digits>\d{1,3}(?:,\d{3}){1,3}|\d{1,10})(?<fraction>\.\d{1,4})?(?<times>[百千万亿])?(?<vague>[余多几来])?(?<measure>${measurePattern})`,
  'gu',
);
/**
 * Chinese numerals count only with measures of whole things; 一家 is an article, 第三家 an ordinal, 每两家 a distribution. 一百二十家 is a
 * number.
 */
const inNumerals =
  /(?<![一二三四五六七八九十百千万两〇零第每前同几数式])(?<!第[一二三四五六七八九十]{1,3}[至到、])(?<numerals>(?:一(?=[百千万])|[二两三四五六七八九十])[一二三四五六七八九十百千万零两]{0,8})(?<measure>家次|家(?![庭具])|户次|户|套|台|座|名|辆|艘|人次|处(?![室理置罚长级于在方])|场(?![所站地景馆]))/gu;
/** Ranges (10至15家, 五至八家, 5、6家, 5家或6家, 5家以上9家以下) and numerals that are no number (百余家, 数十家, 近百家). */
const numeral = '[一二两三四五六七八九十百千万]{1,6}';
const inexactWordings = [
  new RegExp(
    String.raw`(?<![\d.第])\d{1,9}(?:${measurePattern})?(?:[至到~-]|或者?)\d{1,9}${measurePattern}`,
    'gu',
  ),
  new RegExp(
    `(?<![第每一二两三四五六七八九十百千万])${numeral}(?:${measurePattern})?(?:[至到~-]|或者?)${numeral}${measurePattern}`,
    'gu',
  ),
  // At the head of a sentence 5、 numbers an item.
  new RegExp(
    String.raw`(?<=\p{Script=Han})(?<![第一二两三四五六七八九十百千万])(?:\d{1,3}、\d{1,3}|[一二两三四五六七八九]、[二三四五六七八九][十百千万]?)${measurePattern}`,
    'gu',
  ),
  new RegExp(String.raw`(?<![\d.])\d{1,9}${measurePattern}以上[、，]?\d{1,9}${measurePattern}以[下内]`, 'gu'),
  new RegExp(
    `(?<![第每\\d])(?:[一二两三四五六七八九十百千万]{1,6}[余多来]|[数几][十百千万]{1,2}余?|一[二两]|[近上][一二两三四五六七八九]?[十百千万]{1,2})${measurePattern}`,
    'gu',
  ),
];

/** Amounts (20吨, 10公里) are told; what they bound or describe (500米范围内, 2米以上作业, 不少于24学时) is no amount. */
const amounts = new RegExp(
  String.raw`(?<![\d.,第前每×+\-a-zA-Z])\d{1,3}(?:,\d{3}){1,3}(?:\.\d{1,4})?[万亿]?${amountPattern}|(?<![\d.,第前每×+\-a-zA-Z])\d{1,10}(?:\.\d{1,4})?[余多]?[万亿]?${amountPattern}`,
  'gu',
);
const noAmount = /^(?:及?以[上下内外]|之[内外]|范围|内|外|级|高|深|宽|长|的|每|\/|[至到~-]\d)/u;
const ofAmount =
  /(?:距离|间距|半径|不小于|不低于|不少于|不超过|[高深宽厚长]度?|直径|额度|罚款|处罚|超过|至少|奖励|[至到~-])$/u;
/** 投入不少于500万元 asks for it; 不少于24学时 says how long a training is. */
const asksAmount = /(?<!罚款|处罚|奖励|距离|间距|长度|储量|储存量)(?:不少于|不低于|至少)$/u;
const askedFor = /(?:元|公里|千米|公顷|亩)$/u;

const multipliers: Readonly<Record<string, number>> = { 百: 100, 千: 1000, 万: 10_000, 亿: 100_000_000 };
const fewer = '(?:控制|压减|压降|压缩|压至|压|减少|缩减|精简|减至|降低|下降|降|减|限制|限定)';
/** Limits: 不超过, and what a number is brought down to (减少到5家, 压降至10家, 控制在5家). */
const atMost = new RegExp(
  `(?:不|不得|不能|不可|不应|不再|严禁|禁止)(?:超过|多于|高于|大于|超出|超)$|(?:最多|至多|上限为|上限|限)$|${fewer}(?:在|到|至|为)(?:最多|至多)?$|(?<!不得|不能|不可|不应|不)(?:少于|低于|小于)$`,
  'u',
);
/** What a number was before it changes to another: 由10处减少到5处, 从5家增加到10家. */
const changesFrom =
  /(?:由|从)(?:原来的?|原有的?|目前的?|现有的?|20\d{2}年底?的?|去年的?|上年的?|\uE001的?)?$/u;
const changesTo =
  /^[^，。；：\d]{0,12}(?:到|至|为)(?:不超过|不多于|不少于|最多|约)?(?:\d|[一二两三四五六七八九十])/u;
const about =
  /(?:(?:保持|稳定|维持)在|约|大约|大概|将近|接近|超过|(?<!商)超|逾|多于|大于|高于|数|(?<![附邻靠最])近)$/u;

const place = '(?:乡|镇|街道|园区|开发区|板块|社区|村(?!民)|县|区(?!域)|市(?!场)|辖区|属地|单位|部门)';
const doing =
  '完成|开展|检查|抽查|组织|建成|建设|培育|创建|打造|培训|整改|整治|改造|推进|推动|举办|配备|安装|新增|新建';
/** What is asked of each unit (每镇5家, 各镇完成3家, 甲镇、乙镇各3家), and not of the district. */
const ofEach = new RegExp(
  `(?:每个?${place}|各${place}|每[次批轮期场])[^，。；：对的\\uE001]{0,24}$|各(?:自|${doing}){0,2}(?:不少于|至少)?$`,
  'u',
);
const ofYear = new RegExp(
  `(?<!\\d)(?<year>20\\d{2})年度?[^，。；：、的对]{0,4}(?:：[^，。；：、的对]{0,4})?(?:${doing})[^，。；：、的对]{0,6}$`,
  'u',
);
/** 2026年15家 in a list of 2025; a year that is over (2024年15家) may say which ones. */
const ofLaterYear = /(?<!\d)(?<year>20\d{2})年度?(?:目标|计划|任务)?：?(?:不少于|至少|达到)?$/u;
const eachPeriod = /^\/(?:年|季度?|半年|月|旬|周|日|天)/u;
/** 从业人员300人以上企业 says which ones, not how many. */
const threshold = new RegExp(`^以上的?[^，。；：、]{0,12}?(?:${bodies})`, 'u');

/** A number that is no target: its words, and where the number begins where a noun before it may be what it counts. */
export type Vague = Extent & { number?: number };

/** 落实15条硬措施 names the measures, and does not count them; of 落实15条整改措施 that is not sure. */
const carriesOut = /(?:落实|贯彻|执行|对照|对标|按照|依照|遵守|学习|宣贯|宣传)[^，。；：]{0,24}$/u;
const measuresOf = '(?:硬措施|硬举措|禁令|铁律|铁规|红线|措施|举措|规定|意见|要求|标准)';
const named = new RegExp(`^(?:安全生产|安全|具体|重点|刚性)?${measuresOf}`, 'u');
const maybeNamed = new RegExp(`^[^，。；：、的]{0,4}?${measuresOf}`, 'u');
/** 不少于3名专家组建检查组, 由2名以上人员带队 says who does it; of 3名专家组建检查组 that is not sure. */
const together =
  /^(?:以上)?(?:的)?[^，。；：]{0,10}?(?:(?:共同)?(?:组建|组成|构成|带队|随队|陪同|在场|在岗|旁站|监护|值守|值班(?!人)|签字|签名)|为一组)/u;
/** 从120家企业中抽取30家: the number of those to choose from. */
const chosenFrom =
  /^[^，。；：、\d]{0,16}?(?<![其当集])中(?:的\d|，(?:其中)?\d|，?(?:随机|抽|选|择优|优选|遴选|挑选|筛选|推选|评选|确定\d))/u;
/** 已完成15家，剩余5家; 15家已完成: what is done already. */
const doneBefore = new RegExp(`已经?(?:${doing}|验收|投用|关闭|搬迁)[^，。；：的\\d]{0,4}$`, 'u');
const doneAfter = new RegExp(
  `^[^，。；：的\\d]{0,8}已经?(?:${doing}|验收|投用|关闭|搬迁)(?![^，。；：]*的)`,
  'u',
);
/** 发生2起以上事故的企业 says which ones. */
const which = new RegExp(`^(?:及)?以上[^，。；：、]{0,12}的(?:${bodies}|场所|人员|个人)`, 'u');
const whichHave = /(?:发生|发现|存在|存放|储存|涉及|具有|拥有|查出|受到|连续|累计)[^，。；：]{0,4}$/u;
const doers = '(?:成员单位|部门|单位|乡镇|镇街|镇|街道|园区|板块)(?:（[^（）]{1,6}）)?';
/** 9个镇街各组织1场, 12个部门、9个镇街联合开展 say who does it. */
const doneBy = new RegExp(
  `^${doers}(?:[、和及]\\d{1,3}[个家]${doers}){0,3}(?:联合(?!体)|共同|协同|各自?(?!类|项|级|种|单位|部门))`,
  'u',
);
/** 100人的演练 says how large it is. */
const ofSize = /^(?:以上)?的[^，。；：、\d]{0,8}(?:演练|活动|会议|大会|培训班|规模)/u;
const ofWhom = /(?:由|须有|应有|需有)(?:不少于|至少)?$/u;

/**
 * The exact counts of a masked text, and those that are no target to count up to (约5家, 10余家, 5至10家, 每镇2家, 2家/月, what another
 * year asks). Limits (不超过6人), thresholds (300人以上企业) and shares are neither: they are passed over.
 */
export function findCounts(
  text: string,
  year: number,
): { counts: Count[]; inexact: Vague[]; passed: Extent[] } {
  const counts: Count[] = [];
  const passed: Extent[] = [];
  const inexact: Vague[] = inexactWordings.flatMap((wording) =>
    [...text.matchAll(wording)].map(extentOf).map((extent) => ({ ...extent, number: extent.start })),
  );
  for (const match of [...text.matchAll(inDigits), ...text.matchAll(inNumerals)]) {
    const extent = extentOf(match);
    if (inexact.some(({ start, end }) => extent.start < end && extent.end > start)) continue;
    const before = text.slice(Math.max(0, extent.start - 6), extent.start);
    const after = text.slice(extent.end, extent.end + 24);
    const unitOfMeasure = match.groups?.['measure'] ?? '';
    const of = ofEachOrYear(text, extent.start, year);
    const role = roleOf(text, extent, unitOfMeasure);
    if (
      (of === null && isShare(text, extent.start)) ||
      isLimit(text, extent) ||
      (measureClass(unitOfMeasure) === 'person' && threshold.test(after)) ||
      role === 'none'
    ) {
      passed.push(extent);
      continue;
    }
    const value = valueOf(match.groups ?? {});
    const vague =
      match.groups?.['vague'] !== undefined || about.test(before) || /^(?:左右|上下)/u.test(after);
    const period = eachPeriod.exec(after)?.[0].length ?? 0;
    const number = extent.start;
    if (of !== null) inexact.push({ start: of, end: extent.end + period });
    else if (period > 0) inexact.push({ start: number, end: extent.end + period, number });
    else if (vague || value === null || role === 'unsure') inexact.push({ ...extent, number });
    else counts.push({ ...extent, value, unitOfMeasure });
  }
  for (const match of text.matchAll(amounts)) {
    const extent = extentOf(match);
    if (inexact.some(({ start, end }) => extent.start < end && extent.end > start)) continue;
    const before = text.slice(Math.max(0, extent.start - 8), extent.start);
    const isAsked = asksAmount.test(before) && askedFor.test(match[0]);
    const isNone =
      (!isAsked && (noAmount.test(text.slice(extent.end)) || ofAmount.test(before))) ||
      isShare(text, extent.start);
    if (isNone) passed.push(extent);
    else inexact.push({ ...extent, number: extent.start });
  }
  return { counts: counts.toSorted(byStart), inexact: inexact.toSorted(byStart), passed };
}

/** Whether a number bounds from above, or is what was before (由10处减少到). */
function isLimit(text: string, { start, end }: Extent): boolean {
  const after = text.slice(end, end + 24);
  if (changesFrom.test(text.slice(Math.max(0, start - 10), start)) && changesTo.test(after)) return true;
  return atMost.test(text.slice(Math.max(0, start - 6), start)) || /^(?:以内|之内|以下)/u.test(after);
}

/** Where the words of an inexact count begin, with what makes it so: 约, 超过. */
export function vagueFrom(text: string, start: number): number {
  const before = text.slice(Math.max(0, start - 6), start);
  return start - (about.exec(before)?.[0].length ?? 0);
}

/** What an inexact count would be as a count: the one number that its words hold, and their last measure. */
export function countIn(
  text: string,
  { start, end }: Extent,
): (Extent & { value: number | null; unitOfMeasure: string }) | null {
  const found = [...text.slice(0, end).matchAll(new RegExp(`${amountPattern}|${measurePattern}`, 'gu'))].at(
    -1,
  );
  if (found === undefined || found.index < start) return null;
  const numbers = text.slice(start, found.index).match(/\d+(?:,\d{3})*(?:\.\d+)?[百千万亿]?/gu) ?? [];
  const single = /^(?<digits>[\d,]+)(?<fraction>\.\d+)?(?<times>[百千万亿])?$/u.exec(numbers[0] ?? '');
  const value = numbers.length === 1 && single !== null ? valueOf(single.groups ?? {}) : null;
  return { start, end: found.index + found[0].length, value, unitOfMeasure: found[0] };
}

/** Where the words begin that ask the count of each unit, or in another year; `null` where none do. */
function ofEachOrYear(text: string, start: number, year: number): number | null {
  const from = Math.max(0, start - 40);
  const before = text.slice(from, start);
  const dated = ofYear.exec(before);
  const later = ofLaterYear.exec(before);
  const yearIn = (match: RegExpExecArray | null) => Number(match?.groups?.['year'] ?? year);
  const ofOther = yearIn(dated) !== year ? dated : yearIn(later) > year ? later : null;
  const found = ofOther ?? ofEach.exec(before);
  return found === null ? null : from + found.index;
}

/** Whether a number belongs to a name (15条硬措施) or says who does something, and is no target. */
function roleOf(text: string, { start, end }: Extent, unitOfMeasure: string): 'target' | 'unsure' | 'none' {
  const before = text.slice(Math.max(0, start - 32), start);
  const after = text.slice(end, end + 24);
  if (/^[条项]$/u.test(unitOfMeasure) && carriesOut.test(before)) {
    if (unitOfMeasure === '条' && named.test(after)) return 'none';
    return maybeNamed.test(after) ? 'unsure' : 'target';
  }
  if (chosenFrom.test(after) || doneBy.test(after)) return 'unsure';
  if (doneBefore.test(before) || doneAfter.test(after)) return 'unsure';
  if (which.test(after) && whichHave.test(before)) return 'none';
  if (measureClass(unitOfMeasure) !== 'person') return 'target';
  if (ofSize.test(after)) return 'unsure';
  if (ofWhom.test(before)) return 'none';
  if (!together.test(after)) return 'target';
  return /(?:不少于|至少)$/u.test(before) || after.startsWith('以上') ? 'none' : 'unsure';
}

/** 每家企业配备2名安全员 says how many there are to each, not how many in all. Cadences are masked by now. */
function isShare(text: string, start: number): boolean {
  return /每[^，。；：\uE001]{0,30}$/u.test(text.slice(Math.max(0, start - 32), start));
}

function extentOf(match: RegExpMatchArray): Extent {
  const start = match.index ?? 0;
  return { start, end: start + match[0].length };
}

/** `null` for what is no whole number, or beyond what a target can be. */
function valueOf(groups: Record<string, string | undefined>): number | null {
  const { digits, fraction = '', times, numerals } = groups;
  if (digits === undefined) return numberIn(numerals ?? '');
  const scale = times === undefined ? 1 : (multipliers[times] ?? 1);
  const value = Math.round(Number(digits.replaceAll(',', '') + fraction) * scale * 10_000) / 10_000;
  return Number.isInteger(value) && value <= 1_000_000_000 ? value : null;
}

/** A number in Chinese numerals, below a hundred million; `null` for what is none, or may be two (一千二: 1002, 1200). */
function numberIn(numerals: string): number | null {
  if (/[百千万][一二两三四五六七八九]$/u.test(numerals)) return null;
  const { myriads, thousands, rest } =
    /^(?:(?<myriads>[^万]+)万)?(?:(?<thousands>[^千万])千)?零?(?<rest>[^千万]*)$/u.exec(numerals)?.groups ??
    {};
  if (rest === undefined || (myriads ?? thousands ?? rest) === '') return null;
  const parts = [
    myriads === undefined ? 0 : numberIn(myriads),
    thousands === undefined ? 0 : chineseNumber(thousands),
    rest === '' ? 0 : chineseNumber(rest),
  ] as const;
  const [ofMyriads, ofThousands, ofRest] = parts;
  if (ofMyriads === null || ofThousands === null || ofRest === null) return null;
  return ofMyriads * 10_000 + ofThousands * 1000 + ofRest;
}
