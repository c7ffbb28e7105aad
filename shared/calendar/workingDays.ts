import calendar from 'chinese-days/dist/chinese-days.json' with { type: 'json' };
import { addDays } from './days.ts';

/**
 * Working days as the State Council announces them, year by year: days off by name, and weekends on which people work in
 * their place (调休). Only the library's table is used, by dates: its functions go by the zone of the computer.
 */
const daysOff: Readonly<Record<string, string>> = calendar.holidays;
const makeUpDays: Readonly<Record<string, string>> = calendar.workdays;
const knownYears = new Set(Object.keys(daysOff).map((day) => day.slice(0, 4)));

/** Whether the holidays of a year are known. Those of the next one are announced in November, and come with the library. */
export const isKnownYear = (year: number): boolean => knownYears.has(String(year));

/** Whether a date (`YYYY-MM-DD`) is off by the announced holidays, weekends within them included. */
export const isStatutoryHoliday = (day: string): boolean => Object.hasOwn(daysOff, day);

/** Whether people work on a date. In a year that is not known, Monday to Friday: who asks has to tell it (`isKnownYear`). */
export function isWorkingDay(day: string): boolean {
  if (Object.hasOwn(makeUpDays, day)) return true;
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !isStatutoryHoliday(day);
}

/** The n-th working day after a date, the date itself not counted; with 0 the date itself. */
export function addWorkingDays(day: string, n: number): string {
  let reached = day;
  for (let left = n; left > 0;) {
    reached = addDays(reached, 1);
    if (isWorkingDay(reached)) left -= 1;
  }
  return reached;
}

/** Years without data that due dates of a year's list may need: itself, or the one into which its last day would move. */
export function unknownYearsOf(year: number): number[] {
  if (!isKnownYear(year)) return [year];
  return isWorkingDay(`${year}-12-31`) || isKnownYear(year + 1) ? [] : [year + 1];
}
