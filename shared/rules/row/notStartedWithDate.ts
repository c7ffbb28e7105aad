import { rowRule } from '../rule.ts';
import { isNotStarted } from './status.ts';

/** What has not begun has no completion date. */
export const notStartedWithDate = rowRule({
  id: 'V-not-started-with-date',
  severity: 'error',
  field: 'completedOn',
  check: (row) =>
    isNotStarted(row) && row.completedOn !== null ? { status: row.status, date: row.completedOn } : null,
  zh: ({ cell, value, p }) => `${cell}${value}与状态「${p('status')}」矛盾：请清空日期，或改状态。`,
  en: ({ cell, value, p }) =>
    `${cell} ${value} contradicts the status "${p('status')}": clear the date, or change the status.`,
});
