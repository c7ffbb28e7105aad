import { chineseNumber } from './chineseNumber.ts';
import type { Extent } from './extent.ts';
import { byStart } from './extent.ts';
import type { Count } from './quantity.ts';
import { measurePattern } from './quantity.ts';

const inDigits = new RegExp(
  String.raw`(?<![\d.,第前每×+\-a-zA-Z])(?<digits>\d{1,3}(?:,\d{3}){1,3}|\d{1,10})(?<fraction>\.\d{1,4})?(?<times>[百千万亿])?(?<vague>[余多几来])?(?<measure>${measurePattern})`,
  'gu',
);
/** Chinese numerals count only with measures of whole things; 一家 is an article, 第三家 an ordinal, 每两家 a distribution. */
const inNumerals =
  /(?<![一二三四五六七八九十百千万两第每前同几数])(?<numerals>[二两三四五六七八九十][一二三四五六七八九十百]{0,4})(?<measure>家(?![庭具])|户|套|台|座|名|辆|艘)/gu;
const range = new RegExp(String.raw`(?<![\d.])\d{1,9}[至到~-]\d{1,9}${measurePattern}`, 'gu');

const multipliers: Readonly<Record<string, number>> = { 百: 100, 千: 1000, 万: 10_000, 亿: 100_000_000 };
const atMost =
  /(?:不|不得|不能|不可|不应|严禁|禁止)(?:超过|多于|高于|大于|超出|超)$|(?:最多|至多|上限为|上限|控制在|限)$|(?<!不得|不能|不可|不应|不)(?:少于|低于|小于)$/u;
const about = /(?:约|大约|大概|将近|接近|超过|超|逾|多于|大于|高于|数|(?<![附邻靠最])近)$/u;

/** The exact counts of a masked text, and those that are not exact (约5家, 10余家, 5至10家). Limits (不超过6人) and shares are neither. */
export function findCounts(text: string): { counts: Count[]; inexact: Extent[] } {
  const counts: Count[] = [];
  const inexact: Extent[] = [];
  for (const match of text.matchAll(range)) inexact.push(extentOf(match));
  for (const match of [...text.matchAll(inDigits), ...text.matchAll(inNumerals)]) {
    const extent = extentOf(match);
    if (inexact.some(({ start, end }) => extent.start >= start && extent.end <= end)) continue;
    const before = text.slice(Math.max(0, extent.start - 6), extent.start);
    const after = text.slice(extent.end, extent.end + 2);
    if (isShare(text, extent.start)) continue;
    if (atMost.test(before) || /^(?:以内|之内|以下)/u.test(after)) continue;
    const value = valueOf(match.groups ?? {});
    const vague =
      match.groups?.['vague'] !== undefined || about.test(before) || after === '左右' || after === '上下';
    if (vague || value === null) inexact.push(extent);
    else counts.push({ ...extent, value, unitOfMeasure: match.groups?.['measure'] ?? '' });
  }
  return { counts: counts.toSorted(byStart), inexact: inexact.toSorted(byStart) };
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
  if (digits === undefined) return chineseNumber(numerals ?? '');
  const scale = times === undefined ? 1 : (multipliers[times] ?? 1);
  const value = Math.round(Number(digits.replaceAll(',', '') + fraction) * scale * 10_000) / 10_000;
  return Number.isInteger(value) && value <= 1_000_000_000 ? value : null;
}
