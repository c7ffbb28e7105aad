import type { ReviewState } from '../wire/parts/review.ts';
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
  review: ReviewState | null;
}

/** The numbers of the roll-up, in the order of its columns. */
export const rollupCounts = [
  'expected',
  'received',
  'fulfilled',
  'onTime',
  'reportedLate',
  'completedLate',
  'toAccept',
  'accepted',
  'returned',
] as const;
type Counts = Record<(typeof rollupCounts)[number], number>;

/** What a change adds to one group of one dimension at one due date. */
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
    toAccept: Number(expected && obligation.review === 'toAccept'),
    accepted: Number(expected && obligation.review === 'accepted'),
    returned: Number(expected && obligation.review === 'returned'),
  };
}

const isSame = (a: Counts, b: Counts): boolean => rollupCounts.every((name) => a[name] === b[name]);

const nothing = Object.fromEntries(rollupCounts.map((name) => [name, 0])) as Counts;

/** The differences of one dimension, by group and due date. */
class Dimension {
  private readonly groups = new Map<string, Map<string | null, RollupDelta>>();
  readonly name: RollupDelta['dimension'];

  constructor(name: RollupDelta['dimension']) {
    this.name = name;
  }

  add(group: string, dueOn: string | null, sign: 1 | -1, counts: Counts): void {
    let byDue = this.groups.get(group);
    if (!byDue) this.groups.set(group, (byDue = new Map()));
    let delta = byDue.get(dueOn);
    if (!delta) byDue.set(dueOn, (delta = { dimension: this.name, group, dueOn, ...nothing }));
    for (const name of rollupCounts) delta[name] += sign * counts[name];
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
  const add = (each: CountedObligation, sign: 1 | -1, counts: Counts): void => {
    unit.add(each.unit, each.dueOn, sign, counts);
    category.add(String(each.category), each.dueOn, sign, counts);
    task.add(each.task, each.dueOn, sign, counts);
    arrangement.add(each.arrangement, each.dueOn, sign, counts);
    period.add(each.period, each.dueOn, sign, counts);
  };
  for (const { before, after } of changes) {
    const [from, to] = [countsOf(before), countsOf(after)];
    // One whose due date moves goes out of one bucket and into another.
    if (isSame(from, to) && before.dueOn === after.dueOn) continue;
    add(before, -1, from);
    add(after, 1, to);
  }
  return [unit, category, task, arrangement, period].flatMap((dimension) => dimension.deltas());
}
