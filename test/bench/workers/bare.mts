import { Hono } from 'hono';

/** The bare floor: Hono and one `json_each` upsert; no key, no rules, no versions, no history. */
const app = new Hono<{ Bindings: { DB: D1Database } }>();

app.post('/push', async (c) => {
  const { rows } = await c.req.json<{ rows: { key: string; values: Record<string, unknown> }[] }>();
  const written = await c.env.DB.prepare(
    `INSERT INTO bare_rows (row_key, status, count, completed_on, note, problems, contact, evidence, explanation)
     SELECT e.value->>0, e.value->>1, e.value->>2, e.value->>3, e.value->>4, e.value->>5, e.value->>6, e.value->>7,
       e.value->>8 FROM json_each(?1) e WHERE true
     ON CONFLICT (row_key) DO UPDATE SET status = excluded.status, count = excluded.count,
       completed_on = excluded.completed_on, note = excluded.note, problems = excluded.problems,
       contact = excluded.contact, evidence = excluded.evidence, explanation = excluded.explanation`,
  )
    .bind(
      JSON.stringify(
        rows.map(({ key, values: v }) => [
          key,
          v.status,
          v.count,
          v.completedOn,
          v.note,
          v.problems,
          v.contact,
          v.evidence,
          v.explanation,
        ]),
      ),
    )
    .run();
  return c.json({ written: written.meta.changes });
});

export default app;
