import { listSettings, type ListSettings } from '../../shared/taskList/listSettings.ts';
import { lastDeletionOf, lastWideChange } from '../db/change.ts';
import { rowsOf } from '../db/results.ts';
import type { KeyClaim, KeyFacts } from '../identity/claim.ts';
import { demoOffset, keyColumns } from '../keys/keys.repository.ts';

/** Whose rows of which list are asked for; no year: the newest list that has begun. */
export interface Asked {
  unit?: string | undefined;
  year?: number | undefined;
}

/** Where a workbook's last pull ended. */
export interface Since {
  sequence: number;
  /** `YYYY-MM-DD`. */
  day: string;
}

/** The facts of a question, as the statements of its batch read them from their only parameter, ?1. */
export const askedFacts = ({ keyId, sha256, arrived }: KeyClaim, { unit, year }: Asked) => ({
  ...{ keyId, sha256, arrived },
  unit: unit ?? null,
  year: year ?? null,
});

const lastChangeAt = `coalesce((SELECT at FROM sequences WHERE name = 'changes'), 0)`;
/** The clock's year, for a question that names none: Shanghai is eight hours ahead. */
const clockYear = `CAST(strftime('%Y',
  max((?1->>'arrived') + coalesce(${demoOffset}, 0), ${lastChangeAt}) / 1000 + 28800, 'unixepoch') AS INTEGER)`;

const issued = `id = ?1->>'keyId' AND sha256 = ?1->>'sha256'`;

/** SQL: the unit that is asked for; none where the key is not the one that was issued. */
export const askedUnit = `(SELECT coalesce(unit_id, ?1->>'unit') FROM access_keys WHERE ${issued})`;

/** SQL: the list that is asked for; none where the key is not the one that was issued. */
export const askedList = `(SELECT id FROM task_lists WHERE withdrawn = 0
  AND CASE WHEN ?1->>'year' IS NULL THEN year <= ${clockYear} ELSE year = ?1->>'year' END
  AND EXISTS (SELECT 1 FROM access_keys WHERE ${issued}) ORDER BY year DESC LIMIT 1)`;

/** What the database tells of who asks, and for what. */
export interface Found {
  key: KeyFacts | null;
  unit: { id: string; name: string } | null;
  list: { id: string; year: number; title: string } | null;
  settings: ListSettings;
  /** Number of the last change. */
  sequence: number;
  /** Number of the last change that deleted obligations of the list; 0 where none did. */
  deletion: number;
  /** Number of the last wide change; `null` where there was none. */
  wide: number | null;
  /** Whether rows of the unit were written since. */
  changed: boolean;
  /** The first day after which rows open by the calendar; `null` where none does any more. */
  opensNext: string | null;
}

type FoundRow = KeyFacts &
  Pick<Found, 'sequence' | 'deletion' | 'wide' | 'opensNext'> & {
    unit: string | null;
    unitName: string | null;
    list: string | null;
    year: number | null;
    title: string | null;
    settings: string | null;
    changed: number;
  };

/** Asks who asks, and for what; `since`: also whether anything of it has changed. ?1 are the `askedFacts`, and that. */
export function askStatement(
  db: D1Database,
  facts: ReturnType<typeof askedFacts>,
  since: Since | null = null,
): D1PreparedStatement {
  const own = `FROM obligations WHERE list_id = l.id AND unit_id = u.id`;
  const changes = since
    ? `EXISTS (SELECT 1 ${own} AND sequence > ?1->>'sequence') AS changed,
       (SELECT min(opens_on) ${own} AND opens_on > ?1->>'day') AS opensNext`
    : `0 AS changed, NULL AS opensNext`;
  return db
    .prepare(
      `SELECT ${keyColumns}, u.id AS unit, u.name AS unitName, l.id AS list, l.year, l.title, s.value AS settings,
         coalesce((SELECT value FROM sequences WHERE name = 'changes'), 0) AS sequence,
         coalesce(${lastDeletionOf('l.id')}, 0) AS deletion, ${lastWideChange} AS wide, ${changes}
       FROM access_keys k
       LEFT JOIN units u ON u.id = coalesce(k.unit_id, ?1->>'unit')
       LEFT JOIN task_lists l ON l.id = ${askedList}
       LEFT JOIN settings s ON s.scope = l.id AND s.name = 'list'
       WHERE k.id = ?1->>'keyId'`,
    )
    .bind(JSON.stringify({ ...facts, ...since }));
}

/** What that statement found. */
export function foundOf(result: D1Result | undefined): Found {
  const [row] = rowsOf<FoundRow>(result);
  const { unit = null, list = null } = row ?? {};
  return {
    key: row ?? null,
    unit: unit === null ? null : { id: unit, name: row?.unitName ?? '' },
    list: list === null ? null : { id: list, year: row?.year ?? 0, title: row?.title ?? '' },
    settings: listSettings.parse(row?.settings ? JSON.parse(row.settings) : {}),
    sequence: row?.sequence ?? 0,
    deletion: row?.deletion ?? 0,
    wide: row?.wide ?? null,
    changed: row?.changed === 1,
    opensNext: row?.opensNext ?? null,
  };
}
