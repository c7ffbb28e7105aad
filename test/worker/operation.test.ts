import { env } from 'cloudflare:workers';
import { beforeAll, describe, expect, test } from 'vitest';
import { createApp } from '../../worker/app.ts';
import { mintAccessKey } from '../../worker/identity/accessKey.ts';
import { networkOf } from '../../worker/keys/rateLimits.ts';
import type { FailureLine } from '../../worker/problems/failureLine.ts';
import { nextPushId, pull, push, rowOf, underWay } from '../support/api/clerk.ts';
import { issueKey, type Api, type Client } from '../support/api/client.ts';
import { document, roster, startPublished } from '../support/api/published.ts';
import { UnwritableLine, unwritableErrors } from '../support/api/unwritable.ts';

let api: Api;
beforeAll(async () => {
  api = await startPublished();
});

const broken = {
  prepare: () => {
    throw new Error('D1_ERROR: no such table: sequences: SQLITE_ERROR');
  },
} as unknown as D1Database;

describe('A10: whether the program runs, and whether its database answers', () => {
  test('the program is alive without its database, and ready only with it; no key is asked for', async () => {
    const nobody = api.as(null);
    expect(await nobody.get('/healthz')).toMatchObject({ status: 200, body: { status: 'alive' } });
    expect(await nobody.get('/readyz')).toMatchObject({ status: 200, body: { status: 'ready' } });
    expect(await nobody.over(broken).get('/healthz')).toMatchObject({ status: 200 });
    const unready = await nobody.over(broken).get('/readyz');
    expect(unready).toMatchObject({ status: 503, body: { code: 'database-unavailable' } });
    expect(unready.headers.get('retry-after')).toBe('10');
  });
});

describe('A11: a request has a name, and a failed one a line', () => {
  test('a sound name is kept, any other is replaced; header, problem and line have the same', async () => {
    const ask = async (name?: string) => {
      const answer = await api
        .as(null)
        .send('GET', '/v1/me', undefined, name === undefined ? {} : { 'x-request-id': name });
      expect(answer.body.requestId).toBe(answer.headers.get('x-request-id'));
      expect(api.lines.at(-1)).toEqual({
        level: 'warn',
        requestId: answer.body.requestId,
        method: 'GET',
        route: '/v1/me',
        status: 401,
        code: 'key-missing',
      });
      return answer.body.requestId as string;
    };
    expect(await ask('from-the-proxy-0001')).toBe('from-the-proxy-0001');
    for (const name of [undefined, '名字', 'a b', '<script>', 'x'.repeat(65), '{"level":"error"}']) {
      expect(await ask(name)).toMatch(/^[0-9a-f-]{36}$/u);
    }
    const sound = await api.admin.send('GET', '/v1/me', undefined, { 'x-request-id': 'sound-0001' });
    expect(sound.headers.get('x-request-id')).toBe('sound-0001');
  });

  test('a line names no key, no address, no unit and no value; a request that succeeds has none', async () => {
    const { key } = await issueKey('reporter', 'xuejia');
    const reporter = api.as(key);
    const before = api.lines.length;
    await pull(reporter);
    expect(api.lines).toHaveLength(before);
    const note = '张三的电话是13800000000';
    const row = { key: '2024.1-7-1.1.done.xuejia.2024-W15.h', base: 0, values: { note } };
    await reporter.post('/v1/sync', { pushId: nextPushId(), rulesVersion: '1', rows: [row] });
    await reporter.get('/v1/obligations/2024.1-7-1.1.binkai.2024-W15');
    await reporter.get('/v1/sheet?unit=binkai');
    await reporter.get('/v1/nothing/13800000000?name=张三');
    const lines = api.lines.slice(before);
    expect(lines.map(({ method, route, status }) => `${method} ${route} ${status}`)).toEqual([
      'POST /v1/sync 400',
      'GET /v1/obligations/:key 404',
      'GET /v1/sheet 404',
      'GET /v1/* 404',
    ]);
    expect(JSON.stringify(lines)).not.toMatch(/13800000000|张三|xuejia|binkai|tz_/u);
    expect(JSON.stringify(lines)).not.toContain(key.slice(12));
  });

  test('what nobody has foreseen: its class, the database’s own words and the stack, without the values of the statement', async () => {
    const secret = '不该出现的内容';
    const failing = new UnwritableLine(
      `D1_ERROR: UNIQUE constraint failed: access_keys.id: SQLITE_CONSTRAINT`,
    );
    const answer = await api.admin
      .over(failing.over(env.DB))
      .post('/v1/keys', { role: 'viewer', holder: secret, label: secret });
    expect(answer).toMatchObject({ status: 500, body: { code: 'unexpected' } });
    expect(answer.body.detail).toContain(answer.body.requestId);
    const line = api.lines.at(-1)!;
    expect(line).toMatchObject({
      ...{
        level: 'error',
        route: '/v1/keys',
        status: 500,
        code: 'unexpected',
        requestId: answer.body.requestId,
      },
      exception: { database: 'D1_ERROR: UNIQUE constraint failed: access_keys.id: SQLITE_CONSTRAINT' },
    });
    expect(line.exception!.stack.length).toBeGreaterThan(0);
    expect(JSON.stringify(line)).not.toContain(secret);
    expect(JSON.stringify(line).split('\n')).toHaveLength(1);
  });
});

