import { type ICellData, UndoCommand } from '@univerjs/core';
import type { FWorksheet } from '@univerjs/sheets/facade';
import type { ColumnId } from '../../../addin/workbook/port.ts';
import type { Snapshot } from '../../../addin/workbook/univer.ts';
import type { Book } from '../../../addin/workbook/univer/book.ts';
import { mapLedger } from '../../../addin/workbook/univer/ledgerSheet.ts';
import { background } from '../../../addin/workbook/univer/look.ts';
import type { MarkTag } from '../../../addin/workbook/univer/messages.ts';
import { openBook } from '../../../addin/workbook/univer/open.ts';
import { fromCell, toCell } from '../../../addin/workbook/univer/sheetData.ts';
import type { CellValue } from '../../../shared/row/row.ts';
import { herCell, type HerCell } from './contract/ledger.ts';
import type { OpenedPort, SheetUser } from './portContract.ts';

/** Ends the workbook that is on the page: one that nobody sees goes on drawing itself. */
let endLast = () => {};

/** A Univer workbook in a fresh element, and its user: every act is the command that Univer's own menus run. */
export async function openUser(snapshot?: Snapshot): Promise<OpenedPort> {
  endLast();
  const container = document.createElement('div');
  container.style.height = '100%';
  document.getElementById('sheet')?.replaceChildren(container);
  const workbook = await openBook(container, { language: 'zh', snapshot });
  endLast = workbook.end;
  return {
    port: workbook.port,
    user: userOf(workbook.book),
    reopen: () => openUser(JSON.parse(JSON.stringify(workbook.snapshot())) as Snapshot),
  };
}

