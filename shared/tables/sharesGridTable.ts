import { allocationColumns } from './allocationsTable.ts';
import { count, type Table, text } from './table.ts';

/** An indicator with the shares of the units that are shown. */
export interface SharesGridRow {
  arrangement: string;
  text: string;
  label: string;
  unitOfMeasure: string;
  target: number | null;
  /** What all shares add up to, shown or not; `null` while there is none. */
  sum: number | null;
  /** By the units' ids. */
  shares: ReadonlyMap<string, number>;
}

const columns = {
  sum: { zh: '分解合计', en: 'Sum of shares' },
  over: { zh: '与全区目标相差', en: 'Above the target' },
} as const;

/** The shares as the grid of `/shares` has them (B15): a row for each indicator, a column for each unit. */
export function sharesGridTable(
  rows: readonly SharesGridRow[],
  units: readonly { id: string; name: string }[],
  year: number,
  language: 'zh' | 'en',
): Table {
  const name = (column: keyof typeof allocationColumns): string => allocationColumns[column][language];
  return {
    title: language === 'zh' ? `${year}年分解指标表` : `Grid of shares of ${year}`,
    columns: [
      text(name('code'), 8),
      text(name('text'), 48),
      text(name('indicator'), 24),
      text(name('measure'), 8),
      count(name('target')),
      count(columns.sum[language]),
      count(columns.over[language]),
      ...units.map((unit) => count(unit.name)),
    ],
    rows: rows.map(({ arrangement, text: sentence, label, unitOfMeasure, target, sum, shares }) => [
      arrangement,
      sentence,
      label,
      unitOfMeasure,
      target,
      sum,
      sum === null || target === null ? null : sum - target,
      ...units.map(({ id }) => shares.get(id) ?? null),
    ]),
  };
}
