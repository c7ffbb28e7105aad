import type { LedgerChange } from '../workbook/port.ts';
import type { Ledger } from './ledger.ts';
import type { RowIndex } from './rowIndex.ts';
import { keysBySaying } from './says.ts';

/**
 * A sheet of the clerk's own that was sorted without its hidden columns: a filter of hers takes only its own columns along. Where her
 * words say of every row that it is another of them, one for one, their keys follow the words. Where two rows have the same words,
 * nobody can tell, and she is asked.
 */
export function sortedAside(
  ledger: Ledger,
  { misplaced }: RowIndex,
): NonNullable<LedgerChange['atPositions']> {
  if (!ledger.hers || misplaced.size < 2) return [];
  const all = [...misplaced];
  const shows = new Set(all.map(([, each]) => each.shows));
  const isOneForOne =
    shows.size === all.length && all.every(([key, { isOlder }]) => !isOlder && shows.has(key));
  const isPlain = [...keysBySaying(ledger.rows).values()].every((keys) => keys.length === 1);
  if (!isOneForOne || !isPlain) return [];
  return all.map(([, { row, shows: key }]) => ({
    position: row.position,
    cells: { key, base: misplaced.get(key!)?.row.cells.base ?? null, result: null },
  }));
}
