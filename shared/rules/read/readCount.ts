import type { CellValue } from '../../row/row.ts';
import { found } from '../rule.ts';
import type { RuleId } from '../ruleIds.ts';
import { halfWidth } from './halfWidth.ts';
import type { Reading } from './reading.ts';

/** The same bound as a target's. */
export const largestCount = 1_000_000_000;

const blanks = /\s+/g;
const approximate = /约|約|左右|上下|余|餘|多|近|超|不到|不足|至少|至多|以上|以下|几|[~～+<>≈≥≤]/;
const minus = /^[-−—–负]\d/;
const number = /^(\d{1,3}(?:,\d{3})+|\d+)(?:\.0+)?(?![\d.,])(.*)$/;
const words = /^\p{Script=Han}+$/u;
const numerals = /[一二三四五六七八九十百千万亿两]/;

/** Reads a count: 5, "５", "5 家" with the indicator's own unit of measure, "1,200". Never guesses: "约80" is not read. */
export function readCount(
  cell: CellValue,
  indicator: { label: string; unitOfMeasure: string },
): Reading<number> {
  const problem = (rule: RuleId): Reading<number> => ({
    value: null,
    problem: found(rule, 'count', { unitOfMeasure: indicator.unitOfMeasure, max: largestCount }),
  });
  const whole = (value: number): Reading<number> => {
    if (value < 0) return problem('V-count-negative');
    if (!Number.isInteger(value)) return problem('V-count-whole');
    return value > largestCount ? problem('V-count-too-large') : { value: value + 0, shown: true };
  };
  if (cell === null) return { value: null };
  if (typeof cell === 'number') return whole(cell);
  if (typeof cell === 'boolean') return problem('V-count-whole');
  const text = halfWidth(cell).replace(blanks, '');
  if (minus.test(text)) return problem('V-count-negative');
  if (/\d/.test(text) && approximate.test(text.replace(indicator.label, ''))) {
    return problem('V-count-approximate');
  }
  const match = number.exec(text);
  if (!match) return problem('V-count-whole');
  const rest = match[2]!;
  const unit = indicator.unitOfMeasure;
  if (rest !== '' && rest !== unit && rest !== unit + indicator.label) {
    return problem(words.test(rest) && !numerals.test(rest) ? 'V-count-unit' : 'V-count-whole');
  }
  return whole(Number(match[1]!.replaceAll(',', '')));
}
