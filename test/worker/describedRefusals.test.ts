import { env } from 'cloudflare:workers';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import type { Bulletin } from '../../shared/wire/bulletin.ts';
import type { ListSettings } from '../../shared/taskList/listSettings.ts';
import { draft, issue } from '../support/api/bulletins.ts';
import { issueKey, type Api } from '../support/api/client.ts';
import { copyUnits } from '../support/api/copyUnits.ts';
import { addressOf, Contract, readDescription, type Operation } from '../support/api/description.ts';
import { roster, startPublished } from '../support/api/published.ts';
import { formOf } from '../support/ledgers/answering.ts';

/**
 * Each refusal that the description tells of is met by a request, or stands below with the reason why none can meet it (A7.3).
 */
const unmet: Record<string, string> = {
  'editBulletin 422':
    'only where the list has more than 50,000 obligations in the year, which a test of bulletins makes',
  'issueBulletin 422': 'the same',
};

let api: Api;
let contract: Contract;
let operations: Map<string, Operation>;
let authorizations: Record<'admin' | 'officer' | 'reporter' | 'viewer' | 'basic' | 'nobody', string>;
const bulletins: Record<'draft' | 'issued', Bulletin | null> = { draft: null, issued: null };

interface Asked {
  as?: keyof typeof authorizations;
  path?: Record<string, string>;
  query?: Record<string, string>;
  /** JSON, or text and bytes as they are; without it the example. */
  body?: unknown;
  headers?: Record<string, string>;
  bindings?: object;
}

/** Asks for the example of an operation, with something else in its place. */
async function ask(
  id: string,
  { as, path = {}, query = {}, body, headers, bindings }: Asked = {},
): Promise<Response> {
  const operation = operations.get(id)!;
  const parameters = operation.parameters.map((each) =>
    each.in === 'path' && each.name in path
      ? { ...each, schema: { ...each.schema, example: path[each.name] } }
      : each,
  );
  const needed = operation.parameters.filter(
    ({ in: place, name, required }) =>
      place === 'query' &&
      (required || (['pullSheet', 'pushRows', 'uploadWorkbook'].includes(id) && name === 'unit')),
  );
  const all = {
    ...Object.fromEntries(needed.map(({ name, schema }) => [name, String(schema.example)])),
    ...query,
  };
  const [type] = Object.keys(operation.takes).toSorted(
    (a, b) => Number(b.includes('json')) - Number(a.includes('json')),
  );
  const whole = body === undefined ? operation.takes[type!]?.example : body;
  const made =
    type === 'multipart/form-data' && body === undefined ? await formOf(ledger) : { type, body: whole };
  const isRaw = made.body === undefined || typeof made.body === 'string' || made.body instanceof Uint8Array;
  const isSet = operation.parameters.some(({ name }) => name === 'if-match');
  return api.app.request(
    addressOf({ ...operation, parameters }, all),
    {
      method: operation.method,
      headers: {
        authorization:
          authorizations[as ?? (operation.path.includes('ledger-shapes') ? 'reporter' : 'admin')],
        ...(made.type && made.body !== undefined && { 'content-type': made.type }),
        ...(isSet && { 'if-match': '"1"' }),
        ...headers,
      },
      ...(made.body !== undefined && { body: (isRaw ? made.body : JSON.stringify(made.body)) as BodyInit }),
    },
    { ...env, KEY_RATE_LIMITER: undefined, ADDRESS_RATE_LIMITER: undefined, ...bindings },
  );
}

const ledger = {
  bytes: new TextEncoder().encode('序号,工作安排,完成情况\n1,慰问一线职工,已完成\n'),
  name: '台账.csv',
};

/** A database that fails so, whatever it is asked. */
const failing = (message: string) => {
  const fail = () => {
    throw new Error(message);
  };
  return { DB: { prepare: fail, batch: fail } };
};
const full = { limit: async () => ({ success: false }) };
const nowhere = { year: '2099', key: '2024.9-9-9.1.xuejia.2024', id: 'aaaaaaaaaaaa', file: 'nowhere.xlsx' };

/** Requests that get a status whatever the route; the first that does so will do. */
const whatever: Record<number, readonly Asked[]> = {
  400: [{ query: { nosuch: '1' } }],
  401: [{ as: 'nobody' }],
  403: [{ as: 'viewer' }, { as: 'reporter' }, { as: 'officer' }, { as: 'basic' }],
  404: [{ path: nowhere }, { query: { unit: 'nowhere' } }, { query: { year: '2099' } }],
  412: [{ headers: { 'if-match': '"999"' } }],
  // Longer than any route takes.
  413: [{ headers: { 'content-length': '99999999' } }],
  415: [{ headers: { 'content-type': 'text/css' } }],
  428: [{ headers: { 'if-match': '' } }],
  429: [{ bindings: { KEY_RATE_LIMITER: full, ADDRESS_RATE_LIMITER: full } }],
  500: [{ bindings: failing('nobody has foreseen this') }],
  503: [{ bindings: failing('D1_ERROR: D1 DB is overloaded. Too many requests queued.') }],
};

