import { datesNote, returnNote, returnWords } from '../../shared/obligations/reviewWords.ts';
import type { SheetRow } from '../../shared/wire/parts/sheetRow.ts';
import type { ColumnId, Mark } from '../workbook/port.ts';
import type { Ledger } from './ledger.ts';
import { lightOfRow } from './lightOfRow.ts';

export type Marks = Partial<Record<ColumnId, { mark: Mark; message: string | null }>>;

/**
 * Cells by which the sheet shows what the bureau has decided of a row. In a sheet of the clerk's own no cell of hers is
 * painted: a note stands on 校验结果.
 */
export const bureauColumns = (isHers: boolean): readonly ColumnId[] =>
  isHers ? ['result'] : ['period', 'due'];

/** What stands on these cells: a return on the period, the light and both dates on the due date (T13). */
export function bureauMarks(
  row: SheetRow,
  ledger: Pick<Ledger, 'today' | 'contact' | 'blueDays'>,
  isHers: boolean,
): Marks {
  const { review } = row;
  const returned =
    review?.state === 'returned' ? returnNote(returnWords(review, ledger.contact, ledger.today, 'zh')) : null;
  const dates = datesNote(row, ledger.today);
  if (isHers) {
    const message = [returned, dates].filter((note) => note !== null).join('\n');
    return message === '' ? {} : { result: { mark: 'note', message } };
  }
  const light = lightOfRow(row, ledger);
  return {
    ...(returned !== null && { period: { mark: 'returned', message: returned } }),
    ...(light !== null && { due: { mark: light, message: dates } }),
    ...(light === null && dates !== null && { due: { mark: 'note', message: dates } }),
  };
}
