import { env } from 'cloudflare:workers';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { AuditItem } from '../../shared/wire/audit.ts';
import type { Bulletin } from '../../shared/wire/bulletin.ts';
import type { SheetRow } from '../../shared/wire/parts/sheetRow.ts';
import { account } from '../support/api/account.ts';
import { nextPushId, pull, push, underWay } from '../support/api/clerk.ts';
import { issueKey, type Answer, type Client } from '../support/api/client.ts';
import { changedTags, conditionalAnswers } from '../support/api/conditionalAnswers.ts';
import { startSmall, type SmallApi } from '../support/api/smallApi.ts';
import { asProposed, confirming, formOf, ledgerOf, propose } from '../support/api/uploading.ts';

const base = [
  { name: '培训', items: ['旺季每月检查。', '10月底前检查企业50家。'] },
  { name: '宣传', items: ['12月底前开展慰问。'] },
];
const more = [...base, { name: '演练', items: ['11月底前组织演练。'] }];

let small: SmallApi;
let admin: Client;
let officer: Client;
let clerk: Client;
beforeAll(async () => {
  small = await startSmall();
  await small.published(base);
  const issued = (name: string, role: 'admin' | 'officer' | 'reporter', unit: string | null = null) =>
    issueKey(role, unit, name).then(({ key }) => small.api.as(key));
  admin = await issued('陈敏', 'admin');
  officer = await issued('周文斌', 'officer');
  clerk = await issued('王芳', 'reporter', 'nan');
});

const entries = (): Promise<number> =>
  env.DB.prepare('SELECT count(*) AS n FROM audit_entries').first<number>('n') as Promise<number>;

const rowOf = async (arrangement: string): Promise<SheetRow> => {
  const sheet = await pull(clerk, `?year=${small.year}`);
  return sheet.rows.find((row) => row.arrangement === arrangement)!;
};

const versionOf = async (path: string): Promise<Record<string, string>> => {
  const { headers } = await admin.get(path);
  return { 'if-match': headers.get('etag')! };
};

/** Makes a request, that can be made again just as it was. */
type Deed = () => Promise<() => Promise<Answer>>;

async function replacing(client: Client, path: string, body: unknown): Promise<() => Promise<Answer>> {
  const version = await versionOf(path);
  return () => client.send('PUT', path, body, version);
}

async function uploading(dryRun: boolean): Promise<() => Promise<Answer>> {
  const file = await ledgerOf([['1', '10月底前检查企业50家', '进行中', '3', '', '已检查 3 家企业。']]);
  const query = `&year=${small.year}`;
  const first = await propose(clerk, file, {}, query);
  const answers = asProposed(first.body);
  const proposal = await propose(clerk, file, answers, query);
  expect(confirming(proposal.body).confirmed?.rows, JSON.stringify(proposal.body)).toHaveLength(1);
  const { body, type } = await formOf(file, dryRun ? answers : confirming(proposal.body, answers));
  return () =>
    clerk.send('POST', `/v1/workbooks?dryRun=${String(dryRun)}${query}`, body, { 'content-type': type });
}

let revoked = '';
let bulletin: Bulletin;

/** Drafts a bulletin and keeps what was answered. */
const drafting = async (): Promise<Answer> => {
  const asked = { year: small.year, preset: 'span', from: small.day('03-01'), to: small.day('03-31') };
  const answer = await officer.post('/v1/bulletins', asked);
  bulletin = answer.body;
  return answer;
};
const bulletinPath = (rest = ''): string => `/v1/bulletins/${bulletin.bulletin.id}${rest}`;
const tagged = () => ({ 'if-match': `"${bulletin.bulletin.version}"` });
let calendar = '';

