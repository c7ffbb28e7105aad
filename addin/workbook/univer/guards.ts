import type { ICommandInfo } from '@univerjs/core';
import { type ISortRangeCommandParams, SortRangeCommand } from '@univerjs/sheets-sort';
import type { FWorksheet } from '@univerjs/sheets/facade';
import type { Book } from './book.ts';
import { mapLedger } from './ledgerSheet.ts';

/**
 * Any sort of the ledger sorts whole rows below the header, whatever was selected: a sort of a few
 * columns would tear the rows apart, and Univer's quick sort takes the header for a row.
 */
export function keepRowsWhole(book: Book): void {
  book.commands.beforeCommandExecuted((command: Readonly<ICommandInfo>) => {
    const sort = ledgerSort(book, command);
    const map = sort && mapLedger(sort.sheet);
    if (!map) return;
    sort.params.hasTitle = false;
    sort.params.range = {
      startRow: map.header + 1,
      // Sums and notes below a clerk's own rows stay there.
      endRow: book.data.isHers ? Math.max(...[...map.rowsOf.values()].flat()) : map.lastRow,
      startColumn: 0,
      endColumn: sort.sheet.getMaxColumns() - 1,
    };
  });
  // Univer leaves everything selected from A1 on, so that the next sort would go by column A.
  book.commands.onCommandExecuted((command) => {
    const sort = ledgerSort(book, command);
    const column = sort?.params.orderRules[0]?.colIndex;
    if (sort && column !== undefined)
      sort.sheet.getRange((mapLedger(sort.sheet)?.header ?? 0) + 1, column).activate();
  });
}

function ledgerSort(
  book: Book,
  { id, params }: Readonly<ICommandInfo>,
): { sheet: FWorksheet; params: ISortRangeCommandParams } | null {
  if (id !== SortRangeCommand.id) return null;
  const sheet = book.ledger();
  const sort = params as ISortRangeCommandParams;
  return sheet && sort.subUnitId === sheet.getSheetId() ? { sheet, params: sort } : null;
}
