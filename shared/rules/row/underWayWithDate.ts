import { explain, rowRule } from '../rule.ts';

/** 进行中 with a completion date: either it is done, or the date is a plan. */
export const underWayWithDate = rowRule({
  id: 'V-under-way-with-date',
  severity: 'warning',
  field: 'completedOn',
  check: ({ status, completedOn: date }) => (status === '进行中' && date !== null ? { status, date } : null),
  zh: ({ cell, value, p }) =>
    `${cell}${value}已填，但状态是「${p('status')}」：完成了请改为「已完成」，没有完成请清空日期。${explain.zh}`,
  en: ({ cell, value, p }) =>
    `${cell} ${value} is given, yet the status is "${p('status')}": set 已完成, or clear the date. ${explain.en}`,
});
