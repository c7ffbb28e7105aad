import { env } from 'cloudflare:workers';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import * as z from 'zod';
import { jsonBounds } from '../../worker/http/jsonBounds.ts';
import type { Answer, Api, Client } from '../support/api/client.ts';
import { bodyRoutes, type BodyRoute, type Place } from '../support/api/contract.ts';
import { startPublished } from '../support/api/published.ts';
import { shareOf, thorough } from '../support/thorough.ts';

let api: Api;
let reporter: Client;
let routes: (BodyRoute & { bytes: number })[];
const json = { 'content-type': 'application/json' };

beforeAll(async () => {
  api = await startPublished();
  reporter = await api.reporter('xuejia');
  const described = bodyRoutes((await api.as(null).get('/openapi.json')).body);
  routes = await Promise.all(described.map(async (route) => ({ ...route, bytes: await bytesOf(route) })));
});

/** Who may call a route. */
const clientOf = (path: string): Client => (path.startsWith('/v1/ledger-shapes/') ? reporter : api.admin);

/** About how many bytes a route takes, at most 190,000: enough for every bound. */
async function bytesOf({ method, path }: BodyRoute): Promise<number> {
  const bytes = 190_000;
  const { body } = await clientOf(path).send(method, path, ' '.repeat(bytes), json);
  return body.code === 'body-too-large' ? 9000 : bytes;
}

/** Everything that a refused request must leave as it was. */
async function stored(): Promise<string> {
  const { results } = await env.DB.prepare(
    `SELECT (SELECT json_group_array(value) FROM sequences) AS sequences, (SELECT count(*) FROM obligations) AS obligations,
            (SELECT count(*) FROM task_lists) AS lists, (SELECT count(*) FROM access_keys) AS keys,
            (SELECT count(*) FROM pushes) AS pushes, (SELECT json_group_array(value) FROM settings) AS settings`,
  ).all();
  return JSON.stringify(results);
}

/** Sends a body, and counts the sentences that zod makes of it and the times that it is parsed. */
async function send(
  route: BodyRoute,
  body: string,
): Promise<{ answer: Answer; sentences: number; parsed: number }> {
  let sentences = 0;
  const { localeError } = z.config();
  z.config({
    localeError: (issue) => {
      sentences += 1;
      return localeError?.(issue);
    },
  });
  const parse = vi.spyOn(JSON, 'parse');
  try {
    const answer = await clientOf(route.path).send(route.method, route.path, body, json);
    const parsed = parse.mock.calls.filter(([text]) => text.length === body.length).length;
    return { answer, sentences, parsed };
  } finally {
    parse.mockRestore();
    z.config({ localeError: localeError! });
  }
}

/** Refused with a code and few places, in work that does not grow with the body. */
async function refused(route: BodyRoute, place: Place, value: string): Promise<string> {
  const body = place.bodyWith(value);
  const { answer, sentences, parsed } = await send(route, body);
  const { status, body: problem } = answer;
  const seen = { at: `${route.method} ${route.path} ${place.name}`, code: problem.code, status };
  expect({ ...seen, isRefused: status >= 400 && status < 500 && typeof problem.code === 'string' }).toEqual({
    ...seen,
    isRefused: true,
  });
  expect({ ...seen, named: Math.min(20, problem.where?.length ?? 0) }).toEqual({
    ...seen,
    named: problem.where?.length ?? 0,
  });
  expect({ ...seen, sentences, isBounded: sentences < 2000 }).toEqual({
    ...seen,
    sentences,
    isBounded: true,
  });
  expect({ ...seen, size: JSON.stringify(problem).length < 60_000 }).toEqual({ ...seen, size: true });
  if (problem.code === 'json-too-large') expect({ ...seen, parsed }).toEqual({ ...seen, parsed: 0 });
  return problem.code as string;
}

/**
 * Tries something at places of some kind; nothing is stored by it. Gives the codes of the answers. Every day each place of
 * a route's own gets one of the values, and of the deep ones, which are many and of few kinds, every third.
 */
async function everywhere(
  kinds: Place['kind'][],
  valuesFor: (bytes: number) => string[],
): Promise<Set<string>> {
  const before = await stored();
  const codes = new Set<string>();
  const seen = new Set<string>();
  let tried = 0;
  for (const route of routes) {
    // Comparing takes what publishing takes: what stands deep in both is tried once.
    const places = route.places.filter(({ name, kind }) => {
      const isNew = !seen.has(name) || name.split('/').length < 3;
      return kinds.includes(kind) && isNew;
    });
    for (const { name } of places) seen.add(name);
    for (const [at, place] of places.entries()) {
      if (!thorough && place.name.split('/').length > 3 && at % 3 > 0) continue;
      for (const value of shareOf(valuesFor(route.bytes - 2000), (tried += 1)))
        codes.add(await refused(route, place, value));
    }
  }
  expect(await stored()).toBe(before);
  return codes;
}

/** As many of one item as some bytes hold. */
const repeated = (item: string, bytes: number, most = Infinity): string =>
  Array.from({ length: Math.min(most, Math.floor(bytes / (item.length + 1))) }, () => item).join();

/** An object with as many keys as some bytes hold. */
const keyed = (bytes: number, most: number, value: string, key: (n: number) => string): string => {
  const length = Math.min(most, Math.floor(bytes / (value.length + 14)));
  return `{${Array.from({ length }, (_, n) => `"${key(n)}":${value}`).join()}}`;
};

