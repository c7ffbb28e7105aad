import { env } from 'cloudflare:workers';
import { beforeAll, expect, test } from 'vitest';
import { isCadence } from '../../shared/rules/context.ts';
import type { PushAnswer } from '../../shared/wire/pushAnswer.ts';
import { Barrier } from '../support/api/barrier.ts';
import { nextPushId, pull, push, pushRow, rowOf, underWay } from '../support/api/clerk.ts';
import type { Answer, Api, Client } from '../support/api/client.ts';
import { startPublished } from '../support/api/published.ts';
import { recount, storedCounts } from '../support/api/recount.ts';

const barrier = new Barrier();
let api: Api;
let officer: Client;
beforeAll(async () => {
  api = await startPublished({ barrier: barrier.wait });
  officer = await api.officer();
});

type Rows = Parameters<typeof push>[1];

/** The first push reads, then the second runs from beginning to end, then the first writes. */
async function interleave(
  client: Client,
  first: Rows,
  second: () => Promise<unknown>,
): Promise<Answer<PushAnswer>> {
  const pushId = nextPushId();
  barrier.hold(pushId);
  const held = push(client, first, { pushId });
  await barrier.reached(pushId);
  await second();
  barrier.release(pushId);
  return held;
}

const revisionsOf = async (key: string): Promise<string[]> =>
  (
    await env.DB.prepare(
      `SELECT version || ' ' || kind AS name FROM revisions WHERE row_key = ?1 ORDER BY version`,
    )
      .bind(key)
      .all<{ name: string }>()
  ).results.map(({ name }) => name);

test('S4: same field, same base, interleaved between read and batch: one applied, one conflict, nothing overwritten', async () => {
  const client = await api.reporter('sanjing');
  const { key } = rowOf(await pull(client), '1-2-1');
  await pushRow(client, key, null, underWay(10));
  let inner: unknown;
  const outer = await interleave(client, [{ key, base: 1, values: underWay(20) }], async () => {
    inner = await pushRow(client, key, 1, underWay(30));
  });
  expect(inner).toMatchObject({ outcome: 'applied', version: 2 });
  expect(outer.body.outcomes[0]).toMatchObject({
    outcome: 'conflict',
    theirs: { version: 2, values: { count: 30 } },
  });
  expect(rowOf(await pull(client), '1-2-1').values).toMatchObject({ count: 30 });
  expect(await revisionsOf(key)).toEqual(['1 submission', '2 submission']);
});

test('S4: different fields interleaved merge; both writers’ words are there', async () => {
  const client = await api.reporter('longhutang');
  const { key } = rowOf(await pull(client), '1-2-1');
  await pushRow(client, key, null, underWay(10));
  const outer = await interleave(
    client,
    [{ key, base: 1, values: { ...underWay(10), problems: '两家未整改' } }],
    () => pushRow(client, key, 1, underWay(11)),
  );
  expect(outer.body.outcomes[0]).toMatchObject({ outcome: 'merged', version: 3 });
  expect(rowOf(await pull(client), '1-2-1').values).toMatchObject({ count: 11, problems: '两家未整改' });
});

test('S2: one push sent twice at the same moment is applied once, and both are answered alike', async () => {
  const client = await api.reporter('chunjiang');
  const { key } = rowOf(await pull(client), '1-2-1');
  const pushId = nextPushId();
  const rows = [{ key, base: null, values: underWay(4) }];
  barrier.hold(pushId);
  const held = push(client, rows, { pushId });
  await barrier.reached(pushId);
  barrier.release(pushId);
  // The double starts while the first stands between its read and its batch.
  const [first, second] = await Promise.all([held, push(client, rows, { pushId })]);
  expect(second.body.outcomes).toEqual(first.body.outcomes);
  expect(await revisionsOf(key)).toEqual(['1 submission']);
});

