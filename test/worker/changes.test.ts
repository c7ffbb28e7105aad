import { env } from 'cloudflare:workers';
import { beforeAll, describe, expect, test } from 'vitest';
import type { ChangesAnswer } from '../../shared/wire/changes.ts';
import { acted } from '../support/api/acts.ts';
import { Barrier } from '../support/api/barrier.ts';
import { nextPushId, pull, push, pushRow, rowOf, underWay } from '../support/api/clerk.ts';
import type { Api, Client } from '../support/api/client.ts';
import { Follower } from '../support/api/follower.ts';
import { counted } from '../support/api/limits.ts';
import { roster, startPublished } from '../support/api/published.ts';

const barrier = new Barrier();
let api: Api;
let officer: Client;
let clerk: Client;
beforeAll(async () => {
  api = await startPublished({ barrier: barrier.wait });
  officer = await api.officer();
  clerk = await api.reporter('xuejia');
});

async function changes(client: Client, query: string): Promise<ChangesAnswer> {
  const { status, body } = await client.get<ChangesAnswer>(`/v1/changes?${query}`);
  expect(status, JSON.stringify(body).slice(0, 300)).toBe(200);
  return body;
}

/** The cursor of one who has followed to the end. */
async function end(client: Client, from = ''): Promise<string> {
  for (let cursor = from; ;) {
    const answer = await changes(client, `limit=1000${cursor && `&cursor=${cursor}`}`);
    cursor = answer.cursor;
    if (!answer.more) return cursor;
  }
}

describe('B18.4: what has changed in the district since a cursor', () => {
  test('without a cursor it begins, and says so; then nothing, then what was written, with all of its rows', async () => {
    const first = await changes(officer, 'limit=3');
    expect(first).toMatchObject({ since: null, more: true, year: 2024, today: '2024-04-10' });
    expect(first.changed).toHaveLength(3);
    const cursor = await end(officer, first.cursor);
    const none = await changes(officer, `cursor=${cursor}`);
    expect(none).toMatchObject({
      since: { change: none.change, day: '2024-04-10' },
      changed: [],
      more: false,
    });
    expect(none.cursor).toBe(cursor);
    const due = rowOf(await pull(clerk), '2-1-4', { period: '2024-W14', indicator: 'i2' });
    await pushRow(clerk, due.key, null, { status: '已开展', count: 3, note: '已改造三套，逐家复核。' });
    const one = await changes(officer, `cursor=${cursor}`);
    expect(one.change).toBe(none.change + 1);
    const [told] = one.changed.filter(({ obligation }) => obligation.period === '2024-W14');
    expect(told).toMatchObject({ obligation: { unit: { id: 'xuejia' }, receivedRows: 1, rows: 2 } });
    expect(told!.rows.map(({ indicator, version }) => [indicator, version])).toEqual([
      ['i1', null],
      ['i2', 1],
    ]);
  });

  test('S6: a page that is taken while a push stands between its read and its batch misses nothing', async () => {
    const cursor = await end(officer);
    const row = rowOf(await pull(clerk), '1-5-2');
    const pushId = nextPushId();
    barrier.hold(pushId);
    const held = push(clerk, [{ key: row.key, base: null, values: underWay(40) }], { pushId });
    await barrier.reached(pushId);
    const menghe = await api.reporter('menghe');
    await pushRow(menghe, rowOf(await pull(menghe), '1-5-2').key, null, underWay(12));
    const between = await changes(officer, `cursor=${cursor}`);
    expect(between.changed.map(({ obligation }) => obligation.unit.id)).toEqual(['menghe']);
    barrier.release(pushId);
    expect((await held).status).toBe(200);
    const after = await changes(officer, `cursor=${between.cursor}`);
    expect(after.changed.map(({ obligation }) => obligation.unit.id)).toEqual(['xuejia']);
  });

  test('an act is told; for a reporter only its own unit’s', async () => {
    const [cursor, own] = [await end(officer), await end(clerk)];
    const other = '2024.1-5-2.1.menghe.2024';
    await acted(officer, { act: 'return', on: { keys: [other] }, reason: '名单与上月不符' });
    const { changed } = await changes(officer, `cursor=${cursor}`);
    expect(changed).toMatchObject([{ obligation: { key: other, review: { state: 'returned' } } }]);
    expect((await changes(clerk, `cursor=${own}`)).changed).toEqual([]);
    expect(await clerk.get('/v1/changes?unit=menghe')).toMatchObject({ body: { code: 'unit-not-found' } });
    expect(await clerk.get(`/v1/changes?cursor=${cursor}`)).toMatchObject({
      body: { code: 'cursor-invalid' },
    });
  });

  test('what the calendar opens or makes overdue is told with the day', async () => {
    const follower = new Follower(officer, '');
    await follower.follow();
    api.clock.set('2024-04-15T00:00:01+08:00');
    const written = await follower.page(1000);
    expect(written).toMatchObject({ changed: [], more: true, today: '2024-04-15' });
    const told = await follower.page(1000);
    const states = new Map(
      told.changed.map(({ obligation: { period, state } }) => [`${period} ${state}`, true]),
    );
    expect(states.has('2024-W15 overdue')).toBe(true);
    expect(states.has('2024-W16 open')).toBe(true);
    // A part of the district's obligations, not all of it.
    expect(told.changed.length).toBeLessThan(follower.known.size / 4);
    expect(told.more).toBe(false);
    await follower.holds();
    expect(follower.beginnings).toBe(1);
  });
});

