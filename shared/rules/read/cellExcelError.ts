import type { CellValue } from '../../row/row.ts';
import { rule } from '../rule.ts';
import { isExcelError } from './excelError.ts';

/** A formula's error is no content. */
export const cellExcelError = rule({
  id: 'V-cell-excel-error',
  severity: 'error',
  check: (cell: CellValue) => (typeof cell === 'string' && isExcelError(cell.trim()) ? {} : null),
  zh: ({ cell, value }) => `${cell}${value}是公式出错的结果，请改正公式，或直接输入内容。`,
  en: ({ cell, value }) => `${cell} ${value} is a formula's error. Mend the formula, or type the content.`,
});
