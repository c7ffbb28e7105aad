import type { ICommandInfo } from '@univerjs/core';
import { type ISortRangeCommandParams, SortRangeCommand } from '@univerjs/sheets-sort';
import type { Book } from './book.ts';
import { mapLedger } from './ledgerSheet.ts';

/**
 * Any sort of the ledger sorts whole rows below the header, whatever was selected: a sort of a few
 * columns would tear the rows apart, and Univer's quick sort takes the header for a row.
 */
export function keepRowsWhole(book: Book): void {
  book.commands.beforeCommandExecuted((command: Readonly<ICommandInfo>) => {
    if (command.id !== SortRangeCommand.id) return;
    const params = command.params as ISortRangeCommandParams;
    const sheet = book.ledger();
    const map = sheet && params.subUnitId === sheet.getSheetId() ? mapLedger(sheet) : null;
    if (!sheet || !map) return;
    params.hasTitle = false;
    params.range = {
      startRow: 1,
      endRow: map.lastRow,
      startColumn: 0,
      endColumn: sheet.getMaxColumns() - 1,
    };
  });
}