const narrowing = { arrangement: '1-2-1', from: '2024-05-01', units: ['xuejia'] };

describe('A12: a database that cannot be written', () => {
  const changes = async (): Promise<string> => {
    const { results } = await env.DB.prepare(
      `SELECT (SELECT json_group_array(value) FROM sequences) AS sequences, (SELECT count(*) FROM pushes) AS pushes,
              (SELECT count(*) FROM access_keys) AS keys, (SELECT count(*) FROM submissions) AS submissions`,
    ).all();
    return JSON.stringify(results);
  };

  test.for(unwritableErrors)('%s: writes are 503 and nothing is stored, reads go on', async (message) => {
    const reporterKey = await issueKey('reporter', 'xuejia');
    const adminKey = await issueKey('admin');
    const before = await changes();
    const over = (key: { key: string }): Client =>
      api.as(key.key).over(new UnwritableLine(message).over(env.DB));
    const reporter = over(reporterKey);
    const admin = over(adminKey);
    // Keys that were never used before: noting that is a write on the way of each of these.
    for (const path of ['/v1/sheet', '/v1/me', '/v1/progress?groupBy=task', '/v1/obligations']) {
      expect([path, (await reporter.get(path)).status]).toEqual([path, 200]);
    }
    const { key } = rowOf(await pull(reporter), '1-2-1');
    const { settings } = (await admin.get('/v1/task-lists/2024/settings')).body;
    const refused = [
      await push(reporter, [{ key, base: null, values: underWay(3) }]),
      await admin.post('/v1/keys', { role: 'viewer', holder: '韩雪' }),
      await admin.replace('/v1/task-lists/2024/settings', { ...settings, contact: message }),
      await admin.replace('/v1/roster', { ...roster, groups: [] }),
      await admin.put('/v1/task-lists/2024/assignments', narrowing),
      await admin.post('/v1/task-lists/2024/publishings/undo', { version: 1 }),
    ];
    for (const [index, answer] of refused.entries()) {
      expect([index, answer]).toMatchObject([index, { status: 503, body: { code: 'database-unwritable' } }]);
      expect(answer.headers.get('retry-after')).toBe('60');
    }
    // The same list again writes nothing.
    expect((await admin.put('/v1/task-lists/2024', document)).status).toBe(200);
    expect(await changes()).toBe(before);
  });
});

