import { found, type RowRule } from '../rule.ts';
import { isFinished } from './status.ts';

/** Done before the period opens may be true, but is more often the wrong month. A date outside the year is told as that. */
export const completedOnBeforeOpening: RowRule = (row, { opensOn, year }) => {
  if (!isFinished(row) || row.completedOn === null || row.completedOn >= opensOn) return null;
  if (Number(row.completedOn.slice(0, 4)) !== year) return null;
  return found('V-completed-on-before-opening', 'completedOn', { date: row.completedOn, opensOn });
};
