import { Problem } from '../problems/problem.ts';
import { findList } from './taskLists.repository.ts';

/**
 * The list of a year; without a year, the newest.
 * @throws Problem `list-not-found`, or `no-list-yet` where none was ever published.
 */
export async function chooseList(
  db: D1Database,
  year: number | undefined,
): Promise<{ id: string; year: number; title: string }> {
  const list = await findList(db, year);
  if (list) return list;
  throw year === undefined ? new Problem('no-list-yet') : new Problem('list-not-found', { year });
}
