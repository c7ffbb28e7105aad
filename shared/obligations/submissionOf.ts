import type { ObligationItem } from '../wire/parts/obligation.ts';
import type { ReportedRow } from '../wire/parts/reportedRow.ts';
import type { Submission } from '../wire/parts/submission.ts';

/** A row as the list of all rows tells it: with how its obligation stands. */
export function submissionOf(obligation: ObligationItem, row: ReportedRow): Submission {
  const { unit, category, task, taskName, arrangement, arrangementText, period } = obligation;
  const { opens, due, dueOriginal, movedFrom, lock, state, punctuality, light, review } = obligation;
  return {
    ...row,
    obligation: obligation.key,
    ...{ unit, category, task, taskName, arrangement, arrangementText, period },
    ...{ opens, due, dueOriginal, movedFrom, lock, state, punctuality, light },
    review: review?.state ?? null,
    reviewReason: review?.reason ?? null,
  };
}
