import { guardedSequence } from '../db/change.ts';
import { rowsOf } from '../db/results.ts';

/** A calendar's link in use that was made with a key. */
export interface KeyLink {
  id: string;
  unitId: string;
  label: string;
}

const ofKey = `made_by = ?1 AND revoked_at IS NULL`;

/** The calendar links in use that were made with a key. */
export async function listKeyLinks(db: D1Database, keyId: string): Promise<KeyLink[]> {
  const found = await db
    .prepare(
      `SELECT id, unit_id AS unitId, label FROM calendar_tokens WHERE ${ofKey} ORDER BY created_at, id`,
    )
    .bind(keyId)
    .all();
  return rowsOf<KeyLink>(found);
}

/** Statements that revoke the links in use that were made with a key; the batch is aborted where these are not so many. */
export const revokeKeyLinks = (
  db: D1Database,
  keyId: string,
  { count, at }: { count: number; at: number },
): D1PreparedStatement[] => [
  guardedSequence(
    db,
    `(SELECT count(*) FROM calendar_tokens WHERE made_by = ?3 AND revoked_at IS NULL) <> ?4`,
    { changes: 0, at },
    ...[keyId, count],
  ),
  db.prepare(`UPDATE calendar_tokens SET revoked_at = ?2 WHERE ${ofKey}`).bind(keyId, at),
];
