import type { CellValue } from '../../shared/row/row.ts';
import type { ScannedRow } from '../workbook/port.ts';
import { columnsOf } from './columns.ts';
import type { Ledger } from './ledger.ts';
import { keyOf } from './rowIndex.ts';
import { rowsIn, viewIds, type ViewId } from './views.ts';

/** The ledger as a table to be taken along: what is in sight of a clerk, as it stands in the sheet. */
export interface Table {
  view: ViewId;
  headers: string[];
  /** In pixels, as in the ledger. */
  widths: number[];
  rows: CellValue[][];
}

/** A table for each view; the one of all rows holds also what stands there without belonging to the ledger. */
export function tablesOf(ledger: Ledger, scan: readonly ScannedRow[]): Table[] {
  const columns = columnsOf(ledger.columns).filter(({ role }) => role !== 'hidden');
  return viewIds.flatMap((view) => {
    const keys = new Set(rowsIn(view, ledger));
    if (view === 'returned' && keys.size === 0) return [];
    return {
      view,
      headers: columns.map(({ header }) => header),
      widths: columns.map(({ width }) => width),
      rows: scan
        .filter((row) => view === 'all' || keys.has(keyOf(row)))
        .map(({ cells }) => columns.map(({ id }) => cells[id] ?? null)),
    };
  });
}
