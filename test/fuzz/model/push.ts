import { blank, differing, fields, isBlank, type Field, type Values } from './plan.ts';
import {
  dayAfter,
  dayAt,
  dueNow,
  lastVersion,
  seriesOf,
  standing,
  type ModelObligation,
  type ModelRow,
  type State,
  type Version,
} from './state.ts';
import { judge, type Surroundings, type Verdict } from './validity.ts';

export interface ModelPush {
  unit: string;
  pushId: string;
  onBehalf: boolean;
  /** The server's time when it took the push. */
  now: number;
  rows: { key: string; base: number | null; values: Partial<Values> }[];
}

/** What the server must answer for a row. */
export interface Prediction {
  key: string;
  outcome: string;
  version?: number;
  /** Of a conflict. */
  theirs?: Values;
  fields?: Field[];
}

/**
 * Takes a push as the server should: each row by itself, in order of time within a series. A row that is still
 * to be judged is no neighbour yet, unless it will keep the count that it has: found by trying on a copy.
 */
export function takePush(state: State, push: ModelPush): Prediction[] {
  const staying = new Set<string>();
  for (let more = true; more;) {
    const trial = structuredClone(state);
    take(trial, push, staying);
    const kept = keptCounts(trial, push).filter((key) => !staying.has(key));
    more = kept.length > 0;
    for (const key of kept) staying.add(key);
  }
  return take(state, push, staying);
}

/** Rows of the push that have a count and were not given a new one by it. */
function keptCounts(state: State, push: ModelPush): string[] {
  const pushed = new Set(push.rows.map(({ key }) => key));
  return state.obligations
    .filter((each) => standing(state, each) === 'asked')
    .flatMap((each) => each.rows)
    .filter(({ key, submission, revisions }) => {
      const last = revisions.at(-1);
      const renewed = last?.pushId === push.pushId && last.kind === 'submission';
      return pushed.has(key) && typeof submission?.values.count === 'number' && !renewed;
    })
    .map(({ key }) => key);
}

function take(state: State, push: ModelPush, staying: ReadonlySet<string>): Prediction[] {
  const today = dayAt(push.now);
  const answers: Prediction[] = Array.from({ length: push.rows.length });
  const places = push.rows.flatMap((pushed, index) => {
    const obligation = state.obligations.find(
      (each) => each.unit === push.unit && each.rows.some(({ key }) => key === pushed.key),
    );
    if (!obligation || standing(state, obligation) === 'gone') {
      answers[index] = { key: pushed.key, outcome: 'unknown' };
      return [];
    }
    const row = obligation.rows.find(({ key }) => key === pushed.key)!;
    const series = seriesOf(state, push.unit, obligation.arrangement);
    return [{ pushed, index, obligation, row, series, at: series.indexOf(obligation) }];
  });
  places.sort((a, b) => a.at - b.at || a.index - b.index);
  const waiting = new Set(places.map(({ row }) => row).filter(({ key }) => !staying.has(key)));
  for (const { pushed, index, obligation, row, series, at } of places) {
    waiting.delete(row);
    if (standing(state, obligation) === 'retired') {
      answers[index] = { key: pushed.key, outcome: 'retired' };
      continue;
    }
    const count = (each: ModelObligation): number | null => {
      const other = each.rows.find(({ indicator }) => indicator === row.indicator)!;
      if (waiting.has(other) || standing(state, each) !== 'asked') return null;
      return typeof other.submission?.values.count === 'number' ? other.submission.values.count : null;
    };
    const head = headOf(row);
    const counting = row.indicator !== 'done';
    const locked =
      state.lockDays !== null &&
      dueNow(obligation) !== null &&
      today > dayAfter(dueNow(obligation)!, state.lockDays) &&
      !(obligation.unlockedUntil !== null && today <= obligation.unlockedUntil);
    const on: Surroundings = {
      today,
      cadence: obligation.cadence,
      opensOn: obligation.opensOn,
      counting,
      allocation: state.shares.get(`${obligation.arrangement} ${row.indicator} ${push.unit}`) ?? null,
      target: row.target,
      previous: counting ? nearest(series.slice(0, at).reverse(), count) : null,
      next: counting ? nearest(series.slice(at + 1), count) : null,
      explained: { text: head?.values.explanation ?? null, warnings: head?.covered ?? [] },
    };
    const { answer, verdict } = judgeRow(pushed, row, on, locked);
    answers[index] = { key: row.key, ...answer };
    if (verdict) write(row, verdict, push, pushed.base);
  }
  const written = places.filter(({ row }) => row.revisions.at(-1)?.pushId === push.pushId);
  if (written.length > 0) state.lastChangeAt = Math.max(state.lastChangeAt, push.now);
  for (const { obligation, row } of written) {
    settle(state, obligation, push.now);
    const isSubmitted = row.revisions.at(-1)!.kind === 'submission';
    if (isSubmitted && isReceived(obligation)) obligation.review = 'toAccept';
  }
  return answers;
}

function nearest(
  obligations: ModelObligation[],
  count: (obligation: ModelObligation) => number | null,
): number | null {
  for (const each of obligations) {
    const found = count(each);
    if (found !== null) return found;
  }
  return null;
}

/** What stands at the server: the draft, else the submission; a discarded draft leaves a blank. */
export function headOf(row: ModelRow): Version | null {
  if (row.draft ?? row.submission) return row.draft ?? row.submission;
  const last = lastVersion(row);
  return last === 0 ? null : { version: last, values: blank, covered: [] };
}

