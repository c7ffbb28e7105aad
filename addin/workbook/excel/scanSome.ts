import type { ScannedRow } from '../port.ts';
import { queueHides } from './filter.ts';
import { extentOf } from './ledgerBounds.ts';
import type { Known } from './planWrite.ts';
import { blankAsNull, scannedRow, type Reader } from './read.ts';

/** Single rows of the ledger as they stand, in one round trip; the known statuses and what is hidden are brought up to date. */
export async function scanSome(
  context: Excel.RequestContext,
  reader: Reader,
  known: Known,
  positions: readonly number[],
): Promise<ScannedRow[]> {
  const { bounds } = known;
  const rows = positions.filter((position) => position >= 0).map((position) => position + bounds.header + 1);
  if (rows.length === 0) return [];
  let hides = () => false;
  const lines = await reader.some(context, bounds, rows, () => {
    hides = queueHides(context, bounds);
  });
  known.hides = hides();
  const [statusAt, { left }] = [bounds.columns.get('status'), extentOf(bounds.columns.values())];
  for (const [row, line] of lines)
    if (statusAt !== undefined) known.statuses[row - bounds.header - 1] = blankAsNull(line[statusAt - left]);
  return [...lines].flatMap(([row, line]) => scannedRow(bounds, row - bounds.header - 1, line) ?? []);
}
