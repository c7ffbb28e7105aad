import type { ICellData, IRange, IStyleData, Nullable } from '@univerjs/core';
import {
  SetColDataMutation,
  SetColHiddenMutation,
  SetRangeValuesMutation,
  SetWorksheetColumnCountMutation,
} from '@univerjs/sheets';
import type { FWorksheet } from '@univerjs/sheets/facade';
import type { LedgerCell, LedgerSheet, Merge } from '../../../shared/ledgers/ledgerFile.ts';
import { dayOfSerial, isDayFormat } from '../dayFormat.ts';
import { identityColumns, LedgerBusy, type Binding, type ColumnId, type LedgerColumn } from '../port.ts';
import type { Book } from './book.ts';
import { mapColumns } from './ledgerSheet.ts';
import type { MarkTag } from './messages.ts';
import { type ColumnTag, fromCell, type HeaderTag, toCell } from './sheetData.ts';

/** A sheet of the clerk's own: how it is read, and how it becomes the ledger. */

/** What is added beside her columns; only 校验结果 is seen. */
const addedColumns = { result: '校验结果', key: '行键', base: '基准' } as const;
const resultWidth = 168;

/** Every sheet but those of the port's own. */
export function readBook(book: Book): LedgerSheet[] {
  const { archive, ledger } = book.data;
  return book.workbook
    .getSheets()
    .filter((sheet) => sheet.getSheetId() !== archive && !isOurs(sheet))
    .toSorted((a, b) => Number(b.getSheetId() === ledger) - Number(a.getSheetId() === ledger))
    .map((sheet) => ({
      name: sheet.getSheetName(),
      ...(sheet.isSheetHidden() && { isHidden: true }),
      rows: rowsOf(sheet),
      merges: sheet.getSheet().getMergeData().map(mergeOf),
    }));
}

/** Whether it was laid out by the port, be it a ledger no more. */
const isOurs = (sheet: FWorksheet): boolean =>
  mapColumns(sheet)?.some(({ tag }) => tag.role === 'identity') === true;

function rowsOf(sheet: FWorksheet): (LedgerCell | null)[][] {
  const worksheet = sheet.getSheet();
  const added = new Set(
    (mapColumns(sheet) ?? []).filter(({ tag }) => tag.id in addedColumns).map(({ at }) => at),
  );
  const width = Math.max(0, sheet.getLastColumn() + 1);
  return Array.from({ length: Math.max(0, sheet.getLastRow() + 1) }, (_, row) =>
    Array.from({ length: width }, (__, column) =>
      added.has(column)
        ? null
        : cellOf(worksheet.getCellRaw(row, column), worksheet.getComposedCellStyle(row, column)),
    ),
  );
}

function cellOf(cell: Nullable<ICellData>, style: IStyleData): LedgerCell | null {
  const value = fromCell(cell);
  // A blank cell of a colour may be a legend's.
  if (value === null) {
    const look = fillOf(cell, style);
    return look.fill === undefined ? null : { text: '', value: '', ...look };
  }
  const isDay = typeof value === 'number' && isDayFormat(style.n?.pattern ?? '');
  return {
    text: isDay ? dayOfSerial(value) : String(value),
    value,
    ...(isDay && { day: dayOfSerial(value) }),
    ...(style.st?.s === 1 && { isStruck: true as const }),
    ...(cell?.f && { formula: 'stored' as const }),
    ...fillOf(cell, style),
  };
}

/** Her own colour of a cell; beneath a mark of ours it is the one that comes back. */
function fillOf(cell: Nullable<ICellData>, { bg }: IStyleData): { fill?: string } {
  const there = cell?.custom as Partial<MarkTag> | null | undefined;
  const colour = there?.mark ? there.was : bg?.rgb;
  return colour && /^#[\dA-F]{6}$/iu.test(colour) ? { fill: colour.slice(1).toUpperCase() } : {};
}

const mergeOf = ({ startRow, endRow, startColumn, endColumn }: IRange): Merge => ({
  row: startRow,
  column: startColumn,
  rows: endRow - startRow + 1,
  columns: endColumn - startColumn + 1,
});

