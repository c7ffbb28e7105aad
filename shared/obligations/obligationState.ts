import type { ObligationState } from '../wire/parts/obligationState.ts';

/** What decides an obligation's state. */
export interface ObligationFacts {
  opensOn: string;
  dueOn: string | null;
  rowCount: number;
  receivedRows: number;
  fulfilledRows: number;
  waivedBy: string | null;
  retired: boolean;
}

/** Due passed and not fulfilled: a due date ends at 24:00, so the day itself is still on time (P1, P2). */
export function isPast(dueOn: string | null, today: string): boolean {
  return dueOn !== null && dueOn < today;
}

/** The state of an obligation on a day (P2, P5). */
export function stateOf(facts: ObligationFacts, today: string): ObligationState {
  if (facts.retired) return 'retired';
  if (facts.fulfilledRows === facts.rowCount) return 'fulfilled';
  if (facts.waivedBy !== null && facts.receivedRows === 0) return 'waived';
  if (isPast(facts.dueOn, today)) return 'overdue';
  if (facts.receivedRows === facts.rowCount) return 'received';
  if (facts.dueOn === null) return 'undated';
  return facts.opensOn > today ? 'upcoming' : 'open';
}