test('S2: the doubled push that finds the receipt only at its batch answers the stored outcomes', async () => {
  const client = await api.reporter('weicun');
  const { key } = rowOf(await pull(client), '1-2-1');
  const pushId = nextPushId();
  const rows = [{ key, base: null, values: underWay(4) }];
  barrier.hold(pushId);
  const held = push(client, rows, { pushId });
  await barrier.reached(pushId);
  const inner = await push(client, rows, { pushId });
  barrier.release(pushId);
  const outer = await held;
  expect(inner.body.outcomes[0]).toMatchObject({ outcome: 'applied', version: 1 });
  expect(outer.body.outcomes).toEqual(inner.body.outcomes);
  expect(await revisionsOf(key)).toEqual(['1 submission']);
});

test('B1.2: the roll-up counts an obligation once when its two rows are pushed interleaved', async () => {
  const client = await api.reporter('xinqiao');
  const sheet = await pull(client);
  const [i1, i2] = ['i1', 'i2'].map((indicator) => rowOf(sheet, '1-1-1', { indicator }).key);
  const outer = await interleave(client, [{ key: i1!, base: null, values: underWay(1) }], () =>
    pushRow(client, i2!, null, underWay(2)),
  );
  expect(outer.body.outcomes[0]).toMatchObject({ outcome: 'applied' });
  const unit = await officer.get('/v1/progress?groupBy=unit');
  expect(unit.body.groups.find(({ id }: { id: string }) => id === 'xinqiao')).toMatchObject({ received: 1 });
  expect(await storedCounts('2024')).toEqual(await recount('2024'));
});

test('C10: a lock set between read and batch holds: the plan is made again', async () => {
  const client = await api.reporter('menghe');
  const { key } = rowOf(await pull(client), '1-2-1');
  const settings = {
    seasons: {},
    lockDaysAfterDue: 3,
    contact: '区局',
    switchedOff: [],
    schedules: [],
    unitNames: {},
  };
  const outer = await interleave(client, [{ key, base: null, values: underWay(1) }], () =>
    officer.replace('/v1/task-lists/2024/settings', settings),
  );
  expect(outer.body.outcomes[0]).toMatchObject({ outcome: 'locked', lock: { on: '2024-04-03' } });
  await officer.replace('/v1/task-lists/2024/settings', { ...settings, lockDaysAfterDue: null });
});

test('S6: a pull between another push’s read and batch misses nothing: the next pull brings it', async () => {
  const client = await api.reporter('luoxi');
  const sheet = await pull(client);
  const [a, b] = [rowOf(sheet, '1-2-1').key, rowOf(sheet, '1-2-2').key];
  let cursor = sheet.cursor;
  await interleave(client, [{ key: a, base: null, values: underWay(1) }], async () => {
    await pushRow(client, b, null, underWay(2));
    cursor = (await pull(client, `?cursor=${cursor}`)).cursor;
  });
  const changes = await pull(client, `?cursor=${cursor}`);
  expect(changes.rows.map((row) => row.key)).toEqual([a]);
});

test('C10: a hundred rows by sixteen clients at once: every acknowledged row is there once', async () => {
  const client = await api.reporter('benniu');
  const rows = (await pull(client)).rows.filter((row) => row.context.indicator.id === 'done').slice(0, 100);
  const answers = await Promise.all(
    Array.from({ length: 16 }, (_, index) =>
      push(
        client,
        rows
          .filter((__, at) => at % 16 === index)
          .map((row) => ({
            key: row.key,
            base: null,
            values: isCadence(row.context) ? { status: '已开展' } : { status: '未开始' },
          })),
      ),
    ),
  );
  expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
  const applied = answers.flatMap(({ body }) => body.outcomes).filter(({ outcome }) => outcome === 'applied');
  expect(applied).toHaveLength(rows.length);
  const { results } = await env.DB.prepare(
    `SELECT row_key FROM revisions WHERE row_key LIKE '%.benniu.%' AND kind = 'submission'`,
  ).all();
  expect(results).toHaveLength(rows.length);
  expect(await storedCounts('2024')).toEqual(await recount('2024'));
});
