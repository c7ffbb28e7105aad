import type { ProgressCounts, ProgressRates } from '../wire/progress.ts';

const rate = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);

/** The rates of some counts (B1): of what is due, and apart from them how much of the year is done. */
export function ratesOf(counts: ProgressCounts): ProgressRates {
  return {
    completeness: rate(counts.dueReceived, counts.due),
    fulfilment: rate(counts.dueFulfilled, counts.due),
    timeliness: rate(counts.dueOnTime, counts.due),
    yearShare: rate(counts.fulfilled, counts.expected),
  };
}
