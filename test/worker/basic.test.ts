import { env } from 'cloudflare:workers';
import { beforeAll, describe, expect, test } from 'vitest';
import { protocol } from '../../shared/wire/protocol.ts';
import { issueKey, type Answer, type Api } from '../support/api/client.ts';
import { startPublished } from '../support/api/published.ts';

let api: Api;
let viewer: string;

beforeAll(async () => {
  api = await startPublished();
  viewer = (await issueKey('viewer')).key;
});

/** As spreadsheets send it: name and password in UTF-8, as Base64. */
const basic = (name: string, password: string): string =>
  `Basic ${btoa(String.fromCharCode(...new TextEncoder().encode(`${name}:${password}`)))}`;

const ask = (authorization: string, path = '/v1/me', method = 'GET', headers = {}): Promise<Answer> =>
  api.as(null).send(method, path, undefined, { authorization, ...headers });

describe('A1.2: Basic, for what reads a table by its address', () => {
  test('a viewer’s key is the password, whatever the name, or stands alone in its place', async () => {
    for (const [name, password] of [
      ['', viewer],
      ['anything', viewer],
      ['局长', viewer],
      [viewer, ''],
    ]) {
      expect((await ask(basic(name!, password!))).body).toMatchObject({ role: 'viewer' });
    }
    const answer = await api
      .as(null)
      .raw('GET', '/v1/obligations?unit=xuejia&format=csv', undefined, { authorization: basic('x', viewer) });
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/csv; charset=utf-8']);
    expect((await ask(basic('x', viewer), '/v1/sheet?unit=xuejia')).status).toBe(200);
  });

  test('any other key, and any change, is refused with what mends it', async () => {
    for (const role of ['admin', 'officer'] as const) {
      const { key } = await issueKey(role);
      expect(await ask(basic('x', key))).toMatchObject({ status: 403, body: { code: 'basic-only-reads' } });
      expect((await api.as(key).get('/v1/me')).status).toBe(200);
    }
    const town = (await issueKey('reporter', 'xuejia')).key;
    for (const path of ['/v1/me', '/v1/sheet', '/v1/workbooks/xuejia.xlsx']) {
      const refused = await ask(basic('x', town), path);
      expect(refused).toMatchObject({ status: 403, body: { code: 'basic-only-reads' } });
      expect(refused.body.messages.en).toContain('viewer');
    }
    for (const [method, path] of [
      ['POST', '/v1/sync?unit=xuejia'],
      ['PUT', '/v1/roster'],
      ['DELETE', '/v1/keys/abc'],
      ['POST', '/v1/workbooks'],
    ]) {
      const refused = await ask(basic('x', viewer), path, method);
      expect(refused, path).toMatchObject({ status: 403, body: { code: 'basic-only-reads' } });
    }
    expect(await env.DB.prepare(`SELECT count(*) AS n FROM pushes`).first('n')).toBe(0);
  });

  test('what is wrong with the key is told as by Bearer', async () => {
    const { id, key } = await issueKey('viewer');
    await api.admin.send('DELETE', `/v1/keys/${id}`);
    const codes = [
      ['Basic', 'key-missing'],
      ['Basic ~~~', 'key-missing'],
      [basic('', ''), 'key-missing'],
      [basic('x', 'secret'), 'key-mistyped'],
      [basic('x', key), 'key-revoked'],
    ] as const;
    for (const [authorization, code] of codes) {
      const answer = await ask(authorization);
      expect([authorization, answer.status, answer.body.code]).toEqual([authorization, 401, code]);
    }
  });

  test('Basic is offered to whom it helps, and never to a page: a browser would ask for a password', async () => {
    const offered = async (headers: Record<string, string>, method = 'GET'): Promise<string> => {
      const answer = await api.as(null).send(method, '/v1/me', undefined, headers);
      expect(answer.status).toBe(method === 'GET' ? 401 : answer.status);
      return answer.headers.get('www-authenticate') ?? '';
    };
    expect(await offered({})).toMatch(/^Bearer .*, Basic /u);
    expect(await offered({ 'sec-fetch-mode': 'navigate' })).toContain('Basic');
    expect(await offered({ authorization: basic('x', 'wrong') })).toMatch(/^Basic /u);
    for (const headers of [
      { authorization: 'Bearer wrong' },
      { [protocol.header]: String(protocol.version) },
      { 'sec-fetch-mode': 'cors' },
      { 'sec-fetch-mode': 'same-origin' },
      { 'sec-fetch-mode': 'cors', authorization: basic('x', 'wrong') },
    ] as Record<string, string>[]) {
      expect(await offered(headers)).toBe('Bearer realm="taizhang"');
    }
    expect(await offered({}, 'DELETE')).not.toContain('Basic');
    // LibreOffice looks at an address before it reads it.
    for (const method of ['OPTIONS', 'HEAD']) {
      const answer = await api.as(null).raw(method, '/v1/obligations?format=csv');
      expect([method, answer.status, answer.headers.get('www-authenticate')]).toEqual([
        ...[method, 401],
        expect.stringContaining('Basic'),
      ]);
    }
    const looked = await api
      .as(null)
      .raw('OPTIONS', '/v1/obligations', undefined, { authorization: basic('x', viewer) });
    expect(looked.status).toBe(404);
  });

  test('the description says where Basic may be used: for reading, where a viewer may read', async () => {
    const { body } = await api.as(null).get('/openapi.json');
    const may = (path: string, method: string): boolean =>
      JSON.stringify(body.paths[path][method].security).includes('viewerKey');
    expect(may('/v1/obligations', 'get')).toBe(true);
    expect([may('/v1/audit', 'get'), may('/v1/roster', 'put'), may('/v1/sync', 'post')]).toEqual([
      false,
      false,
      false,
    ]);
  });
});
