import type { FWorksheet } from '@univerjs/sheets/facade';
import type { CellValue } from '../../../shared/row/row.ts';
import type { ColumnId, ScannedRow } from '../port.ts';
import { type ColumnTag, fromCell } from './sheetData.ts';

/** Where the ledger's columns and rows are at this moment, whatever the clerk has moved. */
export interface LedgerMap {
  columns: { at: number; tag: ColumnTag; width: number }[];
  /** Sheet rows by key, in the order on screen; several where a row was copied. */
  rowsOf: Map<string, number[]>;
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
  let lastRow = 0;
  for (let row = 1; row < worksheet.getRowCount(); row += 1) {
    if (columns.some(({ at }) => fromCell(worksheet.getCellRaw(row, at)) !== null)) lastRow = row;
    const key = fromCell(worksheet.getCellRaw(row, keyColumn));
    if (typeof key !== 'string') continue;
    const rows = rowsOf.get(key);
    if (rows) rows.push(row);
    else rowsOf.set(key, [row]);
  }
  return { columns, rowsOf, lastRow };
}

/** Rows of the ledger that hold anything, as the port gives them: all, or those at some positions. */
export function scanLedger(
  sheet: FWorksheet,
  { columns, lastRow }: Pick<LedgerMap, 'columns' | 'lastRow'>,
  positions: Iterable<number> = Array(lastRow).keys(),
): ScannedRow[] {
  const worksheet = sheet.getSheet();
  const rows: ScannedRow[] = [];
  for (const position of positions) {
    const cells: Partial<Record<ColumnId, CellValue>> = {};
    let blank = true;
    for (const { at, tag } of columns) {
      const value = fromCell(worksheet.getCellRaw(position + 1, at));
      if (value !== null) blank = false;
      cells[tag.id] = value;
    }
    if (!blank) rows.push({ position, row: position + 2, cells: cells as ScannedRow['cells'] });
  }
  return rows;
}
