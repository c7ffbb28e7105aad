import { counts } from '../context.ts';
import { found, type RowRule } from '../rule.ts';

/** 本地无此类 after an earlier period has counted some: a running total that falls to nothing. */
export const noneAfterCount: RowRule = (row, context) => {
  const { indicator, previousCount } = context;
  if (row.status !== '本地无此类' || indicator.mode !== 'cumulative' || !counts(context)) return null;
  if (previousCount === null || previousCount === 0) return null;
  return found('V-none-after-count', 'status', {
    previous: previousCount,
    unitOfMeasure: indicator.unitOfMeasure,
  });
};
