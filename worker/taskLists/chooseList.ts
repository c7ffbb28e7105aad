import { Problem } from '../problems/problem.ts';
import { findList } from './taskLists.repository.ts';

/**
 * The list of a year; without a year, the newest that has begun.
 * @throws Problem `list-not-found`, or `no-list-yet` where none has begun.
 */
export async function chooseList(
  db: D1Database,
  year: number | undefined,
  today: string,
): Promise<{ id: string; year: number; title: string }> {
  const list = await findList(db, year === undefined ? { notAfter: Number(today.slice(0, 4)) } : { year });
  if (list) return list;
  throw year === undefined ? new Problem('no-list-yet') : new Problem('list-not-found', { year });
}