/** Tags her columns, adds the port's beside them, and gives rows their keys. No cell of hers is written. */
export function bindSheet(book: Book, binding: Binding): void {
  const sheet = book.workbook.getSheetByName(binding.sheet);
  if (!sheet)
    throw new LedgerBusy(
      '表格已被删除或改名，请重新选择。The sheet is gone or has another name; choose it again.',
      'moving',
    );
  const isAgain = book.data.isHers === true && book.data.ledger === sheet.getSheetId();
  const before = isAgain ? (mapColumns(sheet) ?? []) : [];
  const placeOf = (id: ColumnId) => before.find(({ tag }) => tag.id === id)?.at;
  let next = sheet.getLastColumn() + 1;
  const wanted = (['result', 'key', 'base'] as const).filter((id) => id !== 'result' || binding.hasResult);
  const added = wanted.map((id) => ({ id, at: placeOf(id) ?? next++ }));
  if (next + 1 > sheet.getMaxColumns())
    book.mutate(SetWorksheetColumnCountMutation.id, sheet, { columnCount: next + 2 });
  tagColumns(book, sheet, [
    ...binding.columns.map(({ id, at }) => ({ id, at, role: 'value' as const })),
    ...added.map(({ id, at }) => ({
      id,
      at,
      role: id === 'result' ? ('status' as const) : ('hidden' as const),
    })),
  ]);
  const key = added.find(({ id }) => id === 'key')!.at;
  const base = added.find(({ id }) => id === 'base')!.at;
  const keys = new Map(binding.rows.map((row) => [row.row, row.key]));
  const cells: Record<number, Record<number, ICellData>> = {
    [binding.header]: Object.fromEntries(
      added.map(({ id, at }) => [
        at,
        {
          ...toCell(addedColumns[id]),
          custom: id === 'key' ? ({ isHeader: true } satisfies HeaderTag) : null,
        },
      ]),
    ),
  };
  // She does not want 校验结果 any more.
  const gone = binding.hasResult ? undefined : placeOf('result');
  if (gone !== undefined)
    for (let row = 0; row < sheet.getMaxRows(); row += 1)
      if (fromCell(sheet.getSheet().getCellRaw(row, gone)) !== null)
        cells[row] = { ...cells[row], [gone]: toCell(null) };
  for (let row = binding.header + 1; row < sheet.getMaxRows(); row += 1) {
    const wantedKey = keys.get(row) ?? null;
    if (fromCell(sheet.getSheet().getCellRaw(row, key)) === wantedKey) continue;
    cells[row] = { ...cells[row], [key]: { ...toCell(wantedKey), custom: null }, [base]: toCell(null) };
  }
  book.mutate(SetRangeValuesMutation.id, sheet, { cellValue: cells });
  const hidden = [key, base].map((at) => ({
    ...{ startRow: 0, endRow: sheet.getMaxRows() - 1, startColumn: at, endColumn: at },
  }));
  book.mutate(SetColHiddenMutation.id, sheet, { ranges: hidden });
  book.setData({ ledger: sheet.getSheetId(), isHers: true });
  sheet.activate();
}

/** Tags move along with their columns. Those of an earlier binding go. */
function tagColumns(
  book: Book,
  sheet: FWorksheet,
  columns: { id: ColumnId; at: number; role: LedgerColumn['role'] }[],
): void {
  const manager = sheet.getSheet().getColumnManager();
  const columnData: Record<number, object> = {};
  for (const { at } of mapColumns(sheet) ?? []) columnData[at] = { ...manager.getColumn(at), custom: null };
  for (const { id, at, role } of columns)
    columnData[at] = {
      ...manager.getColumn(at),
      ...(id === 'result' && { w: resultWidth }),
      custom: { id, role } satisfies ColumnTag,
    };
  book.mutate(SetColDataMutation.id, sheet, { columnData });
}

/** Whether a cell of her sheet is never written: what says what the row is, and formulas. */
export function isKept(id: ColumnId, cell: Nullable<ICellData>): boolean {
  return (identityColumns as readonly ColumnId[]).includes(id) || Boolean(cell?.f);
}
