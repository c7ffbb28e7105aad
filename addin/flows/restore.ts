import type { SheetRow } from '../../shared/wire/sheet.ts';
import type { ColumnId, ScannedRow } from '../workbook/port.ts';
import { identityOf, saysSame } from './columns.ts';

/** Identity cells that no longer say what the row is. */
export function restored(server: SheetRow, live: ScannedRow): Partial<ScannedRow['cells']> {
  return Object.fromEntries(
    Object.entries(identityOf(server)).filter(([id, value]) => !saysSame(value, live.cells[id as ColumnId])),
  );
}

/** The hidden version cell, where it does not say the base. */
export function hiddenBase(base: number | null, live: ScannedRow): Partial<ScannedRow['cells']> {
  return (live.cells.base ?? null) === base ? {} : { base };
}
