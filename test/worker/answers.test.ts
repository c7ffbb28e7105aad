import { env } from 'cloudflare:workers';
import { beforeAll, describe, expect, test } from 'vitest';
import spec from '../../shared/SPEC.md?raw';
import { obligationState } from '../../shared/wire/parts/obligationState.ts';
import type { ObligationsAnswer } from '../../shared/wire/obligations.ts';
import type { ProgressAnswer } from '../../shared/wire/progress.ts';
import { roles, type Role } from '../../shared/wire/parts/role.ts';
import { done, pull, push, pushRow, rowOf, underWay } from '../support/api/clerk.ts';
import { issueKey, startApi, type Api, type Client } from '../support/api/client.ts';
import { document, roster, startPublished } from '../support/api/published.ts';

let api: Api;
let officer: Client;
beforeAll(async () => {
  api = await startPublished();
  officer = await api.officer();
});

const countOf = (table: string): Promise<unknown> =>
  env.DB.prepare(`SELECT count(*) AS n FROM ${table}`).first('n');

describe('pushes', () => {
  test('S6.1: the answer is the pull of the same moment; without a cursor the push’s own changes', async () => {
    const clerk = await api.reporter('xuejia');
    const sheet = await pull(clerk);
    const [mine, other] = [rowOf(sheet, '1-2-1').key, rowOf(sheet, '1-2-2').key];
    await push(officer, [{ key: other, base: null, values: underWay(2) }], { query: '?unit=xuejia' });
    const rows = [{ key: mine, base: null, values: underWay(1) }];
    const answer = await push(clerk, rows, { cursor: sheet.cursor, pushId: 'moment-1' });
    const changed = answer.body.changes.map((row) => [row.key, row.version, row.values?.count]);
    expect(changed).toEqual([
      [mine, 1, 1],
      [other, 1, 2],
    ]);
    expect((await pull(clerk, `?cursor=${answer.body.cursor}`)).rows).toEqual([]);
    const alone = await push(clerk, [{ key: mine, base: 1, values: underWay(3) }]);
    expect(alone.body.changes.map((row) => [row.key, row.values?.count])).toEqual([[mine, 3]]);
    // S2: the stored outcomes again, with the changes of this moment.
    const again = await push(clerk, rows, { cursor: sheet.cursor, pushId: 'moment-1' });
    expect(again.body.outcomes).toEqual(answer.body.outcomes);
    expect(again.body.changes.map((row) => [row.key, row.values?.count])).toEqual([
      [mine, 3],
      [other, 2],
    ]);
  });

  test('S2, S2.1: an id is one for all keys of a unit; other rows, rules or unit under it are refused', async () => {
    const [clerk, colleague] = [await api.reporter('sanjing'), await api.reporter('sanjing')];
    const sheet = await pull(clerk);
    const row = (code: string) => ({ key: rowOf(sheet, code).key, base: null, values: underWay(1) });
    const body = { pushId: 'shared-id', rulesVersion: 'test', rows: [row('1-2-1')] };
    expect((await clerk.post('/v1/sync', body)).status).toBe(200);
    expect((await clerk.post('/v1/sync', { ...body, cursor: sheet.cursor })).status).toBe(200);
    const same = await colleague.post('/v1/sync', body);
    expect(same).toMatchObject({ status: 200, body: { outcomes: [{ outcome: 'applied', version: 1 }] } });
    expect(rowOf(await pull(clerk), '1-2-1')).toMatchObject({ version: 1 });
    for (const other of [{ rows: [row('1-2-2')] }, { rows: [] }, { rulesVersion: 'another' }]) {
      for (const client of [clerk, colleague]) {
        const refused = await client.post('/v1/sync', { ...body, ...other });
        expect(refused).toMatchObject({ status: 409, body: { code: 'push-id-reused' } });
      }
    }
    const elsewhere = { ...body, rows: [] };
    expect(await officer.post('/v1/sync?unit=weicun', elsewhere)).toMatchObject({ status: 200 });
  });
});

