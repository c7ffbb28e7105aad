import { env } from 'cloudflare:workers';
import { beforeAll, describe, expect, test } from 'vitest';
import type { TaskList } from '../../shared/taskList/taskList.ts';
import { pull, pushRow, rowOf, underWay } from '../support/api/clerk.ts';
import type { Api, Client } from '../support/api/client.ts';
import { document, roster, startPublished } from '../support/api/published.ts';
import { recount, storedCounts } from '../support/api/recount.ts';

let api: Api;
let admin: Client;
beforeAll(async () => {
  api = await startPublished();
  admin = api.admin;
});

const count = async (sql: string): Promise<number> => (await env.DB.prepare(sql).first<number>('n')) ?? -1;
const obligations = (where: string): Promise<number> =>
  count(`SELECT count(*) AS n FROM obligations WHERE ${where}`);

describe('the real 2024 list', () => {
  test('I11: is stored and served as it was parsed', async () => {
    const parsed = await admin.post('/v1/task-lists/parse', document);
    const stored = await admin.get<TaskList>('/v1/task-lists/2024');
    expect(stored.body).toEqual(parsed.body.taskList);
    expect(stored.body.categories).toHaveLength(3);
    expect(stored.body.tasks).toHaveLength(25);
    expect(stored.body.tasks.flatMap((task) => task.arrangements)).toHaveLength(81);
  });

  test('I1: the grid of the same table, and the parsed list itself, publish the same', async () => {
    const grid = document.split('\n').map((line) => line.split('\t'));
    const byGrid = await admin.put('/v1/task-lists/2024', { grid });
    expect(byGrid).toMatchObject({ status: 200, body: { changed: false, version: 1 } });
    const stored = await admin.get('/v1/task-lists/2024');
    const byList = await admin.put('/v1/task-lists/2024', stored.body);
    expect(byList).toMatchObject({ status: 200, body: { changed: false, version: 1 } });
    const parsed = await admin.post('/v1/task-lists/parse', { grid });
    expect(await admin.put('/v1/task-lists/2024', parsed.body)).toMatchObject({ body: { changed: false } });
  });

  test('I11: the same file again changes nothing at all', async () => {
    const before = await env.DB.prepare(`SELECT value FROM sequences`).first('value');
    const again = await admin.put('/v1/task-lists/2024', document);
    expect(again.body).toMatchObject({ changed: false, version: 1 });
    expect(await env.DB.prepare(`SELECT value FROM sequences`).first('value')).toBe(before);
  });

  test('P6, P7: obligations for the year: weeks by their Sunday, quarters, once, by each unit assigned', async () => {
    expect(await obligations(`arrangement_code = '1-7-1'`)).toBe(52 * 12);
    expect(await obligations(`arrangement_code = '1-7-2'`)).toBe(4 * 12);
    expect(await obligations(`arrangement_code = '1-3-2'`)).toBe(12 * 12);
    expect(await obligations(`arrangement_code = '1-2-1'`)).toBe(12);
    // 1-8 is the bureau's and 滨开区's, 3-7 the bureau's alone, 2-5 the bureau's, 滨开区's and 薛家镇's.
    expect(await obligations(`arrangement_code = '1-8-1'`)).toBe(2);
    expect(await obligations(`task_code = '3-7'`)).toBe(4);
    expect(await obligations(`arrangement_code = '2-5-2' AND unit_id IN ('bureau','binkai','xuejia')`)).toBe(
      3,
    );
    const { results } = await env.DB.prepare(
      `SELECT period_id, opens_on, due_on FROM obligations
       WHERE arrangement_code = '1-7-1' AND unit_id = 'xuejia' ORDER BY due_on`,
    ).all();
    expect(results[0]).toEqual({ period_id: '2024-W01', opens_on: '2024-01-01', due_on: '2024-01-07' });
    expect(results.at(-1)).toEqual({ period_id: '2024-W52', opens_on: '2024-12-23', due_on: '2024-12-29' });
  });

  test('C1: 2-1-4 is two rows for every week and two final ones', async () => {
    const sheet = await pull(await api.reporter('xuejia'));
    const rows = sheet.rows.filter((row) => row.arrangement === '2-1-4');
    expect(rows.filter((row) => row.period === '2024-W15')).toHaveLength(2);
    expect(rows.filter((row) => row.context.scheduleKind === 'once')).toHaveLength(2);
  });

  test('P5, P6.2: what has no date is undated; a season waits for its months, then follows them', async () => {
    const { body } = await admin.get('/v1/task-lists/2024/settings');
    const seasons = body.openDecisions.filter(({ kind }: { kind: string }) => kind === 'season');
    expect(seasons.flatMap(({ words }: { words: string[] }) => words)).toContain('销售旺季');
    const cadence = `arrangement_code = '3-6-3' AND unit_id = 'xuejia'`;
    expect(await obligations(`${cadence} AND due_on IS NULL`)).toBe(2);
    const decided = {
      seasons: { 销售旺季: [1, 2, 12], 销售淡季: [3, 4, 5, 6, 7, 8, 9, 10, 11] },
      lockDaysAfterDue: null,
      contact: '',
      switchedOff: [],
      schedules: [],
      unitNames: {},
    };
    const { known } = (await admin.replace('/v1/task-lists/2024/settings', decided)).body;
    await admin.replace(`/v1/task-lists/2024/settings?overdue=${known}`, decided);
    expect(await obligations(`${cadence} AND due_on IS NULL`)).toBe(0);
    const { results } = await env.DB.prepare(
      `SELECT period_id FROM obligations WHERE ${cadence} ORDER BY period_id`,
    ).all<{ period_id: string }>();
    expect(results.map((row) => row.period_id)).toEqual([
      '2024-01',
      '2024-02',
      '2024-12',
      '2024-B2',
      '2024-B3',
      '2024-B4',
      '2024-B5',
      '2024-B6',
    ]);
    const after = await admin.get('/v1/task-lists/2024/settings');
    expect(JSON.stringify(after.body.openDecisions)).not.toContain('销售旺季');
    expect(await storedCounts('2024')).toEqual(await recount('2024'));
  });
});

