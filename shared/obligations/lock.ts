import { addDays } from '../calendar/days.ts';

/** What decides whether rows can still be written. */
export interface LockFacts {
  lockOn: string | null;
  unlockedUntil: string | null;
}

/** The lock holds from the day after the lock date, but for days up to which the bureau has unlocked it (P3, P4.3). */
export function isLocked({ lockOn, unlockedUntil }: LockFacts, today: string): boolean {
  return lockOn !== null && today > lockOn && (unlockedUntil === null || today > unlockedUntil);
}

/** The lock date of a due date. */
export const lockAfter = (dueOn: string | null, days: number | null): string | null =>
  dueOn === null || days === null ? null : addDays(dueOn, days);
