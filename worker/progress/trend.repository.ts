import { rowsOf } from '../db/results.ts';
import { tallies } from './rollups.repository.ts';

/** Of which obligations a trend tells; without any of these, of all. */
export interface TrendFilter {
  unit: string | null;
  category?: number | undefined;
}

/** A unit's obligations of one due date, counted. */
export interface TrendRow {
  unit: string;
  due: string;
  expected: number;
  received: number;
  fulfilled: number;
  onTime: number;
}

const fields = `due_on AS due, expected, received, fulfilled, on_time AS onTime`;

/**
 * What is expected, received, fulfilled and on time, unit by unit and day by day, in one round trip. It reads a row of the
 * roll-up for each unit and due date; of a category, for which none is kept, the list's obligations.
 */
export async function loadTrend(
  db: D1Database,
  listId: string,
  { unit, category }: TrendFilter,
): Promise<{ rows: TrendRow[]; units: { id: string; name: string }[] }> {
  const ofCategory = `(SELECT unit_id AS group_id, due_on, ${tallies} FROM obligations
    WHERE list_id = ?1 AND expected = 1 AND due_on IS NOT NULL AND category = ?2 GROUP BY unit_id, due_on)`;
  const ofUnitInCategory = ofCategory.replace('category = ?2', 'category = ?2 AND unit_id = ?3');
  const ofAll = `progress_rollups WHERE list_id = ?1 AND dimension = 'unit' AND due_on <> ''`;
  const counts =
    category !== undefined
      ? unit === null
        ? db.prepare(`SELECT group_id AS unit, ${fields} FROM ${ofCategory}`).bind(listId, category)
        : db
            .prepare(`SELECT group_id AS unit, ${fields} FROM ${ofUnitInCategory}`)
            .bind(listId, category, unit)
      : unit === null
        ? db.prepare(`SELECT group_id AS unit, ${fields} FROM ${ofAll}`).bind(listId)
        : db.prepare(`SELECT group_id AS unit, ${fields} FROM ${ofAll} AND group_id = ?2`).bind(listId, unit);
  const [rows, units] = await db.batch([
    counts,
    db.prepare(`SELECT id, name FROM units WHERE ?1 IS NULL OR id = ?1 ORDER BY position`).bind(unit),
  ]);
  return { rows: rowsOf(rows), units: rowsOf(units) };
}
