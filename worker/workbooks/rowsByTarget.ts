import type { SettledReport } from '../../shared/ledgers/settleReports.ts';
import type { SeriesObligation, SeriesRow } from '../../shared/sync/series.ts';
import type { StoredSeries } from '../ledger/series.repository.ts';

/** A row, and the obligation that it is of. */
export interface RowAt {
  obligation: SeriesObligation;
  row: SeriesRow;
}

/** The rows that reports of a file are for. */
export function rowsByTarget({
  obligations,
}: Pick<StoredSeries, 'obligations'>): (report: SettledReport) => RowAt | null {
  const rows = new Map<string, RowAt>();
  for (const obligation of obligations) {
    const period = obligation.key.slice(obligation.key.lastIndexOf('.') + 1);
    for (const row of obligation.retired ? [] : obligation.rows) {
      const { arrangement, schedule } = obligation;
      rows.set(`${arrangement}.${schedule}.${row.indicator.id}.${period}`, { obligation, row });
    }
  }
  return ({ proposal: { arrangement, schedule, indicator }, period }) =>
    rows.get(`${arrangement}.${schedule}.${indicator}.${period}`) ?? null;
}
