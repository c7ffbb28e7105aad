import type { Roster, Unit } from '../../shared/roster/roster.ts';
import { eq } from 'drizzle-orm';
import { bulk } from '../db/bulk.ts';
import { database } from '../db/database.ts';
import { units } from './roster.table.ts';

/** Statements that read the roster, for a batch; `rosterOf` makes one of their results. */
export function rosterStatements(db: D1Database): D1PreparedStatement[] {
  return [
    db.prepare(`SELECT id, name, kind, aliases FROM units ORDER BY position`),
    db.prepare(`SELECT name, aliases FROM unit_groups ORDER BY name`),
    db.prepare(
      `SELECT group_name AS groupName, unit_id AS unitId, starts_on AS startsOn, ends_on AS endsOn
       FROM unit_group_members m JOIN units u ON u.id = m.unit_id ORDER BY u.position, starts_on`,
    ),
  ];
}

export function rosterOf(results: readonly D1Result[]): Roster {
  const [unitRows, groups, members] = results.map(
    (result) => result.results as Record<string, string | null>[],
  );
  return {
    units: (unitRows ?? []).map(
      (row) =>
        ({ id: row.id, name: row.name, kind: row.kind, aliases: JSON.parse(row.aliases ?? '[]') }) as Unit,
    ),
    groups: (groups ?? []).map((row) => ({
      name: row.name ?? '',
      aliases: JSON.parse(row.aliases ?? '[]') as string[],
      members: (members ?? [])
        .filter((member) => member.groupName === row.name)
        .map((member) => ({
          unit: member.unitId ?? '',
          from: member.startsOn === '' ? null : (member.startsOn ?? null),
          to: member.endsOn ?? null,
        })),
    })),
  };
}

export async function loadRoster(db: D1Database): Promise<Roster> {
  return rosterOf(await db.batch(rosterStatements(db)));
}

/** Statements that make the stored roster this one. Units are updated in place; a unit in use cannot be deleted. */
export function replaceRoster(db: D1Database, roster: Roster): D1PreparedStatement[] {
  const ids = JSON.stringify(roster.units.map((unit) => unit.id));
  return [
    db.prepare(`PRAGMA defer_foreign_keys = on`),
    db.prepare(`DELETE FROM unit_group_members`),
    db.prepare(`DELETE FROM unit_groups`),
    db.prepare(`DELETE FROM units WHERE id NOT IN (SELECT value FROM json_each(?1))`).bind(ids),
    // Names are unique: two units may swap theirs.
    db.prepare(`UPDATE units SET name = '~' || id`),
    ...bulk(
      db,
      `INSERT INTO units (id, name, kind, aliases, position)
       SELECT e.value->>0, e.value->>1, e.value->>2, e.value->>3, e.value->>4 FROM json_each(?1) e WHERE true
       ON CONFLICT (id) DO UPDATE SET name = excluded.name, kind = excluded.kind, aliases = excluded.aliases,
         position = excluded.position`,
      roster.units.map((unit, position) => [
        unit.id,
        unit.name,
        unit.kind,
        JSON.stringify(unit.aliases),
        position,
      ]),
    ),
    ...bulk(
      db,
      `INSERT INTO unit_groups (name, aliases) SELECT e.value->>0, e.value->>1 FROM json_each(?1) e`,
      roster.groups.map((group) => [group.name, JSON.stringify(group.aliases)]),
    ),
    ...bulk(
      db,
      `INSERT INTO unit_group_members (group_name, unit_id, starts_on, ends_on)
       SELECT e.value->>0, e.value->>1, e.value->>2, e.value->>3 FROM json_each(?1) e`,
      roster.groups.flatMap((group) =>
        group.members.map((member) => [group.name, member.unit, member.from ?? '', member.to]),
      ),
    ),
  ];
}

export async function findUnit(d1: D1Database, id: string): Promise<{ id: string; name: string } | null> {
  const [unit] = await database(d1)
    .select({ id: units.id, name: units.name })
    .from(units)
    .where(eq(units.id, id));
  return unit ?? null;
}
