import { rowColumns } from '../row/columns.ts';
import type { CellValue, RowValues } from '../row/row.ts';
import { type Cell, type Column, count, date, text } from './table.ts';

type Language = 'zh' | 'en';

/** A status as a column's name, where the state of an obligation stands beside it. */
const status = { zh: '填报状态', en: 'Reported status' };

/**
 * The columns of a row's values. `asTyped`: of what may not have been readable. A count is shown digit by digit then, since the
 * format of counts shows 3.5 as 4.
 */
export function valueColumns(language: Language, asTyped: boolean): Column[] {
  return rowColumns.map((column) => {
    const name = column.holds === 'status' ? status[language] : column[language];
    if (!asTyped && column.holds === 'count') return count(name);
    if (column.holds === 'date') return date(name);
    return text(name, Math.max(10, Math.round(column.width / 5)));
  });
}

/** From here on a spreadsheet shows a number rounded. */
const long = 1e11;

/** What was typed: a number as such, but for long digits, which are text as all else. */
export const typedCell = (value: CellValue): Cell =>
  value === null || (typeof value === 'number' && Math.abs(value) < long) ? value : String(value);

/** The cells of these columns; none are filled in where there are no values. A number in the column of days is no day, but text. */
export const valueCells = (values: RowValues | null): Cell[] =>
  rowColumns.map(({ field, holds }) => {
    const value = values?.[field] ?? null;
    return typedCell(holds === 'date' && value !== null ? String(value) : value);
  });

export const yesNo: Record<Language, readonly [no: string, yes: string]> = {
  zh: ['否', '是'],
  en: ['no', 'yes'],
};
