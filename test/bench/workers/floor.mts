import { Hono } from 'hono';
import { rowFields } from '../../../shared/row/columns.ts';
import { eachRow } from '../../../worker/db/bulk.ts';
import { elements, setExcluded } from '../../../worker/db/sql.ts';
import { valueColumns } from '../../../worker/ledger/rows.repository.ts';
import type { FloorPush } from '../data/floorPush.ts';

/**
 * The floors: Hono and D1 under the real migrations, and nothing is judged or planned. `/push` writes in one batch what a
 * push writes, which comes in the body, and answers by outcome and version; with `?read` it reads first, in one batch,
 * key, list, and the rows of the series. `/pull` reads key, list and what has changed of a unit's rows.
 */
const app = new Hono<{ Bindings: { DB: D1Database } }>();

/** Key, unit and list, as whoever answers has to know them. */
const asked = (db: D1Database, { key, unit, list }: { key: string; unit: string; list: string }) => [
  db.prepare(`SELECT * FROM access_keys WHERE id = ?1`).bind(key),
  db
    .prepare(
      `SELECT u.id, u.name, l.year, l.title FROM units u JOIN task_lists l ON l.id = ?2 WHERE u.id = ?1`,
    )
    .bind(unit, list),
];

app.get('/pull', async (c) => {
  const { key = '', unit = '', list = '', sequence = '' } = c.req.query();
  const results = await c.env.DB.batch([
    ...asked(c.env.DB, { key, unit, list }),
    c.env.DB.prepare(`SELECT * FROM obligations WHERE list_id = ?1 AND unit_id = ?2 AND sequence > ?3`).bind(
      list,
      unit,
      sequence,
    ),
  ]);
  return c.json({ about: results[1]?.results, rows: results[2]?.results });
});

app.post('/push', async (c) => {
  const body = await c.req.json<FloorPush>();
  const { pushId, unit, rows, obligations, rollup, totals } = body;
  if (c.req.query('read') !== undefined) await readSeries(c.env.DB, body);
  const db = c.env.DB;
  const now = Date.now();
  const json = JSON.stringify;
  const outcomes = rows.map(({ key, version }) => ({ key, outcome: 'applied', version }));
  await db.batch([
    db.prepare(`UPDATE sequences SET value = value + 1, at = max(at, ?1) WHERE name = 'changes'`).bind(now),
    ...parts(rows, ({ key, obligation, indicator, version, values: v }) => [
      key,
      obligation,
      indicator,
      version,
      ...rowFields.map((field) => v[field]),
    ]).map((part) =>
      db
        .prepare(
          `INSERT INTO submissions (row_key, obligation_key, indicator_id, version, ${valueColumns.join(', ')},
             findings, explained_rules, received_at, received_by, on_behalf)
           SELECT ${elements(4 + valueColumns.length)}, '[]', '[]', ?2, 'floor', 0 FROM ${eachRow} WHERE true
           ON CONFLICT (row_key) DO UPDATE SET ${setExcluded(['version', ...valueColumns, 'received_at'])}`,
        )
        .bind(part, now),
    ),
    ...parts(rows, ({ key, version, obligation, values }) => [key, version, obligation, json(values)]).map(
      (part) =>
        db
          .prepare(
            `INSERT INTO revisions (row_key, version, obligation_key, content, kind, explained_rules, rules_version,
               push_id, made_at, made_by, on_behalf)
             SELECT ${elements(4)}, 'submission', '[]', '1', ?2, ?3, 'floor', 0 FROM ${eachRow}`,
          )
          .bind(part, pushId, now),
    ),
    db
      .prepare(
        `UPDATE obligations SET received_rows = e.value->>1, fulfilled_rows = e.value->>2, received = e.value->>3,
           fulfilled = e.value->>4, punctuality = e.value->>5, review = e.value->>6,
           first_received_at = CASE e.value->>3 WHEN 1 THEN ?2 END,
           first_fulfilled_at = CASE e.value->>4 WHEN 1 THEN ?2 END, last_changed_at = ?2, touched = 1,
           sequence = (SELECT value FROM sequences WHERE name = 'changes')
         FROM ${eachRow} WHERE obligations.key = e.value->>0`,
      )
      .bind(json(obligations), now),
    db
      .prepare(
        `INSERT INTO progress_rollups (list_id, dimension, group_id, due_on, expected, received, fulfilled, on_time,
           reported_late, completed_late)
         SELECT ${elements(10)} FROM ${eachRow} WHERE true
         ON CONFLICT DO UPDATE SET received = received + excluded.received, fulfilled = fulfilled + excluded.fulfilled`,
      )
      .bind(json(rollup)),
    db
      .prepare(
        `INSERT INTO indicator_totals (list_id, unit_id, arrangement_code, indicator_id, reported, allocated, reporting)
         SELECT ${elements(5)}, NULL, 0 FROM ${eachRow} WHERE true
         ON CONFLICT DO UPDATE SET reported = excluded.reported`,
      )
      .bind(json(totals)),
    db
      .prepare(
        `INSERT INTO pushes (unit_id, push_id, key_id, body_sha256, received_at, rules_version, outcomes)
         VALUES (?1, ?2, 'floor', '', ?3, '1', ?4)`,
      )
      .bind(unit, pushId, now, json(outcomes)),
    db
      .prepare(
        `INSERT INTO audit_entries (at, kind, key_id, holder, unit_id, subject, what, request_id)
         VALUES (?1, 'push', 'floor', 'floor', ?2, ?3, '{}', '')`,
      )
      .bind(now, unit, pushId),
  ]);
  return c.json({ pushId, outcomes });
});

/** One batch that reads what a push of these rows has to know. */
async function readSeries(db: D1Database, { key, unit, list, arrangements }: FloorPush): Promise<void> {
  const series = `o.list_id = ?1 AND o.unit_id = ?2 AND o.arrangement_code IN (SELECT value FROM json_each(?3))`;
  const of = (sql: string) => db.prepare(sql).bind(list, unit, JSON.stringify(arrangements));
  await db.batch([
    ...asked(db, { key, unit, list }),
    of(`SELECT * FROM obligations o WHERE ${series}`),
    of(`SELECT s.* FROM obligations o JOIN submissions s ON s.obligation_key = o.key WHERE ${series}`),
  ]);
}

/** At most 2,000 rows a parameter: well under D1's 2 MB a value with the bench's notes. */
function parts<T>(rows: readonly T[], tuple: (row: T) => unknown[]): string[] {
  const made: string[] = [];
  for (let at = 0; at < rows.length; at += 2000) {
    made.push(JSON.stringify(rows.slice(at, at + 2000).map(tuple)));
  }
  return made;
}

export default app;
