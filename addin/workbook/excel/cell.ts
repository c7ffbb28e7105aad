import { fieldsWhere } from '../../../shared/row/columns.ts';
import type { CellValue } from '../../../shared/row/row.ts';
import { isTextColumn } from '../ledgerLook.ts';
import type { ExcelColumn } from './names.ts';

/** A cell as it is sent to Excel; empty text clears. The format is set before the value. */
export interface Written {
  value: string | number | boolean;
  format: string;
}

export const formatOf = (id: ExcelColumn): string => (id === 'choices' || isTextColumn(id) ? '@' : 'General');

const dates = new Set<ExcelColumn>([...fieldsWhere(({ holds }) => holds === 'date'), 'due']);

/**
 * Text stays text, numbers stay numbers. Excel would read a text as a formula, a number or a date: the Text format keeps
 * it from that, or an apostrophe, which Excel takes away; before what begins like a formula both stand.
 */
export function written(value: CellValue, id: ExcelColumn): Written {
  const format = formatOf(id);
  if (value === null || value === '') return { value: '', format };
  if (typeof value !== 'string')
    return { value, format: dates.has(id) && typeof value === 'number' ? 'yyyy-mm-dd' : 'General' };
  return { value: format === 'General' || /^[=+\-@']/.test(value) ? `'${value}` : value, format };
}

/** The same into a cell of a sheet of the clerk's own, whose format stays: the apostrophe alone keeps text what it is. */
export function writtenAsHers(value: CellValue): { value: Written['value']; format: null } {
  const text = typeof value === 'string' && value !== '' ? `'${value}` : value;
  return { value: text ?? '', format: null };
}

/** A cell that was read, to be written as it was: what is no formula must not become one. */
export function asBefore(value: CellValue, formula: CellValue): string | number | boolean {
  if (formula === null) return '';
  return typeof value === 'string' && value === formula && value !== '' ? `'${value}` : formula;
}

/** Whether a cell holds what was sent to it: the apostrophe before a text is not part of it. */
export function isWhatWasWritten(value: CellValue, sent: string | number | boolean): boolean {
  return value === sent || (typeof sent === 'string' && sent.startsWith("'") && value === sent.slice(1));
}
