import { counts } from '../context.ts';
import { explain, rowRule } from '../rule.ts';

/** 本地无此类 where the bureau has allocated some: one of the two is mistaken. */
export const noneWithAllocation = rowRule({
  id: 'V-none-with-allocation',
  severity: 'warning',
  field: 'status',
  check: (row, context) => {
    const { allocation, indicator } = context;
    if (row.status !== '本地无此类' || allocation === null || allocation === 0 || !counts(context))
      return null;
    return { target: allocation, unitOfMeasure: indicator.unitOfMeasure };
  },
  zh: ({ cell, value, p }) =>
    `${cell}${value}，但区局给本单位分解了 ${p('target')} ${p('unitOfMeasure')}，请核对。${explain.zh}`,
  en: ({ cell, value, p }) =>
    `${cell} ${value}, yet the bureau has allocated ${p('target')} ${p('unitOfMeasure')} to this unit. Check it. ${explain.en}`,
});
