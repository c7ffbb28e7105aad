import { counts } from '../context.ts';
import { explain, rowRule } from '../rule.ts';

/** 本地无此类 after an earlier period has counted some: a running total that falls to nothing. */
export const noneAfterCount = rowRule({
  id: 'V-none-after-count',
  severity: 'warning',
  field: 'status',
  check: (row, context) => {
    const { indicator, previousCount } = context;
    if (row.status !== '本地无此类' || indicator.mode !== 'cumulative' || !counts(context)) return null;
    if (previousCount === null || previousCount === 0) return null;
    return { previous: previousCount, unitOfMeasure: indicator.unitOfMeasure };
  },
  zh: ({ cell, value, p }) =>
    `${cell}${value}，但上一期报过累计 ${p('previous')} ${p('unitOfMeasure')}，请核对。${explain.zh}`,
  en: ({ cell, value, p }) =>
    `${cell} ${value}, yet the period before reported a running total of ${p('previous')} ${p('unitOfMeasure')}. Check it. ${explain.en}`,
});
