import type { MarkCounts } from '../../shared/wire/parts/mark.ts';
import { rowsOf } from '../db/results.ts';
import { markOf } from './marks.ts';

/** What falls due from a day on and before another; of one unit, of one category. */
export interface DueFilter {
  dueFrom: string;
  dueBefore: string;
  unit: string | null;
  category?: number | undefined;
}

export interface DueRows {
  units: { id: string; name: string }[];
  cells: ({ unit: string; period: string } & MarkCounts)[];
  empty: { unit: string; arrangement: string; due: string; periods: string }[];
  next: { due: string; arrangement: string; expected: number; empty: number }[];
  texts: { code: string; text: string }[];
  periods: { id: string }[];
}

const among = `FROM obligations o INDEXED BY obligations_by_due
  WHERE o.list_id = ?1 AND o.expected = 1 AND o.due_on >= ?3 AND o.due_on < ?4
    AND (?5 IS NULL OR o.unit_id = ?5) AND (?6 IS NULL OR o.category = ?6)`;
const marked = (name: string): string => `sum((${markOf}) = '${name}') AS ${name}`;

/** Who has reported what falls due, in one round trip. What is read grows with the days asked for. */
export async function loadDue(
  db: D1Database,
  listId: string,
  today: string,
  filter: DueFilter,
): Promise<DueRows> {
  const { dueFrom, dueBefore, unit, category } = filter;
  const of = (sql: string, from = dueFrom, before = dueBefore): D1PreparedStatement =>
    db.prepare(sql).bind(listId, today, from, before, unit, category ?? null);
  const [units, cells, empty, next, periods, texts] = await db.batch([
    db
      .prepare(
        `SELECT id, name FROM units u WHERE (?2 IS NULL OR id = ?2) AND EXISTS (SELECT 1 FROM obligations o
           WHERE o.list_id = ?1 AND o.unit_id = u.id AND o.retired = 0) ORDER BY position`,
      )
      .bind(listId, unit),
    of(
      `SELECT o.unit_id AS unit, o.period_id AS period, count(*) AS expected,
         ${['reported', 'late', 'unfinished', 'empty'].map(marked).join(', ')}
       ${among} GROUP BY o.unit_id, o.period_id`,
    ),
    of(
      `SELECT unit, arrangement, min(due_on) AS due, json_group_array(period) AS periods FROM (
         SELECT o.unit_id AS unit, o.arrangement_code AS arrangement, o.due_on, o.period_id AS period
         ${among} AND o.received = 0 AND ?2 IS NOT NULL ORDER BY o.due_on, o.key)
       GROUP BY unit, arrangement ORDER BY due`,
    ),
    of(
      `SELECT o.due_on AS due, o.arrangement_code AS arrangement, count(*) AS expected, sum(o.received = 0) AS empty
       ${among} AND ?2 IS NOT NULL GROUP BY o.due_on, o.arrangement_code ORDER BY o.due_on, min(o.key)`,
      today,
      '9999',
    ),
    of(
      `SELECT id FROM periods WHERE ?2 IS NOT NULL AND id IN (SELECT o.period_id ${among})
       ORDER BY ends_on, starts_on DESC`,
    ),
    db.prepare(`SELECT code, text FROM arrangements WHERE list_id = ?1`).bind(listId),
  ]);
  return {
    units: rowsOf(units),
    cells: rowsOf(cells),
    empty: rowsOf(empty),
    next: rowsOf(next),
    periods: rowsOf(periods),
    texts: rowsOf(texts),
  };
}
