import { doneOrNot } from '../../taskList/doneOrNot.ts';
import type { Indicator, Schedule } from '../../taskList/taskList.ts';
import type { Quantity } from './quantity.ts';
import type { PreparedText } from '../text/preparedText.ts';
import type { ReportHere } from '../deadlines/schedules.ts';

/** How many an arrangement may have, and how many of its quantities are looked at for sums. */
export const mostIndicators = 20;
const longestLabel = 400;

/**
 * The indicators of an arrangement in the order of the text (I7, I10). A count with a target is cumulative; a baseline (I9) has no
 * target and is per period. What a column of quantities asks for follows (`ofColumn`). An arrangement that counts nothing has one indicator, done or not: per period where it has cadences only.
 */
export function makeIndicators(
  prepared: PreparedText,
  quantities: readonly Quantity[],
  schedules: readonly Schedule[],
  report: ReportHere,
  ofColumn: readonly Indicator[] = [],
): Indicator[] {
  const count = quantities.length + ofColumn.length;
  if (count === 0) return [doneOrNot(schedules)];
  if (count > mostIndicators) report('too-many-quantities', '', String(mostIndicators));
  return [
    ...quantities.map(({ value, unitOfMeasure, label, isBaseline, extent }, index) => ({
      id: `i${index + 1}`,
      label: label.slice(0, longestLabel),
      unitOfMeasure,
      ...(isBaseline
        ? { target: null, baseline: value, mode: 'perPeriod' as const }
        : { target: value, mode: 'cumulative' as const }),
      source: prepared.span(extent.start, extent.end),
    })),
    ...ofColumn.map((indicator, index) => ({ ...indicator, id: `i${quantities.length + index + 1}` })),
  ].slice(0, mostIndicators);
}
