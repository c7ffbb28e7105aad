import { dayWords } from '../calendar/daysWords.ts';
import { periodWords } from '../calendar/periodWords.ts';
import { dueDays, type DueDay, type DueLine, type OpenReport } from './dueDays.ts';
import { clippedText, plainText } from './plainText.ts';

/** One day of a unit's calendar. */
export interface CalendarEvent {
  /** The same for the same unit and day, for ever. */
  uid: string;
  day: string;
  summary: string;
  description: string;
}

/** So many lines a description has; the rest is counted. */
export const mostLines = 30;
const mostPeriods = 4;

/** 第15周（4月8日—14日）, and how many more where there are many. */
function periodsWords(periods: readonly string[]): string {
  const named = periods.slice(0, mostPeriods).map((id) => periodWords(id));
  return `${named.join('、')}${periods.length > mostPeriods ? `等 ${periods.length} 期` : ''}`;
}

/** One arrangement as a line: code, what is asked, period, and what is special about it. */
export function dueLineWords({ arrangement, text, kind, periods, dueOriginal, received }: DueLine): string {
  const notes = [
    periodsWords(periods),
    ...(kind === 'answer' ? ['已退回，请补正后重报'] : []),
    ...(dueOriginal === null ? [] : [`已延期，原定${dayWords(dueOriginal)}`]),
    ...(kind === 'due' && received > 0 ? ['已报，尚未完成'] : []),
  ];
  return `${plainText(arrangement)} ${clippedText(text, 40)}（${notes.join('；')}）`;
}

function summaryOf({ lines }: DueDay): string {
  const [first] = lines;
  const answers = lines.every(({ kind }) => kind === 'answer');
  const head = answers ? '退回待补正' : '台账到期';
  if (lines.length === 1 && first)
    return `${head}：${plainText(first.arrangement)} ${clippedText(first.text, 24)}`;
  const codes = [...new Set(lines.map(({ arrangement }) => plainText(arrangement)))];
  const named = codes.slice(0, 3).join('、');
  return `${head} ${lines.length} 项：${named}${codes.length > 3 ? ' 等' : ''}`;
}

function descriptionOf({ lines }: DueDay, ledger: string): string {
  const shown = lines.slice(0, mostLines).map((line, at) => `${at + 1}. ${dueLineWords(line)}`);
  const more = lines.length - shown.length;
  return [...shown, ...(more > 0 ? [`另有 ${more} 项，见台账。`] : []), '', `填报：${ledger}`].join('\n');
}

/**
 * A unit's calendar: one event for each day on which something of it is due, in order of time. What is done, waived or no
 * longer asked for is not there.
 * @param ledger the address of the unit's ledger, without a key.
 */
export const calendarEvents = (
  unit: string,
  reports: readonly OpenReport[],
  ledger: string,
): CalendarEvent[] =>
  dueDays(reports).map((day) => ({
    uid: `${day.day}.${unit}@taizhang`,
    day: day.day,
    summary: summaryOf(day),
    description: descriptionOf(day, ledger),
  }));
