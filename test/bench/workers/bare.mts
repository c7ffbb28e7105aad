import { Hono } from 'hono';
import { rowFields } from '../../../shared/row/columns.ts';
import { elements, setExcluded } from '../../../worker/db/sql.ts';
import { bareColumns } from '../data/bareRows.ts';

/** The bare floor: Hono and one `json_each` upsert; no key, no rules, no versions, no history. */
const app = new Hono<{ Bindings: { DB: D1Database } }>();

app.post('/push', async (c) => {
  const { rows } = await c.req.json<{ rows: { key: string; values: Record<string, unknown> }[] }>();
  const written = await c.env.DB.prepare(
    `INSERT INTO bare_rows (${bareColumns.join(', ')})
     SELECT ${elements(bareColumns.length)} FROM json_each(?1) e WHERE true
     ON CONFLICT (row_key) DO UPDATE SET ${setExcluded(bareColumns.slice(1))}`,
  )
    .bind(JSON.stringify(rows.map(({ key, values }) => [key, ...rowFields.map((field) => values[field])])))
    .run();
  return c.json({ written: written.meta.changes });
});

export default app;
