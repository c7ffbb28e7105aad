import { rowsOf } from '../db/results.ts';
import { demoOffset } from '../keys/keys.repository.ts';

/** A calendar's token as stored. Times in milliseconds; `lastUsedOn` a day in Shanghai. */
export interface StoredCalendarToken {
  id: string;
  unitId: string;
  unitName: string;
  label: string;
  /** The person by whose key it was made. */
  madeBy: string;
  createdAt: number;
  lastUsedOn: string | null;
  revokedAt: number | null;
}

const columns = `c.id, c.unit_id AS unitId, u.name AS unitName, c.label, k.holder AS madeBy, c.created_at AS createdAt,
  c.last_used_on AS lastUsedOn, c.revoked_at AS revokedAt`;
const joined = `calendar_tokens c JOIN units u ON u.id = c.unit_id JOIN access_keys k ON k.id = c.made_by`;

/** Tokens of a unit, or of all units; those that are revoked come too. */
export async function listCalendarTokens(
  db: D1Database,
  unit: string | null,
): Promise<StoredCalendarToken[]> {
  const found = await db
    .prepare(
      `SELECT ${columns} FROM ${joined} WHERE ?1 IS NULL OR c.unit_id = ?1
       ORDER BY u.position, c.created_at, c.id LIMIT 5000`,
    )
    .bind(unit)
    .all();
  return rowsOf<StoredCalendarToken>(found);
}

export const readCalendarToken = (db: D1Database, id: string): Promise<StoredCalendarToken | null> =>
  db.prepare(`SELECT ${columns} FROM ${joined} WHERE c.id = ?1`).bind(id).first<StoredCalendarToken>();

/** Stores a token, unless the unit has `most` already. */
export function insertCalendarToken(
  db: D1Database,
  token: { id: string; sha256: string; unitId: string; label: string; keyId: string; createdAt: number },
  most: number,
): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO calendar_tokens (id, sha256, unit_id, label, made_by, created_at)
       SELECT ?1, ?2, ?3, ?4, ?5, ?6
       WHERE (SELECT count(*) FROM calendar_tokens WHERE unit_id = ?3 AND revoked_at IS NULL) < ?7`,
    )
    .bind(token.id, token.sha256, token.unitId, token.label, token.keyId, token.createdAt, most);
}

/** Revokes a token that is not revoked: the first time stays. */
export const revokeCalendarToken = (db: D1Database, id: string, at: number): D1PreparedStatement =>
  db.prepare(`UPDATE calendar_tokens SET revoked_at = ?2 WHERE id = ?1 AND revoked_at IS NULL`).bind(id, at);

/** Whose deadlines a token opens, and the demo clock's offset in milliseconds. */
export interface OpenedCalendar {
  id: string;
  unitId: string;
  unitName: string;
  lastUsedOn: string | null;
  demoOffset: number | null;
}

/** What a token opens; `null`: there is none like it, or it is revoked. */
export const openCalendar = (db: D1Database, sha256: string): Promise<OpenedCalendar | null> =>
  db
    .prepare(
      `SELECT c.id, c.unit_id AS unitId, u.name AS unitName, c.last_used_on AS lastUsedOn, ${demoOffset} AS demoOffset
       FROM calendar_tokens c JOIN units u ON u.id = c.unit_id WHERE c.sha256 = ?1 AND c.revoked_at IS NULL`,
    )
    .bind(sha256)
    .first<OpenedCalendar>();

/** Notes the day on which a token was last used. */
export const markCalendarUsed = (db: D1Database, id: string, day: string): D1PreparedStatement =>
  db.prepare(`UPDATE calendar_tokens SET last_used_on = ?2 WHERE id = ?1`).bind(id, day);
