import type { ICellData } from '@univerjs/core';
import { RemoveRowMutation, SetRangeValuesMutation, SetWorksheetRowCountMutation } from '@univerjs/sheets';
import type { FWorksheet } from '@univerjs/sheets/facade';
import type { LedgerSheet } from '../../../shared/ledgers/ledgerFile.ts';
import type {
  Binding,
  ChangeListener,
  ColumnId,
  LedgerChange,
  LedgerLayout,
  ScannedRow,
  WorkbookPort,
  WorkbookState,
} from '../port.ts';
import { LedgerMovedOn, valuesSeen } from '../port.ts';
import { archiveRows } from './archive.ts';
import type { Book } from './book.ts';
import { calculated } from './calculated.ts';
import { bindSheet, isKept, readBook } from './hers.ts';
import { headerOf, type LedgerMap, mapColumns, mapLedger, scanLedger } from './ledgerSheet.ts';
import { ledgerStyles } from './look.ts';
import { filterRows } from './filterRows.ts';
import { UniverPins } from './pins.ts';
import { herMark, ourMark } from './marks.ts';
import { scrollNear } from './scrollNear.ts';
import { fromCell, ledgerSheetData, rowCells, toCell } from './sheetData.ts';
import { tidyDropdowns } from './tidy.ts';

type Cells = Record<number, Record<number, ICellData>>;

/** The workbook port over Univer. Every call is synchronous inside: nobody types between its parts. */
export class UniverPort implements WorkbookPort {
  readonly #listeners = new Set<ChangeListener>();
  readonly #unfilteredListeners = new Set<() => void>();
  readonly #selectionListeners = new Set<(key: string | null, column: ColumnId | null) => void>();

  readonly #book: Book;
  readonly #names: { ledger: string; archive: string };
  readonly pins: UniverPins;

  constructor(book: Book, names: { ledger: string; archive: string }) {
    this.#book = book;
    this.#names = names;
    this.pins = new UniverPins(book, () => this.changed(null));
  }

