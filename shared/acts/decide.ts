import { lockAfter } from '../obligations/lock.ts';
import { listOfKey } from '../rowKey/rowKey.ts';
import type { SeriesObligation } from '../sync/series.ts';
import type { ActRequest } from '../wire/act.ts';
import type { RefusalCode } from './refusals.ts';

/** The day, the person and the list's settings by which an act is decided. */
export interface ActOn {
  today: string;
  /** The name of the person who acts. */
  holder: string;
  lockDaysAfterDue: number | null;
  /** The day until which an answer to a return of today is asked for. */
  answerBy: string;
}

/** What an act does to one obligation: refused, nothing (`after` is `null`), or what it becomes. */
export type Decision = { refused: RefusalCode } | { refused: null; after: SeriesObligation | null };

const refuse = (refused: RefusalCode): Decision => ({ refused });
const unchanged: Decision = { refused: null, after: null };
const becomes = (after: SeriesObligation): Decision => ({ refused: null, after });

const noReturn = { returnReason: null, returnedOn: null, answerBy: null, returnedBy: null };

/** An act on one obligation, whose counts are settled elsewhere; declarations are decided by their series. */
export type SingleAct = Exclude<ActRequest, { act: 'declareNotApplicable' | 'withdrawDeclaration' }>;

/** The obligation with another due date: the lock follows it. */
function dueOn(obligation: SeriesObligation, due: string | null, days: number | null): SeriesObligation {
  return { ...obligation, dueOn: due, lockOn: lockAfter(due, days) };
}

/** What was extended falls due again as it did before. */
export function withoutExtension(obligation: SeriesObligation, days: number | null): SeriesObligation {
  return {
    ...dueOn(obligation, obligation.dueOriginal, days),
    ...{ dueOriginal: null, extensionReason: null, extensionDocument: null },
  };
}

/** An extension ends at the latest with the year after the list’s: 2042 for 2024 is a slip of the hand (P4.2). */
const lastDueOf = (key: string): string => `${Number(listOfKey(key)) + 1}-12-31`;

/** A return that is to be answered after the lock date unlocks until then: what is asked for can be given (P4.1). */
function openUntil({ lockOn, unlockedUntil }: SeriesObligation, answerBy: string): string | null {
  if (lockOn === null || lockOn >= answerBy) return unlockedUntil;
  return unlockedUntil !== null && unlockedUntil > answerBy ? unlockedUntil : answerBy;
}

/** A return that is taken back was none, and what it unlocked is locked. */
const withoutReturn = ({ unlockedUntil, answerBy }: SeriesObligation): Partial<SeriesObligation> => ({
  ...noReturn,
  unlockedUntil: unlockedUntil === answerBy ? null : unlockedUntil,
});

const isFulfilled = ({ fulfilledRows, rowCount }: SeriesObligation): boolean => fulfilledRows === rowCount;

/** Decides one act of one obligation that is asked for (B4.2, P4). */
export function decide(act: SingleAct, obligation: SeriesObligation, on: ActOn): Decision {
  const { review } = obligation;
  switch (act.act) {
    case 'accept':
      if (review === null) return refuse('not-received');
      return review === 'accepted' ? unchanged : becomes({ ...obligation, review: 'accepted' });
    case 'return': {
      if (review === null) return refuse('not-received');
      const { reason } = act;
      if (review === 'returned' && obligation.returnReason === reason) return unchanged;
      const { today: returnedOn, holder: returnedBy, answerBy } = on;
      return becomes({
        ...obligation,
        ...{ review: 'returned', returnReason: reason, returnedOn, returnedBy, answerBy },
        unlockedUntil: openUntil(obligation, answerBy),
      });
    }
    case 'reopen':
      if (review === null) return refuse('not-received');
      if (review === 'toAccept') return unchanged;
      // A return that is taken back was none: nobody has answered it.
      return becomes({
        ...obligation,
        ...(review === 'returned' ? withoutReturn(obligation) : {}),
        review: 'toAccept',
      });
    case 'extend': {
      if (obligation.dueOn === null) return refuse('undated');
      if (isFulfilled(obligation)) return unchanged;
      if (act.due <= obligation.dueOn) return refuse('not-later');
      if (act.due > lastDueOf(obligation.key)) return refuse('too-late');
      return becomes({
        ...dueOn(obligation, act.due, on.lockDaysAfterDue),
        dueOriginal: obligation.dueOriginal ?? obligation.dueOn,
        extensionReason: act.reason,
        extensionDocument: act.document,
      });
    }
    case 'withdrawExtension':
      if (obligation.dueOriginal === null) return unchanged;
      return becomes(withoutExtension(obligation, on.lockDaysAfterDue));
    case 'unlock': {
      if (obligation.lockOn === null) return refuse('not-locked');
      if (act.until < on.today) return refuse('until-past');
      const nothing = act.until <= obligation.lockOn || act.until === obligation.unlockedUntil;
      return nothing ? unchanged : becomes({ ...obligation, unlockedUntil: act.until });
    }
    case 'lock':
      if (obligation.unlockedUntil === null) return unchanged;
      return becomes({ ...obligation, unlockedUntil: null });
  }
}
