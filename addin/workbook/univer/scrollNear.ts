import type { FWorksheet } from '@univerjs/sheets/facade';

/** So many rows are left in view above the one that is gone to. */
const rowsAbove = 2;

/**
 * Scrolls so that a row stands near the top. Univer reckons where to scroll by the rows from the very first, as though the frozen
 * ones were scrolled too: with rows filtered out that is another place, and the row would be out of view.
 */
export function scrollNear(sheet: FWorksheet, row: number): void {
  const worksheet = sheet.getSheet();
  const { ySplit } = worksheet.getFreeze();
  const heightOf = (at: number): number => (worksheet.getRowVisible(at) ? worksheet.getRowHeight(at) : 0);
  let top = row;
  for (let above = 0; top > ySplit && above < rowsAbove;) {
    top -= 1;
    if (heightOf(top) > 0) above += 1;
  }
  let wanted = 0;
  for (let at = ySplit; at < top; at += 1) wanted += heightOf(at);
  let start = 0;
  while (start < top && heightOf(start) <= wanted) {
    wanted -= heightOf(start);
    start += 1;
  }
  sheet.scrollToCell(start + ySplit, 0);
}
