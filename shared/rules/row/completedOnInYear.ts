import { rowRule } from '../rule.ts';

/** A list asks for work of its own year; a week over the turn of the year has days in the other one too. */
export const completedOnInYear = rowRule({
  id: 'V-completed-on-in-year',
  severity: 'error',
  field: 'completedOn',
  check: ({ completedOn: date }, { year, opensOn, dueOn }) => {
    if (date === null || Number(date.slice(0, 4)) === year) return null;
    if (dueOn !== null && date >= opensOn && date <= dueOn) return null;
    return { date, year };
  },
  zh: ({ cell, value, p }) => `${cell}${value}不在本清单的年度内，请填 ${p('year')} 年的日期。`,
  en: ({ cell, value, p }) => `${cell} ${value} is outside the list's year. Give a date in ${p('year')}.`,
});
