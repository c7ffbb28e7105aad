import { buildRows, type SubmittedCount } from '../../shared/sheet/buildRows.ts';
import type { SheetRow } from '../../shared/wire/parts/sheetRow.ts';
import { lastDeletion, lastWideChange } from '../db/change.ts';
import { rowsOf } from '../db/results.ts';
import { definitionQueries, definitionsOf } from './definitions.repository.ts';
import { nameQuery, namesOf } from './names.repository.ts';
import {
  assemble,
  draftColumns,
  obligationColumns,
  submissionColumns,
  type DraftRow,
  type ObligationRow,
  type SubmissionRow,
} from './rows.repository.ts';
import type { Cursor } from './cursor.ts';

export interface ChangesScope {
  listId: string;
  unitId: string;
  year: number;
  today: string;
  /** Up to when what falls due is soon. */
  blueUntil: string;
  since: Cursor;
}

/** A unit's rows, or those that changed, with the number of the last change they show. */
export interface SheetContent {
  sequence: number;
  /** Number of the last wide change. */
  wide: number | null;
  /** Whether rows were deleted since the cursor, so that only a whole sheet tells what has gone. */
  incomplete: boolean;
  rows: SheetRow[];
}

/** What was written since, gone ones included, and what has opened by the calendar. */
// By key alone: with list and unit named outside too, SQLite goes through the whole sheet (+ keeps it off that index).
const changed = `o.key IN (
    SELECT key FROM obligations WHERE list_id = ?1 AND unit_id = ?2 AND sequence > ?4
    UNION SELECT key FROM obligations WHERE list_id = ?1 AND unit_id = ?2 AND opens_on > ?5 AND opens_on <= ?3)
  AND +o.opens_on <= ?3`;
const arrangements = `SELECT o.arrangement_code FROM obligations o WHERE ${changed}`;

/** The rows of a unit that changed or opened since a cursor, in one round trip. */
export async function loadChanges(db: D1Database, scope: ChangesScope): Promise<SheetContent> {
  const { since } = scope;
  const bound = [scope.listId, scope.unitId, scope.today, since.sequence, since.day] as const;
  const select = (sql: string): D1PreparedStatement => db.prepare(sql).bind(...bound);
  const results = await db.batch([
    db
      .prepare(
        `SELECT value, ${lastDeletion} AS deletion, ${lastWideChange} AS wide FROM sequences WHERE name = 'changes'`,
      )
      .bind(scope.listId),
    select(
      `SELECT ${obligationColumns} FROM obligations o
       JOIN arrangements a ON a.list_id = o.list_id AND a.code = o.arrangement_code
       JOIN tasks t ON t.list_id = a.list_id AND t.code = a.task_code
       WHERE ${changed}
       ORDER BY t.category, t.sequence, a.position, o.schedule_number, coalesce(o.due_on, '9'), o.key`,
    ),
    select(
      `SELECT ${submissionColumns} FROM obligations o JOIN submissions s ON s.obligation_key = o.key WHERE ${changed}`,
    ),
    select(
      `SELECT ${draftColumns} FROM obligations o JOIN drafts d ON d.obligation_key = o.key WHERE ${changed}`,
    ),
    select(
      `SELECT n.key, n.arrangement_code AS arrangement, s.indicator_id AS indicator, n.schedule_number AS schedule,
         n.due_on AS dueOn, n.due_original AS dueOriginal, s.count
       FROM obligations n JOIN submissions s ON s.obligation_key = n.key
       WHERE n.list_id = ?1 AND n.unit_id = ?2 AND n.retired = 0 AND s.count IS NOT NULL
         AND n.arrangement_code IN (${arrangements})`,
    ),
    select(nameQuery('?1', `AND a.code IN (${arrangements})`)),
    ...definitionQueries('?1', '?2', (column) => `AND ${column} IN (${arrangements})`).map(select),
  ]);
  const rows = <T>(index: number): T[] => rowsOf<T>(results[index]);
  const change = rows<{ value: number; deletion: number | null; wide: number | null }>(0)[0];
  const obligations = assemble(
    rows<ObligationRow>(1),
    rows<SubmissionRow>(2),
    rows<DraftRow>(3),
    definitionsOf(results.slice(6)),
  );
  return {
    sequence: change?.value ?? 0,
    wide: change?.wide ?? null,
    incomplete: since.sequence < (change?.deletion ?? 0),
    rows: buildRows(obligations, namesOf(results[5]), rows<SubmittedCount>(4), scope),
  };
}
