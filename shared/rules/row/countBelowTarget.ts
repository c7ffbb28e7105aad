import { counts } from '../context.ts';
import { found, type RowRule } from '../rule.ts';

/** 已完成 means the whole allocation; the district's target is no unit's own, so it is no lower bound. */
export const countBelowTarget: RowRule = (row, context) => {
  const { allocation, indicator } = context;
  if (row.status !== '已完成' || row.count === null || allocation === null || !counts(context)) return null;
  if (row.count >= allocation) return null;
  return found('V-count-below-target', 'count', {
    target: allocation,
    missing: allocation - row.count,
    unitOfMeasure: indicator.unitOfMeasure,
  });
};
