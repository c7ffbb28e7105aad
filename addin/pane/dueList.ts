import { addDays, sundayOf } from '../../shared/calendar/days.ts';
import { isCadence } from '../../shared/rules/context.ts';
import type { SheetRow } from '../../shared/wire/parts/sheetRow.ts';
import type { Ledger } from '../flows/ledger.ts';

/** Rows still to be reported as done, each group by due date. */
export interface DueList {
  overdue: SheetRow[];
  /** From the server's today to its Sunday, on which what is weekly falls due (P7). */
  thisWeek: SheetRow[];
  nextWeek: SheetRow[];
}

/** What falls due, by the server's calendar. A row that has said done is left out while others of its obligation have not. */
export function dueList({ today, rows }: Pick<Ledger, 'today' | 'rows'>): DueList {
  const sunday = sundayOf(today);
  const list: DueList = { overdue: [], thisWeek: [], nextWeek: [] };
  const open = [...rows.values()]
    .map(({ server }) => server)
    .filter((row) => row.due !== null && ['open', 'overdue', 'received'].includes(row.state) && !isDone(row))
    .toSorted((a, b) => a.due!.localeCompare(b.due!));
  for (const row of open) {
    if (row.due! < today) list.overdue.push(row);
    else if (row.due! <= sunday) list.thisWeek.push(row);
    else if (row.due! <= addDays(sunday, 7)) list.nextWeek.push(row);
  }
  return list;
}

function isDone({ values, context }: SheetRow): boolean {
  const status = values?.status;
  return status === '本地无此类' || status === (isCadence(context) ? '已开展' : '已完成');
}
