import type {
  ColumnId,
  LedgerColumn,
  LedgerRow,
  Mark,
  WorkbookPort,
} from '../../../../addin/workbook/port.ts';
import type { CellValue } from '../../../../shared/row/row.ts';

/** What a clerk does to the sheet, and what can be seen there. Rows are named by key. */
export interface SheetUser {
  edit(key: string, column: ColumnId, value: CellValue): Promise<void>;
  sortBy(column: ColumnId, ascending?: boolean): Promise<void>;
  insertRowAbove(key: string): Promise<void>;
  deleteRow(key: string): Promise<void>;
  /** Copies the whole row, hidden cells too, into a new row just below. */
  copyRow(key: string): Promise<void>;
  pasteBlock(key: string, column: ColumnId, block: CellValue[][]): Promise<void>;
  /** Takes a whole row out and puts it in above another one. */
  moveRow?(key: string, above: string): Promise<void>;
  hideRow?(key: string): Promise<void>;
  /** Shows only rows whose cell holds `value`. */
  filter?(column: ColumnId, value: CellValue): Promise<void>;
  /** Takes every filter away. */
  clearFilters?(): Promise<void>;
  /** Clicks a cell. */
  goTo?(key: string, column: ColumnId): Promise<void>;
  /** Whether a row stands in what is in view of the sheet. */
  inView?(key: string): Promise<boolean>;
  /** Whether a row can be seen. */
  shows?(key: string): Promise<boolean>;
  /** Fills a cell down to another row, over what a filter shows. */
  fillDown?(key: string, column: ColumnId, to: string): Promise<void>;
  /** Cuts a row's cells from one column to another and pastes them below the ledger. */
  cutBelow?(key: string, from: ColumnId, to: ColumnId): Promise<void>;
  /** Writes into the first column right of the ledger. */
  writeBeside?(key: string, text: string): Promise<void>;
  /** All that stands in the archive sheet, row by row. */
  archivedTexts?(): Promise<string[][]>;
  insertColumn?(before: ColumnId): Promise<void>;
  renameSheet?(name: string): Promise<void>;
  undo?(): Promise<void>;
  /** Puts a sheet of the clerk's own into the workbook. */
  putSheet(name: string, sheet: HerSheet): Promise<void>;
  /** A cell of any sheet: what it holds, its colour, its formula. */
  cellAt(sheet: string, row: number, column: number): Promise<HerCell>;
  /** Acts on any sheet; places count from 0. */
  typeAt?(sheet: string, row: number, column: number, value: CellValue): Promise<void>;
  insertRowAt?(sheet: string, row: number): Promise<void>;
  insertColumnAt?(sheet: string, column: number): Promise<void>;
  deleteRowAt?(sheet: string, row: number): Promise<void>;
  /** How a cell of a sheet of hers is marked. */
  markAt?(sheet: string, row: number, column: number): Promise<{ mark: Mark; message: string | null }>;
  selectedCell(): Promise<{ sheet: string; row: number; column: number } | null>;
  markOf(key: string, column: ColumnId): Promise<{ mark: Mark; message: string | null }>;
  choicesOf(key: string): Promise<string[]>;
  archivedKeys(): Promise<CellValue[]>;
  selected(): Promise<{ key: string; column: ColumnId } | null>;
  /** Whether cells can carry a message at all: older Excels have a colour and the result column only. */
  messages: boolean;
  /** Whether it is told which cells are merged: older Excels say nothing of it. */
  merges: boolean;
}

/** A cell of a clerk's own sheet; `value` is what a formula shows. */
export interface HerCell {
  value: CellValue;
  fill?: string;
  formula?: string;
  isStruck?: true;
}

export interface HerSheet {
  rows: (CellValue | HerCell)[][];
  /** Columns count from 0, as rows do. */
  merges?: { row: number; column: number; rows: number; columns: number }[];
  isHidden?: true;
}

export const herCell = (cell: CellValue | HerCell | undefined): HerCell =>
  cell !== null && typeof cell === 'object' ? cell : { value: cell === '' ? null : (cell ?? null) };

export interface OpenedPort {
  port: WorkbookPort;
  user: SheetUser;
  /** Saves the workbook, closes it, and opens the saved copy. */
  reopen(): Promise<OpenedPort>;
}

export interface PortCheck {
  name: string;
  /** Acts without which it says nothing: not every spreadsheet of the tests has them all. */
  needs: (keyof SheetUser)[];
  /** It says something of a ledger of ours only: of dropdowns, rows that come and go, or cells that are text. */
  isOurs: boolean;
  run(open: () => Promise<OpenedPort>): Promise<void>;
}

export const dated = ['未开始', '进行中', '已完成', '本地无此类'];
export const cadence = ['已开展', '未开展', '本地无此类'];

const roles: [ColumnId, LedgerColumn['role']][] = [
  ['result', 'status'],
  ['task', 'identity'],
  ['arrangement', 'identity'],
  ['target', 'identity'],
  ['period', 'identity'],
  ['due', 'identity'],
  ['status', 'value'],
  ['count', 'value'],
  ['completedOn', 'value'],
  ['note', 'value'],
  ['key', 'hidden'],
  ['base', 'hidden'],
];
export const columns: LedgerColumn[] = roles.map(([id, role]) => ({
  id,
  header: `列 ${id}`,
  width: 120,
  role,
}));

export function row(key: string, cells: LedgerRow['cells'] = {}, statusChoices = dated): LedgerRow {
  return { cells: { task: '专项检查', arrangement: `安排 ${key}`, key, base: 1, ...cells }, statusChoices };
}

export const three = [row('a', { count: 3 }), row('b', { count: 1 }, cadence), row('c', { count: 2 })];

export const check = (name: string, run: PortCheck['run'], needs: PortCheck['needs'] = []): PortCheck => ({
  ...{ name, run, needs, isOurs: false },
});

/** A check that says something of a ledger of ours only. */
export const ourCheck: typeof check = (...given) => ({ ...check(...given), isOurs: true });

export async function keys(port: WorkbookPort): Promise<CellValue[]> {
  return ((await port.scan()) ?? []).map(({ cells }) => cells.key);
}

export async function cellsOf(
  port: WorkbookPort,
  key: string,
  ids: ColumnId[],
): Promise<(CellValue | undefined)[]> {
  const found = ((await port.scan()) ?? []).find(({ cells }) => cells.key === key);
  return ids.map((id) => found?.cells[id]);
}

/** Deep equality by JSON, with the order of an object's keys left out of account. */
export function same(actual: unknown, expected: unknown): void {
  const [left, right] = [spell(actual), spell(expected)];
  if (left !== right) throw new Error(`expected ${right.slice(0, 400)}, but got ${left.slice(0, 400)}`);
}

function spell(value: unknown): string {
  return (
    JSON.stringify(value, (_, part: unknown) =>
      part !== null && typeof part === 'object' && !Array.isArray(part)
        ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
        : part,
    ) ?? 'undefined'
  );
}
