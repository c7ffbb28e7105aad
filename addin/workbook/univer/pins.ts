import type { ICellData } from '@univerjs/core';
import { SetColDataMutation, SetRangeValuesMutation, SetRowDataMutation } from '@univerjs/sheets';
import type { FWorksheet } from '@univerjs/sheets/facade';
import type { CellPins, Pin, Pinned, PinsWritten, PinWrite } from '../pins.ts';
import { LedgerBusy, LedgerMovedOn } from '../port.ts';
import type { Book } from './book.ts';
import { calculated } from './calculated.ts';
import { herMark } from './marks.ts';
import { fromCell, toCell } from './sheetData.ts';

/** What a row or a column carries along that a followed cell stands in. */
interface LineTag {
  pin: number;
}

/** Cells that are followed by what their rows and columns carry along: a cell’s own data goes when it is emptied. */
export class UniverPins implements CellPins {
  readonly #book: Book;
  readonly #told: () => void;
  readonly #selected = new Set<(row: number, column: number) => void>();

  constructor(book: Book, told: () => void) {
    this.#book = book;
    this.#told = told;
  }

  async has(): Promise<boolean> {
    return this.#places() !== null;
  }

  async set(name: string | null, cells: readonly Pin[]): Promise<void> {
    const sheet = name === null ? null : this.#book.workbook.getSheetByName(name);
    if (name !== null && !sheet)
      throw new LedgerBusy(
        '表格已被删除或改名，请重新选择。The sheet is gone or has another name; choose it again.',
        'moving',
      );
    const before = this.#book.data.pins ? this.#book.ledger() : null;
    if (before) this.#tag(before, new Map(), new Map());
    if (!sheet) {
      this.#book.setData({ pins: null });
      return;
    }
    const number = (lines: number[]): Map<number, number> =>
      new Map([...new Set(lines)].toSorted((a, b) => a - b).map((line, at) => [line, at]));
    const rows = number(cells.map(({ row }) => row));
    const columns = number(cells.map(({ column }) => column));
    this.#tag(sheet, rows, columns);
    this.#book.setData({
      ...{ ledger: sheet.getSheetId(), isHers: true },
      pins: Object.fromEntries(
        cells.map((cell) => [cell.name, [rows.get(cell.row)!, columns.get(cell.column)!]]),
      ),
    });
    this.#book.forgetUndo();
    sheet.activate();
    this.#told();
  }

  async read(names: readonly string[]): Promise<Pinned | null> {
    const places = this.#places();
    if (!places) return null;
    const { sheet, at } = places;
    const there = names.flatMap((name) => (at.has(name) ? [{ name, ...at.get(name)! }] : []));
    if (there.length === 0) return null;
    await calculated(
      sheet,
      there.map(({ column }) => column),
    );
    return {
      sheet: sheet.getSheetName(),
      cells: there.map((cell) => ({
        ...cell,
        value: fromCell(sheet.getSheet().getCellRaw(cell.row, cell.column)),
      })),
    };
  }

  async write(writes: readonly PinWrite[]): Promise<PinsWritten> {
    const places = this.#places();
    if (!places) return { gone: writes.map(({ name }) => name), colours: {} };
    const { sheet, at } = places;
    const gone: string[] = [];
    const cells: Record<number, Record<number, ICellData>> = {};
    for (const { name, value, seen, mark } of writes) {
      const place = at.get(name);
      if (!place) {
        gone.push(name);
        continue;
      }
      const { row, column } = place;
      const cell = sheet.getSheet().getCellRaw(row, column);
      if (seen !== undefined && fromCell(cell) !== seen) throw new LedgerMovedOn();
      const marked = mark && herMark(sheet, row, { at: column, tag: valueTag }, mark.mark, mark.message);
      const written = value === undefined || cell?.f ? null : toCell(value);
      if (marked || written) (cells[row] ??= {})[column] = { ...marked, ...written };
    }
    if (Object.keys(cells).length > 0)
      this.#book.mutate(SetRangeValuesMutation.id, sheet, { cellValue: cells });
    return { gone, colours: {} };
  }

  onSelected(listener: (row: number, column: number) => void): () => void {
    this.#selected.add(listener);
    return () => this.#selected.delete(listener);
  }

  /** Called when the selection begins in another cell of the sheet. */
  selected(row: number, column: number): void {
    for (const listener of this.#selected) listener(row, column);
  }

  #places(): { sheet: FWorksheet; at: Map<string, { row: number; column: number }> } | null {
    const { pins } = this.#book.data;
    const sheet = pins ? this.#book.ledger() : null;
    if (!pins || !sheet) return null;
    const worksheet = sheet.getSheet();
    const rows = linesOf(worksheet.getRowCount(), (row) => worksheet.getRowManager().getRow(row)?.custom);
    const columns = linesOf(
      worksheet.getColumnCount(),
      (column) => worksheet.getColumnManager().getColumn(column)?.custom,
    );
    return {
      sheet,
      at: new Map(
        Object.entries(pins).flatMap(([name, [down, right]]) => {
          const [row, column] = [rows.get(down), columns.get(right)];
          return row === undefined || column === undefined ? [] : [[name, { row, column }] as const];
        }),
      ),
    };
  }

  /** Tags that are not given any more go, those of a binding by rows among them. */
  #tag(sheet: FWorksheet, rows: ReadonlyMap<number, number>, columns: ReadonlyMap<number, number>): void {
    const worksheet = sheet.getSheet();
    const [rowData, columnData]: Record<number, object>[] = [{}, {}];
    for (let row = 0; row < worksheet.getRowCount(); row += 1) {
      const there = worksheet.getRowManager().getRow(row);
      const pin = rows.get(row);
      if (pin !== undefined || there?.custom)
        rowData![row] = { ...there, custom: pin === undefined ? null : ({ pin } satisfies LineTag) };
    }
    for (let column = 0; column < worksheet.getColumnCount(); column += 1) {
      const there = worksheet.getColumnManager().getColumn(column);
      const pin = columns.get(column);
      if (pin !== undefined || there?.custom)
        columnData![column] = { ...there, custom: pin === undefined ? null : ({ pin } satisfies LineTag) };
    }
    this.#book.mutate(SetRowDataMutation.id, sheet, { rowData });
    this.#book.mutate(SetColDataMutation.id, sheet, { columnData });
  }
}

const valueTag = { id: 'status', role: 'value' } as const;

/** Lines by their numbers; of copies the first. */
function linesOf(count: number, customOf: (line: number) => unknown): Map<number, number> {
  const lines = new Map<number, number>();
  for (let line = 0; line < count; line += 1) {
    const { pin } = (customOf(line) ?? {}) as Partial<LineTag>;
    if (pin !== undefined && !lines.has(pin)) lines.set(pin, line);
  }
  return lines;
}
