import { env } from 'cloudflare:workers';
import { beforeAll, describe, expect, test } from 'vitest';
import type { ObligationsAnswer } from '../../shared/wire/obligations.ts';
import type { Api, Client } from '../support/api/client.ts';
import { startPublished } from '../support/api/published.ts';
import { readBackCsv, readBackXlsx } from '../support/tables.ts';

let api: Api;
let officer: Client;
const units = 70;
const own =
  'list_id, category, task_code, arrangement_code, schedule_number, period_id, opens_on, due_on, rows';

beforeAll(async () => {
  api = await startPublished();
  officer = await api.officer();
  const ids = JSON.stringify(Array.from({ length: units }, (_, at) => `p${at}`));
  await env.DB.batch([
    env.DB.prepare(
      `INSERT INTO units (id, name, kind, aliases, position)
       SELECT value, '单位' || value, 'town', '[]', 1000 + key FROM json_each(?1)`,
    ).bind(ids),
    env.DB.prepare(
      `INSERT INTO obligations (key, unit_id, ${own}, sequence)
       SELECT list_id || '.' || arrangement_code || '.' || schedule_number || '.' || e.value || '.' || period_id,
         e.value, ${own}, sequence FROM json_each(?1) e CROSS JOIN obligations o WHERE o.unit_id = 'xuejia'`,
    ).bind(ids),
  ]);
});

/** The database, with a change of one obligation each time that the number of the last change was asked for. */
function changing(keys: string[]): { db: D1Database; asked: () => number } {
  let asked = 0;
  const changed = async (): Promise<void> => {
    asked += 1;
    const key = keys.pop();
    if (key === undefined) return;
    await env.DB.batch([
      env.DB.prepare(`UPDATE sequences SET value = value + 1 WHERE name = 'changes'`),
      env.DB.prepare(`UPDATE obligations SET lock_on = '2025-01-31' WHERE key = ?1`).bind(key),
    ]);
  };
  const db = new Proxy(env.DB, {
    get(target, name) {
      const value = Reflect.get(target, name) as unknown;
      if (name !== 'prepare') return typeof value === 'function' ? (value.bind(target) as unknown) : value;
      return (sql: string) => {
        const statement = target.prepare(sql);
        if (!/AS change FROM sequences/u.test(sql)) return statement;
        return {
          async first(column: string) {
            const number = await statement.first(column);
            await changed();
            return number;
          },
        };
      };
    },
  });
  return { db, asked: () => asked };
}

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

describe('B5.3: a file’s rows are of one change number', () => {
  test('where something is changed between two pages, all is read anew', async () => {
    const before = await everything();
    expect(before.length).toBeGreaterThan(20_000);
    const { db, asked } = changing([before.at(-1)!.key, before[3]!.key]);
    const { status, body } = await officer.over(db).file('/v1/obligations?format=csv');
    expect(status).toBe(200);
    const now = await everything();
    expect(now.filter(({ lock }) => lock !== null)).toHaveLength(2);
    expect(keyed(readBackCsv(body).rows)).toEqual(now.map(({ key, lock }) => [key, lock]));
    // Beside once at first and once a page, it was asked for as often as there was a change.
    expect(asked()).toBeGreaterThan(Math.ceil(now.length / 5000) + 2);
  });

  test('where it never stands still, nothing is sent but 503', async () => {
    const keys = (await everything()).slice(0, 40).map(({ key }) => key);
    const response = await officer.over(changing(keys).db).raw('GET', '/v1/obligations?format=csv');
    expect(response.status).toBe(503);
    expect(response.headers.get('retry-after')).toBe('1');
    expect(await response.json()).toMatchObject({ code: 'busy' });
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
