import { explain, rowRule } from '../rule.ts';

/** A running total does not fall. */
export const countFalls = rowRule({
  id: 'V-count-falls',
  severity: 'warning',
  field: 'count',
  check: (row, { indicator, previousCount }) => {
    if (indicator.mode !== 'cumulative' || row.count === null || previousCount === null) return null;
    if (row.count >= previousCount) return null;
    return { previous: previousCount, unitOfMeasure: indicator.unitOfMeasure };
  },
  zh: ({ cell, value, p }) =>
    `${cell}${value}比上一期的累计数 ${p('previous')} ${p('unitOfMeasure')}少，累计数不应减少，请核对。${explain.zh}`,
  en: ({ cell, value, p }) =>
    `${cell} ${value} is less than the running total of ${p('previous')} ${p('unitOfMeasure')} of the period before. Check it. ${explain.en}`,
});
