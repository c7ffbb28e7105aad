import { found, type RowRule } from '../rule.ts';

/** A running total does not fall. */
export const countFalls: RowRule = (row, { indicator, previousCount }) => {
  if (indicator.mode !== 'cumulative' || row.count === null || previousCount === null) return null;
  if (row.count >= previousCount) return null;
  return found('V-count-falls', 'count', { previous: previousCount, unitOfMeasure: indicator.unitOfMeasure });
};
