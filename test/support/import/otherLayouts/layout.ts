import type { AsPublished } from '../asPublished/asPublished.ts';

/** A layout as bureaus publish it, in words of our own, and what a person reads in it. Most of it was written after a first run. */
export interface Layout {
  /** What sets it apart. */
  what: string;
  /** A list without a table. */
  text?: string;
  /** Lines above the table. */
  before?: string;
  /** A line a row, cells parted by `|`; `^` is covered from above, `<` from the left, `\n` a line break within a cell. */
  table?: string;
  after?: string;
  /** `contained words | units | schedules | targets`, as in lists as published. */
  items: readonly string[];
  tasks: number;
}

const linesOf = (text = ''): string[] => text.split('\n').filter((line) => line.trim() !== '');

/** The layout as a list of 2024. */
export function listOf({ what, text, before, table, after, items, tasks }: Layout): AsPublished {
  const printed = linesOf(table).map((line) => line.split('|').map((cell) => cell.trim()));
  const merges = printed.flatMap((cells, row) =>
    cells.flatMap((cell, column) => {
      if (cell === '^' || cell === '<') return [];
      let [rows, columns] = [1, 1];
      while (printed[row + rows]?.[column] === '^') rows += 1;
      while (cells[column + columns] === '<') columns += 1;
      return rows * columns > 1 ? [{ row, column, rows, columns }] : [];
    }),
  );
  const grid = printed.map((cells) =>
    cells.map((cell) => (cell === '^' || cell === '<' ? '' : cell.replaceAll('\\n', '\n'))),
  );
  return {
    ...{ slug: what, layout: what, source: '', year: 2024, truth: { categories: 1, tasks, items } },
    ...(text === undefined ? { before: linesOf(before), grid, merges, after: linesOf(after) } : { text }),
  };
}
