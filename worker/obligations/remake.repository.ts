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
         opens_on = excluded.opens_on, due_on = excluded.due_on, lock_on = excluded.lock_on, rows = excluded.rows,
         retired = 0,
         sequence = CASE WHEN obligations.retired = 2 AND obligations.opens_on = excluded.opens_on
           AND obligations.due_on IS excluded.due_on AND obligations.lock_on IS excluded.lock_on
           AND obligations.rows = excluded.rows THEN obligations.sequence ELSE excluded.sequence END`,
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
    db.prepare(`DELETE FROM obligations WHERE list_id = ?1 AND retired >= 2 AND touched = 0`).bind(listId),
    db
      .prepare(
        `UPDATE obligations SET sequence = CASE WHEN retired = 2 THEN ${thisChange} ELSE sequence END, retired = 1
         WHERE list_id = ?1 AND retired >= 2`,
      )
      .bind(listId),
    ...rebuildRollups(db, listId),
  ];
}
