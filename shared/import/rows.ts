import { trimBlanks } from './characters.ts';
import type { Report } from './diagnosticCatalogue.ts';
import type { Column, Columns } from './header.ts';
import { readHeader, readSecondHeader } from './header.ts';

/** One task as it stands in the grid: its cells as printed, trimmed, and where it begins. */
export type TaskRow = { row: number; columns: Columns; cells: Record<Column, string> };

/** A row that names a category alone, as a band across the table. */
export type BandRow = { row: number; band: string };

/**
 * The rows of the table from its first header on (I2): headers recur and are dropped, blank rows too. A row with neither number nor
 * name continues the task above it, as merged cells and page breaks leave it.
 */
export function readRows(
  grid: readonly (readonly string[])[],
  firstHeader: number,
  report: Report,
): (TaskRow | BandRow)[] {
  const rows: (TaskRow | BandRow)[] = [];
  let columns: Columns = {};
  for (let row = firstHeader; row < grid.length; row += 1) {
    const printed = grid[row] ?? [];
    const header = readHeader(printed);
    if (header !== null) {
      // A later header may name fewer columns than the first one did.
      const second = readSecondHeader(grid[row + 1] ?? []);
      columns = { ...columns, ...header, ...second };
      if (second !== null) row += 1;
      continue;
    }
    const cells = cellsOf(printed, columns);
    const text = trimBlanks(printed.join(' '));
    if (text === '') continue;
    const band = bandOf(printed);
    const isBand = band !== null && band === cells.category;
    const last = rows.at(-1);
    if (columns.category === undefined && band !== null && isNumbered(band)) rows.push({ row, band });
    else if (cells.sequence !== '' || cells.name !== '') rows.push({ row, columns, cells });
    else if (isBand && isNumbered(cells.category)) rows.push({ row, band: cells.category });
    else if (
      !isBand &&
      last !== undefined &&
      'cells' in last &&
      cells.goal + cells.arrangements + cells.units !== ''
    ) {
      continueRow(last.cells, cells);
      report('row-continued', { text, detail: last.cells.name || last.cells.sequence, row });
    } else report('row-unread', { text, row });
  }
  return rows;
}

function continueRow(into: Record<Column, string>, more: Record<Column, string>): void {
  if (more.goal !== '') into.goal += `\n${more.goal}`;
  if (more.arrangements !== '') into.arrangements += `\n${more.arrangements}`;
  for (const column of ['units', 'supporting'] as const) {
    if (more[column] !== '') into[column] += `${into[column] === '' ? '' : '，'}${more[column]}`;
  }
}

/** What a row says, where it says one thing only: in one cell, or in all that a merged cell has filled. */
function bandOf(row: readonly string[]): string | null {
  const said = new Set(row.map((cell) => trimBlanks(String(cell))).filter((cell) => cell !== ''));
  const [only] = said;
  return said.size === 1 && only !== undefined ? only : null;
}

function isNumbered(category: string): boolean {
  return /^[（(]?[一二三四五六七八九十\d]{1,3}[)）]?[、.．，]|^[（(][一二三四五六七八九十]{1,3}[)）]/u.test(
    category,
  );
}

function cellsOf(row: readonly string[], columns: Columns): Record<Column, string> {
  const cell = (column: Column) => {
    const at = columns[column];
    return at === undefined ? '' : trimBlanks(String(row[at] ?? ''));
  };
  return {
    category: cell('category'),
    sequence: cell('sequence'),
    name: cell('name'),
    goal: cell('goal'),
    arrangements: cell('arrangements'),
    units: cell('units'),
    supporting: cell('supporting'),
  };
}
