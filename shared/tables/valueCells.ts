import { rowColumns } from '../row/columns.ts';
import type { RowValues } from '../row/row.ts';
import { type Cell, type Column, count, date, text } from './table.ts';

type Language = 'zh' | 'en';

/** A status as a column's name, where the state of an obligation stands beside it. */
const status = { zh: '填报状态', en: 'Reported status' };

/** The columns of a row's values. `asTyped`: of what may not have been readable, so that every cell is text. */
export function valueColumns(language: Language, asTyped: boolean): Column[] {
  return rowColumns.map((column) => {
    const name = column.holds === 'status' ? status[language] : column[language];
    if (!asTyped && column.holds === 'count') return count(name);
    if (!asTyped && column.holds === 'date') return date(name);
    return text(name, Math.max(10, Math.round(column.width / 5)));
  });
}

const day = /^\d{4}-\d\d-\d\d$/u;

/** The cells of these columns; none are filled in where there are no values. */
export function valueCells(values: RowValues | null, asTyped: boolean): Cell[] {
  return rowColumns.map(({ field, holds }) => {
    const value = values?.[field] ?? null;
    if (value === null) return null;
    if (asTyped) return String(value);
    if (holds === 'count') return Number(value);
    return holds === 'date' && !day.test(String(value)) ? null : String(value);
  });
}

export const yesNo: Record<Language, readonly [no: string, yes: string]> = {
  zh: ['否', '是'],
  en: ['no', 'yes'],
};
