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
import type { SheetView } from './ledgerFile.ts';

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

function headingsOf(view: SheetView, first: number, last: number): string[][] {
  return Array.from({ length: view.width }, (_, column) => {
    const headings: string[] = [];
    for (let row = first; row <= last; row += 1) {
      const text = view.shown(row, column)?.text.trim() ?? '';
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

/** How well rows do as a header: what the headings are known for. */
function worth(columns: readonly ColumnProposal[], headings: readonly string[][]): number {
  let sum = 0;
  for (const { role, from } of columns) {
    if (role === 'unread') continue;
    if (from.includes('name')) sum += 3;
    else if (from.includes('akin') || from.includes('ending')) sum += 2;
    else if (from.includes('within') || from.includes('above')) sum += 1;
  }
  return sum - headings.filter((heading) => heading.length === 0).length * 0.2;
}

/**
 * Finds the header of a sheet; `null` where no rows of it can be one. Nothing depends on where its columns stand. `said`: what a
 * person has said of them.
 */
export function findHead(view: SheetView, known: Known, said: SaidRoles = []): Head | null {
  let best: { head: Omit<Head, 'columns'>; worth: number } | null = null;
  for (let row = 0; row < Math.min(searched, view.height); row += 1) {
    const texts = view.texts(row);
    if (new Set(texts).size < 2 || !texts.some(soundsLikeHeading)) continue;
    if (texts.filter(isHeadingLike).length * 4 < texts.length * 3) continue;
    for (let depth = 1; depth <= deepest; depth += 1) {
      const last = row + depth - 1;
      if (last >= view.height - 1) break;
      if (depth > 1) {
        const more = view.texts(last);
        // A further row of a header: words only, under cells that stand over several, or beside such as reach down to it.
        const reaches = Array.from({ length: view.width }, (_, column) => view.mergeAt(row, column)).some(
          (merge) => merge !== null && (merge.rows > depth - 1 || merge.columns > 1),
        );
        if (more.length === 0 || !more.every(isHeadingLike) || !reaches) break;
      }
      const headings = headingsOf(view, row, last);
      const columns = proposeColumns(columnsUnder(view, row, last, 60), 'ledger', known);
      const found = worth(columns, headings);
      if (best === null || found > best.worth)
        best = { head: { firstRow: row, lastRow: last, headings }, worth: found };
    }
  }
  if (best === null || best.worth < 4) return null;
  const { firstRow, lastRow, headings } = best.head;
  return {
    ...best.head,
    headings,
    columns: proposeColumns(columnsUnder(view, firstRow, lastRow, 400), 'ledger', known, said),
  };
}
