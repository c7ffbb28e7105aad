import { nameOf } from '../../../addin/workbook/excel/names.ts';
import type { Change } from './events.ts';
import type { ExcelHost } from './host.ts';
import { type Area, intersect, sheetColumns } from './model/address.ts';
import type { Book, Table } from './model/book.ts';
import type { Value } from './model/entry.ts';
import type { Cell, Sheet, Validation } from './model/sheet.ts';

type Grid = (Value | null)[][];

/**
 * What a clerk does in Excel, on one sheet; rows and columns are those of the sheet, from 0. Each act is told by events,
 * a little later. `remote`: a co-author does it. Each names the page that tells of it; what no page tells is in `notImitated.ts`.
 */
export class ExcelUser {
  readonly #host: ExcelHost;
  readonly #sheet: () => Sheet;
  readonly #remote: boolean;

  constructor(host: ExcelHost, sheet: () => Sheet, remote = false) {
    this.#host = host;
    this.#sheet = sheet;
    this.#remote = remote;
  }

  /**
   * Types into a cell; Excel reads text as a number, a date or a formula where it can.
   * https://support.microsoft.com/office/583160db-936b-4e52-bdff-6f1863518ba4
   */
  type(row: number, column: number, value: Value | null): void {
    this.#act((sheet, book) => {
      const valueBefore = sheet.value(row, column) ?? '';
      sheet.put(row, column, value ?? '');
      grow(book, sheet, { row, column, rows: 1, columns: 1 });
      const details = { valueBefore, valueAfter: sheet.value(row, column) ?? '' };
      return [{ ...edited(sheet, { row, column, rows: 1, columns: 1 }), details }];
    });
  }

  /**
   * Chooses from a cell's dropdown; whether an event tells of it is a habit.
   * https://support.microsoft.com/office/7693307a-59ef-400a-b769-c5402dce407b
   */
  choose(row: number, column: number, value: Value): void {
    this.#act((sheet) => {
      sheet.put(row, column, value);
      const silent = this.#host.habits.dropdownEvents === 'silent';
      return silent ? [] : [edited(sheet, { row, column, rows: 1, columns: 1 })];
    });
  }

  /**
   * Pastes text into consecutive rows and columns, hidden ones too; dropdowns stay.
   * https://support.microsoft.com/office/6e3a1f01-2884-4332-b262-8b814412847e
   */
  paste(row: number, column: number, block: Grid): void {
    this.#act((sheet, book) => {
      block.forEach((line, down) =>
        line.forEach((value, right) => sheet.put(row + down, column + right, value ?? '')),
      );
      const area = { row, column, rows: block.length, columns: block[0]?.length ?? 0 };
      grow(book, sheet, area);
      return [edited(sheet, area)];
    });
  }

  /**
   * Pastes cells of another workbook: values as they are there, with their formats.
   * https://support.microsoft.com/office/3ebbcafd-8566-42d8-8023-a2ec62746cfc
   */
  pasteCells(row: number, column: number, block: Pick<Cell, 'value' | 'numberFormat'>[][]): void {
    this.#act((sheet, book) => {
      block.forEach((line, down) =>
        line.forEach((cell, right) => {
          sheet.validations.get(row + down)?.delete(column + right);
          Object.assign(sheet.take(row + down, column + right), { ...cell, fill: null });
        }),
      );
      const area = { row, column, rows: block.length, columns: block[0]?.length ?? 0 };
      grow(book, sheet, area);
      return [edited(sheet, area)];
    });
  }

  /**
   * Sorts the table by the button of one of its columns: whole rows of it, blanks last. Dropdowns stay at their places.
   * https://support.microsoft.com/office/62d0b95d-2a90-4610-a6ae-2e545c4a4654 ; rows that are hidden stay too, so that the
   * example of https://learn.microsoft.com/office/vba/api/excel.range.entirerow shows them before it sorts.
   */
  sort(column: number, ascending = true): void {
    this.#act((sheet, book) => {
      const table = tableOf(book, sheet);
      const area = body(table);
      const rows = Array.from({ length: area.rows }, (_, down) => area.row + down).filter(
        (row) => !sheet.isHidden(row),
      );
      const cellsOf = (row: number) => sheet.rows.get(row);
      const sorted = rows.toSorted((a, b) => {
        const [left, right] = [sheet.value(a, column), sheet.value(b, column)];
        if (left === null || right === null) return Number(left === null) - Number(right === null);
        return (ascending ? 1 : -1) * compare(left, right);
      });
      const lines = sorted.map(cellsOf);
      rows.forEach((row, index) => {
        const outside = [...(cellsOf(row) ?? [])].filter(([at]) => !within(at, area));
        const moved = [...(lines[index] ?? [])].filter(([at]) => within(at, area));
        sheet.rows.set(row, new Map([...outside, ...moved]));
      });
      return [edited(sheet, area), { sheet: sheet.id, area, changeType: 'RowSorted' }];
    });
  }

  /**
   * Shows only rows of the table that `keep` says yes to.
   * https://support.microsoft.com/office/01832226-31b5-4568-8806-38c37dcc180e
   */
  filter(column: number, keep: (value: Value | null) => boolean): void {
    this.#act((sheet, book) => {
      const table = tableOf(book, sheet);
      const { row, rows } = body(table);
      const values = Array.from({ length: rows }, (_, down) => sheet.value(row + down, column));
      const kept = values.filter(keep).map((value) => String(value ?? ''));
      table.filters.set(column - table.area.column, [...new Set(kept)]);
      return book.filter(table);
    });
  }

  /**
   * Takes all filters of the table away.
   * https://support.microsoft.com/office/75cc1c45-90ce-4d14-a2b1-90ce21ef4ec2
   */
  clearFilters(): void {
    this.#act((sheet, book) => {
      const table = tableOf(book, sheet);
      table.filters.clear();
      return book.filter(table);
    });
  }

  /**
   * Clicks a cell: the keyboard is the sheet's then. Whether an event tells of it is a habit.
   * https://support.microsoft.com/office/23f64223-2b6b-453a-8688-248355f10fa9
   */
  goTo(row: number, column: number): void {
    this.#host.keyboard = 'sheet';
    this.#act((sheet, book) => {
      const area = { row, column, rows: 1, columns: 1 };
      Object.assign(book, { active: sheet.id, selection: area });
      const silent = this.#host.habits.selectionEvents === 'silent';
      return silent ? [] : [{ sheet: sheet.id, area, changeType: 'Selected' }];
    });
  }

  /** https://support.microsoft.com/office/659c2cad-802e-44ee-a614-dde8443579f8 */
  hideRows(row: number, rows: number): void {
    this.#act((sheet) => {
      for (let at = row; at < row + rows; at += 1) sheet.hiddenRows.add(at);
      return [];
    });
  }

  /**
   * Fills a cell down to another row, its look too: only into rows that are shown, with the dropdown of the first.
   * https://learn.microsoft.com/office/vba/api/excel.range.filldown
   */
  fillDown(row: number, column: number, to: number): void {
    this.#act((sheet) => {
      const source = sheet.take(row, column);
      const list = sheet.validations.get(row)?.get(column);
      for (let at = row + 1; at <= to; at += 1) {
        if (sheet.isHidden(at)) continue;
        Object.assign(sheet.take(at, column), structuredClone(source));
        if (list) sheet.validations.get(at)?.set(column, { ...list });
      }
      return [edited(sheet, { row, column, rows: to - row + 1, columns: 1 })];
    });
  }

  /** https://support.microsoft.com/office/6f40e6e4-85af-45e0-b39d-65dd504a3246 */
  insertRow(row: number): void {
    this.#act((sheet, book) => {
      book.moveRows(sheet, row, 1);
      return [rowsChanged(sheet, row, 'RowInserted')];
    });
  }

  /** https://support.microsoft.com/office/6f40e6e4-85af-45e0-b39d-65dd504a3246 */
  deleteRow(row: number): void {
    this.#act((sheet, book) => {
      book.moveRows(sheet, row, -1);
      return [rowsChanged(sheet, row, 'RowDeleted')];
    });
  }

  /**
   * Copies a whole row, hidden cells and dropdown too, and inserts the copy just below.
   * https://support.microsoft.com/office/3ebbcafd-8566-42d8-8023-a2ec62746cfc
   */
  copyRow(row: number): void {
    this.#act((sheet, book) => {
      book.moveRows(sheet, row + 1, 1);
      copyLine(sheet, row, row + 1);
      return [rowsChanged(sheet, row + 1, 'RowInserted'), edited(sheet, wholeRow(row + 1))];
    });
  }

  /**
   * Copies a whole row and pastes it over another one: what stood there is gone, hidden cells too.
   * https://support.microsoft.com/office/3ebbcafd-8566-42d8-8023-a2ec62746cfc
   */
  copyRowOver(row: number, over: number): void {
    this.#act((sheet) => {
      copyLine(sheet, row, over);
      return [edited(sheet, wholeRow(over))];
    });
  }

  /**
   * Cuts a whole row and inserts it above another one.
   * https://support.microsoft.com/office/3ebbcafd-8566-42d8-8023-a2ec62746cfc
   */
  moveRow(row: number, above: number): void {
    this.#act((sheet, book) => {
      book.moveRows(sheet, above, 1);
      const from = row >= above ? row + 1 : row;
      copyLine(sheet, from, above);
      book.moveRows(sheet, from, -1);
      return [rowsChanged(sheet, above, 'RowInserted'), rowsChanged(sheet, from, 'RowDeleted')];
    });
  }

  /**
   * Cuts cells and pastes them elsewhere, over what stands there: values, looks and dropdowns go along.
   * https://learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-ranges-cut-copy-paste#cut-and-paste-move-cells
   */
  cutCells(from: Area, row: number, column: number): void {
    this.#act((sheet, book) => {
      const taken = Array.from({ length: from.rows }, (_, down) =>
        Array.from({ length: from.columns }, (__, right) => {
          const [at, over] = [from.row + down, from.column + right];
          const [cell, list] = [sheet.cell(at, over), sheet.validations.get(at)?.get(over)];
          sheet.rows.get(at)?.delete(over);
          sheet.validations.get(at)?.delete(over);
          return { cell, list };
        }),
      );
      taken.forEach((line, down) =>
        line.forEach(({ cell, list }, right) => {
          const [at, over] = [row + down, column + right];
          sheet.rows.get(at)?.delete(over);
          if (cell) Object.assign(sheet.take(at, over), cell);
          const lists = sheet.validations.get(at) ?? new Map<number, Validation>();
          sheet.validations.set(at, lists);
          if (list) lists.set(over, list);
          else lists.delete(over);
        }),
      );
      const to = { ...from, row, column };
      grow(book, sheet, to);
      return [edited(sheet, from), edited(sheet, to)];
    });
  }

  /** https://support.microsoft.com/office/6f40e6e4-85af-45e0-b39d-65dd504a3246 */
  insertColumn(column: number): void {
    this.#act((sheet, book) => {
      book.moveColumns(sheet, column, 1);
      return [columnChanged(sheet, column, 'ColumnInserted')];
    });
  }

  /** https://support.microsoft.com/office/6f40e6e4-85af-45e0-b39d-65dd504a3246 */
  deleteColumn(column: number): void {
    this.#act((sheet, book) => {
      book.moveColumns(sheet, column, -1);
      return [columnChanged(sheet, column, 'ColumnDeleted')];
    });
  }

  /**
   * Writes a note of her own to a cell.
   * https://support.microsoft.com/office/bdcc9f5d-38e2-45b4-9a92-0b2b5c7bf6f8
   */
  writeNote(row: number, column: number, text: string): void {
    this.#act((sheet) => {
      sheet.take(row, column).note = text;
      return [];
    });
  }

  /**
   * Begins a thread of comments on a cell.
   * https://support.microsoft.com/office/bdcc9f5d-38e2-45b4-9a92-0b2b5c7bf6f8
   */
  comment(row: number, column: number, text: string): void {
    this.#act((sheet) => {
      sheet.take(row, column).thread = text;
      return [];
    });
  }

  /**
   * Protects the sheet, or ends that.
   * https://support.microsoft.com/office/3179efdb-1285-4d49-a9c3-f4ca36276de6
   */
  protect(on: boolean): void {
    this.#act((sheet) => {
      sheet.isProtected = on;
      return [];
    });
  }

  /** https://support.microsoft.com/office/3f1f7148-ee83-404d-8ef0-9ff99fbad1f9 */
  renameSheet(name: string): void {
    this.#act((sheet) => {
      sheet.name = name;
      return [];
    });
  }

  #act(change: (sheet: Sheet, book: Book) => Change[]): void {
    this.#host.act((book) => change(this.#sheet(), book), this.#remote);
  }
}

