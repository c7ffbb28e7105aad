import { fulfilledRows, isFulfilled, isReceived } from './push.ts';
import { dueNow, isDeclared, seriesOf, standing, type ModelObligation, type State } from './state.ts';

/** What follows from the rows: waivers, the roll-up and the totals, counted from nothing each time. */

/** Why each obligation of a series is not expected any more, by key; the others are left out. */
export function waivers(state: State, series: ModelObligation[]): Map<string, 'completed' | 'notApplicable'> {
  const result = new Map<string, 'completed' | 'notApplicable'>();
  const finished = series
    .filter((each) => !each.cadence && each.dueOn !== null && standing(state, each) === 'asked')
    .filter((each) => each.rows.every(({ submission }) => submission?.values.status === '已完成'))
    .map((each) =>
      each.rows
        .map((row) => String(row.submission!.values.completedOn))
        .sort()
        .at(-1)!,
    )
    .sort()[0];
  const latest = new Map<string, string>();
  for (const each of series) {
    const declared = isDeclared(state, each);
    if (!each.cadence) {
      if (declared) result.set(each.key, 'notApplicable');
      continue;
    }
    if (finished !== undefined && each.opensOn > finished) result.set(each.key, 'completed');
    else if (declared || each.rows.every(({ indicator }) => latest.get(indicator) === '本地无此类')) {
      result.set(each.key, 'notApplicable');
    }
    for (const { indicator, submission } of each.rows) {
      if (submission) latest.set(indicator, String(submission.values.status));
    }
  }
  return result;
}

const arrangements = (state: State): string[] => [
  ...new Set(state.obligations.map(({ arrangement }) => arrangement)),
];
const everyone = (state: State): string[] => [...state.plan.towns, state.plan.bureau];

export function allWaivers(state: State): Map<string, 'completed' | 'notApplicable'> {
  return new Map(
    everyone(state).flatMap((unit) =>
      arrangements(state).flatMap((code) => [...waivers(state, seriesOf(state, unit, code))]),
    ),
  );
}

/** The roll-up by group: expected, received, fulfilled, on time, reported late, completed late; to accept, accepted, returned. */
export function rollup(state: State): Record<string, number[]> {
  const waived = allWaivers(state);
  const groups = new Map<string, number[]>();
  for (const each of state.obligations) {
    if (standing(state, each) !== 'asked') continue;
    if (waived.has(each.key) && each.rows.every(({ submission }) => submission === null)) continue;
    const fulfilled = isFulfilled(state, each);
    const counts = [
      1,
      Number(isReceived(each)),
      Number(fulfilled),
      ...['onTime', 'reportedLate', 'completedLate'].map((how) =>
        Number(fulfilled && each.punctuality === how),
      ),
      ...['toAccept', 'accepted', 'returned'].map((review) => Number(each.review === review)),
    ];
    for (const group of [
      `unit ${each.unit}`,
      `category ${each.category}`,
      `task ${each.task}`,
      `arrangement ${each.arrangement}`,
      `period ${each.period}`,
    ]) {
      const name = `${group} ${dueNow(each) ?? ''}`;
      const sum = groups.get(name) ?? counts.map(() => 0);
      groups.set(
        name,
        sum.map((value, at) => value + counts[at]!),
      );
    }
  }
  return Object.fromEntries([...groups].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Reported and allocated counts by `unit arrangement indicator`, and under unit `*` their sums. */
export function totals(state: State): Record<string, [reported: number | null, allocated: number | null]> {
  const result: Record<string, [number | null, number | null]> = {};
  const set = (name: string, reported: number | null, allocated: number | null): void => {
    if (reported !== null || allocated !== null) result[name] = [reported, allocated];
  };
  const sum = (numbers: (number | null)[]): number | null =>
    numbers.every((each) => each === null) ? null : numbers.reduce<number>((a, b) => a + (b ?? 0), 0);
  for (const code of arrangements(state)) {
    const asked = state.obligations.filter(
      (each) => each.arrangement === code && standing(state, each) === 'asked',
    );
    const bureauAlone = asked.every(({ unit }) => unit === state.plan.bureau);
    const indicators = [
      ...new Set(
        seriesOf(state, state.plan.towns[0]!, code).flatMap((each) => each.rows.map((row) => row.indicator)),
      ),
    ];
    for (const indicator of indicators) {
      const reported: (number | null)[] = [];
      const shares: (number | null)[] = [];
      for (const unit of everyone(state)) {
        const count = reportedBy(state, unit, code, indicator);
        const share = state.shares.get(`${code} ${indicator} ${unit}`) ?? null;
        set(`${unit} ${code} ${indicator}`, count, share);
        if (unit === state.plan.bureau && !bureauAlone) continue;
        reported.push(count);
        shares.push(share);
      }
      set(`* ${code} ${indicator}`, sum(reported), sum(shares));
    }
  }
  return result;
}

/** A running total is the latest period's; "done or not" is added up over the periods. */
function reportedBy(state: State, unit: string, code: string, indicator: string): number | null {
  const counts = seriesOf(state, unit, code)
    .filter((each) => standing(state, each) === 'asked')
    .map((each) => each.rows.find((row) => row.indicator === indicator)!.submission?.values.count)
    .filter((count) => typeof count === 'number');
  if (counts.length === 0) return null;
  return indicator === 'done' ? counts.reduce((a, b) => a + b, 0) : counts.at(-1)!;
}

export { fulfilledRows };
