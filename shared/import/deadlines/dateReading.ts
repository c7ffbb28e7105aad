import { chineseNumber } from '../text/chineseNumber.ts';
import { dateOf, firstOfMonth, lastOfMonth } from './dates.ts';
import type { Context, DeadlineRule, Outcome } from './deadlineRule.ts';
import { isAdverbial, nothing, timing, unreadDeadline } from './deadlineRule.ts';

/** The year that the words name: the list's where they name none, or every year; `cited` for a year that is over; `open` for 明年 and its like. */
export function yearOf({ groups, year: listYear }: Context): number | 'cited' | 'open' {
  const relative = groups['relative'];
  if (relative === '去年' || relative === '上年') return 'cited';
  if (relative === '明年' || relative === '次年' || relative === '翌年') return 'open';
  const printed = groups['year'];
  if (printed === undefined) return listYear;
  const named = Number(printed);
  if (named < listYear) return 'cited';
  return named > 2100 ? 'open' : named;
}

/** Reads with the year that holds: a past year is a citation, an open one stays with the words. */
export const inYear =
  (read: (year: number, context: Context) => Outcome): DeadlineRule['read'] =>
  (context) => {
    const holds = yearOf(context);
    if (holds === 'cited') return nothing;
    return holds === 'open' ? unreadDeadline : read(holds, context);
  };

export const numberIn = ({ groups }: Context, name: string) =>
  chineseNumber((groups[name] ?? '').replace(/^0/u, '')) ?? 0;

export function windowOf(start: string | null, due: string | null): Outcome {
  return start === null || due === null || due < start
    ? unreadDeadline
    : timing({ kind: 'window', start, due });
}

export function onceOn(due: string | null): Outcome {
  return due === null ? unreadDeadline : timing({ kind: 'once', due });
}

/** Reads a span in its one year; over years that differ it is left to a person, and one that is over is a citation. */
export const inOneYear =
  (read: (year: number, context: Context) => Outcome): DeadlineRule['read'] =>
  (context) => {
    const { next = '' } = context.groups;
    const named = /^\d/u.test(next) ? Number.parseInt(next, 10) : null;
    if (named !== null && yearOf(context) !== named) return named < context.year ? nothing : unreadDeadline;
    return /^[次翌明]/u.test(next) ? unreadDeadline : inYear(read)(context);
  };

/** A window only where the words stand adverbially: 对一季度发现的问题 says which findings, not when. */
export const whenAdverbial =
  (read: (year: number, context: Context) => Outcome): DeadlineRule['read'] =>
  (context) =>
    inYear((holds) => (isAdverbial(context) ? read(holds, context) : unreadDeadline))(context);

/** By the end of a month. Without 前 (3月底) the words must stand adverbially, behind 到, or before what is to be done by then. */
export const byTheEnd = (of: number | ((context: Context) => number)): DeadlineRule['read'] =>
  inYear((holds, context) => {
    const { text, start, end } = context;
    const says =
      text.charAt(end - 1) === '前' ||
      isAdverbial(context) ||
      (/(?:^|[，。；：])到$/u.test(text.slice(Math.max(0, start - 2), start)) &&
        /[，：]/u.test(text.charAt(end))) ||
      /^(?:完成|实现)/u.test(text.slice(end, end + 2));
    return says ? onceOn(lastOfMonth(holds, typeof of === 'number' ? of : of(context))) : unreadDeadline;
  });

export const dayOf = (holds: number, at: Context): Outcome =>
  onceOn(dateOf(holds, numberIn(at, 'month'), numberIn(at, 'day')));

export const months = (holds: number, first: number, last: number) =>
  windowOf(firstOfMonth(holds, first), lastOfMonth(holds, last));

/** A month, quarter, half or year by its name: when it is done, in a sentence; by when, in an entry. */
export const named = ({ isEntry }: Context, holds: number, first: number, last: number) =>
  isEntry ? onceOn(lastOfMonth(holds, last)) : months(holds, first, last);
