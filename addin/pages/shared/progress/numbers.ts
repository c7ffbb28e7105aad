import type { ProgressCounts, ProgressGroup } from '../../../../shared/wire/progress.ts';

export type NumberName = keyof ProgressCounts;

/** What somebody looks behind: what it is, and the query of `GET /v1/obligations` that finds it. */
export interface Behind {
  title: string;
  hint: string;
  query: Record<string, string>;
}

/** The parts of a bar: every obligation that is due is in exactly one. */
export function partsOf(counts: Pick<ProgressGroup, 'dueFulfilled' | 'dueOnTime' | 'overdue'>): {
  onTime: number;
  late: number;
  overdue: number;
} {
  return {
    onTime: counts.dueOnTime,
    late: counts.dueFulfilled - counts.dueOnTime,
    overdue: counts.overdue,
  };
}

/** A rate as people read it: whole percents, but never 0 % or 100 % of what is not. */
export function percent(rate: number): string {
  if (rate > 0 && rate < 0.01) return '<1%';
  if (rate > 0.99 && rate < 1) return '>99%';
  return `${Math.round(rate * 100)}%`;
}
