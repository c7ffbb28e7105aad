import { rowFields } from '../../shared/row/columns.ts';
import { rulesVersion } from '../../shared/rules/ruleIds.ts';
import type { PlannedWrite, PushPlan } from '../../shared/sync/planPush.ts';
import { bulk, eachRow, jsonChunks } from '../db/bulk.ts';
import { guardedSequence, lastDeletion, lastWideChange, thisChange } from '../db/change.ts';
import { rowsOf } from '../db/results.ts';
import { elements, setExcluded } from '../db/sql.ts';
import { demoOffset, markUsed } from '../keys/keys.repository.ts';
import { applyRollup } from '../progress/rollups.repository.ts';
import type { Cursor } from './cursor.ts';
import { writeObligations } from './obligationWrite.repository.ts';
import type { StoredPushState } from './pushRead.repository.ts';
import { valueColumns } from './rows.repository.ts';

/** By whom a push writes what to whose rows of which list. */
export interface PushScope {
  listId: string;
  unitId: string;
  keyId: string;
  pushId: string;
}

/**
 * Aborts the batch unless all that the plan was made from still stands: the key, the demo clock, everything that only a
 * wide change touches, and the last change of each series. The numbers have to be the same ones, not only as great: a
 * database brought back to an earlier day is another one. A push that writes rows takes the next number.
 */
function guardPlan(
  db: D1Database,
  scope: PushScope,
  { wide, last }: Pick<StoredPushState, 'wide' | 'last'>,
  facts: WriteFacts,
  writes: boolean,
): D1PreparedStatement {
  // The sign before `sequence` has SQLite look into each series, instead of through all changes of the unit.
  return guardedSequence(
    db,
    `NOT EXISTS (SELECT 1 FROM access_keys WHERE id = ?6 AND revoked_at IS NULL)
       OR ${demoOffset} IS NOT ?7 OR value < ?8 OR ${lastWideChange} IS NOT ?9
       OR EXISTS (SELECT 1 FROM json_each(?5) e WHERE e.value->>1 IS NOT (
         SELECT max(+sequence) FROM obligations
         WHERE list_id = ?3 AND unit_id = ?4 AND arrangement_code = e.value->>0))`,
    { changes: writes ? 1 : 0, at: facts.now },
    scope.listId,
    scope.unitId,
    JSON.stringify([...last]),
    scope.keyId,
    facts.demoOffset,
    facts.since,
    wide,
  );
}

/** What a batch says of the push itself. */
export interface WriteFacts {
  now: number;
  /** The demo clock's offset by which `now` was told; `null` without one. */
  demoOffset: number | null;
  /** The number that the workbook's cursor names; 0 without one. */
  since: number;
  /** From where on the answer tells what has changed, and until which day. */
  pullsFrom: Cursor;
  today: string;
  /** The day on which the key's use is still to be noted. */
  usedOn: string | null;
  onBehalf: boolean;
  bodySha256: string;
}

/** What a push writes of a submission, in this order. */
const pushedColumns = ['version', ...valueColumns, 'findings', 'explained_rules'];

const insertRevisions = `INSERT INTO revisions (row_key, version, obligation_key, kind, content, explained_rules, rules_version,
  push_id, made_at, made_by, on_behalf)`;

/** SQL: names and values of what a submission (`s`) holds. */
const storedValues = rowFields.map((field, at) => `'${field}', s.${valueColumns[at]}`).join(', ');

/**
 * Nested values are stored as JSON text: that is what SQLite's `->>` makes of them. A submission's revision is copied from
 * the submission, so that the rows are sent to the database once.
 */