const ofDraft = (seen: Bulletin | null) => ({ path: { id: seen!.bulletin.id } });
const tagOf = (seen: Bulletin | null) => ({ headers: { 'if-match': `"${seen!.bulletin.version}"` } });
const grid = (unit: string, text = '6月底前检查企业61家。') => [
  ['2026年危险化学品安全监管工作任务清单'],
  ['序号', '重点工作', '工作安排', '责任单位'],
  ['1', '企业安全检查', text, unit],
];
const publish = (year: number, body: unknown): Promise<Response> =>
  ask('publishTaskList', { path: { year: String(year) }, body, query: { unread: '0' } });
const sound = async (answer: Promise<Response>): Promise<any> => {
  const { status, body } = await answer.then(async (it) => ({
    status: it.status,
    body: await it.json<any>(),
  }));
  expect(status, JSON.stringify(body).slice(0, 600)).toBeLessThan(300);
  return body;
};
const tag = async (path: string) => ({
  headers: { 'if-match': (await api.admin.raw('GET', path)).headers.get('etag')! },
});
const act = { actId: 'refused-0001', act: 'accept', on: { keys: ['2024.1-7-1.1.xuejia.2024-W15'] } };

/** Requests that get what only one route answers, in the order in which they are made. */
const ofOne: Record<string, () => Promise<Response>> = {
  'issueKey 404': () =>
    ask('issueKey', { body: { role: 'reporter', unit: 'nowhere', holder: '王芳', label: '' } }),
  'makeCalendarToken 404': () => ask('makeCalendarToken', { body: { unit: 'nowhere', label: '手机' } }),
  'makeCalendarToken 409': async () => {
    // Whoever has made some by now.
    for (let made = 0; made < 20; made += 1) await ask('makeCalendarToken');
    return ask('makeCalendarToken');
  },
  'testReminder 404': () => ask('testReminder'),
  'testReminder 409': async () => {
    const set = (sql: string) => env.DB.prepare(sql).run();
    await set(`INSERT INTO settings (scope, name, value) VALUES ('', 'demoClockOffsetMs', '0')`);
    const answer = await ask('testReminder');
    await set(`DELETE FROM settings WHERE name = 'demoClockOffsetMs'`);
    return answer;
  },
  'replaceRoster 409': async () => {
    const units = roster.units.filter(({ id }) => id !== 'xuejia');
    const groups = roster.groups.map((each) => ({
      ...each,
      members: each.members.filter(({ unit }) => unit !== 'xuejia'),
    }));
    return ask('replaceRoster', { body: { units, groups }, ...(await tag('/v1/roster')) });
  },
  'parseTaskList 422': () => ask('parseTaskList', { body: { grid: [['没有清单']] } }),
  'compareTaskList 409': () =>
    ask('compareTaskList', {
      body: {
        ...(operations.get('compareTaskList')!.takes['application/json']!.example as object),
        version: 99,
      },
    }),
  'compareTaskList 422': () => ask('compareTaskList', { body: { grid: [['没有清单']] } }),
  'publishTaskList 409': () =>
    publish(2024, {
      ...(operations.get('publishTaskList')!.takes['application/json']!.example as object),
      version: 99,
    }),
  'publishTaskList 422': () => publish(2024, { grid: [['没有清单']] }),
  'undoPublishing 404': () => ask('undoPublishing', { path: { year: '2099' }, body: { version: 1 } }),
  'undoPublishing 409': () => ask('undoPublishing', { body: { version: 99 } }),
  'undoPublishing 422': async () => {
    const station = { id: 'station', name: '某某站', kind: 'town', aliases: [] };
    const more = { ...roster, units: [...roster.units, station] };
    await sound(ask('replaceRoster', { body: more, ...(await tag('/v1/roster')) }));
    await sound(publish(2026, { grid: grid('某某站') }));
    await sound(publish(2026, { grid: grid('薛家镇'), version: 1 }));
    await sound(ask('replaceRoster', { body: roster, ...(await tag('/v1/roster')) }));
    return ask('undoPublishing', { path: { year: '2026' }, body: { version: 2 } });
  },
  'setListSettings 404': () => ask('setListSettings', { path: { year: '2099' } }),
  'setListSettings 409': async () => {
    const path = '/v1/task-lists/2024/settings';
    const { settings } = (await api.admin.get<{ settings: ListSettings }>(path)).body;
    const [open] = (await api.admin.get<any>('/v1/obligations?year=2024&state=undated&limit=1')).body
      .obligations;
    const schedule = Number(open.key.split('.')[2]);
    const schedules = [{ arrangement: open.arrangement, schedule, kind: 'once', due: '2024-01-31' }];
    return ask('setListSettings', { body: { ...settings, schedules }, ...(await tag(path)) });
  },
  'setListSettings 412': async () => {
    const { settings } = (await api.admin.get<{ settings: ListSettings }>('/v1/task-lists/2024/settings'))
      .body;
    const body = { ...settings, contact: '另有其人' };
    return ask('setListSettings', { body, headers: { 'if-match': '"999"' } });
  },
  'setListSettings 422': async () => {
    const path = '/v1/task-lists/2024/settings';
    const { settings } = (await api.admin.get<{ settings: ListSettings }>(path)).body;
    return ask('setListSettings', {
      body: { ...settings, unitNames: { 某镇: { units: ['nowhere'] } } },
      ...(await tag(path)),
    });
  },
  'narrowAssignment 422': () =>
    ask('narrowAssignment', { body: { arrangement: '1-1-1', from: '2024-07-01', units: ['nowhere'] } }),
  'setAllocations 422': async () =>
    ask('setAllocations', {
      body: { allocations: [{ arrangement: '1-5-2', indicator: 'i1', unit: 'nowhere', share: 1 }] },
      ...(await tag('/v1/task-lists/2024/allocations')),
    }),
  'pushRows 409': async () => {
    const { rows, ...body } = operations.get('pushRows')!.takes['application/json']!.example as any;
    await sound(ask('pushRows'));
    return ask('pushRows', { body: { ...body, rows: [...rows, ...rows] } });
  },
  'uploadWorkbook 404': () => ask('uploadWorkbook', { query: { unit: 'nowhere', dryRun: 'true' } }),
  'uploadWorkbook 409': async () => {
    const confirmed = { pushId: 'refused-upload-1', sha256: '0'.repeat(64), rows: [] };
    const { body, type } = await formOf(ledger, { confirmed });
    return ask('uploadWorkbook', { body, headers: { 'content-type': type } });
  },
  'uploadWorkbook 422': () => ask('uploadWorkbook'),
  'decide 404': () =>
    ask('decide', {
      body: { ...act, actId: 'refused-0002', on: { filter: { year: 2099 }, count: 1, change: 1 } },
    }),
  'decide 409': async () => {
    await sound(ask('decide', { body: act }));
    return ask('decide', { body: { ...act, act: 'reopen' } });
  },
  'readIndicator 404': () => ask('readIndicator', { query: { indicator: 'nosuch' } }),
  'readBulletin 422': () =>
    ask('readBulletin', { ...ofDraft(bulletins.draft), query: { asOf: '2020-01-01' } }),
  'draftBulletin 404': () =>
    ask('draftBulletin', { body: { year: 2024, preset: 'weekly', corrects: nowhere.id } }),
  'draftBulletin 409': () => ask('draftBulletin'),
  'draftBulletin 422': () =>
    ask('draftBulletin', { body: { year: 2024, preset: 'weekly', period: '2024-W10', asOf: '2020-01-01' } }),
  'editBulletin 409': () => ask('editBulletin', { ...ofDraft(bulletins.issued), ...tagOf(bulletins.issued) }),
  'editBulletin 412': () =>
    ask('editBulletin', { ...ofDraft(bulletins.draft), headers: { 'if-match': '"999"' } }),
  'issueBulletin 409': () =>
    ask('issueBulletin', { ...ofDraft(bulletins.draft), ...tagOf(bulletins.draft), body: { change: 1 } }),
  'issueBulletin 412': () =>
    ask('issueBulletin', { ...ofDraft(bulletins.draft), headers: { 'if-match': '"999"' } }),
  'deleteBulletin 409': () => ask('deleteBulletin', ofDraft(bulletins.issued)),
  // From here on the district has more rows than a file holds.
  'listObligations 422': async () => {
    await manyRows();
    return ask('listObligations', { query: { format: 'xlsx' } });
  },
  'listSubmissions 422': () => ask('listSubmissions', { query: { format: 'xlsx' } }),
  'listDrafts 422': () => ask('listDrafts', { query: { format: 'xlsx' } }),
  'listRevisions 422': () => ask('listRevisions', { query: { format: 'xlsx' } }),
  'listAudit 422': () => ask('listAudit', { query: { format: 'xlsx' } }),
};