describe('sheets', () => {
  test('C2, C18: a field that the list has switched off has no column; what is left out stays as at the base', async () => {
    const clerk = await api.reporter('longhutang');
    const { key } = rowOf(await pull(clerk), '1-2-1');
    await pushRow(clerk, key, null, { ...underWay(1), contact: '0519-85127110' });
    const settings = {
      seasons: {},
      lockDaysAfterDue: null,
      contact: '',
      switchedOff: ['contact', 'evidence'],
      schedules: [],
      unitNames: {},
    };
    expect((await officer.replace('/v1/task-lists/2024/settings', settings)).status).toBe(200);
    const sheet = await pull(clerk);
    const fields = sheet.columns.filter(({ role }) => role === 'value').map(({ field }) => field);
    expect(fields).toEqual(['status', 'count', 'completedOn', 'note', 'problems', 'explanation']);
    await pushRow(clerk, key, 1, underWay(2));
    expect(rowOf(await pull(clerk), '1-2-1').values).toMatchObject({ count: 2, contact: '0519-85127110' });
    expect(
      await officer.replace('/v1/task-lists/2024/settings', { ...settings, switchedOff: ['note'] }),
    ).toMatchObject({
      status: 400,
    });
    expect(await officer.replace('/v1/task-lists/2024/settings', { switchedOff: [] })).toMatchObject({
      status: 400,
    });
    await officer.replace('/v1/task-lists/2024/settings', { ...settings, switchedOff: [] });
  });

  test('P6, P8.1: shows what has opened and was missed, nothing to come, and the server’s day', async () => {
    const clerk = await api.reporter('chunjiang');
    const sheet = await pull(clerk);
    expect(sheet).toMatchObject({ today: '2024-04-10', demo: false, whole: true });
    const weeks = sheet.rows.filter((row) => row.arrangement === '1-7-1').map((row) => row.period);
    expect(weeks).toEqual(Array.from({ length: 15 }, (_, at) => `2024-W${String(at + 1).padStart(2, '0')}`));
    expect(sheet.rows.every((row) => row.context.today === '2024-04-10')).toBe(true);
  });
});

test('S6.4: where rows have gone since the cursor, the next pull is whole, and a push waits for it', async () => {
  const clerk = await api.reporter('luoxi');
  const before = await pull(clerk);
  const { key } = rowOf(before, '1-3-2', { period: '2024-02' });
  await pushRow(clerk, key, null, { status: '已开展' });
  const narrowing = { arrangement: '1-3-2', from: '2024-01-01', units: ['bureau'] };
  expect((await officer.put('/v1/task-lists/2024/assignments', narrowing)).status).toBe(200);
  const rows = [{ key: rowOf(before, '1-2-1').key, base: null, values: underWay(1) }];
  expect(await push(clerk, rows, { cursor: before.cursor })).toMatchObject({
    status: 400,
    body: { code: 'cursor-invalid' },
  });
  const after = await pull(clerk, `?cursor=${before.cursor}`);
  expect(after.whole).toBe(true);
  const left = after.rows.filter((row) => row.arrangement === '1-3-2');
  expect(left.map((row) => [row.key, row.state])).toEqual([[key, 'retired']]);
  expect((await push(clerk, rows, { cursor: after.cursor })).body.outcomes).toMatchObject([
    { outcome: 'applied' },
  ]);
});

