import { applyD1Migrations } from 'cloudflare:test';
import { env } from 'cloudflare:workers';

// Files of tests share a workerd, and each begins with an empty database. Tables are dropped in the order opposite to
// that in which they were made: what refers to a table goes before it.
const { results } = await env.DB.prepare(
  `SELECT type, name FROM sqlite_master
   WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND name NOT LIKE '\\_cf\\_%' ESCAPE '\\'
   ORDER BY rowid DESC`,
).all<{ type: string; name: string }>();
if (results.length > 0)
  await env.DB.batch([
    env.DB.prepare(`PRAGMA defer_foreign_keys = on`),
    ...results.map(({ type, name }) => env.DB.prepare(`DROP ${type} "${name}"`)),
  ]);
await applyD1Migrations(env.DB, env.TEST_MIGRATIONS);
