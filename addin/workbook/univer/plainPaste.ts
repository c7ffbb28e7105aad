import { type ICellData, RedoCommand, UndoCommand } from '@univerjs/core';
import { type ISetRangeValuesMutationParams, SetRangeValuesMutation } from '@univerjs/sheets';
import type { FWorksheet } from '@univerjs/sheets/facade';
import type { Book } from './book.ts';
import { type LedgerMap, mapLedger } from './ledgerSheet.ts';
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
    if (book.writing || goingBack > 0) return;
    if (id === setFormats) forgetFormats(book, params);
    if (id !== SetRangeValuesMutation.id) return;
    const { subUnitId, cellValue } = params as ISetRangeValuesMutationParams;
    const sheet = book.ledger();
    const map = sheet && subUnitId === sheet.getSheetId() && cellValue ? mapLedger(sheet) : null;
    if (!sheet || !map || !cellValue) return;
    keepHidden(map, cellValue);
    plain(sheet, map, cellValue);
  });
  book.commands.onCommandExecuted(({ id }) => {
    if (back.has(id)) goingBack -= 1;
  });
}

/** Univer's cell type of text. */
const text = 1;

type Cells = NonNullable<ISetRangeValuesMutationParams['cellValue']>;

/** Univer's mutation that gives cells the format in which a number was typed. */
const setFormats = 'sheet.mutation.set.numfmt';

/** A number typed as 1e3 or 50% would keep its form, and show every later count in it. */
function forgetFormats(book: Book, params: unknown): void {
  const formats = params as { subUnitId?: string; values?: object; refMap?: object };
  if (formats.subUnitId === book.data.ledger) Object.assign(formats, { values: {}, refMap: {} });
}

/**
 * What is pasted, filled or emptied does not reach the hidden cells, but with a whole row: a copy of a row of the ledger
 * brings its key along, and a row that is cut takes it away.
 */
function keepHidden({ columns, rowsOf }: LedgerMap, cells: Cells): void {
  const key = columns.find(({ tag }) => tag.id === 'key')!.at;
  for (const [row, line] of Object.entries(cells)) {
    const written = line as Record<number, ICellData | null>;
    const isWhole = columns.every(({ at }) => at in written);
    const given = fromCell(written[key]);
    if (row !== '0' && isWhole && (given === null || rowsOf.has(String(given)))) continue;
    for (const { at, tag } of columns) if (tag.role === 'hidden') delete written[at];
  }
}

function plain(sheet: FWorksheet, map: LedgerMap, cells: Cells): void {
  const tags = new Map(map.columns.map(({ at, tag }) => [at, tag]));
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
