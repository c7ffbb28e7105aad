import { shanghaiTime } from '../../shared/calendar/shanghai.ts';
import { blankRow } from '../../shared/row/row.ts';
import { rowFields } from '../../shared/row/columns.ts';
import { formatRowKey } from '../../shared/rowKey/rowKey.ts';
import type { ReportedRow } from '../../shared/wire/parts/reportedRow.ts';
import type { ObligationRow, SubmissionRow } from '../ledger/rows.repository.ts';
import { submissions } from '../ledger/submissions.table.ts';

/** What is read of each row of an obligation `o`: its indicator `i`, and its submission `s` where there is one. */
export const reportedColumns = `i.id AS indicator, i.number, i.label, i.unit_of_measure, s.row_key, s.version,
  ${rowFields.map((field) => `s.${submissions[field].name} AS "${field}"`).join(', ')}, s.received_at, s.on_behalf,
  (SELECT holder FROM access_keys WHERE id = s.received_by) AS holder,
  EXISTS (SELECT 1 FROM drafts d WHERE d.obligation_key = o.key AND d.indicator_id = i.id) AS draft`;

/** The rows that an obligation has now, one for each indicator of its arrangement. */
export const indicatorJoin = `CROSS JOIN indicators i ON i.list_id = o.list_id AND i.arrangement_code = o.arrangement_code
  AND i.retired = 0`;
export const submissionJoin = `submissions s ON s.obligation_key = o.key AND s.indicator_id = i.id`;

type Values = Pick<SubmissionRow, (typeof rowFields)[number]>;

export type ReportedColumns = { [F in keyof Values]: Values[F] } & {
  indicator: string;
  number: number;
  label: string;
  unit_of_measure: string;
  row_key: string | null;
  version: number | null;
  received_at: number | null;
  on_behalf: number | null;
  holder: string | null;
  draft: number;
};

/** A row's key is its obligation's, with the indicator. */
export const rowKeyOf = (
  row: Pick<ObligationRow, 'key' | 'list_id' | 'arrangement_code' | 'schedule_number' | 'unit_id'>,
  indicator: string,
): string =>
  formatRowKey({
    list: row.list_id,
    arrangement: row.arrangement_code,
    schedule: row.schedule_number,
    indicator,
    unit: row.unit_id,
    // What falls due in another period than it once did keeps the period that its key names.
    period: row.key.slice(row.key.lastIndexOf('.') + 1),
  });

export function reportedRowOf(obligation: ObligationRow, row: ReportedColumns): ReportedRow {
  const values = { ...blankRow };
  for (const field of rowFields) values[field] = row[field];
  return {
    key: row.row_key ?? rowKeyOf(obligation, row.indicator),
    indicator: row.indicator,
    label: row.label,
    unitOfMeasure: row.unit_of_measure,
    version: row.version,
    values: row.version === null ? null : values,
    draft: row.draft === 1,
    submittedAt: row.received_at === null ? null : shanghaiTime(row.received_at),
    by: row.holder,
    onBehalf: row.on_behalf === 1,
  };
}
