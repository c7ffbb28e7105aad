import type { ICellData, IRange, IStyleData, IWorksheetData } from '@univerjs/core';
import type { FWorksheet } from '@univerjs/sheets/facade';
import { splitRecords } from '../../../shared/tables/records.ts';
import { readXlsx, type Cell, type CellValue as XlsxValue, type Sheet } from 'hucre/xlsx';
import type { Book } from './book.ts';
import { toCell } from './sheetData.ts';

/** Brings a clerk's own file into the workbook, sheet by sheet. Loaded when it is asked for. */

/** A file that could not be opened; what to do stands with whoever tells of it. */
export class NotOpened extends Error {
  override name = 'NotOpened';
  readonly why: 'too-large' | 'unreadable' | 'kind';
  constructor(why: NotOpened['why'], message = '') {
    super(message);
    this.why = why;
  }
}

/** A ledger is smaller; the browser holds all of it several times over. */
const mostBytes = 10_000_000;
const mostRows = 10_000;
const mostColumns = 200;
const spare = { rows: 30, columns: 6 } as const;

interface Imported {
  name: string;
  isHidden: boolean;
  data: Partial<IWorksheetData>;
}

/** Reads a file and puts its sheets behind those that are there. Charts, conditional formats, dropdowns and notes stay behind. */
export async function importFile(book: Book, file: File): Promise<void> {
  if (file.size > mostBytes) throw new NotOpened('too-large');
  const sheets = /\.csv$/iu.test(file.name)
    ? [csvSheet(file.name.replace(/\.csv$/iu, ''), await textOf(file))]
    : await xlsxSheets(file);
  if (sheets.length === 0) throw new NotOpened('unreadable');
  let shown: FWorksheet | undefined;
  const taken = new Set(book.workbook.getSheets().map((sheet) => sheet.getSheetName()));
  for (const { name, isHidden, data } of sheets) {
    let free = name;
    for (let number = 2; taken.has(free); number += 1) free = `${name} ${number}`;
    taken.add(free);
    const sheet = book.workbook.insertSheet(free, { sheet: { ...data, hidden: isHidden ? 1 : 0 } });
    if (!isHidden) shown ??= sheet;
  }
  // The last one that is put in is shown, be it hidden.
  shown?.activate();
}

async function xlsxSheets(file: File): Promise<Imported[]> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) throw new NotOpened('kind');
  const read = await readXlsx(bytes, { readStyles: true, maxRows: mostRows }).catch((thrown: unknown) => {
    throw new NotOpened('unreadable', thrown instanceof Error ? thrown.message : '');
  });
  return read.sheets.map((sheet) => ({
    name: sheet.name,
    isHidden: sheet.hidden === true || sheet.veryHidden === true,
    data: sheetData(sheet),
  }));
}

function sheetData({ rows, cells, merges = [], columns = [], rowDefs }: Sheet): Partial<IWorksheetData> {
  const mergeData = merges.map(({ startRow, startCol, endRow, endCol }) => ({
    ...{ startRow, startColumn: startCol, endRow, endColumn: endCol },
  }));
  const beneath = coveredBy(mergeData);
  const cellData: Record<number, Record<number, ICellData>> = {};
  let width = 0;
  rows.slice(0, mostRows).forEach((line, row) => {
    const data: Record<number, ICellData> = {};
    line.slice(0, mostColumns).forEach((value, column) => {
      const cell = cells?.get(`${row},${column}`);
      // What lies beneath a merge is seen by nobody.
      const shown = beneath.has(`${row},${column}`) ? null : value;
      const made = cellOf(shown, cell);
      if (made) data[column] = made;
    });
    width = Math.max(width, line.length);
    cellData[row] = data;
  });
  const columnData = Object.fromEntries(
    columns.slice(0, mostColumns).flatMap(({ width: characters, hidden }, at) => {
      const look = {
        ...(characters && { w: Math.round(characters * 7 + 5) }),
        ...(hidden && { hd: 1 as const }),
      };
      return Object.keys(look).length > 0 ? [[at, look]] : [];
    }),
  );
  const rowData = Object.fromEntries(
    [...(rowDefs ?? [])].flatMap(([at, { hidden }]) => (hidden ? [[at, { hd: 1 as const }]] : [])),
  );
  return {
    ...{ cellData, mergeData, columnData, rowData },
    rowCount: rows.length + spare.rows,
    columnCount: Math.min(width, mostColumns) + spare.columns,
  };
}

function coveredBy(merges: readonly IRange[]): Set<string> {
  const covered = new Set<string>();
  for (const { startRow, startColumn, endRow, endColumn } of merges)
    for (let row = startRow; row <= Math.min(endRow, mostRows); row += 1)
      for (let column = startColumn; column <= Math.min(endColumn, mostColumns); column += 1)
        if (row !== startRow || column !== startColumn) covered.add(`${row},${column}`);
  return covered;
}

const epoch = Date.UTC(1899, 11, 30);

function cellOf(value: XlsxValue, cell: Cell | undefined): ICellData | null {
  const isDay = value instanceof Date;
  const held = isDay ? (value.getTime() - epoch) / 86_400_000 : value;
  const style = styleOf(cell, isDay);
  const isBlank = held === null || held === undefined || held === '';
  if (isBlank && !style) return null;
  return {
    ...toCell(held),
    ...(cell?.formula && !isBlank && { f: `=${cell.formula.replace(/^=/u, '')}` }),
    ...(style && { s: style }),
  };
}

/** Fill, bold, strike-out, wrapping and the format of numbers: what carries a meaning, and what makes a table legible. */
function styleOf(cell: Cell | undefined, isDay: boolean): IStyleData | null {
  const { font, fill, numFmt, alignment } = cell?.style ?? {};
  const colour = fill?.type === 'pattern' && fill.pattern === 'solid' ? fill.fgColor?.rgb : undefined;
  const pattern = numFmt && numFmt !== 'General' ? numFmt : isDay ? 'yyyy-mm-dd' : undefined;
  const style: IStyleData = {
    ...(colour && { bg: { rgb: `#${colour.slice(-6)}` } }),
    ...(font?.bold && { bl: 1 }),
    ...(font?.strikethrough && { st: { s: 1 } }),
    ...(font?.color?.rgb && { cl: { rgb: `#${font.color.rgb.slice(-6)}` } }),
    ...(pattern && { n: { pattern } }),
    ...(alignment?.wrapText && { tb: 3 }),
    ...(alignment?.horizontal === 'center' && { ht: 2 }),
  };
  return Object.keys(style).length > 0 ? style : null;
}

/** UTF-8, or GB 18030 where it is no UTF-8. */
async function textOf(file: File): Promise<string> {
  const bytes = await file.arrayBuffer();
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

/** Cells of a .csv file, separated as an upload’s are; all text but plain numbers. */
function csvSheet(name: string, text: string): Imported {
  const rows = splitRecords(text);
  const isNumber = (cell: string) => /^-?(?:0|[1-9]\d{0,14})(?:\.\d+)?$/u.test(cell);
  const cellData = Object.fromEntries(
    rows
      .slice(0, mostRows)
      .map((line, row) => [
        row,
        Object.fromEntries(
          line.slice(0, mostColumns).map((cell, at) => [at, toCell(isNumber(cell) ? Number(cell) : cell)]),
        ),
      ]),
  );
  const width = Math.max(1, ...rows.map((line) => line.length));
  return {
    ...{ name: name.slice(0, 31), isHidden: false },
    data: { cellData, rowCount: rows.length + spare.rows, columnCount: width + spare.columns },
  };
}
