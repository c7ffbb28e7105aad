import { applyD1Migrations } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { afterAll, expect, test } from 'vitest';
import { thorough } from '../support/thorough.ts';

const all = env.TEST_MIGRATIONS;

interface Column {
  name: string;
  type: string;
  notnull: number;
  pk: number;
}

type Rows = Record<string, Record<string, unknown>[]>;

const own = `name NOT LIKE 'sqlite_%' AND name NOT LIKE '_cf_%' AND name NOT LIKE 'd1_%'`;

async function namesOf(type: 'table' | 'trigger'): Promise<string[]> {
  const { results } = await env.DB.prepare(
    `SELECT name FROM sqlite_master WHERE type = '${type}' AND ${own} ORDER BY name`,
  ).all<{ name: string }>();
  return results.map(({ name }) => name);
}

/** Drops every table: the next migrations begin with nothing. */
async function empty(): Promise<void> {
  const tables = await namesOf('table');
  const drops = [...tables, 'd1_migrations'].map((table) =>
    env.DB.prepare(`DROP TABLE IF EXISTS "${table}"`),
  );
  await env.DB.batch([env.DB.prepare('PRAGMA defer_foreign_keys = on'), ...drops]);
}

async function columnsOf(table: string): Promise<Column[]> {
  const { results } = await env.DB.prepare(
    `SELECT name, type, "notnull", pk FROM pragma_table_info('${table}')`,
  ).all<Column>();
  return results;
}

/** The table's own definition, for the values that a check allows. */
async function allowedIn(table: string): Promise<Map<string, string>> {
  const sql = await env.DB.prepare(`SELECT sql FROM sqlite_master WHERE name = '${table}'`).first<string>(
    'sql',
  );
  const allowed = new Map<string, string>();
  for (const [, column = '', value = ''] of (sql ?? '').matchAll(/"\."(\w+)" IN \('([^']+)'/gu)) {
    allowed.set(column, value);
  }
  return allowed;
}

/** Of an earlier schema: its check lets no row in. */
const tablesThatStayEmpty = new Set(['plan_guards']);

/**
 * Fills every table with rows: the same values in all of them, so that references and checks across columns
 * hold; a number in the row's own column tells rows apart.
 */
async function fill(tables: readonly string[], rows: number): Promise<void> {
  const statements = [env.DB.prepare('PRAGMA defer_foreign_keys = on')];
  for (const table of tables) {
    if (tablesThatStayEmpty.has(table)) continue;
    const columns = await columnsOf(table);
    const allowed = await allowedIn(table);
    const names = columns.map(({ name }) => `"${name}"`).join(', ');
    for (let row = 1; row <= rows; row += 1) {
      const values = columns.map(({ name, type }) => {
        const fixed = allowed.get(name);
        if (fixed !== undefined) return fixed;
        if (type !== 'INTEGER') return `v${row}`;
        return name === 'year' ? 2000 + row : row;
      });
      const marks = columns.map((_, at) => `?${at + 1}`).join(', ');
      statements.push(env.DB.prepare(`INSERT INTO "${table}" (${names}) VALUES (${marks})`).bind(...values));
    }
  }
  await env.DB.batch(statements);
}

async function read(tables: readonly string[]): Promise<Rows> {
  const rows: Rows = {};
  for (const table of tables) {
    const { results } = await env.DB.prepare(`SELECT * FROM "${table}"`).all();
    rows[table] = results
      .map((row) => ({ ...row }))
      .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  }
  return rows;
}

afterAll(async () => {
  await empty();
  await applyD1Migrations(env.DB, all);
});

/** Rows of `before` that are not there any more, in the columns that they had. */
function lost(before: Rows, now: Rows): string[] {
  const gone: string[] = [];
  for (const [table, rows] of Object.entries(before)) {
    for (const row of rows) {
      const print = JSON.stringify(row);
      const columns = Object.keys(row);
      const stays = (now[table] ?? []).some((each) => JSON.stringify(pick(each, columns)) === print);
      if (!stays) gone.push(`${table} ${print}`);
    }
  }
  return gone;
}

/** Applies `migrations` up to the `from`th, fills every table, applies the rest; what was lost on the way. */
async function lostFrom(from: number, migrations: typeof all): Promise<string[]> {
  await empty();
  await applyD1Migrations(env.DB, migrations.slice(0, from));
  const tables = await namesOf('table');
  await fill(tables, 3);
  const before = await read(tables);
  for (const table of tables) {
    if (!tablesThatStayEmpty.has(table)) expect([table, before[table]!.length >= 3]).toEqual([table, true]);
  }
  await applyD1Migrations(env.DB, migrations);
  // A later migration may add tables, columns and rows of its own.
  return lost(before, await read(await namesOf('table')));
}

/** Every day from the first, from the two newest, and from each fourth between them: the ways share what is further on. */
const beginnings = all
  .map((migration, at) => [migration.name, at + 1] as const)
  .filter(([, from]) => thorough || from % 4 === 1 || from > all.length - 2);

test.each(beginnings)(
  'S5.1: from %s, with rows in every table, nothing is lost on the way to the newest',
  async (_name, from) => {
    expect(await lostFrom(from, all)).toEqual([]);
    const { results: orphans } = await env.DB.prepare('PRAGMA foreign_key_check').all();
    expect(orphans).toEqual([]);
    expect(await namesOf('trigger')).toEqual(
      expect.arrayContaining([
        ...['revisions_no_delete', 'revisions_no_update'],
        ...['audit_entries_no_delete', 'audit_entries_no_update'],
      ]),
    );
  },
);

test('A1.1: a key that was issued before keys had names stands under its label, or under its id', async () => {
  await empty();
  await applyD1Migrations(
    env.DB,
    all.filter(({ name }) => name < '0012'),
  );
  const key = (id: string, label: string) =>
    env.DB.prepare(
      `INSERT INTO access_keys (id, sha256, role, label, created_at) VALUES (?1, '', 'admin', ?2, 0)`,
    ).bind(id, label);
  await env.DB.batch([key('k1', '区局值班'), key('k2', ' ')]);
  await applyD1Migrations(env.DB, all);
  const { results } = await env.DB.prepare('SELECT id, holder FROM access_keys ORDER BY id').all();
  expect(results).toEqual([
    { id: 'k1', holder: '区局值班' },
    { id: 'k2', holder: 'k2' },
  ]);
});

test('a migration that loses a row, or a column of it, is found out', async () => {
  const careless = { name: '9999_careless.sql', queries: [`DELETE FROM drafts WHERE version = 2`] };
  const gone = await lostFrom(all.length, [...all, careless]);
  expect(gone).toHaveLength(1);
  expect(gone[0]).toContain('drafts {"row_key":"v2"');
  const hasty = { name: '9999_hasty.sql', queries: [`ALTER TABLE drafts DROP COLUMN findings`] };
  expect(await lostFrom(all.length, [...all, hasty])).toHaveLength(3);
});

const pick = (row: Record<string, unknown>, names: string[]): Record<string, unknown> =>
  Object.fromEntries(names.map((name) => [name, row[name]]));
