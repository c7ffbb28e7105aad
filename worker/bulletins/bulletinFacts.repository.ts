import type { BulletinObligation, BulletinUnit } from '../../shared/bulletin/facts.ts';
import { listSettings } from '../../shared/taskList/listSettings.ts';
import { rowsOf } from '../db/results.ts';
import type { StoredBulletin } from './bulletins.repository.ts';

/** What a bulletin is made of, as it is stored, of one moment. */
export interface ReadFacts {
  list: { year: number; title: string } | null;
  answerWithinWorkingDays: number;
  units: BulletinUnit[];
  texts: Map<string, string>;
  obligations: BulletinObligation[];
  change: number;
  /** The last issued one of the preset that ended before it and was not corrected: its content, packed. */
  former: string | null;
  /** The last number that was given in the year. */
  lastNumber: number;
}

interface ObligationRow {
  key: string;
  unit: string;
  arrangement: string;
  period: string;
  due: string | null;
  expected: number;
  received: number;
  fulfilled: number;
  punctuality: string | null;
  review: string | null;
  reason: string | null;
  returned_on: string | null;
  answer_by: string | null;
}

const obligationOf = (row: ObligationRow): BulletinObligation => ({
  key: row.key,
  unit: row.unit,
  arrangement: row.arrangement,
  period: row.period,
  due: row.due,
  expected: row.expected === 1,
  received: row.received === 1,
  fulfilled: row.fulfilled === 1,
  punctuality: row.punctuality,
  returned:
    row.review === 'returned'
      ? { reason: row.reason ?? '', on: row.returned_on ?? '', answerBy: row.answer_by }
      : null,
});

/**
 * Reads what a bulletin of these days is made of, in one round trip. What is read grows with the year's obligations.
 * @param year whose numbers are counted: that of the day.
 * @param most so many obligations are read at most.
 */
export async function readFacts(
  db: D1Database,
  { listId, preset, to }: Pick<StoredBulletin, 'listId' | 'preset' | 'to'>,
  { year, most }: { year: number; most: number },
): Promise<ReadFacts> {
  const [lists, units, texts, obligations, former, numbers] = await db.batch([
    db
      .prepare(
        `SELECT (SELECT year FROM task_lists WHERE id = ?1 AND withdrawn = 0) AS year,
           (SELECT title FROM task_lists WHERE id = ?1) AS title,
           (SELECT value FROM settings WHERE scope = ?1 AND name = 'list') AS settings,
           (SELECT value FROM sequences WHERE name = 'changes') AS change`,
      )
      .bind(listId),
    db.prepare(`SELECT id, name, kind FROM units ORDER BY position`),
    db.prepare(`SELECT code, text FROM arrangements WHERE list_id = ?1`).bind(listId),
    db
      .prepare(
        `SELECT key, unit_id AS unit, arrangement_code AS arrangement, period_id AS period, due_on AS due, expected,
           received, fulfilled, punctuality, review, return_reason AS reason, returned_on, answer_by
         FROM obligations INDEXED BY obligations_by_due WHERE list_id = ?1 AND (expected = 1 OR fulfilled = 1)
         ORDER BY due_on, key LIMIT ?2`,
      )
      .bind(listId, most),
    db
      .prepare(
        `SELECT b.content FROM bulletins b WHERE b.list_id = ?1 AND b.preset = ?2 AND b.to_day < ?3 AND b.issued_at IS NOT NULL
           AND NOT EXISTS (SELECT 1 FROM bulletins c WHERE c.corrects = b.id AND c.issued_at IS NOT NULL)
         ORDER BY b.to_day DESC, b.number_year DESC, b.sequence DESC LIMIT 1`,
      )
      .bind(listId, preset, to),
    db.prepare(`SELECT coalesce(max(sequence), 0) AS last FROM bulletins WHERE number_year = ?1`).bind(year),
  ]);
  const [list] = rowsOf<{
    year: number | null;
    title: string;
    settings: string | null;
    change: number;
  }>(lists);
  const settings = listSettings.parse(JSON.parse(list?.settings ?? '{}'));
  return {
    list: list && list.year !== null ? { year: list.year, title: list.title } : null,
    answerWithinWorkingDays: settings.answerWithinWorkingDays,
    units: rowsOf<BulletinUnit>(units),
    texts: new Map(rowsOf<{ code: string; text: string }>(texts).map(({ code, text }) => [code, text])),
    obligations: rowsOf<ObligationRow>(obligations).map(obligationOf),
    change: list?.change ?? 0,
    former: rowsOf<{ content: string }>(former)[0]?.content ?? null,
    lastNumber: rowsOf<{ last: number }>(numbers)[0]?.last ?? 0,
  };
}