describe('what depends on units', () => {
  test('I10.1, C12: the bureau narrows an arrangement from a day on; what fell due before stays', async () => {
    const narrowing = { arrangement: '1-7-1', from: '2024-07-01', units: ['bureau'] };
    expect((await admin.put('/v1/task-lists/2024/assignments', narrowing)).status).toBe(200);
    const of = (unit: string): Promise<number> =>
      obligations(`arrangement_code = '1-7-1' AND unit_id = '${unit}' AND retired = 0`);
    expect(await of('bureau')).toBe(52);
    expect(await of('xuejia')).toBe(26);
    const unknown = await admin.put('/v1/task-lists/2024/assignments', { ...narrowing, units: ['nowhere'] });
    expect(unknown).toMatchObject({ status: 422, body: { code: 'reference-unknown' } });
    expect(await storedCounts('2024')).toEqual(await recount('2024'));
  });

  test('C12, S3.2: a change of the roster touches what falls due from that day on; a reported row is retired, not deleted', async () => {
    const client = await api.reporter('benniu');
    const sheet = await pull(client);
    const early = rowOf(sheet, '1-2-1').key;
    const late = rowOf(sheet, '1-2-2').key;
    await pushRow(client, early, null, underWay(1));
    await pushRow(client, late, null, underWay(1));
    const groups = [
      {
        ...roster.groups[0]!,
        members: roster.groups[0]!.members.map((member) =>
          member.unit === 'benniu' ? { ...member, to: '2024-04-30' } : member,
        ),
      },
    ];
    const changed = await admin.replace('/v1/roster', { ...roster, groups });
    expect(changed.status).toBe(200);
    const after = await pull(client, `?cursor=${sheet.cursor}`);
    expect(after.rows.find((row) => row.key === late)?.state).toBe('retired');
    expect(await pushRow(client, late, 1, underWay(2))).toMatchObject({ outcome: 'retired' });
    expect(await pushRow(client, early, 1, underWay(2))).toMatchObject({ outcome: 'applied' });
    expect(await obligations(`unit_id = 'benniu' AND due_on > '2024-04-30' AND retired = 0`)).toBe(0);
    expect(
      await obligations(`unit_id = 'benniu' AND due_on <= '2024-04-30' AND retired = 0`),
    ).toBeGreaterThan(10);
    expect(await storedCounts('2024')).toEqual(await recount('2024'));
    // Back again: nothing was lost on the way.
    await admin.replace('/v1/roster', roster);
    expect(rowOf(await pull(client), '1-2-2')).toMatchObject({ version: 1, values: { count: 1 } });
  });

  test('C14: a unit in use cannot leave the roster; a roster that names nobody is told where', async () => {
    const gone = { ...roster, units: roster.units.filter((unit) => unit.id !== 'benniu'), groups: [] };
    expect(await admin.replace('/v1/roster', gone)).toMatchObject({
      status: 409,
      body: { code: 'unit-has-reports' },
    });
    const nobody = { ...roster, groups: [{ name: '各镇', members: [{ unit: 'nobody' }] }] };
    expect(await admin.replace('/v1/roster', nobody)).toMatchObject({
      status: 400,
      body: { code: 'invalid-request', where: [{ pointer: '#/groups/0/members/0' }] },
    });
    expect((await admin.get('/v1/roster')).body.units).toHaveLength(12);
    // The same roster again changes nothing.
    const before = await env.DB.prepare(`SELECT value FROM sequences`).first('value');
    expect((await admin.replace('/v1/roster', roster)).status).toBe(200);
    expect(await env.DB.prepare(`SELECT value FROM sequences`).first('value')).toBe(before);
  });
});

