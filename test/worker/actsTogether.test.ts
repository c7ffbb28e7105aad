import { env } from 'cloudflare:workers';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createApp } from '../../worker/app.ts';
import { act, acted, listed, nextActId, Watch } from '../support/api/acts.ts';
import { Barrier } from '../support/api/barrier.ts';
import { pull, push, pushRow, rowOf } from '../support/api/clerk.ts';
import { Client, issueKey, type Api } from '../support/api/client.ts';
import { startPublished, roster } from '../support/api/published.ts';
import type { SheetRow } from '../../shared/wire/parts/sheetRow.ts';

const barrier = new Barrier();
/** Fails the next batches of acts after so many, as a Worker that ends would. */
let breaksAfter = Infinity;
let api: Api;
let officer: Client;
let clerk: Client;
let watch: Watch;
let actBatches = 0;
beforeAll(async () => {
  api = await startPublished({
    barrier: async (id) => {
      if (id.includes('act')) actBatches += 1;
      if (id.startsWith('breaking') && actBatches > breaksAfter) throw new Error('the Worker ended');
      await barrier.wait(id);
    },
  });
  officer = await api.officer();
  clerk = await api.reporter('xuejia');
  watch = new Watch(clerk);
});
beforeEach(() => {
  actBatches = 0;
  breaksAfter = Infinity;
});

const weekly = { status: '已开展', note: '已调度五家装货企业' };
/** Reports so many weeks that are due of a weekly arrangement; their obligations. */
async function reportWeeks(arrangement: string, weeks: number, client = clerk): Promise<string[]> {
  const rows = (await pull(client)).rows.filter(
    (row) => row.arrangement === arrangement && row.version === null && row.context.indicator.id === 'done',
  );
  const some = rows.slice(0, weeks);
  await push(
    client,
    some.map(({ key }) => ({ key, base: null, values: weekly })),
  );
  return some.map(obligationOf);
}
const obligationOf = ({ key }: Pick<SheetRow, 'key'>): string => {
  const [list, arrangement, schedule, , unit, period] = key.split('.');
  return [list, arrangement, schedule, unit, period].join('.');
};

describe('B4.3: a filter acts on exactly what it listed', () => {
  const filter = { unit: 'xuejia', review: 'toAccept' } as const;
  const seen = async (): Promise<{ count: number; change: number }> => {
    const { body } = await officer.get('/v1/obligations?unit=xuejia&review=toAccept&total=true&limit=1');
    return { count: body.total, change: body.change };
  };

  test('where another number matches, nothing is done, and the answer says by how much', async () => {
    const keys = await reportWeeks('1-7-1', 4);
    const then = await seen();
    expect(then.count).toBe(4);
    await reportWeeks('1-7-1', 2);
    const refused = await act(officer, { act: 'accept', on: { filter, ...then } });
    expect(refused).toMatchObject({ status: 409, body: { code: 'filter-moved-on' } });
    expect(refused.body).toMatchObject({
      messages: { zh: expect.stringContaining('4 项，现在符合条件的有 6 项（+2）') },
    });
    expect(await listed(officer, 'unit=xuejia&review=accepted')).toEqual([]);
    expect(Object.keys(await acted(officer, { act: 'accept', on: { filter, ...(await seen()) } }))).toEqual(
      expect.arrayContaining(keys),
    );
    expect(await listed(officer, 'unit=xuejia&review=toAccept')).toEqual([]);
    await watch.holds();
  });

  test('what has changed since the officer saw it is refused, the others are applied', async () => {
    const keys = await reportWeeks('2-2-5', 3);
    const then = await seen();
    const row = rowOf(await pull(clerk), '2-2-5', { period: keys[1]!.split('.').at(-1)! });
    await pushRow(clerk, row.key, row.version, { ...weekly, note: '已调度六家装货企业' });
    expect(await acted(officer, { act: 'accept', on: { filter, ...then } })).toEqual({
      [keys[0]!]: 'applied',
      [keys[1]!]: 'changed-since',
      [keys[2]!]: 'applied',
    });
    expect(
      await acted(officer, { act: 'return', reason: '请核对', on: { keys, change: then.change } }),
    ).toEqual(Object.fromEntries(keys.map((key) => [key, 'changed-since'])));
    await watch.holds();
  });

  test('total and change are told only where they are asked for; an act has 5,000 at most', async () => {
    expect((await officer.get('/v1/obligations?limit=1')).body).toMatchObject({ total: null, change: null });
    const keys = Array.from({ length: 5001 }, (_, at) => `2024.1-1-1.1.u${at}.2024`);
    expect((await act(officer, { act: 'accept', on: { keys } })).status).toBe(400);
    const many = await act(officer, { act: 'accept', on: { keys: keys.slice(1) } });
    expect(many.body).toMatchObject({ count: 5000, refused: 5000 });
  });
});

