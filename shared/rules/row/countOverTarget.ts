import { counts } from '../context.ts';
import { found, type RowRule } from '../rule.ts';

/** While no allocation is made, the whole district's target bounds what one unit can report. */
export const countOverTarget: RowRule = (row, context) => {
  const { allocation, districtTarget, indicator } = context;
  if (allocation !== null || districtTarget === null || row.count === null || !counts(context)) return null;
  if (row.count <= districtTarget) return null;
  return found('V-count-over-target', 'count', {
    target: districtTarget,
    over: row.count - districtTarget,
    unitOfMeasure: indicator.unitOfMeasure,
  });
};
