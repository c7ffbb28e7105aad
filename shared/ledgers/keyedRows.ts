import { parseRowKey, type RowIdentity } from '../rowKey/rowKey.ts';
import type { LedgerSheet } from './ledgerFile.ts';
import type { KnownObligation, LedgerKnown } from './known.ts';
import { kindOf, type PeriodReading } from './periodWords.ts';

/** What the key of a row says of it. */
export interface KeyedRow {
  identity: RowIdentity;
  /** Whether the row was laid out by us: then its period and indicator are the key's too. In a row of hers they move on. */
  isLaidOut: boolean;
}

/** The keys of a sheet: of this unit and year by row, and rows whose key is another unit's or another year's. */
export interface KeyedRows {
  own: ReadonlyMap<number, KeyedRow>;
  others: ReadonlyMap<number, 'other-unit' | 'other-year'>;
}

/** Sorts the keys of a sheet's rows by whose they are. A row with several keys is known by its words. */
export function keyedRows({ keys = [] }: LedgerSheet, known: LedgerKnown): KeyedRows {
  const own = new Map<number, KeyedRow>();
  const others = new Map<number, 'other-unit' | 'other-year'>();
  for (const [row, all] of Map.groupBy(keys, (each) => each.row)) {
    const read = all.flatMap(({ key, base }) => {
      const identity = parseRowKey(key);
      return typeof identity === 'string' ? [] : [{ identity, isLaidOut: base !== undefined }];
    });
    if (read.some(({ identity }) => identity.unit !== known.unit.id)) others.set(row, 'other-unit');
    else if (read.some(({ identity }) => identity.list !== String(known.year))) others.set(row, 'other-year');
    else if (read.length === 1) own.set(row, read[0]!);
  }
  return { own, others };
}

/** A sheet without what its rows of other units and other years hold: nothing of them is ever read. */
export function withoutOthers(sheet: LedgerSheet, { others }: KeyedRows): LedgerSheet {
  if (others.size === 0) return sheet;
  return { ...sheet, rows: sheet.rows.map((cells, row) => (others.has(row) ? [] : cells)) };
}

/** What a row that we laid out is for, and nothing else: its obligation with its one indicator. */
export function targetOfKey(
  { identity: { arrangement, schedule, indicator, period } }: KeyedRow,
  known: LedgerKnown,
): { known: LedgerKnown; period: PeriodReading } {
  const obligations = known.obligations.flatMap((each): KnownObligation[] =>
    each.arrangement === arrangement && each.schedule === schedule && each.period === period
      ? [{ ...each, indicators: each.indicators.filter(({ id }) => id === indicator) }]
      : [],
  );
  return {
    known: { ...known, obligations: obligations.filter(({ indicators }) => indicators.length > 0) },
    period: { kind: kindOf(period), periods: [period] },
  };
}
