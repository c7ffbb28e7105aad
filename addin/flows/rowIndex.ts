import { parseRowKey, type RowKeyFault } from '../../shared/rowKey/rowKey.ts';
import type { ScannedRow } from '../workbook/port.ts';
import type { RowState } from './ledger.ts';
import { findMisplaced, type Misplaced } from './misplaced.ts';
import { isHers } from './says.ts';

/** A scan sorted by what its rows are. Positions hold for this scan only (S1). */
export interface RowIndex {
  /** Rows of the ledger that stand in the sheet exactly once, and show what they are, by key. */
  rows: Map<string, ScannedRow>;
  /** Keys that stand there more than once. */
  duplicates: Map<string, ScannedRow[]>;
  /** Rows that show another row of the ledger than their key names, by key. */
  misplaced: Map<string, Misplaced>;
  /** Rows whose key cannot be read, or names a row of no concern here. */
  foreign: { row: ScannedRow; key: string; fault: RowKeyFault | 'unknown' }[];
  /** Filled-in rows without a key: the clerk's own, never reported. Blank ones are passed over. */
  strays: ScannedRow[];
  /** Rows without a key in which nothing stands but the add-in's own verdict: what it was said of is gone. */
  emptied: ScannedRow[];
  /** Rows of the ledger that are no longer in the sheet. */
  missing: string[];
}

/** `arrived`: keys of rows that the ledger does not know yet. */
export function indexRows(
  scan: ScannedRow[],
  ledger: ReadonlyMap<string, RowState>,
  arrived: Iterable<string> = [],
): RowIndex {
  const added = new Set([...arrived].filter((key) => !ledger.has(key)));
  const index: RowIndex = {
    rows: new Map(),
    duplicates: new Map(),
    misplaced: new Map(),
    foreign: [],
    strays: [],
    emptied: [],
    missing: [],
  };
  for (const row of scan) {
    const key = keyOf(row);
    if (key === '') {
      if (!isBlank(row)) index.strays.push(row);
      else if ((row.cells.result ?? null) !== null) index.emptied.push(row);
    } else if (!ledger.has(key) && !added.has(key)) {
      const read = parseRowKey(key);
      index.foreign.push({ row, key, fault: typeof read === 'string' ? read : 'unknown' });
    } else if (index.duplicates.has(key)) index.duplicates.get(key)!.push(row);
    else if (index.rows.has(key)) {
      index.duplicates.set(key, [index.rows.get(key)!, row]);
      index.rows.delete(key);
    } else index.rows.set(key, row);
  }
  const hers = isHers(scan, ledger);
  if (index.rows.size + index.duplicates.size < ledger.size + added.size)
    for (const key of [...ledger.keys(), ...added])
      if (!index.rows.has(key) && !index.duplicates.has(key)) {
        // What never was in a sheet of the clerk's own is not gone from it.
        if (!hers || (ledger.get(key)?.says ?? null) !== null) index.missing.push(key);
      }
  index.misplaced = findMisplaced(index.rows, ledger);
  for (const key of index.misplaced.keys()) index.rows.delete(key);
  return index;
}

/** Whether it is open which cells are this row's: nothing is read from them and nothing written until the clerk has said so. */
export function isOpen({ duplicates, misplaced }: RowIndex, key: string): boolean {
  return duplicates.has(key) || misplaced.has(key);
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
