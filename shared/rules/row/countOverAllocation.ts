import { counts } from '../context.ts';
import { found, type RowRule } from '../rule.ts';

/** More than the unit's allocation may be true, but is more often a slip. */
export const countOverAllocation: RowRule = (row, context) => {
  const { allocation, indicator } = context;
  if (allocation === null || row.count === null || row.count <= allocation || !counts(context)) return null;
  return found('V-count-over-allocation', 'count', {
    target: allocation,
    over: row.count - allocation,
    unitOfMeasure: indicator.unitOfMeasure,
  });
};
