import type { OpenReport } from '../../shared/calendarFeed/dueDays.ts';
import { rowsOf } from '../db/results.ts';
import { demoOffset } from '../keys/keys.repository.ts';

/** So many reports are looked at in a day; those that are due first come first. */
const mostReports = 40_000;

interface Row extends Omit<OpenReport, 'text' | 'received' | 'fulfilled'> {
  list: string;
  unit: string;
  received: number;
  fulfilled: number;
}

/** The demo clock's offset in milliseconds; `null` where time is real. */
export const readDemoOffset = (db: D1Database): Promise<number | null> =>
  db.prepare(`SELECT ${demoOffset} AS offset`).first<number>('offset');

export interface UnitReports {
  id: string;
  name: string;
  reports: OpenReport[];
}

/** What every unit has to do between two days, both included, by the roster's order; and the newest list that has begun. */
export async function loadUnitReports(
  db: D1Database,
  { from, until, year }: { from: string; until: string; year: number },
): Promise<{ units: UnitReports[]; year: number | null }> {
  const isDue = (due: string): string => `${due} BETWEEN ?1 AND ?2`;
  const columns = `o.list_id AS list, o.unit_id AS unit, o.arrangement_code AS arrangement, o.period_id AS period,
    o.due_on AS due, o.due_original AS dueOriginal, o.received, o.fulfilled,
    CASE o.review WHEN 'returned' THEN o.answer_by END AS answerBy`;
  const [units, reports, texts, lists] = await db.batch([
    db.prepare(`SELECT id, name FROM units ORDER BY position`),
    db
      .prepare(
        `SELECT ${columns} FROM task_lists l CROSS JOIN obligations o INDEXED BY obligations_by_due ON o.list_id = l.id
         WHERE o.expected = 1 AND o.fulfilled = 0 AND ${isDue('o.due_on')}
         UNION ALL SELECT ${columns} FROM task_lists l CROSS JOIN obligations o INDEXED BY obligations_by_review
           ON o.list_id = l.id
         WHERE o.expected = 1 AND o.review = 'returned' AND ${isDue('o.answer_by')}
           AND NOT (o.fulfilled = 0 AND coalesce(${isDue('o.due_on')}, 0))
         ORDER BY due, arrangement, period LIMIT ${mostReports}`,
      )
      .bind(from, until),
    db.prepare(`SELECT list_id AS list, code, text FROM arrangements`),
    db.prepare(`SELECT max(year) AS year FROM task_lists WHERE year <= ?1`).bind(year),
  ]);
  const textOf = new Map(
    rowsOf<{ list: string; code: string; text: string }>(texts).map(({ list, code, text }) => [
      `${list} ${code}`,
      text,
    ]),
  );
  const byUnit = Map.groupBy(rowsOf<Row>(reports), ({ unit }) => unit);
  return {
    year: rowsOf<{ year: number | null }>(lists)[0]?.year ?? null,
    units: rowsOf<{ id: string; name: string }>(units).map(({ id, name }) => ({
      ...{ id, name },
      reports: (byUnit.get(id) ?? []).map(({ list, unit: _, received, fulfilled, ...row }) => ({
        ...row,
        text: textOf.get(`${list} ${row.arrangement}`) ?? '',
        received: received === 1,
        fulfilled: fulfilled === 1,
      })),
    })),
  };
}
