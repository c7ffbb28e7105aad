import type { ChosenSchedule } from '../../../shared/taskList/listSettings.ts';
import type { SmallTask } from '../import/smallList.ts';

/** A due date, and where it falls by each value of the switch (P9); what is left out: where it was. */
export interface HolidayCase {
  due: string;
  why: string;
  offHolidays?: string;
  nextWorkingDay?: string;
}

/** A date that moves by either value. */
const both = (due: string, to: string, why: string): HolidayCase => ({
  ...{ due, why, offHolidays: to, nextWorkingDay: to },
});

/** As the State Council announced them; from 2027 on nothing is known. */
export const holidayCases: readonly HolidayCase[] = [
  both('2022-12-31', '2023-01-03', 'a holiday over the turn of the year'),
  {
    due: '2023-12-31',
    nextWorkingDay: '2024-01-02',
    why: 'a Sunday beside New Year, which is no part of it',
  },
  { due: '2024-02-09', why: 'New Year’s Eve of 2024 is worked' },
  both('2024-02-10', '2024-02-18', 'to a Sunday that is worked'),
  { due: '2024-02-29', why: 'leap day, a Thursday' },
  { due: '2024-03-31', nextWorkingDay: '2024-04-01', why: 'the end of a month, a Sunday' },
  both('2024-04-04', '2024-04-07', 'a Thursday off, to a Sunday that is worked'),
  both('2024-04-06', '2024-04-07', 'a Saturday within a holiday'),
  { due: '2024-04-07', why: 'a Sunday that is worked' },
  both('2024-05-01', '2024-05-06', 'over five days off'),
  { due: '2024-06-08', nextWorkingDay: '2024-06-11', why: 'a Saturday beside a Monday off' },
  both('2024-06-10', '2024-06-11', 'a Monday off'),
  { due: '2024-06-30', nextWorkingDay: '2024-07-01', why: 'the end of a half year, a Sunday' },
  { due: '2024-09-29', why: 'a Sunday that is worked' },
  both('2024-10-01', '2024-10-08', 'over seven days off'),
  { due: '2024-12-31', why: 'the last day of the year, a Tuesday' },
  { due: '2025-01-26', why: 'a Sunday that is worked, before Spring Festival' },
  both('2025-05-31', '2025-06-03', 'a Saturday that is off by name, the end of a month'),
  both('2025-10-08', '2025-10-09', 'the last of eight days off'),
  { due: '2025-11-30', nextWorkingDay: '2025-12-01', why: 'the end of a month, a Sunday' },
  both('2026-01-03', '2026-01-04', 'a Saturday off, to a Sunday that is worked'),
  both('2026-02-23', '2026-02-24', 'the last of nine days off'),
  { due: '2026-02-28', why: 'the end of February, a Saturday that is worked' },
  { due: '2031-05-01', why: 'a year of which nothing is known' },
  { due: '2031-06-01', why: 'a Sunday of a year of which nothing is known' },
];

/** Weeks by their names, and where their Sundays go where weeks move too. */
export const weekCases: readonly { week: string; due: string; nextWorkingDay: string; why: string }[] = [
  { week: '2022-W52', due: '2023-01-01', nextWorkingDay: '2023-01-03', why: 'its Sunday is New Year’s Day' },
  { week: '2024-W06', due: '2024-02-11', nextWorkingDay: '2024-02-18', why: 'within Spring Festival' },
  { week: '2024-W07', due: '2024-02-18', nextWorkingDay: '2024-02-18', why: 'its Sunday is worked' },
  { week: '2024-W15', due: '2024-04-14', nextWorkingDay: '2024-04-15', why: 'an ordinary week' },
  { week: '2024-W52', due: '2024-12-29', nextWorkingDay: '2024-12-30', why: 'the last of its list' },
  { week: '2025-W01', due: '2025-01-05', nextWorkingDay: '2025-01-06', why: 'it begins in the year before' },
  { week: '2025-W52', due: '2025-12-28', nextWorkingDay: '2025-12-29', why: 'the last whole week of a year' },
  {
    week: '2026-W01',
    due: '2026-01-04',
    nextWorkingDay: '2026-01-04',
    why: 'New Year, its Sunday is worked',
  },
  { week: '2026-W52', due: '2026-12-27', nextWorkingDay: '2026-12-28', why: 'the last but one of 53' },
  {
    week: '2026-W53',
    due: '2027-01-03',
    nextWorkingDay: '2027-01-03',
    why: 'the 53rd, into an unknown year',
  },
];

const yearOf = (day: string): number => Number(day.slice(0, 4));

/** Years of the cases, each with its own. */
export const casesByYear: [year: number, cases: HolidayCase[]][] = [
  ...Map.groupBy(holidayCases, ({ due }) => yearOf(due)),
];

/** Years of the weeks: the list's is that of the Sunday. */
export const weeksByYear: [year: number, weeks: (typeof weekCases)[number][]][] = [
  ...Map.groupBy(weekCases, ({ due }) => yearOf(due)),
];

/** A list with an undated arrangement for each case, and a weekly one; and what the bureau decides of them. */
export function listOfCases(cases: readonly HolidayCase[]): {
  tasks: SmallTask[];
  schedules: ChosenSchedule[];
} {
  const marks = '甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳';
  return {
    tasks: [
      { name: '适时开展的工作', items: cases.map((_, at) => `适时组织开展${marks[at]}类企业安全培训考核`) },
      { name: '每周的工作', items: ['每周检查装卸作业现场并通报'] },
    ],
    schedules: cases.map(({ due }, at) => ({
      ...{ arrangement: `1-1-${at + 1}`, schedule: 1, kind: 'once', due },
    })),
  };
}
