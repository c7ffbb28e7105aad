import type { RowValues } from '../../shared/row/row.ts';
import type { ArrangementNames } from '../../shared/sheet/buildRows.ts';
import type { PushPlan, PlannedWrite } from '../../shared/sync/planPush.ts';
import type { SeriesObligation } from '../../shared/sync/series.ts';
import { rulesVersion } from '../../shared/rules/ruleIds.ts';
import type { Outcome } from '../../shared/wire/sync.ts';
import { bulk, jsonChunks } from '../db/bulk.ts';
import { lastDeletion, takeSequence, thisChange } from '../db/change.ts';
import { rowsOf } from '../db/results.ts';
import { applyRollup } from '../progress/rollups.repository.ts';
import type { Cursor } from '../sheet/cursor.ts';
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
  /** Number of the last change; the guard of the batch that follows. */
  sequence: number;
  /** Number of the last change that deleted obligations of the list; 0 where none did. */
  deletion: number;
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
      .prepare(`SELECT value, ${lastDeletion} AS deletion FROM sequences WHERE name = 'changes'`)
      .bind(scope.listId),
    db
      .prepare(
        `SELECT p.body_sha256 AS bodySha256, o.outcomes FROM pushes p
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
  const change = rows<{ value: number; deletion: number | null }>(0)[0];
  const receipt = rows<{ bodySha256: string; outcomes: string | null }>(1);
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
    receipt: receipt[0]
      ? {
          bodySha256: receipt[0].bodySha256,
          outcomes: receipt.flatMap(({ outcomes }) => JSON.parse(outcomes ?? '[]') as Outcome[]),
        }
      : null,
    obligations,
    bases: basesOf(obligations, versions),
    bureauUnits: new Set(bureau.map(({ id }) => id)),
    bureauAlone: new Set(bureau.flatMap(({ arrangement }) => arrangement ?? [])),
    names: namesOf(results[7]),
  };
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

/** Aborts the batch when anything in the series that the plan was made from has changed since. */
function guardSeries(db: D1Database, scope: PushScope, sequence: number): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO plan_guards (holds) SELECT 0 WHERE EXISTS (
         SELECT 1 FROM obligations o WHERE ${inSeries} AND o.sequence > ?4) OR ${lastDeletion} > ?4`,
    )
    .bind(scope.listId, scope.unitId, JSON.stringify(scope.arrangements), sequence);
}

interface WriteFacts {
  now: number;
  onBehalf: boolean;
  bodySha256: string;
}

function writeRows(
  db: D1Database,
  writes: readonly PlannedWrite[],
  scope: PushScope,
  { now, onBehalf }: WriteFacts,
): D1PreparedStatement[] {
  const submitted = writes.filter(({ write }) => write.kind === 'submission');
  const drafted = writes.filter(({ write }) => write.kind === 'draft');
  const mended = writes.filter(({ mends }) => mends);
  const json = JSON.stringify;
  return [
    ...bulk(
      db,
      `INSERT INTO submissions (row_key, obligation_key, indicator_id, version, status, count, completed_on, note,
         problems, contact, evidence, explanation, findings, explained_rules, received_at, received_by, on_behalf)
       SELECT e.value->>0, e.value->>1, e.value->>2, e.value->>3, e.value->>4, e.value->>5, e.value->>6, e.value->>7,
         e.value->>8, e.value->>9, e.value->>10, e.value->>11, e.value->>12, e.value->>13, ?2, ?3, ?4
       FROM json_each(?1) e WHERE true
       ON CONFLICT (row_key) DO UPDATE SET version = excluded.version, status = excluded.status,
         count = excluded.count, completed_on = excluded.completed_on, note = excluded.note,
         problems = excluded.problems, contact = excluded.contact, evidence = excluded.evidence,
         explanation = excluded.explanation, findings = excluded.findings,
         explained_rules = excluded.explained_rules, received_at = excluded.received_at,
         received_by = excluded.received_by, on_behalf = excluded.on_behalf`,
      submitted.map(({ key, obligation, indicator, write: { version } }) => [
        key,
        obligation,
        indicator,
        version.version,
        version.values.status,
        version.values.count,
        version.values.completedOn,
        version.values.note,
        version.values.problems,
        version.values.contact,
        version.values.evidence,
        version.values.explanation,
        json(version.findings),
        json(version.explainedRules),
      ]),
      now,
      scope.keyId,
      Number(onBehalf),
    ),
    ...bulk(
      db,
      `INSERT INTO drafts (row_key, obligation_key, indicator_id, version, content, findings, explained_rules,
         received_at, received_by)
       SELECT e.value->>0, e.value->>1, e.value->>2, e.value->>3, e.value->>4, e.value->>5, e.value->>6, ?2, ?3
       FROM json_each(?1) e WHERE true
       ON CONFLICT (row_key) DO UPDATE SET version = excluded.version, content = excluded.content,
         findings = excluded.findings, explained_rules = excluded.explained_rules,
         received_at = excluded.received_at, received_by = excluded.received_by`,
      drafted.map(({ key, obligation, indicator, write: { version } }) => [
        key,
        obligation,
        indicator,
        version.version,
        json(version.values),
        json(version.findings),
        json(version.explainedRules),
      ]),
      now,
      scope.keyId,
    ),
    ...bulk(
      db,
      `DELETE FROM drafts WHERE row_key IN (SELECT value FROM json_each(?1))`,
      mended.map(({ key }) => key),
    ),
    ...bulk(
      db,
      `INSERT INTO revisions (row_key, version, obligation_key, kind, content, explained_rules, rules_version, push_id,
         made_at, made_by, on_behalf)
       SELECT e.value->>0, e.value->>1, e.value->>2, e.value->>3, e.value->>4, e.value->>5, ?2, ?3, ?4, ?5, ?6
       FROM json_each(?1) e`,
      writes.map(({ key, obligation, write: { kind, version } }) => [
        key,
        version.version,
        obligation,
        kind === 'submission' ? 'submission' : 'draft',
        json(version.values),
        json(version.explainedRules),
      ]),
      rulesVersion,
      scope.pushId,
      now,
      scope.keyId,
      Number(onBehalf),
    ),
  ];
}

