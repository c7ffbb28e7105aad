import { trimBlanks } from '../text/characters.ts';
import type { Deadlines } from './readDeadlines.ts';
import { readDeadlines } from './readDeadlines.ts';
import { splitItems } from '../table/items.ts';
import { claimed, maskCitations } from '../text/mask.ts';
import type { RowItem } from '../table/rowItems.ts';
import type { PreparedText } from '../text/preparedText.ts';
import { prepareText } from '../text/preparedText.ts';
import type { Part } from '../table/rows.ts';

/** What a column of deadlines says of one item: its words as printed, what was read in them, and whether anything was not. */
export type Entry = { printed: string; prepared: PreparedText; deadlines: Deadlines; hasMore: boolean };

/** What the column says beside the items of one part: an entry for each item, `null` for one without; or that its entries do not fit. */
export type PartEntries = { entries: (Entry | null)[]; unfit: string | null };

/** Reads one entry (I6.4). A cell with a dash or nothing but marks says nothing. */
function readEntry(words: string, year: number): Entry | null {
  const printed = trimBlanks(words);
  if (!/[\p{L}\p{N}]/u.test(printed)) return null;
  const prepared = prepareText(printed);
  const deadlines = readDeadlines(maskCitations(prepared.compact), year, true);
  return { printed, prepared, deadlines, hasMore: saysMore(deadlines.rest.replaceAll(claimed, '')) };
}

/** Whether words of an entry beside its times say anything. */
export function saysMore(words: string): boolean {
  return (
    words.replace(/(?:至少|不少于|各)?(?:开展|进行)?[1一]次|完成|基本|全面|全部|[\p{P}\p{S}]/gu, '') !== ''
  );
}

/**
 * Gives the entries of one cell to the items beside it: by their printed numbers, or line by line where there are as many lines as
 * items, or one entry to all. Entries that fit in none of these ways, or that one could not wholly read, are given to none.
 */
export function entriesFor(part: Part, items: readonly RowItem[], year: number): PartEntries {
  const none = items.map(() => null);
  const numbered = splitItems(part.deadline).filter(({ text }) => text !== '');
  const lines = linesOf(part.deadline, items.length);
  const unfit: PartEntries = {
    entries: none,
    unfit: lines.map((line) => trimBlanks(prepareText(line).simplified)).join('、'),
  };
  if (lines.length === 0) return { entries: none, unfit: null };

  const values = items.map(({ number, value }) => (number === null ? null : value));
  const isNumbered = numbered.every(({ number, text }) => number !== null && !/^\d+$/u.test(text));
  if (isNumbered && (numbered.length > 1 || values.includes(numbered[0]?.value ?? null))) {
    const indexes = numbered.map(({ value }) => values.indexOf(value));
    const isClear =
      new Set(indexes).size === indexes.length &&
      indexes.every((at, index) => at >= 0 && values.lastIndexOf(numbered[index]?.value ?? null) === at);
    if (!isClear) return unfit;
    const entries: PartEntries['entries'] = [...none];
    numbered.forEach(({ text }, index) => {
      entries[indexes[index] ?? 0] = readEntry(text, year);
    });
    const isWhole = items.length === 1 || entries.every((entry) => isPlain(entry, Infinity));
    return isWhole ? { entries, unfit: null } : unfit;
  }
  if (lines.length > 1 && items.length > 1) {
    if (lines.length !== items.length) return unfit;
    const entries = lines.map((line) => readEntry(line, year));
    return entries.every((entry) => isPlain(entry, 1)) ? { entries, unfit: null } : unfit;
  }
  const entry = readEntry(part.deadline, year);
  return items.length === 1 || isPlain(entry, 1) ? { entries: items.map(() => entry), unfit: null } : unfit;
}

/** The entries of a cell: its lines; or what ； parts within one line, where there are as many as items. */
function linesOf(cell: string, items: number): string[] {
  const partedBy = (mark: RegExp) => cell.split(mark).filter((words) => /[\p{L}\p{N}]/u.test(words));
  const lines = partedBy(/[\r\n]+/u);
  const parted = lines.length === 1 && items > 1 ? partedBy(/[；;]/u) : lines;
  return parted.length === items ? parted : lines;
}

/** Several deadlines, or other words beside one, may say which items are meant. */
function isPlain(entry: Entry | null, most: number): boolean {
  const timings = entry?.deadlines.timings.length ?? 0;
  return timings === 0 || (timings <= most && entry?.hasMore === false);
}
