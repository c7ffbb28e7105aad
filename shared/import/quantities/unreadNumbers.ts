import type { Extent } from '../text/extent.ts';
import { byStart, coverage } from '../text/extent.ts';
import { claimed } from '../text/mask.ts';
import { amountPattern, measurePattern } from './quantity.ts';

/** A number in digits that stands alone: none that a letter or a dash makes a name (GB30871, 110kV, 8·15), no ordinal, no year, no mark of an item. */
const inDigits =
  /(?<![\d.,第\-·×+/a-zA-Z〔])(?!\d{1,2}）)(?!\d{1,2}：\d{2}(?!\d))(?<!\d：)\d+(?:,\d{3})*(?:\.\d+)?(?![\d.·×+/a-zA-Z〕-])[百千万亿]?/gu;
/** What a number in digits only says how often, how much of, how long or which. */
const tellsElse =
  /^(?:%|‰|个?百分点|成|倍|个?(?:小时|工作日|自然日|月|季度|学时|课时|星期|年)|分钟|秒|岁|[年月日天周号级类版楼层层栋室时分点度℃吨米元]|户籍|[条款](?:之|第|规定|要求)|[、至到~.]\d)/u;

/** Of what there must be at least of (每月至少4天) only a share says no more. */
const tellsShare = /^(?:%|‰|个?百分点|成|倍|学时|课时)/u;

const doing =
  '完成|开展|建设|建成|打造|培育|组织|举办|制定|编制|出台|新增|新建|创建|整改|整治|改造|检查|排查|发放|印发|安装|配备|达到|不少于|至少|培训|推广|消除|处置|办理|查处';
const numeral = '[一二两三四五六七八九十百千万〇零]';
/** How often: once is what a deadline asks for anyhow, and more is a number that nothing else keeps (每年不少于2次). */
const times = '次(?![氯性品])|遍|轮';
const once = /^0?1(?:次|遍|轮)/u;
const measure = `(?:${measurePattern}|${amountPattern}|${times})`;
/** A number in numerals and its measure; one below ten is an article or part of a name (两个清单) unless it is what is done. */
const inNumerals = new RegExp(
  `(?<!${numeral}|[第每])(?:(?=${numeral}*[十百千万])${numeral}+|(?<=(?:${doing}|${claimed})了?)[二两三四五六七八九])${measure}`,
  'gu',
);

/** The numbers of a masked text that no grammar has read (`taken`) and that may ask for something: 疏浚河道40段, 完成十五项. */
export function unreadNumbers(rest: string, taken: readonly Extent[]): Extent[] {
  const found = [...rest.matchAll(inDigits), ...rest.matchAll(inNumerals)].map(({ 0: whole, index }) => ({
    start: index,
    end: index + whole.length,
  }));
  const covered = coverage(rest.length, taken);
  return found
    .filter((number) => !covered.overlaps(number))
    .filter(({ start, end }) => {
      const isLeast = /(?:不少于|不低于|至少)$/u.test(rest.slice(Math.max(0, start - 3), start));
      const tellsElseHere = isLeast ? tellsShare : tellsElse;
      return !tellsElseHere.test(rest.slice(end, end + 6)) && !once.test(rest.slice(start, end + 2));
    })
    .toSorted(byStart);
}
