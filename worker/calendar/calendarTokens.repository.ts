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
  keyId: string;
  keyRevoked: boolean;
  createdAt: number;
  lastUsedOn: string | null;
  revokedAt: number | null;
}

type Row = Omit<StoredCalendarToken, 'keyRevoked'> & { keyRevoked: number };

const storedOf = (row: Row): StoredCalendarToken => ({ ...row, keyRevoked: row.keyRevoked === 1 });

const columns = `c.id, c.unit_id AS unitId, u.name AS unitName, c.label, k.holder AS madeBy, c.made_by AS keyId,
  k.revoked_at IS NOT NULL AS keyRevoked, c.created_at AS createdAt,
  c.last_used_on AS lastUsedOn, c.revoked_at AS revokedAt`;
const joined = `calendar_tokens c JOIN units u ON u.id = c.unit_id JOIN access_keys k ON k.id = c.made_by`;

/** Tokens of a unit, or of all units; those that are revoked come too, unless only those in use are asked for. */
export async function listCalendarTokens(
  db: D1Database,
  unit: string | null,
  { inUse }: { inUse: boolean },
): Promise<StoredCalendarToken[]> {
  const found = await db
    .prepare(
      `SELECT ${columns} FROM ${joined} WHERE (?1 IS NULL OR c.unit_id = ?1) AND (?2 = 0 OR c.revoked_at IS NULL)
       ORDER BY u.position, c.created_at, c.id LIMIT 5000`,
    )
    .bind(unit, Number(inUse))
    .all();
  return rowsOf<Row>(found).map(storedOf);
}

export async function readCalendarToken(db: D1Database, id: string): Promise<StoredCalendarToken | null> {
  const row = await db.prepare(`SELECT ${columns} FROM ${joined} WHERE c.id = ?1`).bind(id).first<Row>();
  return row && storedOf(row);
}

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
