import { env } from 'cloudflare:workers';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createApp } from '../../worker/app.ts';
import type { RawValues } from '../../shared/row/row.ts';
import type { PushAnswer } from '../../shared/wire/sync.ts';
import { nextPushId, pull, push, rowOf, underWay } from '../support/api/clerk.ts';
import { Client, demoMorning, issueKey, type Answer, type Api } from '../support/api/client.ts';
import { counted } from '../support/api/limits.ts';
import { roster, startPublished } from '../support/api/published.ts';

/** A clerk's workbook on one row: the base and the cursor that its last answer left. */
class Desk {
  base: number | null = null;
  cursor = '';
  key = '';
  /** Round trips of the last push. */
  calls = 0;
  private readonly client: Client;
  constructor(client: Client) {
    this.client = client;
  }

  async open(arrangement: string): Promise<this> {
    const sheet = await pull(this.client);
    const row = rowOf(sheet, arrangement);
    [this.key, this.base, this.cursor] = [row.key, row.version, sheet.cursor];
    return this;
  }

  async send(values: RawValues, pushId = nextPushId()): Promise<Answer<PushAnswer>> {
    const { db, usage } = counted(env.DB);
    const rows = [{ key: this.key, base: this.base, values }];
    const answer = await push(this.client.over(db), rows, { pushId, cursor: this.cursor });
    this.calls = usage.roundTrips;
    const outcome = answer.body.outcomes?.[0];
    if (outcome?.version !== undefined) this.base = outcome.version;
    if (answer.status === 200) this.cursor = answer.body.cursor;
    return answer;
  }
}

let api: Api;
let keyId: string;
let clerk: Client;
/** The same clerk, answered by another isolate. */
let elsewhere: Client;
let desk: Desk;

/** A unit of its own for each test. */
const units = [
  ...roster.units.filter(({ kind }) => kind !== 'bureau').map(({ id }) => id),
  'bureau',
].reverse();

beforeAll(async () => {
  api = await startPublished();
});

beforeEach(async () => {
  api.clock.at = demoMorning;
  const issued = await issueKey('reporter', units.pop()!);
  keyId = issued.id;
  clerk = api.as(issued.key);
  elsewhere = new Client(createApp({ now: () => api.clock.at }), issued.key);
  desk = await new Desk(clerk).open('1-2-1');
  await desk.send(underWay(1));
});

const stored = async (key: string): Promise<string | undefined> =>
  (
    await env.DB.prepare(`SELECT version || ': ' || count AS told FROM submissions WHERE row_key = ?1`)
      .bind(key)
      .first<{ told: string }>()
  )?.told;

