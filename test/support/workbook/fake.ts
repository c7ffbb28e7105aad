import type { LedgerSheet } from '../../../shared/ledgers/ledgerFile.ts';
import type { CellValue } from '../../../shared/row/row.ts';
import { LedgerBusy, LedgerMovedOn, valuesSeen } from '../../../addin/workbook/port.ts';
import type {
  Binding,
  ChangeListener,
  ColumnId,
  LedgerChange,
  LedgerColumn,
  LedgerLayout,
  LedgerRow,
  Mark,
  ScannedRow,
  WorkbookPort,
  WorkbookState,
} from '../../../addin/workbook/port.ts';
import { FakePins, type FakePlaces } from './fakePins.ts';
import type { HerCell, HerSheet } from './contract/ledger.ts';
import {
  asRead,
  bindingOf,
  boundCells,
  compare,
  fakeSheet,
  isKept,
  lineOf,
  type FakeBinding,
  type FakeSheet,
} from './fakeSheets.ts';

interface FakeRow {
  cells: Partial<Record<ColumnId, CellValue>>;
  statusChoices: string[];
  marks: Partial<Record<ColumnId, { mark: Mark; message: string | null }>>;
  /** In a sheet of the clerk's own: all of the row, with what our columns held when it was bound. */
  line?: HerCell[];
}

/** What `reopen` carries over: all that a workbook file would hold. */
interface Contents {
  columns: LedgerColumn[];
  rows: FakeRow[] | null;
  archive: FakeRow[];
  state: WorkbookState | null;
  sheets: FakeSheet[];
  hers: FakeBinding | null;
  pins: FakePlaces | null;
}

/**
 * A workbook in memory, for tests: the port, and beside it what a clerk may do to the sheet
 * (`edit`, `sortBy`, `insertRowAbove`, `copyRow` …). `position` counts rows from 0 below the header.
 */
export class FakeWorkbook implements WorkbookPort {
  #columns: LedgerColumn[] = [];
  #rows: FakeRow[] | null = null;
  #archive: FakeRow[] = [];
  #state: string | null = null;
  #sheets: FakeSheet[] = [];
  #hers: FakeBinding | null = null;
  #selectedCell: { sheet: string; row: number; column: number } | null = null;
  #shownOnly: readonly string[] | null = null;
  #selected: { key: string; column: ColumnId } | null = null;
  /** Positions by key, so that no write walks through the sheet; `null`: to be found anew. */
  #places: Map<string, number[]> | null = null;
  readonly #listeners = new Set<ChangeListener>();
  readonly pins = new FakePins(
    (name) => this.#sheets.find((sheet) => sheet.name === name),
    () => this.#changed(),
  );
  /** How often each call was made, for tests of flows that must be frugal. */
  readonly calls = { scan: 0, layOut: 0, apply: 0, readState: 0, writeState: 0 };

