import type { OpenReport } from '../../shared/calendarFeed/dueDays.ts';
import { rowsOf } from '../db/results.ts';

/** So many reports of a list a calendar holds; beyond them the latest are left out. */
const mostReports = 6000;

interface ReportRow {
  arrangement: string;
  text: string;
  period: string;
  due: string | null;
  dueOriginal: string | null;
  received: number;
  fulfilled: number;
  answerBy: string | null;
}

/** What a unit has still to do, and how often and when its dates were last set. */
export interface FeedRows {
  /** The newest list that has begun; `null` where there is none. */
  year: number | null;
  reports: OpenReport[];
  /** How often dates may have moved: publishings, settings, extensions. It never falls. */
  sequence: number;
  /** Milliseconds. */
  stamp: number;
}

const extensions = `acts a JOIN act_obligations t ON t.act_id = a.act_id WHERE a.act IN ('extend', 'withdrawExtension')
  AND t.outcome = 'applied' AND instr(t.obligation_key, '.' || ?1 || '.') > 0`;

/** Reads what a unit has to do between two days, both included, of every list, in one round trip. */
export async function loadFeed(
  db: D1Database,
  unit: string,
  { today, from, to }: { today: string; from: string; to: string },
): Promise<FeedRows> {
  const [reports, head] = await db.batch([
    db
      .prepare(
        `SELECT o.arrangement_code AS arrangement, a.text, o.period_id AS period, o.due_on AS due,
           o.due_original AS dueOriginal, o.received, o.fulfilled,
           CASE o.review WHEN 'returned' THEN o.answer_by END AS answerBy
         FROM task_lists l CROSS JOIN obligations o INDEXED BY obligations_by_unit_due ON o.list_id = l.id
         CROSS JOIN arrangements a ON a.list_id = o.list_id AND a.code = o.arrangement_code
         WHERE o.unit_id = ?1 AND o.expected = 1 AND ((o.fulfilled = 0 AND o.due_on BETWEEN ?2 AND ?3)
           OR (o.review = 'returned' AND o.answer_by BETWEEN ?2 AND ?3))
         ORDER BY o.due_on, o.key LIMIT ${mostReports}`,
      )
      .bind(unit, from, to),
    db
      .prepare(
        `SELECT (SELECT max(year) FROM task_lists WHERE year <= ?2) AS year,
           (SELECT count(*) FROM publishings)
             + (SELECT coalesce(sum(version), 0) FROM versions WHERE thing LIKE 'settings %')
             + (SELECT count(*) FROM ${extensions}) AS sequence,
           max((SELECT coalesce(max(published_at), 0) FROM publishings),
             (SELECT coalesce(max(changed_at), 0) FROM versions WHERE thing LIKE 'settings %'),
             (SELECT coalesce(max(a.made_at), 0) FROM ${extensions}),
             (SELECT coalesce(max(last_changed_at), 0) FROM obligations
              WHERE list_id IN (SELECT id FROM task_lists) AND unit_id = ?1)) AS stamp`,
      )
      .bind(unit, Number(today.slice(0, 4))),
  ]);
  const [{ year, sequence, stamp }] = rowsOf<Omit<FeedRows, 'reports'>>(head) as [Omit<FeedRows, 'reports'>];
  const open = rowsOf<ReportRow>(reports).map((row) => ({
    ...row,
    received: row.received === 1,
    fulfilled: row.fulfilled === 1,
  }));
  return { year, reports: open, sequence, stamp };
}
