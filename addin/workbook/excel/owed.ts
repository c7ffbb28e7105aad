import type { CellValue } from '../../../shared/row/row.ts';
import { isWhatWasWritten, type Written } from './cell.ts';
import type { Block, Known, ToWrite } from './planWrite.ts';
import { blocksOf } from './planWrite.ts';
import { extentOf } from './ledgerBounds.ts';
import { blankAsNull } from './read.ts';

/** A cell that was written, as it was before, and what was sent to it. */
export interface Was extends Written {
  row: number;
  column: number;
  /** `null`: it was to be left as it is. */
  sent: Written['value'] | null;
}

/**
 * What the add-in has written where it should not be, and has to take back before anything else. Cells are found again by
 * the key of their row, since rows may be sorted until then; what has no key to be found by is put back where it was.
 */
export type Owed = { cells: OwedCell[] } | { sheet: string; act(sheet: Excel.Worksheet): void };

/** `key`: what stands as the key of its row since it was written. */
export type OwedCell = Was & { key: CellValue };

/** Cells by the key that their row has had since they were written. */
export function byKey(known: Known, keyAt: (row: number) => CellValue, cells: readonly Was[]): OwedCell[] {
  const column = known.bounds.columns.get('key');
  const sent = new Map(cells.filter((cell) => cell.column === column).map((cell) => [cell.row, cell.sent]));
  return cells
    .filter(({ sent: each }) => each !== null)
    .map((cell) => ({ ...cell, key: blankAsNull(sent.get(cell.row) ?? keyAt(cell.row)) }));
}

/** Puts cells back where they were, one by one: rows may be hidden. */
export function inPlace(cells: readonly Was[]): (sheet: Excel.Worksheet) => void {
  return (sheet) => {
    for (const { row, column, value, format } of cells) {
      const cell = sheet.getRangeByIndexes(row, column, 1, 1);
      cell.numberFormat = [[format]];
      cell.values = [[value]];
    }
  };
}

/** The cells that still hold what was sent to them, in the rows where they stand now, as they are to be again. */
export function planPutBack(
  known: Known,
  lines: CellValue[][],
  owed: readonly OwedCell[],
): { blocks: Block[]; after: Known } {
  const { bounds } = known;
  const { left } = extentOf(bounds.columns.values());
  const valueAt = (position: number, column: number): CellValue =>
    blankAsNull(lines[position]?.[column - left]);
  const holds = (position: number, { column, sent }: Was): boolean =>
    (sent !== null && isWhatWasWritten(valueAt(position, column), sent)) ||
    (sent === '' && valueAt(position, column) === null);
  const rows = new Map<number, OwedCell[]>();
  for (const cell of owed) rows.set(cell.row, [...(rows.get(cell.row) ?? []), cell]);
  const columns = new Map<number, Map<number, ToWrite>>();
  const keys = [...known.keys];
  for (const [row, cells] of rows) {
    const [{ key }] = cells as [OwedCell];
    const then = row - bounds.header - 1;
    const same = known.keys.flatMap((each, position) => (isKey(each, key) ? [position] : []));
    // Copies have one key: the row that holds all of it, and where it was if it may be that one.
    const whole = same.filter((position) => cells.every((cell) => holds(position, cell)));
    const likely = whole.length > 0 || key === null ? whole : same;
    const position = likely.includes(then) ? then : likely[0];
    if (position === undefined) continue;
    for (const cell of cells) {
      if (!holds(position, cell)) continue;
      const column = columns.get(cell.column) ?? new Map<number, ToWrite>();
      columns.set(cell.column, column);
      const { value, format } = cell;
      column.set(bounds.header + 1 + position, { value, format, seen: valueAt(position, cell.column) });
      if (cell.column === bounds.columns.get('key')) keys[position] = blankAsNull(value);
    }
  }
  return {
    blocks: [...columns].flatMap(([column, cells]) => blocksOf(column, cells, known.hides)),
    after: { ...known, keys },
  };
}

const isKey = (value: CellValue, key: CellValue): boolean =>
  value === key || (typeof key === 'string' && isWhatWasWritten(value, key));
