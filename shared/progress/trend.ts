import type { TrendCounts } from '../wire/progressTrend.ts';

/** What has become of obligations, as bars and cells show it. With `notDue` they are all that is expected. */
export const trendParts = ['dueOnTime', 'late', 'unfinished', 'missing', 'notDue'] as const;
export type TrendPart = (typeof trendParts)[number];

/** How many obligations a part holds. */
export const partOf = (counts: TrendCounts, part: TrendPart): number =>
  part === 'notDue' ? counts.expected - counts.due : counts[part];

/** A rate that a cell of the heat map stands for: each is of what is due (B1). */
export const trendMeasures = ['timeliness', 'completeness', 'fulfilment'] as const;
export type TrendMeasure = (typeof trendMeasures)[number];

/** The rate of some counts; `null` where nothing is due. */
export function trendRate(counts: TrendCounts, measure: TrendMeasure): number | null {
  if (counts.due === 0) return null;
  const { due, dueOnTime, unfinished, missing } = counts;
  const part = {
    timeliness: dueOnTime,
    fulfilment: due - missing - unfinished,
    completeness: due - missing,
  }[measure];
  return part / due;
}

/** From 0 (all) to 4 (less than a quarter): the darker a cell, the more is lacking. */
export function levelOf(rate: number): 0 | 1 | 2 | 3 | 4 {
  if (rate >= 1) return 0;
  if (rate >= 0.75) return 1;
  if (rate >= 0.5) return 2;
  return rate >= 0.25 ? 3 : 4;
}

/** The query of `GET /v1/obligations` for exactly what a count holds of what falls due in some days. */
export function behindPart(
  part: TrendPart | 'expected' | 'due',
  { from, before }: { from: string; before: string },
  today: string,
): Record<string, string> {
  switch (part) {
    case 'late':
    case 'unfinished':
      // A mark speaks of days to come as well, and the count of what is due alone.
      return { dueFrom: from, dueBefore: before < today ? before : today, mark: part };
    case 'notDue':
      return { dueFrom: from < today ? today : from, dueBefore: before, counted: 'expected' };
    default:
      return { dueFrom: from, dueBefore: before, counted: part };
  }
}
