import { namesPeriod, periodWords } from '../../shared/calendar/periodWords.ts';
import type { ScannedRow } from '../workbook/port.ts';
import { rowFields } from '../../shared/row/row.ts';
import { identityOf, saysSame } from './columns.ts';
import { shown, type RowState } from './ledger.ts';
import { restored } from './restore.ts';
import { keysBySaying, saysOf } from './says.ts';

/** A row in which stands what is not, or no longer, its own (S1.3). */
export interface Misplaced {
  row: ScannedRow;
  /** Key of the row that its visible cells show; `null` where that cannot be told, or they show none. */
  shows: string | null;
  /** Its content is that of an earlier version than the workbook has seen: undone, or pasted from an older copy. */
  isOlder: boolean;
}

/**
 * Rows that were pasted over with another row's cells, cut from, or sorted without the hidden columns, and rows that were
 * brought back to what they said before. Whether their values are meant only the clerk knows.
 */
export function findMisplaced(
  rows: ReadonlyMap<string, ScannedRow>,
  ledger: ReadonlyMap<string, RowState>,
): Map<string, Misplaced> {
  const found = new Map<string, Misplaced>();
  const touched: [key: string, row: ScannedRow][] = [];
  for (const [key, row] of rows) {
    const state = ledger.get(key);
    if (isOlder(row, state)) found.set(key, { row, shows: null, isOlder: true });
    if (!isIntact(state, row)) touched.push([key, row]);
  }
  if (touched.length === 0) return found;
  const [keysOf, keysSaying] = [keysByArrangement(ledger), keysBySaying(ledger)];
  for (const [key, row] of touched) {
    const same = row.isHers
      ? (keysSaying.get(saysOf(row)) ?? [])
      : (keysOf.get(String(row.cells.arrangement)) ?? []).filter((other) => isIntact(ledger.get(other), row));
    if (same.length === 1) found.set(key, { row, shows: same[0]!, isOlder: false });
    else if (row.isHers || namesAnother(key, row)) found.set(key, { row, shows: null, isOlder: false });
  }
  const shown = new Set([...found.values()].map(({ shows }) => shows));
  for (const [key, row] of touched)
    if (shown.has(key) && !found.has(key)) found.set(key, { row, shows: null, isOlder: false });
  return found;
}

/** Without the hidden column nothing is known of versions. */
function isOlder({ cells }: ScannedRow, state: RowState | undefined): boolean {
  const stands = 'base' in cells ? (cells.base ?? 0) : null;
  if (!state || typeof stands !== 'number') return false;
  const { base, values } = shown(state.server);
  return base !== null && stands < base && rowFields.some((field) => !saysSame(values[field], cells[field]));
}

/** Whether a row is to be looked at together with all others. */
export function mayBeMisplaced(key: string, row: ScannedRow, ledger: ReadonlyMap<string, RowState>): boolean {
  const state = ledger.get(key);
  return isOlder(row, state) || !isIntact(state, row);
}

/** Whether the cells name another arrangement or period, be it one that is not in the ledger any more. */
function namesAnother(key: string, { cells }: ScannedRow): boolean {
  const [, arrangement, , , , period = ''] = key.split('.');
  const code = /^\d{1,2}-\d{1,2}-\d{1,2}(?= )/.exec(String(cells.arrangement))?.[0] ?? arrangement;
  const says = String(cells.period).trim();
  const isOther = namesPeriod(says) && says !== period && says !== periodWords(period);
  return code !== arrangement || isOther;
}

/** Whether the cells say what a row of the ledger is. What was never seen of the server cannot be compared. */
function isIntact(state: RowState | undefined, row: ScannedRow): boolean {
  if (state && row.isHers) return state.says === null || state.says === saysOf(row);
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