/** So many units that a list has more than 20,000 obligations, as many drafts and revisions, and entries of the account. */
async function manyRows(): Promise<void> {
  await copyUnits(0, 75);
  const ofMany = `FROM obligations WHERE unit_id GLOB 'p[0-9]*' LIMIT 20001`;
  await env.DB.batch([
    env.DB.prepare(`UPDATE obligations SET draft_rows = 1 WHERE unit_id GLOB 'p[0-9]*'`),
    env.DB.prepare(
      `INSERT INTO drafts (row_key, obligation_key, indicator_id, version, content, findings, explained_rules, received_at, received_by)
       SELECT o.key || '.' || i.id, o.key, i.id, 1, '{}', '[]', '[]', 0, 'x'
       FROM (SELECT * ${ofMany}) o CROSS JOIN indicators i
         ON i.list_id = o.list_id AND i.arrangement_code = o.arrangement_code AND i.retired = 0`,
    ),
    env.DB.prepare(
      `INSERT INTO revisions (row_key, version, obligation_key, kind, content, explained_rules, rules_version, push_id, made_at,
         made_by, on_behalf)
       SELECT key || '.h', 1, key, 'draft', '{}', '[]', '2026.3', 'x', 0, 'x', 0 ${ofMany}`,
    ),
    env.DB.prepare(
      `INSERT INTO audit_entries (at, kind, key_id, holder, what, request_id)
       SELECT 0, 'push', (SELECT id FROM access_keys LIMIT 1), 'x', '{"changes":[],"more":0,"counts":{}}', 'x' ${ofMany}`,
    ),
  ]);
}

