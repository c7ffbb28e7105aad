import { and, eq } from 'drizzle-orm';
import { bulk } from '../db/bulk.ts';
import { database } from '../db/database.ts';
import { thisChange } from '../db/change.ts';
import { rowsOf } from '../db/results.ts';
import { allocations, arrangements, indicators } from '../taskLists/taskLists.table.ts';

/** A unit's share of an indicator's district target. */
export interface Allocation {
  arrangement: string;
  indicator: string;
  unit: string;
  share: number | null;
}

/** The shares of what the list in force counts. */
export async function loadAllocations(d1: D1Database, listId: string): Promise<Allocation[]> {
  return database(d1)
    .select({
      arrangement: allocations.arrangementCode,
      indicator: allocations.indicatorId,
      unit: allocations.unitId,
      share: allocations.share,
    })
    .from(allocations)
    .innerJoin(
      indicators,
      and(
        eq(indicators.listId, allocations.listId),
        eq(indicators.arrangementCode, allocations.arrangementCode),
        eq(indicators.id, allocations.indicatorId),
        eq(indicators.retired, 0),
      ),
    )
    .innerJoin(
      arrangements,
      and(
        eq(arrangements.listId, allocations.listId),
        eq(arrangements.code, allocations.arrangementCode),
        eq(arrangements.retired, 0),
      ),
    )
    .where(eq(allocations.listId, listId))
    .orderBy(allocations.arrangementCode, allocations.indicatorId, allocations.unitId);
}

/** What allocations may name: counting indicators of the list, units of the roster, and what is stored. */
export async function readForAllocating(db: D1Database, listId: string) {
  const [sequence, indicators, units] = await db.batch([
    db.prepare(`SELECT value FROM sequences WHERE name = 'changes'`),
    db
      .prepare(
        `SELECT i.arrangement_code || ' ' || i.id AS name FROM indicators i
         JOIN arrangements a ON a.list_id = i.list_id AND a.code = i.arrangement_code
         WHERE i.list_id = ?1 AND i.id <> 'done' AND i.retired = 0 AND a.retired = 0`,
      )
      .bind(listId),
    db.prepare(`SELECT id AS name FROM units`),
  ]);
  const names = (result: D1Result | undefined): Set<string> =>
    new Set(rowsOf<{ name: string }>(result).map((row) => row.name));
  return {
    sequence: rowsOf<{ value: number }>(sequence)[0]?.value ?? 0,
    indicators: names(indicators),
    units: names(units),
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
