import type { ScannedRow } from '../workbook/port.ts';
import { identityOf } from './columns.ts';
import type { RowState } from './ledger.ts';
import { restored } from './restore.ts';

/** A row whose visible cells show another row of the ledger than its hidden key names (S1.3). */
export interface Misplaced {
  row: ScannedRow;
  /** Key of the row that it shows; `null`: its own content is shown by another row, and it shows none. */
  shows: string | null;
}

/**
 * Rows that were pasted over with another row's cells, cut from, or sorted without the hidden columns. Whose their values
 * are only the clerk knows.
 */
export function findMisplaced(
  rows: ReadonlyMap<string, ScannedRow>,
  ledger: ReadonlyMap<string, RowState>,
): Map<string, Misplaced> {
  const found = new Map<string, Misplaced>();
  const touched = [...rows].filter(([key, row]) => !isIntact(key, row, ledger));
  if (touched.length === 0) return found;
  const keysOf = keysByArrangement(ledger);
  for (const [key, row] of touched) {
    const same = (keysOf.get(String(row.cells.arrangement)) ?? []).filter((other) =>
      isIntact(other, row, ledger),
    );
    if (same.length === 1) found.set(key, { row, shows: same[0]! });
  }
  const shown = new Set([...found.values()].map(({ shows }) => shows));
  for (const [key, row] of touched)
    if (shown.has(key) && !found.has(key)) found.set(key, { row, shows: null });
  return found;
}

/** Whether the cells of a row say what a key names. What was never seen of the server cannot be compared. */
function isIntact(key: string, row: ScannedRow, ledger: ReadonlyMap<string, RowState>): boolean {
  const state = ledger.get(key);
  return !state || restored(state.server, row) === null;
}

function keysByArrangement(ledger: ReadonlyMap<string, RowState>): Map<string, string[]> {
  const keys = new Map<string, string[]>();
  for (const [key, { server }] of ledger) {
    const name = String(identityOf(server).arrangement);
    const list = keys.get(name);
    if (list) list.push(key);
    else keys.set(name, [key]);
  }
  return keys;
}
