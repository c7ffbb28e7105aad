import { asc, eq, sql } from 'drizzle-orm';
import { database } from '../db/database.ts';
import type { Role } from './access.ts';
import { accessKeys } from './keys.table.ts';

/** A key as stored. Times in milliseconds; `lastUsedOn` a day in Shanghai. */
export type StoredKey = typeof accessKeys.$inferSelect & { role: Role };

/** The demo clock's offset in milliseconds; NULL where time is real. */
export const demoOffset = `(SELECT CAST(value AS INTEGER) FROM settings WHERE scope = '' AND name = 'demoClockOffsetMs')`;

/** A key together with what the clock needs: both are asked of every request, in one statement. `null`: there is no such key. */
export async function findKeyAndClock(
  d1: D1Database,
  id: string,
): Promise<{ key: StoredKey; demoOffset: number | null; lastChange: number } | null> {
  const [found] = await database(d1)
    .select({
      key: accessKeys,
      offset: sql<number | null>`${sql.raw(demoOffset)}`,
      at: sql<number | null>`(SELECT at FROM sequences WHERE name = 'changes')`,
    })
    .from(accessKeys)
    .where(eq(accessKeys.id, id));
  if (!found) return null;
  return {
    key: found.key as StoredKey,
    demoOffset: found.offset,
    lastChange: found.at ?? 0,
  };
}

export async function listKeys(d1: D1Database): Promise<StoredKey[]> {
  const keys = await database(d1)
    .select()
    .from(accessKeys)
    .orderBy(asc(accessKeys.createdAt), asc(accessKeys.id));
  return keys as StoredKey[];
}

export async function insertKey(d1: D1Database, key: StoredKey): Promise<void> {
  await database(d1).insert(accessKeys).values(key);
}

/** Revokes a key; `false` when there is none with this id. Revoking twice keeps the first time. */
export async function revokeKey(d1: D1Database, id: string, at: number): Promise<boolean> {
  const revoked = await database(d1)
    .update(accessKeys)
    .set({ revokedAt: sql`coalesce(${accessKeys.revokedAt}, ${at})` })
    .where(eq(accessKeys.id, id))
    .returning({ id: accessKeys.id });
  return revoked.length > 0;
}

export async function markUsed(d1: D1Database, id: string, day: string): Promise<void> {
  await database(d1).update(accessKeys).set({ lastUsedOn: day }).where(eq(accessKeys.id, id));
}
