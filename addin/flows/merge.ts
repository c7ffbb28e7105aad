import { columnOf, rowFields } from '../../shared/row/columns.ts';
import type { CellValue, RawValues, RowField, RowValues } from '../../shared/row/row.ts';

/** What to do with the cells of one row when the server's values arrive. */
export interface Merge {
  /** Cells to set: those that the clerk has not touched since the base. */
  cells: Partial<Record<RowField, CellValue>>;
  /** Fields that both sides changed, differently. */
  conflicts: RowField[];
  /** Fields that are the clerk's alone and go with the next push. */
  kept: RowField[];
}

export interface MergeInput {
  /** What stood in the cells at the base, as read: what the clerk has not touched. */
  base: RowValues;
  /** What others had said by then, where that is not what stood in the cells: values offered beforehand are nobody's word. */
  said?: RowValues;
  /** What stands in the cells now: as typed, and as read. */
  raw: RawValues;
  mine: RowValues;
  theirs: RowValues;
}

/**
 * Merges one row, field by field (S4). Never sets a cell that the clerk has changed; one that reads as the
 * server's value takes its form (完成 → 已完成).
 */
export function mergeRow({ base, said = base, raw, mine, theirs }: MergeInput): Merge {
  const merge: Merge = { cells: {}, conflicts: [], kept: [] };
  for (const field of rowFields) {
    const cell = raw[field];
    if (cell === undefined) continue;
    const touched = mine[field] !== base[field];
    if (mine[field] === theirs[field] || cell === theirs[field]) {
      if (cell !== theirs[field] && !isSerial(field, cell)) merge.cells[field] = theirs[field];
    } else if (!touched) merge.cells[field] = theirs[field];
    else if (theirs[field] === said[field]) merge.kept.push(field);
    else merge.conflicts.push(field);
  }
  return merge;
}

/** A date as the spreadsheet itself keeps it: shown as a date, and no other form is wanted. */
function isSerial(field: RowField, cell: CellValue): boolean {
  return columnOf(field).holds === 'date' && typeof cell === 'number';
}