/** Every request that changes something, and what it is called in the account, in an order in which each can be made. */
const deeds: Record<string, { deed: Deed; kind: AuditItem['kind']; by: string; again?: false }> = {
  'PUT /v1/task-lists/{year}': {
    kind: 'publish',
    by: '陈敏',
    deed: async () => () => admin.put(small.path(), small.document(more)),
  },
  'POST /v1/task-lists/{year}/publishings/undo': {
    kind: 'undo',
    by: '陈敏',
    deed: async () => {
      const { body } = await admin.get(small.path('/publishings'));
      const { version } = body.publishings[0];
      return () => admin.post(small.path('/publishings/undo'), { version });
    },
    // A version that was taken back cannot be taken back again: that is refused.
    again: false,
  },
  'PUT /v1/roster': {
    kind: 'roster',
    by: '陈敏',
    deed: async () => {
      const { body } = await admin.get('/v1/roster');
      const units = body.units.map((unit: { id: string }) =>
        unit.id === 'bei' ? { ...unit, aliases: ['北乡'] } : unit,
      );
      return replacing(admin, '/v1/roster', { ...body, units });
    },
  },
  'PUT /v1/task-lists/{year}/settings': {
    kind: 'settings',
    by: '周文斌',
    deed: async () => {
      const { body } = await officer.get(small.path('/settings'));
      const settings = { ...body.settings, contact: '区局 8512', seasons: { 旺季: [7, 8] } };
      return replacing(officer, small.path('/settings'), settings);
    },
  },
  'PUT /v1/task-lists/{year}/assignments': {
    kind: 'assignments',
    by: '周文斌',
    deed: async () => () =>
      officer.put(small.path('/assignments'), {
        arrangement: '1-2-1',
        from: small.day('06-01'),
        units: ['nan'],
      }),
  },
  'PUT /v1/task-lists/{year}/allocations': {
    kind: 'allocations',
    by: '周文斌',
    deed: () =>
      replacing(officer, small.path('/allocations'), {
        allocations: [
          { arrangement: '1-1-2', indicator: 'i1', unit: 'nan', share: 30 },
          { arrangement: '1-1-2', indicator: 'i1', unit: 'bei', share: 20 },
        ],
      }),
  },
  'POST /v1/keys': {
    kind: 'issueKey',
    by: '陈敏',
    deed: async () => async () => {
      const answer = await admin.post('/v1/keys', { role: 'reporter', unit: 'nan', holder: '李静' });
      revoked = answer.body.id;
      return answer;
    },
    // Asked again it issues another key.
    again: false,
  },
  'DELETE /v1/keys/{id}': {
    kind: 'revokeKey',
    by: '陈敏',
    deed: async () => () => admin.send('DELETE', `/v1/keys/${revoked}`),
  },
  'POST /v1/calendar-tokens': {
    kind: 'issueCalendar',
    by: '陈敏',
    deed: async () => async () => {
      const answer = await admin.post('/v1/calendar-tokens', { unit: 'nan', label: '手机' });
      calendar = answer.body.id;
      return answer;
    },
    // Asked again it makes another link.
    again: false,
  },
  'PUT /v1/reminders': {
    kind: 'reminders',
    by: '陈敏',
    deed: () =>
      replacing(admin, '/v1/reminders', {
        ...{ enabled: true, soonWorkingDays: 2, overdue: 'weekly', digestAbove: 5 },
        channels: [
          {
            unit: null,
            form: 'dingtalk',
            keyword: '',
            address: 'https://robot.invalid/send?token=hidden-1234',
            secret: 'SEC1',
          },
        ],
      }),
  },
  'DELETE /v1/calendar-tokens/{id}': {
    kind: 'revokeCalendar',
    by: '陈敏',
    deed: async () => () => admin.send('DELETE', `/v1/calendar-tokens/${calendar}`),
  },
  'POST /v1/sync': {
    kind: 'push',
    by: '王芳',
    deed: async () => {
      const { key } = await rowOf('1-1-2');
      const rows = [
        { key, base: null, values: underWay(2) },
        { key: `${key.slice(0, -1)}!`, base: null, values: underWay(2) },
      ];
      const pushId = nextPushId();
      return () => push(clerk, rows, { pushId, query: `?year=${small.year}` }) as Promise<Answer>;
    },
  },
  'PUT /v1/ledger-shapes/{shape}': {
    kind: 'upload',
    by: '王芳',
    deed: async () => () =>
      clerk.put(`/v1/ledger-shapes/${'b'.repeat(32)}`, {
        revision: 0,
        memory: { sheets: [], reports: {}, files: [] },
      }),
  },
  'POST /v1/workbooks': { kind: 'upload', by: '王芳', deed: () => uploading(false) },
  'POST /v1/bulletins': { kind: 'draftBulletin', by: '周文斌', deed: async () => drafting },
  'DELETE /v1/bulletins/{id}': {
    kind: 'deleteBulletin',
    by: '周文斌',
    deed: async () => () => officer.send('DELETE', bulletinPath()),
    // What is deleted is not there to be deleted again.
    again: false,
  },
  'PUT /v1/bulletins/{id}': {
    kind: 'editBulletin',
    by: '周文斌',
    deed: async () => {
      await drafting();
      return async () => {
        const { body } = await officer.get<Bulletin>(bulletinPath());
        const seen = { 'if-match': `"${body.bulletin.version}"` };
        return officer.send('PUT', bulletinPath(), { code: '某应急', sentences: {} }, seen);
      };
    },
  },
  'POST /v1/bulletins/{id}/issue': {
    kind: 'issueBulletin',
    by: '周文斌',
    deed: async () => {
      await drafting();
      return () =>
        officer.send('POST', bulletinPath('/issue'), { change: bulletin.content.change }, tagged());
    },
  },
  'POST /v1/acts': {
    kind: 'extend',
    by: '周文斌',
    deed: async () => {
      const keys = ['nan', 'bei'].map((unit) => `${small.year}.1-1-2.1.${unit}.${small.year}`);
      const why = { reason: '企业停产', document: '应急〔2024〕3号', due: small.day('12-20') };
      return () => officer.post('/v1/acts', { actId: 'audited-act', act: 'extend', on: { keys }, ...why });
    },
  },
};

