import { found, type RowRule } from '../rule.ts';

/** 进行中 with a completion date: either it is done, or the date is a plan. */
export const underWayWithDate: RowRule = (row) =>
  row.status === '进行中' && row.completedOn !== null
    ? found('V-under-way-with-date', 'completedOn', { status: row.status, date: row.completedOn })
    : null;
