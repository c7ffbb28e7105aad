import type { BlockColumn } from '../port.ts';
import { blocksIn, type ExcelColumn, excelColumns, hersName, nameOf } from './names.ts';
import type { Rounds } from './rounds.ts';

/** Where the ledger stands at this moment. Rows and columns are counted from 0. */
export interface LedgerBounds {
  /** The sheet's id: its name is the clerk's to change. */
  sheet: string;
  columns: ReadonlyMap<ExcelColumn, number>;
  header: number;
  /** The row below the last one that holds anything. */
  end: number;
  /** The sheet is the clerk's own: its looks, formulas and identity cells are hers. */
  isHers: boolean;
  /** Columns of blocks that its header says it has; those that were asked for are among `columns`. */
  blocks: readonly BlockColumn[];
}

/** Queues the reading of where the ledger is; the answer is there after the sync. `null`: there is no ledger. */
export function queueBounds(
  context: Excel.RequestContext,
  { blocks }: Pick<Rounds, 'blocks'> = { blocks: [] },
): () => LedgerBounds | null {
  const ranges = [...blocks, ...excelColumns].map((id) => {
    const range = context.workbook.names.getItemOrNullObject(nameOf(id)).getRangeOrNullObject();
    range.load('rowIndex,columnIndex');
    return { id, range };
  });
  const { range: key } = ranges.at(-1)!;
  key.load('rowIndex,columnIndex,values');
  const sheet = key.worksheet;
  sheet.load('id');
  const used = sheet.getUsedRangeOrNullObject(true);
  used.load('rowIndex,rowCount');
  const hers = context.workbook.names.getItemOrNullObject(hersName);
  hers.load('name');
  return () => {
    if (key.isNullObject) return null;
    const header = key.rowIndex;
    // A header cell that was cut and pasted into another row is no column of the ledger any more.
    const columns = new Map(
      ranges
        .filter(({ range }) => !range.isNullObject && range.rowIndex === header)
        .map(({ id, range }) => [id, range.columnIndex] as const),
    );
    const bottom = used.isNullObject ? 0 : used.rowIndex + used.rowCount;
    return {
      sheet: sheet.id,
      columns,
      header,
      end: Math.max(header + 1, bottom),
      isHers: !hers.isNullObject,
      blocks: hers.isNullObject ? [] : blocksIn((key.values as unknown[][])[0]?.[0]),
    };
  };
}

/** The smallest block of columns that holds them all. */
export function extentOf(columns: Iterable<number>): { left: number; width: number } {
  const all = [...columns];
  const left = Math.min(...all);
  return { left, width: Math.max(...all) - left + 1 };
}
