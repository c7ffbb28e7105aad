import { addDays, sundayOf } from '../../shared/calendar/days.ts';
import { isReturned } from '../../shared/sheet/returnedRows.ts';
import type { SheetRow } from '../../shared/wire/parts/sheetRow.ts';
import type { Ledger } from './ledger.ts';
import { isUnreported, isWanting } from './wanting.ts';

/** The rows that a clerk wants to see, each a filter of the sheet. */
export const viewIds = ['returned', 'week', 'overdue', 'undone', 'month', 'reported', 'all'] as const;
export type ViewId = (typeof viewIds)[number];

type Dates = Pick<Ledger, 'today'>;

/** Views that seldom have any row: each is there only while it has. */
export const seldom: readonly ViewId[] = ['returned', 'undone'];

const shows: Record<ViewId, (row: SheetRow, dates: Dates) => boolean> = {
  returned: isReturned,
  week: (row, { today }) => isWanting(row) && row.due! >= today && row.due! <= sundayOf(today),
  overdue: (row, { today }) => isWanting(row) && isUnreported(row) && row.due! < today,
  undone: (row, { today }) => isWanting(row) && !isUnreported(row) && row.due! < today,
  month: (row, { today }) => isWanting(row) && row.due! >= today && row.due! < firstOfNext(today),
  reported: (row) => row.version !== null,
  all: () => true,
};

/** Keys of the rows that a view shows, by what the server last said of them and by its today. */
export function rowsIn(view: ViewId, ledger: Pick<Ledger, 'today' | 'rows' | 'hers'>): string[] {
  return [...ledger.rows.values()]
    .filter(({ says }) => !ledger.hers || says !== null)
    .filter(({ server }) => shows[view](server, ledger))
    .map(({ server }) => server.key);
}

/** The first day of the month after a date's. */
function firstOfNext(today: string): string {
  return `${addDays(`${today.slice(0, 8)}01`, 31).slice(0, 8)}01`;
}
