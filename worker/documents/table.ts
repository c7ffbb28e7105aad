import type { Report } from '../../shared/import/diagnostics/catalogue.ts';
import type { ParseOptions } from '../../shared/import/parseTaskList.ts';
import { headerOf } from '../../shared/import/table/head.ts';
import { findHeader, saysWhatToDo, type Columns } from '../../shared/import/table/header.ts';
import { isMeasure } from '../../shared/import/table/measureRows.ts';
import { limits, tooLarge, tooManyColumns } from './limits.ts';

/** A merged cell: where it begins (0-based), and how many rows and columns it covers. */
export interface Merge {
  row: number;
  column: number;
  rows: number;
  columns: number;
}

/** A table as a reader finds it: covered cells are empty, and it is known what covers them. */
export interface Table {
  grid: string[][];
  merges: Merge[];
  hiddenRows: number[];
  hiddenColumns: number[];
  /** Addresses of cells whose formula has no result (`C7`). */
  unread?: string[];
  /** In how many cells something is struck out. */
  struck?: number;
}

/** Makes a table row by row; refuses one that is larger than a grid may be. */
export class TableBuilder {
  readonly table: Table = { grid: [], merges: [], hiddenRows: [], hiddenColumns: [] };

  /** Begins a row, and gives its number. */
  row(): number {
    const row = this.table.grid.push([]) - 1;
    if (row >= limits.rows) {
      throw tooLarge(`表格超过 ${limits.rows} 行`, `the table has more than ${limits.rows} rows`);
    }
    return row;
  }

  /** Puts a cell into the row at hand; columns before it are covered from above. */
  cell(text: string, merge: Merge): void {
    const { row, column, rows, columns } = merge;
    if (column + columns > limits.columns) throw tooManyColumns(row);
    const cells = this.table.grid[row] ?? [];
    while (cells.length < column) cells.push('');
    cells.push(text);
    if (rows > 1 || columns > 1) this.table.merges.push(merge);
  }

  /** Lets a cell that was put reach down to the row at hand. */
  extend(merge: Merge): void {
    if (merge.rows === 1 && merge.columns === 1) this.table.merges.push(merge);
    merge.rows = this.table.grid.length - merge.row;
  }
}

/** What a person has said of the columns, now or of an earlier list. */
export type SaidOfColumns = Pick<ParseOptions, 'columns' | 'keptColumns'>;

export function hasHeader(grid: readonly (readonly string[])[]): boolean {
  const header = findHeader(grid);
  return header !== null && saysWhatToDo(header);
}

/**
 * A cell merged downwards says the same of each task that it stands beside: its value goes into covered rows that begin a task of their
 * own (a sequence or a name). Rows that do not are the same task going on; there the cell was said already, but for units and deadlines,
 * which are said of every arrangement beside them. Nor do numbered measures beside the name of their task.
 */
function spread({ grid, merges }: Table, { columns: given, keptColumns }: SaidOfColumns): string[][] {
  const header = headerOf(grid, given, keptColumns)?.header ?? null;
  if (header === null) return grid;
  const { columns } = header;
  const naming = [...(columns.sequence ?? []), ...(columns.name ?? [])];
  const own = new Set(
    grid.flatMap((row, index) => (naming.some((at) => (row[at] ?? '').trim() !== '') ? [index] : [])),
  );
  for (const row of measuresIn(grid, merges, columns)) own.delete(row);
  // Who and until when is said of every arrangement beside it.
  const ofRows = (['deadline', 'lead', 'units', 'supporting'] as const).flatMap(
    (role) => columns[role] ?? [],
  );
  const isSaid = (row: number, column: number): boolean =>
    own.has(row) ||
    (ofRows.includes(column) && (grid[row]?.[columns.arrangements?.[0] ?? -1] ?? '').trim() !== '');
  for (const { row, column, rows } of merges) {
    const value = grid[row]?.[column] ?? '';
    if (row < header.row + header.height || value === '') continue;
    for (let below = row + 1; below < Math.min(row + rows, grid.length); below += 1) {
      const cells = grid[below];
      if (cells && isSaid(below, column) && (cells[column] ?? '') === '') {
        while (cells.length <= column) cells.push('');
        cells[column] = value;
      }
    }
  }
  return grid;
}

/** Rows that number a measure of the task whose name is merged over them. */
function measuresIn(
  grid: readonly (readonly string[])[],
  merges: readonly Merge[],
  columns: Columns,
): number[] {
  const [sequence, name, arrangements] = (['sequence', 'name', 'arrangements'] as const).map(
    (column) => columns[column]?.[0] ?? -1,
  ) as [number, number, number];
  const numbered = (row: number) => ({
    sequence: grid[row]?.[sequence] ?? '',
    arrangements: grid[row]?.[arrangements] ?? '',
  });
  return merges
    .filter(({ column }) => column === name)
    .flatMap(({ row, rows }) => {
      const measures: number[] = [];
      let above = row;
      for (let below = row + 1; below < Math.min(row + rows, grid.length); below += 1) {
        if (numbered(below).sequence.trim() === '') continue;
        if (!isMeasure(numbered(above), numbered(below))) break;
        measures.push(below);
        above = below;
      }
      return measures;
    });
}

const list = (numbers: readonly (number | string)[]): string =>
  numbers.slice(0, 20).join('、') + (numbers.length > 20 ? '…' : '');

export const letters = (column: number): string =>
  (column >= 26 ? letters(Math.floor(column / 26) - 1) : '') + String.fromCharCode(65 + (column % 26));

/** The grid of one table, its rows counted from `first`; hidden rows and columns are read, and told. */
export function gridOf(table: Table, report: Report, said: SaidOfColumns = {}, first = 0): string[][] {
  const { hiddenRows, hiddenColumns, unread = [], struck = 0 } = table;
  if (unread.length > 0) report('cells-unread', { detail: list(unread) });
  if (struck > 0) report('struck-text', { detail: String(struck) });
  const filled = hiddenRows.filter((row) => table.grid[row]?.some((cell) => cell !== ''));
  if (filled.length > 0) {
    const rows = filled.map((row) => row + first + 1);
    report('hidden-rows', { detail: list(rows), row: filled[0]! + first });
  }
  const columns = hiddenColumns.filter((column) => table.grid.some((row) => (row[column] ?? '') !== ''));
  if (columns.length > 0) report('hidden-columns', { detail: columns.map(letters).join('、') });
  return spread(table, said);
}
