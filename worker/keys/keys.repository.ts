import { asc, eq, sql } from 'drizzle-orm';
import { database } from '../db/database.ts';
import { rowsOf } from '../db/results.ts';
import type { Role } from '../../shared/wire/parts/role.ts';
import type { KeyFacts } from '../identity/claim.ts';
import { accessKeys } from './keys.table.ts';

/** A key as stored. Times in milliseconds; `lastUsedOn` a day in Shanghai. */
export type StoredKey = typeof accessKeys.$inferSelect & { role: Role };

/** The demo clock's offset in milliseconds; NULL where time is real. */
export const demoOffset = `(SELECT CAST(value AS INTEGER) FROM settings WHERE scope = '' AND name = 'demoClockOffsetMs')`;

/** Columns of `KeyFacts`, of a key `k`: key and clock are asked of every request, in one statement. */
export const keyColumns = `k.sha256, k.role, k.unit_id AS unitId, k.holder, k.expires_at AS expiresAt, k.revoked_at AS revokedAt,
  k.last_used_on AS lastUsedOn, ${demoOffset} AS demoOffset,
  (SELECT at FROM sequences WHERE name = 'changes') AS lastChange`;

/** A key, and what the clock needs; `null`: there is no such key. */
export async function findKey(db: D1Database, id: string): Promise<KeyFacts | null> {
  const asked = db.prepare(`SELECT ${keyColumns} FROM access_keys k WHERE k.id = ?1`).bind(id);
  return rowsOf<KeyFacts>(await asked.all())[0] ?? null;
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

/** Notes the day on which a key was last used. */
export function markUsed(db: D1Database, id: string, day: string): D1PreparedStatement {
  return db.prepare(`UPDATE access_keys SET last_used_on = ?2 WHERE id = ?1`).bind(id, day);
}
