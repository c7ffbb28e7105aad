import type { TextField } from '../../row/columns.ts';
import type { CellValue } from '../../row/row.ts';
import { firstOf } from '../rule.ts';
import { idDigitsLost } from './idDigitsLost.ts';
import { trimmed } from './readCell.ts';
import type { CellRead } from './cellRead.ts';

/** Reads a cell of text; a number becomes text, unless Excel has lost digits of it already. */
export function readText(cell: CellValue, field: TextField): CellRead<string> {
  if (cell === null) return { value: null };
  if (typeof cell === 'boolean') return { value: cell ? 'TRUE' : 'FALSE' };
  const problem = firstOf([idDigitsLost], field, cell);
  return problem ? { value: null, problem } : { value: trimmed(String(cell)) };
}
