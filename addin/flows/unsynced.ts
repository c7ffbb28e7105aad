import type { ScannedRow, WorkbookState } from '../workbook/port.ts';
import { fieldsOf, type Ledger } from './ledger.ts';
import { indexRows } from './rowIndex.ts';
import { standingOf } from './standing.ts';
import { unpack } from './state.ts';
import { rawOf } from './values.ts';

/** Whose a workbook that is not open is, and how many of its rows the server has not seen. */
export interface Unsynced {
  unit: Ledger['unit'];
  year: number;
  rows: number;
}

/** Looks into a stored workbook; `null` where it holds no ledger. */
export function unsyncedOf(state: WorkbookState | null, scan: ScannedRow[]): Unsynced | null {
  const ledger = unpack(state);
  if (!ledger) return null;
  const index = indexRows(scan, ledger.rows);
  const fields = fieldsOf(ledger.columns);
  let rows = index.duplicates.size + index.misplaced.size;
  for (const [key, row] of index.rows) {
    const standing = standingOf(rawOf(row, fields), ledger.rows.get(key)!, ledger.today);
    if (standing.pushable || standing.kind === 'conflict') rows += 1;
  }
  return { unit: ledger.unit, year: ledger.list.year, rows };
}
