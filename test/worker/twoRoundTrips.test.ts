import { env } from 'cloudflare:workers';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { RawValues } from '../../shared/row/row.ts';
import type { Sheet } from '../../shared/wire/sheet.ts';
import type { PushAnswer } from '../../shared/wire/pushAnswer.ts';
import { createApp } from '../../worker/app.ts';
import { Barrier } from '../support/api/barrier.ts';
import { nextPushId, pull, push, pushRow, rowOf, underWay } from '../support/api/clerk.ts';
import { Client, demoMorning, issueKey, type Answer, type Api } from '../support/api/client.ts';
import { counted } from '../support/api/limits.ts';
import { roster, startPublished } from '../support/api/published.ts';

const barrier = new Barrier();
let api: Api;
let keyOf: { id: string; key: string };
let clerk: Client;
let sheet: Sheet;
/** The row of 1-2-1. */
let key: string;

/** A unit of its own for each test. */
const units = roster.units.filter(({ kind }) => kind !== 'bureau').map(({ id }) => id);

beforeAll(async () => {
  api = await startPublished({ barrier: barrier.wait });
});

beforeEach(async () => {
  api.clock.at = demoMorning;
  keyOf = await issueKey('reporter', units.pop()!);
  clerk = api.as(keyOf.key);
  sheet = await pull(clerk);
  key = rowOf(sheet, '1-2-1').key;
});

/** A push from an isolate that has never seen the unit, with what it asked of the database. */
async function cold(
  rows: { key: string; base: number | null; values: RawValues }[],
  query = '?year=2024',
  cursor = sheet.cursor,
): Promise<{ answer: Answer<PushAnswer>; roundTrips: number }> {
  const { db, usage } = counted(env.DB);
  const app = createApp({ now: () => api.clock.at });
  const client = new Client(app, keyOf.key, db);
  const answer = await push(client, rows, { pushId: nextPushId(), cursor, query });
  return { answer, roundTrips: usage.roundTrips };
}

/** A push that has read; then `meanwhile` happens, and it writes. */
async function interrupted(values: RawValues, meanwhile: () => Promise<unknown>): Promise<Answer> {
  const pushId = nextPushId();
  barrier.hold(pushId);
  const held = push(clerk, [{ key, base: null, values }], { pushId, cursor: sheet.cursor });
  await barrier.reached(pushId);
  await meanwhile();
  barrier.release(pushId);
  return held;
}

const stored = async (): Promise<string | null> =>
  env.DB.prepare(`SELECT version || ': ' || count FROM submissions WHERE row_key = ?1`)
    .bind(key)
    .raw<[string]>()
    .then((rows) => rows[0]?.[0] ?? null);

describe('C10: two round trips', () => {
  test('for one row, with and without a year, new, changed, refused and unchanged; the key’s use is noted in them', async () => {
    await env.DB.prepare(`UPDATE access_keys SET last_used_on = NULL WHERE id = ?1`).bind(keyOf.id).run();
    const first = await cold([{ key, base: null, values: underWay(1) }]);
    expect(first).toMatchObject({ answer: { body: { outcomes: [{ version: 1 }] } }, roundTrips: 2 });
    const used = await env.DB.prepare(`SELECT last_used_on FROM access_keys WHERE id = ?1`)
      .bind(keyOf.id)
      .first('last_used_on');
    expect(used).toBe('2024-04-10');
    const { cursor } = first.answer.body;
    const second = await cold([{ key, base: 1, values: underWay(2) }], '', cursor);
    expect(second).toMatchObject({ answer: { body: { outcomes: [{ version: 2 }] } }, roundTrips: 2 });
    const bad = { ...underWay(2), completedOn: '2024-13-40' };
    const third = await cold([{ key, base: 2, values: bad }], '', second.answer.body.cursor);
    expect(third).toMatchObject({ answer: { body: { outcomes: [{ outcome: 'invalid' }] } }, roundTrips: 2 });
    const again = await cold([{ key, base: 3, values: bad }], '', third.answer.body.cursor);
    expect(again).toMatchObject({
      answer: { body: { outcomes: [{ outcome: 'unchanged', version: 3 }] } },
      roundTrips: 2,
    });
  });

  test('for rows of many series', async () => {
    const rows = sheet.rows
      .filter(({ context }) => context.scheduleKind !== 'once')
      .map((row) => ({ key: row.key, base: null, values: { status: '未开展', note: '本期未安排' } }));
    const { answer, roundTrips } = await cold(rows);
    expect(new Set(rows.map((row) => row.key.split('.')[1])).size).toBeGreaterThan(20);
    expect([answer.status, answer.body.outcomes.length, roundTrips]).toEqual([200, rows.length, 2]);
  });

  test('S6: a whole pull and one with nothing new take one, one with changes two', async () => {
    const { db, usage } = counted(env.DB);
    const client = clerk.over(db);
    const trips = async (query: string): Promise<number> => {
      const before = usage.roundTrips;
      await pull(client, query);
      return usage.roundTrips - before;
    };
    expect(await trips('')).toBe(1);
    expect(await trips(`?cursor=${sheet.cursor}`)).toBe(1);
    await pushRow(clerk, key, null, underWay(1));
    expect(await trips(`?cursor=${sheet.cursor}`)).toBe(2);
  });
});

