import type { ObligationItem } from '../wire/parts/obligation.ts';

const day = 86_400_000;

/** Days from one calendar date to another. */
export const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / day;

/** Days by which an obligation was, or is, later than its due date; 0 where it is in time. */
export function daysLate(
  { due, state, punctuality, firstFulfilledAt }: ObligationItem,
  today: string,
): number {
  if (due === null) return 0;
  if (state === 'overdue') return Math.max(0, daysBetween(due, today));
  if (punctuality === null || punctuality === 'onTime' || firstFulfilledAt === null) return 0;
  return Math.max(0, daysBetween(due, firstFulfilledAt.slice(0, 10)));
}
