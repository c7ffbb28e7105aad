import { headWords } from '../columns/headWords.ts';
import {
  proposeColumns,
  type ColumnProposal,
  type Known,
  type SaidRoles,
  type TableColumn,
} from '../columns/proposeColumns.ts';
import { rolesOf } from '../columns/roleNames.ts';
import { evidence, namesOf } from '../columns/roles.ts';
import { areDays } from './days.ts';
import { staleColumns } from './foreign.ts';
import type { Merge, SheetView } from './ledgerFile.ts';

/** Where the header of a sheet stands (0-based, both rows belong to it), and what its columns hold. */
export interface Head {
  firstRow: number;
  lastRow: number;
  columns: ColumnProposal[];
  /** The headings of each column from the top down. */
  headings: string[][];
}

/** A header stands among the first rows, and has four rows at most. */
const searched = 30;
const deepest = 4;
const longest = 40;
/** A heading of so many characters, and so like an arrangement, names one. */
const shortestWork = 6;
const likely = 0.5;

const soundsLikeHeading = (text: string): boolean => {
  const words = headWords(text);
  if (words.length > longest || words === '') return false;
  return rolesOf.ledger.some(
    (role) => namesOf(role, 'ledger').includes(words) || evidence[role].ending?.test(words) === true,
  );
};

const isHeadingLike = (text: string): boolean =>
  text.length <= longest &&
  !/[。；]/u.test(text) &&
  !/^\d+(?:\.\d+)?$/u.test(text) &&
  !/^\d{4}-\d\d-\d\d/u.test(text);

/** Whether a row has the days of a month side by side: 1, 2, 3 … */
function isRunOfDays(texts: readonly string[]): boolean {
  const days = texts.filter((text) => /^\d{1,2}$/u.test(text)).map(Number);
  return days.length > 4 && days.every((day, at) => day <= 31 && (at === 0 || day > days[at - 1]!));
}

/** Without merges too a heading may stand over several columns: those to its right that are blank, each with a heading of its own below. */
function groupAbove(view: SheetView, row: number, column: number): string {
  if (view.mergeAt(row, column) !== null || view.text(row + 1, column) === '') return '';
  for (let left = column - 1; left >= 0; left -= 1) {
    const text = view.text(row, left);
    if (view.text(row + 1, left) === '') return '';
    if (text !== '') return text;
  }
  return '';
}

/** Merges that begin in a row. */
const mergesFrom = (view: SheetView, row: number): Merge[] =>
  Array.from({ length: view.width }, (_, column) => view.mergeAt(row, column)).filter(
    (merge): merge is Merge => merge !== null && merge.row === row,
  );

/** Whether a row’s headings stand beneath groups of the row above: where it is blank, that one is not. */
function isBeneathGroups(view: SheetView, row: number): boolean {
  let blanks = 0;
  let groups = 0;
  for (let column = 0; column < view.width; column += 1) {
    const [above, own] = [view.text(row - 1, column), view.text(row, column)];
    if (own === '' && above !== '') blanks += 1;
    if (own !== '' && above === '') {
      if (groupAbove(view, row - 1, column) === '') return false;
      groups += 1;
    }
  }
  return blanks >= 1 && groups >= 1;
}

/** The headings of each column from the top down. */
export function headingsOf(view: SheetView, first: number, last: number): string[][] {
  return Array.from({ length: view.width }, (_, column) => {
    const headings: string[] = [];
    for (let row = first; row <= last; row += 1) {
      const own = view.shown(row, column)?.text.trim() ?? '';
      const text = own === '' && row < last ? groupAbove(view, row, column) : own;
      if (text !== '' && headings.at(-1) !== text) headings.push(text);
    }
    return headings;
  });
}

function columnsUnder(view: SheetView, first: number, last: number, sample: number): TableColumn[] {
  const headings = headingsOf(view, first, last);
  const end = Math.min(view.height, last + 1 + sample);
  return headings.map((heading, column) => {
    const cells: string[] = [];
    for (let row = last + 1; row < end; row += 1) {
      const cell = view.own(row, column);
      cells.push(cell === null ? '' : (cell.day ?? cell.text));
    }
    return { heading, cells };
  });
}

/** What headings may be beside names of columns. */
export interface HeadingKinds {
  /** Nothing is to be read of a column under these headings. */
  isForeign: (headings: readonly string[], column: number, all: readonly (readonly string[])[]) => boolean;
  /** It names a unit. */
  isUnit: (text: string) => boolean;
  /** It is a period: a table with several of them has time across. */
  isPeriod: (text: string) => boolean;
}

const nothingKnown: HeadingKinds = {
  isForeign: () => false,
  isUnit: () => false,
  isPeriod: () => false,
};

/** How many columns are days beneath what names a month; numbers of columns beneath their names are none. */
const daysBeneath = (headings: readonly string[][], isPeriod: HeadingKinds['isPeriod']): number =>
  headings.filter((each) => areDays([each.at(-1) ?? ''], 1) && isPeriod(each.at(-2) ?? '')).length;

