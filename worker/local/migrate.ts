import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LocalProblem } from './localProblem.ts';
import type { D1Database } from './miniflare.ts';
import { projectFolder } from './tool.ts';

const folder = join(projectFolder, 'migrations');

/** The table in which `wrangler d1 migrations apply` keeps what it has applied; either goes on where the other ended. */
const bookkeeping = `CREATE TABLE IF NOT EXISTS d1_migrations (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT UNIQUE,
  applied_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP NOT NULL
)`;

/** Names of the migrations, in the order in which they are applied. */
export function migrationNames(): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort();
}

/** The statements of a migration, as drizzle-kit sets them apart. */
export function statementsOf(name: string): string[] {
  return readFileSync(join(folder, name), 'utf8')
    .split('--> statement-breakpoint')
    .map((statement) => statement.trim())
    .filter((statement) => statement !== '');
}

/**
 * Applies the migrations that a database does not have yet, each whole or not at all. A deployment has
 * wrangler do it; to load wrangler for it here took eight seconds of a first start.
 * @throws LocalProblem naming the migration that failed.
 */
export async function applyMigrations(db: D1Database): Promise<void> {
  await db.prepare(bookkeeping).run();
  const { results } = await db.prepare('SELECT name FROM d1_migrations').all<{ name: string }>();
  const applied = new Set(results.map(({ name }) => name));
  for (const name of migrationNames().filter((each) => !applied.has(each))) {
    const noted = db.prepare('INSERT INTO d1_migrations (name) VALUES (?1)').bind(name);
    try {
      await db.batch([...statementsOf(name).map((statement) => db.prepare(statement)), noted]);
    } catch (error) {
      throw new LocalProblem(
        `数据库迁移 ${name} 失败：${String(error)}\n如不需要保留本机数据，可执行 npm run reset 后重试。`,
        `Migration ${name} failed (see above). If the local data may go, run npm run reset and start again.`,
      );
    }
  }
}
