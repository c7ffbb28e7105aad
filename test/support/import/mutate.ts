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

/** The grid with the words of `source`, which stand in `within`, changed in that one place. */
export function withWords(grid: Grid, within: string, source: SourceSpan, words: string): string[][] {
  const { row, column, at } = locate(grid, within);
  return grid.map((cells, index) =>
    cells.map((cell, other) =>
      index === row && other === column
        ? cell.slice(0, at + source.start) + words + cell.slice(at + source.end)
        : cell,
    ),
  );
}
