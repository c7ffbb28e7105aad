import { found, type RowRule } from '../rule.ts';

/** 已完成 says on which day: punctuality is decided by it. */
export const completedOnRequired: RowRule = (row, context) =>
  row.status === '已完成' && row.typed.completedOn === null
    ? found('V-completed-on-required', 'completedOn', { status: row.status, year: context.year })
    : null;
