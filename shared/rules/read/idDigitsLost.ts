import type { CellValue } from '../../row/row.ts';
import { rule } from '../rule.ts';
import { trimmed } from './readCell.ts';

/** From 16 digits on the last ones have become zeros. */
const lossyFrom = 1e15;
/** The same number, saved as text: 9.13204E+17. */
const scientific = /^\d(?:\.\d+)?E\+(?:1[5-9]|[2-9]\d)$/i;

/** A number of 16 digits or more, as a credit code without letters, is text: Excel keeps 15 digits of a number. */
export const idDigitsLost = rule({
  id: 'V-id-digits-lost',
  severity: 'error',
  check: (cell: CellValue) =>
    (typeof cell === 'number' && Math.abs(cell) >= lossyFrom) ||
    (typeof cell === 'string' && scientific.test(trimmed(cell)))
      ? {}
      : null,
  zh: ({ cell, value }) =>
    `${cell}${value}是 16 位以上的数字，Excel 已丢失末尾几位：请先把单元格设为文本格式，再重新输入。`,
  en: ({ cell, value }) =>
    `${cell} ${value} is a number of 16 digits or more, of which Excel has lost the last ones. Format the cell as text and type it again.`,
});
