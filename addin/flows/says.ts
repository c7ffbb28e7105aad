import { identityColumns, type ScannedRow } from '../workbook/port.ts';
import type { RowState } from './ledger.ts';

/** What a row of a clerk's own sheet says that it is: all of its identity cells, as one text, and which block it is in. */
export const saysOf = ({ cells, block }: Pick<ScannedRow, 'cells' | 'block'>): string =>
  [
    ...identityColumns.map((id) => String(cells[id] ?? '').trim()),
    ...(block ? [block.of[block.at] ?? ''] : []),
  ].join('\n');

/** Whether a scan, or what is known of it, is of a sheet of the clerk's own. */
export const isHers = (scan: readonly ScannedRow[], rows: ReadonlyMap<string, RowState>): boolean =>
  scan[0] ? scan[0].isHers === true : [...rows.values()].some(({ says }) => says !== null);

/** Keys by what their rows say. */
export function keysBySaying(ledger: ReadonlyMap<string, RowState>): Map<string, string[]> {
  const keys = new Map<string, string[]>();
  for (const [key, { says }] of ledger) if (says !== null) keys.set(says, [...(keys.get(says) ?? []), key]);
  return keys;
}
