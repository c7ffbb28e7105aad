import type { Area } from './address.ts';
import { enter, type Value } from './entry.ts';

export interface Cell {
  value: Value | null;
  formula?: string;
  numberFormat: string;
  fill: string | null;
  /** The text is struck out. */
  struck?: true;
  note?: string;
  /** A threaded comment: a cell has one or a note, never both. */
  thread?: string;
}

/**
 * A list that a cell offers; it belongs to the place, not to what stands there.
 * https://support.microsoft.com/office/29fecbcc-d1b9-42c1-9d76-eff3ce5f7249
 */
export interface Validation {
  source: string;
  showAlert: boolean;
}

/** https://learn.microsoft.com/javascript/api/excel/excel.sheetvisibility */
export type Visibility = 'Visible' | 'Hidden' | 'VeryHidden';

/** A worksheet: cells, and what belongs to rows, columns and places. */
export class Sheet {
  readonly id: string;
  name: string;
  visibility: Visibility = 'Visible';
  /** Rows of cells; a cell that holds nothing and looks like nothing is not there. */
  rows = new Map<number, Map<number, Cell>>();
  validations = new Map<number, Map<number, Validation>>();
  /** Hidden by hand, and by a filter. */
  hiddenRows = new Set<number>();
  filteredRows = new Set<number>();
  hiddenColumns = new Set<number>();
  columnWidths = new Map<number, number>();
  frozenRows = 0;
  /** Cells that are shown as one. */
  merges: Area[] = [];
  /** Protected: nothing can be written. */
  isProtected = false;

  constructor(id: string, name: string) {
    this.id = id;
    this.name = name;
  }

  isHidden(row: number): boolean {
    return this.hiddenRows.has(row) || this.filteredRows.has(row);
  }

  cell(row: number, column: number): Cell | undefined {
    return this.rows.get(row)?.get(column);
  }

  value(row: number, column: number): Value | null {
    return this.cell(row, column)?.value ?? null;
  }

  formatAt(row: number, column: number): string {
    return this.cell(row, column)?.numberFormat ?? 'General';
  }

  /** The cell to change, made where there is none. */
  take(row: number, column: number): Cell {
    const line = this.rows.get(row) ?? new Map<number, Cell>();
    this.rows.set(row, line);
    const cell = line.get(column) ?? {
      value: null,
      numberFormat: 'General',
      fill: null,
    };
    line.set(column, cell);
    return cell;
  }

  put(row: number, column: number, input: Value): void {
    if (input === '' && !this.cell(row, column)) return;
    const cell = this.take(row, column);
    const { value, formula, numberFormat } = enter(input, cell.numberFormat);
    cell.value = value;
    if (formula === undefined) delete cell.formula;
    else cell.formula = formula;
    if (numberFormat !== undefined) cell.numberFormat = numberFormat;
  }

  /**
   * The smallest rectangle around all cells that hold something or, unless `valuesOnly`, look like something.
   * https://learn.microsoft.com/javascript/api/excel/excel.worksheet#excel-excel-worksheet-getusedrange-member(1)
   */
  used(valuesOnly: boolean): Area | null {
    let [top, left, bottom, right] = [Infinity, Infinity, -1, -1];
    for (const [row, line] of this.rows)
      for (const [column, cell] of line) {
        if (cell.value === null && (valuesOnly || cell.fill === null)) continue;
        [top, left] = [Math.min(top, row), Math.min(left, column)];
        [bottom, right] = [Math.max(bottom, row), Math.max(right, column)];
      }
    return bottom < 0 ? null : { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
  }

  /**
   * Every whole row of the sheet from `at` on moves down by `count`; new rows look like the one above.
   * https://learn.microsoft.com/office/vba/api/excel.range.insert
   */
  insertRows(at: number, count: number): void {
    this.rows = shift(this.rows, at, count);
    this.validations = shift(this.validations, at, count);
    this.hiddenRows = shiftSet(this.hiddenRows, at, count);
    this.filteredRows = shiftSet(this.filteredRows, at, count);
    const above = (at > 1 ? this.rows.get(at - 1) : undefined) ?? [];
    for (let row = at; row < at + count; row += 1)
      for (const [column, { numberFormat, fill }] of above)
        Object.assign(this.take(row, column), { numberFormat, fill });
    const lists = this.validations.get(at - 1);
    if (lists && at > 1)
      for (let row = at; row < at + count; row += 1) this.validations.set(row, new Map(lists));
  }

  /** https://learn.microsoft.com/office/vba/api/excel.range.delete */
  deleteRows(at: number, count: number): void {
    this.rows = shift(this.rows, at, -count);
    this.validations = shift(this.validations, at, -count);
    this.hiddenRows = shiftSet(this.hiddenRows, at, -count);
    this.filteredRows = shiftSet(this.filteredRows, at, -count);
  }

  insertColumns(at: number, count: number): void {
    this.#eachLine((line) => shift(line, at, count));
    this.columnWidths = shift(this.columnWidths, at, count);
    this.hiddenColumns = shiftSet(this.hiddenColumns, at, count);
  }

  deleteColumns(at: number, count: number): void {
    this.#eachLine((line) => shift(line, at, -count));
    this.columnWidths = shift(this.columnWidths, at, -count);
    this.hiddenColumns = shiftSet(this.hiddenColumns, at, -count);
  }

  #eachLine(change: <T>(line: Map<number, T>) => Map<number, T>): void {
    for (const [row, line] of this.rows) this.rows.set(row, change(line));
    for (const [row, line] of this.validations) this.validations.set(row, change(line));
  }
}

/** Entries from `at` on move by `by`; with a negative `by` those in between go. */
export function shift<T>(map: Map<number, T>, at: number, by: number): Map<number, T> {
  const moved = new Map<number, T>();
  for (const [key, value] of map) {
    if (key < at) moved.set(key, value);
    else if (by > 0 || key >= at - by) moved.set(key + by, value);
  }
  return moved;
}

function shiftSet(set: Set<number>, at: number, by: number): Set<number> {
  return new Set(shift(new Map([...set].map((key) => [key, key])), at, by).keys());
}
