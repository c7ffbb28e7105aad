import { isHeaderByName, type Head } from './findHead.ts';
import type { LedgerCell, LedgerSheet, SheetView } from './ledgerFile.ts';

/** A sheet with only the cells of an area, all at their places; titles above the first header stay. */
function only(
  { sheet }: SheetView,
  titles: number,
  isIn: (row: number, column: number) => boolean,
): LedgerSheet {
  const rows = sheet.rows.map((cells, row): readonly (LedgerCell | null)[] =>
    row < titles ? cells : cells.map((cell, column) => (isIn(row, column) ? cell : null)),
  );
  const merges = sheet.merges.filter(({ row, column }) => row < titles || isIn(row, column));
  return { ...sheet, rows, merges };
}

/** Where the same headings begin again to the right: -1: nowhere. */
function besideAt({ headings }: Head): number {
  const lowest = headings.map((each) => each.at(-1) ?? '');
  const first = lowest.findIndex((text) => text !== '');
  for (let column = first + 2; column + 1 < lowest.length; column += 1) {
    if (
      lowest[column] === lowest[first] &&
      lowest[column + 1] === lowest[first + 1] &&
      lowest[column + 1] !== ''
    )
      return column;
  }
  return -1;
}

/** The tables of a sheet that holds several: beside each other under the same headings, or below each other. */
export interface Tables {
  sheets: LedgerSheet[];
  areBeside: boolean;
}

/** Takes a sheet of several tables apart; `null` where it holds one. */
export function splitTables(view: SheetView, head: Head): Tables | null {
  const titles = head.firstRow;
  const beside = besideAt(head);
  if (beside > 0) {
    const sheets = [
      only(view, titles, (_, column) => column < beside),
      only(view, titles, (_, column) => column >= beside),
    ];
    return { sheets, areBeside: true };
  }
  const names = new Set(head.headings.flat());
  for (let row = head.lastRow + 1; row < view.height - 1; row += 1) {
    const texts = view.texts(row);
    if (texts.length < 3 || texts.every((text) => names.has(text)) || !isHeaderByName(texts)) continue;
    // A section that stands over the header is of the table below.
    const above = view.texts(row - 1).length === 1 && row - 1 > head.lastRow ? row - 1 : row;
    const sheets = [only(view, titles, (at) => at < above), only(view, titles, (at) => at >= above)];
    return { sheets, areBeside: false };
  }
  return null;
}
