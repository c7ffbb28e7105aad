import { env } from 'cloudflare:workers';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createApp } from '../../worker/app.ts';
import type { PushAnswer, PushRow } from '../../shared/wire/sync.ts';
import { nextPushId, pull, push, rowOf, underWay } from '../support/api/clerk.ts';
import { Client, demoMorning, issueKey, type Answer, type Api } from '../support/api/client.ts';
import { counted } from '../support/api/limits.ts';
import { startPublished } from '../support/api/published.ts';

const arrangements = ['1-2-1', '1-3-1', '1-1-1'];
const units = ['xuejia', 'chunjiang', 'binkai', 'menghe'];

let api: Api;
let clerk: Client;
/** The same clerk, answered by another isolate. */
let elsewhere: Client;
let keys: string[];
let cursor: string;

/** A day's rows, one of each arrangement, in the order in which they are named. */
const day = (base: number | null, ...counts: number[]): PushRow[] =>
  counts.map((count, at) => ({ key: keys[at]!, base, values: underWay(count) }));

async function send(rows: PushRow[]): Promise<{ answer: Answer<PushAnswer>; calls: number }> {
  const { db, usage } = counted(env.DB);
  const answer = await push(clerk.over(db), rows, { pushId: nextPushId(), cursor });
  if (answer.status === 200) cursor = answer.body.cursor;
  return { answer, calls: usage.roundTrips };
}

beforeAll(async () => {
  api = await startPublished();
});

beforeEach(async () => {
  api.clock.at = demoMorning;
  const issued = await issueKey('reporter', units.pop()!);
  clerk = api.as(issued.key);
  elsewhere = new Client(createApp({ now: () => api.clock.at }), issued.key);
  const sheet = await pull(clerk);
  keys = arrangements.map((code) => rowOf(sheet, code).key);
  cursor = sheet.cursor;
  const { answer } = await send(day(null, 1, 1, 1));
  expect(answer.body.outcomes.map(({ outcome }) => outcome)).toEqual(['applied', 'applied', 'applied']);
});

describe('S5.3: a day’s rows of several series', () => {
  test('changed again, they need one round trip, and are answered like a pull, in the order of the list', async () => {
    const before = cursor;
    const { answer, calls } = await send(day(1, 2, 3, 4));
    expect(calls).toBe(1);
    expect(answer.body.outcomes).toMatchObject(keys.map((key) => ({ key, outcome: 'applied', version: 2 })));
    const { rows } = await pull(clerk, `?cursor=${before}`);
    expect(new Set(rows.map(({ arrangement }) => arrangement))).toEqual(new Set(arrangements));
    expect(answer.body.changes).toEqual(rows);
  });

  test('a series of which nothing was written stays as it was remembered', async () => {
    const mixed = await send([...day(1, 2), ...day(1, 1, 1, 1).slice(1)]);
    expect(mixed.answer.body.outcomes.map(({ outcome }) => outcome)).toEqual([
      ...['applied', 'unchanged', 'unchanged'],
    ]);
    const [first, ...others] = day(1, 3, 5, 5);
    const again = await send([{ ...first!, base: 2 }, ...others]);
    expect([mixed.calls, again.calls]).toEqual([1, 1]);
    expect(again.answer.body.outcomes.map(({ version }) => version)).toEqual([3, 2, 2]);
  });

  test('S4: what another isolate has written to one of them since is a conflict; the others are applied', async () => {
    await push(elsewhere, [{ key: keys[1]!, base: 1, values: underWay(7) }], {
      pushId: nextPushId(),
      cursor,
    });
    const { answer, calls } = await send(day(1, 2, 3, 4));
    expect(answer.body.outcomes.map(({ outcome }) => outcome)).toEqual(['applied', 'conflict', 'applied']);
    expect(calls).toBeGreaterThan(1);
    expect(answer.body.outcomes[1]?.theirs).toMatchObject({ version: 2, values: { count: 7 } });
  });

  test('the same row twice in a push, from two bases, is judged as if nothing was remembered', async () => {
    await send(day(1, 2));
    const [row] = day(1, 2);
    const { answer } = await send([
      { ...row!, base: 1, values: underWay(2) },
      { ...row!, base: 2, values: underWay(6) },
    ]);
    expect(answer.body.outcomes).toMatchObject([
      { outcome: 'unchanged' },
      { outcome: 'applied', version: 3 },
    ]);
  });
});
