import { sundayOf } from '../../shared/calendar/days.ts';
import type { CellValue, RowField } from '../../shared/row/row.ts';
import { isCadence } from '../../shared/rules/context.ts';
import type { Finding } from '../../shared/rules/finding.ts';
import type { SheetRow } from '../../shared/wire/parts/sheetRow.ts';
import { fieldsOf, type Ledger } from './ledger.ts';
import type { Decision } from './planDecide.ts';
import type { RowIndex } from './rowIndex.ts';
import type { Standing } from './standing.ts';
import { rawOf, read } from './values.ts';
import { isWanting } from './wanting.ts';

/** Rows of one indicator of an arrangement that are open period after period, the oldest first. */
export interface OpenSeries {
  id: string;
  rows: SheetRow[];
}

/** What is filled in once for all the rows. */
export type CatchUpValues = Partial<Record<Extract<RowField, 'status' | 'count' | 'note'>, CellValue>>;

/** Series of which more than one period is due and blank, those with most first. */
export function openSeries(ledger: Ledger, standings: ReadonlyMap<string, Standing>): OpenSeries[] {
  const last = sundayOf(ledger.today);
  const series = new Map<string, SheetRow[]>();
  for (const { server } of ledger.rows.values()) {
    if (!isCadence(server.context) || !isWanting(server) || server.due! > last) continue;
    if (standings.get(server.key)?.kind !== 'empty') continue;
    // A quarter's report of an arrangement is none of its weeks'.
    const id = [server.arrangement, server.context.scheduleKind, server.context.indicator.id].join(' ');
    series.set(id, [...(series.get(id) ?? []), server]);
  }
  return [...series]
    .filter(([, rows]) => rows.length > 1)
    .map(([id, rows]) => ({ id, rows: rows.toSorted((a, b) => a.due!.localeCompare(b.due!)) }))
    .toSorted((a, b) => b.rows.length - a.rows.length);
}

/** What the rules would find in each row, with these values: nothing is written yet. */
export function checkCatchUp(ledger: Ledger, keys: readonly string[], values: CatchUpValues): Finding[] {
  return keys.flatMap((key) => {
    const state = ledger.rows.get(key);
    if (!state) return [];
    const verdict = read(values, state, ledger.today);
    return verdict.findings.filter(
      ({ severity, rule }) => severity === 'error' || !verdict.explainedRules.includes(rule),
    );
  });
}

/** Writes the values into blank rows, as if they had been typed there. A row that somebody has filled in meanwhile is left. */
export function catchUp(
  ledger: Ledger,
  index: RowIndex,
  keys: readonly string[],
  values: CatchUpValues,
): Decision {
  const fields = fieldsOf(ledger.columns);
  const cells = keys
    .filter((key) => {
      const row = index.rows.get(key);
      return row && Object.values(rawOf(row, fields)).every((cell) => cell === null);
    })
    .map((key) => ({ key, cells: { ...values } }));
  return { change: { cells }, ledger };
}