describe('publishing', () => {
  test('I11.2: a dry run gives list and diagnostics and stores nothing', async () => {
    const tables = ['task_lists', 'arrangements', 'obligations', 'periods', 'sequences'];
    const before = await Promise.all(tables.map(countOf));
    const change = await env.DB.prepare(`SELECT value FROM sequences`).first('value');
    const read = await officer.post('/v1/task-lists/parse', document.replaceAll('2024', '2027'));
    expect(read.body).toMatchObject({ taskList: { year: 2027 } });
    expect(read.body.diagnostics.length).toBeGreaterThan(0);
    expect(await Promise.all(tables.map(countOf))).toEqual(before);
    expect(await env.DB.prepare(`SELECT value FROM sequences`).first('value')).toBe(change);
    expect(await officer.get('/v1/task-lists/2027')).toMatchObject({ status: 404 });
  });

  test('I8: a list sent as JSON is held to its spans, places and codes', async () => {
    const { body: list } = await officer.get('/v1/task-lists/2024');
    const wrong: [change: (list: any) => void, pointer: string][] = [
      [
        (copy) => (copy.tasks[0].arrangements[0].schedules[0].source.start += 1),
        'arrangements/0/textAsPrinted',
      ],
      [(copy) => (copy.tasks[0].arrangements[0].position = 9), 'arrangements/0/position'],
      [(copy) => (copy.tasks[0].code = '1-9'), 'code'],
    ];
    for (const [change, pointer] of wrong) {
      const copy = structuredClone(list);
      change(copy);
      expect(await api.admin.put('/v1/task-lists/2024', copy)).toMatchObject({
        status: 400,
        body: { code: 'invalid-request', where: [{ pointer: `#/tasks/0/${pointer}` }] },
      });
    }
  });
});

describe('refusals', () => {
  test('C10: a push that is overtaken twenty times is told to come back, and stores nothing', async () => {
    let overtaken = 0;
    const restless = await startApi({
      barrier: async (pushId) => {
        if (pushId !== 'overtaken') return;
        overtaken += 1;
        await push(
          officer,
          [{ key, base: overtaken === 1 ? null : overtaken - 1, values: underWay(overtaken) }],
          {
            query: '?unit=xixiashu',
          },
        );
      },
    });
    const clerk = await restless.reporter('xixiashu');
    const { key } = rowOf(await pull(clerk), '1-2-1');
    const answer = await push(clerk, [{ key, base: null, values: underWay(99) }], { pushId: 'overtaken' });
    expect(answer).toMatchObject({ status: 503, body: { code: 'busy' } });
    expect(answer.headers.get('retry-after')).toBe('1');
    expect(overtaken).toBe(20);
    expect(rowOf(await pull(clerk), '1-2-1')).toMatchObject({
      version: 20,
      values: { count: 20 },
      draft: null,
    });
    expect(
      await env.DB.prepare(`SELECT count(*) AS n FROM pushes WHERE push_id = 'overtaken'`).first('n'),
    ).toBe(0);
  });

  test('S11, A6: a cell over 4,000 characters is named; at most twenty places are', async () => {
    const clerk = await api.reporter('xinqiao');
    const row = (length: number) => ({ key: 'k', base: null, values: { note: 'x'.repeat(length) } });
    const send = (rows: object[]) =>
      clerk.post('/v1/sync', { pushId: 'long-cells', rulesVersion: '1', rows });
    const one = await send([row(4000), row(4001)]);
    expect(one).toMatchObject({ status: 400, body: { where: [{ pointer: '#/rows/1/values/note' }] } });
    const many = await send(Array.from({ length: 30 }, () => row(4001)));
    expect(many.body.where).toHaveLength(20);
    expect(many.body.detail).toContain('至少有 20 处');
    expect(await send([row(4000)])).toMatchObject({
      status: 200,
      body: { outcomes: [{ outcome: 'unknown' }] },
    });
  });

  test('A2: revoking a key twice keeps the first time', async () => {
    const { id } = await issueKey('viewer');
    const revokedAt = async (): Promise<unknown> =>
      env.DB.prepare(`SELECT revoked_at AS at FROM access_keys WHERE id = ?1`).bind(id).first('at');
    await api.admin.send('DELETE', `/v1/keys/${id}`);
    const first = await revokedAt();
    expect(first).toBeGreaterThan(0);
    await new Promise((done) => setTimeout(done, 5));
    expect((await api.admin.send('DELETE', `/v1/keys/${id}`)).status).toBe(204);
    expect(await revokedAt()).toBe(first);
    expect(await api.admin.send('DELETE', '/v1/keys/nobody')).toMatchObject({ status: 404 });
  });
});

