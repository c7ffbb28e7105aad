import { textFields } from '../../row/columns.ts';
import { blankRow, type RawValues, rowFields, type RowField, type RowValues } from '../../row/row.ts';
import { isCadence, type RowContext } from '../context.ts';
import { firstOf, type Found, type ReadRow } from '../rule.ts';
import { cellExcelError } from './cellExcelError.ts';
import { readCell } from './readCell.ts';
import { readCount } from './readCount.ts';
import { readDate } from './readDate.ts';
import type { CellRead } from './cellRead.ts';
import { readStatus } from './readStatus.ts';
import { readText } from './readText.ts';

export interface RowRead {
  row: ReadRow;
  /** As read; what could not be read stays as it was typed. */
  values: RowValues;
  readAs: { field: RowField; from: string; to: string }[];
  problems: Found[];
}

/** Reads every cell of a row. */
export function readRow(raw: RawValues, context: RowContext): RowRead {
  const typed = { ...blankRow };
  for (const field of rowFields) typed[field] = readCell(raw[field]);
  const values = { ...typed };
  const readAs: RowRead['readAs'] = [];
  const problems: Found[] = [];

  function read<T extends string | number>(field: RowField, reader: () => CellRead<T>): T | null {
    const cell = typed[field];
    if (cell === null) return null;
    const error = firstOf([cellExcelError], field, cell);
    const { value, problem, shown } = error ? { value: null, problem: error } : reader();
    if (problem) problems.push(problem);
    if (value === null) return null;
    values[field] = value;
    const from = String(cell).trim();
    if (shown && from !== String(value)) readAs.push({ field, from, to: String(value) });
    return value;
  }

  const row = {
    status: read('status', () => readStatus(typed.status, isCadence(context))),
    count: read('count', () => readCount(typed.count, context.indicator)),
    completedOn: read('completedOn', () => readDate(typed.completedOn, context.year)),
    typed,
  } as ReadRow;
  for (const field of textFields) row[field] = read(field, () => readText(typed[field], field));
  return { row, values, readAs, problems };
}
