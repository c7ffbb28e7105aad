import type { Punctuality } from '../wire/sheet.ts';

/** The part of an obligation that the roll-up counts. */
export interface CountedObligation {
  unit: string;
  category: number;
  task: string;
  arrangement: string;
  period: string;
  dueOn: string | null;
  rows: number;
  receivedRows: number;
  fulfilledRows: number;
  punctuality: Punctuality | null;
  waivedBy: string | null;
  retired: boolean;
}

interface Counts {
  expected: number;
  received: number;
  fulfilled: number;
  onTime: number;
  reportedLate: number;
  completedLate: number;
}

/** What a push adds to one group of one dimension at one due date. */
export interface RollupDelta extends Counts {
  dimension: 'unit' | 'category' | 'task' | 'arrangement' | 'period';
  group: string;
  dueOn: string | null;
}

/** A unit's new reported count of an indicator, and what it was before. */
export interface TotalChange {
  unit: string;
  arrangement: string;
  indicator: string;
  before: number | null;
  reported: number | null;
  /** Whether the unit's count belongs into the district's sum. */
  countsForDistrict: boolean;
}

/** How an obligation counts (B1): a waived one is not expected unless something was received all the same. */
export function countsOf(obligation: CountedObligation): Counts {
  const expected = !obligation.retired && (obligation.waivedBy === null || obligation.receivedRows > 0);
  const fulfilled = expected && obligation.fulfilledRows === obligation.rows;
  return {
    expected: Number(expected),
    received: Number(expected && obligation.receivedRows === obligation.rows),
    fulfilled: Number(fulfilled),
    onTime: Number(fulfilled && obligation.punctuality === 'onTime'),
    reportedLate: Number(fulfilled && obligation.punctuality === 'reportedLate'),
    completedLate: Number(fulfilled && obligation.punctuality === 'completedLate'),
  };
}

const counted = [
  'expected',
  'received',
  'fulfilled',
  'onTime',
  'reportedLate',
  'completedLate',
] as const satisfies (keyof Counts)[];

/** The differences that changed obligations make, one for each group concerned. */
export function rollupDeltas(
  changes: readonly { before: CountedObligation; after: CountedObligation }[],
): RollupDelta[] {
  const deltas = new Map<string, RollupDelta>();
  for (const { before, after } of changes) {
    const from = countsOf(before);
    const to = countsOf(after);
    if (counted.every((count) => from[count] === to[count])) continue;
    const add = (dimension: RollupDelta['dimension'], group: string): void => {
      const id = `${dimension} ${group} ${after.dueOn ?? ''}`;
      let delta = deltas.get(id);
      if (!delta) {
        delta = {
          dimension,
          group,
          dueOn: after.dueOn,
          expected: 0,
          received: 0,
          fulfilled: 0,
          onTime: 0,
          reportedLate: 0,
          completedLate: 0,
        };
        deltas.set(id, delta);
      }
      for (const count of counted) delta[count] += to[count] - from[count];
    };
    add('unit', after.unit);
    add('category', String(after.category));
    add('task', after.task);
    add('arrangement', after.arrangement);
    add('period', after.period);
  }
  return [...deltas.values()].filter((delta) => counted.some((count) => delta[count] !== 0));
}
