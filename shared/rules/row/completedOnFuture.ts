import { rowRule } from '../rule.ts';

/** What will be done is not done; by the server's today, not the computer's. */
export const completedOnFuture = rowRule({
  id: 'V-completed-on-future',
  severity: 'error',
  field: 'completedOn',
  check: ({ completedOn: date }, { today }) => (date !== null && date > today ? { date, today } : null),
  zh: ({ cell, value, p }) =>
    `${cell}${value}晚于今天（${p('today')}）：请填实际完成日期；尚未完成的，状态请选「进行中」，日期留空。`,
  en: ({ cell, value, p }) =>
    `${cell} ${value} has not come yet (today is ${p('today')}). Give the day it was done, or clear it while it is not.`,
});
