import type { FWorksheet } from '@univerjs/sheets/facade';
import type { CellValue } from '../../../shared/row/row.ts';
import type { ColumnId, ScannedRow } from '../port.ts';
import { type ColumnTag, fromCell, type HeaderTag } from './sheetData.ts';

/** Where the ledger's columns and rows are at this moment, whatever the clerk has moved. */
export interface LedgerMap {
  columns: { at: number; tag: ColumnTag; width: number }[];
  /** Sheet rows by key, in the order on screen; several where a row was copied. */
  rowsOf: Map<string, number[]>;
  /** The sheet row of the header; positions count from 0 below it. */
  header: number;
  lastRow: number;
}

/** Reads the columns' tags; `null` when the sheet has lost its key column. */
export function mapColumns(sheet: FWorksheet): LedgerMap['columns'] | null {
  const worksheet = sheet.getSheet();
  const columns: LedgerMap['columns'] = [];
  for (let at = 0; at < worksheet.getColumnCount(); at += 1) {
    const data = worksheet.getColumnManager().getColumn(at);
    const tag = data?.custom as Partial<ColumnTag> | null | undefined;
    if (!tag?.id || !tag.role || columns.some((column) => column.tag.id === tag.id)) continue;
    columns.push({ at, tag: { id: tag.id, role: tag.role }, width: worksheet.getColumnWidth(at) });
  }
  return columns.some(({ tag }) => tag.id === 'key') ? columns : null;
}

/** Reads tags and keys; `null` when the sheet has lost its key column. */
export function mapLedger(sheet: FWorksheet): LedgerMap | null {
  const worksheet = sheet.getSheet();
  const columns = mapColumns(sheet);
  const keyColumn = columns?.find(({ tag }) => tag.id === 'key')?.at;
  if (!columns || keyColumn === undefined) return null;
  const rowsOf: LedgerMap['rowsOf'] = new Map();
  const header = headerOf(sheet, columns);
  let lastRow = header;
  for (let row = header + 1; row < worksheet.getRowCount(); row += 1) {
    if (columns.some(({ at }) => fromCell(worksheet.getCellRaw(row, at)) !== null)) lastRow = row;
    const key = fromCell(worksheet.getCellRaw(row, keyColumn));
    if (typeof key !== 'string') continue;
    const rows = rowsOf.get(key);
    if (rows) rows.push(row);
    else rowsOf.set(key, [row]);
  }
  return { columns, rowsOf, header, lastRow };
}

/** The row of the header: ours is the first, that of a clerk's own sheet is told by the key's header cell. */
export function headerOf(sheet: FWorksheet, columns: LedgerMap['columns']): number {
  const worksheet = sheet.getSheet();
  const key = columns.find(({ tag }) => tag.id === 'key')?.at ?? -1;
  for (let row = 0; row < worksheet.getRowCount(); row += 1) {
    const tag = worksheet.getCellRaw(row, key)?.custom as Partial<HeaderTag> | null | undefined;
    if (tag?.isHeader === true) return row;
    // Ours tags the keys of its rows.
    if (row > 0 && tag && 'choices' in tag) return 0;
  }
  return 0;
}

/** Rows of the ledger that hold anything, as the port gives them: all, or those at some positions. */
export function scanLedger(
  sheet: FWorksheet,
  { columns, header, lastRow }: Pick<LedgerMap, 'columns' | 'header' | 'lastRow'>,
  isHers: boolean,
  positions: Iterable<number> = Array(lastRow - header).keys(),
): ScannedRow[] {
  const worksheet = sheet.getSheet();
  const rows: ScannedRow[] = [];
  for (const position of positions) {
    const cells: Partial<Record<ColumnId, CellValue>> = {};
    let blank = true;
    for (const { at, tag } of columns) {
      const value = fromCell(worksheet.getCellRaw(header + 1 + position, at));
      if (value !== null) blank = false;
      cells[tag.id] = value;
    }
    if (blank) continue;
    const row = header + 2 + position;
    rows.push({ ...(isHers && { isHers }), position, row, cells: cells as ScannedRow['cells'] });
  }
  return rows;
}
