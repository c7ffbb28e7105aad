import type { CellValue } from '../../../shared/row/row.ts';
import type { ColumnId, ScannedRow, WorkbookState } from '../port.ts';
import type { Snapshot } from '../univer.ts';
import { type ColumnTag, fromCell } from './sheetData.ts';

/** State and rows of a stored workbook, without a spreadsheet to open it in. */
export function readSnapshot(snapshot: Snapshot): { state: WorkbookState | null; rows: ScannedRow[] } {
  const own = snapshot.custom?.['taizhang'] as
    | { ledger?: string; isHers?: boolean; state?: WorkbookState }
    | undefined;
  const sheet = own?.ledger === undefined ? undefined : snapshot.sheets?.[own.ledger];
  const columns = Object.entries(sheet?.columnData ?? {}).flatMap(([at, data]) => {
    const tag = data?.custom as Partial<ColumnTag> | null | undefined;
    return tag?.id ? [{ at: Number(at), id: tag.id }] : [];
  });
  const rows = Object.entries(sheet?.cellData ?? {})
    .filter(([row]) => row !== '0')
    .map(([row, line]): ScannedRow => {
      const cells: Partial<Record<ColumnId, CellValue>> = {};
      for (const { at, id } of columns) cells[id] ??= fromCell(line[at]);
      return {
        ...(own?.isHers && { isHers: true as const }),
        ...{ position: Number(row) - 1, row: Number(row) + 1, cells: cells as ScannedRow['cells'] },
      };
    });
  return { state: own?.state ?? null, rows };
}