const edited = (sheet: Sheet, area: Area): Change => ({ sheet: sheet.id, area, changeType: 'RangeEdited' });
const wholeRow = (row: number): Area => ({ row, column: 0, rows: 1, columns: sheetColumns });
const rowsChanged = (sheet: Sheet, row: number, changeType: string): Change => ({
  sheet: sheet.id,
  area: wholeRow(row),
  changeType,
});
const columnChanged = (sheet: Sheet, column: number, changeType: string): Change => ({
  sheet: sheet.id,
  area: { row: 0, column, rows: 1_048_576, columns: 1 },
  changeType,
});

function tableOf(book: Book, sheet: Sheet): Table {
  const table = book.tables.find((each) => each.sheet === sheet.id);
  if (table) return table;
  // What stands below the ledger's header, when a cell of it is selected: Excel finds the region by itself.
  const header = book.names.find(({ name, sheet: of }) => of === sheet.id && name === nameOf('key'))?.area
    ?.row;
  const used = sheet.used(true);
  if (header === undefined || !used) throw new Error('the sheet has no table');
  const area = { ...used, row: header, rows: used.row + used.rows - header };
  return { id: '', name: '', sheet: sheet.id, style: '', area, filters: new Map() };
}

const body = ({ area }: Table): Area => ({ ...area, row: area.row + 1, rows: area.rows - 1 });
const within = (column: number, area: Area) => column >= area.column && column < area.column + area.columns;

