import { abilitiesOf } from '../../../addin/workbook/excel.ts';
import { ExcelPort } from '../../../addin/workbook/excel/adapter.ts';
import { archiveName, hersName } from '../../../addin/workbook/excel/names.ts';
import { messageOf } from '../../../addin/workbook/excel/noteText.ts';
import { backgroundOf } from '../../../addin/workbook/ledgerLook.ts';
import { identityColumns, type ColumnId, type Mark } from '../../../addin/workbook/port.ts';
import type { CellValue } from '../../../shared/row/row.ts';
import { ExcelHost } from '../office/host.ts';
import { LedgerView } from '../office/ledgerView.ts';
import { ExcelUser } from '../office/user.ts';
import { herCell, type HerCell, type HerSheet } from './contract/ledger.ts';
import type { OpenedPort, SheetUser } from './portContract.ts';

/** Puts what a page has of Office where a page has it: the stand-in itself, or Microsoft's library in front of it. */
export type Install = (host: ExcelHost) => void;

const plain: Install = (host) => host.install(globalThis);

/** An Excel with the adapter in it. Only one at a time is the page's `Excel`, as in a browser. */
export function openExcelPort(
  host = new ExcelHost(),
  wait: (ms: number) => Promise<void> = settled,
  install: Install = plain,
): ExcelPort {
  install(host);
  return new ExcelPort(abilitiesOf(), wait);
}

function settled(): Promise<void> {
  return new Promise((done) => setTimeout(done));
}

/** The workbook port over the stand-in, and its user. After each act the ledger is scanned, as the pane does. */
export function openExcelUser(host = new ExcelHost(), install: Install = plain): OpenedPort {
  const port = openExcelPort(host, settled, install);
  const view = new LedgerView(host);
  const clerk = new ExcelUser(host, () => view.sheet());
  const act = async (does: () => void): Promise<void> => {
    does();
    await host.delivered();
    await port.scan();
  };
  const actOn = async (name: string, does: (clerk: ExcelUser) => void): Promise<void> => {
    does(new ExcelUser(host, () => host.book.sheet(name)!));
    await host.delivered();
  };
  const user: SheetUser = {
    edit: (key, column, value) => act(() => clerk.type(view.row(key), view.at(column), value)),
    sortBy: (column, ascending) => act(() => clerk.sort(view.at(column), ascending)),
    insertRowAbove: (key) => act(() => clerk.insertRow(view.row(key))),
    deleteRow: (key) => act(() => clerk.deleteRow(view.row(key))),
    copyRow: (key) => act(() => clerk.copyRow(view.row(key))),
    moveRow: (key, above) => act(() => clerk.moveRow(view.row(key), view.row(above))),
    hideRow: (key) => act(() => clerk.hideRows(view.row(key), 1)),
    filter: (column, value) => act(() => clerk.filter(view.at(column), (cell) => cell === value)),
    clearFilters: () => act(() => clerk.clearFilters()),
    goTo: async (key, column) => {
      clerk.goTo(view.row(key), view.at(column));
      await host.delivered();
      // Where no event tells, the pane finds it by looking.
      await port.poll();
    },
    shows: async (key) => !view.sheet().isHidden(view.row(key)),
    fillDown: (key, column, to) => act(() => clerk.fillDown(view.row(key), view.at(column), view.row(to))),
    cutBelow: (key, from, to) => act(() => cutBelow(view, clerk, key, from, to)),
    writeBeside: (key, text) =>
      act(() => clerk.type(view.row(key), Math.max(view.at('key'), view.at('base')) + 2, text)),
    archivedTexts: async () =>
      [...(archiveOf(host)?.rows.values() ?? [])].map((line) =>
        [...line.values()].map(({ value }) => String(value ?? '')),
      ),
    insertColumn: (before) => act(() => clerk.insertColumn(view.at(before))),
    renameSheet: (name) => act(() => clerk.renameSheet(name)),
    undo: () => act(() => host.undo()),
    pasteBlock: (key, column, block) => act(() => clerk.paste(view.row(key), view.at(column), block)),
    markOf: async (key, column) => markOf(view, key, column),
    choicesOf: async (key) =>
      view.sheet().validations.get(view.row(key))?.get(view.at('status'))?.source.split(',') ?? [],
    archivedKeys: async () => archivedKeys(host),
    selected: async () => selected(view),
    typeAt: (name, row, column, value) => actOn(name, (own) => own.type(row, column, value)),
    insertRowAt: (name, row) => actOn(name, (own) => own.insertRow(row)),
    insertColumnAt: (name, column) => actOn(name, (own) => own.insertColumn(column)),
    deleteRowAt: (name, row) => actOn(name, (own) => own.deleteRow(row)),
    markAt: async (name, row, column) => {
      const { fill = null, note } = host.book.sheet(name)!.cell(row, column) ?? {};
      const mark = marks.find((each) => each !== 'none' && backgroundOf(valueCell, each) === fill) ?? 'none';
      return { mark, message: note === undefined ? null : messageOf(note) };
    },
    putSheet: async (name, sheet) => putSheet(host, name, sheet),
    cellAt: async (name, row, column) => cellAt(host, name, row, column),
    selectedCell: async () => {
      const { active, selection } = host.book;
      const sheet = host.book.sheet(active)!.name;
      return { sheet, row: selection.row, column: selection.column };
    },
    merges: abilitiesOf().resize,
    messages: abilitiesOf().notes && host.habits.notes === 'work',
  };
  return { port, user, reopen: async () => openExcelUser(host.reopen(), install) };
}

