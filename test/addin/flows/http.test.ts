import { expect, test } from 'vitest';
import { httpApi } from '../../../addin/api/http.ts';
import type { ApiProblem } from '../../../addin/api/problem.ts';
import { packRows } from '../../../shared/wire/parts/packedRows.ts';
import type { Sheet } from '../../../shared/wire/sheet.ts';
import { protocol } from '../../../shared/wire/protocol.ts';
import { serverRow, sheetOf } from './support/rows.ts';

/** An API whose every request gets this answer; `seen` holds the requests. */
function answering(answer: () => Response | Promise<Response>) {
  const seen: { url: string; init: RequestInit }[] = [];
  const api = httpApi('tz_1_secret', '', async (url, init) => {
    seen.push({ url: String(url), init: init ?? {} });
    return answer();
  });
  return { api, seen };
}

const sent = ({ rows, ...sheet }: Sheet) => ({ ...sheet, ...packRows(rows) });

const problemOf = (asked: Promise<unknown>) =>
  asked.then(
    () => null,
    (thrown: ApiProblem) => thrown,
  );

test('the key goes in the Authorization header and nowhere else', async () => {
  const { api, seen } = answering(() => Response.json(sent(sheetOf([serverRow(1)]))));
  const { rows } = await api.sheet({ year: 2024, cursor: '2024.xuejia.7.20240731' });
  expect(rows).toEqual([serverRow(1)]);
  expect(seen[0]!.url).toBe('/v1/sheet?year=2024&cursor=2024.xuejia.7.20240731');
  const headers = new Headers(seen[0]!.init.headers);
  expect(headers.get('authorization')).toBe('Bearer tz_1_secret');
  expect(headers.get(protocol.header)).toBe(String(protocol.version));
});

test('without year and cursor the newest list is asked for, whole', async () => {
  const { api, seen } = answering(() => Response.json(sent(sheetOf([]))));
  await api.sheet({});
  expect(seen[0]!.url).toBe('/v1/sheet');
});

test('a push goes to the list of its year, its body untouched', async () => {
  const answer = {
    pushId: 'push-000001',
    rulesVersion: '1',
    today: '2024-07-31',
    year: 2023,
    outcomes: [],
    changes: packRows([]),
    cursor: 'c',
  };
  const { api, seen } = answering(() => Response.json(answer));
  await api.push(2023, '{"pushId": "push-000001"}');
  expect(seen[0]).toMatchObject({
    url: '/v1/sync?year=2023',
    init: { method: 'POST', body: '{"pushId": "push-000001"}' },
  });
});

test('a problem keeps its code and both sentences', async () => {
  const body = {
    type: '/problems/key-revoked',
    title: 't',
    status: 401,
    code: 'key-revoked',
    messages: { zh: '密钥已作废。', en: 'Revoked.' },
  };
  const { api } = answering(() => Response.json(body, { status: 401 }));
  expect(await problemOf(api.me())).toMatchObject({
    status: 401,
    code: 'key-revoked',
    messages: { zh: '密钥已作废。' },
  });
});

test('no network is offline; an answer cut off in the middle too', async () => {
  const down = answering(() => Promise.reject(new TypeError('Failed to fetch')));
  expect(await problemOf(down.api.me())).toMatchObject({ code: 'offline', offline: true, retryable: true });
  const cut = answering(
    () => new Response(new ReadableStream({ start: (stream) => stream.error(new Error('cut')) })),
  );
  expect(await problemOf(cut.api.me())).toMatchObject({ code: 'offline' });
});

test('a proxy’s page and an answer of another shape are told apart from being offline', async () => {
  const page = answering(() => new Response('<h1>502</h1>', { status: 502 }));
  expect(await problemOf(page.api.me())).toMatchObject({ code: 'http-error', status: 502, retryable: true });
  const shape = answering(() => Response.json({ role: 'reporter' }));
  expect(await problemOf(shape.api.me())).toMatchObject({ code: 'bad-answer' });
});
