import type { LedgerSheet } from '../../shared/ledgers/ledgerFile.ts';
import type { CellPlaces, SheetAsTable } from '../../shared/ledgers/proposal.ts';
import { rowFields, type CellValue, type RowField } from '../../shared/row/row.ts';
import type { CellPins } from './pins.ts';

export type { Pin, Pinned, PinWrite } from './pins.ts';

/**
 * The workbook port: all that the pane may ask of a spreadsheet. Excel, the browser workbook and the
 * fake implement it and share one contract suite. A row is known by the key in its hidden cell and
 * never by its position (S1); positions are valid only for the scan they came from.
 */

/** A column of the ledger. Identity cells are restored when touched; hidden ones carry the workbook's state. */
export interface LedgerColumn {
  id: ColumnId;
  header: string;
  width: number;
  role: 'identity' | 'value' | 'status' | 'hidden';
}

/** What the row is; a scan restores these cells. */
export const identityColumns = [
  'task',
  'arrangement',
  'indicator',
  'target',
  'share',
  'period',
  'due',
] as const;
export type IdentityColumn = (typeof identityColumns)[number];

/** `result` says in the sheet itself how the row stands (校验结果); `key`, `base` are hidden. */
export type ColumnId = IdentityColumn | RowField | BlockColumn | 'result' | 'key' | 'base';

/** A column of one of several blocks side by side, which count from 1: `status@2` is the second block's. */
export type BlockColumn = `${RowField}@${number}`;

export interface LedgerLayout {
  columns: LedgerColumn[];
  rows: LedgerRow[];
}

/** A row to be written: its cells, and the choices of its status dropdown. */
export interface LedgerRow {
  cells: Partial<Record<ColumnId, CellValue>>;
  statusChoices: string[];
}

/**
 * A sheet of the clerk's own as the ledger: where our columns are in it, and which of its rows have a key. Rows begin below
 * the header and end with the sheet; one without a key is never reported. Places count from 0, as `readSheets` gives them.
 */
export interface Binding {
  /** The sheet's name. */
  sheet: string;
  /** The lowest row of the header. */
  header: number;
  /** Her columns. `key`, `base` and `result` are never among them: they are the port's to add. */
  columns: { id: IdentityColumn | RowField | BlockColumn; at: number }[];
  /**
   * Where our rows stand side by side in hers: the period or indicator that each block of columns is of, and none for the one that
   * is of neither. `sideBySide` takes them apart, a workbook never sees them.
   */
  blocks?: readonly string[];
  /** Whether she wants the column 校验结果. */
  hasResult: boolean;
  /**
   * Where a report has no row of hers, but cells: where each of them stands, by the rows and columns that all else here speaks of.
   * `pinnedRows` follows them, a workbook never sees such a binding.
   */
  places?: CellPlaces;
  /** With `places`: the headings that say what each cell is. Where one says something else by now, the report is gone. */
  labels?: SheetAsTable['labels'];
  /** `block`: counts from 1, where there are any. */
  rows: { row: number; key: string; block?: number }[];
}

/** Which block of columns a row stands in, from 0, and what each of them is of. */
export interface Block {
  at: number;
  of: readonly string[];
}

/** A row as it stands. */
export interface ScannedRow {
  /** It stands in a sheet of the clerk's own: its identity cells are hers, and say what she says. */
  isHers?: true;
  /** Of rows that stand side by side in one of the clerk's. */
  block?: Block;
  /** Counts from 0 below the header, in the order on screen; of rows side by side, block after block. */
  position: number;
  /** The number that the program shows beside it: the clerk may have put rows above the header. */
  row: number;
  /** Where it is no row of hers, the cell that says what it is: D2. */
  cell?: string;
  cells: Record<ColumnId, CellValue>;
}

/**
 * How a cell is marked. `returned`, and the lights `red`, `yellow`, `blue`, are of what the bureau has decided; `note` has a
 * message alone, and no colour.
 */
export type Mark =
  | 'none'
  | 'error'
  | 'warning'
  | 'changed'
  | 'conflict'
  | 'returned'
  | 'red'
  | 'yellow'
  | 'blue'
  | 'note';

/**
 * Writes, all applied at once or not at all. Rows are found by key; a row whose key is gone is skipped
 * and named in the answer. Where copies share a key, `cells` writes the first, `marks` and `archive` mean all.
 */
export interface LedgerChange {
  /** Cells to set in rows that are there; `positions` address rows of the last scan where keys cannot (copies, broken keys). */
  cells?: { key: string; cells: Partial<Record<ColumnId, CellValue>> }[];
  atPositions?: { position: number; cells: Partial<Record<ColumnId, CellValue>> }[];
  /** Rows to add below the last one. */
  append?: LedgerRow[];
  /** Colour and comment of single cells; `none` clears. The message is left out where there is none, and was none. */
  marks?: { key: string; column: ColumnId; mark: Mark; message?: string | null }[];
  /** Rows to move to the archive sheet (S: retired rows), by key. */
  archive?: string[];
}

/** State that travels in the workbook itself (S8): keys, bases, snapshots, cursor. JSON, at most a few hundred kilobytes. */
export type WorkbookState = Record<string, unknown>;