describe('A6.1: whatever a body holds, it is refused with a code in bounded work, and nothing is stored', () => {
  test('the routes with a body, and their lists, are those of the API’s description', () => {
    expect(routes.map(({ method, path }) => `${method} ${path}`).toSorted()).toEqual([
      'POST /v1/acts',
      'POST /v1/bulletins',
      'POST /v1/bulletins/aaaaaaaaaaaa/issue',
      'POST /v1/calendar-tokens',
      'POST /v1/keys',
      'POST /v1/reminders/test',
      'POST /v1/sync',
      'POST /v1/task-lists/2024/compare',
      'POST /v1/task-lists/2024/publishings/undo',
      'POST /v1/task-lists/parse',
      'PUT /v1/bulletins/aaaaaaaaaaaa',
      `PUT /v1/ledger-shapes/${'a'.repeat(32)}`,
      'PUT /v1/reminders',
      'PUT /v1/roster',
      'PUT /v1/task-lists/2024',
      'PUT /v1/task-lists/2024/allocations',
      'PUT /v1/task-lists/2024/assignments',
      'PUT /v1/task-lists/2024/settings',
    ]);
    const lists = routes.flatMap(({ path, places }) =>
      places.filter(({ kind }) => kind === 'list').map(({ name }) => `${path} ${name}`),
    );
    expect(lists).toContain('/v1/task-lists/2024 #/diagnostics');
    expect(lists).toContain('/v1/task-lists/2024/compare #/taskList/tasks/0/arrangements/0/schedules');
    expect(lists.length).toBeGreaterThan(60);
  });

  test('lists without end are not even parsed', async () => {
    const codes = await everywhere(['list'], (bytes) => [`[${repeated('{}', bytes)}]`]);
    expect(codes).toContain('json-too-large');
  });

  test('lists of as many wrong items as JSON may hold', async () => {
    const items = ['{}', '7', '"~"', 'null', '[]'];
    await everywhere(['list'], (bytes) =>
      items.map((item) => `[${repeated(item, bytes, jsonBounds.members)}]`),
    );
  });

  test('objects and records of as many keys as JSON may hold, and more', async () => {
    const codes = await everywhere(['object', 'record'], (bytes) => [
      keyed(bytes, jsonBounds.members, '7', (n) => `wrong-${n}`),
      keyed(
        bytes,
        jsonBounds.members,
        '[{}]',
        (n) => `${1 + (n % 99)}-${1 + (Math.floor(n / 99) % 99)}-${1 + Math.floor(n / 9801)}`,
      ),
      `{${repeated('"k":7', bytes)}}`,
    ]);
    expect(codes).toContain('json-too-large');
  });

  test('nesting without end', async () => {
    const codes = await everywhere(['list'], (bytes) => [
      `${'['.repeat(bytes / 2)}${']'.repeat(bytes / 2)}`,
      `${'{"a":'.repeat(bytes / 6)}7${'}'.repeat(bytes / 6)}`,
    ]);
    expect([...codes]).toEqual(['json-too-large']);
  });

  test('a sound list with 3.2 million diagnostics, 180,000 wrong cells, 300,000 wrong matches', async () => {
    const before = await stored();
    const { body: list } = await api.admin.get('/v1/task-lists/2024');
    const publish = routes.find(({ method, path }) => method === 'PUT' && path === '/v1/task-lists/2024')!;
    const told = `{"taskList":${JSON.stringify(list)},"diagnostics":[${repeated('{}', 9_700_000)}]}`;
    expect((await send(publish, told)).answer.body.code).toBe('json-too-large');
    const row = `[${repeated('7', 10_000, 60)}]`;
    const cells = await send(publish, `{"grid":[${repeated(row, 3_000_000, 3000)}]}`);
    expect(cells.answer).toMatchObject({ status: 400, body: { code: 'invalid-request' } });
    expect(cells.answer.body.where).toHaveLength(20);
    expect(cells.sentences).toBeLessThan(100);
    const matches = keyed(9_000_000, 300_000, '7', (n) => `wrong-${n}`);
    expect(
      (await send(publish, `{"taskList":${JSON.stringify(list)},"matches":${matches}}`)).answer.body.code,
    ).toBe('json-too-large');
    expect(await stored()).toBe(before);
  });

  test('keys and texts of megabytes are told in short', async () => {
    const push = routes.find(({ path }) => path === '/v1/sync')!;
    const { answer } = await send(
      push,
      `{"${'k'.repeat(100_000)}":1,"pushId":"bounds-0001","rulesVersion":"1","rows":[]}`,
    );
    expect(answer).toMatchObject({ status: 400, body: { code: 'invalid-request' } });
    expect(JSON.stringify(answer.body).length).toBeLessThan(4000);
    const text = await send(push, `{"pushId":"${'k'.repeat(200_000)}"}`);
    expect(text.answer).toMatchObject({ status: 413, body: { code: 'json-too-large' } });
  });

  test('what is sound passes: a cell of 20,000 characters that are all escaped, quotes and brackets in texts', async () => {
    const cell = '\\u4e00'.repeat(20_000);
    const texts = '"[[[[{{{{,,,,\\\\\\"]\\""';
    const body = `{"grid":[["${cell}",${texts}]]}`;
    const answer = await api.admin.send('POST', '/v1/task-lists/parse', body, json);
    expect(answer).toMatchObject({ status: 422, body: { code: 'not-a-task-list' } });
    const nested = `{"grid":[["${'['.repeat(5000)}"]]}`;
    expect((await api.admin.send('POST', '/v1/task-lists/parse', nested, json)).status).toBe(422);
  });
});
