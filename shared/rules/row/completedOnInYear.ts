import { found, type RowRule } from '../rule.ts';

/** A list asks for work of its own year. */
export const completedOnInYear: RowRule = (row, { year }) =>
  row.completedOn !== null && Number(row.completedOn.slice(0, 4)) !== year
    ? found('V-completed-on-in-year', 'completedOn', { date: row.completedOn, year })
    : null;
