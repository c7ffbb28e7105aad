import type { Punctuality } from '../wire/sheet.ts';

/** The part of an obligation that the roll-up counts. */
export interface CountedObligation {
  unit: string;
  category: number;
  task: string;
  arrangement: string;
  period: string;
  dueOn: string | null;
  rowCount: number;
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
  const fulfilled = expected && obligation.fulfilledRows === obligation.rowCount;
  return {
    expected: Number(expected),
    received: Number(expected && obligation.receivedRows === obligation.rowCount),
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

const nothing: Counts = {
  expected: 0,
  received: 0,
  fulfilled: 0,
  onTime: 0,
  reportedLate: 0,
  completedLate: 0,
};

/** The differences that changed obligations make, one for each group concerned. */
export function rollupDeltas(
  changes: readonly { before: CountedObligation; after: CountedObligation }[],
): RollupDelta[] {
  const deltas: RollupDelta[] = [];
  const known = new Map<string, Map<string | null, RollupDelta>>();
  const groupOf = (dimension: RollupDelta['dimension'], group: string, dueOn: string | null): RollupDelta => {
    const name = `${dimension} ${group}`;
    let byDue = known.get(name);
    if (!byDue) known.set(name, (byDue = new Map()));
    let delta = byDue.get(dueOn);
    if (!delta) {
      delta = { dimension, group, dueOn, ...nothing };
      byDue.set(dueOn, delta);
      deltas.push(delta);
    }
    return delta;
  };
  for (const { before, after } of changes) {
    const from = countsOf(before);
    const to = countsOf(after);
    if (counted.every((count) => from[count] === to[count])) continue;
    const { dueOn } = after;
    for (const delta of [
      groupOf('unit', after.unit, dueOn),
      groupOf('category', String(after.category), dueOn),
      groupOf('task', after.task, dueOn),
      groupOf('arrangement', after.arrangement, dueOn),
      groupOf('period', after.period, dueOn),
    ]) {
      for (const count of counted) delta[count] += to[count] - from[count];
    }
  }
  return deltas.filter((delta) => counted.some((count) => delta[count] !== 0));
}
