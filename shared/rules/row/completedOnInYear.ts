import { found, type RowRule } from '../rule.ts';

/** A list asks for work of its own year; a week over the turn of the year has days in the other one too. */
export const completedOnInYear: RowRule = (row, { year, opensOn, dueOn }) => {
  const date = row.completedOn;
  if (date === null || Number(date.slice(0, 4)) === year) return null;
  if (dueOn !== null && date >= opensOn && date <= dueOn) return null;
  return found('V-completed-on-in-year', 'completedOn', { date, year });
};
