import type { Roster } from '../../shared/roster/roster.ts';
import { bulk } from '../db/bulk.ts';
import { rosterOf, rosterStatements } from '../units/units.repository.ts';
import { versionOf, versionStatement, type Version } from '../versions/versions.repository.ts';

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

/** The roster with its version, of one moment. */
export async function loadVersionedRoster(db: D1Database): Promise<{ roster: Roster; version: Version }> {
  const results = await db.batch([versionStatement(db, 'roster'), ...rosterStatements(db)]);
  return { version: versionOf(results[0]), roster: rosterOf(results.slice(1)) };
}