describe('two lists', () => {
  test('C17: next year’s list, published early, does not take over before its year', async () => {
    const next = document.replace('2024 年', '2025 年');
    expect((await admin.put('/v1/task-lists/2025', next)).status).toBe(200);
    const client = await api.reporter('luoxi');
    expect((await client.get('/v1/me')).body.year).toBe(2024);
    expect((await pull(client)).list.year).toBe(2024);
    expect((await pull(client, '?year=2025')).rows).toEqual([]);
  });
});

describe('a list that may not be published', () => {
  test('I11.3, I5.1: text that is no list, another year, an unknown unit, broken JSON: each its own problem', async () => {
    const cases: [path: string, body: unknown, status: number, code: string][] = [
      ['/v1/task-lists/2024', '今天天气很好。', 422, 'not-a-task-list'],
      ['/v1/task-lists/2023', document, 422, 'year-mismatch'],
      ['/v1/task-lists/2024', document.replaceAll('薛家镇', '无名镇'), 422, 'units-unknown'],
      ['/v1/task-lists/2024', { grid: [['a', 1]] }, 400, 'invalid-request'],
      ['/v1/task-lists/2024', { year: 2024, surprise: true }, 400, 'invalid-request'],
      ['/v1/task-lists/1024', document, 400, 'invalid-request'],
    ];
    for (const [path, body, status, code] of cases) {
      const answer = await admin.put(path, body);
      expect([path, answer.status, answer.body.code]).toEqual([path, status, code]);
      expect(answer.headers.get('content-type')).toContain('application/problem+json');
    }
    const broken = await admin.send('PUT', '/v1/task-lists/2024', '{"grid": [', {
      'content-type': 'application/json',
    });
    expect(broken).toMatchObject({ status: 400, body: { code: 'malformed-json' } });
    const type = await admin.send('PUT', '/v1/task-lists/2024', '<a/>', {
      'content-type': 'application/xml',
    });
    expect(type).toMatchObject({ status: 415, body: { code: 'media-type-unsupported' } });
  });
});

describe('the tables', () => {
  test('C16: are STRICT, every one, and foreign keys hold', async () => {
    const { results } = await env.DB.prepare(
      `SELECT name, strict FROM pragma_table_list WHERE type = 'table' AND name NOT LIKE 'sqlite_%'
       AND name NOT LIKE 'd1_%' AND name NOT LIKE '_cf_%'`,
    ).all<{ name: string; strict: number }>();
    expect(results.length).toBeGreaterThan(20);
    expect(results.filter(({ strict }) => strict === 0)).toEqual([]);
    const orphan = env.DB.prepare(
      `INSERT INTO drafts VALUES ('x', 'no-such-obligation', 'i1', 1, '{}', '[]', '[]', 0, 'k')`,
    ).run();
    await expect(orphan).rejects.toThrow('FOREIGN KEY');
  });
});
