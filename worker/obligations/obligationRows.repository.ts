import { shanghaiTime } from '../../shared/calendar/shanghai.ts';
import type { RowValues } from '../../shared/row/row.ts';
import { definitionQueries, definitionsOf } from '../ledger/definitions.repository.ts';
import {
  assemble,
  contentValues,
  draftColumns,
  submissionColumns,
  type DraftRow,
  type ObligationRow,
  type SubmissionRow,
} from '../ledger/rows.repository.ts';

/** A row of an obligation with everything that was ever stored of it. */
export interface ObligationRowDetail {
  key: string;
  indicator: string;
  label: string;
  unitOfMeasure: string;
  version: number | null;
  values: RowValues | null;
  draft: { version: number; values: RowValues; findings: unknown[] } | null;
  revisions: {
    version: number;
    kind: 'submission' | 'draft';
    values: RowValues;
    madeAt: string;
    madeBy: string;
    by: string;
    onBehalf: boolean;
  }[];
}

interface RevisionRow {
  row_key: string;
  version: number;
  kind: 'submission' | 'draft';
  content: string;
  made_at: number;
  made_by: string;
  holder: string | null;
  on_behalf: number;
}

/** The rows behind one obligation, with their revisions. */
export async function loadObligationRows(
  db: D1Database,
  obligation: ObligationRow,
): Promise<ObligationRowDetail[]> {
  const of = (sql: string): D1PreparedStatement => db.prepare(sql).bind(obligation.key);
  const results = await db.batch([
    of(`SELECT ${submissionColumns} FROM submissions s WHERE s.obligation_key = ?1`),
    of(`SELECT ${draftColumns} FROM drafts d WHERE d.obligation_key = ?1`),
    ...definitionQueries(
      '(SELECT list_id FROM obligations WHERE key = ?1)',
      '(SELECT unit_id FROM obligations WHERE key = ?1)',
      (column) => `AND ${column} = (SELECT arrangement_code FROM obligations WHERE key = ?1)`,
    ).map(of),
  ]);
  const [assembled] = assemble(
    [obligation],
    results[0]?.results as unknown as SubmissionRow[],
    results[1]?.results as unknown as DraftRow[],
    definitionsOf(results.slice(2)),
  );
  const kept = (assembled?.former ?? []).filter((row) => row.submission !== null || row.draft !== null);
  const rows = [...(assembled?.rows ?? []), ...kept];
  const { results: revisions } = await db
    .prepare(
      `SELECT r.row_key, r.version, r.kind, r.content, r.made_at, r.made_by, k.holder, r.on_behalf
       FROM revisions r LEFT JOIN access_keys k ON k.id = r.made_by
       WHERE r.row_key IN (SELECT value FROM json_each(?1)) ORDER BY r.row_key, r.version`,
    )
    .bind(JSON.stringify(rows.map((row) => row.key)))
    .all<RevisionRow>();
  const revisionsOf = Map.groupBy(revisions, (revision) => revision.row_key);
  return rows.map((row) => ({
    key: row.key,
    indicator: row.indicator.id,
    label: row.indicator.label,
    unitOfMeasure: row.indicator.unitOfMeasure,
    version: row.submission?.version ?? null,
    values: row.submission?.values ?? null,
    draft: row.draft && {
      version: row.draft.version,
      values: row.draft.values,
      findings: row.draft.findings,
    },
    revisions: (revisionsOf.get(row.key) ?? []).map((revision) => ({
      version: revision.version,
      kind: revision.kind,
      values: contentValues(revision.content),
      madeAt: shanghaiTime(revision.made_at),
      madeBy: revision.made_by,
      by: revision.holder ?? revision.made_by,
      onBehalf: revision.on_behalf === 1,
    })),
  }));
}
