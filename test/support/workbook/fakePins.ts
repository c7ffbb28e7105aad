import type { CellPins, Pin, Pinned, PinsWritten, PinWrite } from '../../../addin/workbook/pins.ts';
import { LedgerBusy, LedgerMovedOn, type Mark } from '../../../addin/workbook/port.ts';
import type { CellValue } from '../../../shared/row/row.ts';
import type { HerCell } from './contract/ledger.ts';
import type { FakeSheet } from './fakeSheets.ts';

/** Which cells of which sheet are followed, and how they are marked. */
export interface FakePlaces {
  sheet: string;
  cells: (Pin & { mark?: { mark: Mark; message: string | null } })[];
}

/** Followed cells of the fake workbook, and beside it what a clerk may do to the sheet. */
export class FakePins implements CellPins {
  readonly #sheetOf: (name: string) => FakeSheet | undefined;
  readonly #changed: () => void;
  places: FakePlaces | null = null;

  constructor(sheetOf: (name: string) => FakeSheet | undefined, changed: () => void) {
    this.#sheetOf = sheetOf;
    this.#changed = changed;
  }

  async has(): Promise<boolean> {
    return this.places !== null;
  }

  async set(sheet: string | null, cells: readonly Pin[]): Promise<void> {
    if (sheet !== null && !this.#sheetOf(sheet)) throw new LedgerBusy('the sheet is gone');
    this.places = sheet === null ? null : { sheet, cells: cells.map((cell) => ({ ...cell })) };
  }

  async read(names: readonly string[]): Promise<Pinned | null> {
    const own = this.places?.cells.filter(({ name }) => names.includes(name)) ?? [];
    if (!this.places || own.length === 0) return null;
    return {
      sheet: this.places.sheet,
      cells: own.map(({ name, row, column }) => ({
        name,
        row,
        column,
        value: this.#cell(row, column).value,
      })),
    };
  }

  async write(writes: readonly PinWrite[]): Promise<PinsWritten> {
    const found = writes.map((write) => ({
      write,
      cell: this.places?.cells.find(({ name }) => name === write.name),
    }));
    for (const { write, cell } of found)
      if (cell && write.seen !== undefined && this.#cell(cell.row, cell.column).value !== write.seen)
        throw new LedgerMovedOn();
    for (const { write, cell } of found) {
      if (!cell) continue;
      const there = this.#cell(cell.row, cell.column);
      const { value, mark } = write;
      if (value !== undefined && there.formula === undefined) this.#put(cell, value === '' ? null : value);
      if (mark?.mark === 'none') delete cell.mark;
      else if (mark) cell.mark = { mark: mark.mark, message: mark.message };
    }
    this.#changed();
    return { gone: found.filter(({ cell }) => !cell).map(({ write }) => write.name), colours: {} };
  }

  markAt(row: number, column: number): { mark: Mark; message: string | null } {
    const cell = this.places?.cells.find((each) => each.row === row && each.column === column);
    return cell?.mark ?? { mark: 'none', message: null };
  }

  // What a clerk does.

  typeAt(name: string, row: number, column: number, value: CellValue): void {
    const rows = this.#sheetOf(name)!.rows;
    while (rows.length <= row) rows.push([]);
    const line = rows[row]!;
    while (line.length <= column) line.push({ value: null });
    line[column] = { ...line[column], value };
    this.#changed();
  }

  insertRowAt(name: string, row: number): void {
    this.#sheetOf(name)!.rows.splice(row, 0, []);
    if (this.places?.sheet === name) for (const cell of this.places.cells) if (cell.row >= row) cell.row += 1;
    this.#changed();
  }

  insertColumnAt(name: string, column: number): void {
    for (const line of this.#sheetOf(name)!.rows)
      if (line.length > column) line.splice(column, 0, { value: null });
    if (this.places?.sheet === name)
      for (const cell of this.places.cells) if (cell.column >= column) cell.column += 1;
    this.#changed();
  }

  deleteRowAt(name: string, row: number): void {
    this.#sheetOf(name)!.rows.splice(row, 1);
    if (this.places?.sheet === name) {
      this.places.cells = this.places.cells.filter((cell) => cell.row !== row);
      for (const cell of this.places.cells) if (cell.row > row) cell.row -= 1;
    }
    this.#changed();
  }

  #cell(row: number, column: number): HerCell {
    return this.#sheetOf(this.places!.sheet)?.rows[row]?.[column] ?? { value: null };
  }

  #put({ row, column }: Pin, value: CellValue): void {
    this.typeAt(this.places!.sheet, row, column, value);
  }
}
