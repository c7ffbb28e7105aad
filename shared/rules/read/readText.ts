import type { TextField } from '../../row/columns.ts';
import type { CellValue } from '../../row/row.ts';
import { found } from '../rule.ts';
import { trimmed } from './readCell.ts';
import type { Reading } from './reading.ts';

/** Excel keeps 15 digits of a number: from 16 on the last ones have become zeros. */
const lossyFrom = 1e15;
/** The same number, saved as text: 9.13204E+17. */
const scientific = /^\d(?:\.\d+)?E\+(?:1[5-9]|[2-9]\d)$/i;

/** Reads a cell of text; a number becomes text, unless Excel has lost digits of it already. */
export function readText(cell: CellValue, field: TextField): Reading<string> {
  if (cell === null) return { value: null };
  if (typeof cell === 'boolean') return { value: cell ? 'TRUE' : 'FALSE' };
  const text = trimmed(String(cell));
  if ((typeof cell === 'number' && Math.abs(cell) >= lossyFrom) || scientific.test(text)) {
    return { value: null, problem: found('V-id-digits-lost', field) };
  }
  return { value: text };
}
