import { env } from 'cloudflare:workers';
import { beforeAll, describe, expect, test } from 'vitest';
import type { ObligationsAnswer } from '../../shared/wire/obligations.ts';
import type { Api, Client } from '../support/api/client.ts';
import { copyUnits } from '../support/api/copyUnits.ts';
import { startPublished } from '../support/api/published.ts';
import { readBackCsv, readBackXlsx } from '../support/tables.ts';

let api: Api;
let officer: Client;

beforeAll(async () => {
  api = await startPublished();
  officer = await api.officer();
  await copyUnits(0, 70);
});

/** The database, with something done each time that a file has asked whether it stands still. */
function meanwhile(done: (at: number) => Promise<unknown> | undefined): {
  db: D1Database;
  asked: () => number;
} {
  let asked = 0;
  const db = new Proxy(env.DB, {
    get(target, name) {
      const value = Reflect.get(target, name) as unknown;
      if (name !== 'prepare') return typeof value === 'function' ? (value.bind(target) as unknown) : value;
      return (sql: string) => {
        const statement = target.prepare(sql);
        if (!sql.includes('AS entry')) return statement;
        const watched = (of: D1PreparedStatement) => ({
          bind: (...values: unknown[]) => watched(of.bind(...values)),
          async first() {
            const found = await of.first();
            asked += 1;
            await done(asked);
            return found;
          },
        });
        return watched(statement);
      };
    },
  });
  return { db, asked: () => asked };
}

/** Writes an obligation as a push does: with the number of a change. */
const written = (key: string): Promise<unknown> =>
  env.DB.batch([
    env.DB.prepare(`UPDATE sequences SET value = value + 1 WHERE name = 'changes'`),
    env.DB.prepare(
      `UPDATE obligations SET lock_on = '2025-01-31', sequence = (SELECT value FROM sequences WHERE name = 'changes')
       WHERE key = ?1`,
    ).bind(key),
  ]);

async function everything(): Promise<ObligationsAnswer['obligations']> {
  const items: ObligationsAnswer['obligations'] = [];
  for (let cursor = ''; ;) {
    const { body } = await officer.get<ObligationsAnswer>(`/v1/obligations?limit=1000&${cursor}`);
    items.push(...body.obligations);
    if (body.next === null) return items;
    cursor = `cursor=${body.next}`;
  }
}

const keyed = (rows: readonly unknown[][]) => rows.map((row) => [row.at(-1), row[11]]);

const pageOfFile = 2000;

describe('B5.3: a file’s rows are of one change number', () => {
  const csv = async (db: D1Database, query = '') => {
    const { status, body } = await officer.over(db).file(`/v1/obligations?format=csv${query}`);
    expect(status).toBe(200);
    return keyed(readBackCsv(body).rows);
  };
  const now = async () => (await everything()).map(({ key, lock }) => [key, lock]);

  test('where something that was read already is changed, all is read anew', async () => {
    const before = await everything();
    expect(before.length).toBeGreaterThan(20_000);
    const { db, asked } = meanwhile((at) => (at === 3 ? written(before[3]!.key) : undefined));
    expect(await csv(db)).toEqual(await now());
    // Beside once at first and once a page.
    expect(asked()).toBeGreaterThan(Math.ceil(before.length / pageOfFile) + 1);
  });

  test('what is changed further on is read as it is then, and nothing anew', async () => {
    const before = await everything();
    const pages = Math.ceil(before.length / pageOfFile);
    const { db, asked } = meanwhile((at) => (at < pages ? written(before.at(-at)!.key) : undefined));
    const rows = await csv(db);
    expect(asked()).toBe(pages + 1);
    expect(rows.filter(([, lock]) => lock === '2025-01-31')).toHaveLength(pages);
    expect(rows).toEqual(await now());
  });

  test('a unit’s file does not wait for what others report', async () => {
    const others = (await everything()).filter(({ unit }) => unit.id !== 'xuejia');
    const { db, asked } = meanwhile((at) => written(others[at]!.key));
    const rows = await csv(db, '&unit=xuejia');
    expect(rows.length).toBeGreaterThan(300);
    expect(asked()).toBe(2);
  });

  test('whatever is no push may have changed names and dates: all is read anew', async () => {
    const { db, asked } = meanwhile((at) =>
      at === 3 ? api.admin.post('/v1/keys', { role: 'viewer', label: '只读', holder: '李敏' }) : undefined,
    );
    const rows = await csv(db);
    expect(asked()).toBeGreaterThan(Math.ceil(rows.length / pageOfFile) + 1);
    expect(rows).toEqual(await now());
  });

  test('where what was read never stands still, nothing is sent but 503', async () => {
    const keys = (await everything()).slice(0, 40).map(({ key }) => key);
    const { db } = meanwhile((at) => written(keys[at]!));
    const response = await officer.over(db).raw('GET', '/v1/obligations?format=csv');
    expect(response.status).toBe(503);
    expect(response.headers.get('retry-after')).toBe('1');
    expect(await response.json()).toMatchObject({ code: 'busy' });
  });

  test('revisions are those of its beginning, however many come meanwhile', async () => {
    const revise = (from: number, to: number): Promise<unknown> =>
      env.DB.prepare(
        `INSERT INTO revisions (row_key, version, obligation_key, kind, content, explained_rules, rules_version, push_id,
           made_at, made_by, on_behalf)
         SELECT key || '.h', ?2, key, 'draft', '{}', '[]', '2026.3', 'x', ?2, 'x', 0 FROM obligations
         WHERE unit_id = 'p1' AND ?2 > ?1`,
      )
        .bind(from, to)
        .run();
    for (let at = 1; at <= 8; at += 1) await revise(at - 1, at);
    const { body: before } = await officer.file('/v1/revisions?format=csv&order=oldest');
    const { db, asked } = meanwhile((at) => (at > 1 ? revise(at, at + 100) : undefined));
    const { status, body } = await officer.over(db).file('/v1/revisions?format=csv&order=oldest');
    expect([status, asked()]).toEqual([200, 3]);
    expect(new TextDecoder().decode(body) === new TextDecoder().decode(before)).toBe(true);
    expect(readBackCsv(body).rows.length).toBeGreaterThan(2000);
  });
});

describe('B5.2: a file is never a shorter one', () => {
  test('beyond its limit it is 422, and no byte of it is sent', async () => {
    const response = await officer.raw('GET', '/v1/obligations?format=xlsx');
    expect(response.status).toBe(422);
    expect(response.headers.get('content-type')).toContain('application/problem+json');
    expect(response.headers.get('content-disposition')).toBeNull();
    const problem = (await response.json()) as { code: string; detail: string };
    expect([problem.code, problem.detail]).toEqual(['table-too-long', expect.stringContaining('20000 行')]);
  });

  test('within it, it has all of them, CSV and .xlsx alike', async () => {
    const query = 'dueBefore=2024-08-01';
    const csv = readBackCsv((await officer.file(`/v1/obligations?${query}&format=csv`)).body);
    const xlsx = readBackXlsx((await officer.file(`/v1/obligations?${query}&format=xlsx`)).body);
    expect(xlsx.rows.length).toBeGreaterThan(10_000);
    expect(keyed(csv.rows)).toEqual(keyed(xlsx.rows));
  });
});