/** What is typed or pasted just below a table becomes part of it: https://support.microsoft.com/office/e65ae4bb-e44b-43f4-ad8b-7d68784f1165 */
function grow(book: Book, sheet: Sheet, area: Area): void {
  for (const table of book.tables) {
    if (table.sheet !== sheet.id) continue;
    const bottom = table.area.row + table.area.rows;
    const below = { ...table.area, row: bottom, rows: 1 };
    if (area.row <= bottom && intersect(area, below))
      table.area = { ...table.area, rows: Math.max(table.area.rows, area.row + area.rows - table.area.row) };
  }
}

function copyLine(sheet: Sheet, from: number, to: number): void {
  sheet.rows.set(to, structuredClone(sheet.rows.get(from) ?? new Map()));
  sheet.validations.set(to, structuredClone(sheet.validations.get(from) ?? new Map()));
}

/**
 * Numbers before text before truth values: https://learn.microsoft.com/office/vba/api/excel.xlsortdataoption ; text by the
 * Chinese alphabet: https://learn.microsoft.com/office/vba/api/excel.xlsortmethod
 */
function compare(left: Value, right: Value): number {
  const kinds = ['number', 'string', 'boolean'];
  if (typeof left !== typeof right) return kinds.indexOf(typeof left) - kinds.indexOf(typeof right);
  if (typeof left === 'number' && typeof right === 'number') return left - right;
  return String(left).localeCompare(String(right), 'zh');
}
