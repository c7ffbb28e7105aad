import type { GroupBy, ProgressCounts, ProgressGroup } from '../../../../shared/wire/progress.ts';

export type NumberName = keyof ProgressCounts;

/** The number that somebody wants to look behind: of one group, or of the whole district. */
export interface Behind {
  number: NumberName;
  group: { by: GroupBy; id: string; name: string } | null;
}

/** Query of `GET /v1/obligations` for the obligations behind a number. */
export function queryBehind({ number, group }: Behind): Record<string, string> {
  return { ...(group ? { [group.by]: group.id } : {}), counted: number };
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
