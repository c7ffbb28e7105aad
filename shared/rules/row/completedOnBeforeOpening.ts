import { explain, rowRule } from '../rule.ts';
import { isFinished } from './status.ts';

/** Done before the period opens may be true, but is more often the wrong month. A date outside the year is told as that. */
export const completedOnBeforeOpening = rowRule({
  id: 'V-completed-on-before-opening',
  severity: 'warning',
  field: 'completedOn',
  check: (row, { opensOn, year }) => {
    if (!isFinished(row) || row.completedOn === null || row.completedOn >= opensOn) return null;
    if (Number(row.completedOn.slice(0, 4)) !== year) return null;
    return { date: row.completedOn, opensOn };
  },
  zh: ({ cell, value, p }) => `${cell}${value}早于本期开始的 ${p('opensOn')}，请核对。${explain.zh}`,
  en: ({ cell, value, p }) =>
    `${cell} ${value} is before this period opens on ${p('opensOn')}. Check it. ${explain.en}`,
});
