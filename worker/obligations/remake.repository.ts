import type { MadeObligation } from '../../shared/obligations/makeObligations.ts';
import { bulk } from '../db/bulk.ts';
import { thisChange } from '../db/change.ts';
import { rebuildRollups } from '../progress/rollups.repository.ts';

/**
 * Statements that make a list's obligations these: new ones are added, dates of stored ones follow, what is
 * gone is deleted, or retired where a unit has ever written to it. What stays as it is is not touched, and so
 * does not come with the next pull. They expect foreign keys to be deferred and the sequence to be taken.
 */
export function remakeObligations(
  db: D1Database,
  listId: string,
  made: readonly MadeObligation[],
): D1PreparedStatement[] {
  const periods = new Map(made.map(({ period }) => [period.id, period]));
  return [
    ...bulk(
      db,
      `INSERT INTO periods (id, starts_on, ends_on) SELECT e.value->>0, e.value->>1, e.value->>2
       FROM json_each(?1) e WHERE true ON CONFLICT (id) DO NOTHING`,
      [...periods.values()].map((period) => [period.id, period.startsOn, period.endsOn]),
    ),
    // A mark on every obligation, taken off those that are still made: what keeps it is gone.
    db.prepare(`UPDATE obligations SET retired = retired + 2 WHERE list_id = ?1`).bind(listId),
    ...bulk(
      db,
      `INSERT INTO obligations (key, list_id, category, task_code, arrangement_code, schedule_number, unit_id, period_id,
         opens_on, due_on, lock_on, rows, sequence)
       SELECT e.value->>0, ?2, e.value->>1, e.value->>2, e.value->>3, e.value->>4, e.value->>5, e.value->>6,
         e.value->>7, e.value->>8, e.value->>9, e.value->>10, ${thisChange}
       FROM json_each(?1) e WHERE true
       ON CONFLICT (key) DO UPDATE SET category = excluded.category, task_code = excluded.task_code,
         period_id = excluded.period_id,
         opens_on = excluded.opens_on, due_on = excluded.due_on, lock_on = excluded.lock_on, rows = excluded.rows,
         retired = 0,
         sequence = CASE WHEN obligations.retired = 2 AND obligations.opens_on = excluded.opens_on
           AND obligations.due_on IS excluded.due_on AND obligations.lock_on IS excluded.lock_on
           AND obligations.rows = excluded.rows AND obligations.period_id = excluded.period_id THEN obligations.sequence ELSE excluded.sequence END`,
      made.map((obligation) => [
        obligation.key,
        obligation.category,
        obligation.task,
        obligation.arrangement,
        obligation.schedule,
        obligation.unit,
        obligation.period.id,
        obligation.opensOn,
        obligation.dueOn,
        obligation.lockOn,
        obligation.rows,
      ]),
      listId,
    ),
    db
      .prepare(
        `INSERT INTO sequences (name, value, at) SELECT 'deletions ' || ?1, ${thisChange}, 0
         WHERE EXISTS (SELECT 1 FROM obligations WHERE list_id = ?1 AND retired >= 2 AND touched = 0)
         ON CONFLICT (name) DO UPDATE SET value = excluded.value`,
      )
      .bind(listId),
    db.prepare(`DELETE FROM obligations WHERE list_id = ?1 AND retired >= 2 AND touched = 0`).bind(listId),
    db
      .prepare(
        `UPDATE obligations SET sequence = CASE WHEN retired = 2 THEN ${thisChange} ELSE sequence END, retired = 1
         WHERE list_id = ?1 AND retired >= 2`,
      )
      .bind(listId),
    ...settleSeries(db, listId),
    ...rebuildRollups(db, listId),
  ];
}

/**
 * Counts the obligations of some arrangements as changed: they come with the next pull, and a push that was planned
 * by what the list said before is planned again.
 */
export function bringAgain(db: D1Database, listId: string, codes: readonly string[]): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE obligations SET sequence = ${thisChange}
       WHERE list_id = ?1 AND arrangement_code IN (SELECT value FROM json_each(?2))`,
    )
    .bind(listId, JSON.stringify(codes));
}

/** Orders the obligations of a series by time, as the push does. */
const rank = (o: string): string =>
  `coalesce(${o}.due_on, '9999-99-99') || ' ' || ${o}.schedule_number || ' ' || ${o}.key`;
const final = `('once', 'window', 'undated')`;

/**
 * Statements that bring series with reports up to what was remade: who is waived, and that the rows beside a
 * changed one come with the next pull, since their rules look at its count.
 */
function settleSeries(db: D1Database, listId: string): D1PreparedStatement[] {
  return [
    db
      .prepare(
        `WITH written AS (SELECT DISTINCT unit_id, arrangement_code FROM obligations WHERE list_id = ?1 AND touched = 1),
         finals AS (
           SELECT o.unit_id, o.arrangement_code, max(s.completed_on) AS day FROM written w
           JOIN obligations o ON o.list_id = ?1 AND o.unit_id = w.unit_id AND o.arrangement_code = w.arrangement_code
           JOIN schedules c ON c.list_id = ?1 AND c.arrangement_code = o.arrangement_code AND c.number = o.schedule_number
           JOIN submissions s ON s.obligation_key = o.key
           WHERE o.retired = 0 AND o.due_on IS NOT NULL AND c.kind IN ${final}
           GROUP BY o.key HAVING sum(s.status = '已完成' AND s.completed_on IS NOT NULL) = o.rows),
         settled AS (
           SELECT o.key, CASE
             WHEN o.opens_on > (SELECT min(f.day) FROM finals f
               WHERE f.unit_id = o.unit_id AND f.arrangement_code = o.arrangement_code) THEN 'completed'
             WHEN o.rows = (SELECT count(*) FROM indicators i WHERE i.list_id = ?1
               AND i.arrangement_code = o.arrangement_code AND '本地无此类' = (
                 SELECT s.status FROM obligations e JOIN submissions s ON s.obligation_key = e.key AND s.indicator_id = i.id
                 WHERE e.list_id = ?1 AND e.unit_id = o.unit_id AND e.arrangement_code = o.arrangement_code
                   AND e.schedule_number = o.schedule_number AND ${rank('e')} < ${rank('o')}
                 ORDER BY ${rank('e')} DESC LIMIT 1)) THEN 'notApplicable'
             END AS waived_by
           FROM written w
           JOIN obligations o ON o.list_id = ?1 AND o.unit_id = w.unit_id AND o.arrangement_code = w.arrangement_code
           JOIN schedules c ON c.list_id = ?1 AND c.arrangement_code = o.arrangement_code AND c.number = o.schedule_number
           WHERE c.kind NOT IN ${final})
         UPDATE obligations SET waived_by = settled.waived_by, sequence = ${thisChange}
         FROM settled WHERE obligations.key = settled.key AND obligations.waived_by IS NOT settled.waived_by`,
      )
      .bind(listId),
    db
      .prepare(
        `UPDATE obligations SET sequence = ${thisChange} WHERE list_id = ?1 AND (unit_id, arrangement_code) IN (
           SELECT unit_id, arrangement_code FROM obligations
           WHERE list_id = ?1 AND touched = 1 AND sequence = ${thisChange})`,
      )
      .bind(listId),
  ];
}