describe('B18.5: where a cursor cannot tell what has gone, it begins anew', () => {
  test('another name of a unit', async () => {
    const follower = new Follower(officer, '');
    await follower.follow();
    const units = roster.units.map((unit) =>
      unit.id === 'menghe' ? { ...unit, name: '孟河新镇', aliases: ['孟河镇'] } : unit,
    );
    expect((await api.admin.replace('/v1/roster', { ...roster, units })).status).toBe(200);
    await follower.follow();
    expect(follower.beginnings).toBe(2);
    await follower.holds();
  });

  test('what is asked of a unit no more: deleted where nobody wrote, retired where somebody did', async () => {
    const follower = new Follower(officer, '');
    await follower.follow();
    const body = { arrangement: '1-5-2', from: '2024-01-01', units: ['bureau'] };
    expect((await api.admin.put('/v1/task-lists/2024/assignments', body)).status).toBe(200);
    const retired: string[] = [];
    for (;;) {
      const page = await follower.page(1000);
      for (const { obligation } of page.changed)
        if (obligation.state === 'retired') retired.push(obligation.key);
      if (!page.more) break;
    }
    expect(retired.toSorted()).toEqual(['2024.1-5-2.1.menghe.2024', '2024.1-5-2.1.xuejia.2024']);
    await follower.holds();
  });

  test('a cursor that is malformed, of another list, or ahead of change or day is refused', async () => {
    const cursor = await end(officer);
    const ahead = cursor.replace(
      /\.(\d+)\.(\d+)\.(\d{8})\./u,
      (_, a, b, day) => `.${+a + 9}.${+b + 9}.${day}.`,
    );
    const tomorrow = cursor.replace(/\.(\d{8})\./u, '.20250101.');
    const others = ['yesterday', '', `${cursor}~x`, cursor.replace('2024._', '2024.xuejia'), ahead, tomorrow];
    for (const given of others) {
      const answer = await officer.get(`/v1/changes?cursor=${given}`);
      expect([given, answer.status, answer.body.code]).toEqual([given, 400, 'cursor-invalid']);
    }
    const elsewhere = await officer.get(`/v1/changes?cursor=${cursor.replace('2024.', '2031.')}`);
    expect(elsewhere).toMatchObject({ status: 404, body: { code: 'list-not-found' } });
  });
});

describe('B18.4: what a page reads grows with the page', () => {
  async function page(client: Client, query: string): Promise<{ answer: ChangesAnswer; read: number }> {
    const { db, usage } = counted(env.DB);
    const answer = await changes(client.over(db), query);
    return { answer, read: usage.rowsRead };
  }

  test('at the beginning, further on, and where nothing has changed', async () => {
    const first = await page(officer, 'limit=20');
    const second = await page(officer, `limit=20&cursor=${first.answer.cursor}`);
    const large = await page(officer, 'limit=100');
    for (const { read } of [first, second]) expect(read).toBeLessThan(21 * 14 + 40);
    expect(large.read).toBeLessThan(101 * 14 + 40);
    const cursor = await end(officer);
    expect((await page(officer, `cursor=${cursor}`)).read).toBeLessThan(20);
  });
});
