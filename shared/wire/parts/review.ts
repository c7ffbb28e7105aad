import * as z from 'zod';

/** How the bureau has reviewed what was received; it stands beside an obligation's state, not in it. */
export const reviewState = z.enum(['toAccept', 'accepted', 'returned']).meta({ id: 'ReviewState' });
export type ReviewState = z.infer<typeof reviewState>;

/** The review of an obligation; of the last return it says why, when, by whom, and until when an answer is asked for. */
export const review = z
  .strictObject({
    state: reviewState,
    /** Pushed again since it was returned, and to be accepted (重新提交). */
    resubmitted: z.boolean(),
    reason: z.string().nullable(),
    returnedOn: z.iso.date().nullable(),
    /** The person's name. */
    returnedBy: z.string().nullable(),
    answerBy: z.iso.date().nullable(),
  })
  .meta({ id: 'Review' });
export type Review = z.infer<typeof review>;

/** The same as it is sent in rows: without what is blank. */
export const packedReview = z
  .strictObject({
    state: reviewState,
    reason: z.string().optional(),
    returnedOn: z.iso.date().optional(),
    returnedBy: z.string().optional(),
    answerBy: z.iso.date().optional(),
  })
  .meta({ id: 'PackedReview' });
export type PackedReview = z.infer<typeof packedReview>;

export function packReview({ state, reason, returnedOn, returnedBy, answerBy }: Review): PackedReview {
  return {
    state,
    ...(reason !== null && { reason }),
    ...(returnedOn !== null && { returnedOn }),
    ...(returnedBy !== null && { returnedBy }),
    ...(answerBy !== null && { answerBy }),
  };
}

export function unpackReview(packed: PackedReview): Review {
  const { state, reason = null, returnedOn = null, returnedBy = null, answerBy = null } = packed;
  const resubmitted = state === 'toAccept' && returnedOn !== null;
  return { state, resubmitted, reason, returnedOn, returnedBy, answerBy };
}
