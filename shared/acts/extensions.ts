import { lockAfter } from '../obligations/lock.ts';
import type { ActedFacts } from '../sync/acted.ts';

/** When an obligation falls due and is locked, and what of it an extension has made. */
export type DatesInForce = Pick<ActedFacts, 'dueOriginal' | 'extensionReason' | 'extensionDocument'> & {
  dueOn: string | null;
  lockOn: string | null;
};

/**
 * The dates of an obligation that the list asks for at an occasion: an extension stays in force where it is later than the
 * list's date, which is then the one before it (P4.2).
 */
export function datesInForce(
  stored: DatesInForce,
  occasion: { dueOn: string | null; lockOn: string | null },
  lockDays: number | null,
): DatesInForce {
  const { dueOn, dueOriginal, extensionReason, extensionDocument } = stored;
  const listed = { dueOn: occasion.dueOn, lockOn: occasion.lockOn };
  const isLater = dueOn !== null && occasion.dueOn !== null && dueOn > occasion.dueOn;
  return dueOriginal !== null && isLater
    ? {
        dueOn,
        lockOn: lockAfter(dueOn, lockDays),
        dueOriginal: occasion.dueOn,
        extensionReason,
        extensionDocument,
      }
    : { ...listed, dueOriginal: null, extensionReason: null, extensionDocument: null };
}
