import { rowRule } from '../rule.ts';

/** What will be done is not done; by the server's today, not the computer's. */
export const completedOnFuture = rowRule({
  id: 'V-completed-on-future',
  severity: 'error',
  field: 'completedOn',
  check: ({ completedOn: date }, { today }) => (date !== null && date > today ? { date, today } : null),
  zh: ({ cell, value, p }) =>
    `${cell}${value}还没有到（今天是 ${p('today')}）：请填实际完成的日期；没有完成的，状态选「进行中」并清空日期。`,
  en: ({ cell, value, p }) =>
    `${cell} ${value} has not come yet (today is ${p('today')}). Give the day it was done, or clear it while it is not.`,
});
