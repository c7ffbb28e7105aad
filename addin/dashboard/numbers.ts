import type { GroupBy, ObligationItem, ProgressCounts } from '../../shared/wire/progress.ts';

export type NumberName = keyof ProgressCounts;

/** The number that somebody wants to look behind: of one group, or of the whole district. */
export interface Behind {
  number: NumberName;
  group: { by: GroupBy; id: string; name: string } | null;
}

const expected = (item: ObligationItem) => item.due !== null && item.state !== 'waived';

/** What of a number the server filters, and which of its answer count: together exactly what was counted. */
const filters: Record<
  NumberName,
  { query?: Record<string, string>; counts: (item: ObligationItem, today: string) => boolean }
> = {
  expected: { counts: expected },
  due: { counts: (item, today) => expected(item) && item.due! < today },
  received: { counts: (item) => expected(item) && item.receivedRows === item.rows },
  fulfilled: { query: { state: 'fulfilled' }, counts: (item) => item.due !== null },
  onTime: { query: { punctuality: 'onTime' }, counts: (item) => item.due !== null },
  reportedLate: { query: { punctuality: 'reportedLate' }, counts: (item) => item.due !== null },
  completedLate: { query: { punctuality: 'completedLate' }, counts: (item) => item.due !== null },
  overdue: { query: { state: 'overdue' }, counts: () => true },
  missing: { query: { state: 'missing' }, counts: () => true },
  undated: { counts: (item) => item.due === null && item.state !== 'waived' },
};

/** Query of `GET /v1/obligations` for the obligations behind a number. */
export function queryBehind({ number, group }: Behind): Record<string, string> {
  return { ...(group ? { [group.by]: group.id } : {}), ...filters[number].query };
}

/** Whether an obligation of the answer belongs to the number. */
export function countsIn(number: NumberName, item: ObligationItem, today: string): boolean {
  return filters[number].counts(item, today);
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