describe('A5: limits', () => {
  /** A limiter that lets so many of each key pass. */
  const limiter = (most: number) => {
    const counted = new Map<string, number>();
    return {
      counted,
      limit: async ({ key }: { key: string }) => {
        counted.set(key, (counted.get(key) ?? 0) + 1);
        return { success: counted.get(key)! <= most };
      },
    };
  };
  const start = (most: { keys: number; addresses: number }) => {
    const lines: FailureLine[] = [];
    const app = createApp({ now: () => api.clock.at, log: (line) => lines.push(line) });
    const bindings = { KEY_RATE_LIMITER: limiter(most.keys), ADDRESS_RATE_LIMITER: limiter(most.addresses) };
    const ask = async (key: string | null, address: string, path = '/v1/me', init: RequestInit = {}) => {
      const headers = {
        ...(key === null ? {} : { authorization: `Bearer ${key}` }),
        'cf-connecting-ip': address,
      };
      const asked = { ...init, headers: { ...headers, 'content-type': 'application/json' } };
      return (await app.request(path, asked, { ...env, ...bindings })).status;
    };
    return { ask, lines, ...bindings };
  };
  const pushing = { method: 'POST', body: '{' };

  test('who knows only the id of a key never keeps its holder out, by whatever route, not even from the same address', async () => {
    const { id, key } = await issueKey('reporter', 'xuejia');
    const stolen = `tz_${id}_${'0'.repeat(26)}`;
    const { idOfKey } = await import('../../worker/identity/accessKey.ts');
    const digest = new Uint8Array(
      await crypto.subtle.digest('SHA-256', new TextEncoder().encode(`taizhang ${stolen}`)),
    );
    const forged =
      stolen +
      Array.from(digest.slice(0, 4), (byte) => '0123456789abcdefghjkmnpqrstvwxyz'[byte % 32]).join('');
    expect(await idOfKey(forged)).toBe(id);
    const { ask, KEY_RATE_LIMITER } = start({ keys: 3, addresses: 5 });
    for (let n = 0; n < 5; n += 1) {
      expect(await ask(forged, '198.51.100.7', n % 2 ? '/v1/me' : '/v1/sheet')).toBe(401);
    }
    expect(await ask(forged, '198.51.100.7')).toBe(429);
    expect(await ask(forged, '198.51.100.7', '/v1/sync', pushing)).toBe(429);
    expect(KEY_RATE_LIMITER.counted.size).toBe(0);
    expect(await ask(key, '198.51.100.7')).toBe(200);
    expect(await ask(key, '203.0.113.9', '/v1/sheet')).toBe(200);
    expect(await ask(key, '203.0.113.9', '/v1/sync', pushing)).toBe(400);
    expect(KEY_RATE_LIMITER.counted).toEqual(new Map([[id, 3]]));
    expect(await ask(key, '203.0.113.9')).toBe(429);
    expect(await ask(key, '203.0.113.9', '/v1/sheet')).toBe(429);
  });

  test('unknown, mistyped and missing keys are limited by address, and each network by itself', async () => {
    const { ask, lines } = start({ keys: 1, addresses: 3 });
    const stranger = (await mintAccessKey()).key;
    const statuses = [];
    for (const key of [stranger, (await mintAccessKey()).key, 'hello', null, stranger]) {
      statuses.push(await ask(key, '198.51.100.7'));
    }
    expect(statuses).toEqual([401, 401, 401, 429, 429]);
    expect(lines.map(({ status }) => status)).toEqual(statuses);
    expect(await ask(stranger, '198.51.100.8')).toBe(401);
    expect(await ask(stranger, '2001:db8:1:2::1')).toBe(401);
  });

  test('of an IPv6 address the network counts', () => {
    expect(networkOf('203.0.113.9')).toBe('203.0.113.9');
    expect(networkOf('2001:db8:0:1:2:3:4:5')).toBe('2001:db8:0:1');
    expect(networkOf('2001:DB8:0000:1::5')).toBe('2001:db8:0:1');
    expect(networkOf('2001:db8::5')).toBe('2001:db8:0:0');
    expect(networkOf('::1')).toBe('0:0:0:0');
    expect(networkOf(undefined)).toBe('unknown');
  });
});

describe('C18.1, A2.1: numbers in addresses, and keys that nobody could use', () => {
  test('a year is four plain digits, by whatever route', async () => {
    const { body } = await api.as(null).get('/openapi.json');
    const paths = Object.entries(
      body.paths as Record<string, Record<string, { parameters?: { name: string }[] }>>,
    );
    const asked = paths.flatMap(([path, methods]) =>
      Object.entries(methods).flatMap(([method, { parameters = [] }]) =>
        parameters.some(({ name }) => name === 'year') ? [{ path, method: method.toUpperCase() }] : [],
      ),
    );
    expect(asked.length).toBeGreaterThan(13);
    const written = [
      '0x7e8',
      '%202024',
      '2024%20',
      '2.024e3',
      '02024',
      '2024.0',
      '+2024',
      '１２',
      '-1',
      '2024n',
      '1999',
      '2101',
    ];
    for (const { path, method } of asked) {
      for (const year of written) {
        const at = path.includes('{year}')
          ? path.replace('{year}', year)
          : `${path}?groupBy=unit&unit=xuejia&year=${year}`;
        const type = { 'content-type': path.includes('parse') ? 'text/plain' : 'application/json' };
        const answer = await api.admin.send(method, at, method === 'GET' ? undefined : '{}', type);
        expect([method, at, answer.status, answer.body.code]).toEqual([method, at, 400, 'invalid-request']);
      }
    }
    expect((await api.admin.get('/v1/task-lists/2024')).status).toBe(200);
    expect((await api.admin.get('/v1/obligations?limit=0x10')).body.code).toBe('invalid-request');
    expect((await api.admin.get('/v1/obligations?limit=16&category=1')).status).toBe(200);
  });

  test('a key that has expired when it is issued is refused, and nothing is stored', async () => {
    const count = () => env.DB.prepare(`SELECT count(*) AS n FROM access_keys`).first('n');
    const before = await count();
    for (const expiresAt of ['2024-01-01T00:00:00+08:00', '2024-04-10T09:00:00+08:00']) {
      const answer = await api.admin.post('/v1/keys', { role: 'viewer', holder: '韩雪', expiresAt });
      expect(answer).toMatchObject({
        status: 400,
        body: { code: 'invalid-request', where: [{ pointer: '#/expiresAt' }] },
      });
    }
    expect(await count()).toBe(before);
    expect(
      (
        await api.admin.post('/v1/keys', {
          role: 'viewer',
          holder: '韩雪',
          expiresAt: '2024-04-10T09:00:01+08:00',
        })
      ).status,
    ).toBe(201);
  });
});
