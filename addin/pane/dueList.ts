import { addDays, sundayOf } from '../../shared/calendar/days.ts';
import { obligationOf, returnedRows } from '../../shared/sheet/returnedRows.ts';
import type { SheetRow } from '../../shared/wire/parts/sheetRow.ts';
import type { Ledger } from '../flows/ledger.ts';
import type { Standing } from '../flows/standing.ts';
import { isUnreported, isWanting, saysDone } from '../flows/wanting.ts';

/** Rows still to be reported as done, each group by due date. */
export interface DueList {
  /** The first row of each obligation that the bureau has returned, what is to be answered first before others. */
  returned: SheetRow[];
  overdue: SheetRow[];
  /** From the server's today to its Sunday, on which what is weekly falls due (P7). */
  thisWeek: SheetRow[];
  nextWeek: SheetRow[];
  /** Due by this Sunday and filled in so that it passes: what is missing is the sync. */
  filled: SheetRow[];
  /** What falls due between this week's Monday and Sunday: nothing, some that is open, or all of it reported as done. */
  week: 'none' | 'open' | 'reported';
}

/** States of rows of which a report is, or was, due. */
const asked: readonly SheetRow['state'][] = ['open', 'overdue', 'received', 'fulfilled'];

/** What falls due, by the server's calendar. A row that has said done is left out while others of its obligation have not. */
export function dueList(
  { today, rows }: Pick<Ledger, 'today' | 'rows'>,
  standings: ReadonlyMap<string, Pick<Standing, 'kind' | 'values'>> = new Map(),
): DueList {
  const sunday = sundayOf(today);
  const list: DueList = {
    returned: returnedRows([...rows.values()].map(({ server }) => server)),
    overdue: [],
    thisWeek: [],
    nextWeek: [],
    filled: [],
    week: 'none',
  };
  const open = [...rows.values()]
    .map(({ server }) => server)
    .filter(isWanting)
    .toSorted((a, b) => a.due!.localeCompare(b.due!));
  for (const row of open) {
    const standing = standings.get(row.key);
    if (row.due! <= sunday && standing?.kind === 'changed' && saysDone(row, standing.values))
      list.filled.push(row);
    else if (row.due! < today) list.overdue.push(row);
    else if (row.due! <= sunday) list.thisWeek.push(row);
    else if (row.due! <= addDays(sunday, 7)) list.nextWeek.push(row);
  }
  const monday = addDays(sunday, -6);
  const isOfWeek = ({ due, state }: SheetRow) =>
    due !== null && due >= monday && due <= sunday && asked.includes(state);
  if ([...rows.values()].some(({ server }) => isOfWeek(server)))
    list.week = open.some(isOfWeek) ? 'open' : 'reported';
  return list;
}

/** How late a row is, in the words of a language: not reported, or reported and not done. */
export function lateWords(
  row: Pick<SheetRow, 'due' | 'version'>,
  today: string,
  { late, lateUndone }: Record<'late' | 'lateUndone', (days: number, due: string) => string>,
): string {
  return (isUnreported(row) ? late : lateUndone)(daysLate(row.due!, today), row.due!);
}

/** Of how many obligations rows are: the bureau counts these (P2), the ledger its rows. */
export function obligationsOf(rows: readonly SheetRow[]): number {
  return new Set(rows.map(({ key }) => obligationOf(key))).size;
}

/** Whole days from the day after which a report is late to today. */
export function daysLate(due: string, today: string): number {
  return Math.round((Date.parse(today) - Date.parse(due)) / 86_400_000);
}
