import { counts } from '../context.ts';
import { rowRule } from '../rule.ts';

/** 已完成 means the whole allocation; the district's target is no unit's own, so it is no lower bound. */
export const countBelowTarget = rowRule({
  id: 'V-count-below-target',
  severity: 'error',
  field: 'count',
  check: (row, context) => {
    const { allocation, indicator } = context;
    if (row.status !== '已完成' || row.count === null || allocation === null || !counts(context)) return null;
    if (row.count >= allocation) return null;
    return { target: allocation, missing: allocation - row.count, unitOfMeasure: indicator.unitOfMeasure };
  },
  zh: ({ cell, value, p }) =>
    `${cell}${value}比本单位分解 ${p('target')} ${p('unitOfMeasure')}少 ${p('missing')}，还不能报「已完成」：请补足数量，或把状态改为「进行中」。`,
  en: ({ cell, value, p }) =>
    `${cell} ${value} is ${p('missing')} short of the allocation of ${p('target')} ${p('unitOfMeasure')}, so it is not 已完成 yet: correct the count, or set the status to 进行中.`,
});
