import type { Plan, PlannedObligation, Values } from './plan.ts';

export interface Version {
  version: number;
  values: Values;
  /** Warnings that its explanation was written for. */
  covered: string[];
}

export interface Revision extends Version {
  kind: 'submission' | 'draft';
  pushId: string;
  onBehalf: boolean;
  /** The version that its writer had seen. */
  base: number | null;
  /** The server's time. */
  at: number;
}

export interface ModelRow {
  key: string;
  indicator: string;
  target: number | null;
  submission: Version | null;
  draft: Version | null;
  revisions: Revision[];
}

export interface ModelObligation extends Omit<PlannedObligation, 'rows'> {
  rows: ModelRow[];
  firstReceivedAt: number | null;
  firstFulfilledAt: number | null;
  punctuality: 'onTime' | 'reportedLate' | 'completedLate' | null;
  /** None until it is received as a whole. */
  review: 'toAccept' | 'accepted' | 'returned' | null;
  /** The last return; kept when it is pushed again. */
  returned: { on: string; reason: string } | null;
  /** The date to which it was extended; `dueOn` is the list's. */
  extended: string | null;
  unlockedUntil: string | null;
  /** Whether an act has ever been applied to it. */
  acted: boolean;
}

/** Everything that the server should know. */
export interface State {
  plan: Plan;
  obligations: ModelObligation[];
  lockDays: number | null;
  /** Units' shares by `arrangement indicator unit`. */
  shares: Map<string, number>;
  /** The bureau's narrowings by arrangement. */
  /** What there is nothing of, by `unit arrangement schedule`, from the period that opens on a day. */
  declarations: { series: string; from: string }[];
  narrowings: Map<string, { from: string; units: string[] }[]>;
  /** Last day of the second town among the towns; `null`: it stays. */
  leaves: string | null;
  /** Arrangements that the list in force does not have. */
  without: ReadonlySet<string>;
  /** The server's time never runs behind this. */
  lastChangeAt: number;
}

export function freshState(plan: Plan): State {
  return {
    plan,
    obligations: plan.obligations.map((obligation) => ({
      ...obligation,
      rows: obligation.rows.map((row) => ({ ...row, submission: null, draft: null, revisions: [] })),
      firstReceivedAt: null,
      firstFulfilledAt: null,
      punctuality: null,
      review: null,
      ...{ returned: null, extended: null, unlockedUntil: null, acted: false },
    })),
    lockDays: null,
    shares: new Map(),
    declarations: [],
    narrowings: new Map(),
    leaves: null,
    without: new Set(),
    lastChangeAt: 0,
  };
}

/** Whether the unit is asked for the obligation: by the bureau's latest narrowing, else as printed. */
function isAssigned(state: State, { arrangement, unit, dueOn }: ModelObligation): boolean {
  if (state.without.has(arrangement)) return false;
  const day = dueOn ?? `${state.plan.year}-12-31`;
  const inForce = (state.narrowings.get(arrangement) ?? [])
    .filter(({ from }) => from <= day)
    .sort((a, b) => (a.from < b.from ? 1 : -1))[0];
  if (inForce) return inForce.units.includes(unit);
  if (unit === state.plan.bureau) return state.plan.bureauToo.includes(arrangement);
  return unit !== state.plan.towns[1] || state.leaves === null || day <= state.leaves;
}

/** `gone`: not asked for and never written to; `retired`: not asked for, but something was written or decided. */
export function standing(state: State, obligation: ModelObligation): 'asked' | 'retired' | 'gone' {
  if (isAssigned(state, obligation)) return 'asked';
  const isKept = obligation.acted || obligation.rows.some((row) => row.revisions.length > 0);
  return isKept ? 'retired' : 'gone';
}

/** The due date in force. */
export const dueNow = ({ dueOn, extended }: ModelObligation): string | null => extended ?? dueOn;

export const isDeclared = (
  { declarations }: State,
  { unit, arrangement, schedule, opensOn }: ModelObligation,
): boolean =>
  declarations.some(({ series, from }) => series === `${unit} ${arrangement} ${schedule}` && from <= opensOn);

export function lastVersion(row: ModelRow): number {
  return row.revisions.at(-1)?.version ?? 0;
}

/** One unit's obligations of an arrangement in order of time; those without a date last. */
export function seriesOf(state: State, unit: string, arrangement: string): ModelObligation[] {
  const rank = ({ dueOn, schedule, key }: ModelObligation): string => `${dueOn ?? '9'} ${schedule} ${key}`;
  return state.obligations
    .filter((each) => each.unit === unit && each.arrangement === arrangement)
    .sort((a, b) => (rank(a) < rank(b) ? -1 : 1));
}

export function dayAfter(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** The day in Shanghai, which keeps no summer time. */
export function dayAt(now: number): string {
  return new Date(now + 8 * 3_600_000).toISOString().slice(0, 10);
}