  async scan(positions?: readonly number[]): Promise<ScannedRow[] | null> {
    if (this.#isHers) await this.#calculated();
    if (positions) {
      const sheet = this.#book.ledger();
      const columns = sheet && mapColumns(sheet);
      if (!columns) return null;
      const header = headerOf(sheet, columns);
      const there = positions.filter(
        (position) => position >= 0 && header + 1 + position < sheet.getMaxRows(),
      );
      return scanLedger(sheet, { columns, header, lastRow: header }, this.#isHers, there);
    }
    const ledger = this.#ledger();
    return ledger && scanLedger(ledger.sheet, ledger.map, this.#isHers);
  }

  async #calculated(): Promise<void> {
    const sheet = this.#book.ledger();
    const columns = sheet && mapColumns(sheet);
    if (columns)
      await calculated(
        sheet,
        columns.map(({ at }) => at),
      );
  }

  get #isHers(): boolean {
    return this.#book.data.isHers === true;
  }

  /** The sheet row of the ledger's header. */
  header(): number {
    const sheet = this.#book.ledger();
    const columns = this.#isHers && sheet ? mapColumns(sheet) : null;
    return sheet && columns ? headerOf(sheet, columns) : 0;
  }

  async readSheets(): Promise<LedgerSheet[]> {
    return readBook(this.#book);
  }

  async bind(binding: Binding): Promise<void> {
    bindSheet(this.#book, binding);
    this.#book.forgetUndo();
    this.changed(null);
  }

  async selectCell(name: string, row: number, column: number): Promise<boolean> {
    const sheet = this.#book.workbook.getSheetByName(name);
    if (!sheet) return false;
    sheet.activate();
    sheet.getRange(row, column).activate();
    sheet.scrollToCell(Math.max(row - 3, 0), Math.max(column - 3, 0));
    return true;
  }

  async layOut(layout: LedgerLayout): Promise<void> {
    const { workbook } = this.#book;
    // A sheet of the clerk's own is no ledger any more, and stays.
    const old = (this.#isHers ? null : this.#book.ledger()) ?? emptySheet(workbook.getSheets());
    // Who looks at a file of her own goes on looking at it.
    const other = workbook.getActiveSheet();
    const isElsewhere = old !== null && other.getSheetId() !== old.getSheetId();
    workbook.addStyles(ledgerStyles(layout.columns));
    old?.setName(`${this.#names.ledger}…`);
    const sheet = workbook.insertSheet(this.#names.ledger, { index: 0, sheet: ledgerSheetData(layout) });
    if (old) workbook.deleteSheet(old);
    if (isElsewhere) other.activate();
    this.#book.setData({ ledger: sheet.getSheetId(), isHers: false });
    tidyDropdowns(this.#book, sheet);
    this.#book.forgetUndo();
    this.changed(null);
  }

  async apply(change: LedgerChange, seen: readonly ScannedRow[] = []): Promise<{ missing: string[] }> {
    const ledger = this.#ledger();
    if (!ledger) throw new Error('the workbook holds no ledger');
    const { sheet, map } = ledger;
    const missing = new Set<string>();
    const rowsOf = (key: string): number[] => {
      const rows = map.rowsOf.get(key);
      if (!rows) missing.add(key);
      return rows ?? [];
    };
    const at = new Map(map.columns.map((column) => [column.tag.id, column]));
    for (const { key, column, value } of valuesSeen(change, seen)) {
      const [row, to] = [map.rowsOf.get(key)?.[0], at.get(column)?.at];
      if (row === undefined || to === undefined) continue;
      if (fromCell(sheet.getSheet().getCellRaw(row, to)) !== value) throw new LedgerMovedOn();
    }
    if (this.#isHers && (change.append?.length || change.archive?.length))
      throw new Error('a sheet of the clerk’s own gets no rows, and loses none');
    const cells: Cells = {};
    const put = (row: number, id: ColumnId, data: ICellData): void => {
      const column = at.get(id);
      if (!column) return;
      if (this.#isHers && 'v' in data && isKept(id, sheet.getSheet().getCellRaw(row, column.at))) return;
      const line = (cells[row] ??= {});
      line[column.at] = { ...line[column.at], ...data };
    };
    for (const { position, cells: values } of change.atPositions ?? []) {
      if (position < 0 || position >= map.lastRow - map.header) throw new Error(`no such row: ${position}`);
      for (const [id, value] of entries(values)) put(map.header + 1 + position, id, toCell(value));
    }
    for (const { key, cells: values } of change.cells ?? []) {
      const [row] = rowsOf(key);
      if (row === undefined) continue;
      for (const [id, value] of entries(values)) put(row, id, toCell(value));
    }
    for (const { key, column, mark, message } of change.marks ?? []) {
      const tag = at.get(column)?.tag;
      if (!tag) continue;
      for (const row of rowsOf(key)) {
        const cell = this.#isHers
          ? herMark(sheet, row, at.get(column)!, mark, message)
          : ourMark(tag, mark, message);
        if (cell) put(row, column, cell);
      }
    }
    const archived = (change.archive ?? []).flatMap(rowsOf).toSorted((a, b) => a - b);
    this.#append(sheet, map, cells, change.append ?? []);
    if (Object.keys(cells).length > 0) {
      this.#book.mutate(SetRangeValuesMutation.id, sheet, { cellValue: cells });
    }
    if (archived.length > 0) {
      archiveRows(this.#book, sheet, map, archived, this.#names.archive);
      for (const row of archived.toReversed()) {
        const range = { startRow: row, endRow: row, startColumn: 0, endColumn: sheet.getMaxColumns() - 1 };
        this.#book.mutate(RemoveRowMutation.id, sheet, { range });
      }
      this.#book.forgetUndo();
    }
    tidyDropdowns(this.#book, sheet);
    return { missing: [...missing] };
  }

  async readState(): Promise<WorkbookState | null> {
    return structuredClone(this.#book.data.state ?? null);
  }

  async writeState(state: WorkbookState): Promise<void> {
    this.#book.setData({ state: structuredClone(state) });
  }

  async select(which: string | number, column: ColumnId): Promise<boolean> {
    const ledger = this.#ledger();
    const row =
      typeof which === 'number' ? which + 1 + (ledger?.map.header ?? 0) : ledger?.map.rowsOf.get(which)?.[0];
    const at = ledger?.map.columns.find(({ tag }) => tag.id === column)?.at;
    if (!ledger || row === undefined || row > ledger.map.lastRow || at === undefined) return false;
    ledger.sheet.activate();
    await this.#show(ledger.sheet, row);
    ledger.sheet.getRange(row, at).activate();
    scrollNear(ledger.sheet, row);
    this.#book.takeKeyboard();
    return true;
  }

  /** A row that is hidden is shown, and for one that is filtered out the filter's criteria are cleared. */
  async #show(sheet: FWorksheet, row: number): Promise<void> {
    if (!sheet.getSheet().getRowRawVisible(row)) sheet.showRows(row);
    if (!sheet.getSheet().isRowFiltered(row)) return;
    const at = { unitId: this.#book.id, subUnitId: sheet.getSheetId() };
    await this.#book.commands.executeCommand('sheet.command.clear-filter-criteria', at);
  }

  takeKeyboard(): void {
    this.#book.takeKeyboard();
  }

  async showOnly(keys: readonly string[] | null, isAgain = false): Promise<void> {
    const ledger = this.#ledger();
    if (!ledger) return;
    filterRows(this.#book, ledger.sheet, ledger.map, keys);
    if (isAgain || keys === null) return;
    // What was asked for is shown from its first row on, wherever the sheet was scrolled to.
    const rows = keys.flatMap((key) => ledger.map.rowsOf.get(key)?.[0] ?? []);
    if (rows.length > 0) scrollNear(ledger.sheet, Math.min(...rows));
  }

  onUnfiltered(listener: () => void): () => void {
    this.#unfilteredListeners.add(listener);
    return () => this.#unfilteredListeners.delete(listener);
  }

  /** Called when the clerk has taken the filter of the ledger sheet away. */
  unfiltered(): void {
    for (const listener of this.#unfilteredListeners) listener();
  }

  onSelected(listener: (key: string | null, column: ColumnId | null) => void): () => void {
    this.#selectionListeners.add(listener);
    return () => this.#selectionListeners.delete(listener);
  }

  /** Called when the selection begins in another cell of the ledger sheet. */
  selected(row: number, column: number): void {
    this.pins.selected(row, column);
    const ledger = this.#ledger();
    const key = ledger?.map.columns.find(({ tag }) => tag.id === 'key');
    const value = ledger && key ? fromCell(ledger.sheet.getSheet().getCellRaw(row, key.at)) : null;
    const at = ledger?.map.columns.find((each) => each.at === column)?.tag.id ?? null;
    for (const listener of this.#selectionListeners)
      listener(row > (ledger?.map.header ?? 0) && value !== null ? String(value) : null, at);
  }

  onChanged(listener: ChangeListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Called for everything that happens to the ledger sheet; `positions` where only cells of these rows were written. */
  changed(positions: readonly number[] | null): void {
    for (const listener of this.#listeners) listener(positions);
  }

  #ledger(): { sheet: FWorksheet; map: LedgerMap } | null {
    const sheet = this.#book.ledger();
    const map = sheet && mapLedger(sheet);
    return map && { sheet, map };
  }

  /** New rows go below the last one that holds anything; the sheet grows when it must. */
  #append(sheet: FWorksheet, map: LedgerMap, cells: Cells, rows: LedgerLayout['rows']): void {
    const needed = map.lastRow + rows.length + 20;
    if (rows.length > 0 && needed > sheet.getMaxRows()) {
      this.#book.mutate(SetWorksheetRowCountMutation.id, sheet, { rowCount: needed });
    }
    const tags = map.columns.map(({ tag }) => tag);
    rows.forEach((row, index) => {
      const data = rowCells(row, tags);
      cells[map.lastRow + 1 + index] = Object.fromEntries(
        map.columns.map(({ at }, column) => [at, data[column] ?? {}]),
      );
    });
  }
}

function entries<K extends string, V>(record: Partial<Record<K, V>>): [K, V][] {
  return Object.entries(record) as [K, V][];
}

/** The blank sheet that a new workbook starts with gives way to the ledger, be a file of hers opened beside it or not. */
function emptySheet([first]: FWorksheet[]): FWorksheet | null {
  return first && first.getLastRow() <= 0 && first.getRange(0, 0).isBlank() ? first : null;
}