function writeRows(
  db: D1Database,
  writes: readonly PlannedWrite[],
  scope: PushScope,
  { now, onBehalf }: WriteFacts,
): D1PreparedStatement[] {
  const stored = new Map(
    writes.filter(({ write }) => write.kind === 'submission').map((each) => [each.key, each]),
  );
  const submitted = [...stored.values()];
  // Drafts, and what the same push has overwritten.
  const others = writes.filter((each) => stored.get(each.key) !== each);
  const drafted = others.filter(({ write }) => write.kind === 'draft');
  // A row that one push mends and breaks again keeps the draft that it ends with.
  const last = new Map(writes.map(({ key, write }) => [key, write.kind]));
  const mended = writes.filter(({ key, mends }) => mends && last.get(key) !== 'draft');
  const ofPush = [rulesVersion, scope.pushId, now, scope.keyId, Number(onBehalf)] as const;
  return [
    ...bulk(
      db,
      `INSERT INTO submissions (row_key, obligation_key, indicator_id, ${pushedColumns.join(', ')}, received_at, received_by,
         on_behalf)
       SELECT ${elements(3 + pushedColumns.length)}, ?2, ?3, ?4 FROM ${eachRow} WHERE true
       ON CONFLICT (row_key) DO UPDATE SET ${setExcluded([...pushedColumns, 'received_at', 'received_by', 'on_behalf'])}`,
      submitted.map(({ key, obligation, indicator, write: { version } }) => [
        key,
        obligation,
        indicator,
        version.version,
        ...rowFields.map((field) => version.values[field]),
        version.findings,
        version.explainedRules,
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
       FROM ${eachRow} WHERE true
       ON CONFLICT (row_key) DO UPDATE SET version = excluded.version, content = excluded.content,
         findings = excluded.findings, explained_rules = excluded.explained_rules,
         received_at = excluded.received_at, received_by = excluded.received_by`,
      drafted.map(({ key, obligation, indicator, write: { version } }) => [
        key,
        obligation,
        indicator,
        version.version,
        version.values,
        version.findings,
        version.explainedRules,
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
      `${insertRevisions}
       SELECT s.row_key, s.version, s.obligation_key, 'submission', json_object(${storedValues}), s.explained_rules,
         ?2, ?3, ?4, ?5, ?6
       FROM json_each(?1) e CROSS JOIN submissions s ON s.row_key = e.value`,
      submitted.map(({ key }) => key),
      ...ofPush,
    ),
    ...bulk(
      db,
      `${insertRevisions}
       SELECT ${elements(6)}, ?2, ?3, ?4, ?5, ?6 FROM ${eachRow}`,
      others.map(({ key, obligation, write: { kind, version } }) => [
        key,
        version.version,
        obligation,
        kind === 'submission' ? 'submission' : 'draft',
        version.values,
        version.explainedRules,
      ]),
      ...ofPush,
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
 * Writes the receipt, and asks beside it whether anything but the push's own rows has changed since the cursor.
 * `wrote`: the last change is the push's own.
 */
function writeReceipt(
  db: D1Database,
  scope: PushScope,
  outcomes: string | null,
  facts: WriteFacts,
  wrote: boolean,
): D1PreparedStatement {
  const ofOthers = `list_id = ?1 AND unit_id = ?2 AND sequence < ${thisChange} + ?12`;
  return db
    .prepare(
      `INSERT INTO pushes (unit_id, push_id, key_id, body_sha256, received_at, rules_version, outcomes)
       VALUES (?2, ?3, ?4, ?5, ?6, ?7, ?8)
       RETURNING ${thisChange} AS sequence, coalesce(${lastDeletion}, 0) > ?9
         OR EXISTS (SELECT 1 FROM obligations WHERE ${ofOthers} AND sequence > ?9 AND +opens_on <= ?11)
         OR EXISTS (SELECT 1 FROM obligations WHERE ${ofOthers} AND opens_on > ?10 AND opens_on <= ?11) AS others`,
    )
    .bind(
      ...[
        scope.listId,
        scope.unitId,
        scope.pushId,
        scope.keyId,
        facts.bodySha256,
        facts.now,
        rulesVersion,
        outcomes,
      ],
      ...[facts.pullsFrom.sequence, facts.pullsFrom.day, facts.today, Number(!wrote)],
    );
}

/**
 * The statements of a push's one batch (S5): guard and number, rows, revisions, obligations, roll-up, receipt.
 * A doubled push fails on the receipt's key, and all of the batch with it.
 */
export function pushStatements(
  db: D1Database,
  scope: PushScope,
  plan: PushPlan,
  stored: Pick<StoredPushState, 'wide' | 'last'>,
  facts: WriteFacts,
): D1PreparedStatement[] {
  const wrote = plan.writes.length > 0;
  const changes = wrote
    ? [
        ...writeRows(db, plan.writes, scope, facts),
        ...writeObligations(db, plan.obligations),
        ...applyRollup(db, scope.listId, plan.deltas, plan.totals),
      ]
    : [];
  const [outcomes = null, ...further] = jsonChunks(plan.outcomes);
  return [
    guardPlan(db, scope, stored, facts, wrote),
    ...changes,
    writeReceipt(db, scope, outcomes, facts, wrote),
    ...further.map((part, at) =>
      db
        .prepare(`INSERT INTO push_outcomes (unit_id, push_id, part, outcomes) VALUES (?1, ?2, ?3, ?4)`)
        .bind(scope.unitId, scope.pushId, at, part),
    ),
    ...(facts.usedOn === null ? [] : [markUsed(db, scope.keyId, facts.usedOn)]),
  ];
}

/** What the receipt said of changes elsewhere: of a batch's results, the one that says anything. */
export function elsewhereOf(results: readonly D1Result[]): Elsewhere {
  const row = results.flatMap((result) => rowsOf<{ sequence: number; others: number }>(result))[0];
  return { sequence: row?.sequence ?? 0, others: row?.others === 1 };
}
