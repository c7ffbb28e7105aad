import { rowFields } from '../../shared/row/row.ts';
import type { LedgerChange, ScannedRow } from '../workbook/port.ts';
import { identityOf, saysSame } from './columns.ts';
import { shown, type RowState } from './ledger.ts';
import { restored } from './restore.ts';
import type { RowIndex } from './rowIndex.ts';
import { saysOf } from './says.ts';

/** A row that has lost its key, and the row of the ledger that its visible cells say it is. */
export interface Lost {
  row: ScannedRow;
  key: string;
  /** All that the row shows is that row's, and nothing else in the sheet shows it: the key is put back without asking. */
  isCertain: boolean;
}

/**
 * Rows whose hidden key was overwritten or emptied, while the ledger misses exactly the row that they show (S1.4).
 * Two that show the same row are left: which of them counts only the clerk knows.
 */
export function findLost(index: RowIndex, ledger: ReadonlyMap<string, RowState>): Lost[] {
  const keyless = [...index.foreign.map(({ row }) => row), ...index.strays];
  if (keyless.length === 0 || index.missing.length === 0) return [];
  if (keyless[0]!.isHers) return lostOfHers(keyless, index.missing, ledger);
  const missing = new Map<string, string[]>();
  for (const key of index.missing) {
    const name = nameOf(ledger.get(key));
    if (name !== null) missing.set(name, [...(missing.get(name) ?? []), key]);
  }
  const found: Lost[] = [];
  for (const row of keyless) {
    const keys = missing.get(String(row.cells.arrangement ?? '')) ?? [];
    const same = keys.filter((key) => showsRow(ledger.get(key)!, row));
    if (same.length !== 1) continue;
    const key = same[0]!;
    found.push({ row, key, isCertain: restored(ledger.get(key)!.server, row) === null });
  }
  const times = new Map<string, number>();
  for (const { key } of found) times.set(key, (times.get(key) ?? 0) + 1);
  return found.filter(({ key }) => times.get(key) === 1);
}

/** In a sheet of the clerk's own her words tell it, and she is asked. */
function lostOfHers(
  keyless: readonly ScannedRow[],
  missing: readonly string[],
  ledger: ReadonlyMap<string, RowState>,
): Lost[] {
  const rowsOf = Map.groupBy(keyless, saysOf);
  const keysOf = Map.groupBy(missing, (key) => ledger.get(key)?.says ?? null);
  return [...keysOf].flatMap(([says, keys]) => {
    const [row, ...others] = says === null ? [] : (rowsOf.get(says) ?? []);
    const [key, ...more] = keys;
    return row && key !== undefined && others.length + more.length === 0
      ? [{ row, key, isCertain: false }]
      : [];
  });
}

const nameOf = (state: RowState | undefined): string | null =>
  state ? String(identityOf(state.server).arrangement) : null;

/** Whether a row shows arrangement, indicator and period of a row of the ledger. */
function showsRow({ server }: RowState, { cells }: ScannedRow): boolean {
  const identity = identityOf(server);
  return (
    saysSame(identity.arrangement, cells.arrangement) &&
    saysSame(identity.indicator, cells.indicator) &&
    (saysSame(identity.period, cells.period) || saysSame(server.period, cells.period))
  );
}

/** Puts keys back. Where the hidden version is no version, the row counts as made from the one that was last seen. */
export function putBack(
  lost: readonly Lost[],
  ledger: ReadonlyMap<string, RowState>,
): NonNullable<LedgerChange['atPositions']> {
  return lost.map(({ row, key }) => {
    const { server } = ledger.get(key)!;
    const { base, values } = shown(server);
    const stands = row.cells.base;
    const isVersion = typeof stands === 'number' && base !== null && stands >= 1 && stands <= base;
    const isUntouched = rowFields.every((field) => saysSame(values[field], row.cells[field]));
    return {
      position: row.position,
      cells: { ...restored(server, row), key, base: isVersion && !isUntouched ? stands : base, result: null },
    };
  });
}
