import type { Deadlines } from '../deadlines/readDeadlines.ts';
import type { Extent, OrderedExtents } from '../text/extent.ts';
import { inOrder, matchesIn } from '../text/extent.ts';
import type { Quantity } from './quantity.ts';

/** What says that a count is that of the whole year, beside one that has a date. */
const ofYear = /全年|年度|累计|总数/gu;

type Dates = OrderedExtents<Extent>;

const namesPeriod = /[\d一二三四五六七八九十]月|季度|[上下]半年/u;

const leftOver = /^[^。]{0,40}?(?:其余|剩余|余下|剩下)/u;

/** Whether the rest has a date of its own (6月底前完成50家，其余9月底前完成), so that the number is not the whole. */
function leavesOver({ number }: Quantity, dates: Dates, compact: string): boolean {
  const rest = leftOver.exec(compact.slice(number.end, number.end + 48))?.[0];
  return (
    rest !== undefined &&
    dates.firstEndFrom(0) <= number.start &&
    (dates.firstFrom(number.end)?.start ?? Infinity) <= number.end + rest.length + 8
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
  const dates = inOrder<Extent>([
    ...timings.filter(({ timing }) => timing.due !== undefined).map(({ extent }) => extent),
    // （上半年4家、下半年6家）: a date all the same, though it is left to a person.
    ...words.filter(
      ({ isDeadline, start, end }) => isDeadline && namesPeriod.test(compact.slice(start, end)),
    ),
  ]);
  const wholes = matchesIn(compact, ofYear);
  const numbers = inOrder(quantities.map(({ number }) => number));
  const targets = quantities.filter(({ isBaseline }) => !isBaseline);
  /** From where on a later count of the same is parted from this one. */
  const partedFrom = new Map(
    targets.map((target) => {
      const isDated = dates.firstEndFrom(0) <= target.number.start;
      const from = target.number.end;
      return [target, Math.min(dates.firstEndFrom(from), isDated ? wholes.firstEndFrom(from) : Infinity)];
    }),
  );
  const isStaged = new Set(targets.filter((target) => leavesOver(target, dates, compact)));
  const above = likest(Math.min);
  for (const target of targets) {
    if ((above.of(target) ?? Infinity) <= target.number.start) isStaged.add(target);
    above.add(target, partedFrom.get(target) ?? Infinity);
  }
  const below = likest(Math.max);
  for (const target of targets.toReversed()) {
    if ((below.of(target) ?? -1) >= (partedFrom.get(target) ?? Infinity)) isStaged.add(target);
    below.add(target, target.number.start);
  }
  return new Map(
    targets
      .filter((target) => isStaged.has(target))
      .map((target) => {
        const start = headOf(target, numbers, dates, compact);
        return [target, { start, end: target.number.end }];
      }),
  );
}

/** What stands between a cadence and the things that it is about, which are no count of each period. */
const ofThings = /调度|督促|跟踪|督办|督查|通报|盯办|会商|研判/gu;

/** Counts in the clause of a cadence before them (每季度检查10座): whether of each period or of the year is not sure. With its words. */
export function perPeriodOf(
  quantities: readonly Quantity[],
  timings: Deadlines['timings'],
  compact: string,
): Map<Quantity, Extent> {
  const cadences = inOrder(
    timings
      .filter(({ timing: { kind, due } }) => due === undefined && kind !== 'window')
      .map(({ extent }) => extent),
  );
  const numbers = inOrder(quantities.map(({ number }) => number));
  const breaks = matchesIn(compact, /[，。；：！？]/gu);
  const things = matchesIn(compact, ofThings);
  const found = new Map<Quantity, Extent>();
  for (const quantity of quantities.filter(({ isBaseline }) => !isBaseline)) {
    const { start, end } = quantity.number;
    const cadence = cadences.lastEndingBy(start);
    if (cadence === undefined) continue;
    const isOfThings =
      things.firstEndFrom(cadence.end) <= start ||
      (cadence.end < start && compact.charAt(start - 1) === '的');
    if (breaks.firstEndFrom(cadence.end) <= start || isOfThings) continue;
    const isFirst = !numbers.overlaps({ start: cadence.end, end: start });
    found.set(quantity, { start: isFirst ? cadence.start : start, end });
  }
  return found;
}

/** What has to be done by a date of a whole that comes later (6月底完成50%): its words, from the date on. */
export function sharesOnTheWay(rest: string, timings: Deadlines['timings']): Extent[] {
  const dated = timings.flatMap(({ timing: { due }, extent }) =>
    due === undefined ? [] : [{ due, ...extent }],
  );
  const dates = inOrder(dated);
  const breaks = matchesIn(rest, /[。；：]/gu);
  const last =
    dated
      .map(({ due }) => due)
      .toSorted()
      .at(-1) ?? '';
  return [
    ...rest.matchAll(
      /(?:完成|达到|不低于)[^，。；：\d]{0,8}(?:\d{1,2}(?:\.\d{1,2})?%|一半|[二三四五六七八九]成)/gu,
    ),
  ].flatMap(({ 0: share, index }) => {
    const date = dates.lastEndingBy(index);
    if (date === undefined || breaks.firstEndFrom(date.end) <= index) return [];
    const isOnTheWay = date.due < last || !date.due.endsWith('-12-31');
    return isOnTheWay ? [{ start: date.start, end: index + share.length }] : [];
  });
}

/** The best position among the counts so far that are like one: of one measure, and of the same or of what is not named. */
function likest(better: (a: number, b: number) => number) {
  const best = new Map<string, number>();
  const keysOf = ({ unitOfMeasure, label, isNamed }: Quantity) => ({
    any: unitOfMeasure,
    same: `${unitOfMeasure} ${label}`,
    unnamed: isNamed ? null : `${unitOfMeasure} `,
  });
  return {
    of(count: Quantity): number | undefined {
      const { any, same } = keysOf(count);
      const found = count.isNamed ? [best.get(same), best.get(`${count.unitOfMeasure} `)] : [best.get(any)];
      const known = found.filter((position) => position !== undefined);
      return known.length === 0 ? undefined : known.reduce((a, b) => better(a, b));
    },
    add(count: Quantity, position: number): void {
      const { any, same, unnamed } = keysOf(count);
      for (const key of new Set([any, same, ...(unnamed === null ? [] : [unnamed])])) {
        best.set(key, better(best.get(key) ?? position, position));
      }
    },
  };
}

/** Where the date begins at the head of a count’s clause, where no other count stands between. */
function headOf(
  { number }: Quantity,
  numbers: OrderedExtents<Extent>,
  dates: Dates,
  compact: string,
): number {
  const date = dates.lastEndingBy(number.start);
  if (date === undefined || /[^，。；：]/u.test(compact.charAt(date.start - 1))) return number.start;
  return numbers.firstEndFrom(date.end) <= number.start ? number.start : date.start;
}
