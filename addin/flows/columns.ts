import type { CellValue } from '../../shared/row/row.ts';
import * as layout from '../../shared/sheet/ledgerLayout.ts';
import type { SheetColumn } from '../../shared/wire/parts/sheetColumn.ts';
import type { SheetRow } from '../../shared/wire/parts/sheetRow.ts';
import type { BlockColumn, ColumnId, IdentityColumn, LedgerColumn, LedgerRow } from '../workbook/port.ts';

/** How a ledger is laid out stands in `shared/sheet`, as a file of it is written likewise. */
export const columnsOf = (columns: SheetColumn[]): LedgerColumn[] => layout.columnsOf(columns);
export const headerOf = (id: Exclude<ColumnId, BlockColumn>, columns: SheetColumn[]): string =>
  layout.headerOf(id, columns);
export const identityOf = (row: SheetRow): Record<IdentityColumn, CellValue> => layout.identityOf(row);
export const ledgerRow = (row: SheetRow, columns: SheetColumn[]): LedgerRow => layout.ledgerRow(row, columns);

const epoch = Date.UTC(1899, 11, 30);

/** Whether an identity cell still says `expected`, also where Excel has turned text into a number or a date serial. */
export function saysSame(expected: CellValue, cell: CellValue | undefined): boolean {
  if (cell === undefined) return true;
  if (expected === null || expected === '') return cell === null || cell === '';
  if (typeof cell === 'number' && typeof expected === 'string') {
    const date = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(expected);
    if (date)
      return Math.floor(cell) === (Date.UTC(+date[1]!, +date[2]! - 1, +(date[3] ?? 1)) - epoch) / 86_400_000;
  }
  return String(cell).trim() === String(expected).trim();
}