describe('B4.4: the same act again', () => {
  const filter = { unit: 'xuejia', arrangement: '3-3-6', review: 'toAccept' } as const;
  const whole = async () => {
    const { body } = await officer.get(
      '/v1/obligations?unit=xuejia&arrangement=3-3-6&review=toAccept&total=true',
    );
    return { filter, count: body.total as number, change: body.change as number };
  };

  test('is answered again, not applied again; with another body it is refused', async () => {
    await reportWeeks('3-3-6', 6);
    const request = { actId: nextActId(), act: 'accept' as const, on: await whole() };
    const first = await act(officer, request);
    expect(first.body).toMatchObject({ count: 6, applied: 6 });
    const again = await act(officer, request);
    expect(again.body).toEqual(first.body);
    const [{ key } = { key: '' }] = first.body.outcomes;
    expect((await officer.get(`/v1/obligations/${key}`)).body.acts).toHaveLength(1);
    const other = await act(officer, { ...request, act: 'reopen' });
    expect(other).toMatchObject({ status: 409, body: { code: 'act-id-reused' } });
  });

  test('at the same moment: once, and both are answered alike', async () => {
    await acted(officer, {
      act: 'reopen',
      on: { keys: (await listed(officer, 'review=accepted&arrangement=3-3-6')).map(({ key }) => key) },
    });
    const actId = 'both-acts-at-once';
    const request = { actId, act: 'accept' as const, on: await whole() };
    barrier.hold(actId);
    const slow = act(officer, request);
    await barrier.reached(actId);
    const fast = await act(officer, request);
    barrier.release(actId);
    expect((await slow).body).toEqual(fast.body);
    expect(fast.body).toMatchObject({ applied: 6 });
    await watch.holds();
  });

  test('after it broke off between two portions: it goes on where it ended', async () => {
    const keys = (await listed(officer, 'review=accepted&unit=xuejia')).map(({ key }) => key);
    const request = { actId: 'breaking-act-1', act: 'return' as const, reason: '请补充佐证', on: { keys } };
    barrier.hold(request.actId);
    const first = act(officer, request);
    await barrier.reached(request.actId);
    // Something moves: the halves go by themselves, and after the first of them the Worker ends.
    const row = rowOf(await pull(clerk), keys[0]!.split('.')[1]!, { period: keys[0]!.split('.').at(-1)! });
    await pushRow(clerk, row.key, row.version, { ...weekly, note: '已调度七家装货企业' });
    breaksAfter = actBatches + 1;
    barrier.release(request.actId);
    expect((await first).status).toBe(500);
    const returned = (await listed(officer, 'review=returned&unit=xuejia')).length;
    expect(returned).toBeGreaterThan(0);
    expect(returned).toBeLessThan(keys.length);
    await watch.holds();
    breaksAfter = Infinity;
    expect((await act(officer, request)).body).toMatchObject({ count: keys.length, applied: keys.length });
    expect(await listed(officer, 'review=returned&unit=xuejia')).toHaveLength(keys.length);
    await watch.holds();
  });
});

describe('B4.5: acts among pushes', () => {
  test('twelve towns push without pause while an officer accepts 400: every one of both is answered', async () => {
    const units = roster.units.filter(({ kind }) => kind !== 'bureau').slice(0, 12);
    const clients = await Promise.all(units.map(({ id }) => api.reporter(id)));
    const weeklyOf = ['1-7-1', '2-2-5', '3-3-6'];
    for (const client of clients) for (const code of weeklyOf) await reportWeeks(code, 20, client);
    const query = '/v1/obligations?review=toAccept&total=true&limit=1000';
    const { body } = await officer.get(query);
    const keys = (body.obligations as { key: string }[]).map(({ key }) => key).slice(0, 400);
    expect(keys).toHaveLength(400);
    // Every town pushes between the act’s read and its first batch, which finds them moved.
    const actId = nextActId();
    barrier.hold(actId);
    actBatches = 0;
    const over = new AbortController();
    const pushes: number[] = [];
    const everyTown = Promise.withResolvers<void>();
    const town = async (client: Client): Promise<void> => {
      const sheet = await pull(client);
      const row = rowOf(sheet, '1-7-1', { period: '2024-W10' });
      let base = row.version;
      for (let round = 0; !over.signal.aborted; round += 1) {
        const values = { ...weekly, note: `第${round + 1}次补充：已调度五家装货企业` };
        const answer = await push(client, [{ key: row.key, base, values }]);
        pushes.push(answer.status);
        if (pushes.length === clients.length) everyTown.resolve();
        base = answer.body.outcomes?.[0]?.version ?? base;
        // All are in one isolate here, whose timers, the act’s too, would else never come.
        await scheduler.wait(1);
      }
    };
    const accepting = act(officer, { actId, act: 'accept', on: { keys } });
    await barrier.reached(actId);
    const towns = clients.map(town);
    await everyTown.promise;
    barrier.release(actId);
    const answer = await accepting;
    over.abort();
    await Promise.all(towns);
    // The whole in one batch, which is refused; then each half, or its halves.
    expect(actBatches).toBeGreaterThanOrEqual(3);
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({ count: 400, applied: 400, refused: 0 });
    expect(pushes.length).toBeGreaterThanOrEqual(12);
    expect(pushes.filter((status) => status !== 200)).toEqual([]);
    await new Watch(clients[0]!).holds();
  });
});

test('A3: a reporter decides nothing', async () => {
  expect((await act(clerk, { act: 'accept', on: { keys: ['2024.1-1-1.1.xuejia.2024'] } })).status).toBe(403);
  const app = createApp({ now: () => api.clock.at });
  const viewer = new Client(app, (await issueKey('viewer')).key, env.DB);
  expect((await act(viewer, { act: 'accept', on: { keys: ['x'] } })).status).toBe(403);
});
