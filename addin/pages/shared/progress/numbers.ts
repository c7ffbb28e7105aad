import type { GroupBy, ProgressCounts } from '../../../../shared/wire/progress.ts';

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

/** The parts of a bar: every expected obligation is in exactly one. */
export function partsOf(counts: ProgressCounts): {
  onTime: number;
  late: number;
  overdue: number;
  rest: number;
} {
  const late = counts.fulfilled - counts.onTime;
  return {
    onTime: counts.onTime,
    late,
    overdue: counts.overdue,
    rest: Math.max(0, counts.expected - counts.fulfilled - counts.overdue),
  };
}