beforeAll(async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  api = await startPublished();
  contract = new Contract(await readDescription(api.as(null)));
  operations = new Map(contract.description.operations.map((each) => [each.id, each]));
  const bearer = async (...of: Parameters<typeof issueKey>) => `Bearer ${(await issueKey(...of)).key}`;
  authorizations = {
    ...{ admin: await bearer('admin'), officer: await bearer('officer'), viewer: await bearer('viewer') },
    ...{ reporter: await bearer('reporter', 'xuejia'), nobody: '' },
    basic: `Basic ${btoa(`excel:${(await issueKey('admin')).key}`)}`,
  };
  bulletins.issued = await issue(
    api.admin,
    await draft(api.admin, { year: 2024, preset: 'weekly', period: '2024-W14' }),
  );
  bulletins.draft = await draft(api.admin, { year: 2024, preset: 'weekly', period: '2024-W13' });
});

/** Whether one of some requests gets a status, and is answered as described. */
async function isMet(
  operation: Operation,
  status: number,
  requests: readonly (() => Promise<Response>)[],
): Promise<string> {
  const got: number[] = [];
  for (const request of requests) {
    const answer = await request();
    got.push(answer.status);
    if (answer.status === status) return (await contract.faultOf(operation, answer)) ?? 'met';
  }
  return `not met: ${got.join(', ')}`;
}

/** Every refusal that is described, by operation and status. */
const described = (): { operation: Operation; status: number; name: string }[] =>
  contract.description.operations.flatMap((operation) =>
    Object.keys(operation.answers)
      .map(Number)
      .filter((status) => status >= 400)
      .map((status) => ({ operation, status, name: `${operation.id} ${status}` })),
  );

describe('A7.3: every refusal that is described is met, or it is said why it is not', () => {
  test.each(Object.entries(whatever))('%s, whatever the route', async (status, requests) => {
    const missing: [string, string][] = [];
    for (const { operation, name } of described().filter((each) => each.status === Number(status))) {
      if (name in ofOne || name in unmet) continue;
      const how = await isMet(
        operation,
        Number(status),
        requests.map((asked) => () => ask(operation.id, asked)),
      );
      if (how !== 'met') missing.push([name, how]);
    }
    expect(missing).toEqual([]);
  });

  test.each(Object.entries(ofOne))('%s', async (name, request) => {
    const found = described().find((each) => each.name === name);
    expect(found && (await isMet(found.operation, found.status, [request]))).toBe('met');
  });

  test('none is left out, and none is said to be unmet that is met or not described', () => {
    const all = described();
    const covered = (name: string, status: number) => name in ofOne || name in unmet || status in whatever;
    expect(all.filter(({ name, status }) => !covered(name, status))).toEqual([]);
    const names = new Set(all.map(({ name }) => name));
    expect(Object.keys(unmet).filter((name) => !names.has(name) || name in ofOne)).toEqual([]);
  });
});
