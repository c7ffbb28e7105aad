import { formatRowKey, parseRowKey } from '../../../shared/rowKey/rowKey.ts';
import { isCadence } from '../../../shared/rules/context.ts';
import type { LedgerChange, ScannedRow } from '../../workbook/port.ts';
import type { Hers, Ledger } from '../ledger.ts';
import type { RowIndex } from '../rowIndex.ts';
import { saysOf } from '../says.ts';

/**
 * Rows that are overwritten period after period come to stand for other periods: their keys change, what stands in them stays.
 * A row whose period the unit does not owe keeps its key.
 */
export function planTurn(
  ledger: Ledger,
  index: RowIndex,
  periods: Hers['overwritten'],
): { change: LedgerChange; ledger: Ledger } {
  const rows = new Map(ledger.rows);
  const before = ledger.hers?.overwritten ?? {};
  const atPositions: NonNullable<LedgerChange['atPositions']> = [];
  for (const [key, row] of index.rows) {
    const state = ledger.rows.get(key)!;
    const kind = state.server.context.scheduleKind;
    const moved = row.block && !isCadence(state.server.context) ? movedTo(row, periods.once) : null;
    if (moved !== null && row.block!.of[row.block!.at] === before.once) {
      const { base = null } = row.cells;
      atPositions.push(
        { position: row.position, cells: { key: null, base: null, result: null } },
        { position: moved.position, cells: { key, base, result: null } },
      );
      rows.set(key, { ...state, says: saysOf(moved) });
      continue;
    }
    const [period, id] = [periods[kind], parseRowKey(key)];
    if (typeof id === 'string' || period === undefined || id.period !== before[kind] || id.period === period)
      continue;
    const turned = formatRowKey({ ...id, period });
    const next = ledger.rows.get(turned);
    if (!next || index.rows.has(turned)) continue;
    rows.set(turned, { ...next, says: state.says });
    rows.set(key, { ...state, says: null, conflict: null });
    atPositions.push({ position: row.position, cells: { key: turned, base: null, result: null } });
  }
  return {
    change: { atPositions },
    ledger: { ...ledger, rows, hers: { ...ledger.hers, overwritten: { ...before, ...periods } } },
  };
}

/** The same row in the block of another period; `null`: there is no such, or it stands there already. */
function movedTo(row: ScannedRow, period: string | undefined): ScannedRow | null {
  const { at, of } = row.block!;
  const to = period === undefined ? -1 : of.indexOf(period);
  if (to < 0 || to === at) return null;
  return { ...row, block: { at: to, of }, position: row.position - at + to };
}

/** Periods that a kind of overwritten row may stand for, the latest first. */
export function periodsFor(ledger: Ledger): { kind: keyof Hers['overwritten']; candidates: string[] }[] {
  return (Object.keys(ledger.hers?.overwritten ?? {}) as (keyof Hers['overwritten'])[]).map((kind) => {
    // What falls due once is moved from block to block.
    if (kind === 'once' && ledger.hers?.blocks)
      return { kind, candidates: ledger.hers.blocks.filter((each) => /^\d/u.test(each)).toReversed() };
    const periods = [...ledger.rows.values()]
      .map(({ server }) => server)
      .filter(({ context }) => context.scheduleKind === kind && context.opensOn <= ledger.today)
      .map(({ period }) => period);
    return { kind, candidates: [...new Set(periods)].toSorted().toReversed() };
  });
}
