import type { SheetRow } from '../../shared/wire/parts/sheetRow.ts';
import { identityColumns, type ScannedRow } from '../workbook/port.ts';
import { identityOf, saysSame } from './columns.ts';

/** Identity cells that no longer say what the row is; `null` where all do, and in a sheet of the clerk's own, whose they are. */
export function restored(server: SheetRow, live: ScannedRow): Partial<ScannedRow['cells']> | null {
  if (live.isHers) return null;
  const cells: Partial<ScannedRow['cells']> = {};
  const identity = identityOf(server);
  let isWhole = true;
  for (const id of identityColumns) {
    if (saysSame(identity[id], live.cells[id])) continue;
    // A ledger that was laid out before periods had words keeps their codes.
    if (id === 'period' && saysSame(server.period, live.cells.period)) continue;
    cells[id] = identity[id];
    isWhole = false;
  }
  return isWhole ? null : cells;
}

/** The hidden version cell, where it does not say the base. */
export function hiddenBase(base: number | null, live: ScannedRow): Partial<ScannedRow['cells']> {
  return (live.cells.base ?? null) === base ? {} : { base };
}
