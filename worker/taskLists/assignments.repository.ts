import type { AssignmentSet } from '../../shared/roster/expandUnits.ts';
import { bulk } from '../db/bulk.ts';
import { thisChange } from '../db/change.ts';

/** Drops the bureau's narrowing of an arrangement that begins on a day. */
export function dropNarrowing(
  db: D1Database,
  listId: string,
  arrangement: string,
  startsOn: string,
): D1PreparedStatement {
  return db
    .prepare(
      `DELETE FROM assignments WHERE list_id = ?1 AND arrangement_code = ?2 AND origin = 'bureau' AND starts_on = ?3`,
    )
    .bind(listId, arrangement, startsOn);
}

/** Makes the assignments as printed of some arrangements these sets, none where there are none. */
export function replacePrintedAssignments(
  db: D1Database,
  listId: string,
  sets: ReadonlyMap<string, readonly AssignmentSet[]>,
): D1PreparedStatement[] {
  return [
    ...bulk(
      db,
      `DELETE FROM assignments WHERE list_id = ?2 AND origin = 'list'
         AND arrangement_code IN (SELECT value FROM json_each(?1))`,
      [...sets.keys()],
      listId,
    ),
    ...insertAssignments(db, listId, 'list', sets),
  ];
}

/** Statements that write assignment sets. */
export function insertAssignments(
  db: D1Database,
  listId: string,
  origin: 'list' | 'bureau',
  sets: ReadonlyMap<string, readonly AssignmentSet[]>,
): D1PreparedStatement[] {
  return bulk(
    db,
    `INSERT INTO assignments (list_id, arrangement_code, origin, starts_on, unit_id, sequence)
     SELECT ?2, e.value->>0, ?3, e.value->>1, e.value->>2, ${thisChange} FROM json_each(?1) e`,
    [...sets].flatMap(([code, each]) =>
      each.flatMap((set) => set.units.map((unit) => [code, set.startsOn, unit])),
    ),
    listId,
    origin,
  );
}
