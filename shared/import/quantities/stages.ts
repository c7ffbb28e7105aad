import type { Deadlines } from '../deadlines/readDeadlines.ts';
import type { Extent } from '../text/extent.ts';
import { byStart } from '../text/extent.ts';
import type { Quantity } from './quantity.ts';

/** What says that a count is that of the whole year, beside one that has a date. */
const ofYear = /全年|年度|累计|总数/u;

const namesPeriod = /[\d一二三四五六七八九十]月|季度|[上下]半年/u;

const leftOver = /^[^。]{0,40}?(?:其余|剩余|余下|剩下)/u;

/** Whether the rest has a date of its own (6月底前完成50家，其余9月底前完成), so that the number is not the whole. */
function leavesOver({ number }: Quantity, dates: readonly Extent[], compact: string): boolean {
  const rest = leftOver.exec(compact.slice(number.end))?.[0];
  return (
    rest !== undefined &&
    dates.some(({ end }) => end <= number.start) &&
    dates.some(({ start }) => start >= number.end && start <= number.end + rest.length + 8)
  );
}

/**
 * Counts of the same that a date parts (6月底前完成10家，12月底前完成30家), with the words of each date: whether one is part of the other
 * is not said, and the indicators of an arrangement fall due at all of its dates.
 */
export function stagesOf(
  quantities: readonly Quantity[],
  { timings, words }: Pick<Deadlines, 'timings' | 'words'>,
  compact: string,
): Map<Quantity, Extent> {
  const dates: Extent[] = [
    ...timings.filter(({ timing }) => timing.due !== undefined).map(({ extent }) => extent),
    // （上半年4家、下半年6家）: a date all the same, though it is left to a person.
    ...words.filter(
      ({ isDeadline, start, end }) => isDeadline && namesPeriod.test(compact.slice(start, end)),
    ),
  ].toSorted(byStart);
  const targets = quantities.filter(({ isBaseline }) => !isBaseline);
  const staged = new Map<Quantity, Extent>();
  targets.forEach((first, at) => {
    if (leavesOver(first, dates, compact))
      staged.set(first, { start: headOf(first, quantities, dates, compact), end: first.number.end });
    for (const second of targets.slice(at + 1).filter((other) => isAlike(first, other))) {
      const [from, to] = [first.number.end, second.number.start];
      const isParted =
        dates.some(({ start, end }) => start >= from && end <= to) ||
        (dates.some(({ end }) => end <= first.number.start) && ofYear.test(compact.slice(from, to)));
      if (!isParted) continue;
      for (const quantity of [first, second]) {
        const start = headOf(quantity, quantities, dates, compact);
        staged.set(quantity, { start, end: quantity.number.end });
      }
    }
  });
  return staged;
}

/** What stands between a cadence and the things that it is about, which are no count of each period. */
const ofThings = /调度|督促|跟踪|督办|督查|通报|盯办|会商|研判|的$/u;

/** Counts in the clause of a cadence before them (每季度检查10座): whether of each period or of the year is not sure. With its words. */
export function perPeriodOf(
  quantities: readonly Quantity[],
  timings: Deadlines['timings'],
  compact: string,
): Map<Quantity, Extent> {
  const cadences = timings.filter(({ timing: { kind, due } }) => due === undefined && kind !== 'window');
  const found = new Map<Quantity, Extent>();
  for (const quantity of quantities.filter(({ isBaseline }) => !isBaseline)) {
    const { start, end } = quantity.number;
    const cadence = cadences.findLast(({ extent }) => extent.end <= start)?.extent;
    if (cadence === undefined) continue;
    const between = compact.slice(cadence.end, start);
    if (/[，。；：！？]/u.test(between) || ofThings.test(between)) continue;
    const isFirst = quantities.every(({ number }) => number.end <= cadence.end || number.start >= start);
    found.set(quantity, { start: isFirst ? cadence.start : start, end });
  }
  return found;
}

/** What has to be done by a date of a whole that comes later (6月底完成50%): its words, from the date on. */
export function sharesOnTheWay(rest: string, timings: Deadlines['timings']): Extent[] {
  const dates = timings.flatMap(({ timing: { due }, extent }) =>
    due === undefined ? [] : [{ due, ...extent }],
  );
  const last =
    dates
      .map(({ due }) => due)
      .toSorted()
      .at(-1) ?? '';
  return [
    ...rest.matchAll(
      /(?:完成|达到|不低于)[^，。；：\d]{0,8}(?:\d{1,2}(?:\.\d{1,2})?%|一半|[二三四五六七八九]成)/gu,
    ),
  ].flatMap(({ 0: share, index }) => {
    const date = dates.findLast(({ end }) => end <= index);
    if (date === undefined || /[。；：]/u.test(rest.slice(date.end, index))) return [];
    const isOnTheWay = date.due < last || !date.due.endsWith('-12-31');
    return isOnTheWay ? [{ start: date.start, end: index + share.length }] : [];
  });
}

/** Counts of one measure that count the same, or of which one names nothing. */
function isAlike(one: Quantity, other: Quantity): boolean {
  if (one.unitOfMeasure !== other.unitOfMeasure) return false;
  return one.label === other.label || !one.isNamed || !other.isNamed;
}

/** Where the date begins at the head of a count's clause, where no other count stands between. */
function headOf(
  { number }: Quantity,
  quantities: readonly Quantity[],
  dates: readonly Extent[],
  compact: string,
): number {
  const date = dates.findLast(({ end }) => end <= number.start);
  if (date === undefined || /[^，。；：]/u.test(compact.charAt(date.start - 1))) return number.start;
  const isOfOther = quantities.some(
    (other) => other.number.start >= date.end && other.number.end <= number.start,
  );
  return isOfOther ? number.start : date.start;
}
