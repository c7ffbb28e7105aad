import { env } from 'cloudflare:workers';
import { beforeEach, describe, expect, test } from 'vitest';
import { done, pull, pushRow, rowOf, underWay } from '../support/api/clerk.ts';
import type { Client } from '../support/api/client.ts';
import { recount, storedCounts } from '../support/api/recount.ts';
import { startSmall, type SmallApi } from '../support/api/smallApi.ts';
import type { SmallTask } from '../support/import/smallList.ts';

const timely = '适时组织企业主要负责人开展安全培训考核';
const base: SmallTask[] = [
  { name: '培训', items: [timely, '每月组织危险化学品企业开展应急演练并讲评'] },
  { name: '装卸', items: ['销售旺季每周检查装卸作业现场并通报'] },
];

let small: SmallApi;
let nan: Client;
beforeEach(async () => {
  small = await startSmall();
  nan = await small.api.reporter('nan');
  await small.published(base);
});

const decide = (...schedules: object[]) =>
  small.settings({ schedules: schedules.map((each) => ({ arrangement: '1-1-1', schedule: 1, ...each })) });
const trained = async () => rowOf(await pull(nan), '1-1-1');
const obligation = async (key: string) =>
  (await small.api.admin.get(`/v1/obligations/${key.split('.').toSpliced(3, 1).slice(0, 5).join('.')}`)).body
    .obligation;
const agree = async (): Promise<void> => {
  const list = String(small.year);
  expect(await storedCounts(list)).toEqual(await recount(list));
};

describe('P5.1: what the bureau decides of an undated arrangement', () => {
  test('a date: the row stays, with its report, and its obligation has a due date; taken away, it is undated again', async () => {
    const row = await trained();
    expect(row).toMatchObject({ due: null, state: 'undated' });
    await pushRow(nan, row.key, null, { status: '进行中', note: '正在组织各企业报名' });
    const { cursor } = await pull(nan);
    const { openDecisions } = await decide({ kind: 'once', due: small.day('06-30') });
    expect(openDecisions.map(({ kind }: { kind: string }) => kind)).toEqual(['season']);
    const [again] = (await pull(nan, `?cursor=${cursor}`)).rows.filter(
      ({ arrangement }) => arrangement === '1-1-1',
    );
    expect(again).toMatchObject({ key: row.key, due: small.day('06-30'), values: { status: '进行中' } });
    expect(again!.context.scheduleKind).toBe('once');
    await agree();
    await decide({ kind: 'window', start: small.day('04-01'), due: small.day('06-30') });
    expect(await trained()).toMatchObject({ key: row.key, period: `${small.year}-Q2`, version: 1 });
    expect(await pushRow(nan, row.key, 1, done(small.day('04-09')))).toMatchObject({ outcome: 'applied' });
    expect(await obligation(row.key)).toMatchObject({ state: 'fulfilled', punctuality: 'onTime' });
    await decide();
    expect(await trained()).toMatchObject({ key: row.key, due: null, punctuality: 'onTime' });
    const { body } = await small.api.admin.get('/v1/progress?groupBy=unit');
    expect(body.total.onTime).toBe(0);
    await agree();
  });

  test('P2.2: done before it had a date, it is judged by the day on which it was done', async () => {
    const row = await trained();
    await pushRow(nan, row.key, null, done(small.day('04-02')));
    expect(await obligation(row.key)).toMatchObject({ state: 'fulfilled', punctuality: null });
    small.api.clock.set(`${small.year}-05-20T09:00:00+08:00`);
    await decide({ kind: 'once', due: small.day('04-30') });
    expect(await obligation(row.key)).toMatchObject({ punctuality: 'onTime' });
    await decide({ kind: 'once', due: small.day('04-01') });
    expect(await obligation(row.key)).toMatchObject({ punctuality: 'onTime' });
    await agree();
  });

  test('a cadence: its periods are asked for; what was reported is kept, retired, and comes back with the date', async () => {
    const row = await trained();
    await pushRow(nan, row.key, null, { status: '进行中', note: '正在组织各企业报名' });
    const { cursor } = await pull(nan);
    await decide({ kind: 'quarterly' });
    const { rows } = await pull(nan, `?cursor=${cursor}`);
    const own = rows.filter(({ arrangement }) => arrangement === '1-1-1');
    expect(own.map(({ key, state }) => [key === row.key, state]).sort()).toEqual([
      [false, 'open'],
      [false, 'overdue'],
      [true, 'retired'],
    ]);
    const quarter = rowOf(await pull(nan), '1-1-1', { period: `${small.year}-Q2` });
    expect(quarter.context.scheduleKind).toBe('quarterly');
    expect(await pushRow(nan, quarter.key, null, { status: '已开展', note: '已完成两期培训' })).toMatchObject(
      {
        outcome: 'applied',
      },
    );
    await agree();
    await decide({ kind: 'once', due: small.day('06-30') });
    expect(await trained()).toMatchObject({ key: row.key, version: 1 });
    await agree();
  });

  test('it outlives a correction; a deadline that the corrected text has goes before it, and keeps the report', async () => {
    await decide({ kind: 'quarterly' });
    const quarter = rowOf(await pull(nan), '1-1-1', { period: `${small.year}-Q2` });
    await pushRow(nan, quarter.key, null, { status: '已开展', note: '已完成两期培训' });
    const more: SmallTask[] = [
      { name: '培训', items: ['每季度汇总上报企业名录变化', timely, base[0]!.items[1]!] },
      base[1]!,
    ];
    await small.published(more);
    expect(rowOf(await pull(nan), '1-1-1', { period: `${small.year}-Q2` })).toMatchObject({ version: 1 });
    const dated = more.with(0, {
      ...more[0]!,
      items: more[0]!.items.with(1, timely.replace('适时', '每季度')),
    });
    await small.published(dated, { matches: { '1-1-2': '1-1-1' } });
    expect(rowOf(await pull(nan), '1-1-1', { period: `${small.year}-Q2` })).toMatchObject({
      key: quarter.key,
      version: 1,
    });
    expect((await small.api.admin.get(small.path('/settings'))).body.settings.schedules).toHaveLength(1);
    await agree();
  });

  test('what is not undated, is not there, lies in another year or is decided twice is refused', async () => {
    const { settings } = (await small.api.admin.get(small.path('/settings'))).body;
    const once = { arrangement: '1-1-1', schedule: 1, kind: 'once', due: small.day('06-30') };
    const cases: [schedules: object[], status: number, code: string][] = [
      [[{ ...once, arrangement: '1-1-2' }], 422, 'reference-unknown'],
      [[{ ...once, schedule: 2 }], 422, 'reference-unknown'],
      [[{ ...once, due: '1999-06-30' }], 400, 'invalid-request'],
      [[once, once], 400, 'invalid-request'],
      [[{ ...once, kind: 'daily' }], 400, 'invalid-request'],
      [[{ ...once, kind: 'window', start: small.day('07-01') }], 400, 'invalid-request'],
    ];
    for (const [schedules, status, code] of cases) {
      const answer = await small.api.admin.replace(small.path('/settings'), { ...settings, schedules });
      expect([answer.status, answer.body.code]).toEqual([status, code]);
    }
    expect((await small.api.admin.get(small.path('/settings'))).body.settings.schedules).toEqual([]);
  });
});

