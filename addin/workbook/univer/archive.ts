import type { Worksheet } from '@univerjs/core';
import {
  SetRangeValuesMutation,
  SetWorksheetColumnCountMutation,
  SetWorksheetRowCountMutation,
} from '@univerjs/sheets';
import type { FWorksheet } from '@univerjs/sheets/facade';
import type { Book } from './book.ts';
import type { LedgerMap } from './ledgerSheet.ts';
import { headerStyleId } from './look.ts';
import { fromCell, headerHeight, toCell } from './sheetData.ts';

/**
 * Copies rows of the ledger to the end of the archive sheet (存档), values only, under the headers of their day; what the
 * clerk has written beside the ledger follows.
 */
export function archiveRows(
  book: Book,
  ledger: FWorksheet,
  map: LedgerMap,
  rows: number[],
  name: string,
): void {
  const archive = book.archive() ?? newArchive(book, ledger, map, name);
  const source = ledger.getSheet();
  const first = archive.getLastRow() + 1;
  if (first + rows.length > archive.getMaxRows()) {
    book.mutate(SetWorksheetRowCountMutation.id, archive, { rowCount: first + rows.length + 20 });
  }
  const own = map.columns.map(({ at }) => at);
  const columns = [...own, ...columnsBeside(source, rows, own)];
  if (columns.length > archive.getMaxColumns()) {
    book.mutate(SetWorksheetColumnCountMutation.id, archive, { columnCount: columns.length });
  }
  const cellValue = Object.fromEntries(
    rows.map((row, index) => [
      first + index,
      Object.fromEntries(
        columns.map((at, column) => {
          const cell = source.getCellRaw(row, at);
          return [column, { ...toCell(fromCell(cell)), ...(cell?.s ? { s: cell.s } : {}) }];
        }),
      ),
    ]),
  );
  book.mutate(SetRangeValuesMutation.id, archive, { cellValue });
}

/** Columns outside the ledger in which one of the rows holds anything. */
function columnsBeside(source: Worksheet, rows: number[], own: number[]): number[] {
  const all = Array.from({ length: source.getColumnCount() }, (_, at) => at);
  return all.filter(
    (at) => !own.includes(at) && rows.some((row) => fromCell(source.getCellRaw(row, at)) !== null),
  );
}

function newArchive(book: Book, ledger: FWorksheet, map: LedgerMap, name: string): FWorksheet {
  const headers = map.columns.map(({ at }) => toCell(fromCell(ledger.getSheet().getCellRaw(0, at))));
  const sheet = book.workbook.insertSheet(name, {
    index: book.workbook.getNumSheets(),
    sheet: {
      cellData: { 0: Object.fromEntries(headers.map((cell, at) => [at, { ...cell, s: headerStyleId }])) },
      rowData: { 0: { h: headerHeight, ia: 0 } },
      columnData: Object.fromEntries(
        map.columns.map(({ tag, width }, at) => [at, { w: width, hd: tag.role === 'hidden' ? 1 : 0 }]),
      ),
      rowCount: 60,
      columnCount: map.columns.length,
      freeze: { xSplit: 0, ySplit: 1, startRow: 1, startColumn: 0 },
    },
  });
  book.setData({ archive: sheet.getSheetId() });
  ledger.activate();
  return sheet;
}
