import { type Area, formatArea, sheetColumns, sheetRows } from '../model/address.ts';
import type { Value } from '../model/entry.ts';
import type { Sheet, Validation } from '../model/sheet.ts';
import { ClientObject } from './clientObject.ts';
import { DataValidationProxy } from './dataValidation.ts';
import { accessDenied, OfficeError } from './errors.ts';
import { FormatProxy } from './format.ts';
import { cellLimit, readLimit } from './limits.ts';
import { MergedProxy } from './merged.ts';
import type { WorksheetProxy } from './worksheet.ts';

export interface Block {
  sheet: Sheet;
  area: Area;
}

type Grid<T> = T[][];

interface CellLook {
  format: { fill: { color: string }; font: { strikethrough: boolean } };
}

/** https://learn.microsoft.com/javascript/api/excel/excel.range */
export class RangeProxy extends ClientObject<Block> {
  get values(): Grid<Value> {
    return this.loaded('values');
  }

  /** `null` leaves a cell as it is, empty text clears it: https://learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-blank-null-values */
  set values(values: Grid<Value | null> | Value) {
    this.#write(values, (sheet, row, column, value) => sheet.put(row, column, value as Value));
  }

  get formulas(): Grid<Value> {
    return this.loaded('formulas');
  }

  set formulas(values: Grid<Value | null> | Value) {
    this.#write(values, (sheet, row, column, value) => sheet.put(row, column, value as Value));
  }

  get text(): Grid<string> {
    return this.loaded('text');
  }

  get numberFormat(): Grid<string> {
    return this.loaded('numberFormat');
  }

  /** One text is for all cells: https://github.com/OfficeDev/office-js-docs-pr/issues/2013 */
  set numberFormat(formats: Grid<string | null> | string) {
    this.act(({ sheet, area }) => {
      eachCell(area, formats, (row, column, format) => (sheet.take(row, column).numberFormat = format));
    }, formats);
  }

  get address(): string {
    return this.loaded('address');
  }

  get rowIndex(): number {
    return this.loaded('rowIndex');
  }

  get columnIndex(): number {
    return this.loaded('columnIndex');
  }

  get rowCount(): number {
    return this.loaded('rowCount');
  }

  get columnCount(): number {
    return this.loaded('columnCount');
  }

  /** `null` where some rows are hidden and some are not: …#excel-excel-range-rowhidden-member */
  get rowHidden(): boolean | null {
    return this.loaded('rowHidden');
  }

  set columnHidden(hidden: boolean) {
    this.act(({ sheet, area }) => {
      for (let column = area.column; column < area.column + area.columns; column += 1)
        if (hidden) sheet.hiddenColumns.add(column);
        else sheet.hiddenColumns.delete(column);
    }, hidden);
  }

  set rowHidden(hidden: boolean) {
    this.act(({ sheet, area }) => {
      for (let row = area.row; row < area.row + area.rows; row += 1)
        if (hidden) sheet.hiddenRows.add(row);
        else for (const rows of [sheet.hiddenRows, sheet.filteredRows]) rows.delete(row);
    }, hidden);
  }

  get worksheet(): WorksheetProxy {
    return this.context.worksheetOf(() => this.target?.sheet ?? null);
  }

  get format(): FormatProxy {
    return new FormatProxy(this.context, () => this.#place(), true);
  }

  get dataValidation(): DataValidationProxy {
    return new DataValidationProxy(this.context, () => this.#place(), true);
  }

  /** The smallest range around both: …#excel-excel-range-getboundingrect-member(1) */
  getBoundingRect(other: RangeProxy): RangeProxy {
    return this.#derive((area) => {
      const also = other.target?.area ?? area;
      const [row, column] = [Math.min(area.row, also.row), Math.min(area.column, also.column)];
      return {
        row,
        column,
        rows: Math.max(area.row + area.rows, also.row + also.rows) - row,
        columns: Math.max(area.column + area.columns, also.column + also.columns) - column,
      };
    });
  }

