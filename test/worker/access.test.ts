import { env } from 'cloudflare:workers';
import { beforeAll, describe, expect, test } from 'vitest';
import { protocol } from '../../shared/wire/protocol.ts';
import { catalogue } from '../../worker/problems/catalogue.ts';
import { pull, rowOf } from '../support/api/clerk.ts';
import { issueKey, type Api, type Client } from '../support/api/client.ts';
import { startPublished } from '../support/api/published.ts';

let api: Api;
beforeAll(async () => {
  api = await startPublished();
});

const code = (answer: { body: { code: string } }): string => answer.body.code;

describe('C15.1: the protocol', () => {
  test('a client of another version is told so before its key and body are read; none named is let through', async () => {
    for (const found of ['0', String(protocol.version + 1), 'new']) {
      const answer = await api.as('hello').send('POST', '/v1/sync', '{', { [protocol.header]: found });
      expect(answer).toMatchObject({ status: 400, body: { code: 'protocol-unsupported' } });
      expect(answer.body.messages.zh).toContain(`“${found}”`);
    }
    const spoken = { [protocol.header]: String(protocol.version) };
    expect((await api.admin.send('GET', '/v1/me', undefined, spoken)).status).toBe(200);
    expect((await api.admin.get('/v1/me')).status).toBe(200);
  });
});

describe('keys', () => {
  test('A2: missing, mistyped, unknown, revoked and expired are told apart, each a 401', async () => {
    expect(code(await api.as(null).get('/v1/me'))).toBe('key-missing');
    const { id, key } = await issueKey('viewer');
    const swapped = key.slice(0, -6) + key.at(-5)! + key.at(-6)! + key.slice(-4);
    expect(code(await api.as(swapped === key ? `${key.slice(0, -1)}~` : swapped).get('/v1/me'))).toBe(
      'key-mistyped',
    );
    expect(code(await api.as('hello').get('/v1/me'))).toBe('key-mistyped');
    const { mintAccessKey } = await import('../../worker/identity/accessKey.ts');
    const stranger = await mintAccessKey();
    const unknown = await api.as(stranger.key).get('/v1/me');
    expect(unknown).toMatchObject({ status: 401, body: { code: 'key-unknown' } });
    expect(unknown.headers.get('www-authenticate')).toContain('Bearer');
    expect((await api.as(key).get('/v1/me')).body).toMatchObject({ role: 'viewer', keyId: id });
    expect((await api.admin.send('DELETE', `/v1/keys/${id}`)).status).toBe(204);
    expect(code(await api.as(key).get('/v1/me'))).toBe('key-revoked');
    const brief = await api.admin.post('/v1/keys', {
      role: 'officer',
      holder: '周文斌',
      expiresAt: '2024-04-10T09:01:00+08:00',
    });
    api.clock.set('2024-04-10T09:01:00+08:00');
    expect(code(await api.as(brief.body.key).get('/v1/me'))).toBe('key-expired');
  });

  test('A1: a minted key is shown once and stored as SHA-256 only', async () => {
    const minted = await api.admin.post('/v1/keys', {
      role: 'reporter',
      unit: 'xuejia',
      holder: '王芳',
      label: '薛家镇安监办',
    });
    expect(minted.status).toBe(201);
    expect(minted.body.key).toMatch(/^tz_[0-9a-z]{8}_[0-9a-z]{30}$/u);
    const rows = await env.DB.prepare(`SELECT * FROM access_keys`).all();
    expect(JSON.stringify(rows.results)).not.toContain(minted.body.key);
    const listed = await api.admin.get('/v1/keys');
    expect(JSON.stringify(listed.body)).not.toContain(minted.body.key.slice(12));
    expect(
      code(await api.admin.post('/v1/keys', { role: 'reporter', unit: 'nowhere', holder: '王芳' })),
    ).toBe('unit-not-found');
    expect(code(await api.admin.post('/v1/keys', { role: 'reporter', holder: '王芳' }))).toBe(
      'invalid-request',
    );
  });

  test('A1.1: a key is issued to a person, whose name is told with it; without one it is refused', async () => {
    for (const holder of [undefined, '', '   ', '名'.repeat(41)]) {
      const refused = await api.admin.post('/v1/keys', { role: 'officer', holder });
      expect(refused).toMatchObject({ status: 400, body: { code: 'invalid-request' } });
      expect(refused.body.where[0].pointer).toBe('#/holder');
    }
    const { body } = await api.admin.post('/v1/keys', { role: 'officer', holder: ' 周文斌 ' });
    expect(body).toMatchObject({ holder: '周文斌', label: '' });
    expect((await api.as(body.key).get('/v1/me')).body).toMatchObject({ keyId: body.id, holder: '周文斌' });
    const { keys } = (await api.admin.get('/v1/keys')).body;
    expect(keys).toContainEqual(expect.objectContaining({ id: body.id, holder: '周文斌' }));
  });
});

