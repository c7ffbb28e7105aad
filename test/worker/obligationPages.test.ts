import { env } from 'cloudflare:workers';
import { beforeAll, describe, expect, test } from 'vitest';
import type { ObligationItem } from '../../shared/wire/parts/obligation.ts';
import type { ObligationsAnswer } from '../../shared/wire/obligations.ts';
import type { ProgressAnswer } from '../../shared/wire/progress.ts';
import type { Api, Client } from '../support/api/client.ts';
import { counted } from '../support/api/limits.ts';
import { copyUnits } from '../support/api/copyUnits.ts';
import { startPublished } from '../support/api/published.ts';

let api: Api;
let officer: Client;

/** A page, with the rows that D1 read for it. */
async function page(query: string): Promise<{ answer: ObligationsAnswer; read: number }> {
  const { db, usage } = counted(env.DB);
  const { status, body } = await officer.over(db).get<ObligationsAnswer>(`/v1/obligations?${query}`);
  expect(status).toBe(200);
  return { answer: body, read: usage.rowsRead };
}

async function pages(query: string): Promise<{ items: ObligationItem[]; read: number[] }> {
  const items: ObligationItem[] = [];
  const read: number[] = [];
  for (let cursor = ''; ;) {
    const found = await page(`${query}${cursor && `&cursor=${cursor}`}`);
    items.push(...found.answer.obligations);
    read.push(found.read);
    if (found.answer.next === null) return { items, read };
    cursor = found.answer.next;
  }
}

beforeAll(async () => {
  api = await startPublished();
  officer = await api.officer();
  await copyUnits(0, 10);
});

describe('B1.3: what a page of obligations reads grows with the page', () => {
  const questions: [string, string][] = [
    ['of the list', ''],
    ['of a unit', 'unit=xuejia&'],
    ['of an arrangement', 'arrangement=1-7-1&'],
    ['undated ones', 'state=undated&'],
    ['those that a number counts', 'counted=expected&'],
  ];

  test.each(questions)('%s: at first, further on, and while the list grows', async (_, question) => {
    const small = await page(`${question}limit=20`);
    const second = await page(`${question}limit=20&cursor=${small.answer.next}`);
    const large = await page(`${question}limit=100`);
    expect(small.answer.obligations).toHaveLength(20);
    expect(large.read).toBeGreaterThan(small.read);
    // Beside the page itself, key, list and unit are read.
    expect(small.read).toBeLessThan(20 * 8 + 30);
    expect(second.read).toBeLessThan(20 * 8 + 30);
    expect(large.read).toBeLessThan(100 * 8 + 30);
  });

  test('in order of due date, the undated last, each once, however long the pages', async () => {
    const { items } = await pages('limit=1000');
    const inOrder = items.toSorted((a, b) => {
      const [one, other] = [a, b].map(({ due, key }) => `${due ?? '9999'} ${key}`) as [string, string];
      return one < other ? -1 : 1;
    });
    expect(items).toEqual(inOrder);
    expect(new Set(items.map(({ key }) => key)).size).toBe(items.length);
    const all = await env.DB.prepare(`SELECT count(*) AS n FROM obligations WHERE retired = 0`).first('n');
    expect(items).toHaveLength(all as number);
    const short = await pages('limit=37&unit=xuejia');
    expect(short.items).toEqual(items.filter(({ unit }) => unit.id === 'xuejia'));
    // A page whose end falls on the change from dated to undated goes on with the first undated one.
    const dated = short.items.filter(({ due }) => due !== null).length;
    expect(dated).toBeLessThan(short.items.length);
    const edge = await pages(`limit=${dated}&unit=xuejia`);
    expect(edge.items).toEqual(short.items);
  });

  test('a page reads the same when the list has grown', async () => {
    const before = await page('limit=50');
    await copyUnits(10, 40);
    expect((await page('limit=50')).read).toBeLessThan(before.read * 1.2);
    expect(Math.max(...(await pages('limit=1000')).read)).toBeLessThan(1000 * 8 + 30);
  });
});

test('B2: quantities are told where they are asked for, and else not read', async () => {
  const asked = await officer.get<ProgressAnswer>('/v1/progress?groupBy=unit&quantities=true');
  const { db, usage } = counted(env.DB);
  const plain = await officer.over(db).get<ProgressAnswer>('/v1/progress?groupBy=unit');
  expect(usage.roundTrips).toBeLessThanOrEqual(3);
  expect(asked.body.groups.every(({ quantities }) => quantities !== undefined)).toBe(true);
  const bare = asked.body.groups.map(({ quantities: _, ...group }) => group);
  expect(plain.body).toEqual({ ...asked.body, groups: bare });
  expect(await officer.get('/v1/progress?groupBy=unit&quantities=yes')).toMatchObject({ status: 400 });
});