  /** ExcelApi 1.9: …#excel-excel-range-copyfrom-member(1) ; values, or all with notes and lists, of a range of the same size. */
  copyFrom(source: RangeProxy, type: 'Values' | 'All'): void {
    this.act(({ sheet, area }) => {
      const from = source.target;
      if (!from || from.area.rows !== area.rows || from.area.columns !== area.columns)
        throw new OfficeError('NotImplemented', 'The stand-in copies ranges of the same size only.');
      for (const [down, right] of offsets(area)) {
        const cell = from.sheet.cell(from.area.row + down, from.area.column + right);
        const format = from.sheet.formatAt(from.area.row + down, from.area.column + right);
        if (!cell && format === 'General') continue;
        const target = sheet.take(area.row + down, area.column + right);
        if (type === 'Values') {
          target.value = cell?.value ?? null;
          delete target.formula;
          continue;
        }
        delete target.note;
        Object.assign(target, cell ?? { value: null, numberFormat: format, fill: null });
        const list = from.sheet.validations.get(from.area.row + down)?.get(from.area.column + right);
        const lists = sheet.validations.get(area.row + down) ?? new Map<number, Validation>();
        if (list) sheet.validations.set(area.row + down, lists.set(area.column + right, list));
      }
      this.#changed(sheet, area, 'RangeEdited');
    }, type);
  }

  /** …#excel-excel-range-getcell-member(1) */
  getCell(row: number, column: number): RangeProxy {
    return this.#derive((area) => ({
      row: area.row + row,
      column: area.column + column,
      rows: 1,
      columns: 1,
    }));
  }

  /** …#excel-excel-range-getrow-member(1) */
  getRow(row: number): RangeProxy {
    return this.#derive((area) => ({ ...area, row: area.row + row, rows: 1 }));
  }

  getEntireRow(): RangeProxy {
    return this.#derive((area) => ({ ...area, column: 0, columns: sheetColumns }));
  }

  getEntireColumn(): RangeProxy {
    return this.#derive((area) => ({ ...area, row: 0, rows: sheetRows }));
  }

  /** Whole rows only: what else Excel can delete is not imitated. */
  delete(direction: string): void {
    this.act(({ sheet, area }) => {
      if (area.columns !== sheetColumns || direction !== 'Up')
        throw new OfficeError('NotImplemented', 'The stand-in deletes whole rows only.');
      if (sheet.isProtected) throw accessDenied();
      const { filteredDeletes } = this.context.host.habits;
      if (filteredDeletes !== 'deleted' && sheet.filteredRows.size > 0) {
        if (filteredDeletes === 'ignored') return;
        throw new OfficeError(
          'GeneralException',
          'There was an internal error while processing the request.',
        );
      }
      this.context.book.moveRows(sheet, area.row, -area.rows);
      this.#changed(sheet, area, 'RowDeleted');
    }, direction);
  }

  insert(direction: string): void {
    this.act(({ sheet, area }) => {
      if (area.columns !== sheetColumns || direction !== 'Down')
        throw new OfficeError('NotImplemented', 'The stand-in inserts whole rows only.');
      this.context.book.moveRows(sheet, area.row, area.rows);
      this.#changed(sheet, area, 'RowInserted');
    }, direction);
  }

  clear(): void {
    this.act(({ sheet, area }) => {
      for (const [row, line] of sheet.rows)
        if (row >= area.row && row < area.row + area.rows)
          for (const column of [...line.keys()])
            if (column >= area.column && column < area.column + area.columns) line.delete(column);
      this.#changed(sheet, area, 'RangeEdited');
    });
  }

  select(): void {
    this.act(({ sheet, area }) => {
      this.context.book.active = sheet.id;
      this.context.book.selection = { ...area };
      if (this.context.host.options.platform !== 'OfficeOnline')
        this.context.tell({ sheet: sheet.id, area, changeType: 'Selected' });
    });
  }

  /** ExcelApi 1.13: …#excel-excel-range-getmergedareasornullobject-member(1) ; of a whole sheet only. */
  getMergedAreasOrNullObject(): MergedProxy {
    this.needs(13, 'Range.getMergedAreasOrNullObject');
    const merged = () => (this.target && this.target.sheet.merges.length > 0 ? this.target.sheet : null);
    return new MergedProxy(this.context, merged, true);
  }

  /** ExcelApi 1.9, fills and what is struck out only: …#excel-excel-range-getcellproperties-member(1) */
  getCellProperties(): { readonly value: CellLook[][] } {
    const result = { value: undefined as never };
    this.act(({ sheet, area }) => {
      const value = grid(area, (row, column) => ({
        format: {
          fill: { color: sheet.cell(row, column)?.fill ?? '' },
          font: { strikethrough: sheet.cell(row, column)?.struck === true },
        },
      }));
      this.context.answer(value);
      Object.assign(result, { value });
    });
    return result;
  }

  protected override read(name: string, { sheet, area }: Block): unknown {
    if (['values', 'text', 'formulas', 'numberFormat'].includes(name)) {
      if (area.rows * area.columns > readLimit)
        throw new OfficeError('RangeExceedsLimit', 'The cell count in the range has exceeded the maximum.');
      return grid(area, (row, column) => {
        if (name === 'numberFormat') return sheet.formatAt(row, column);
        const cell = sheet.cell(row, column);
        if (name === 'text') return String(cell?.value ?? '');
        return (name === 'formulas' && cell?.formula) || (cell?.value ?? '');
      });
    }
    const hidden = Array.from({ length: Math.min(area.rows, 2_000_000) }, (_, down) =>
      name === 'rowHidden' ? sheet.isHidden(area.row + down) : false,
    );
    const facts: Record<string, unknown> = {
      rowHidden: hidden.every(Boolean) ? true : hidden.some(Boolean) ? null : false,
      address: `${sheet.name}!${formatArea(area)}`,
      rowIndex: area.row,
      columnIndex: area.column,
      rowCount: area.rows,
      columnCount: area.columns,
    };
    return facts[name];
  }

  #write(
    values: Grid<Value | null> | Value,
    put: (sheet: Sheet, row: number, column: number, value: Value) => void,
  ): void {
    this.act(({ sheet, area: sent }) => {
      if (sheet.isProtected) throw accessDenied();
      const { area, rowOf } = this.#landing(sheet, sent, values);
      eachCell(area, values, (at, column, value) => {
        const row = rowOf(at);
        if (row === null) return;
        if (typeof value === 'string' && value.length > cellLimit + Number(value.startsWith("'")))
          throw new OfficeError('InvalidArgument', 'A cell holds at most 32,767 characters.');
        put(sheet, row, column, value);
      });
      this.#changed(sheet, area, 'RangeEdited');
    }, values);
  }

  /** Where the lines of a grid come to stand: `null` for one that is lost. */
  #landing(sheet: Sheet, area: Area, values: unknown): { area: Area; rowOf(row: number): number | null } {
    const rows = Array.from(
      { length: area.rows > 1 && Array.isArray(values) ? area.rows : 0 },
      (_, down) => area.row + down,
    );
    const shown = rows.filter((row) => !sheet.filteredRows.has(row));
    if (this.context.host.habits.filteredWrites === 'as sent' || shown.length === rows.length)
      return { area, rowOf: (row) => row };
    return { area, rowOf: (row) => shown[row - area.row] ?? null };
  }

  #derive(change: (area: Area) => Area): RangeProxy {
    return new RangeProxy(
      this.context,
      () => this.target && { sheet: this.target.sheet, area: change(this.target.area) },
      true,
    );
  }

  #place() {
    return this.target && { sheet: this.target.sheet, areas: [this.target.area] };
  }

  #changed(sheet: Sheet, area: Area, changeType: string): void {
    if (this.context.host.eventsEnabled)
      this.context.changes.push({ sheet: sheet.id, area: { ...area }, changeType });
  }
}

