import { found, type RowRule } from '../rule.ts';
import { isNotStarted } from './status.ts';

/** What has not begun has no completion date. */
export const notStartedWithDate: RowRule = (row) =>
  isNotStarted(row) && row.completedOn !== null
    ? found('V-not-started-with-date', 'completedOn', { status: row.status, date: row.completedOn })
    : null;
