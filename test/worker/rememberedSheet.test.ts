import { env } from 'cloudflare:workers';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createApp } from '../../worker/app.ts';
import type { RawValues } from '../../shared/row/row.ts';
import type { Sheet } from '../../shared/wire/sheet.ts';
import type { Outcome } from '../../shared/wire/sync.ts';
import { nextPushId, pull, push, rowOf, underWay } from '../support/api/clerk.ts';
import { Client, demoMorning, issueKey, type Api } from '../support/api/client.ts';
import { counted } from '../support/api/limits.ts';
import { startPublished } from '../support/api/published.ts';

const units = ['xuejia', 'chunjiang', 'binkai', 'menghe', 'longhutang'];

let api: Api;
let keyOf: { id: string; key: string };
let clerk: Client;
/** The same clerk, answered by another isolate. */
let elsewhere: Client;
let sheet: Sheet;

async function send(
  client: Client,
  key: string,
  base: number | null,
  values: RawValues,
): Promise<{ status: number; outcome: Outcome | undefined; calls: number }> {
  const { db, usage } = counted(env.DB);
  const rows = [{ key, base, values }];
  const { status, body } = await push(client.over(db), rows, { pushId: nextPushId(), cursor: sheet.cursor });
  if (status === 200) sheet = { ...sheet, cursor: body.cursor };
  return { status, outcome: body.outcomes?.[0], calls: usage.roundTrips };
}

beforeAll(async () => {
  api = await startPublished();
});

beforeEach(async () => {
  api.clock.at = demoMorning;
  keyOf = await issueKey('reporter', units.pop()!);
  clerk = api.as(keyOf.key);
  elsewhere = new Client(createApp({ now: () => api.clock.at }), keyOf.key);
  sheet = await pull(clerk);
});

describe('S5.3: a whole sheet that was pulled is remembered as it stood', () => {
  test('the first edit of each series needs one round trip, and is answered like a pull', async () => {
    for (const arrangement of ['1-2-1', '1-3-1']) {
      const { key } = rowOf(sheet, arrangement);
      const { outcome, calls } = await send(clerk, key, null, underWay(2));
      expect({ outcome, calls }).toMatchObject({ outcome: { outcome: 'applied', version: 1 }, calls: 1 });
    }
    expect(rowOf(await pull(clerk), '1-3-1')).toMatchObject({ version: 1, values: { count: 2 } });
  });

  test('S4: what another isolate has written since the pull is a conflict', async () => {
    const { key } = rowOf(sheet, '1-2-1');
    await send(elsewhere, key, null, underWay(5));
    const { outcome, calls } = await send(clerk, key, null, underWay(6));
    expect(outcome).toMatchObject({ outcome: 'conflict', theirs: { version: 1, values: { count: 5 } } });
    expect(calls).toBeGreaterThan(1);
  });

  test('A2: a key revoked since the pull writes nothing', async () => {
    const { key } = rowOf(sheet, '1-2-1');
    await env.DB.prepare(`UPDATE access_keys SET revoked_at = 1 WHERE id = ?1`).bind(keyOf.id).run();
    expect((await send(clerk, key, null, underWay(6))).status).toBe(401);
    const stored = await env.DB.prepare(`SELECT count(*) AS n FROM revisions WHERE row_key = ?1`)
      .bind(key)
      .first<{ n: number }>();
    expect(stored?.n).toBe(0);
  });

  test('P3: an allocation made since the pull is counted with', async () => {
    const { key, context } = rowOf(sheet, '1-2-1');
    const unit = sheet.unit.id;
    const { id: indicator } = context.indicator;
    const allocations = [{ arrangement: '1-2-1', indicator, unit, share: 3 }];
    const put = await api.admin.put('/v1/task-lists/2024/allocations', { allocations });
    expect(put.status).toBe(200);
    const { outcome } = await send(clerk, key, null, underWay(4));
    expect(outcome?.findings?.map(({ params }) => params)).toEqual([expect.objectContaining({ target: 3 })]);
  });

  test('S10: a draft that was emptied leaves its versions behind, beside a row that was read and in a sheet', async () => {
    const series = Map.groupBy(sheet.rows, ({ arrangement }) => arrangement);
    const [one, emptied] = [...series.values()].find((each) => each.length > 1)!;
    const fill = (client: Client, key: string, base: number | null, note: string | null) =>
      send(client, key, base, { note });
    await fill(clerk, emptied!.key, null, '只有说明');
    await fill(clerk, emptied!.key, 1, null);
    // The one reads the series for its neighbour, the other pulls it.
    await fill(elsewhere, one!.key, null, '只有说明');
    const written = await fill(elsewhere, emptied!.key, null, '再次填写');
    expect(written).toMatchObject({ status: 200, outcome: { outcome: 'invalid', version: 3 } });
    await fill(elsewhere, emptied!.key, 3, null);
    const third = new Client(createApp({ now: () => api.clock.at }), keyOf.key);
    await pull(third);
    const pulled = await fill(third, emptied!.key, null, '第三次填写');
    expect(pulled).toMatchObject({ status: 200, outcome: { outcome: 'invalid', version: 5 }, calls: 1 });
  });
});
