import { type RowColumn, rowFields } from '../../shared/row/columns.ts';
import { blankRow, type RowValues } from '../../shared/row/row.ts';
import { formatRowKey } from '../../shared/rowKey/rowKey.ts';
import type { ActedFacts } from '../../shared/sync/acted.ts';
import type { RowVersion, SeriesObligation, SeriesRow } from '../../shared/sync/series.ts';
import type { ScheduleKind } from '../../shared/taskList/taskList.ts';
import type { Punctuality } from '../../shared/wire/parts/punctuality.ts';
import { submissions } from './submissions.table.ts';

/** Columns and shapes of the rows of D1, and how obligations with their rows are put together from them. */

export interface ObligationRow {
  key: string;
  list_id: string;
  category: number;
  task_code: string;
  arrangement_code: string;
  schedule_number: number;
  unit_id: string;
  period_id: string;
  opens_on: string;
  due_on: string | null;
  lock_on: string | null;
  rows: number;
  received_rows: number;
  fulfilled_rows: number;
  draft_rows: number;
  first_received_at: number | null;
  first_fulfilled_at: number | null;
  last_changed_at: number | null;
  punctuality: Punctuality | null;
  waived_by: string | null;
  retired: number;
  touched: number;
  review: ActedFacts['review'];
  return_reason: string | null;
  returned_on: string | null;
  answer_by: string | null;
  returned_by: string | null;
  due_original: string | null;
  extension_reason: string | null;
  extension_document: string | null;
  moved_from: string | null;
  unlocked_until: string | null;
  declared: string | null;
  behind_from: string | null;
  sequence: number;
}

/** As a row is before its columns are set: all rows then have one shape, which makes them several times faster to read. */
const unset: ObligationRow = {
  key: '',
  list_id: '',
  category: 0,
  task_code: '',
  arrangement_code: '',
  schedule_number: 0,
  unit_id: '',
  period_id: '',
  opens_on: '',
  due_on: null,
  lock_on: null,
  rows: 0,
  received_rows: 0,
  fulfilled_rows: 0,
  draft_rows: 0,
  first_received_at: null,
  first_fulfilled_at: null,
  last_changed_at: null,
  punctuality: null,
  waived_by: null,
  retired: 0,
  touched: 0,
  review: null,
  return_reason: null,
  returned_on: null,
  answer_by: null,
  returned_by: null,
  due_original: null,
  extension_reason: null,
  extension_document: null,
  moved_from: null,
  unlocked_until: null,
  declared: null,
  behind_from: null,
  sequence: 0,
};

const obligationFields = Object.keys(unset) as (keyof ObligationRow)[];
export const obligationColumns = obligationFields.map((field) => `o.${field}`).join(', ');

/** A function of SQL takes at most 32 arguments. */
const half = 20;
const packed = (fields: typeof obligationFields, name: string): string =>
  `json_array(${fields.map((field) => `o.${field}`).join(', ')}) AS ${name}`;

/** All columns as two JSON texts: where many rows are read, D1 takes longer for so many columns than for the rows. */
export const packedObligation = [
  packed(obligationFields.slice(0, half), 'first'),
  packed(obligationFields.slice(half), 'rest'),
].join(', ');

export interface PackedObligation {
  first: string;
  rest: string;
}

/** The row of such texts. */
export function unpackObligation({ first, rest }: PackedObligation): ObligationRow {
  const row = { ...unset };
  const set = (values: never[], from: number): void => {
    for (let at = 0; at < values.length; at += 1) row[obligationFields[from + at]!] = values[at]!;
  };
  set(JSON.parse(first) as never[], 0);
  set(JSON.parse(rest) as never[], half);
  return row;
}

/** What an obligation's row holds of acts and clocks. */
export const actedFactsOf = (row: ObligationRow): ActedFacts => ({
  review: row.review,
  returnReason: row.return_reason,
  returnedOn: row.returned_on,
  answerBy: row.answer_by,
  returnedBy: row.returned_by,
  dueOriginal: row.due_original,
  extensionReason: row.extension_reason,
  extensionDocument: row.extension_document,
  movedFrom: row.moved_from,
  unlockedUntil: row.unlocked_until,
  declared: row.declared,
  behindFrom: row.behind_from,
});

/** The columns of `submissions` that hold a row's values, in the order of its fields. */
export const valueColumns: readonly string[] = rowFields.map((field) => submissions[field].name);

/** The values come under their fields' names. */
export const submissionColumns = `s.row_key, s.obligation_key, s.indicator_id, s.version,
  ${rowFields.map((field) => `s.${submissions[field].name} AS "${field}"`).join(', ')}, s.findings, s.explained_rules`;

