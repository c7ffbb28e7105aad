import type { CellValue } from '../../row/row.ts';
import { firstOf } from '../rule.ts';
import { countApproximate } from './countApproximate.ts';
import { countNegative } from './countNegative.ts';
import { countTooLarge } from './countTooLarge.ts';
import { countUnit } from './countUnit.ts';
import { countWhole } from './countWhole.ts';
import { halfWidth } from './halfWidth.ts';
import type { CellRead } from './cellRead.ts';

/** The same bound as a target's. */
const largestCount = 1_000_000_000;

const blanks = /\s+/g;
/** What marks a number as text: '9. */
const textMark = /^['‘’](?=\d)/u;
const number = /^(\d{1,3}(?:,\d{3})+|\d+)(?:\.0+)?(?![\d.,])(.*)$/;

/** What the rules see of a cell that should hold a count. */
export interface CountCell {
  /** Half-width and without blanks; empty where the cell is no text. */
  text: string;
  /** `NaN` where none could be read. */
  value: number;
  /** What stands behind the number, unless it is the indicator's own unit of measure. */
  rest: string;
  label: string;
  params: { unitOfMeasure: string; max: number };
}

const rules = [countNegative, countApproximate, countUnit, countWhole, countTooLarge];

/** Reads a count: 5, "５", "5 家" with the indicator's own unit of measure, "1,200". Never guesses: "约80" is not read. */
export function readCount(
  cell: CellValue,
  indicator: { label: string; unitOfMeasure: string },
): CellRead<number> {
  if (cell === null) return { value: null };
  const seen = look(cell, indicator);
  const problem = firstOf(rules, 'count', seen);
  return problem ? { value: null, problem } : { value: seen.value + 0, shown: true };
}

function look(
  cell: CellValue,
  { label, unitOfMeasure }: { label: string; unitOfMeasure: string },
): CountCell {
  const params = { unitOfMeasure, max: largestCount };
  if (typeof cell === 'number') return { text: '', value: cell, rest: '', label, params };
  const text = typeof cell === 'string' ? halfWidth(cell).replace(blanks, '').replace(textMark, '') : '';
  const [, digits = '', rest = ''] = number.exec(text) ?? [];
  const isOwn = rest === '' || rest === unitOfMeasure || rest === unitOfMeasure + label;
  const value = digits !== '' && isOwn ? Number(digits.replaceAll(',', '')) : NaN;
  return { text, value, rest: isOwn ? '' : rest, label, params };
}