interface Judged {
  answer: Omit<Prediction, 'key'>;
  /** What is to be written, if anything. */
  verdict: Verdict | null;
}

function judgeRow(
  pushed: ModelPush['rows'][number],
  row: ModelRow,
  on: Surroundings,
  locked: boolean,
): Judged {
  const head = headOf(row);
  const base =
    pushed.base === null
      ? blank
      : (row.revisions.find(({ version }) => version === pushed.base)?.values ?? null);
  const whole = { ...(base ?? blank), ...pushed.values };
  const mine = judge(whole, on);
  const answer = (outcome: string): Judged => ({
    answer: { outcome, ...(head ? { version: head.version } : {}) },
    verdict: null,
  });
  const conflict = (clash: Field[]): Judged => ({
    answer: { outcome: 'conflict', version: head!.version, theirs: head!.values, fields: clash },
    verdict: null,
  });
  if (!head) {
    if (isBlank(mine.values)) return answer('unchanged');
    return locked ? answer('locked') : writes(row, mine, 'applied');
  }
  const same = differing(head.values, mine.values).length === 0;
  const mends = same && head === row.draft && mine.passes;
  if (same && !mends) return answer('unchanged');
  const seen = head.version === pushed.base || mends || (pushed.base === null && isBlank(head.values));
  if (seen) return locked ? answer('locked') : writes(row, mine, 'applied');

  if (pushed.base === null || base === null) return conflict(differing(head.values, mine.values));
  const changed = differing(base, mine.values);
  const clash = changed.filter(
    (field) => head.values[field] !== base[field] && head.values[field] !== mine.values[field],
  );
  if (clash.length > 0) return conflict(clash);
  const both = { ...head.values };
  for (const field of changed) both[field] = mine.values[field];
  const merged = judge(both, on);
  if (differing(head.values, merged.values).length === 0) return answer('unchanged');
  if (locked) return answer('locked');
  if (mine.passes && head === row.submission && !merged.passes) return conflict(changed);
  return writes(row, merged, 'merged');
}

function writes(row: ModelRow, verdict: Verdict, how: string): Judged {
  const stands = verdict.passes || (isBlank(verdict.values) && row.submission === null);
  return { answer: { outcome: stands ? how : 'invalid', version: lastVersion(row) + 1 }, verdict };
}

/** A row that passes becomes the submission and ends the draft; another becomes the draft, a blank one nothing. */
function write(row: ModelRow, verdict: Verdict, push: ModelPush, base: number | null): void {
  const version: Version = {
    version: lastVersion(row) + 1,
    values: Object.fromEntries(fields.map((field) => [field, verdict.values[field]])) as Values,
    covered: verdict.covered,
  };
  const discarded = isBlank(verdict.values) && row.submission === null;
  row.draft = verdict.passes || discarded ? null : version;
  if (verdict.passes) row.submission = version;
  const kind = verdict.passes ? 'submission' : 'draft';
  row.revisions.push({ ...version, kind, pushId: push.pushId, onBehalf: push.onBehalf, base, at: push.now });
}

/** Done is done by the share in force: a count that falls short of one made or raised since says done no more. */
const says = (state: State, obligation: ModelObligation, { indicator, submission }: ModelRow): boolean => {
  if (submission === null) return false;
  const { status, count } = submission.values;
  if (status === '本地无此类') return true;
  if (obligation.cadence) return status === '已开展';
  const share = state.shares.get(`${obligation.arrangement} ${indicator} ${obligation.unit}`);
  return status === '已完成' && !(typeof count === 'number' && share !== undefined && count < share);
};

export const isReceived = (obligation: ModelObligation): boolean =>
  obligation.rows.every(({ submission }) => submission !== null);
export const isFulfilled = (state: State, obligation: ModelObligation): boolean =>
  obligation.rows.every((row) => says(state, obligation, row));
export const fulfilledRows = (state: State, obligation: ModelObligation): number =>
  obligation.rows.filter((row) => says(state, obligation, row)).length;

/** Received and fulfilled are told once; punctuality is decided with the first fulfilment (P2). */
function settle(state: State, obligation: ModelObligation, now: number): void {
  if (isReceived(obligation)) obligation.firstReceivedAt ??= now;
  if (!isFulfilled(state, obligation) || obligation.firstFulfilledAt !== null) return;
  obligation.firstFulfilledAt = now;
  const dueOn = dueNow(obligation);
  if (dueOn === null) return;
  const inTime = obligation.rows.every(({ submission }) => {
    const { status, completedOn } = submission!.values;
    return status === '本地无此类' || (completedOn !== null && String(completedOn) <= dueOn);
  });
  obligation.punctuality = dayAt(now) <= dueOn ? 'onTime' : inTime ? 'reportedLate' : 'completedLate';
}

/** What becomes fulfilled by a decision of the bureau became so when its last submission came. */
export function settleAll(state: State): void {
  for (const obligation of state.obligations) {
    const submitted = obligation.rows.flatMap(({ revisions }) =>
      revisions.filter(({ kind }) => kind === 'submission').slice(-1),
    );
    if (submitted.length === 0 || standing(state, obligation) !== 'asked') continue;
    settle(state, obligation, Math.max(...submitted.map(({ at }) => at)));
  }
}