/** Requests that look as if they changed something, and store nothing. */
const dryRuns: Record<string, Deed> = {
  'POST /v1/task-lists/parse': async () => () => admin.post('/v1/task-lists/parse', small.document(more)),
  // The robot’s name leads nowhere: that nobody answered is the answer.
  'POST /v1/reminders/test': async () => () => admin.post('/v1/reminders/test', { unit: null }),
  'POST /v1/task-lists/{year}/compare': async () => () =>
    admin.post(small.path('/compare'), small.body(more)),
  'POST /v1/workbooks?dryRun=true': () => uploading(true),
  'PUT /v1/roster?dryRun=true': async () => {
    const { body } = await admin.get('/v1/roster');
    const version = await versionOf('/v1/roster');
    const units = [...body.units, { id: 'dong', name: '东镇', kind: 'town', aliases: [] }];
    return () => admin.send('PUT', '/v1/roster?dryRun=true', { ...body, units }, version);
  },
};

test('A13: every route that takes something is either kept in the account or stores nothing', async () => {
  const { body } = await admin.get('/openapi.json');
  const routes = Object.entries<object>(body.paths).flatMap(([path, methods]) =>
    Object.keys(methods).flatMap((method) => (method === 'get' ? [] : [`${method.toUpperCase()} ${path}`])),
  );
  const told = [...Object.keys(deeds), ...Object.keys(dryRuns).filter((route) => !route.includes('?'))];
  expect(routes.toSorted()).toEqual(told.toSorted());
});

describe('A13: a request leaves exactly one entry, in the batch of the change', () => {
  beforeEach(() => small.api.clock.set(small.day('04-10T09:00:00+08:00')));

  /** What was answered after the last deed: each goes on from it. */
  let answers: Awaited<ReturnType<typeof conditionalAnswers>> | undefined;

  test.each(Object.entries(deeds))('B19.2: %s', async (_, { deed, kind, by, again = true }) => {
    const act = await deed();
    const before = await entries();
    answers ??= await conditionalAnswers(officer, small.year);
    const done = await act();
    expect(done.status, JSON.stringify(done.body)).toBeLessThan(300);
    const now = await conditionalAnswers(officer, small.year);
    changedTags(answers, now);
    answers = now;
    expect(await entries()).toBe(before + 1);
    const [entry] = await account(admin);
    expect(entry).toMatchObject({ kind, by, at: small.day('04-10T09:00:00+08:00') });
    expect(entry!.requestId).toBe(done.headers.get('x-request-id'));
    const repeated = await act();
    if (again) expect(repeated.status).toBeLessThan(300);
    expect(await entries()).toBe(before + (['issueKey', 'issueCalendar'].includes(kind) ? 2 : 1));
  });

  test.each(Object.entries(dryRuns))('%s leaves none', async (_, deed) => {
    const act = await deed();
    const before = await entries();
    expect((await act()).status).toBe(200);
    expect(await entries()).toBe(before);
  });

  test('refused ones leave none, whoever refuses them', async () => {
    const before = await entries();
    const refused = [
      await clerk.put(small.path('/assignments'), {}),
      await admin.put(small.path('/settings'), {}),
      await admin.send('PUT', '/v1/roster', { units: [], groups: [] }, await versionOf('/v1/roster')),
      await admin.post('/v1/keys', { role: 'officer' }),
      await admin.send('DELETE', '/v1/keys/nobody'),
      await admin.post(small.path('/publishings/undo'), { version: 99 }),
      await officer.send('PUT', small.path('/allocations'), { allocations: [] }),
      await officer.put(small.path('/assignments'), {
        arrangement: '9-9-9',
        from: small.day('06-01'),
        units: [],
      }),
      await clerk.post('/v1/sync', { pushId: 'refused-push', rulesVersion: '1', rows: [{}] }),
    ];
    expect(refused.map(({ status }) => status >= 400)).toEqual(refused.map(() => true));
    expect(await entries()).toBe(before);
  });
});

