import { isCountOrBlank, mayCount, placesFor } from '../../../shared/ledgers/indicatorColumns.ts';
import type { LedgerSheet } from '../../../shared/ledgers/ledgerFile.ts';
import type { SheetRow } from '../../../shared/wire/parts/sheetRow.ts';
import type { BySeries } from './keysOf.ts';
import type { ProposedColumn, ProposedRow, SaidBinding } from './proposed.ts';
import { indicatorBlock } from './sideBySideText.ts';

/**
 * Where counts of several indicators stand side by side, each column of counts is a block of its own; all else in the row is of
 * all its indicators. A row without a count among them is of the last block, which has no column of its own.
 */
export interface IndicatorBlocks {
  of: readonly string[];
  columns: ProposedColumn[];
  /** Whether each indicator of a series' schedule has a column. */
  tells(series: string): boolean;
  /** The rows of ours that a row of hers is, each with its block from 1. */
  keysOf(row: ProposedRow, only: SheetRow, bySeries: BySeries): { key: string; block: number }[];
}

type Labelled = Pick<SheetRow, 'indicatorLabel' | 'unitOfMeasure' | 'context'>;

/** The blocks of a sheet; `null`: no row has indicators that its headings tell apart. */
export function indicatorBlocks(
  sheet: LedgerSheet,
  columns: readonly ProposedColumn[],
  rows: readonly ProposedRow[],
  bySeries: BySeries,
  said: SaidBinding['roles'],
): IndicatorBlocks | null {
  const several = rows.flatMap(({ series, isLeftOut }) => {
    const own = series === null || isLeftOut ? [] : ofIndicators(series, bySeries);
    return own.length > 1 ? [own] : [];
  });
  const numbers = columns.filter((column) => isOfCounts(column, said) && isNumeric(sheet, column, rows));
  const named = new Set(several.flatMap((own) => placesOfRows(own, numbers)));
  const counts = numbers.filter(({ role }, at) => role === 'count' || named.has(at));
  const placesOf = (labels: readonly Labelled[]): (number | null)[] => placesOfRows(labels, counts);
  if (!several.some((own) => placesOf(own).filter((place) => place !== null).length > 1)) return null;
  const names = new Set<string>();
  const of = counts.map(({ heading, at }) => {
    const plain = indicatorBlock(heading);
    const name = names.has(plain) ? indicatorBlock(`${heading}${at + 1}`) : plain;
    names.add(name);
    return name;
  });
  const place = new Map(counts.map(({ at }, block) => [at, block + 1] as const));
  return {
    of: [...of, ''],
    columns: columns.map((column) => {
      const block = place.get(column.at);
      return block === undefined
        ? column
        : { ...column, role: 'count' as const, id: 'count' as const, block };
    }),
    tells: (series) => placesOf(ofIndicators(series, bySeries)).every((at) => at !== null),
    keysOf({ row, series }, only, by) {
      const all = indicatorsOf(series!, by).flatMap(
        (id) => by.get(id)!.find(({ period }) => period === only.period) ?? [],
      );
      const places = placesOf(all);
      const told = all.flatMap(({ key }, at) =>
        places[at] === null ? [] : [{ key, block: places[at]! + 1 }],
      );
      if (told.length > 0) return told;
      // Her headings say nothing of it: the one column that she has filled is meant.
      const filled = counts.flatMap(({ at }, block) =>
        (sheet.rows[row]?.[at]?.text.trim() ?? '') === '' ? [] : [block],
      );
      const isCounted = only.context.indicator.id !== 'done';
      const block = isCounted && filled.length === 1 ? filled[0]! + 1 : counts.length + 1;
      return [{ key: only.key, block }];
    },
  };
}

/** The series of all indicators of one schedule, in the list's order. */
function indicatorsOf(series: string, bySeries: BySeries): string[] {
  const [code, schedule] = series.split('.');
  return [...bySeries.keys()].filter((id) => id.startsWith(`${code}.${schedule}.`));
}

const ofIndicators = (series: string, bySeries: BySeries): SheetRow[] =>
  indicatorsOf(series, bySeries).map((id) => bySeries.get(id)![0]!);

/** Whether a column may be one of counts: it is said to be, or nothing is known of it and its heading speaks of none but those. */
const isOfCounts = ({ at, role, heading }: ProposedColumn, said: SaidBinding['roles']): boolean =>
  role === 'count' || (role === 'unread' && !said.has(at) && mayCount(heading));

function isNumeric({ rows: lines }: LedgerSheet, { at, role }: ProposedColumn, rows: readonly ProposedRow[]) {
  if (role === 'count') return true;
  return rows.every(({ row }) => {
    const text = lines[row]?.[at]?.text.trim() ?? '';
    return isCountOrBlank(text);
  });
}

/** Of each row of ours the column whose heading says its indicator. */
const placesOfRows = (labels: readonly Labelled[], counts: readonly ProposedColumn[]): (number | null)[] =>
  placesFor(
    labels.map(({ indicatorLabel, context }) => ({ id: context.indicator.id, label: indicatorLabel })),
    counts.map(({ heading }) => heading),
  );