describe('I5.1: names that the roster does not know', () => {
  const named: SmallTask[] = base.with(0, { ...base[0]!, units: '南部片区，有关单位' });

  test('who is meant is said with the publishing, is kept, and the next reading knows it', async () => {
    expect(await small.publish(named)).toMatchObject({ status: 422, body: { code: 'units-unknown' } });
    const { openDecisions, unknownUnits } = await small.compare(named);
    expect(unknownUnits).toEqual(['南部片区', '有关单位']);
    expect(openDecisions.filter(({ kind }) => kind === 'unit')).toMatchObject([
      { words: ['南部片区'], arrangements: ['1-1-1', '1-1-2'] },
      { words: ['有关单位'] },
    ]);
    const unitNames = { 南部片区: { units: ['nan'] }, 有关单位: { group: '各镇' } };
    const nobody = { unitNames: { ...unitNames, 有关单位: { group: '各村' } } };
    expect(await small.publish(named, { decisions: nobody })).toMatchObject({
      status: 422,
      body: { code: 'reference-unknown' },
    });
    const { openDecisions: left } = await small.published(named, { decisions: { unitNames } });
    expect(left.map(({ kind }: { kind: string }) => kind)).toEqual(['season', 'undated']);
    expect(await small.publish(named)).toMatchObject({ status: 200, body: { changed: false } });
    const { results } = await env.DB.prepare(
      `SELECT DISTINCT unit_id FROM obligations WHERE list_id = ?1 AND arrangement_code = '1-1-1' ORDER BY unit_id`,
    )
      .bind(String(small.year))
      .all();
    expect(results.map((row) => row.unit_id)).toEqual(['bei', 'nan']);
    await small.settings({ unitNames: { ...unitNames, 有关单位: { units: ['nan'] } } });
    const bei = await small.api.reporter('bei');
    expect((await pull(bei)).rows.map(({ arrangement }) => arrangement)).not.toContain('1-1-1');
    await agree();
  });

  test('A4.1: a reporter reads of names only that its own unit is meant, and nothing of others’ parts', async () => {
    const unitNames = { 南部片区: { units: ['nan', 'bei'] }, 有关单位: { units: ['nan'] } };
    await small.published(named, { decisions: { unitNames } });
    await small.api.admin.put(small.path('/assignments'), {
      ...{ arrangement: '1-1-2', from: small.day('02-01'), units: ['nan'] },
    });
    const bei = await small.api.reporter('bei');
    const { body, headers } = await bei.get(small.path('/settings'));
    expect(body.settings.unitNames).toEqual({ 南部片区: { units: ['bei'] } });
    const whole = await small.api.admin.get(small.path('/settings'));
    expect(whole.body.settings).toEqual({ ...body.settings, unitNames });
    expect(headers.get('etag')).toBe(whole.headers.get('etag'));
    const { allocations, asked } = (await bei.get(small.path('/allocations'))).body;
    expect(allocations).toEqual([]);
    expect(JSON.stringify(asked)).not.toContain('nan');
  });

  test('seasons and dates can be decided with a publishing too', async () => {
    const decisions = {
      seasons: { 销售旺季: [4, 5] },
      schedules: [{ arrangement: '1-1-1', schedule: 1, kind: 'once', due: small.day('06-30') }],
    };
    const answer = await small.published(base, { decisions });
    expect(answer).toMatchObject({ changed: true, openDecisions: [] });
    expect(await small.published(base, { decisions })).toMatchObject({ changed: false });
    expect(await trained()).toMatchObject({ due: small.day('06-30') });
    await pushRow(nan, (await trained()).key, null, underWay(0));
    await agree();
  });
});