describe('A13.1: what an entry tells', () => {
  const newest = async (kind: AuditItem['kind']): Promise<AuditItem> =>
    (await account(officer, `?kind=${kind}&limit=1`))[0]!;

  test('who, whom it concerns, and places before and after', async () => {
    const nan = { id: 'nan', name: '南镇' };
    const bei = { id: 'bei', name: '北镇' };
    expect(await newest('allocations')).toMatchObject({
      ...{ by: '周文斌', role: 'officer', year: small.year, arrangements: ['1-1-2'], units: [nan, bei] },
      changes: [
        { place: 'nan/1-1-2/i1', before: null, after: 30 },
        { place: 'bei/1-1-2/i1', before: null, after: 20 },
      ],
      ...{ more: 0, counts: {}, reason: null, document: null, obligation: null },
    });
    expect((await newest('settings')).changes).toEqual([
      { place: 'seasons/旺季', before: null, after: '7、8' },
      { place: 'contact', before: '', after: '区局 8512' },
    ]);
    expect(await newest('roster')).toMatchObject({
      units: [bei],
      changes: [{ place: 'units/bei/aliases', before: '', after: '北乡' }],
    });
    expect(await newest('assignments')).toMatchObject({
      ...{ units: [nan], arrangements: ['1-2-1'] },
      changes: [{ place: small.day('06-01'), before: null, after: 'nan' }],
    });
    expect(await newest('publish')).toMatchObject({
      arrangements: ['1-3-1'],
      changes: [{ place: 'version', before: 1, after: 2 }],
      counts: { added: 1, unchanged: 3 },
    });
    expect(await newest('undo')).toMatchObject({ changes: [{ place: 'version', before: 2, after: 3 }] });
    expect(await newest('issueKey')).toMatchObject({
      ...{ units: [nan], subject: revoked },
      changes: [
        { place: 'holder', after: '李静' },
        { place: 'role', after: 'reporter' },
      ],
    });
    expect((await newest('revokeKey')).changes[0]).toEqual({ place: 'holder', before: '李静', after: null });
  });

  test('a push: outcomes counted, arrangements that it wrote to; its rows are found by their revisions', async () => {
    expect(await newest('push')).toMatchObject({
      ...{ by: '王芳', units: [{ id: 'nan' }], arrangements: ['1-1-2'], changes: [] },
      counts: { applied: 1, unknown: 1 },
    });
    expect(await newest('upload')).toMatchObject({ arrangements: ['1-1-2'], counts: { applied: 1 } });
  });

  test('an officer’s entry for a unit says who entered it', async () => {
    const { key, version } = await rowOf('1-1-2');
    const rows = [{ key, base: version, values: underWay(9) }];
    expect((await push(officer, rows, { query: `?unit=nan&year=${small.year}` })).status).toBe(200);
    expect(await newest('push')).toMatchObject({ by: '周文斌', role: 'officer', units: [{ id: 'nan' }] });
  });

  test('no value of a row stands in it', async () => {
    const { results } = await env.DB.prepare('SELECT * FROM audit_entries').all();
    expect(JSON.stringify(results)).not.toContain('已检查');
  });
});

