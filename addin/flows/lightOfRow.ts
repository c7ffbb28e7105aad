import { lightWords } from '../../shared/obligations/reviewWords.ts';
import { isReturned } from '../../shared/sheet/returnedRows.ts';
import type { Light } from '../../shared/wire/parts/acted.ts';
import type { SheetRow } from '../../shared/wire/parts/sheetRow.ts';
import type { Ledger } from './ledger.ts';

/** The light of a row on the sheet's today: offline another day may not have begun there. */
export function lightOfRow(row: SheetRow, _on: Pick<Ledger, 'today'>): Light | null {
  return row.light;
}

/** The same in words. */
export const rowLightWords = (
  row: SheetRow,
  on: Pick<Ledger, 'today'>,
  language: 'zh' | 'en',
): string | null => lightWords(lightOfRow(row, on), isReturned(row), language);
