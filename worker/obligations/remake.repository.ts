import type { MadeObligation } from '../../shared/obligations/makeObligations.ts';
import { bulk } from '../db/bulk.ts';
import { thisChange } from '../db/change.ts';
import { rebuildRollups } from '../progress/rollups.repository.ts';

/** Kinds of schedules whose rows say 已完成; the rows of the others, the cadences, say 已开展. */
const final = `('once', 'window', 'undated')`;

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
         received_rows = min(obligations.received_rows, excluded.rows),
         fulfilled_rows = min(obligations.fulfilled_rows, excluded.rows), retired = 0,
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
        obligation.rowCount,
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
    ...followArrangements(db, listId),
    settleRows(db, listId),
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

/** Obligations stand where their arrangement does, retired ones too: a corrected list may put it under another task. */
function followArrangements(db: D1Database, listId: string): D1PreparedStatement[] {
  return [
    db
      .prepare(
        `UPDATE obligations SET task_code = a.task_code, category = t.category
         FROM arrangements a JOIN tasks t ON t.list_id = a.list_id AND t.code = a.task_code
         WHERE obligations.list_id = ?1 AND a.list_id = ?1 AND a.code = obligations.arrangement_code
           AND (obligations.task_code <> a.task_code OR obligations.category <> t.category)`,
      )
      .bind(listId),
  ];
}

/**
 * Counts anew the rows of obligations that were ever written to, by the schedules, indicators and allocations in force. What
 * they become by that, they became when the last of their rows came, not now; what was once decided stays. The push says
 * the same in its own words (`settleObligation`).
 */
export function settleRows(db: D1Database, listId: string): D1PreparedStatement {
  return db
    .prepare(
      `WITH counted AS (
         SELECT o.key, count(s.row_key) AS received, max(s.received_at) AS last,
           sum(s.status IS NOT NULL AND CASE
             WHEN s.status = '本地无此类' THEN 1
             WHEN coalesce(c.decided_kind, c.kind) NOT IN ${final} THEN s.status = '已开展'
             ELSE s.status = '已完成' AND NOT (s.count IS NOT NULL AND l.share IS NOT NULL AND s.count < l.share)
           END) AS fulfilled,
           sum(EXISTS (SELECT 1 FROM drafts d WHERE d.obligation_key = o.key AND d.indicator_id = i.id)) AS drafts,
           min(s.status = '本地无此类' OR s.completed_on IS NOT NULL AND s.completed_on <= o.due_on) AS in_time
         FROM obligations o
         JOIN schedules c ON c.list_id = ?1 AND c.arrangement_code = o.arrangement_code AND c.number = o.schedule_number
         JOIN indicators i ON i.list_id = ?1 AND i.arrangement_code = o.arrangement_code AND i.retired = 0
         LEFT JOIN submissions s ON s.obligation_key = o.key AND s.indicator_id = i.id
         LEFT JOIN allocations l ON l.list_id = ?1 AND l.arrangement_code = o.arrangement_code
           AND l.indicator_id = i.id AND l.unit_id = o.unit_id
         WHERE o.list_id = ?1 AND o.touched = 1 AND o.retired = 0 GROUP BY o.key),
       settled AS (
         SELECT n.*, CASE WHEN o.punctuality IS NOT NULL OR o.due_on IS NULL OR n.fulfilled < o.rows THEN o.punctuality
             WHEN strftime('%Y-%m-%d', coalesce(o.first_fulfilled_at, n.last) / 1000 + 28800, 'unixepoch') <= o.due_on
               THEN 'onTime'
             WHEN n.in_time THEN 'reportedLate' ELSE 'completedLate' END AS decided
         FROM counted n JOIN obligations o ON o.key = n.key)
       UPDATE obligations SET received_rows = n.received, fulfilled_rows = n.fulfilled, draft_rows = n.drafts,
         first_received_at = coalesce(first_received_at, CASE WHEN n.received = rows THEN n.last END),
         first_fulfilled_at = coalesce(first_fulfilled_at, CASE WHEN n.fulfilled = rows THEN n.last END),
         punctuality = n.decided, sequence = ${thisChange}
       FROM settled n WHERE obligations.key = n.key AND (received_rows <> n.received OR fulfilled_rows <> n.fulfilled
         OR draft_rows <> n.drafts OR punctuality IS NOT n.decided)`,
    )
    .bind(listId);
}

/** Orders the obligations of a series by time, as the push does. */
const rank = (o: string): string =>
  `coalesce(${o}.due_on, '9999-99-99') || ' ' || ${o}.schedule_number || ' ' || ${o}.key`;

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
           JOIN indicators i ON i.list_id = ?1 AND i.arrangement_code = o.arrangement_code AND i.id = s.indicator_id
             AND i.retired = 0
           WHERE o.retired = 0 AND o.due_on IS NOT NULL AND coalesce(c.decided_kind, c.kind) IN ${final}
           GROUP BY o.key HAVING sum(s.status = '已完成' AND s.completed_on IS NOT NULL) = o.rows),
         settled AS (
           SELECT o.key, CASE
             WHEN o.opens_on > (SELECT min(f.day) FROM finals f
               WHERE f.unit_id = o.unit_id AND f.arrangement_code = o.arrangement_code) THEN 'completed'
             WHEN o.rows = (SELECT count(*) FROM indicators i WHERE i.list_id = ?1
               AND i.arrangement_code = o.arrangement_code AND i.retired = 0 AND '本地无此类' = (
                 SELECT s.status FROM obligations e JOIN submissions s ON s.obligation_key = e.key AND s.indicator_id = i.id
                 WHERE e.list_id = ?1 AND e.unit_id = o.unit_id AND e.arrangement_code = o.arrangement_code
                   AND e.schedule_number = o.schedule_number AND ${rank('e')} < ${rank('o')}
                 ORDER BY ${rank('e')} DESC LIMIT 1)) THEN 'notApplicable'
             END AS waived_by
           FROM written w
           JOIN obligations o ON o.list_id = ?1 AND o.unit_id = w.unit_id AND o.arrangement_code = w.arrangement_code
           JOIN schedules c ON c.list_id = ?1 AND c.arrangement_code = o.arrangement_code AND c.number = o.schedule_number
           WHERE coalesce(c.decided_kind, c.kind) NOT IN ${final})
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
