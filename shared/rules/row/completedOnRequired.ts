import { rowRule } from '../rule.ts';

/** 已完成 says on which day: punctuality is decided by it. */
export const completedOnRequired = rowRule({
  id: 'V-completed-on-required',
  severity: 'error',
  field: 'completedOn',
  check: (row, { year }) =>
    row.status === '已完成' && row.typed.completedOn === null ? { status: row.status, year } : null,
  zh: ({ cell, p }) => `${cell}没有填：状态为「${p('status')}」时请填完成的那一天，如 ${p('year')}-03-15。`,
  en: ({ cell, p }) =>
    `${cell} is blank. With status "${p('status')}" give the day it was done, such as ${p('year')}-03-15.`,
});
