import type { AuditKind } from '../../shared/audit/kindNames.ts';
import { addDays } from '../../shared/calendar/days.ts';
import type { AuditAnswer, AuditItem } from '../../shared/wire/audit.ts';
import { Problem } from '../problems/problem.ts';
import { lastEntry, listAudit, type AuditFilter, type AuditPlace } from './audit.repository.ts';

/** What is asked of the account of who did what; days are those of Shanghai, both ends among them. */
export interface AuditQuestion {
  unit?: string | undefined;
  arrangement?: string | undefined;
  obligation?: string | undefined;
  actor?: string | undefined;
  kind?: AuditKind | undefined;
  from?: string | undefined;
  to?: string | undefined;
}

const midnight = (day: string): number => Date.parse(`${day}T00:00:00+08:00`);

const filterOf = ({ from, to, ...filter }: AuditQuestion): AuditFilter => ({
  ...filter,
  from: from === undefined ? undefined : midnight(from),
  before: to === undefined ? undefined : midnight(addDays(to, 1)),
});

function placeOf(cursor: string | undefined): AuditPlace | null {
  if (cursor === undefined) return null;
  const match = /^(\d{1,15})~(\d{1,15})$/u.exec(cursor);
  if (!match) throw new Problem('cursor-invalid', { cursor });
  return { at: Number(match[1]), id: Number(match[2]) };
}

/**
 * A page of who did what, the newest first (A13).
 * @throws Problem `cursor-invalid`.
 */
export async function readAudit(
  db: D1Database,
  { limit, cursor, ...question }: AuditQuestion & { limit: number; cursor?: string | undefined },
): Promise<AuditAnswer> {
  const { entries, next } = await listAudit(db, filterOf(question), { after: placeOf(cursor), limit });
  return { entries, next: next && `${next.at}~${next.id}` };
}

/** So many entries are read at once for a file. */
const filePage = 2000;

/**
 * All that a filter leaves, for a file. Entries are never changed and their numbers rise, so what is written meanwhile is
 * left out by its number.
 */
export const readWholeAudit = (db: D1Database, question: AuditQuestion): AsyncIterable<AuditItem> => ({
  async *[Symbol.asyncIterator]() {
    const filter = { ...filterOf(question), upTo: await lastEntry(db) };
    let after: AuditPlace | null = null;
    do {
      const page: Awaited<ReturnType<typeof listAudit>> = await listAudit(db, filter, {
        after,
        limit: filePage,
      });
      yield* page.entries;
      after = page.next;
    } while (after !== null);
  },
});