describe('C10: what moves between read and batch has the push planned anew', () => {
  test('A2: a key revoked meanwhile writes nothing', async () => {
    const answer = await interrupted(underWay(1), () => api.admin.send('DELETE', `/v1/keys/${keyOf.id}`));
    expect(answer).toMatchObject({ status: 401, body: { code: 'key-revoked' } });
    expect(await stored()).toBeNull();
  });

  test('A2: a key that has expired is told so before its push is judged', async () => {
    await env.DB.prepare(`UPDATE access_keys SET expires_at = ?2 WHERE id = ?1`)
      .bind(keyOf.id, api.clock.at)
      .run();
    const { answer, roundTrips } = await cold([{ key, base: null, values: underWay(1) }]);
    expect(answer).toMatchObject({ status: 401, body: { code: 'key-expired' } });
    expect([await stored(), roundTrips]).toEqual([null, 1]);
  });

  test('P3: an allocation made meanwhile is counted with', async () => {
    const { context, key: row } = rowOf(sheet, '1-2-1');
    const share = {
      arrangement: '1-2-1',
      indicator: context.indicator.id,
      unit: row.split('.')[4],
      share: 3,
    };
    const answer = await interrupted(underWay(4), () =>
      api.admin.replace('/v1/task-lists/2024/allocations', { allocations: [share] }),
    );
    expect(answer.body.outcomes[0]).toMatchObject({
      outcome: 'invalid',
      findings: [{ params: { target: 3 } }],
    });
  });

  test('P8: another demo clock since is followed', async () => {
    const answer = await interrupted(underWay(1), () =>
      env.DB.prepare(
        `INSERT INTO settings (scope, name, value) VALUES ('', 'demoClockOffsetMs', '864000000')`,
      ).run(),
    );
    expect(answer.body).toMatchObject({ today: '2024-04-20', outcomes: [{ outcome: 'applied' }] });
    await env.DB.prepare(`DELETE FROM settings WHERE name = 'demoClockOffsetMs'`).run();
  });

  test('a push counts from when it came, though the day changes before its plan holds', async () => {
    api.clock.set('2024-04-21T23:59:59+08:00');
    const other = rowOf(sheet, '1-2-2').key;
    const answer = await interrupted(underWay(1), async () => {
      api.clock.set('2024-04-22T00:00:30+08:00');
      await push(clerk, [
        { key: other, base: null, values: underWay(1) },
        { key, base: null, values: underWay(9) },
      ]);
    });
    expect(answer.body).toMatchObject({ today: '2024-04-21', outcomes: [{ outcome: 'conflict' }] });
  });

  test('a database brought back to an earlier day meanwhile is read anew', async () => {
    await pushRow(clerk, key, null, underWay(1));
    const { cursor } = await pull(clerk);
    const pushId = nextPushId();
    barrier.hold(pushId);
    const held = push(clerk, [{ key, base: 1, values: underWay(2) }], { pushId, cursor });
    await barrier.reached(pushId);
    await env.DB.prepare(
      `UPDATE obligations SET sequence = sequence - 1 WHERE sequence = (SELECT value FROM sequences WHERE name = 'changes')`,
    ).run();
    await env.DB.prepare(`UPDATE sequences SET value = value - 1 WHERE name = 'changes'`).run();
    barrier.release(pushId);
    expect(await held).toMatchObject({ status: 400, body: { code: 'cursor-invalid' } });
    expect(await stored()).toBe('1: 1');
  });
});

test('S10: a draft that was emptied leaves its versions behind, beside a row that was read and in a sheet', async () => {
  const series = Map.groupBy(sheet.rows, ({ arrangement }) => arrangement);
  const [one, emptied] = [...series.values()].find((each) => each.length > 1)!;
  const fill = async (row: string, base: number | null, note: string | null) =>
    (await pushRow(clerk, row, base, { note })) as { outcome: string; version: number };
  await fill(emptied!.key, null, '只有说明');
  await fill(emptied!.key, 1, null);
  await fill(one!.key, null, '只有说明');
  expect(await fill(emptied!.key, null, '再次填写')).toMatchObject({ outcome: 'invalid', version: 3 });
  await fill(emptied!.key, 3, null);
  await pull(clerk);
  expect(await fill(emptied!.key, null, '第三次填写')).toMatchObject({ outcome: 'invalid', version: 5 });
});

test('S4: the same row twice in a push, from two bases, is judged each by its own', async () => {
  await pushRow(clerk, key, null, underWay(1));
  await pushRow(clerk, key, 1, underWay(2));
  const { answer } = await cold([
    { key, base: 1, values: underWay(2) },
    { key, base: 2, values: underWay(6) },
  ]);
  expect(answer.body.outcomes).toMatchObject([{ outcome: 'unchanged' }, { outcome: 'applied', version: 3 }]);
});
