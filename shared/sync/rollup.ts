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
type CountName = (typeof rollupCounts)[number];
type Counts = Record<CountName, number>;

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

/** What changes from one count to another; most of what is written changes three or four of the nine. */
function differences(before: Counts | null, after: Counts | null): [CountName, number][] {
  const changed: [CountName, number][] = [];
  for (const name of rollupCounts) {
    const by = (after ? after[name] : 0) - (before ? before[name] : 0);
    if (by !== 0) changed.push([name, by]);
  }
  return changed;
}

const nothing = Object.fromEntries(rollupCounts.map((name) => [name, 0])) as Counts;

/** The differences of one dimension, by group and due date. */
class Dimension {
  private readonly groups = new Map<string, Map<string | null, RollupDelta>>();
  readonly name: RollupDelta['dimension'];

  constructor(name: RollupDelta['dimension']) {
    this.name = name;
  }

  add(group: string, dueOn: string | null, changed: readonly [CountName, number][]): void {
    let byDue = this.groups.get(group);
    if (!byDue) this.groups.set(group, (byDue = new Map()));
    let delta = byDue.get(dueOn);
    if (!delta) byDue.set(dueOn, (delta = { ...nothing, dimension: this.name, group, dueOn }));
    for (const [name, by] of changed) delta[name] += by;
  }

  deltas(): RollupDelta[] {
    return [...this.groups.values()]
      .flatMap((byDue) => [...byDue.values()])
      .filter((delta) => rollupCounts.some((name) => delta[name] !== 0));
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
  const add = (each: CountedObligation, changed: readonly [CountName, number][]): void => {
    if (changed.length === 0) return;
    unit.add(each.unit, each.dueOn, changed);
    category.add(String(each.category), each.dueOn, changed);
    task.add(each.task, each.dueOn, changed);
    arrangement.add(each.arrangement, each.dueOn, changed);
    period.add(each.period, each.dueOn, changed);
  };
  for (const { before, after } of changes) {
    const [from, to] = [countsOf(before), countsOf(after)];
    if (before.dueOn === after.dueOn) add(after, differences(from, to));
    else {
      // One whose due date moves goes out of one bucket and into another.
      add(before, differences(from, null));
      add(after, differences(null, to));
    }
  }
  return [unit, category, task, arrangement, period].flatMap((dimension) => dimension.deltas());
}