type StoredValues = {
  [C in RowColumn as C['field']]: (C['holds'] extends 'count' ? number : string) | null;
};

export interface SubmissionRow extends StoredValues {
  row_key: string;
  obligation_key: string;
  indicator_id: string;
  version: number;
  findings: string;
  explained_rules: string;
}

export const draftColumns = `d.row_key, d.obligation_key, d.indicator_id, d.version, d.content, d.findings,
  d.explained_rules`;

export interface DraftRow {
  row_key: string;
  obligation_key: string;
  indicator_id: string;
  version: number;
  content: string;
  findings: string;
  explained_rules: string;
}

/** What the list says of a row's arrangement. */
export interface Definitions {
  /** Schedule kinds by `arrangement schedule-number`. */
  kinds: ReadonlyMap<string, ScheduleKind>;
  /** Indicators by arrangement, in order. */
  indicators: ReadonlyMap<string, SeriesRow['indicator'][]>;
  /** The same of those that the arrangement no longer has. */
  former: ReadonlyMap<string, SeriesRow['indicator'][]>;
  /** The unit's allocations by `arrangement indicator`. */
  allocations: ReadonlyMap<string, number>;
}

export function submissionVersion(row: SubmissionRow): RowVersion {
  const values = { ...blankRow };
  for (const field of rowFields) values[field] = row[field];
  return {
    version: row.version,
    values,
    findings: row.findings === '[]' ? [] : (JSON.parse(row.findings) as RowVersion['findings']),
    explainedRules: row.explained_rules === '[]' ? [] : (JSON.parse(row.explained_rules) as string[]),
  };
}

/** The values that a revision or draft holds; fields that came later than it are blank. */
export function contentValues(content: string): RowValues {
  return { ...blankRow, ...(JSON.parse(content) as Partial<RowValues>) };
}

export function draftVersion(row: DraftRow): RowVersion {
  return {
    version: row.version,
    values: contentValues(row.content),
    findings: JSON.parse(row.findings) as RowVersion['findings'],
    explainedRules: JSON.parse(row.explained_rules) as string[],
  };
}

/** Puts obligations together with their rows. `lastVersions` is needed only where rows are to be written. */
export function assemble(
  obligations: readonly ObligationRow[],
  submissions: readonly SubmissionRow[],
  drafts: readonly DraftRow[],
  definitions: Definitions,
  lastVersions: ReadonlyMap<string, number> = new Map(),
): SeriesObligation[] {
  const submissionAt = new Map(submissions.map((row) => [row.row_key, row]));
  const draftAt = new Map(drafts.map((row) => [row.row_key, row]));
  return obligations.map((row) => {
    // What falls due in another period than it once did keeps the period that its key names.
    const period = row.key.slice(row.key.lastIndexOf('.') + 1);
    const rowOf = (indicator: SeriesRow['indicator']): SeriesRow => {
      const key = formatRowKey({
        list: row.list_id,
        arrangement: row.arrangement_code,
        schedule: row.schedule_number,
        indicator: indicator.id,
        unit: row.unit_id,
        period,
      });
      const submission = submissionAt.get(key);
      const draft = draftAt.get(key);
      return {
        key,
        indicator,
        allocation: definitions.allocations.get(`${row.arrangement_code} ${indicator.id}`) ?? null,
        submission: submission ? submissionVersion(submission) : null,
        draft: draft ? draftVersion(draft) : null,
        lastVersion: lastVersions.get(key) ?? Math.max(submission?.version ?? 0, draft?.version ?? 0),
      };
    };
    return {
      ...actedFactsOf(row),
      key: row.key,
      unit: row.unit_id,
      category: row.category,
      task: row.task_code,
      arrangement: row.arrangement_code,
      period: row.period_id,
      schedule: row.schedule_number,
      scheduleKind: definitions.kinds.get(`${row.arrangement_code} ${row.schedule_number}`) ?? 'undated',
      opensOn: row.opens_on,
      dueOn: row.due_on,
      lockOn: row.lock_on,
      rowCount: row.rows,
      receivedRows: row.received_rows,
      fulfilledRows: row.fulfilled_rows,
      draftRows: row.draft_rows,
      firstReceivedAt: row.first_received_at,
      firstFulfilledAt: row.first_fulfilled_at,
      lastChangedAt: row.last_changed_at,
      punctuality: row.punctuality,
      waivedBy: row.waived_by,
      retired: row.retired !== 0,
      touched: row.touched !== 0,
      rows: (definitions.indicators.get(row.arrangement_code) ?? []).map(rowOf),
      former: (definitions.former.get(row.arrangement_code) ?? []).map(rowOf),
    };
  });
}