function writeObligations(db: D1Database, obligations: readonly SeriesObligation[]): D1PreparedStatement[] {
  return bulk(
    db,
    `UPDATE obligations SET received_rows = e.value->>1, fulfilled_rows = e.value->>2, draft_rows = e.value->>3,
       first_received_at = e.value->>4, first_fulfilled_at = e.value->>5, last_changed_at = e.value->>6,
       punctuality = e.value->>7, waived_by = e.value->>8, touched = max(touched, e.value->>9),
       sequence = ${thisChange}
     FROM json_each(?1) e WHERE obligations.key = e.value->>0`,
    obligations.map((each) => [
      each.key,
      each.receivedRows,
      each.fulfilledRows,
      each.draftRows,
      each.firstReceivedAt,
      each.firstFulfilledAt,
      each.lastChangedAt,
      each.punctuality,
      each.waivedBy,
      Number(each.series.some((row) => row.lastVersion > 0)),
    ]),
  );
}

/**
 * The statements of a push's one batch (S5): guard, number, rows, revisions, obligations, roll-up, receipt.
 * A doubled push fails on the receipt's key, and all of the batch with it.
 */
export function pushStatements(
  db: D1Database,
  scope: PushScope,
  plan: PushPlan,
  sequence: number,
  facts: WriteFacts,
): D1PreparedStatement[] {
  const changes =
    plan.writes.length === 0
      ? []
      : [
          takeSequence(db, facts.now),
          ...writeRows(db, plan.writes, scope, facts),
          ...writeObligations(db, plan.obligations),
          ...applyRollup(db, scope.listId, plan.deltas, plan.totals),
        ];
  return [
    guardSeries(db, scope, sequence),
    ...changes,
    db
      .prepare(
        `INSERT INTO pushes (unit_id, push_id, key_id, body_sha256, received_at, rules_version)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6)`,
      )
      .bind(scope.unitId, scope.pushId, scope.keyId, facts.bodySha256, facts.now, rulesVersion),
    ...jsonChunks(plan.outcomes).map((outcomes, part) =>
      db
        .prepare(`INSERT INTO push_outcomes (unit_id, push_id, part, outcomes) VALUES (?1, ?2, ?3, ?4)`)
        .bind(scope.unitId, scope.pushId, part, outcomes),
    ),
  ];
}

/** What else has changed for the unit since a workbook last asked. */
export interface Elsewhere {
  /** Number of the last change, the push's own where it made one. */
  sequence: number;
  /** Whether a pull would bring more than the push's own rows. */
  others: boolean;
}

/**
 * Asks, at the end of a push's own batch, whether anything but its own rows has changed since the cursor.
 * `wrote`: the last change is the push's own.
 */
export function elsewhereStatement(
  db: D1Database,
  scope: PushScope,
  since: Cursor,
  today: string,
  wrote: boolean,
): D1PreparedStatement {
  const ofOthers = `list_id = ?1 AND unit_id = ?2 AND sequence < value + ?6`;
  return db
    .prepare(
      `SELECT value AS sequence, coalesce(${lastDeletion}, 0) > ?3
           OR EXISTS (SELECT 1 FROM obligations WHERE ${ofOthers} AND sequence > ?3 AND +opens_on <= ?5)
           OR EXISTS (SELECT 1 FROM obligations WHERE ${ofOthers} AND opens_on > ?4 AND opens_on <= ?5) AS others
       FROM sequences WHERE name = 'changes'`,
    )
    .bind(scope.listId, scope.unitId, since.sequence, since.day, today, Number(!wrote));
}

export function elsewhereOf(result: D1Result | undefined): Elsewhere {
  const row = rowsOf<{ sequence: number; others: number }>(result)[0];
  return { sequence: row?.sequence ?? 0, others: row?.others === 1 };
}
