import { counts } from '../context.ts';
import { found, type RowRule } from '../rule.ts';

/** 本地无此类 where the bureau has allocated some: one of the two is mistaken. */
export const noneWithAllocation: RowRule = (row, context) => {
  const { allocation, indicator } = context;
  if (row.status !== '本地无此类' || allocation === null || allocation === 0 || !counts(context)) return null;
  return found('V-none-with-allocation', 'status', {
    target: allocation,
    unitOfMeasure: indicator.unitOfMeasure,
  });
};
