import type { ArrangementNames } from '../../shared/sheet/buildRows.ts';
import { rowsOf } from '../db/results.ts';

/** SQL that reads the names of a list's arrangements (`a`); `where` narrows them. */
export const nameQuery = (list: string, where: string): string =>
  `SELECT a.code, a.text, coalesce(a.task_name, t.name) AS taskName,
     t.category * 1000000 + t.sequence * 1000 + a.position AS place
   FROM arrangements a JOIN tasks t ON t.list_id = a.list_id AND t.code = a.task_code
   WHERE a.list_id = ${list} ${where}`;

export function namesOf(result: D1Result | undefined): Map<string, ArrangementNames> {
  return new Map(
    rowsOf<{ code: string } & ArrangementNames>(result).map(({ code, ...names }) => [code, names]),
  );
}