/** How well rows do as a header: what the headings are known for. */
function worth(
  columns: readonly ColumnProposal[],
  headings: readonly string[][],
  {
    isUnit,
    isPeriod,
    isWork,
  }: Pick<HeadingKinds, 'isUnit' | 'isPeriod'> & { isWork: (text: string) => boolean },
): number {
  let sum = 0;
  for (const { role, from } of columns) {
    if (role === 'unread') continue;
    if (from.includes('name')) sum += 3;
    else if (from.includes('akin') || from.includes('ending')) sum += 2;
    else if (from.includes('within') || from.includes('above')) sum += 1;
  }
  const periods = headings.filter((heading) => isPeriod(heading.at(-1) ?? '')).length;
  if (periods + daysBeneath(headings, isPeriod) > 1)
    sum += Math.min(3, periods + daysBeneath(headings, isPeriod));
  // Arrangements over columns, with units or periods down.
  const work = headings.filter((heading) => isWork(heading.at(-1) ?? '')).length;
  if (work > 1) sum += Math.min(3, work);
  const units = headings.filter((heading) => isUnit(heading.at(-1) ?? '')).length;
  if (units > 1) sum += Math.min(3, units);
  return sum - headings.filter((heading) => heading.length === 0).length * 0.2;
}

/**
 * Finds the header of a sheet; `null` where no rows of it can be one. Nothing depends on where its columns stand. `said`: what a
 * person has said of them.
 */
export function findHead(
  view: SheetView,
  known: Known,
  said: SaidRoles = [],
  { isForeign, isUnit, isPeriod }: HeadingKinds = nothingKnown,
): Head | null {
  const without = (headings: readonly string[][]): SaidRoles => {
    const stale = staleColumns(headings);
    return headings.map(
      (each, column) =>
        said[column] ?? (stale.has(column) || isForeign(each, column, headings) ? 'unread' : null),
    );
  };
  const isWork = (text: string): boolean =>
    text.length >= shortestWork && (known.arrangement?.(text) ?? 0) >= likely;
  let best: { head: Omit<Head, 'columns'>; worth: number } | null = null;
  let seen = 0;
  for (let row = 0; row < view.height && seen < searched; row += 1) {
    const texts = view.texts(row);
    if (texts.length > 0) seen += 1;
    const isNamed = texts.some(soundsLikeHeading) || texts.filter(isWork).length > 1;
    if (new Set(texts).size < 2 || !isNamed) continue;
    const named = isRunOfDays(texts) ? texts.filter((text) => !/^\d{1,2}$/u.test(text)) : texts;
    if (named.filter(isHeadingLike).length * 4 < named.length * 3) continue;
    // A heading that reaches down to a row takes that row into the header.
    const reached = Math.max(1, ...mergesFrom(view, row).map(({ rows }) => rows));
    for (let depth = reached > deepest ? 1 : reached; depth <= deepest; depth += 1) {
      const last = row + depth - 1;
      if (last >= view.height - 1) break;
      if (depth > 1) {
        const more = view.texts(last);
        // A further row of a header: words only, under cells that stand over several, or beside such as reach down to it.
        const reaches = Array.from({ length: view.width }, (_, column) => view.mergeAt(row, column)).some(
          (merge) => merge !== null && (merge.rows > depth - 1 || merge.columns > 1),
        );
        const isBeneath = reaches || isBeneathGroups(view, last);
        const areNumbers =
          areDays(more) && daysBeneath(headingsOf(view, row, last), isPeriod) === more.length;
        if (more.length === 0 || !(more.every(isHeadingLike) || areNumbers) || !isBeneath) break;
      }
      const headings = headingsOf(view, row, last);
      const columns = proposeColumns(columnsUnder(view, row, last, 60), 'ledger', known);
      const found = worth(columns, headings, { isUnit, isPeriod, isWork });
      // A further row that is all headings is one, though the groups above would do as well.
      const isAsGood =
        best !== null &&
        depth > 1 &&
        best.head.firstRow === row &&
        found === best.worth &&
        view.texts(last).every(soundsLikeHeading);
      if (best === null || isAsGood || found > best.worth)
        best = { head: { firstRow: row, lastRow: last, headings }, worth: found };
    }
  }
  if (best === null || best.worth < 4) return null;
  const { firstRow, lastRow, headings } = best.head;
  return {
    ...best.head,
    headings,
    columns: proposeColumns(columnsUnder(view, firstRow, lastRow, 400), 'ledger', known, without(headings)),
  };
}

/** Whether a row is a header by its words alone: at least three of them, and half of all, are names of columns. */
export function isHeaderByName(texts: readonly string[]): boolean {
  const named = texts.filter((text) => {
    const words = headWords(text);
    return (
      words !== '' &&
      words.length <= longest &&
      rolesOf.ledger.some((role) => namesOf(role, 'ledger').includes(words))
    );
  });
  return named.length >= 3 && named.length * 2 >= texts.length;
}
