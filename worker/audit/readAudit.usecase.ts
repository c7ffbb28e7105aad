import type { AuditKind } from '../../shared/audit/kindNames.ts';
import { addDays } from '../../shared/calendar/days.ts';
import type { AuditAnswer, AuditItem } from '../../shared/wire/audit.ts';
import { midnight, timeCursorOf, timePlaceOf, type TimePlace } from '../db/timePlace.ts';
import { lastEntry, listAudit, type AuditFilter } from './audit.repository.ts';

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

const filterOf = ({ from, to, ...filter }: AuditQuestion): AuditFilter => ({
  ...filter,
  from: from === undefined ? undefined : midnight(from),
  before: to === undefined ? undefined : midnight(addDays(to, 1)),
});

/**
 * A page of who did what, the newest first (A13).
 * @throws Problem `cursor-invalid`.
 */
export async function readAudit(
  db: D1Database,
  { limit, cursor, ...question }: AuditQuestion & { limit: number; cursor?: string | undefined },
): Promise<AuditAnswer> {
  const { entries, next } = await listAudit(db, filterOf(question), { after: timePlaceOf(cursor), limit });
  return { entries, next: timeCursorOf(next) };
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
    let after: TimePlace | null = null;
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
