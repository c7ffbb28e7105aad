import { env } from 'cloudflare:workers';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { issueKey, type Api, type Client } from '../support/api/client.ts';
import { counted } from '../support/api/limits.ts';
import { startPublished } from '../support/api/published.ts';

let api: Api;
let keyOf: { id: string; key: string };
let clerk: Client;

beforeAll(async () => {
  api = await startPublished();
});

beforeEach(async () => {
  keyOf = await issueKey('reporter', 'xuejia');
  clerk = api.as(keyOf.key);
});

describe('A2: what is wrong with a key or its role is told before what is wrong with its request', () => {
  test.each<[string, unknown]>([
    ['a body that breaks the contract', { rows: 'all' }],
    ['a malformed cursor', { pushId: 'key-first-1', rulesVersion: '1', rows: [], cursor: 'yesterday' }],
    ['a body that is too large', { rows: 'x'.repeat(4_100_000) }],
  ])('%s', async (_, body) => {
    await api.admin.send('DELETE', `/v1/keys/${keyOf.id}`);
    expect(await clerk.post('/v1/sync', body)).toMatchObject({ status: 401, body: { code: 'key-revoked' } });
    const viewer = api.as((await issueKey('viewer')).key);
    expect(await viewer.post('/v1/sync?unit=xuejia', body)).toMatchObject({ status: 403 });
  });

  test('a pull’s malformed cursor', async () => {
    await api.admin.send('DELETE', `/v1/keys/${keyOf.id}`);
    expect(await clerk.get('/v1/sheet?cursor=x')).toMatchObject({ status: 401 });
  });

  test('A4: another’s secret behind a key’s id reads nothing', async () => {
    const { db, usage } = counted(env.DB);
    const stranger = (await issueKey('reporter', 'xuejia')).key;
    await env.DB.prepare(`UPDATE access_keys SET sha256 = 'other' WHERE id = ?1`).bind(keyOf.id).run();
    expect(await clerk.over(db).get('/v1/sheet')).toMatchObject({
      status: 401,
      body: { code: 'key-unknown' },
    });
    const refused = usage.rowsRead;
    await api.as(stranger).over(db).get('/v1/sheet');
    expect(refused * 20).toBeLessThan(usage.rowsRead - refused);
  });
});
