import { Problem } from '../problems/problem.ts';
import { findList, type ListFound } from './taskLists.repository.ts';

/**
 * The list of a year; without a year, the newest that has begun.
 * @throws Problem `list-not-found`, or `no-list-yet` where none has begun.
 */
export async function chooseList(
  db: D1Database,
  year: number | undefined,
  today: string,
): Promise<ListFound> {
  const list = await findList(db, whichList(year, today));
  if (!list) throw noList(year);
  return list;
}

/** Without a year, the newest that has begun. */
export function whichList(year: number | undefined, today: string): { year: number } | { notAfter: number } {
  return year === undefined ? { notAfter: Number(today.slice(0, 4)) } : { year };
}

export function noList(year: number | undefined): Problem {
  return year === undefined ? new Problem('no-list-yet') : new Problem('list-not-found', { year });
}
