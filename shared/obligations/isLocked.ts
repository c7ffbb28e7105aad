/** The dates that decide whether a report is still taken. */
export interface LockFacts {
  lock: string | null;
  /** The bureau has unlocked it (临时解锁) up to this day. */
  unlockedUntil: string | null;
}

/** Whether a lock holds on a day: the lock day has passed, and no unlocking lasts to that day (P3). */
export function isLocked({ lock, unlockedUntil }: LockFacts, today: string): boolean {
  if (lock === null || today <= lock) return false;
  return unlockedUntil === null || today > unlockedUntil;
}