describe('S5.3: what an isolate remembers is proven by the batch', () => {
  test('the next edit of a series needs one round trip, and is answered like a pull', async () => {
    const answer = await desk.send(underWay(2));
    expect(answer.body.outcomes).toMatchObject([{ outcome: 'applied', version: 2 }]);
    expect(desk.calls).toBe(1);
    const row = rowOf(await pull(clerk), '1-2-1');
    expect(answer.body.changes).toEqual([row]);
    expect(row).toMatchObject({ version: 2, values: { count: 2 } });
  });

  test('C9: a cursor from the future is refused', async () => {
    desk.cursor = desk.cursor.replace(/\.(\d+)\.(\d{8})$/u, '.999999.$2');
    expect(await desk.send(underWay(2))).toMatchObject({ status: 400, body: { code: 'cursor-invalid' } });
    expect(await stored(desk.key)).toBe('1: 1');
  });

  test('a draft, its mending and the same values again go the same way', async () => {
    const wrong = await desk.send({ ...underWay(2), completedOn: '2024-13-40' });
    expect(wrong.body.outcomes).toMatchObject([{ outcome: 'invalid', version: 2 }]);
    const mended = await desk.send({ ...underWay(3), completedOn: null });
    expect(mended.body.outcomes).toMatchObject([{ outcome: 'applied', version: 3 }]);
    const again = await desk.send({ ...underWay(3), completedOn: null });
    expect(again.body.outcomes).toMatchObject([{ outcome: 'unchanged' }]);
    expect(desk.calls).toBe(1);
    expect(await stored(desk.key)).toBe('3: 3');
  });

  test('what another isolate has written since is a conflict, not overwritten', async () => {
    const other = await new Desk(elsewhere).open('1-2-1');
    await other.send(underWay(5));
    const answer = await desk.send(underWay(6));
    expect(answer.body.outcomes).toMatchObject([
      { outcome: 'conflict', theirs: { version: 2, values: { count: 5 } } },
    ]);
    expect(desk.calls).toBeGreaterThan(1);
    expect(await stored(desk.key)).toBe('2: 5');
  });

  test('what others have written elsewhere in the unit comes with the answer', async () => {
    const other = await new Desk(elsewhere).open('1-2-2');
    await other.send(underWay(5));
    const answer = await desk.send(underWay(2));
    expect(answer.body.changes.map(({ arrangement }) => arrangement).sort()).toEqual(['1-2-1', '1-2-2']);
  });

  test('A2: a key revoked since writes nothing', async () => {
    expect((await api.admin.send('DELETE', `/v1/keys/${keyId}`)).status).toBe(204);
    expect(await desk.send(underWay(2))).toMatchObject({ status: 401, body: { code: 'key-revoked' } });
    expect(await stored(desk.key)).toBe('1: 1');
  });

  test('A2: a key that expires while it is remembered is told so', async () => {
    await env.DB.prepare(`UPDATE access_keys SET expires_at = ?2 WHERE id = ?1`)
      .bind(keyId, api.clock.at + 60_000)
      .run();
    // Its second use, by an isolate that has asked for it with its end.
    const late = await new Desk(elsewhere).open('1-2-2');
    await late.send(underWay(1));
    api.clock.at += 60_000;
    expect(await late.send(underWay(2))).toMatchObject({ status: 401, body: { code: 'key-expired' } });
  });

  test('S2: the same push again gets its receipt, and another under its id is refused', async () => {
    const pushId = nextPushId();
    const [base, cursor] = [desk.base, desk.cursor];
    const first = await desk.send(underWay(2), pushId);
    [desk.base, desk.cursor] = [base, cursor];
    const again = await desk.send(underWay(2), pushId);
    expect(again.body.outcomes).toEqual(first.body.outcomes);
    desk.base = base;
    expect(await desk.send(underWay(9), pushId)).toMatchObject({
      status: 409,
      body: { code: 'push-id-reused' },
    });
    expect(await stored(desk.key)).toBe('2: 2');
  });

  test('a database brought back to an earlier day is read, not taken for the one remembered', async () => {
    await desk.send(underWay(2));
    // As a restore would leave it: the last push undone, its number given out again.
    await env.DB.batch([
      env.DB.prepare(`DROP TRIGGER revisions_no_delete`),
      env.DB.prepare(`DELETE FROM revisions WHERE row_key = ?1 AND version = 2`).bind(desk.key),
      env.DB.prepare(`UPDATE submissions SET version = 1, count = 1 WHERE row_key = ?1`).bind(desk.key),
      env.DB.prepare(
        `UPDATE obligations SET sequence = sequence - 1 WHERE sequence = (SELECT value FROM sequences WHERE name = 'changes')`,
      ),
    ]);
    const answer = await desk.send(underWay(3));
    expect(answer.body.outcomes[0]?.outcome).not.toBe('applied');
    expect(await stored(desk.key)).toBe('1: 1');
  });

  test('S6.2: after that, a cursor from the days that are gone is refused, though its row has not changed', async () => {
    const other = await new Desk(clerk).open('1-2-2');
    await other.send(underWay(2));
    desk.cursor = other.cursor;
    await env.DB.prepare(`UPDATE sequences SET value = value - 1 WHERE name = 'changes'`).run();
    expect(await desk.send(underWay(2))).toMatchObject({ status: 400, body: { code: 'cursor-invalid' } });
    expect(await stored(desk.key)).toBe('1: 1');
  });

  // Time never runs backwards past what is stored: those that move it come last.
  test('another demo clock since is followed', async () => {
    await env.DB.prepare(
      `INSERT INTO settings (scope, name, value) VALUES ('', 'demoClockOffsetMs', '864000000')`,
    ).run();
    expect((await desk.send(underWay(2))).body.today).toBe('2024-04-20');
    expect((await desk.send(underWay(3))).body.today).toBe('2024-04-20');
    expect(desk.calls).toBe(1);
    await env.DB.prepare(`DELETE FROM settings WHERE name = 'demoClockOffsetMs'`).run();
  });

  test('P3: settings changed since hold: a row that is locked meanwhile is refused', async () => {
    const due = rowOf(await pull(clerk), '1-2-1').due!;
    const settings = {
      seasons: {},
      lockDaysAfterDue: 0,
      contact: '区局 0519-8512',
      switchedOff: [],
      schedules: [],
      unitNames: {},
    };
    expect((await api.admin.put('/v1/task-lists/2024/settings', settings)).status).toBe(200);
    api.clock.set(`${due}T12:00:00+08:00`);
    const first = await desk.send(underWay(2));
    expect(first.status).toBe(200);
    api.clock.at += 86_400_000;
    const answer = await desk.send(underWay(3));
    expect(answer.body.outcomes).toMatchObject([{ outcome: 'locked', lock: { contact: '区局 0519-8512' } }]);
    // A change that touches no row.
    await api.admin.put('/v1/task-lists/2024/settings', { ...settings, contact: '区局 0519-8513' });
    const told = await desk.send(underWay(4));
    expect(told.body.outcomes).toMatchObject([{ outcome: 'locked', lock: { contact: '区局 0519-8513' } }]);
  });
});
