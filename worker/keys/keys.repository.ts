import type { Role } from './access.ts';

export interface StoredKey {
  id: string;
  sha256: string;
  role: Role;
  unitId: string | null;
  label: string;
  createdAt: number;
  expiresAt: number | null;
  lastUsedOn: string | null;
  revokedAt: number | null;
}

const columns = `id, sha256, role, unit_id AS unitId, label, created_at AS createdAt, expires_at AS expiresAt,
  last_used_on AS lastUsedOn, revoked_at AS revokedAt`;

/** A key together with what the clock needs: both are asked of every request, in one round trip. */
export async function findKeyAndClock(
  db: D1Database,
  id: string,
): Promise<{ key: StoredKey | null; demoOffset: number | null; lastChange: number }> {
  const [keys, settings, sequences] = await db.batch([
    db.prepare(`SELECT ${columns} FROM access_keys WHERE id = ?1`).bind(id),
    db.prepare(`SELECT value FROM settings WHERE scope = '' AND name = 'demoClockOffsetMs'`),
    db.prepare(`SELECT at FROM sequences WHERE name = 'changes'`),
  ]);
  const offset = (settings?.results[0] as { value: string } | undefined)?.value;
  return {
    key: (keys?.results[0] as StoredKey | undefined) ?? null,
    demoOffset: offset === undefined ? null : Number(offset),
    lastChange: (sequences?.results[0] as { at: number } | undefined)?.at ?? 0,
  };
}

export async function listKeys(db: D1Database): Promise<StoredKey[]> {
  return (await db.prepare(`SELECT ${columns} FROM access_keys ORDER BY created_at, id`).all<StoredKey>())
    .results;
}

export async function insertKey(db: D1Database, key: StoredKey): Promise<void> {
  await db
    .prepare(
      `INSERT INTO access_keys (id, sha256, role, unit_id, label, created_at, expires_at, last_used_on, revoked_at)
       VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, NULL, NULL)`,
    )
    .bind(key.id, key.sha256, key.role, key.unitId, key.label, key.createdAt, key.expiresAt)
    .run();
}

/** Revokes a key; `false` when there is none with this id. Revoking twice keeps the first time. */
export async function revokeKey(db: D1Database, id: string, at: number): Promise<boolean> {
  const { meta } = await db
    .prepare(`UPDATE access_keys SET revoked_at = coalesce(revoked_at, ?2) WHERE id = ?1`)
    .bind(id, at)
    .run();
  return meta.changes > 0;
}

export async function markUsed(db: D1Database, id: string, day: string): Promise<void> {
  await db.prepare(`UPDATE access_keys SET last_used_on = ?2 WHERE id = ?1`).bind(id, day).run();
}