export interface WorkbookPort {
  /**
   * `null` while the workbook holds no ledger. One read. Values as the sheet holds them, empty text as `null`;
   * unknown columns and wholly blank rows are left out (they still count as positions). With `positions`, those rows only.
   */
  scan(positions?: readonly number[]): Promise<ScannedRow[] | null>;
  /** Writes header, rows, dropdowns, frozen header and hidden columns on a ledger sheet of its own; replaces an older ledger. */
  layOut(layout: LedgerLayout): Promise<void>;
  /**
   * All sheets but the port's own, as a clerk's ledger is read from them; what the port has added to one is left out. The one
   * that is the ledger already comes first.
   */
  readSheets(): Promise<LedgerSheet[]>;
  /**
   * Makes a sheet of the clerk's own the ledger. Written are a hidden key and base (and 校验结果), to the right of all that
   * stands there; nothing else, and no look of hers is changed. A former ledger stays as it is, and is none any more.
   * From then on no row is appended or archived, cells with a formula and identity cells are never written, and a mark that
   * is cleared leaves the colour that was there. `LedgerBusy` where the sheet is gone.
   */
  bind(binding: Binding): Promise<void>;
  /** Follows single cells of a sheet of the clerk's own. */
  readonly pins: CellPins;
  /** Selects a cell of any sheet; `false` where the sheet is gone. */
  selectCell(sheet: string, row: number, column: number): Promise<boolean>;
  /**
   * With `seen`, the scan that the change was planned on: where a value to be overwritten is another by now, nothing is
   * written, and it throws `LedgerMovedOn`.
   */
  apply(change: LedgerChange, seen?: readonly ScannedRow[]): Promise<{ missing: string[] }>;
  readState(): Promise<WorkbookState | null>;
  writeState(state: WorkbookState): Promise<void>;
  /**
   * Shows the row if it is hidden or filtered out, selects the cell, scrolls to it and gives it the keyboard where the
   * program lets it. A row is named by its key, or by its position in the last scan. `false` when it is not in the sheet.
   */
  select(row: string | number, column: ColumnId): Promise<boolean>;
  /**
   * Filters the sheet to these rows; `null` shows all of them again. `isAgain`: what the clerk has filtered besides may stay.
   * Missing where the program cannot.
   */
  showOnly?(keys: readonly string[] | null, isAgain?: boolean): Promise<void>;
  /** Says that the clerk has taken the filter of `showOnly` away. Missing where the program does not tell. */
  onUnfiltered?(listener: () => void): () => void;
  /** Gives the keyboard to the selected cell. Missing where the program cannot. */
  takeKeyboard?: (() => void) | undefined;
  /** Says which row the selection stands in, by its key; `null`: in none. Missing where the program does not tell. */
  onSelected?(listener: (key: string | null, column?: ColumnId | null) => void): () => void;
  /** Says that something in the ledger may have changed: a hint only, also for the port's own writes. Returns the unsubscribe. */
  onChanged(listener: ChangeListener): () => void;
  /** Looks whether anything has changed that no event told of; then the listeners are told. Without waiting for anybody. */
  poll?(): Promise<void>;
  /**
   * How long a clerk pauses, in milliseconds, before a check writes into the sheet: a write stands among the steps that can
   * be undone, or ends them. Without it a check writes at once.
   */
  readonly pauseMs?: number;
  /** Says, once for each, what could not be done to the look of the sheet. Returns the unsubscribe. */
  onNotice?(listener: (notice: Notice) => void): () => void;
}

/** The spreadsheet takes no calls for the time being: a cell is being edited. */
export class LedgerBusy extends Error {
  override name = 'LedgerBusy';
  readonly why: 'editing' | 'moving' | 'silent';

  /** `editing`: a cell is being edited. `moving`: rows or values changed meanwhile. `silent`: there is no answer for the moment. */
  constructor(message = '', why: LedgerBusy['why'] = 'editing') {
    super(message);
    this.why = why;
  }
}

/** Why a spreadsheet refuses for good: what a person has to do differs. */
export type Refusal = 'protected' | 'filtered' | 'other';

/** The spreadsheet refuses, and would again: a person has to do something first. */
export class LedgerRefused extends Error {
  override name = 'LedgerRefused';
  readonly reason: Refusal;
  /** The program's own code for it, as it is found in its documentation. */
  readonly code: string;

  constructor(reason: Refusal, code: string, message: string) {
    super(message);
    this.reason = reason;
    this.code = code;
  }
}

/**
 * What a spreadsheet could not do: notes, colours or dropdowns were refused; a filter is not put back, or not
 * taken; cells do not take what is sent to them.
 */
export type Notice = 'notes-refused' | 'looks-refused' | 'filter-lost' | 'view-refused' | 'not-taken';

/** Somebody has typed into a cell that was to be written: the change is to be planned anew. */
export class LedgerMovedOn extends LedgerBusy {
  override name = 'LedgerMovedOn';
  constructor() {
    super('单元格刚被改动，将重新读取。A cell has just been typed into; the ledger is read again.', 'moving');
  }
}

/** What the values that a change overwrites were when it was planned, by key and column. */
export function valuesSeen(
  { cells = [] }: LedgerChange,
  seen: readonly ScannedRow[],
): { key: string; column: RowField | BlockColumn; value: CellValue }[] {
  const rows = new Map(seen.toReversed().map((row) => [String(row.cells.key ?? ''), row]));
  return cells.flatMap(({ key, cells: values }) => {
    const row = rows.get(key);
    if (!row) return [];
    return (Object.keys(values) as ColumnId[])
      .filter(isValueColumn)
      .filter((column) => values[column] !== undefined)
      .map((column) => ({ key, column, value: row.cells[column] ?? null }));
  });
}

const fields: ReadonlySet<string> = new Set(rowFields);

/** Whether a column holds values, be it one of several blocks. */
export const isValueColumn = (id: ColumnId): id is RowField | BlockColumn => fields.has(fieldOf(id));

/** The field of a block's column, and any other column as it is. */
export const fieldOf = (id: ColumnId): string => id.replace(/@\d+$/u, '');

/** `positions`: the rows whose cells were written, while every row stayed where it was; `null`: anything may have changed. */
export type ChangeListener = (positions: readonly number[] | null) => void;
