import { numberIn } from '../text/chineseNumber.ts';
import { goesOnWith } from './countOf.ts';
import { elsewhere, isShare, roleRuleOf } from './countRole.ts';
import type { Extent } from '../text/extent.ts';
import { byStart, coverage } from '../text/extent.ts';
import { inexactRules } from './inexactRules.ts';
import type { Count } from './quantity.ts';
import { amountPattern, measurePattern } from './quantity.ts';

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
const about =
  /(?:(?:保持|稳定|维持)在|约|大约|大概|将近|接近|超过|(?<!商)超|逾|多于|大于|高于|数|(?<![附邻靠最])近)$/u;

const eachPeriod = /^\/(?:年|季度?|半年|月|旬|周|日|天)/u;
/** A number that is no target: its words, and where the number begins where a noun before it may be what it counts. */
export type Vague = Extent & { number?: number };

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
  const inexact: Vague[] = inexactRules.flatMap(({ pattern }) =>
    [...text.matchAll(pattern)].map(extentOf).map((extent) => ({ ...extent, number: extent.start })),
  );
  const taken = coverage(text.length, inexact);
  const leave = (vague: Vague) => {
    inexact.push(vague);
    taken.add(vague);
  };
  /** The last count that is asked of each unit. */
  let ofEach: Extent | null = null;
  const numbers = [...text.matchAll(inDigits), ...text.matchAll(inNumerals)];
  for (const match of numbers.toSorted((a, b) => a.index - b.index)) {
    const extent = extentOf(match);
    if (taken.overlaps(extent)) continue;
    const before = text.slice(Math.max(0, extent.start - 6), extent.start);
    const after = text.slice(extent.end, extent.end + 24);
    const unitOfMeasure = match.groups?.['measure'] ?? '';
    const elsewhereHere = elsewhere(text, extent.start, year);
    const isOfEach: boolean =
      elsewhereHere?.rule.isOfEach === true ||
      (elsewhereHere === null && ofEach !== null && goesOnWith(text, ofEach, extent));
    // The words that ask it of each unit stand before the first of several such counts.
    const isLater = elsewhereHere !== null && ofEach !== null && elsewhereHere.start < ofEach.end;
    const of = isLater ? null : (elsewhereHere?.start ?? null);
    const goesOnOfEach = isOfEach && of === null;
    ofEach = isOfEach ? extent : null;
    const role = roleRuleOf(text, extent, unitOfMeasure)?.role ?? 'target';
    if ((!isOfEach && of === null && isShare(text, extent.start)) || role === 'limit' || role === 'none') {
      passed.push(extent);
      continue;
    }
    const value = valueOf(match.groups ?? {});
    const vague =
      match.groups?.['vague'] !== undefined || about.test(before) || /^(?:左右|上下)/u.test(after);
    const period = eachPeriod.exec(after)?.[0].length ?? 0;
    const number = extent.start;
    if (of !== null) leave({ start: of, end: extent.end + period });
    else if (period > 0) leave({ start: number, end: extent.end + period, number });
    else if (vague || value === null || role === 'unsure' || goesOnOfEach) leave({ ...extent, number });
    else counts.push({ ...extent, value, unitOfMeasure });
  }
  for (const match of text.matchAll(amounts)) {
    const extent = extentOf(match);
    if (taken.overlaps(extent)) continue;
    const before = text.slice(Math.max(0, extent.start - 8), extent.start);
    const isAsked = asksAmount.test(before) && askedFor.test(match[0]);
    const isNone =
      (!isAsked && (noAmount.test(text.slice(extent.end, extent.end + 4)) || ofAmount.test(before))) ||
      isShare(text, extent.start);
    if (isNone) passed.push(extent);
    else leave({ ...extent, number: extent.start });
  }
  const sums = sumsOf(text, counts.toSorted(byStart));
  return {
    counts: counts.filter((count) => !sums.has(count)).toSorted(byStart),
    inexact: [...inexact, ...[...sums].map(({ start, end }) => ({ start, end, number: start }))].toSorted(
      byStart,
    ),
    passed,
  };
}

/**
 * What sums up two or more counts of its sentence (7家甲、5家乙等15家丙; 甲7家、乙5家，共15家) asks for nothing more than these, or
 * for others too. Of 完成7家、力争15家 it is not said which one is asked for.
 */
function sumsOf(text: string, counts: readonly Count[]): Set<Count> {
  const sums = new Set<Count>();
  /** How many counts of each measure the sentence has so far. */
  const parts = new Map<string, number>();
  let from = 0;
  for (const count of counts) {
    if (/[。；！]/u.test(text.slice(from, count.start))) parts.clear();
    from = count.end;
    const before = text.slice(Math.max(0, count.start - 8), count.start);
    const above = parts.get(count.unitOfMeasure) ?? 0;
    if (above > 0 && /(?:力争|争取)[^，。；：、\d]{0,5}$/u.test(before)) sums.add(count);
    if (above > 1 && /(?:等|共计?|合计|总计)$/u.test(before)) sums.add(count);
    parts.set(count.unitOfMeasure, above + 1);
  }
  return sums;
}

/** Where the words of an inexact count begin, with what makes it so: 约, 超过. */
export function vagueFrom(text: string, start: number): number {
  const before = text.slice(Math.max(0, start - 6), start);
  return start - (about.exec(before)?.[0].length ?? 0);
}

const anyMeasure = new RegExp(`${amountPattern}|${measurePattern}`, 'gu');

/** What an inexact count would be as a count: the one number that its words hold, and their last measure. */
export function countIn(
  text: string,
  { start, end }: Extent,
): (Extent & { value: number | null; unitOfMeasure: string }) | null {
  const words = text.slice(start, end);
  const found = [...words.matchAll(anyMeasure)].at(-1);
  if (found === undefined) return null;
  const numbers = words.slice(0, found.index).match(/\d+(?:,\d{3})*(?:\.\d+)?[百千万亿]?/gu) ?? [];
  const single = /^(?<digits>[\d,]+)(?<fraction>\.\d+)?(?<times>[百千万亿])?$/u.exec(numbers[0] ?? '');
  const value = numbers.length === 1 && single !== null ? valueOf(single.groups ?? {}) : null;
  return { start, end: start + found.index + found[0].length, value, unitOfMeasure: found[0] };
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
