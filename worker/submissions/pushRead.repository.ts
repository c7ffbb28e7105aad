import type { RowValues } from '../../shared/row/row.ts';
import type { ArrangementNames } from '../../shared/sheet/buildRows.ts';
import type { SeriesObligation } from '../../shared/sync/series.ts';
import type { Outcome } from '../../shared/wire/sync.ts';
import { lastDeletion, lastWideChange } from '../db/change.ts';
import { rowsOf } from '../db/results.ts';
import { namesOf, nameStatement } from '../sheet/sheet.repository.ts';
import { definitionsOf, definitionStatementCount, definitionStatements } from './definitions.repository.ts';
import {
  assemble,
  contentValues,
  draftColumns,
  obligationColumns,
  submissionColumns,
  type DraftRow,
  type ObligationRow,
  type SubmissionRow,
} from './rows.repository.ts';

/** What a push is about: one unit's rows of one list. */
export interface PushScope {
  listId: string;
  unitId: string;
  keyId: string;
  pushId: string;
  /** Arrangements that the pushed keys name. */
  arrangements: string[];
  rows: readonly { key: string; base: number | null }[];
}

/** What is stored of what the push is about, read at one moment. */
export interface StoredPushState {
  /** Number of the last change. */
  sequence: number;
  /** Number of the last change that deleted obligations of the list; 0 where none did. */
  deletion: number;
  /** Number of the last wide change; `null` where there was none. The batch that follows guards it. */
  wide: number | null;
  /** Number of the last change of each series, by arrangement; `null` where the unit has none of it. Guarded too. */
  last: Map<string, number | null>;
  receipt: { bodySha256: string; outcomes: Outcome[] } | null;
  obligations: SeriesObligation[];
  bases: Map<string, RowValues>;
  /** Whether the unit's counts belong into the district's sum, by arrangement; all do where it is not the bureau. */
  bureauAlone: Set<string>;
  bureauUnits: Set<string>;
  names: Map<string, ArrangementNames>;
}

const inSeries = `o.list_id = ?1 AND o.unit_id = ?2 AND o.arrangement_code IN (SELECT value FROM json_each(?3))`;

/** Reads in one round trip all that a push needs. */
export async function readForPush(db: D1Database, scope: PushScope): Promise<StoredPushState> {
  const arrangements = JSON.stringify(scope.arrangements);
  const inScope = (sql: string): D1PreparedStatement =>
    db.prepare(sql).bind(scope.listId, scope.unitId, arrangements);
  const pairs = JSON.stringify(scope.rows.map(({ key, base }) => [key, base]));
  const results = await db.batch([
    db
      .prepare(
        `SELECT value, ${lastDeletion} AS deletion, ${lastWideChange} AS wide FROM sequences WHERE name = 'changes'`,
      )
      .bind(scope.listId),
    db
      .prepare(
        `SELECT p.body_sha256 AS bodySha256, p.outcomes, o.outcomes AS further FROM pushes p
         LEFT JOIN push_outcomes o ON o.unit_id = p.unit_id AND o.push_id = p.push_id
         WHERE p.unit_id = ?1 AND p.push_id = ?2 ORDER BY o.part`,
      )
      .bind(scope.unitId, scope.pushId),
    inScope(`SELECT ${obligationColumns} FROM obligations o WHERE ${inSeries}`),
    inScope(
      `SELECT ${submissionColumns} FROM obligations o JOIN submissions s ON s.obligation_key = o.key WHERE ${inSeries}`,
    ),
    inScope(
      `SELECT ${draftColumns} FROM obligations o JOIN drafts d ON d.obligation_key = o.key WHERE ${inSeries}`,
    ),
    // A base that is the submission itself stands in the row; only another one is read from its revision.
    db
      .prepare(
        `SELECT e.value->>0 AS rowKey, e.value->>1 AS base,
           (SELECT max(version) FROM revisions r WHERE r.row_key = e.value->>0) AS last, r.content
         FROM json_each(?1) e
         LEFT JOIN revisions r ON r.row_key = e.value->>0 AND r.version = e.value->>1 AND NOT EXISTS (
           SELECT 1 FROM submissions s WHERE s.row_key = e.value->>0 AND s.version = e.value->>1)`,
      )
      .bind(pairs),
    // CROSS JOIN keeps SQLite from going through all of the list's obligations for each arrangement.
    inScope(
      `SELECT b.id, e.value AS arrangement FROM units b LEFT JOIN json_each(?3) e ON NOT EXISTS (
         SELECT 1 FROM units u CROSS JOIN obligations o
         WHERE u.kind <> 'bureau' AND o.list_id = ?1 AND o.unit_id = u.id AND o.arrangement_code = e.value AND o.retired = 0)
       WHERE b.kind = 'bureau' AND b.id = ?2`,
    ),
    nameStatement(db, `AND a.code IN (SELECT value FROM json_each(?2))`).bind(scope.listId, arrangements),
    ...definitionStatements(
      db,
      [scope.listId, scope.unitId, arrangements],
      `SELECT value FROM json_each(?3)`,
    ),
  ]);
  const rows = <T>(index: number): T[] => rowsOf<T>(results[index]);
  const change = rows<{ value: number; deletion: number | null; wide: number | null }>(0)[0];
  const receipt = rows<{ bodySha256: string; outcomes: string | null; further: string | null }>(1);
  const versions = rows<VersionRow>(5);
  const bureau = rows<{ id: string; arrangement: string | null }>(6);
  const obligations = assemble(
    rows<ObligationRow>(2),
    rows<SubmissionRow>(3),
    rows<DraftRow>(4),
    definitionsOf(results.slice(8, 8 + definitionStatementCount)),
    new Map(versions.map((row) => [row.rowKey, row.last ?? 0])),
  );
  return {
    sequence: change?.value ?? 0,
    deletion: change?.deletion ?? 0,
    wide: change?.wide ?? null,
    last: lastOf(scope.arrangements, rows<ObligationRow>(2)),
    receipt: receipt[0]
      ? {
          bodySha256: receipt[0].bodySha256,
          outcomes: [receipt[0].outcomes, ...receipt.map(({ further }) => further)].flatMap(
            (part) => JSON.parse(part ?? '[]') as Outcome[],
          ),
        }
      : null,
    obligations,
    bases: basesOf(obligations, versions),
    bureauUnits: new Set(bureau.map(({ id }) => id)),
    bureauAlone: new Set(bureau.flatMap(({ arrangement }) => arrangement ?? [])),
    names: namesOf(results[7]),
  };
}

function lastOf(arrangements: readonly string[], rows: readonly ObligationRow[]): Map<string, number | null> {
  const last = new Map<string, number | null>(arrangements.map((code) => [code, null]));
  for (const { arrangement_code: code, sequence } of rows) {
    last.set(code, Math.max(last.get(code) ?? 0, sequence));
  }
  return last;
}

interface VersionRow {
  rowKey: string;
  base: number | null;
  /** Number of the row's last revision. */
  last: number | null;
  content: string | null;
}

function basesOf(
  obligations: readonly SeriesObligation[],
  versions: readonly VersionRow[],
): Map<string, RowValues> {
  const submissions = new Map(
    obligations.flatMap(({ series }) => series.map(({ key, submission }) => [key, submission] as const)),
  );
  const bases = new Map<string, RowValues>();
  for (const { rowKey, base, content } of versions) {
    const submission = submissions.get(rowKey);
    const values =
      content !== null
        ? contentValues(content)
        : submission?.version === base
          ? submission?.values
          : undefined;
    if (values) bases.set(`${rowKey}@${base}`, values);
  }
  return bases;
}
