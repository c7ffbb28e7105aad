import { found, type RowRule } from '../rule.ts';

/** An edit of an earlier period must not make a later running total a fall; said on the row that is edited. */
export const countNextFalls: RowRule = (row, { indicator, nextCount }) => {
  if (indicator.mode !== 'cumulative' || row.count === null || nextCount === null) return null;
  if (row.count <= nextCount) return null;
  return found('V-count-next-falls', 'count', { next: nextCount, unitOfMeasure: indicator.unitOfMeasure });
};
