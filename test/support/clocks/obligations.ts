import { periodsOf } from '../../../shared/calendar/period.ts';
import { blankRow, type RawValues, type RowValues } from '../../../shared/row/row.ts';
import { noActs } from '../../../shared/sync/acted.ts';
import type { SeriesObligation } from '../../../shared/sync/series.ts';
import { settleObligation } from '../../../shared/sync/settle.ts';

/** A final report of 南镇 in a year, undated yet, with one row; with a share it counts something. */
export function finalReport(year: number, share: number | null = null): SeriesObligation {
  const key = `${year}.1-1-1.1.nan.${year}`;
  const indicator = share === null ? 'done' : 'i1';
  return {
    ...{ key, unit: 'nan', category: 1, task: '1-1', arrangement: '1-1-1', period: String(year) },
    ...{ schedule: 1, scheduleKind: 'once', opensOn: `${year}-01-01`, dueOn: null, lockOn: null },
    ...{ rowCount: 1, receivedRows: 0, fulfilledRows: 0, draftRows: 0, punctuality: null, waivedBy: null },
    ...{ firstReceivedAt: null, firstFulfilledAt: null, lastChangedAt: null },
    ...{ retired: false, touched: false, former: [], ...noActs },
    rows: [
      {
        key: `${year}.1-1-1.1.${indicator}.nan.${year}`,
        indicator: { id: indicator, label: '企业', unitOfMeasure: '家', mode: 'cumulative', target: share },
        ...{ allocation: share, submission: null, draft: null, lastVersion: 0 },
      },
    ],
  };
}

/** An obligation whose one row was submitted, at a moment. */
export function submitted(
  obligation: SeriesObligation,
  values: RawValues,
  on: { now: number; today: string },
): SeriesObligation {
  const submission = { version: 1, values: { ...blankRow, ...values } as RowValues };
  const rows = obligation.rows.map((row) => ({
    ...{ ...row, submission: { ...submission, findings: [], explainedRules: [] } },
  }));
  return settleObligation({ ...obligation, rows, touched: true }, on, true);
}

/** A weekly series of 南镇, from one ISO week of a year to another; nothing of it is reported. */
export function weeksOf(year: number, first: number, last: number): SeriesObligation[] {
  return periodsOf('weekly', year)
    .slice(first - 1, last)
    .map(({ id, startsOn, endsOn }) => ({
      ...finalReport(year),
      ...{ key: `${year}.1-1-1.1.nan.${id}`, period: id, scheduleKind: 'weekly' },
      ...{ opensOn: startsOn, dueOn: endsOn },
    }));
}
