import { parseRowKey, type RowKeyFault } from '../../shared/rowKey/rowKey.ts';
import type { ScannedRow } from '../workbook/port.ts';

/** A scan sorted by what its rows are. Positions hold for this scan only (S1). */
export interface RowIndex {
  /** Rows of the ledger that stand in the sheet exactly once, by key. */
  rows: Map<string, ScannedRow>;
  /** Keys that stand there more than once. */
  duplicates: Map<string, ScannedRow[]>;
  /** Rows whose key cannot be read, or names a row of no concern here. */
  foreign: { row: ScannedRow; key: string; fault: RowKeyFault | 'unknown' }[];
  /** Filled-in rows without a key: the clerk's own, never reported. Blank ones are passed over. */
  strays: ScannedRow[];
  /** Rows of the ledger that are no longer in the sheet. */
  missing: string[];
}

/** `known`: the keys of the ledger's rows. */
export function indexRows(scan: ScannedRow[], known: Pick<ReadonlySet<string>, 'has' | 'keys'>): RowIndex {
  const index: RowIndex = { rows: new Map(), duplicates: new Map(), foreign: [], strays: [], missing: [] };
  for (const row of scan) {
    const key = keyOf(row);
    if (key === '') {
      if (!isBlank(row)) index.strays.push(row);
    } else if (!known.has(key)) {
      const read = parseRowKey(key);
      index.foreign.push({ row, key, fault: typeof read === 'string' ? read : 'unknown' });
    } else if (index.duplicates.has(key)) index.duplicates.get(key)!.push(row);
    else if (index.rows.has(key)) {
      index.duplicates.set(key, [index.rows.get(key)!, row]);
      index.rows.delete(key);
    } else index.rows.set(key, row);
  }
  for (const key of known.keys())
    if (!index.rows.has(key) && !index.duplicates.has(key)) index.missing.push(key);
  return index;
}

export function keyOf(row: ScannedRow): string {
  return String(row.cells.key ?? '').trim();
}

/** The result column is the add-in's own and fills no row. */
function isBlank(row: ScannedRow): boolean {
  return Object.entries(row.cells).every(
    ([column, cell]) =>
      column === 'result' || column === 'base' || cell === null || String(cell).trim() === '',
  );
}
