import { eq } from 'drizzle-orm';
import { bulk } from '../db/bulk.ts';
import { database } from '../db/database.ts';
import { beginWideChange, thisChange } from '../db/change.ts';
import { rowsOf } from '../db/results.ts';
import { rebuildDistrictTotals } from '../progress/rollups.repository.ts';
import { allocations } from './taskLists.table.ts';

/** A unit's share of an indicator's district target. */
export interface Allocation {
  arrangement: string;
  indicator: string;
  unit: string;
  share: number | null;
}

export async function loadAllocations(d1: D1Database, listId: string): Promise<Allocation[]> {
  return database(d1)
    .select({
      arrangement: allocations.arrangementCode,
      indicator: allocations.indicatorId,
      unit: allocations.unitId,
      share: allocations.share,
    })
    .from(allocations)
    .where(eq(allocations.listId, listId))
    .orderBy(allocations.arrangementCode, allocations.indicatorId, allocations.unitId);
}

/** What allocations may name: counting indicators of the list, units of the roster, and what is stored. */
export async function readForAllocating(db: D1Database, listId: string) {
  const [sequence, indicators, units] = await db.batch([
    db.prepare(`SELECT value FROM sequences WHERE name = 'changes'`),
    db
      .prepare(
        `SELECT arrangement_code || ' ' || id AS name FROM indicators WHERE list_id = ?1 AND id <> 'done'`,
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

/** Writes allocations; the obligations concerned come with the next pull, since their rules look at them. */
export async function writeAllocations(
  db: D1Database,
  listId: string,
  changes: readonly Allocation[],
  on: { sequence: number; now: number },
): Promise<void> {
  const set = changes.filter((each) => each.share !== null);
  const unset = changes.filter((each) => each.share === null);
  const rows = (each: readonly Allocation[]) =>
    each.map(({ arrangement, indicator, unit, share }) => [arrangement, indicator, unit, share]);
  await db.batch([
    ...beginWideChange(db, on.sequence, on.now),
    ...bulk(
      db,
      `INSERT INTO allocations (list_id, arrangement_code, indicator_id, unit_id, share)
       SELECT ?2, e.value->>0, e.value->>1, e.value->>2, e.value->>3 FROM json_each(?1) e WHERE true
       ON CONFLICT DO UPDATE SET share = excluded.share`,
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
    ...rebuildDistrictTotals(db, listId),
  ]);
}