  async scan(positions?: readonly number[]): Promise<ScannedRow[] | null> {
    this.calls.scan += 1;
    const rows = this.#rows;
    if (rows === null) return null;
    return [...(positions ?? rows.keys())].flatMap((position) => {
      const row = rows[position];
      if (!row) return [];
      const cells = Object.fromEntries(
        this.#columns.map(({ id }) => [id, row.cells[id] ?? null]),
      ) as ScannedRow['cells'];
      return Object.values(cells).every((cell) => cell === null)
        ? []
        : [
            {
              ...(this.#hers && { isHers: true as const }),
              ...{ position, row: position + 2 + (this.#hers?.header ?? 0), cells },
            },
          ];
    });
  }

  async readSheets(): Promise<LedgerSheet[]> {
    const isLedger = ({ name }: FakeSheet) => Number(name === this.#hers?.sheet);
    return this.#sheets
      .toSorted((a, b) => isLedger(b) - isLedger(a))
      .map((sheet) => asRead(this.#asItStands(sheet)));
  }

  async bind(binding: Binding): Promise<void> {
    const sheet = this.#sheets.find(({ name }) => name === binding.sheet);
    if (!sheet) throw new LedgerBusy('the sheet is gone');
    const before = this.#hers?.sheet === binding.sheet ? (this.#rows ?? []) : [];
    this.#unbind();
    const hers = bindingOf(binding);
    const keys = new Map(binding.rows.map(({ row, key }) => [row - binding.header - 1, key]));
    this.#columns = [
      ...hers.columns.map(({ id }) => ({ id, role: 'value' as const })),
      ...(binding.hasResult ? [{ id: 'result' as const, role: 'status' as const }] : []),
      ...(['key', 'base'] as const).map((id) => ({ id, role: 'hidden' as const })),
    ].map((column) => ({ ...column, header: column.id, width: 90 }));
    this.#rows = sheet.rows.slice(binding.header + 1).map((line, position) => {
      const key = keys.get(position) ?? null;
      const old = before[position];
      const same = old && (old.cells.key ?? null) === key;
      const own = { key, base: same ? (old.cells.base ?? null) : null, result: old?.cells.result ?? null };
      return { cells: { ...boundCells(line, hers), ...own }, statusChoices: [], marks: {}, line };
    });
    this.#hers = hers;
    this.#changed();
  }

  async selectCell(sheet: string, row: number, column: number): Promise<boolean> {
    const isThere = this.#sheets.some(({ name }) => name === sheet);
    if (isThere) this.#selectedCell = { sheet, row, column };
    return isThere;
  }

  /** Puts a sheet of the clerk's own into the workbook. */
  putSheet(name: string, sheet: HerSheet): void {
    this.#sheets = [...this.#sheets.filter((each) => each.name !== name), fakeSheet(name, sheet)];
  }

  cellAt(name: string, row: number, column: number): HerCell {
    const sheet = this.#sheets.find((each) => each.name === name);
    return (sheet && this.#asItStands(sheet).rows[row]?.[column]) ?? { value: null };
  }

  get selectedCell(): { sheet: string; row: number; column: number } | null {
    return this.#selectedCell;
  }

  /** Her sheet with what was typed since it became the ledger. */
  #asItStands(sheet: FakeSheet): FakeSheet {
    const hers = this.#hers;
    if (hers?.sheet !== sheet.name || !this.#rows) return sheet;
    const rows = this.#rows.map(({ line = [], cells }) => lineOf(line, cells, hers));
    return { ...sheet, rows: [...sheet.rows.slice(0, hers.header + 1), ...rows] };
  }

  #unbind(): void {
    this.#sheets = this.#sheets.map((sheet) => this.#asItStands(sheet));
    this.#hers = null;
  }

  async layOut(layout: LedgerLayout): Promise<void> {
    this.calls.layOut += 1;
    this.#unbind();
    this.#columns = structuredClone(layout.columns);
    this.#rows = layout.rows.map(freshRow);
    this.#changed();
  }

  async apply(change: LedgerChange, seen: readonly ScannedRow[] = []): Promise<{ missing: string[] }> {
    this.calls.apply += 1;
    if (this.#hers && (change.append?.length || change.archive?.length))
      throw new Error('a sheet of the clerk’s own gets no rows, and loses none');
    const missing = new Set<string>();
    const rows = this.#ledger();
    const find = (key: string) => {
      const found = this.#placesOf(key);
      if (found.length === 0) missing.add(key);
      return found;
    };
    for (const { key, column, value } of valuesSeen(change, seen)) {
      const [at] = this.#placesOf(key);
      if (at !== undefined && (rows[at]!.cells[column] ?? null) !== value) throw new LedgerMovedOn();
    }
    const atPositions = (change.atPositions ?? []).map(({ position, cells }) => ({
      at: position in rows ? position : outside(position),
      cells,
    }));
    const byKey = (change.cells ?? []).flatMap(({ key, cells }) =>
      find(key)
        .slice(0, 1)
        .map((at) => ({ at, cells })),
    );
    const marks = (change.marks ?? []).flatMap((mark) => find(mark.key).map((at) => ({ at, ...mark })));
    const archived = new Set((change.archive ?? []).flatMap(find));
    for (const { at, cells } of [...atPositions, ...byKey]) this.#write(at, this.#writable(at, cells));
    for (const { at, column, mark, message } of marks) {
      if (mark === 'none') delete rows[at]!.marks[column];
      else rows[at]!.marks[column] = { mark, message: message ?? null };
    }
    if (archived.size === 0 && !change.append?.length)
      this.#changed([...new Set([...atPositions, ...byKey, ...marks].map(({ at }) => at))]);
    else {
      this.#archive.push(...rows.filter((_, at) => archived.has(at)));
      this.#rows = [...rows.filter((_, at) => !archived.has(at)), ...(change.append ?? []).map(freshRow)];
      this.#changed();
    }
    return { missing: [...missing] };
  }

  async readState(): Promise<WorkbookState | null> {
    this.calls.readState += 1;
    return this.#state === null ? null : (JSON.parse(this.#state) as WorkbookState);
  }

  async writeState(state: WorkbookState): Promise<void> {
    this.calls.writeState += 1;
    this.#state = JSON.stringify(state);
  }

  async select(row: string | number, column: ColumnId): Promise<boolean> {
    const rows = this.#rows ?? [];
    const there = typeof row === 'number' ? rows[row] : rows.find(({ cells }) => cells.key === row);
    if (there) this.#selected = { key: String(there.cells.key ?? ''), column };
    return there !== undefined;
  }

  async showOnly(keys: readonly string[] | null): Promise<void> {
    this.#shownOnly = keys;
  }

  /** The rows that the sheet is filtered to; `null`: all. */
  shownOnly(): readonly string[] | null {
    return this.#shownOnly;
  }

  onChanged(listener: ChangeListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  // What a clerk does. Rows are named by key or by position.

  edit(row: string | number, column: ColumnId, value: CellValue): void {
    const at = this.#position(row);
    this.#write(at, { [column]: value });
    this.#changed([at]);
  }

  /** Blanks last, numbers before text, as spreadsheets sort. */
  sortBy(column: ColumnId, ascending = true): void {
    const sign = ascending ? 1 : -1;
    this.#ledger().sort((a, b) => {
      const [left, right] = [a.cells[column] ?? null, b.cells[column] ?? null];
      if (left === null || right === null) return Number(left === null) - Number(right === null);
      return sign * compare(left, right);
    });
    this.#changed();
  }

  insertRowAbove(row: string | number): void {
    this.#ledger().splice(this.#position(row), 0, freshRow({ cells: {}, statusChoices: [] }));
    this.#changed();
  }

  deleteRow(row: string | number): void {
    this.#ledger().splice(this.#position(row), 1);
    this.#changed();
  }

  /** Copies the whole row, hidden cells and all, and inserts the copy just below. */
  copyRow(row: string | number): void {
    const at = this.#position(row);
    this.#ledger().splice(at + 1, 0, structuredClone(this.#row(row)));
    this.#changed();
  }

  positionOf(row: string | number): number {
    return this.#position(row);
  }

  moveRow(row: string | number, to: number): void {
    const [moved] = this.#ledger().splice(this.#position(row), 1);
    if (moved) this.#ledger().splice(to, 0, moved);
    this.#changed();
  }

  /** Pastes a block with its top left cell at (row, column); it runs over visible columns and grows the sheet. */
  pasteBlock(row: string | number, column: ColumnId, block: CellValue[][]): void {
    const top = this.#position(row);
    const visible = this.#columns.filter(({ role }) => role !== 'hidden');
    const left = visible.findIndex(({ id }) => id === column);
    block.forEach((line, down) => {
      const target = (this.#ledger()[top + down] ??= freshRow({ cells: {}, statusChoices: [] }));
      line.forEach((value, right) => {
        const id = visible[left + right]?.id;
        if (id !== undefined) target.cells[id] = value === '' ? null : value;
      });
    });
    this.#changed();
  }

  /** The workbook as another computer would open it: saved, closed, restored. No listener survives. */
  reopen(): FakeWorkbook {
    const again = new FakeWorkbook();
    again.restore(this.serialise());
    return again;
  }

  serialise(): string {
    const contents: Contents = {
      columns: this.#columns,
      rows: this.#rows,
      archive: this.#archive,
      state: this.#state === null ? null : (JSON.parse(this.#state) as WorkbookState),
      ...{ sheets: this.#sheets, hers: this.#hers, pins: this.pins.places },
    };
    return JSON.stringify(contents);
  }

  restore(file: string): void {
    const contents = JSON.parse(file) as Contents;
    this.#columns = contents.columns;
    this.#rows = contents.rows;
    this.#archive = contents.archive;
    this.#sheets = contents.sheets;
    this.#hers = contents.hers;
    this.pins.places = contents.pins;
    this.#state = contents.state === null ? null : JSON.stringify(contents.state);
    this.#changed();
  }

  // What a test may look at.

  markOf(row: string | number, column: ColumnId): { mark: Mark; message: string | null } {
    return this.#row(row).marks[column] ?? { mark: 'none', message: null };
  }

  choicesOf(row: string | number): string[] {
    return this.#row(row).statusChoices;
  }

  archivedKeys(): CellValue[] {
    return this.#archive.map((row) => row.cells.key ?? null);
  }

  archived(): Partial<Record<ColumnId, CellValue>>[] {
    return this.#archive.map(({ cells }) => cells);
  }

  get selected(): { key: string; column: ColumnId } | null {
    return this.#selected;
  }

  #ledger(): FakeRow[] {
    if (this.#rows === null) throw new Error('the workbook holds no ledger');
    return this.#rows;
  }

  #position(row: string | number): number {
    if (typeof row === 'number') return row;
    return this.#placesOf(row)[0] ?? outside(row);
  }

  #row(row: string | number): FakeRow {
    return this.#ledger()[this.#position(row)] ?? outside(row);
  }

  #placesOf(key: string): readonly number[] {
    this.#places ??= placesByKey(this.#ledger());
    return this.#places.get(key) ?? [];
  }

  #writable(at: number, cells: Partial<Record<ColumnId, CellValue>>): Partial<Record<ColumnId, CellValue>> {
    const hers = this.#hers;
    if (!hers) return cells;
    const { line = [] } = this.#ledger()[at]!;
    const kept = Object.entries(cells).filter(([id]) => !isKept(id as ColumnId, line, hers));
    return Object.fromEntries(kept);
  }

  #write(at: number, cells: Partial<Record<ColumnId, CellValue>>): void {
    const row = this.#ledger()[at] ?? outside(at);
    Object.assign(row.cells, clean(cells));
    if ('key' in cells) this.#places = null;
  }

  #changed(positions: readonly number[] | null = null): void {
    if (positions === null) this.#places = null;
    for (const listener of this.#listeners) listener(positions);
  }
}

function placesByKey(rows: readonly FakeRow[]): Map<string, number[]> {
  const places = new Map<string, number[]>();
  for (const [at, { cells }] of rows.entries()) {
    if (typeof cells.key !== 'string') continue;
    const same = places.get(cells.key);
    if (same) same.push(at);
    else places.set(cells.key, [at]);
  }
  return places;
}

function freshRow({ cells, statusChoices }: LedgerRow): FakeRow {
  return { cells: clean(cells), statusChoices: [...statusChoices], marks: {} };
}

/** A spreadsheet knows no empty text: it is a blank cell. */
function clean(cells: Partial<Record<ColumnId, CellValue>>): Partial<Record<ColumnId, CellValue>> {
  return Object.fromEntries(Object.entries(cells).map(([id, value]) => [id, value === '' ? null : value]));
}

function outside(row: string | number): never {
  throw new Error(`no such row: ${row}`);
}