describe('roles', () => {
  test('A3: every route says who may call it', async () => {
    const reporter = await api.reporter('xuejia');
    const viewer = api.as((await issueKey('viewer')).key);
    const officer = await api.officer();
    const forbidden: [Client, string, string, unknown][] = [
      [reporter, 'PUT', '/v1/roster', {}],
      [reporter, 'POST', '/v1/keys', { role: 'admin' }],
      [reporter, 'GET', '/v1/keys', undefined],
      [reporter, 'PUT', '/v1/task-lists/2024', 'x'],
      [reporter, 'POST', '/v1/task-lists/parse', 'x'],
      [reporter, 'PUT', '/v1/task-lists/2024/allocations', { allocations: [] }],
      [viewer, 'POST', '/v1/sync?unit=xuejia', { pushId: 'viewer-push', rulesVersion: '1', rows: [] }],
      [viewer, 'PUT', '/v1/task-lists/2024/settings', {}],
      [officer, 'PUT', '/v1/task-lists/2024', 'x'],
      [officer, 'PUT', '/v1/roster', {}],
      [officer, 'POST', '/v1/keys', { role: 'viewer' }],
    ];
    for (const [client, method, path, body] of forbidden) {
      const answer = await client.send(method, path, body);
      expect([method, path, answer.status, code(answer)]).toEqual([method, path, 403, 'role-not-allowed']);
    }
  });

  test('A4: another unit’s rows do not exist for a reporter', async () => {
    const reporter = await api.reporter('xuejia');
    const officer = await api.officer();
    const other = await reporter.get('/v1/sheet?unit=binkai');
    const nobody = await reporter.get('/v1/sheet?unit=nowhere');
    expect([other.status, code(other)]).toEqual([nobody.status, code(nobody)]);
    expect(code(await reporter.get('/v1/obligations?unit=binkai'))).toBe('unit-not-found');
    const { key } = rowOf(await pull(officer, '?unit=binkai'), '1-2-1');
    const obligation = key.split('.').toSpliced(3, 1).slice(0, -1).join('.');
    expect((await officer.get(`/v1/obligations/${obligation}`)).status).toBe(200);
    expect(await reporter.get(`/v1/obligations/${obligation}`)).toMatchObject({
      status: 404,
      body: { code: 'obligation-not-found' },
    });
    const own = await reporter.get('/v1/obligations?limit=1000');
    const units = new Set(own.body.obligations.map((each: { unit: { id: string } }) => each.unit.id));
    expect([...units]).toEqual(['xuejia']);
  });
});

