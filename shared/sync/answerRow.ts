import { stateOf } from '../obligations/obligationState.ts';
import { blankRow, type RowValues } from '../row/row.ts';
import { packReview, unpackReview, type Review } from '../wire/parts/review.ts';
import type { ObligationState } from '../wire/parts/obligationState.ts';
import { lightOf, type LightsOn } from '../obligations/light.ts';
import { reviewOf } from './acted.ts';
import type { SheetRow } from '../wire/parts/sheetRow.ts';
import type { AnsweredOutcome, AnsweredRow } from '../wire/parts/outcome.ts';
import type { PushRow } from '../wire/push.ts';
import type { RowWrite } from './judgeRow.ts';
import { hasNeighbours, type NeighbourCounts, type SeriesObligation, type SeriesRow } from './series.ts';

/**
 * What of a written row is to be told beside its outcome: `null` where it does not stand as it was sent, so that all of
 * it has to be told. `around`: its neighbouring counts before the push and after it.
 */
export function answerOf(
  row: SeriesRow,
  { kind, version, asSent }: RowWrite,
  before: SeriesObligation,
  after: SeriesObligation,
  around: { before: NeighbourCounts; now: NeighbourCounts } | null,
  today: string,
): AnsweredRow | null {
  if (!asSent || kind === 'discard') return null;
  const answer: AnsweredRow = { state: stateOf(after, today) };
  if (after.behindFrom !== before.behindFrom) answer.behindFrom = after.behindFrom;
  if (after.punctuality !== null && after.punctuality !== before.punctuality)
    answer.punctuality = after.punctuality;
  const review = reviewOf(after);
  if (!isSameReview(review, reviewToFollow(reviewOf(before), answer.state)))
    answer.review = review && packReview(review);
  if (around && hasNeighbours(row.indicator)) {
    const { previousCount, nextCount } = around.now;
    if (previousCount !== around.before.previousCount) answer.previousCount = previousCount;
    if (nextCount !== around.before.nextCount) answer.nextCount = nextCount;
  }
  if (version.explainedRules.length > 0) answer.explainedRules = version.explainedRules;
  return answer;
}

/** The review that follows where none is told: what a push has made received, or received again, is to be accepted. */
function reviewToFollow(before: Review | null, state: ObligationState): Review | null {
  if (state !== 'received' && state !== 'fulfilled') return before;
  return unpackReview({ ...(before && packReview(before)), state: 'toAccept' });
}

/** Whether two reviews tell the same; whether it was resubmitted follows from the rest. */
const isSameReview = (a: Review | null, b: Review | null): boolean =>
  a?.state === b?.state &&
  a?.reason === b?.reason &&
  a?.returnedOn === b?.returnedOn &&
  a?.returnedBy === b?.returnedBy &&
  a?.answerBy === b?.answerBy;

/** The row that such an answer tells of, by what was known of it `before`, and what was pushed. */
export function answeredRow(
  before: SheetRow,
  pushed: PushRow,
  { outcome, version = 0, findings = [] }: AnsweredOutcome,
  row: AnsweredRow,
  on: LightsOn,
): SheetRow {
  const base = pushed.base === null ? blankRow : (before.draft?.values ?? before.values ?? blankRow);
  const values = { ...base, ...pushed.values } as RowValues;
  const { previousCount = before.context.previousCount, nextCount = before.context.nextCount } = row;
  const { explanation } = values;
  const text = typeof explanation === 'string' ? explanation : null;
  const written = { version, values, findings };
  const now = {
    state: row.state,
    behindFrom: row.behindFrom === undefined ? before.behindFrom : row.behindFrom,
    review:
      row.review === undefined
        ? reviewToFollow(before.review, row.state)
        : row.review && unpackReview(row.review),
  };
  return {
    ...before,
    ...now,
    punctuality: row.punctuality ?? before.punctuality,
    light: lightOf({ ...now, due: before.due, review: now.review?.state ?? null }, on),
    ...(outcome === 'invalid' ? { draft: written } : { ...written, draft: null }),
    prefill: null,
    context: {
      ...before.context,
      ...{ today: on.today, previousCount, nextCount },
      explained: { text, rules: row.explainedRules ?? [] },
    },
  };
}
