import { lightOf, lightsOn } from '../../shared/obligations/light.ts';
import { isPast } from '../../shared/obligations/obligationState.ts';
import { lightWords } from '../../shared/obligations/reviewWords.ts';
import { isReturned } from '../../shared/sheet/returnedRows.ts';
import type { Light } from '../../shared/wire/parts/acted.ts';
import type { SheetRow } from '../../shared/wire/parts/sheetRow.ts';
import type { Ledger } from './ledger.ts';

/**
 * The light of a row on the sheet's today: days pass without the row coming again. What is due by then and was not done is
 * overdue.
 */
export function lightOfRow(
  row: SheetRow,
  { today, blueDays }: Pick<Ledger, 'today' | 'blueDays'>,
): Light | null {
  const { state, due, review, behindFrom } = row;
  const isLeft = state === 'open' || state === 'received' || state === 'upcoming';
  const now = isLeft && isPast(due, today) ? 'overdue' : state;
  const facts = { state: now, due, review: review?.state ?? null, behindFrom };
  return lightOf(facts, lightsOn(today, blueDays));
}

/** The same in words. */
export const rowLightWords = (
  row: SheetRow,
  on: Pick<Ledger, 'today' | 'blueDays'>,
  language: 'zh' | 'en',
): string | null => lightWords(lightOfRow(row, on), isReturned(row), language);
