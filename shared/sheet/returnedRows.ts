import type { SheetRow } from '../wire/parts/sheetRow.ts';

/** An obligation's key, of the key of one of its rows. */
export const obligationOf = (key: string): string => key.split('.').toSpliced(3, 1).slice(0, -1).join('.');

/** Whether the bureau has returned a row, and it was not pushed again since. */
export const isReturned = ({ review }: Pick<SheetRow, 'review'>): boolean => review?.state === 'returned';

/** The first row of each obligation that is returned, what is to be answered first before the others. */
export function returnedRows(rows: Iterable<SheetRow>): SheetRow[] {
  const first = new Map<string, SheetRow>();
  for (const row of rows) {
    const obligation = obligationOf(row.key);
    if (isReturned(row) && !first.has(obligation)) first.set(obligation, row);
  }
  const by = ({ review }: SheetRow): string => review?.answerBy ?? '9999-99-99';
  return [...first.values()].toSorted((a, b) => by(a).localeCompare(by(b)));
}
