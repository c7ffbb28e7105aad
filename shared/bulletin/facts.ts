import type { BulletinContent, BulletinFigure, BulletinNumber } from './content.ts';
import type { BulletinDays } from './period.ts';

/** An obligation as a bulletin looks at it. */
export interface BulletinObligation {
  key: string;
  unit: string;
  arrangement: string;
  period: string;
  due: string | null;
  /** How it counts: expected, received as a whole, fulfilled. */
  expected: boolean;
  received: boolean;
  fulfilled: boolean;
  punctuality: string | null;
  /** Of one that is returned and was not sent again: why, when, until when an answer is asked for. */
  returned: { reason: string; on: string; answerBy: string | null } | null;
}

export interface BulletinUnit {
  id: string;
  name: string;
  kind: string;
}

/** What an officer has set of a bulletin; `null`: as it is made. */
export interface BulletinHeads {
  title: string | null;
  office: string | null;
  code: string | null;
  salutation: string | null;
  signature: string | null;
}

/** All that a bulletin is made of: what was read of one moment. */
export interface BulletinFacts extends BulletinDays {
  list: { year: number; title: string };
  /** In the roster's order; those that have nothing to do with the list too. */
  units: readonly BulletinUnit[];
  /** Texts of arrangements by code. */
  texts: ReadonlyMap<string, string>;
  /** Those of the list that are expected, fulfilled or returned, in order of due date and key. */
  obligations: readonly BulletinObligation[];
  /** The day whose state it tells; what is due by its end is not late yet. */
  asOf: string;
  change: number;
  /** The day until which what is missing is asked for. */
  answerBy: string;
  heads: BulletinHeads;
  /** Ids of tables that an officer has left out. */
  leftOut: ReadonlySet<string>;
  /** The last issued one of the same preset, which this one is compared with. */
  former: BulletinContent | null;
  /** The issued one that this one corrects, with its code. */
  corrects: { number: BulletinNumber; code: string } | null;
}

/** A figure of some obligations. */
export const figure = (name: string, of: readonly BulletinObligation[]): BulletinFigure => ({
  name,
  value: of.length,
  keys: of.map(({ key }) => key),
});

/** What a bulletin counts, each as the count of progress of that name (B1.1) leaves it. */
export interface BulletinCounts {
  /** Falls due within the days and is past; everything else but `notDue` and `earlier` is of these. */
  due: BulletinObligation[];
  dueReceived: BulletinObligation[];
  dueFulfilled: BulletinObligation[];
  dueOnTime: BulletinObligation[];
  reportedLate: BulletinObligation[];
  completedLate: BulletinObligation[];
  missing: BulletinObligation[];
  overdue: BulletinObligation[];
  /** Falls due within the days, today or later. */
  notDue: BulletinObligation[];
  /** Overdue, and due before these days. */
  earlier: BulletinObligation[];
}

/** Counts the obligations of a bulletin: of the district, or of some of them. */
export function countsOf(
  { from, to, asOf }: Pick<BulletinFacts, 'from' | 'to' | 'asOf'>,
  obligations: readonly BulletinObligation[],
): BulletinCounts {
  const expected = obligations.filter((each) => each.expected && each.due !== null);
  const within = expected.filter(({ due }) => due! >= from && due! <= to);
  const due = within.filter((each) => each.due! < asOf);
  const fulfilled = due.filter((each) => each.fulfilled);
  const by = (punctuality: string) => fulfilled.filter((each) => each.punctuality === punctuality);
  return {
    due,
    dueReceived: due.filter((each) => each.received),
    dueFulfilled: fulfilled,
    dueOnTime: by('onTime'),
    reportedLate: by('reportedLate'),
    completedLate: by('completedLate'),
    missing: due.filter((each) => !each.received),
    overdue: due.filter((each) => !each.fulfilled),
    notDue: within.filter((each) => each.due! >= asOf),
    earlier: expected.filter((each) => !each.fulfilled && each.due! < from && each.due! < asOf),
  };
}

/** A unit with its counts. */
export interface UnitCounts extends BulletinUnit {
  counts: BulletinCounts;
}

/** Counts unit by unit, in the roster's order; units of which nothing is due in these days, nor overdue from before, are left out. */
export function countsByUnit(facts: BulletinFacts): UnitCounts[] {
  const of = Map.groupBy(facts.obligations, ({ unit }) => unit);
  return facts.units
    .map((unit) => ({ ...unit, counts: countsOf(facts, of.get(unit.id) ?? []) }))
    .filter(({ counts }) => counts.due.length + counts.notDue.length + counts.earlier.length > 0);
}
