import type { Acted, Light } from '../wire/parts/acted.ts';
import type { ReviewState } from '../wire/parts/review.ts';

/** What is stored of an obligation by the bureau's acts and by the clocks; days, `null` where there is none. */
export interface ActedFacts {
  review: ReviewState | null;
  /** Of the last return; kept when it is pushed again. */
  returnReason: string | null;
  returnedOn: string | null;
  answerBy: string | null;
  /** The person's name. */
  returnedBy: string | null;
  /** The due date before an extension. */
  dueOriginal: string | null;
  extensionReason: string | null;
  extensionDocument: string | null;
  movedFrom: string | null;
  unlockedUntil: string | null;
  declared: string | null;
  /** From this day on it is behind pace, as things stand. */
  behindFrom: string | null;
}

/** The facts of what nobody has acted on. */
export const noActs: ActedFacts = {
  review: null,
  returnReason: null,
  returnedOn: null,
  answerBy: null,
  returnedBy: null,
  dueOriginal: null,
  extensionReason: null,
  extensionDocument: null,
  movedFrom: null,
  unlockedUntil: null,
  declared: null,
  behindFrom: null,
};

/** How the bureau has reviewed it, as it goes over the wire. */
export function reviewOf(facts: ActedFacts): Acted['review'] {
  const { review: state, returnReason: reason, returnedOn, returnedBy, answerBy } = facts;
  return (
    state && {
      ...{ state, resubmitted: state === 'toAccept' && returnedOn !== null },
      ...{ reason, returnedOn, returnedBy, answerBy },
    }
  );
}

/** What of it goes over the wire. */
export function actedOf(facts: ActedFacts, light: Light | null): Acted {
  const { dueOriginal, movedFrom, unlockedUntil, declared, behindFrom } = facts;
  return {
    review: reviewOf(facts),
    dueOriginal,
    extension:
      dueOriginal === null
        ? null
        : { reason: facts.extensionReason ?? '', document: facts.extensionDocument ?? '' },
    movedFrom,
    unlockedUntil,
    declared,
    light,
    behindFrom,
  };
}
