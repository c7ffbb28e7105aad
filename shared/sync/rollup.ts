import type { Punctuality } from '../wire/parts/punctuality.ts';

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

function isSame(a: Counts, b: Counts): boolean {
  return (
    a.expected === b.expected &&
    a.received === b.received &&
    a.fulfilled === b.fulfilled &&
    a.onTime === b.onTime &&
    a.reportedLate === b.reportedLate &&
    a.completedLate === b.completedLate
  );
}

const nothing: Counts = {
  expected: 0,
  received: 0,
  fulfilled: 0,
  onTime: 0,
  reportedLate: 0,
  completedLate: 0,
};

/** The differences of one dimension, by group and due date. */
class Dimension {
  private readonly groups = new Map<string, Map<string | null, RollupDelta>>();
  readonly name: RollupDelta['dimension'];

  constructor(name: RollupDelta['dimension']) {
    this.name = name;
  }

  add(group: string, dueOn: string | null, from: Counts, to: Counts): void {
    let byDue = this.groups.get(group);
    if (!byDue) this.groups.set(group, (byDue = new Map()));
    let delta = byDue.get(dueOn);
    if (!delta) byDue.set(dueOn, (delta = { dimension: this.name, group, dueOn, ...nothing }));
    delta.expected += to.expected - from.expected;
    delta.received += to.received - from.received;
    delta.fulfilled += to.fulfilled - from.fulfilled;
    delta.onTime += to.onTime - from.onTime;
    delta.reportedLate += to.reportedLate - from.reportedLate;
    delta.completedLate += to.completedLate - from.completedLate;
  }

  deltas(): RollupDelta[] {
    return [...this.groups.values()]
      .flatMap((byDue) => [...byDue.values()])
      .filter((delta) => !isSame(delta, nothing));
  }
}

/** The differences that changed obligations make, one for each group concerned. */
export function rollupDeltas(
  changes: readonly { before: CountedObligation; after: CountedObligation }[],
): RollupDelta[] {
  const [unit, category, task, arrangement, period] = [
    new Dimension('unit'),
    new Dimension('category'),
    new Dimension('task'),
    new Dimension('arrangement'),
    new Dimension('period'),
  ] as const;
  for (const { before, after } of changes) {
    const from = countsOf(before);
    const to = countsOf(after);
    if (isSame(from, to)) continue;
    const { dueOn } = after;
    unit.add(after.unit, dueOn, from, to);
    category.add(String(after.category), dueOn, from, to);
    task.add(after.task, dueOn, from, to);
    arrangement.add(after.arrangement, dueOn, from, to);
    period.add(after.period, dueOn, from, to);
  }
  return [unit, category, task, arrangement, period].flatMap((dimension) => dimension.deltas());
}
