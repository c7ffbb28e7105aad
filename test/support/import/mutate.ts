import type { SourceSpan } from '../../../shared/taskList/taskList.ts';

type Grid = readonly (readonly string[])[];

/** The one cell of the grid that holds `text`, which begins at `at` in it. */
export function locate(grid: Grid, text: string): { row: number; column: number; at: number } {
  const places = grid.flatMap((cells, row) =>
    cells.flatMap((cell, column) => (cell.includes(text) ? [{ row, column, at: cell.indexOf(text) }] : [])),
  );
  const [place] = places;
  if (place === undefined || places.length > 1) throw new Error(`${places.length} cells hold ${text}`);
  return place;
}

/** Other words for those of `source`, which stand in the text `within`. */
export interface Edit {
  within: string;
  source: SourceSpan;
  words: string;
}

/** The grid with words changed, each in its one place; no two of them may overlap. */
export function withEdits(grid: Grid, edits: readonly Edit[]): string[][] {
  const changed = grid.map((cells) => [...cells]);
  const placed = edits.map(({ within, source, words }) => {
    const { row, column, at } = locate(grid, within);
    return { row, column, start: at + source.start, end: at + source.end, words };
  });
  // From the end of a cell to its beginning, so that places before stay where they are.
  for (const { row, column, start, end, words } of placed.toSorted((a, b) => b.start - a.start)) {
    const cell = changed[row]![column]!;
    changed[row]![column] = cell.slice(0, start) + words + cell.slice(end);
  }
  return changed;
}

/** The grid with the words of `source`, which stand in `within`, changed in that one place. */
export const withWords = (grid: Grid, within: string, source: SourceSpan, words: string): string[][] =>
  withEdits(grid, [{ within, source, words }]);

/**
 * Cases in as few waves as can be, each of which has one case of a subject at most: what is changed at many places at
 * once is read once, and still each change is seen where it was made, and nowhere else.
 */
export function wavesOf<T>(cases: readonly T[], subjectOf: (one: T) => string): T[][] {
  const waves: T[][] = [];
  const used = new Map<string, number>();
  for (const one of cases) {
    const subject = subjectOf(one);
    const wave = used.get(subject) ?? 0;
    used.set(subject, wave + 1);
    (waves[wave] ??= []).push(one);
  }
  return waves;
}
