import { formatRowKey, parseRowKey } from '../../../shared/rowKey/rowKey.ts';
import type { LedgerChange } from '../../workbook/port.ts';
import type { Hers, Ledger } from '../ledger.ts';
import type { RowIndex } from '../rowIndex.ts';

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
    ledger: { ...ledger, rows, hers: { overwritten: { ...before, ...periods } } },
  };
}

/** Periods that a kind of overwritten row may stand for, the latest first. */
export function periodsFor(ledger: Ledger): { kind: keyof Hers['overwritten']; candidates: string[] }[] {
  return (Object.keys(ledger.hers?.overwritten ?? {}) as (keyof Hers['overwritten'])[]).map((kind) => {
    const periods = [...ledger.rows.values()]
      .map(({ server }) => server)
      .filter(({ context }) => context.scheduleKind === kind && context.opensOn <= ledger.today)
      .map(({ period }) => period);
    return { kind, candidates: [...new Set(periods)].toSorted().toReversed() };
  });
}
