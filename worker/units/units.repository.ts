import type { Roster, Unit } from '../../shared/roster/roster.ts';
import { eq } from 'drizzle-orm';
import { database } from '../db/database.ts';
import { units } from './units.table.ts';

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

export async function findUnit(d1: D1Database, id: string): Promise<{ id: string; name: string } | null> {
  const [unit] = await database(d1)
    .select({ id: units.id, name: units.name })
    .from(units)
    .where(eq(units.id, id));
  return unit ?? null;
}
