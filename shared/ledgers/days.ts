import { withoutBlanks } from '../import/text/characters.ts';
import { toSimplified } from '../import/text/simplified.ts';
import type { LedgerCell } from './ledgerFile.ts';
import type { Said } from './proposeReports.ts';
import { readLedgerStatus } from './values.ts';

const weekdays = '一二三四五六日';
const weekdayHeading = /^(?:周|星期|礼拜)([一二三四五六日天])(?:[（(].*[)）])?$/u;

/** Which day of the week a heading names (周一 is 1); `null`: none. */
export function weekdayOf(heading: string): number | null {
  const [, day] = weekdayHeading.exec(withoutBlanks(toSimplified(heading))) ?? [];
  return day === undefined ? null : weekdays.indexOf(day === '天' ? '日' : day) + 1;
}

/** The days of the week that the cells of a row name side by side, 一 to 日 too; `null`: fewer than five do, or in no order. */
export function weekdaysIn(texts: readonly string[]): number[] | null {
  const days = texts.map((text) => weekdayOf(/^[一二三四五六日天]$/u.test(text) ? `周${text}` : text) ?? 0);
  const named = days.filter((day) => day > 0);
  const isRun = named.every((day, at) => at === 0 || day === (named[at - 1]! % 7) + 1);
  return named.length >= fewestDays && isRun ? days : null;
}

/** So many days stand side by side where columns are days. */
export const fewestDays = 5;

/** Whether texts are days of a month: 25, 26, 27 … 1, 2. */
export const areDays = (texts: readonly string[], fewest = fewestDays): boolean =>
  texts.length >= fewest && texts.every((text) => /^(?:[12]?\d|3[01])$/u.test(text) && Number(text) > 0);

/** What was done on any of several days: that it was done, where one says so, with what is written; `null`: all are blank. */
export function saidOfDays(cells: readonly LedgerCell[]): Pick<Said, 'status' | 'note'> | null {
  let isDone = false;
  let isSaid = false;
  const notes: string[] = [];
  for (const cell of cells) {
    const text = cell.text.trim();
    if (text === '') continue;
    const read = typeof cell.value === 'number' ? null : readLedgerStatus({ text, value: text }, true);
    if (read?.is === 'nothing') continue;
    isSaid = true;
    const isRefused =
      read === null ? Number(cell.value) === 0 : read.is === 'value' && read.value !== '已开展';
    if (!isRefused) isDone = true;
    // More than a tick or a word is what was done.
    const isTold = read !== null && (text.length > 3 || (read.is === 'ask' && text.length > 1));
    if (isTold) notes.push(text);
  }
  if (!isSaid) return null;
  const status = isDone ? '已开展' : '未开展';
  return { status: { text: status, value: status }, note: notes.join('；') };
}
