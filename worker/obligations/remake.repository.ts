import type { OccasionOfUnits } from '../../shared/obligations/compareOccasions.ts';
import { obligationKeyAt } from '../../shared/obligations/makeOccasions.ts';
import { bulk } from '../db/bulk.ts';
import { thisChange } from '../db/change.ts';
import { rowsOf } from '../db/results.ts';

/**
 * Occasions for D1: those of the same units together, since a district of 1,200 units has hundreds of thousands of
 * obligations and a few hundred occasions. A key stands with `*` for the unit.
 */
export function packed(
  all: readonly OccasionOfUnits[],
  cellsOf: (occasion: OccasionOfUnits['occasion']) => (string | number | null)[],
): [units: readonly string[], occasions: (string | number | null)[][]][] {
  const groups = Map.groupBy(all, ({ units }) => units.join(' '));
  return [...groups.values()].flatMap((each) => {
    const { units } = each[0]!;
    const rows = each.map(({ occasion }) => [obligationKeyAt(occasion, '*'), ...cellsOf(occasion)]);
    const parts = Math.ceil(rows.length / 2000);
    return Array.from({ length: parts }, (_, at): [readonly string[], (string | number | null)[][]] => [
      units,
      rows.slice(at * 2000, (at + 1) * 2000),
    ]);
  });
}

/**
 * The obligations that `packed` names: `u.value` is the unit, `e.value` the occasion. Unit by unit, as most indexes are in order:
 * else each insertion falls on another page of them.
 */
export const each = `json_each(?1) g CROSS JOIN json_each(g.value, '$[0]') u CROSS JOIN json_each(g.value, '$[1]') e`;
/** The key of each of them. */
export const key = `replace(e.value->>0, '*', u.value)`;

/**
 * Statements that write the obligations of these occasions: new ones as nobody has written to them, stored ones with the dates
 * and rows of the occasion. What reports make of them is not written here. They count as changed.
 */
export function writeOccasions(
  db: D1Database,
  listId: string,
  all: readonly OccasionOfUnits[],
): D1PreparedStatement[] {
  const periods = new Map(all.map(({ occasion: { period } }) => [period.id, period]));
  return [
    ...bulk(
      db,
      `INSERT INTO periods (id, starts_on, ends_on) SELECT e.value->>0, e.value->>1, e.value->>2
       FROM json_each(?1) e WHERE true ON CONFLICT (id) DO NOTHING`,
      [...periods.values()].map((period) => [period.id, period.startsOn, period.endsOn]),
    ),
    // Counts of rows that are gone with their indicator would break the table's check until the reports are settled.
    ...bulk(
      db,
      `INSERT INTO obligations (key, list_id, category, task_code, arrangement_code, schedule_number, unit_id, period_id,
         opens_on, due_on, lock_on, rows, moved_from, sequence)
       SELECT ${key}, ?2, e.value->>1, e.value->>2, e.value->>3, e.value->>4, u.value, e.value->>5,
         e.value->>6, e.value->>7, e.value->>8, e.value->>9, e.value->>10, ${thisChange}
       FROM ${each} WHERE true
       ON CONFLICT (key) DO UPDATE SET category = excluded.category, task_code = excluded.task_code,
         period_id = excluded.period_id, opens_on = excluded.opens_on, due_on = excluded.due_on,
         lock_on = excluded.lock_on, moved_from = excluded.moved_from, rows = excluded.rows, received_rows = min(received_rows, excluded.rows),
         fulfilled_rows = min(fulfilled_rows, excluded.rows), sequence = excluded.sequence`,
      packed(all, (occasion) => [
        occasion.category,
        occasion.task,
        occasion.arrangement,
        occasion.schedule,
        occasion.period.id,
        occasion.opensOn,
        occasion.dueOn,
        occasion.lockOn,
        occasion.rowCount,
        occasion.movedFrom,
      ]),
      listId,
    ),
  ];
}

/**
 * Statements that delete the obligations of these occasions that nobody has written to, and note that some have gone. The
 * others are kept, and settled as retired.
 */
export function dropObligations(
  db: D1Database,
  listId: string,
  all: readonly OccasionOfUnits[],
): D1PreparedStatement[] {
  const keys = packed(all, () => []);
  return [
    ...bulk(
      db,
      `INSERT INTO sequences (name, value, at) SELECT 'deletions ' || ?2, ${thisChange}, 0
       WHERE EXISTS (SELECT 1 FROM ${each} CROSS JOIN obligations o ON o.key = ${key} WHERE o.touched = 0)
       ON CONFLICT (name) DO UPDATE SET value = excluded.value`,
      keys,
      listId,
    ),
    ...bulk(
      db,
      `DELETE FROM obligations WHERE rowid IN (
         SELECT o.rowid FROM ${each} CROSS JOIN obligations o ON o.key = ${key} WHERE o.touched = 0)`,
      keys,
    ),
  ];
}

/** Of the obligations of these occasions, how many are stored, and how many of them somebody has written to, by unit. */
export async function countObligations(
  db: D1Database,
  all: readonly OccasionOfUnits[],
): Promise<Map<string, { stored: number; touched: number }>> {
  const statements = bulk(
    db,
    `SELECT u.value AS unit, count(*) AS stored, sum(o.touched) AS touched
     FROM ${each} CROSS JOIN obligations o ON o.key = ${key} GROUP BY u.value`,
    packed(all, () => []),
  );
  const counts = new Map<string, { stored: number; touched: number }>();
  if (statements.length === 0) return counts;
  type Row = { unit: string; stored: number; touched: number };
  for (const { unit, stored, touched } of (await db.batch(statements)).flatMap((answer) =>
    rowsOf<Row>(answer),
  )) {
    const before = counts.get(unit) ?? { stored: 0, touched: 0 };
    counts.set(unit, { stored: before.stored + stored, touched: before.touched + touched });
  }
  return counts;
}

/**
 * Counts the obligations of some arrangements as changed: they come with the next pull, and a push that was planned
 * by what the list said before is planned again.
 */
export function bringAgain(db: D1Database, listId: string, codes: readonly string[]): D1PreparedStatement[] {
  return bulk(
    db,
    `UPDATE obligations SET sequence = ${thisChange}
     WHERE list_id = ?2 AND arrangement_code IN (SELECT value FROM json_each(?1))`,
    codes,
    listId,
  );
}

/** Obligations stand where their arrangement does, retired ones too: a corrected list may put it under another task. */
export function followArrangements(
  db: D1Database,
  listId: string,
  moved: readonly [code: string, task: string, category: number][],
  units: readonly string[],
): D1PreparedStatement[] {
  return bulk(
    db,
    `UPDATE obligations SET task_code = e.value->>1, category = e.value->>2
     FROM json_each(?1) e CROSS JOIN json_each(?3) u
     WHERE list_id = ?2 AND unit_id = u.value AND arrangement_code = e.value->>0
       AND (task_code <> e.value->>1 OR category <> e.value->>2)`,
    moved,
    listId,
    JSON.stringify(units),
  );
}
