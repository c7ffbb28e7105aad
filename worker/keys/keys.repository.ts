import { and, asc, eq, sql } from 'drizzle-orm';
import { database } from '../db/database.ts';
import { sequences, settings } from '../settings/settings.table.ts';
import type { Role } from './access.ts';
import { accessKeys } from './keys.table.ts';

/** A key as stored. Times in milliseconds; `lastUsedOn` a day in Shanghai. */
export type StoredKey = typeof accessKeys.$inferSelect & { role: Role };

/** A key together with what the clock needs: both are asked of every request, in one round trip. */
export async function findKeyAndClock(
  d1: D1Database,
  id: string,
): Promise<{ key: StoredKey | null; demoOffset: number | null; lastChange: number }> {
  const db = database(d1);
  const [keys, offsets, changes] = await db.batch([
    db.select().from(accessKeys).where(eq(accessKeys.id, id)),
    db
      .select({ value: settings.value })
      .from(settings)
      .where(and(eq(settings.scope, ''), eq(settings.name, 'demoClockOffsetMs'))),
    db.select({ at: sequences.at }).from(sequences).where(eq(sequences.name, 'changes')),
  ]);
  return {
    key: (keys[0] as StoredKey | undefined) ?? null,
    demoOffset: offsets[0] ? Number(offsets[0].value) : null,
    lastChange: changes[0]?.at ?? 0,
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
