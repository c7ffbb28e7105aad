import type { CellValue, RawValues, RowField, RowValues } from '../../shared/row/row.ts';
import { rowFields } from '../../shared/row/row.ts';

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
  /** What stood in the cells at the base: as read, and as typed where that is known (a row just sent). */
  base: RowValues;
  baseRaw?: RawValues;
  /** What stands in the cells now: as typed, and as read. */
  raw: RawValues;
  mine: RowValues;
  theirs: RowValues;
  /** Whether cells that read as the server's value are rewritten in its form (完成 → 已完成). */
  normalise: boolean;
}

/** Merges one row, field by field (S4). Never sets a cell that the clerk has changed. */
export function mergeRow({ base, baseRaw, raw, mine, theirs, normalise }: MergeInput): Merge {
  const merge: Merge = { cells: {}, conflicts: [], kept: [] };
  for (const field of rowFields) {
    const cell = raw[field];
    if (cell === undefined) continue;
    const touched = mine[field] !== base[field] && !(baseRaw && baseRaw[field] === cell);
    if (mine[field] === theirs[field] || cell === theirs[field]) {
      if (normalise && cell !== theirs[field]) merge.cells[field] = theirs[field];
    } else if (!touched) merge.cells[field] = theirs[field];
    else if (theirs[field] === base[field]) merge.kept.push(field);
    else merge.conflicts.push(field);
  }
  return merge;
}
