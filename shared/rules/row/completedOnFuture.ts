import { found, type RowRule } from '../rule.ts';

/** What will be done is not done; by the server's today, not the computer's. */
export const completedOnFuture: RowRule = (row, { today }) =>
  row.completedOn !== null && row.completedOn > today
    ? found('V-completed-on-future', 'completedOn', { date: row.completedOn, today })
    : null;
