import { Hono } from 'hono';
import { rowFields } from '../../../shared/row/columns.ts';
import { elements, setExcluded } from '../../../worker/db/sql.ts';
import { valueColumns } from '../../../worker/ledger/rows.repository.ts';
import type { FloorPush } from '../data/floorPush.ts';

/**
 * The same-writes floor: Hono and one D1 batch that writes the tables a push writes, of the real migrations.
 * Nothing is read, judged or planned: what is to be written comes in the body, and no sheet goes back.
 */
const app = new Hono<{ Bindings: { DB: D1Database } }>();

app.post('/push', async (c) => {
  const { pushId, unit, rows, obligations, rollup, totals } = await c.req.json<FloorPush>();
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
           SELECT ${elements(4 + valueColumns.length)}, '[]', '[]', ?2, 'floor', 0 FROM json_each(?1) e WHERE true
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
             SELECT ${elements(4)}, 'submission', '[]', '1', ?2, ?3, 'floor', 0 FROM json_each(?1) e`,
          )
          .bind(part, pushId, now),
    ),
    db
      .prepare(
        `UPDATE obligations SET received_rows = e.value->>1, fulfilled_rows = e.value->>2, first_received_at = ?2,
           last_changed_at = ?2, touched = 1, sequence = (SELECT value FROM sequences WHERE name = 'changes')
         FROM json_each(?1) e WHERE obligations.key = e.value->>0`,
      )
      .bind(json(obligations), now),
    db
      .prepare(
        `INSERT INTO progress_rollups (list_id, dimension, group_id, due_on, expected, received, fulfilled, on_time,
           reported_late, completed_late)
         SELECT ${elements(10)} FROM json_each(?1) e WHERE true
         ON CONFLICT DO UPDATE SET received = received + excluded.received, fulfilled = fulfilled + excluded.fulfilled`,
      )
      .bind(json(rollup)),
    db
      .prepare(
        `INSERT INTO indicator_totals (list_id, unit_id, arrangement_code, indicator_id, reported, allocated, reporting)
         SELECT ${elements(5)}, NULL, 0 FROM json_each(?1) e WHERE true
         ON CONFLICT DO UPDATE SET reported = excluded.reported`,
      )
      .bind(json(totals)),
    db
      .prepare(
        `INSERT INTO pushes (unit_id, push_id, key_id, body_sha256, received_at, rules_version, outcomes)
         VALUES (?1, ?2, 'floor', '', ?3, '1', ?4)`,
      )
      .bind(unit, pushId, now, json(outcomes)),
  ]);
  return c.json({ pushId, outcomes });
});

/** At most 2,000 rows a parameter: well under D1's 2 MB a value with the bench's notes. */
function parts<T>(rows: readonly T[], tuple: (row: T) => unknown[]): string[] {
  const made: string[] = [];
  for (let at = 0; at < rows.length; at += 2000) {
    made.push(JSON.stringify(rows.slice(at, at + 2000).map(tuple)));
  }
  return made;
}

export default app;
