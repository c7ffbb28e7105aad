import { asc, desc, eq, getTableColumns } from 'drizzle-orm';
import { database } from '../db/database.ts';
import { rowsOf } from '../db/results.ts';
import type { Role } from '../../shared/wire/parts/role.ts';
import type { KeyFacts } from '../identity/claim.ts';
import { units } from '../units/units.table.ts';
import { accessKeys } from './keys.table.ts';

/** A key as stored. Times in milliseconds; `lastUsedOn` a day in Shanghai. */
export type StoredKey = typeof accessKeys.$inferSelect & { role: Role };

/** The demo clock's offset in milliseconds; NULL where time is real. */
export const demoOffset = `(SELECT CAST(value AS INTEGER) FROM settings WHERE scope = '' AND name = 'demoClockOffsetMs')`;

/** Columns of `KeyFacts`, of a key `k`: key and clock are asked of every request, in one statement. */
export const keyColumns = `k.sha256, k.role, k.unit_id AS unitId, k.holder, k.expires_at AS expiresAt, k.revoked_at AS revokedAt,
  k.last_used_on AS lastUsedOn, ${demoOffset} AS demoOffset,
  (SELECT at FROM sequences WHERE name = 'changes') AS lastChange,
  (SELECT value FROM sequences WHERE name = 'changes') AS change`;

/** A key, and what the clock needs; `null`: there is no such key. */
export async function findKey(db: D1Database, id: string): Promise<KeyFacts | null> {
  const asked = db.prepare(`SELECT ${keyColumns} FROM access_keys k WHERE k.id = ?1`).bind(id);
  return rowsOf<KeyFacts>(await asked.all())[0] ?? null;
}

/** All keys: the bureau's first, then unit by unit in the roster's order, the newest first. */
export async function listKeys(d1: D1Database): Promise<(StoredKey & { unitName: string | null })[]> {
  const keys = await database(d1)
    .select({ ...getTableColumns(accessKeys), unitName: units.name })
    .from(accessKeys)
    .leftJoin(units, eq(units.id, accessKeys.unitId))
    .orderBy(asc(units.position), desc(accessKeys.createdAt), asc(accessKeys.id));
  return keys as (StoredKey & { unitName: string | null })[];
}

/** A key as stored, by its id. */
export async function readKey(d1: D1Database, id: string): Promise<StoredKey | null> {
  const [key] = await database(d1).select().from(accessKeys).where(eq(accessKeys.id, id));
  return (key as StoredKey | undefined) ?? null;
}

/** Stores a new key. */
export function insertKey(db: D1Database, key: StoredKey): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO access_keys (id, sha256, role, unit_id, label, holder, created_at, expires_at, last_used_on, revoked_at)
       VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)`,
    )
    .bind(
      ...[key.id, key.sha256, key.role, key.unitId, key.label, key.holder],
      ...[key.createdAt, key.expiresAt, key.lastUsedOn, key.revokedAt],
    );
}

/** Revokes a key that is not revoked: the first time stays. */
export function revokeKey(db: D1Database, id: string, at: number): D1PreparedStatement {
  return db
    .prepare(`UPDATE access_keys SET revoked_at = ?2 WHERE id = ?1 AND revoked_at IS NULL`)
    .bind(id, at);
}

/** Notes the day on which a key was last used. */
export function markUsed(db: D1Database, id: string, day: string): D1PreparedStatement {
  return db.prepare(`UPDATE access_keys SET last_used_on = ?2 WHERE id = ?1`).bind(id, day);
}
