import { counts } from '../context.ts';
import { explain, rowRule } from '../rule.ts';

/** More than the unit's allocation may be true, but is more often a slip. */
export const countOverAllocation = rowRule({
  id: 'V-count-over-allocation',
  severity: 'warning',
  field: 'count',
  check: (row, context) => {
    const { allocation, indicator } = context;
    if (allocation === null || row.count === null || row.count <= allocation || !counts(context)) return null;
    return { target: allocation, over: row.count - allocation, unitOfMeasure: indicator.unitOfMeasure };
  },
  zh: ({ cell, value, p }) =>
    `${cell}${value}比本单位分解 ${p('target')} ${p('unitOfMeasure')}多 ${p('over')}，请核对。${explain.zh}`,
  en: ({ cell, value, p }) =>
    `${cell} ${value} is ${p('over')} more than the allocation of ${p('target')} ${p('unitOfMeasure')}. Check it. ${explain.en}`,
});
