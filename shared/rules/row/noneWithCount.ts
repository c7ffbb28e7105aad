import { rowRule } from '../rule.ts';

/** 本地无此类 says that there are none to count; 0 may stand beside it. */
export const noneWithCount = rowRule({
  id: 'V-none-with-count',
  severity: 'error',
  field: 'count',
  check: (row) => (row.status === '本地无此类' && row.count !== null && row.count > 0 ? {} : null),
  zh: ({ cell, value }) => `${cell}${value}与状态「本地无此类」矛盾：请清空数量，或改状态。`,
  en: ({ cell, value }) =>
    `${cell} ${value} contradicts the status 本地无此类: clear the count, or change the status.`,
});