function userOf(book: Book): SheetUser {
  const ledger = (): { sheet: FWorksheet; at: (id: ColumnId) => number; row: (key: string) => number } => {
    const sheet = book.ledger();
    const map = sheet && mapLedger(sheet);
    if (!sheet || !map) throw new Error('the workbook holds no ledger');
    return {
      sheet,
      at: (id) => map.columns.find(({ tag }) => tag.id === id)?.at ?? missing(id),
      row: (key) => map.rowsOf.get(key)?.[0] ?? missing(key),
    };
  };
  const cell = (key: string, id: ColumnId): ICellData | null => {
    const { sheet, at, row } = ledger();
    return sheet.getSheet().getCellRaw(row(key), at(id)) || null;
  };
  let filtered = false;
  return {
    async edit(key, column, value) {
      const { sheet, at, row } = ledger();
      const range = sheet.getRange(row(key), at(column));
      if (value === null || value === '') range.clearContent();
      // Text is left as the cell's editor leaves it; the facade alone would read dates in it.
      else range.setValue(typeof value === 'string' ? { v: value, t: 1 } : value);
    },
    /** As carelessly as a clerk may: one column alone, header and all. */
    async sortBy(column, ascending = true) {
      const { sheet, at } = ledger();
      const only = at(column);
      await book.commands.executeCommand('sheet.command.sort-range', {
        unitId: book.id,
        subUnitId: sheet.getSheetId(),
        range: { startRow: 0, endRow: sheet.getLastRow(), startColumn: only, endColumn: only },
        orderRules: [{ type: ascending ? 'asc' : 'desc', colIndex: only }],
        hasTitle: false,
      });
      await settled();
    },
    async insertRowAbove(key) {
      const { sheet, row } = ledger();
      sheet.insertRowBefore(row(key));
      await settled();
    },
    async deleteRow(key) {
      const { sheet, row } = ledger();
      sheet.deleteRow(row(key));
      await settled();
    },
    async copyRow(key) {
      const { sheet, row } = ledger();
      const from = row(key);
      const cells = structuredClone(sheet.getRange(from, 0, 1, sheet.getMaxColumns()).getCellDatas());
      sheet.insertRowAfter(from);
      sheet
        .getRange(from + 1, 0, 1, sheet.getMaxColumns())
        .setValues(cells.map((line) => line.map((one) => one ?? {})));
      await settled();
    },
    async pasteBlock(key, column, block) {
      const { sheet, at, row } = ledger();
      const range = sheet.getRange(row(key), at(column), block.length, block[0]?.length ?? 0);
      range.setValues(block.map((line) => line.map((value) => ({ v: value as string | number }))));
      await settled();
    },
    async moveRow(key, above) {
      const { sheet, row } = ledger();
      sheet.moveRows(sheet.getRange(row(key), 0), row(above));
      await settled();
    },
    async hideRow(key) {
      const { sheet, row } = ledger();
      sheet.hideRows(row(key));
      await settled();
    },
    async filter(column, value) {
      const { sheet, at } = ledger();
      const place = { unitId: book.id, subUnitId: sheet.getSheetId() };
      if (!filtered) {
        const range = {
          ...{ startRow: 0, endRow: sheet.getLastRow() },
          ...{ startColumn: 0, endColumn: sheet.getMaxColumns() - 1 },
        };
        await book.commands.executeCommand('sheet.command.set-filter-range', { ...place, range });
        filtered = true;
      }
      const col = at(column);
      const criteria = { colId: col, filters: { filters: [String(value)] } };
      await book.commands.executeCommand('sheet.command.set-filter-criteria', { ...place, col, criteria });
      await settled();
    },
    async clearFilters() {
      const { sheet } = ledger();
      const place = { unitId: book.id, subUnitId: sheet.getSheetId() };
      await book.commands.executeCommand('sheet.command.remove-sheet-filter', place);
      filtered = false;
      await settled();
    },
    async goTo(key, column) {
      const { sheet, at, row } = ledger();
      sheet.getRange(row(key), at(column)).activate();
      await settled();
    },
    async inView(key) {
      await settled();
      const { sheet, row } = ledger();
      const range = sheet.getVisibleRange();
      return range !== null && row(key) >= range.startRow && row(key) <= range.endRow;
    },
    async shows(key) {
      const { sheet, row } = ledger();
      return sheet.getSheet().getRowVisible(row(key));
    },
    async writeBeside(key, text) {
      const { sheet, row } = ledger();
      const columns = mapLedger(sheet)?.columns ?? [];
      sheet.getRange(row(key), Math.max(...columns.map(({ at }) => at)) + 1).setValue({ v: text, t: 1 });
      await settled();
    },
    async archivedTexts() {
      const archive = book.archive()?.getSheet();
      const [rows, columns] = [archive?.getRowCount() ?? 0, archive?.getColumnCount() ?? 0];
      return Array.from({ length: rows }, (_, row) =>
        Array.from({ length: columns }, (__, at) => String(fromCell(archive!.getCellRaw(row, at)) ?? '')),
      );
    },
    async undo() {
      await book.commands.executeCommand(UndoCommand.id);
      await settled();
    },
    async markOf(key, column) {
      const data = cell(key, column);
      const tag = data?.custom as MarkTag | null | undefined;
      const { sheet, at, row } = ledger();
      const shown = sheet.getRange(row(key), at(column)).getCellStyleData()?.bg?.rgb;
      const role = mapLedger(sheet)?.columns.find(({ tag: { id } }) => id === column)?.tag.role ?? 'value';
      // In hers 校验结果 has no colour of ours.
      const isPlain = column === 'result' && book.data.isHers === true;
      const wanted = isPlain ? undefined : background({ id: column, role }, tag?.mark ?? 'none').bg?.rgb;
      if (shown !== wanted) throw new Error(`${key}.${column} is ${shown}, not ${wanted}`);
      return tag?.mark ? { mark: tag.mark, message: tag.message } : { mark: 'none', message: null };
    },
    async choicesOf(key) {
      const { sheet, at, row } = ledger();
      const rule = sheet.getRange(row(key), at('status')).getDataValidation();
      return rule?.getCriteriaValues()[1]?.split(',') ?? [];
    },
    async archivedKeys() {
      const archive = book.archive()?.getSheet();
      const rows: CellValue[] = [];
      const keyColumn = Array.from({ length: archive?.getColumnCount() ?? 0 }, (_, at) => at).find(
        (at) => archive && fromCell(archive.getCellRaw(0, at)) === '列 key',
      );
      if (!archive || keyColumn === undefined) return rows;
      for (let row = 1; row < archive.getRowCount(); row += 1) {
        const key = fromCell(archive.getCellRaw(row, keyColumn));
        if (key !== null) rows.push(key);
      }
      return rows;
    },
    async typeAt(name, row, column, value) {
      const range = book.workbook.getSheetByName(name)!.getRange(row, column);
      if (value === null || value === '') range.clearContent();
      else range.setValue(typeof value === 'string' ? { v: value, t: 1 } : value);
      await settled();
    },
    async insertRowAt(name, row) {
      book.workbook.getSheetByName(name)!.insertRowBefore(row);
      await settled();
    },
    async insertColumnAt(name, column) {
      book.workbook.getSheetByName(name)!.insertColumnBefore(column);
      await settled();
    },
    async deleteRowAt(name, row) {
      book.workbook.getSheetByName(name)!.deleteRow(row);
      await settled();
    },
    async markAt(name, row, column) {
      const data = book.workbook.getSheetByName(name)!.getSheet().getCellRaw(row, column);
      const tag = data?.custom as MarkTag | null | undefined;
      return tag?.mark ? { mark: tag.mark, message: tag.message } : { mark: 'none', message: null };
    },
    async putSheet(name, { rows, merges = [], isHidden }) {
      const cellData = Object.fromEntries(
        rows.map((line, row) => [row, Object.fromEntries(line.map((each, at) => [at, univerCell(each)]))]),
      );
      const mergeData = merges.map(({ row, column, rows: down, columns }) => ({
        ...{ startRow: row, startColumn: column },
        ...{ endRow: row + down - 1, endColumn: column + columns - 1 },
      }));
      book.workbook.insertSheet(name, {
        sheet: { cellData, mergeData, rowCount: rows.length + 30, columnCount: 30, hidden: isHidden ? 1 : 0 },
      });
      await settled();
    },
    async cellAt(name, row, column) {
      const sheet = book.workbook.getSheetByName(name)!.getSheet();
      const style = sheet.getComposedCellStyle(row, column);
      const data = sheet.getCellRaw(row, column);
      return {
        value: fromCell(data),
        ...(style.bg?.rgb && { fill: style.bg.rgb }),
        ...(data?.f && { formula: data.f }),
        ...(style.st?.s === 1 && { isStruck: true as const }),
      };
    },
    async selectedCell() {
      const range = book.workbook.getActiveRange();
      const sheet = book.workbook.getActiveSheet().getSheetName();
      return range && { sheet, row: range.getRow(), column: range.getColumn() };
    },
    messages: true,
    merges: true,
    async selected() {
      const { sheet } = ledger();
      if (book.workbook.getActiveSheet().getSheetId() !== sheet.getSheetId()) return null;
      const range = book.workbook.getActiveRange();
      const map = mapLedger(sheet);
      const column = map?.columns.find(({ at }) => at === range?.getColumn())?.tag.id;
      const key = [...(map?.rowsOf ?? [])].find(([, rows]) => rows.includes(range?.getRow() ?? -1))?.[0];
      return column === undefined || key === undefined ? null : { key, column };
    },
  };
}

function univerCell(each: CellValue | HerCell): ICellData {
  const { value, fill, formula, isStruck } = herCell(each);
  return {
    ...toCell(value),
    ...(formula && { f: formula }),
    ...((fill || isStruck) && {
      s: { ...(fill && { bg: { rgb: fill } }), ...(isStruck && { st: { s: 1 } }) },
    }),
  };
}

/** The adapter tidies up in a microtask after the clerk's act. */
function settled(): Promise<void> {
  return new Promise((done) => requestAnimationFrame(() => done()));
}

function missing(what: string): never {
  throw new Error(`no such row or column: ${what}`);
}
