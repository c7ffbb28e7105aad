import { bulk } from '../db/bulk.ts';
import { thisChange } from '../db/change.ts';
import { rowsOf } from '../db/results.ts';
import { versionOf, versionStatement, type Version } from '../versions/versions.repository.ts';

/** A unit's share of an indicator's district target. */
export interface Allocation {
  arrangement: string;
  indicator: string;
  unit: string;
  share: number | null;
}

/** The shares of what the list in force counts; `?1` is the list. */
const sharesInForce = `SELECT x.arrangement_code AS arrangement, x.indicator_id AS indicator, x.unit_id AS unit, x.share
  FROM allocations x
  JOIN indicators i ON i.list_id = x.list_id AND i.arrangement_code = x.arrangement_code AND i.id = x.indicator_id
  JOIN arrangements a ON a.list_id = x.list_id AND a.code = x.arrangement_code
  WHERE x.list_id = ?1 AND i.retired = 0 AND a.retired = 0
  ORDER BY x.arrangement_code, x.indicator_id, x.unit_id`;

/** The shares with their version, of one moment. */
export async function loadAllocations(
  db: D1Database,
  year: number,
): Promise<{ allocations: Allocation[]; version: Version }> {
  const [version, shares] = await db.batch([
    versionStatement(db, `allocations ${year}`),
    db.prepare(sharesInForce).bind(String(year)),
  ]);
  return { version: versionOf(version), allocations: rowsOf<Allocation>(shares) };
}

/** What allocations may name, counting indicators of the list and units of the roster, and what is stored. */
export async function readForAllocating(db: D1Database, year: number) {
  const listId = String(year);
  const [sequence, indicators, units, version, shares] = await db.batch([
    db.prepare(`SELECT value FROM sequences WHERE name = 'changes'`),
    db
      .prepare(
        `SELECT i.arrangement_code || ' ' || i.id AS name FROM indicators i
         JOIN arrangements a ON a.list_id = i.list_id AND a.code = i.arrangement_code
         WHERE i.list_id = ?1 AND i.id <> 'done' AND i.retired = 0 AND a.retired = 0`,
      )
      .bind(listId),
    db.prepare(`SELECT id AS name FROM units`),
    versionStatement(db, `allocations ${year}`),
    db.prepare(sharesInForce).bind(listId),
  ]);
  const names = (result: D1Result | undefined): Set<string> =>
    new Set(rowsOf<{ name: string }>(result).map((row) => row.name));
  return {
    sequence: rowsOf<{ value: number }>(sequence)[0]?.value ?? 0,
    indicators: names(indicators),
    units: names(units),
    version: versionOf(version),
    allocations: rowsOf<Allocation>(shares),
  };
}

/** Statements that write shares; the obligations concerned come with the next pull, since their rules look at them. */
export function writeAllocations(
  db: D1Database,
  listId: string,
  changes: readonly Allocation[],
): D1PreparedStatement[] {
  const set = changes.filter((each) => each.share !== null);
  const unset = changes.filter((each) => each.share === null);
  const rows = (each: readonly Allocation[]) =>
    each.map(({ arrangement, indicator, unit, share }) => [arrangement, indicator, unit, share]);
  return [
    ...bulk(
      db,
      `INSERT INTO allocations (list_id, arrangement_code, indicator_id, unit_id, share, sequence)
       SELECT ?2, e.value->>0, e.value->>1, e.value->>2, e.value->>3, ${thisChange} FROM json_each(?1) e WHERE true
       ON CONFLICT DO UPDATE SET share = excluded.share, sequence = excluded.sequence`,
      rows(set),
      listId,
    ),
    ...bulk(
      db,
      `DELETE FROM allocations WHERE list_id = ?2 AND EXISTS (SELECT 1 FROM json_each(?1) e
         WHERE e.value->>0 = arrangement_code AND e.value->>1 = indicator_id AND e.value->>2 = unit_id)`,
      rows(unset),
      listId,
    ),
    ...bulk(
      db,
      `UPDATE obligations SET sequence = ${thisChange}
       WHERE list_id = ?2 AND (unit_id, arrangement_code) IN (
         SELECT DISTINCT e.value->>2, e.value->>0 FROM json_each(?1) e)`,
      rows(changes),
      listId,
    ),
  ];
}
