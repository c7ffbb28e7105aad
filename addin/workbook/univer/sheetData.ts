import type { ICellData, IColumnData, IRowData, IWorksheetData, Nullable } from '@univerjs/core';
import type { CellValue } from '../../../shared/row/row.ts';
import type { ColumnId, LedgerColumn, LedgerLayout, LedgerRow } from '../port.ts';
import { headerStyleId, styleId } from './look.ts';

/** Rows left free below the ledger, for a clerk who inserts or pastes. */
const spareRows = 40;
const spareColumns = 3;
export const headerHeight = 40;
/** Two lines of text: what is longer is read in the pane's card, or in the cell's own editor. */
export const rowHeight = 40;

/** Univer's cell types. */
const cellType = { text: 1, number: 2, boolean: 3 } as const;

/** A value as Univer holds it, with its type said outright: `"0"` stays text and 0 a number. */
export function toCell(value: CellValue | undefined): { v: string | number | null; t?: 1 | 2 | 3 } {
  if (value === null || value === undefined || value === '') return { v: null };
  if (typeof value === 'number') return { v: value, t: cellType.number };
  if (typeof value === 'boolean') return { v: value ? 1 : 0, t: cellType.boolean };
  return { v: value, t: cellType.text };
}

/** A value as the port gives it; rich text (a paste from a web page) is read as its plain text. */
export function fromCell(cell: Nullable<ICellData>): CellValue {
  if (!cell) return null;
  const rich = cell.p?.body?.dataStream;
  const value = rich === undefined ? cell.v : rich.replace(/\r?\n?$/, '').replaceAll('\r', '\n');
  if (value === null || value === undefined || value === '') return null;
  if (cell.t === cellType.boolean) return value === 1 || value === true || value === 'TRUE';
  if (cell.t === cellType.number) return Number(value);
  return value;
}

/** What a ledger column or cell carries for the adapter; it moves along when a clerk moves the cell. */
export interface ColumnTag {
  id: ColumnId;
  role: LedgerColumn['role'];
}
/** In a sheet of the clerk's own, on the key's header: rows may be put in above it. */
export interface HeaderTag {
  isHeader: true;
}
export interface KeyTag {
  choices: string[];
}

/** A row's cells, ready to be written at `columns`. */
export function rowCells(row: LedgerRow, columns: (LedgerColumn | ColumnTag)[]): ICellData[] {
  return columns.map((column) => ({
    ...toCell(row.cells[column.id]),
    s: styleId(column.id),
    ...(column.id === 'key' ? { custom: { choices: row.statusChoices } satisfies KeyTag } : {}),
  }));
}

/** The whole ledger sheet as Univer's data: one insertion, no cell written by itself. */
export function ledgerSheetData(layout: LedgerLayout): Partial<IWorksheetData> {
  const { columns, rows } = layout;
  const cellData: Record<number, Record<number, ICellData>> = {
    0: Object.fromEntries(columns.map((column, at) => [at, { ...toCell(column.header), s: headerStyleId }])),
  };
  const rowData: Record<number, Partial<IRowData>> = { 0: { h: headerHeight, ia: 0 } };
  rows.forEach((row, index) => {
    cellData[index + 1] = Object.fromEntries(rowCells(row, columns).entries());
    rowData[index + 1] = { h: rowHeight, ia: 0 };
  });
  const columnData: Record<number, Partial<IColumnData>> = {};
  columns.forEach((column, at) => {
    columnData[at] = {
      w: column.width,
      hd: column.role === 'hidden' ? 1 : 0,
      custom: { id: column.id, role: column.role } satisfies ColumnTag,
    };
  });
  return {
    cellData,
    rowData,
    columnData,
    rowCount: rows.length + 1 + spareRows,
    columnCount: columns.length + spareColumns,
    defaultRowHeight: rowHeight,
    freeze: { xSplit: 0, ySplit: 1, startRow: 1, startColumn: 0 },
    showGridlines: 1,
  };
}
