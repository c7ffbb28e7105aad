import { rowsOf } from '../db/results.ts';
import type { Role } from '../../shared/wire/parts/role.ts';

/** What is set of a version, so that a second of two savers cannot take back the first without knowing. */
export type Thing = 'roster' | 'reminders' | `settings ${number}` | `allocations ${number}`;

/** The version that stands; 0 where it was never set, or not since versions are kept. */
export interface Version {
  number: number;
  /** Who made it, when (milliseconds); `null` at 0. */
  made: { at: number; keyId: string; role: Role; holder: string } | null;
}

/** Reads the version of a thing, for a batch; `versionOf` makes one of its result. */
export function versionStatement(db: D1Database, thing: Thing): D1PreparedStatement {
  return db
    .prepare(
      `SELECT v.version, v.changed_at AS at, k.id AS keyId, k.role, k.holder
       FROM versions v JOIN access_keys k ON k.id = v.changed_by WHERE v.thing = ?1`,
    )
    .bind(thing);
}

export function versionOf(result: D1Result | undefined): Version {
  const [row] = rowsOf<{ version: number } & NonNullable<Version['made']>>(result);
  if (!row) return { number: 0, made: null };
  const { version, ...made } = row;
  return { number: version, made };
}

/** Raises the version of a thing, within the batch that changes it. */
export function raiseVersion(
  db: D1Database,
  thing: Thing,
  by: { at: number; keyId: string },
): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO versions (thing, version, changed_at, changed_by) VALUES (?1, 1, ?2, ?3)
       ON CONFLICT (thing) DO UPDATE SET version = version + 1, changed_at = excluded.changed_at,
         changed_by = excluded.changed_by`,
    )
    .bind(thing, by.at, by.keyId);
}