function cutBelow(view: LedgerView, clerk: ExcelUser, key: string, from: ColumnId, to: ColumnId): void {
  const used = view.sheet().used(true)!;
  const column = view.at(from);
  const area = { row: view.row(key), column, rows: 1, columns: view.at(to) - column + 1 };
  clerk.cutCells(area, used.row + used.rows + 1, column);
}

const marks: Mark[] = [
  'none',
  'error',
  'warning',
  'changed',
  'conflict',
  'returned',
  'red',
  'yellow',
  'blue',
];
const identity = new Set<ColumnId>(identityColumns);
const valueCell = { id: 'status', role: 'value' } as const;

function markOf(view: LedgerView, key: string, column: ColumnId): { mark: Mark; message: string | null } {
  const cell = view.sheet().cell(view.row(key), view.at(column));
  const isHers = view.host.book.names.some(({ name }) => name === hersName);
  const role = identity.has(column) && !isHers ? 'identity' : 'value';
  // In hers 校验结果 has no colour of ours.
  const plain = isHers && column === 'result' ? null : backgroundOf({ id: column, role }, 'none');
  const mark = marks.find(
    (each) => (each === 'none' ? plain : backgroundOf({ id: column, role }, each)) === (cell?.fill ?? null),
  );
  if (!mark) throw new Error(`${key}.${column} has the colour ${cell?.fill}`);
  const message = cell?.note === undefined ? null : messageOf(cell.note);
  return { mark: mark === 'none' && message !== null ? 'note' : mark, message };
}

function putSheet(host: ExcelHost, name: string, { rows, merges = [], isHidden }: HerSheet): void {
  const sheet = host.book.sheet(name) ?? host.book.addSheet(name);
  if (isHidden) sheet.visibility = 'Hidden';
  sheet.merges = merges;
  rows.forEach((line, row) =>
    line.forEach((each, column) => {
      const { value, fill, formula, isStruck } = herCell(each);
      if (value === null && fill === undefined) return;
      const look = { fill: fill ?? null, ...(isStruck && { struck: isStruck }) };
      Object.assign(sheet.take(row, column), { value, ...look, ...(formula && { formula }) });
    }),
  );
}

function cellAt(host: ExcelHost, name: string, row: number, column: number): HerCell {
  const cell = host.book.sheet(name)?.cell(row, column);
  const { value = null, fill, formula, struck } = cell ?? {};
  return {
    ...{ value, ...(fill && { fill }), ...(formula !== undefined && { formula }) },
    ...(struck && { isStruck: struck }),
  };
}

function archiveOf(host: ExcelHost) {
  const name = host.book.names.find((each) => each.name === archiveName);
  return name && host.book.sheet(name.sheet);
}

function archivedKeys(host: ExcelHost): CellValue[] {
  const archive = archiveOf(host);
  const area = archive?.used(true);
  if (!archive || !area) return [];
  let at = -1;
  return Array.from({ length: area.rows }, (_, row) => row).flatMap((row) => {
    const header = Array.from({ length: area.columns }, (_, column) => column).find((column) =>
      ['列 key', '行键'].includes(String(archive.value(row, column))),
    );
    if (header !== undefined) {
      at = header;
      return [];
    }
    return archive.value(row, at) ?? [];
  });
}

function selected(view: LedgerView): { key: string; column: ColumnId } | null {
  const { book } = view.host;
  if (book.active !== view.sheet().id) return null;
  const key = view.sheet().value(book.selection.row, view.at('key'));
  const column = view.column(book.selection.column);
  return typeof key === 'string' && column && column !== 'choices' ? { key, column } : null;
}
