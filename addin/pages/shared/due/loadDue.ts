import { addDays, sundayOf } from '../../../../shared/calendar/days.ts';
import type { ObligationItem } from '../../../../shared/wire/parts/obligation.ts';
import type { ProgressApi } from '../progress/progressApi.ts';

/** So many of a group are listed; of more the number ends in a plus. */
const most = 100;

/** Obligations of a unit that wait for the same. */
export interface DueGroup {
  id: 'returned' | 'overdue' | 'week';
  items: ObligationItem[];
  /** How many there are, in a word: 100+ where not all are listed. */
  count: string;
  /** Rows of the ledger that have yet to say done: obligations are what the bureau counts, rows what a clerk fills in. */
  rows: string;
}

export interface UnitDue {
  /** What was returned comes first, then what is overdue, then this week's; those that have any. */
  groups: DueGroup[];
  /** Whether something of this week is reported as done. */
  isReported: boolean;
  /** Whom the list names to be asked. */
  contact: string;
}

/** What a unit has to do now: what was returned, what is overdue, and what falls due this week, by its Sunday. */
export async function loadDue(api: ProgressApi, year: number, today: string): Promise<UnitDue> {
  const sunday = sundayOf(today);
  const [returned, overdue, week, { settings }] = await Promise.all([
    api.obligations(year, { counted: 'returned' }, null, most),
    api.obligations(year, { counted: 'overdue' }, null, most),
    api.obligations(year, { dueFrom: addDays(sunday, -6), dueBefore: addDays(sunday, 1) }, null, most),
    api.settings(year),
  ]);
  const waiting = week.obligations.filter(
    ({ due, state }) => due !== null && due >= today && (state === 'open' || state === 'received'),
  );
  const by = ({ review }: ObligationItem): string => review?.answerBy ?? '9999-99-99';
  const first = returned.obligations.toSorted((a, b) => by(a).localeCompare(by(b)));
  return {
    groups: [
      groupOf('returned', first, returned.next !== null),
      groupOf('overdue', overdue.obligations, overdue.next !== null),
      groupOf('week', waiting, week.next !== null),
    ].filter(({ items }) => items.length > 0),
    isReported: week.obligations.some(({ state }) => state === 'fulfilled'),
    contact: settings.contact,
  };
}

function groupOf(id: DueGroup['id'], items: ObligationItem[], isMore: boolean): DueGroup {
  const counted = (number: number): string => `${number}${isMore ? '+' : ''}`;
  const open = items.reduce((sum, { rows, fulfilledRows }) => sum + rows - fulfilledRows, 0);
  return { id, items, count: counted(items.length), rows: counted(open) };
}