describe('A6: bad input: each its own problem, in two languages, never a 500', () => {
  const good = { pushId: 'bad-input-1', rulesVersion: '1', rows: [] as unknown[] };
  const row = { key: 'k', base: null, values: {} };
  const cases: [name: string, body: unknown, status: number, code: string, pointer?: string][] = [
    ['unknown field', { ...good, extra: 1 }, 400, 'invalid-request', '#'],
    ['wrong type', { ...good, rows: 'all' }, 400, 'invalid-request', '#/rows'],
    ['push id', { ...good, pushId: 'x' }, 400, 'invalid-request', '#/pushId'],
    [
      'row without key',
      { ...good, rows: [{ base: null, values: {} }] },
      400,
      'invalid-request',
      '#/rows/0/key',
    ],
    ['base', { ...good, rows: [{ ...row, base: 1.5 }] }, 400, 'invalid-request', '#/rows/0/base'],
    ['base below 1', { ...good, rows: [{ ...row, base: 0 }] }, 400, 'invalid-request', '#/rows/0/base'],
    [
      'unknown value',
      { ...good, rows: [{ ...row, values: { colour: 'red' } }] },
      400,
      'invalid-request',
      '#/rows/0/values',
    ],
    [
      'value type',
      { ...good, rows: [{ ...row, values: { count: [1] } }] },
      400,
      'invalid-request',
      '#/rows/0/values/count',
    ],
    ['cursor', { ...good, cursor: 'yesterday' }, 400, 'cursor-invalid'],
    ['cursor of another unit', { ...good, cursor: '2024.binkai.1.20240410' }, 400, 'cursor-invalid'],
    ['cursor from the future', { ...good, cursor: '2024.xuejia.99999999.20240410' }, 400, 'cursor-invalid'],
  ];
  for (const [name, body, status, expected, pointer] of cases) {
    test(name, async () => {
      const reporter = await api.reporter('xuejia');
      const answer = await reporter.post('/v1/sync', body);
      expect([answer.status, code(answer)]).toEqual([status, expected]);
      expect(answer.headers.get('content-type')).toContain('application/problem+json');
      expect(answer.body.messages.zh).toMatch(/[\u4e00-\u9fff]/u);
      expect(answer.body.messages.en).toMatch(/[a-z]/u);
      if (pointer !== undefined) expect(answer.body.where[0].pointer).toBe(pointer);
      expect(await env.DB.prepare(`SELECT count(*) AS n FROM pushes`).first('n')).toBe(0);
    });
  }

  test('the sentence says what was received, and what a cell may hold', async () => {
    const reporter = await api.reporter('xuejia');
    const said = async (rows: unknown): Promise<string> => {
      const { body } = await reporter.post('/v1/sync', { ...good, rows });
      return `${body.where[0].zh} ${body.where[0].en}`;
    };
    expect(await said('all')).toMatch(/received string/u);
    expect(await said([{ ...row, base: '1' }])).toMatch(/received string/u);
    const cell = await said([{ ...row, values: { count: [1] } }]);
    expect(cell).toContain('string / number / boolean / null');
    expect(await said([{ ...row, values: { note: 'x'.repeat(4001) } }])).toMatch(/4000/u);
  });

  test('C18: a misspelled parameter or an unknown unit is told, not answered as if it were not there', async () => {
    const officer = await api.officer();
    expect(code(await officer.get('/v1/obligations?units=xuejia'))).toBe('invalid-request');
    expect(code(await officer.get('/v1/obligations?unit=nosuch'))).toBe('unit-not-found');
    expect(code(await officer.get('/v1/progress?groupBy=unit&by=1'))).toBe('invalid-request');
    expect(code(await officer.get('/v1/sheet?unit=xuejia&list=2024'))).toBe('invalid-request');
  });

  test('malformed JSON, another content type, deep nesting, no such route, no such list', async () => {
    const reporter = await api.reporter('xuejia');
    const json = { 'content-type': 'application/json' };
    expect(await reporter.send('POST', '/v1/sync', '{"rows": [', json)).toMatchObject({
      status: 400,
      body: { code: 'malformed-json' },
    });
    expect(code(await reporter.send('POST', '/v1/sync', 'a=1', { 'content-type': 'text/csv' }))).toBe(
      'media-type-unsupported',
    );
    const nested = `${'['.repeat(200_000)}${']'.repeat(200_000)}`;
    expect((await reporter.send('POST', '/v1/sync', nested, json)).status).toBe(413);
    const tenMegabytes = `{"pushId":"nested-1","rows":${'['.repeat(5_000_000)}${']'.repeat(5_000_000)}}`;
    expect(await reporter.send('POST', '/v1/sync', tenMegabytes, json)).toMatchObject({
      status: 413,
      body: { code: 'body-too-large' },
    });
    // Within the size that is allowed, and as values of a row.
    const deep = `${'['.repeat(1_900_000)}${']'.repeat(1_900_000)}`;
    const values = `{"pushId":"nested-2","rulesVersion":"1","rows":[{"key":"x","base":null,"values":{"note":${deep}}}]}`;
    expect(await reporter.send('POST', '/v1/sync', values, json)).toMatchObject({
      status: 413,
      body: { code: 'json-too-large' },
    });
    const { results } = await env.DB.prepare(`SELECT * FROM pushes WHERE push_id LIKE 'nested%'`).all();
    expect(results).toEqual([]);
    expect(await reporter.get('/v1/nothing')).toMatchObject({ status: 404, body: { code: 'not-found' } });
    expect(await reporter.get('/v1/sheet?year=2031')).toMatchObject({
      status: 404,
      body: { code: 'list-not-found' },
    });
    expect(await reporter.get('/v1/sheet?year=last')).toMatchObject({
      status: 400,
      body: { code: 'invalid-request' },
    });
    const officer = await api.officer();
    expect(code(await officer.get('/v1/sheet'))).toBe('unit-required');
    expect(code(await officer.get('/v1/sheet?unit=nowhere'))).toBe('unit-not-found');
    expect(code(await officer.get('/v1/progress'))).toBe('invalid-request');
    expect(code(await officer.get('/v1/progress?groupBy=colour'))).toBe('invalid-request');
    expect(code(await officer.get('/v1/obligations?dueBefore=tomorrow'))).toBe('invalid-request');
  });

  test('A6: every sentence is there in Chinese and in English', () => {
    for (const [name, { zh, en }] of Object.entries(catalogue)) {
      expect([name, /[\u4e00-\u9fff]/u.test(zh), /[\u4e00-\u9fff]/u.test(en)]).toEqual([name, true, false]);
    }
  });
});

describe('OpenAPI 3.1', () => {
  test('A7: describes every route that is served, with its schemas, and no other', async () => {
    const { body } = await api.as(null).get('/openapi.json');
    expect(body.openapi).toBe('3.1.0');
    const described = Object.entries(body.paths as Record<string, object>)
      .flatMap(([path, methods]) => Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`))
      .sort();
    const served = api.app.routes
      .filter(({ method, path }) => method !== 'ALL' && !['/openapi.json', '/manifest.xml'].includes(path))
      .map(({ method, path }) => `${method} ${path.replaceAll(/:(\w+)(?:\{[^}]*\})?/gu, '{$1}')}`);
    expect(described).toEqual([...new Set(served)].sort());
    expect(Object.keys(body.components.schemas)).toEqual(
      expect.arrayContaining(['Sheet', 'Push', 'PushAnswer', 'TaskList', 'Problem']),
    );
  });
});