describe('P5.2: a date that has passed by the day on which it is decided', () => {
  const march = (): object => ({
    schedules: [{ arrangement: '1-1-1', schedule: 1, kind: 'once', due: small.day('03-31') }],
  });
  const set = async (change: object, query = '') => {
    const { body } = await small.api.admin.get(small.path('/settings'));
    return small.api.admin.replace(small.path(`/settings${query}`), { ...body.settings, ...change });
  };

  test('is stored only by one who says how many obligations it makes overdue at once', async () => {
    const refused = await set(march());
    expect([refused.status, refused.body.code, refused.body.known]).toEqual([409, 'overdue-at-once', 2]);
    expect(refused.body.messages.zh).toContain('2 个单位的 2 项应报项');
    expect(refused.body.where).toEqual([
      { pointer: '#', zh: '1-1-1：2 个单位，2 项', en: '1-1-1: 2 obligation(s) of 2 unit(s)' },
    ]);
    expect((await set(march(), '?overdue=1')).body.code).toBe('overdue-at-once');
    expect((await small.api.admin.get(small.path('/settings'))).body.settings.schedules).toEqual([]);
    expect((await set(march(), '?overdue=2')).status).toBe(200);
    expect(await trained()).toMatchObject({ due: small.day('03-31'), state: 'overdue' });
    // What is late already is not made late: another date of the past, or another setting beside it.
    expect((await set({ ...march(), contact: '区局 85127701' })).status).toBe(200);
    expect((await set({ schedules: [] })).status).toBe(200);
    await agree();
  });

  test('counts nobody who has done it, and every period of a cadence and a season', async () => {
    await pushRow(nan, (await trained()).key, null, done(small.day('04-02')));
    expect((await set(march())).body).toMatchObject({ known: 1 });
    // Of the quarters one has passed; the year's row stays as it is.
    const quarterly = { schedules: [{ arrangement: '1-1-1', schedule: 1, kind: 'quarterly' }] };
    expect((await set(quarterly)).body).toMatchObject({ known: 2 });
    expect((await set({ seasons: { 销售旺季: [5, 6] } })).status).toBe(200);
    const winter = { seasons: { 销售旺季: [1] } };
    const { known } = (await set(winter)).body;
    expect((await set(winter, `?overdue=${known}`)).status).toBe(200);
    const late = (await pull(nan)).rows.filter(
      ({ arrangement, state }) => arrangement === '1-2-1' && state === 'overdue',
    );
    expect(known).toBe(late.length * 2);
    expect(late.length).toBeGreaterThan(3);
  });

  test('a publishing that decides it asks alike; the list’s own dates are not asked about', async () => {
    const decided = await small.publish(base, { decisions: march() });
    expect([decided.status, decided.body.known]).toEqual([409, 2]);
    expect((await small.publish(base, { decisions: march() }, '?overdue=2')).status).toBe(200);
    const dated = base.with(0, { ...base[0]!, items: ['3月底前完成培训', ...base[0]!.items] });
    expect((await small.publish(dated)).status).toBe(200);
  });
});