describe('the bureau’s questions', () => {
  test('P2.3, B1.3: a filter by state finds just those in it, and every obligation is in one', async () => {
    const clerk = await api.reporter('menghe');
    const sheet = await pull(clerk);
    const weeks = (period: string) => rowOf(sheet, '1-7-1', { period }).key;
    await push(clerk, [
      { key: rowOf(sheet, '1-2-1').key, base: null, values: done('2024-03-30', 86) },
      { key: rowOf(sheet, '1-3-1').key, base: null, values: underWay(3) },
      { key: rowOf(sheet, '1-5-2').key, base: null, values: { status: '进行中', count: '约80' } },
      { key: weeks('2024-W10'), base: null, values: { status: '本地无此类' } },
    ]);
    const found = new Map<string, string>();
    for (const state of obligationState.options) {
      let next: string | null = '';
      while (next !== null) {
        const query: string = `unit=menghe&limit=1000&state=${state}${next && `&cursor=${encodeURIComponent(next)}`}`;
        const body: ObligationsAnswer = (await officer.get(`/v1/obligations?${query}`)).body;
        for (const each of body.obligations) {
          expect([each.key, each.state, found.get(each.key)]).toEqual([each.key, state, undefined]);
          found.set(each.key, state);
        }
        next = body.next;
      }
    }
    expect(found.size).toBe(
      await env.DB.prepare(`SELECT count(*) AS n FROM obligations WHERE unit_id = 'menghe'`).first('n'),
    );
    expect(new Set(found.values()).size).toBeGreaterThanOrEqual(7);
  });

  test('B9: an answer speaks of work reported and done, and of nothing else', async () => {
    const { body } = await officer.get<ProgressAnswer>('/v1/progress?groupBy=unit&quantities=true');
    expect(Object.keys(body.groups[0] ?? {}).sort()).toEqual(
      [
        ...[
          'blue',
          'red',
          'yellow',
          'completedLate',
          'completeness',
          'due',
          'dueFulfilled',
          'dueOnTime',
          'dueReceived',
          'expected',
        ],
        ...[
          'fulfilled',
          'fulfilment',
          'id',
          'missing',
          'name',
          'onTime',
          'overdue',
          'quantities',
          'received',
        ],
        ...['reportedLate', 'timeliness', 'undated', 'yearShare'],
        ...['toAccept', 'accepted', 'returned'],
      ].sort(),
    );
  });
});

test('A3: every route lets pass the roles that the specification names, and no other', async () => {
  const { app } = await startApi();
  const own = api.app.routes
    .filter(({ method, path }) => method !== 'ALL' && path.startsWith('/v1/'))
    .map(({ method, path }) => `${method} ${path.replaceAll(/:(\w+)(?:\{[^}]*\})?/gu, '{$1}')}`);
  const [, after = ''] = spec.split('- **A3** ');
  const table = [...after.matchAll(/^\| (GET|PUT|POST|DELETE) +\| (\S+) +\| ([\w, ()]+?) +\|$/gmu)];
  expect(table.map(([, method, path]) => `${method} ${path}`).sort()).toEqual([...new Set(own)].sort());
  for (const role of roles) {
    const { key } = await issueKey(role, role === 'reporter' ? 'xuejia' : null);
    for (const [, method = '', path = '', may = ''] of table) {
      // A calendar asks for no key: its address is one.
      const allowed =
        may === 'any' || may === 'its token (A1)' || may.split(', ').includes(role satisfies Role);
      const type = path.startsWith('/v1/task-lists/parse') ? 'text/plain' : 'application/json';
      const response = await app.request(
        path.replace('{year}', '2031').replace('{id}', 'nobody').replace('{key}', 'nothing'),
        {
          method,
          headers: { authorization: `Bearer ${key}`, ...(method === 'GET' ? {} : { 'content-type': type }) },
          ...(method === 'POST' || method === 'PUT' ? { body: type === 'text/plain' ? 'x' : '{"' } : {}),
        },
        env,
      );
      expect([role, method, path, response.status === 403]).toEqual([role, method, path, !allowed]);
    }
  }
  expect((await api.admin.get('/v1/roster')).body.units).toHaveLength(roster.units.length);
});