describe('A13.2: what is asked of the account', () => {
  const kindsOf = async (query: string): Promise<string[]> =>
    (await account(officer, query)).map(({ kind }) => kind);

  test('by unit, arrangement, actor, kind and day', async () => {
    expect(new Set(await kindsOf('?unit=bei'))).toEqual(new Set(['roster', 'allocations', 'extend']));
    expect(await kindsOf(`?arrangement=1-2-1`)).toEqual(['assignments', 'publish']);
    expect(new Set(await kindsOf(`?actor=${encodeURIComponent('王芳')}`))).toEqual(
      new Set(['push', 'upload']),
    );
    const [{ key }] = (await account(officer, '?kind=settings')) as [AuditItem];
    expect(new Set(await kindsOf(`?actor=${key}&unit=nan`))).toEqual(
      new Set(['push', 'assignments', 'allocations', 'extend']),
    );
    const today = `from=${small.day('04-10')}&to=${small.day('04-10')}`;
    expect(await kindsOf(`?${today}&kind=roster`)).not.toHaveLength(0);
    expect(await kindsOf(`?from=${small.day('04-11')}`)).toEqual([]);
    expect(await kindsOf(`?to=${small.day('04-09')}&arrangement=1-1-2`)).toEqual([]);
  });

  test('by obligation: what was pushed of its rows, by whom', async () => {
    const { key } = await rowOf('1-1-2');
    const obligation = key.split('.').toSpliced(3, 1).slice(0, -1).join('.');
    const found = await account(officer, `?obligation=${obligation}`);
    expect(found.map(({ kind, by }) => `${kind} ${by}`)).toEqual([
      ...['push 周文斌', 'extend 周文斌', 'upload 王芳', 'push 王芳'],
    ]);
    expect(await account(officer, `?obligation=${obligation}&unit=bei&kind=push`)).toEqual([]);
    const other = obligation.replace('.nan.', '.bei.');
    // An act that named both is told of each.
    expect((await account(officer, `?obligation=${other}`)).map(({ kind }) => kind)).toEqual(['extend']);
  });

  test('page by page, each entry once, the newest first', async () => {
    const all = await account(officer, '?limit=1000');
    const seen: number[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const { body }: Answer = await officer.get(
        `/v1/audit?limit=3${cursor === '' ? '' : `&cursor=${cursor}`}`,
      );
      seen.push(...body.entries.map(({ id }: AuditItem) => id));
      cursor = body.next;
    }
    expect(seen).toEqual(all.map(({ id }) => id));
    expect(await officer.get('/v1/audit?cursor=yesterday')).toMatchObject({
      status: 400,
      body: { code: 'cursor-invalid' },
    });
  });

  test('as a file, in words', async () => {
    const { body } = await officer.file('/v1/audit?format=csv&kind=allocations');
    const [head, line] = new TextDecoder().decode(body).split('\r\n');
    expect(head).toContain('时间,姓名,操作,单位,工作安排,内容');
    expect(line).toContain('周文斌,分解指标,南镇、北镇');
    expect(line).toContain('南镇 · 1-1-2 · 指标 1：30；北镇 · 1-1-2 · 指标 1：20');
    const english = await officer.file('/v1/audit?format=csv&kind=push&language=en');
    expect(new TextDecoder().decode(english.body)).toContain('"applied 1, unknown 1"');
  });
});

test('A13, A13.1: an act has its outcomes counted, and names what it changed; one that changes nothing leaves no entry', async () => {
  const keyOf = (unit: string) => `${small.year}.1-1-2.1.${unit}.${small.year}`;
  const before = await entries();
  const extend = (actId: string, units: string[], due: string) =>
    officer.post('/v1/acts', {
      ...{ actId, act: 'extend', on: { keys: units.map(keyOf) }, due },
      ...{ reason: '企业停产', document: '应急〔2024〕4号' },
    });
  const all = await extend('audited-refused', ['nan', 'nobody'], small.day('01-01'));
  expect(all.body).toMatchObject({ applied: 0, refused: 2 });
  expect(await entries()).toBe(before);
  await extend('audited-partly', ['nan', 'nobody'], small.day('12-28'));
  expect(await entries()).toBe(before + 1);
  expect((await account(officer, '?kind=extend&limit=1'))[0]).toMatchObject({
    ...{ units: [{ id: 'nan', name: '南镇' }], obligation: keyOf('nan') },
    counts: { applied: 1, refused: 1 },
    changes: expect.arrayContaining([expect.objectContaining({ place: 'dueOn', after: small.day('12-28') })]),
  });
});

test('A13.3: an entry is never changed and never deleted', async () => {
  const act = (sql: string) => env.DB.prepare(sql).run();
  await expect(act(`UPDATE audit_entries SET holder = '别人'`)).rejects.toThrow(/append-only/u);
  await expect(act('DELETE FROM audit_entries')).rejects.toThrow(/append-only/u);
});
