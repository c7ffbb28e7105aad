import { rollupCounts, type RollupDelta, type TotalChange } from '../../shared/sync/rollup.ts';
import { bulk, eachRow } from '../db/bulk.ts';
import { progressRollups } from './progress.table.ts';
import { outsideSum } from './outsideSum.ts';

/** The roll-up's dimensions, and the column of `obligations` that each groups by. */
export const dimensions = {
  unit: 'unit_id',
  category: 'CAST(category AS TEXT)',
  task: 'task_code',
  arrangement: 'arrangement_code',
  period: 'period_id',
} as const;

/** The numbers of a group of obligations, by the names of the roll-up's columns: sums of how each counts. */
export const tallies = `sum(expected) AS expected, sum(received) AS received, sum(fulfilled) AS fulfilled,
             sum(fulfilled AND punctuality IS 'onTime') AS on_time,
             sum(fulfilled AND punctuality IS 'reportedLate') AS reported_late,
             sum(fulfilled AND punctuality IS 'completedLate') AS completed_late,
             sum(review IS 'toAccept') AS to_accept, sum(review IS 'accepted') AS accepted,
             sum(review IS 'returned') AS returned`;

/** The columns of `rollupCounts`. */
const columns = rollupCounts.map((name) => progressRollups[name].name);
const added = columns.map((name) => `${name} = ${name} + excluded.${name}`).join(', ');

/** Series by units and arrangements: each of these units with each of these arrangements. */
export type SeriesBlock = readonly [units: readonly string[], arrangements: readonly string[]];

/**
 * Statements that take what the obligations of some series count out of the roll-up, or put it in: before they come, go or move
 * in a wide change, and after it.
 */
export function moveRollup(
  db: D1Database,
  listId: string,
  blocks: readonly SeriesBlock[],
  way: 'out' | 'in',
): D1PreparedStatement[] {
  const sign = way === 'out' ? '-' : '';
  const numbers = tallies.replaceAll('sum(', `${sign}sum(`);
  return [
    ...Object.entries(dimensions).flatMap(([dimension, column]) =>
      bulk(
        db,
        `INSERT INTO progress_rollups (list_id, dimension, group_id, due_on, ${columns.join(', ')})
         SELECT list_id, ?3, ${column}, coalesce(due_on, ''), ${numbers}
         FROM json_each(?1) g CROSS JOIN json_each(g.value, '$[0]') u CROSS JOIN json_each(g.value, '$[1]') c
         CROSS JOIN obligations
         WHERE list_id = ?2 AND unit_id = u.value AND arrangement_code = c.value AND expected = 1
         GROUP BY ${column}, coalesce(due_on, '')
         ON CONFLICT DO UPDATE SET ${added}`,
        blocks,
        listId,
        dimension,
      ),
    ),
    // What nothing counts in any more is no group.
    ...(way === 'out' || blocks.length === 0
      ? []
      : [db.prepare(`DELETE FROM progress_rollups WHERE list_id = ?1 AND expected = 0`).bind(listId)]),
  ];
}

/** Indicators that the list in force has. */
const inForce = `indicators i JOIN arrangements g ON g.list_id = i.list_id AND g.code = i.arrangement_code
  WHERE i.list_id = ?1 AND i.retired = 0 AND g.retired = 0`;

/**
 * Statements that set every unit's allocated count from its allocations, and the `*` rows from the units' (C6).
 */
export function rebuildDistrictTotals(db: D1Database, listId: string): D1PreparedStatement[] {
  return [
    db
      .prepare(
        `DELETE FROM indicator_totals WHERE list_id = ?1 AND (unit_id = '*' OR NOT EXISTS (
           SELECT 1 FROM ${inForce} AND i.arrangement_code = indicator_totals.arrangement_code
             AND i.id = indicator_totals.indicator_id))`,
      )
      .bind(listId),
    db.prepare(`UPDATE indicator_totals SET allocated = NULL WHERE list_id = ?1`).bind(listId),
    db
      .prepare(
        `INSERT INTO indicator_totals (list_id, unit_id, arrangement_code, indicator_id, reported, allocated, reporting)
         SELECT l.list_id, l.unit_id, l.arrangement_code, l.indicator_id, NULL, l.share, 0 FROM allocations l
         WHERE l.list_id = ?1 AND EXISTS (SELECT 1 FROM ${inForce} AND i.arrangement_code = l.arrangement_code
           AND i.id = l.indicator_id)
         ON CONFLICT DO UPDATE SET allocated = excluded.allocated`,
      )
      .bind(listId),
    db
      .prepare(
        `INSERT INTO indicator_totals (list_id, unit_id, arrangement_code, indicator_id, reported, allocated, reporting)
         SELECT t.list_id, '*', t.arrangement_code, t.indicator_id, sum(t.reported), sum(t.allocated), count(t.reported)
         FROM indicator_totals t JOIN units u ON u.id = t.unit_id
         WHERE t.list_id = ?1 AND t.unit_id <> '*' AND NOT ${outsideSum('u', '?1', 't.arrangement_code')}
         GROUP BY t.arrangement_code, t.indicator_id`,
      )
      .bind(listId),
  ];
}

/** Statements that add a push's differences to the roll-up. */
export function applyRollup(
  db: D1Database,
  listId: string,
  deltas: readonly RollupDelta[],
  totals: readonly TotalChange[],
): D1PreparedStatement[] {
  return [
    ...bulk(
      db,
      `INSERT INTO progress_rollups (list_id, dimension, group_id, due_on, ${columns.join(', ')})
       SELECT ?2, e.value->>0, e.value->>1, e.value->>2, ${columns.map((_, index) => `e.value->>${index + 3}`).join(', ')}
       FROM ${eachRow} WHERE true
       ON CONFLICT DO UPDATE SET ${added}`,
      deltas.map((delta) => [
        delta.dimension,
        delta.group,
        delta.dueOn ?? '',
        ...rollupCounts.map((name) => delta[name]),
      ]),
      listId,
    ),
    // A unit's count is set; the district's, `*`, is added to.
    ...bulk(
      db,
      `INSERT INTO indicator_totals (list_id, unit_id, arrangement_code, indicator_id, reported, allocated, reporting)
       SELECT ?2, e.value->>0, e.value->>1, e.value->>2, e.value->>3, NULL, e.value->>4 FROM ${eachRow} WHERE true
       ON CONFLICT DO UPDATE SET reporting = reporting + excluded.reporting,
         reported = CASE WHEN unit_id <> '*' THEN excluded.reported
           WHEN reporting + excluded.reporting = 0 THEN NULL
           ELSE coalesce(reported, 0) + excluded.reported END`,
      totals.flatMap(({ unit, arrangement, indicator, before, reported, countsForDistrict }) => {
        const more = (reported ?? 0) - (before ?? 0);
        const reporting = Number(reported !== null) - Number(before !== null);
        const own = [unit, arrangement, indicator, reported, 0];
        return countsForDistrict ? [own, ['*', arrangement, indicator, more, reporting]] : [own];
      }),
      listId,
    ),
  ];
}
