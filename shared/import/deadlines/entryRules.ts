import { windowOf } from './dateReading.ts';
import { dateOf, lastOfMonth } from './dates.ts';
import type { Context, DeadlineRule, Outcome } from './deadlineRule.ts';
import { eg, timing, unreadDeadline } from './deadlineRule.ts';

const onceOn = (due: string | null) => (due === null ? unreadDeadline : timing({ kind: 'once', due }));

function dayOf({ groups, year: listYear }: Context): Outcome {
  const year = Number(groups['year'] ?? listYear);
  if (year < listYear) return unreadDeadline;
  return onceOn(dateOf(year, Number(groups['month']), Number(groups['day'])));
}

const monthDay = (at: string): string =>
  String.raw`(?<month${at}>1[0-2]|0?[1-9])[./-](?<day${at}>3[01]|[12]\d|0?[1-9])`;

/** Dates that are written so only where nothing but a date can stand. 6.30 alone is none: a spreadsheet may have cut it from 6.3 or to it. */
export const entryRules: readonly DeadlineRule[] = [
  {
    ...eg('2025.6.30', 'once 2025-06-30', '2025.4-9'),
    pattern:
      /^(?<year>20\d{2})(?<mark>[./-])(?<month>1[0-2]|0?[1-9])(?:\k<mark>(?<day>3[01]|[12]\d|0?[1-9])日?(?:(?:之|以)?前)?)?(?:完成)?$/gu,
    read: ({ groups, year: listYear }) => {
      const [year, month] = [Number(groups['year']), Number(groups['month'])];
      if (year < listYear) return unreadDeadline;
      return onceOn(
        groups['day'] === undefined ? lastOfMonth(year, month) : dateOf(year, month, Number(groups['day'])),
      );
    },
  },
  {
    // 2025.01.01-2025.12.31, and what two columns of days say together.
    ...eg('2025.6.1-2025.8.31', 'window 2025-06-01 2025-08-31', '2025.6-2025.8'),
    pattern: new RegExp(
      String.raw`^(?:(?<year>20\d{2})[./-])?${monthDay('')}日?(?:至|到|~|--?)(?:(?<year2>20\d{2})[./-])?${monthDay('2')}日?$`,
      'gu',
    ),
    read: ({ groups, year: listYear }) => {
      const year = Number(groups['year'] ?? listYear);
      if (year < listYear || Number(groups['year2'] ?? year) !== year) return unreadDeadline;
      const [start, due] = ['', '2'].map((at) =>
        dateOf(year, Number(groups[`month${at}`]), Number(groups[`day${at}`])),
      ) as [string | null, string | null];
      return windowOf(start, due);
    },
  },
  {
    ...eg('20250630', 'once 2025-06-30', '20251330'),
    pattern:
      /^(?<year>20\d{2})(?<month>0[1-9]|1[0-2])(?<day>0[1-9]|[12]\d|3[01])(?:(?:之|以)?前)?(?:完成)?$/gu,
    read: dayOf,
  },
  {
    ...eg('6/30', 'once 2025-06-30', '6/12'),
    // 6/12 and 6-12 may be two months, or some of many.
    pattern: /^(?<month>1[0-2]|0?[1-9])[/-](?<day>1[3-9]|2\d|3[01])(?:完成)?$/gu,
    read: dayOf,
  },
  {
    ...eg('2025年度', 'once 2025-12-31', '2025年度内'),
    pattern: /^(?<year>20\d{2})年度?$/gu,
    read: ({ groups, year: listYear }) =>
      Number(groups['year']) < listYear ? unreadDeadline : onceOn(`${groups['year']}-12-31`),
  },
];
