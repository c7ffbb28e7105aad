import {
  RemoveSheetsFilterMutation,
  SetSheetsFilterCriteriaMutation,
  SetSheetsFilterRangeMutation,
} from '@univerjs/preset-sheets-filter';
import type { FWorksheet } from '@univerjs/sheets/facade';
import type { Book } from './book.ts';
import type { LedgerMap } from './ledgerSheet.ts';

/**
 * Hides every other row by a filter of the hidden key column alone: arrows over every header would cover the words of
 * narrow columns. The toolbar's filter button takes it away, and so does the port.
 */
export function filterRows(
  book: Book,
  sheet: FWorksheet,
  map: LedgerMap,
  keys: readonly string[] | null,
): void {
  if (sheet.getFilter()) book.mutate(RemoveSheetsFilterMutation.id, sheet, {});
  if (keys === null) return;
  const col = map.columns.find(({ tag }) => tag.id === 'key')!.at;
  const range = { startRow: map.header, endRow: map.lastRow, startColumn: col, endColumn: col };
  book.mutate(SetSheetsFilterRangeMutation.id, sheet, { range });
  // A filter without any value would be none.
  const criteria = { colId: col, filters: { filters: keys.length > 0 ? [...keys] : ['\u0000'] } };
  book.mutate(SetSheetsFilterCriteriaMutation.id, sheet, { col, criteria, reCalc: true });
}
