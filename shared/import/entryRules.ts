import { dateOf, lastOfMonth } from './dates.ts';
import type { DeadlineRule } from './deadline.ts';
import { timing, unreadDeadline } from './deadline.ts';

const onceOn = (due: string | null) => (due === null ? unreadDeadline : timing({ kind: 'once', due }));

/** Dates that are written so only where nothing but a date can stand. 6.30 alone is none: a spreadsheet may have cut it from 6.3 or to it. */
export const entryRules: readonly DeadlineRule[] = [
  {
    pattern:
      /^(?<year>20\d{2})[./-](?<month>1[0-2]|0?[1-9])(?:[./-](?<day>3[01]|[12]\d|0?[1-9])日?(?:(?:之|以)?前)?)?(?:完成)?$/gu,
    read: ({ groups, year: listYear }) => {
      const [year, month] = [Number(groups['year']), Number(groups['month'])];
      if (year < listYear) return unreadDeadline;
      return onceOn(
        groups['day'] === undefined ? lastOfMonth(year, month) : dateOf(year, month, Number(groups['day'])),
      );
    },
  },
  {
    pattern: /^(?<year>20\d{2})年度?$/gu,
    read: ({ groups, year: listYear }) =>
      Number(groups['year']) < listYear ? unreadDeadline : onceOn(`${groups['year']}-12-31`),
  },
];
