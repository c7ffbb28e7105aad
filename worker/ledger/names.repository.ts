import type { ArrangementNames } from '../../shared/sheet/buildRows.ts';
import { rowsOf } from '../db/results.ts';

/** Reads the names of a list's (?1) arrangements; `where` narrows them. */
export function nameStatement(db: D1Database, where: string): D1PreparedStatement {
  return db.prepare(
    `SELECT a.code, a.text, coalesce(a.task_name, t.name) AS taskName,
       t.category * 1000000 + t.sequence * 1000 + a.position AS place
     FROM arrangements a JOIN tasks t ON t.list_id = a.list_id AND t.code = a.task_code
     WHERE a.list_id = ?1 ${where}`,
  );
}

export function namesOf(result: D1Result | undefined): Map<string, ArrangementNames> {
  return new Map(
    rowsOf<{ code: string } & ArrangementNames>(result).map(({ code, ...names }) => [code, names]),
  );
}
