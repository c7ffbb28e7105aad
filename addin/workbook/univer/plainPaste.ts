import { type ICellData, RedoCommand, UndoCommand } from '@univerjs/core';
import { type ISetRangeValuesMutationParams, SetRangeValuesMutation } from '@univerjs/sheets';
import type { FWorksheet } from '@univerjs/sheets/facade';
import type { Book } from './book.ts';
import { mapLedger } from './ledgerSheet.ts';
import { isTextColumn } from '../ledgerLook.ts';
import { styleId } from './look.ts';
import { fromCell } from './sheetData.ts';

/**
 * What is pasted into the ledger is pasted as values: a table from a web page or another workbook brings
 * fonts, colours and formats of numbers that would undo the ledger's own. In text columns text stays text,
 * so that 18 digits keep their last ones.
 */
export function pastePlain(book: Book): void {
  // An undo step carries whole cells as they were: it may set their looks too.
  let goingBack = 0;
  const back = new Set<string>([UndoCommand.id, RedoCommand.id]);
  book.commands.beforeCommandExecuted(({ id, params }) => {
    if (back.has(id)) goingBack += 1;
    if (id !== SetRangeValuesMutation.id || book.writing || goingBack > 0) return;
    const { subUnitId, cellValue } = params as ISetRangeValuesMutationParams;
    const sheet = book.ledger();
    if (sheet && subUnitId === sheet.getSheetId() && cellValue) plain(sheet, cellValue);
  });
  book.commands.onCommandExecuted(({ id }) => {
    if (back.has(id)) goingBack -= 1;
  });
}

/** Univer's cell type of text. */
const text = 1;

type Cells = NonNullable<ISetRangeValuesMutationParams['cellValue']>;

function plain(sheet: FWorksheet, cells: Cells): void {
  const tags = new Map(mapLedger(sheet)?.columns.map(({ at, tag }) => [at, tag]));
  for (const [row, line] of Object.entries(cells)) {
    if (row === '0') continue;
    for (const [at, cell] of Object.entries(line as Record<string, ICellData | null>)) {
      const tag = tags.get(Number(at));
      if (!tag || !cell || (cell.v === undefined && !cell.p)) continue;
      if (cell.p) Object.assign(cell, { v: fromCell(cell), p: null });
      if (isTextColumn(tag.id) && typeof cell.v === 'string' && cell.v !== '') cell.t = text;
      if (!('s' in cell)) continue;
      if (sheet.getSheet().getCellRaw(Number(row), Number(at))?.s) delete cell.s;
      else cell.s = styleId(tag.id);
    }
  }
}