function* offsets({ rows, columns }: Area): Generator<[down: number, right: number]> {
  for (let down = 0; down < rows; down += 1)
    for (let right = 0; right < columns; right += 1) yield [down, right];
}

function grid<T>(area: Area, at: (row: number, column: number) => T): Grid<T> {
  return Array.from({ length: area.rows }, (_, down) =>
    Array.from({ length: area.columns }, (__, right) => at(area.row + down, area.column + right)),
  );
}

/**
 * One value for all cells, or a grid of just the range's size; `null` in it is passed over. Whole rows and columns take none:
 * https://learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-ranges-unbounded
 */
function eachCell<T extends Value>(
  area: Area,
  values: Grid<T | null> | T,
  put: (row: number, column: number, value: T) => void,
): void {
  if (area.rows === sheetRows || area.columns === sheetColumns)
    throw new OfficeError('InvalidOperation', 'The range is unbounded: its cells cannot be set.');
  const fits =
    !Array.isArray(values) ||
    (values.length === area.rows && values.every((line) => line.length === area.columns));
  if (!fits)
    throw new OfficeError(
      'InvalidArgument',
      'The number of rows or columns in the input array doesn’t match the size or dimensions of the range.',
    );
  for (let down = 0; down < area.rows; down += 1)
    for (let right = 0; right < area.columns; right += 1) {
      const value = Array.isArray(values) ? values[down]![right] : values;
      if (value !== null && value !== undefined) put(area.row + down, area.column + right, value as T);
    }
}
