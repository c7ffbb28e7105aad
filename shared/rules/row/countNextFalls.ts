import { explain, rowRule } from '../rule.ts';

/** An edit of an earlier period must not make a later running total a fall; said on the row that is edited. */
export const countNextFalls = rowRule({
  id: 'V-count-next-falls',
  severity: 'warning',
  field: 'count',
  check: (row, { indicator, nextCount }) => {
    if (indicator.mode !== 'cumulative' || row.count === null || nextCount === null) return null;
    if (row.count <= nextCount) return null;
    return { next: nextCount, unitOfMeasure: indicator.unitOfMeasure };
  },
  zh: ({ cell, value, p }) =>
    `${cell}${value}比后一期已报的累计数 ${p('next')} ${p('unitOfMeasure')}多，请核对这两期。${explain.zh}`,
  en: ({ cell, value, p }) =>
    `${cell} ${value} is more than the running total of ${p('next')} ${p('unitOfMeasure')} already reported for a later period. Check both. ${explain.en}`,
});
