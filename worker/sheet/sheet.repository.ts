import { buildRows, type ArrangementNames, type SubmittedCount } from '../../shared/sheet/buildRows.ts';
import type { SheetRow } from '../../shared/wire/sheet.ts';
import { rowsOf } from '../db/results.ts';
import {
  definitionsOf,
  definitionStatementCount,
  definitionStatements,
} from '../submissions/definitions.repository.ts';
import {
  assemble,
  draftColumns,
  obligationColumns,
  submissionColumns,
  type DraftRow,
  type ObligationRow,
  type SubmissionRow,
} from '../submissions/rows.repository.ts';
import { lastDeletion } from '../db/change.ts';
import type { Cursor } from './cursor.ts';

export interface SheetScope {
  listId: string;
  unitId: string;
  year: number;
  today: string;
  /** Only what changed or opened since; `null`: the whole sheet. */
  since: Cursor | null;
}

/** A unit's rows, or those that changed, with the number of the last change they show. */
export interface SheetContent {
  sequence: number;
  /** Whether rows were deleted since the cursor, so that only a whole sheet tells what has gone. */
  incomplete: boolean;
  rows: SheetRow[];
}

/**
 * Which obligations a pull shows. The whole sheet: what has opened and is still asked for, or carries
 * something. Changes: what was written since, gone ones included, and what has opened by the calendar.
 */
function selection({ since }: SheetScope): { where: string; values: (string | number)[] } {
  const own = `o.list_id = ?1 AND o.unit_id = ?2 AND o.opens_on <= ?3`;
  if (since === null) {
    const shown = `o.retired = 0 AND (o.waived_by IS NULL OR o.received_rows > 0 OR o.draft_rows > 0)`;
    return { where: `${own} AND ${shown}`, values: [] };
  }
  // By key alone: with list and unit named here too, SQLite goes through the whole sheet (+ keeps it off that index).
  return {
    where: `o.key IN (
        SELECT key FROM obligations WHERE list_id = ?1 AND unit_id = ?2 AND sequence > ?4
        UNION SELECT key FROM obligations WHERE list_id = ?1 AND unit_id = ?2 AND opens_on > ?5 AND opens_on <= ?3)
      AND +o.opens_on <= ?3`,
    values: [since.sequence, since.day],
  };
}

/** Reads the names of arrangements; `where` narrows them. */
export function nameStatement(db: D1Database, where: string): D1PreparedStatement {
  return db.prepare(
    `SELECT a.code, a.text, coalesce(a.task_name, t.name) AS taskName, t.category * 1000000 + t.sequence * 1000 + a.position AS place FROM arrangements a JOIN tasks t ON t.list_id = a.list_id AND t.code = a.task_code
     WHERE a.list_id = ?1 ${where}`,
  );
}

export function namesOf(result: D1Result | undefined): Map<string, ArrangementNames> {
  return new Map(
    rowsOf<{ code: string } & ArrangementNames>(result).map(({ code, ...names }) => [code, names]),
  );
}

/** Statements that read a sheet. */
function sheetStatements(db: D1Database, scope: SheetScope): D1PreparedStatement[] {
  const { where, values } = selection(scope);
  const bound = [scope.listId, scope.unitId, scope.today, ...values] as const;
  const select = (sql: string): D1PreparedStatement => db.prepare(sql).bind(...bound);
  const changed = scope.since === null ? null : `SELECT o.arrangement_code FROM obligations o WHERE ${where}`;
  return [
    db
      .prepare(`SELECT value, ${lastDeletion} AS deletion FROM sequences WHERE name = 'changes'`)
      .bind(scope.listId),
    select(
      `SELECT ${obligationColumns} FROM obligations o
       JOIN arrangements a ON a.list_id = o.list_id AND a.code = o.arrangement_code
       JOIN tasks t ON t.list_id = a.list_id AND t.code = a.task_code
       WHERE ${where}
       ORDER BY t.category, t.sequence, a.position, o.schedule_number, coalesce(o.due_on, '9'), o.key`,
    ),
    select(
      `SELECT ${submissionColumns} FROM obligations o JOIN submissions s ON s.obligation_key = o.key WHERE ${where}`,
    ),
    select(
      `SELECT ${draftColumns} FROM obligations o JOIN drafts d ON d.obligation_key = o.key WHERE ${where}`,
    ),
    select(
      `SELECT n.key, n.arrangement_code AS arrangement, s.indicator_id AS indicator, n.schedule_number AS schedule,
         n.due_on AS dueOn, s.count
       FROM obligations n JOIN submissions s ON s.obligation_key = n.key
       WHERE n.list_id = ?1 AND n.unit_id = ?2 AND n.retired = 0 AND s.count IS NOT NULL
         AND n.arrangement_code IN (SELECT o.arrangement_code FROM obligations o WHERE ${where})`,
    ),
    nameStatement(db, changed === null ? '' : `AND a.code IN (${changed})`).bind(
      ...(changed === null ? [scope.listId] : bound),
    ),
    ...definitionStatements(db, bound, changed),
  ];
}

function sheetContentOf(results: readonly D1Result[], scope: SheetScope): SheetContent {
  const rows = <T>(index: number): T[] => rowsOf<T>(results[index]);
  const definitions = definitionsOf(results.slice(6, 6 + definitionStatementCount));
  const obligations = assemble(
    rows<ObligationRow>(1),
    rows<SubmissionRow>(2),
    rows<DraftRow>(3),
    definitions,
  );
  const change = rows<{ value: number; deletion: number | null }>(0)[0];
  const built = buildRows(obligations, namesOf(results[5]), rows<SubmittedCount>(4), {
    today: scope.today,
    year: scope.year,
  });
  return {
    sequence: change?.value ?? 0,
    incomplete: scope.since !== null && scope.since.sequence < (change?.deletion ?? 0),
    rows: scope.since === null ? built.filter(({ state }) => state !== 'retired') : built,
  };
}

export async function loadSheet(db: D1Database, scope: SheetScope): Promise<SheetContent> {
  return sheetContentOf(await db.batch(sheetStatements(db, scope)), scope);
}
