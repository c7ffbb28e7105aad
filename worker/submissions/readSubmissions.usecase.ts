import type { Submission } from '../../shared/wire/parts/submission.ts';
import type { SubmissionsAnswer } from '../../shared/wire/submissions.ts';
import { understand, type Asked, type Asking } from '../obligations/understand.usecase.ts';
import { Problem } from '../problems/problem.ts';
import { mostInFile } from '../tables/tableAnswer.ts';
import { rowCursorOf, rowPlaceOf } from './rowPlace.ts';
import { listSubmissions, type Reported } from './submissions.repository.ts';

/** A page of rows with what was reported (B18); a reporter sees its own unit's. */
export async function readSubmissions(
  on: Asking & { change: number },
  {
    limit,
    cursor,
    reported,
    ...asked
  }: Asked & { reported: Reported; limit: number; cursor?: string | undefined },
): Promise<SubmissionsAnswer> {
  const after = rowPlaceOf(cursor);
  const { list, lights, filter } = await understand(on, asked);
  const { items, next } = await listSubmissions(on.db, list.id, lights, filter, { reported, after, limit });
  return { today: on.clock.today, change: on.change, submissions: items, next: rowCursorOf(next) };
}

/**
 * All rows that a filter leaves, for a file.
 * @throws Problem `table-too-long`
 */
export async function readAllSubmissions(
  on: Asking,
  { reported, ...asked }: Asked & { reported: Reported },
): Promise<Submission[]> {
  const { list, lights, filter } = await understand(on, asked);
  const page = { reported, after: null, limit: mostInFile };
  const { items, next } = await listSubmissions(on.db, list.id, lights, filter, page);
  if (next !== null) throw new Problem('table-too-long', { most: mostInFile });
  return items;
}
