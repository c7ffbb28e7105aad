import { env } from 'cloudflare:workers';
import { beforeEach, describe, expect, test } from 'vitest';
import type { SheetRow } from '../../shared/wire/parts/sheetRow.ts';
import { done, pull, push, pushRow, rowOf, underWay } from '../support/api/clerk.ts';
import type { Client } from '../support/api/client.ts';
import { recount, storedCounts } from '../support/api/recount.ts';
import { startSmall, type SmallApi } from '../support/api/smallApi.ts';
import type { SmallTask } from '../support/import/smallList.ts';

const rewards = '4月20日前，督促88家企业完善内部隐患举报奖励制度';
const drills = '每月组织危险化学品企业开展应急演练并讲评';
const boilers = '4月底前，检查锅炉10台、储罐20个并建档';
const novel = '每季度汇总上报本辖区企业名录变化';

const base: SmallTask[] = [
  { name: '隐患举报', items: [rewards, drills] },
  { name: '设备检查', items: [boilers] },
];

let small: SmallApi;
let nan: Client;
beforeEach(async () => {
  small = await startSmall();
  nan = await small.api.reporter('nan');
  await small.published(base);
});

const sheet = () => pull(nan);
const changesSince = async (cursor: string): Promise<SheetRow[]> =>
  (await pull(nan, `?cursor=${cursor}`)).rows;
const obligationOf = async (row: SheetRow) => {
  const [list, code, schedule, , unit, period] = row.key.split('.');
  return (await small.api.admin.get(`/v1/obligations/${list}.${code}.${schedule}.${unit}.${period}`)).body;
};
const agree = async (): Promise<void> => {
  const list = String(small.year);
  expect(await storedCounts(list)).toEqual(await recount(list));
};

describe('I11: a correction', () => {
  test('another target and date: the report stays with its row, and the row comes again', async () => {
    const before = await sheet();
    const row = rowOf(before, '1-1-1');
    await pushRow(nan, row.key, null, underWay(3));
    const { cursor } = await sheet();
    const corrected = rewards.replace('88', '92').replace('4月20日', '5月15日');
    const answer = await small.published([{ name: '隐患举报', items: [corrected, drills] }, base[1]!]);
    expect(answer).toMatchObject({ changed: true, version: 2, summary: { changed: ['1-1-1'], gone: [] } });
    const [after, ...others] = await changesSince(cursor);
    expect(others).toEqual([]);
    expect(after).toMatchObject({ key: row.key, due: small.day('05-15'), target: 92, values: { count: 3 } });
    expect(await pushRow(nan, row.key, 1, underWay(4))).toMatchObject({ outcome: 'applied', version: 2 });
    await agree();
  });

  test('I11.7: put in before others, turned round, put under another task: rows keep their keys', async () => {
    const before = await sheet();
    const [first, third] = [rowOf(before, '1-1-1'), rowOf(before, '1-2-1', { indicator: 'i2' })];
    await push(nan, [
      { key: first.key, base: null, values: underWay(3) },
      { key: third.key, base: null, values: underWay(7) },
    ]);
    await small.published([
      { name: '设备检查', items: [novel, drills] },
      { name: '隐患举报', items: [boilers, rewards] },
    ]);
    const after = await sheet();
    expect(rowOf(after, '1-1-1')).toMatchObject({
      key: first.key,
      values: { count: 3 },
      taskName: '隐患举报',
    });
    expect(rowOf(after, '1-2-1', { indicator: 'i2' })).toMatchObject({
      key: third.key,
      values: { count: 7 },
    });
    expect(rowOf(after, '1-1-2').taskName).toBe('设备检查');
    expect(rowOf(after, '1-1-3').arrangementText).toBe(novel);
    const { body } = await small.api.admin.get('/v1/progress?groupBy=task');
    const counts = body.groups.map(({ id, received }: { id: string; received: number }) => [id, received]);
    expect(counts).toEqual([
      ['1-1', 0],
      ['1-2', 1],
    ]);
    await agree();
  });

  test('I11.9: what is gone is retired where something hangs on it, and comes to workbooks as that; else it goes', async () => {
    const before = await sheet();
    const [kept, gone] = [rowOf(before, '1-1-1'), rowOf(before, '1-2-1', { indicator: 'i1' })];
    await pushRow(nan, kept.key, null, underWay(3));
    const { cursor } = await sheet();
    const answer = await small.published([{ name: '演练', items: [drills] }]);
    expect(answer.summary).toMatchObject({ gone: ['1-1-1', '1-2-1'], retired: ['1-1-1'] });
    const { whole, rows } = await pull(nan, `?cursor=${cursor}`);
    expect(whole).toBe(true);
    expect(rows.filter(({ state }) => state === 'retired')).toMatchObject([
      { key: kept.key, values: { count: 3 }, taskName: '隐患举报' },
    ]);
    expect((await sheet()).rows.map(({ arrangement }) => arrangement)).not.toContain('1-1-1');
    expect(await pushRow(nan, kept.key, 1, underWay(4))).toMatchObject({ outcome: 'retired' });
    expect(await pushRow(nan, gone.key, null, underWay(4))).toMatchObject({ outcome: 'unknown' });
    const { body: list } = await small.api.admin.get(small.path());
    expect(JSON.stringify(list)).not.toContain('1-1-1');
    expect((await obligationOf(kept)).rows[0]).toMatchObject({ values: { count: 3 } });
    await agree();
    // In the list again, it is as it was; what is new gets no code that was given.
    await small.published([{ name: '隐患举报', items: [novel, rewards, drills] }, base[1]!]);
    expect(rowOf(await sheet(), '1-1-1')).toMatchObject({ key: kept.key, values: { count: 3 } });
    const codes = (await sheet()).rows.map(({ arrangement }) => arrangement);
    expect(new Set(codes)).toEqual(new Set(['1-1-1', '1-1-2', '1-1-3', '1-2-2']));
    await agree();
  });

  test('I11.10: an indicator that is gone takes its row along, and what was reported of it stays', async () => {
    const before = await sheet();
    const [i1, i2] = [
      rowOf(before, '1-2-1', { indicator: 'i1' }),
      rowOf(before, '1-2-1', { indicator: 'i2' }),
    ];
    const day = small.day('04-05');
    await push(nan, [
      { key: i1.key, base: null, values: done(day, 10) },
      { key: i2.key, base: null, values: underWay(7) },
    ]);
    expect((await obligationOf(i1)).obligation).toMatchObject({
      rows: 2,
      fulfilledRows: 1,
      state: 'received',
    });
    const { cursor } = await sheet();
    small.api.clock.set(`${small.year}-06-01T09:00:00+08:00`);
    const less = [base[0]!, { name: '设备检查', items: ['4月底前，检查锅炉12台、反应釜3套并建档'] }];
    const refused = await small.publish(less);
    expect(refused.status === 200 || refused.body.code === 'matches-open').toBe(true);
    if (refused.status !== 200) await small.published(less, { matches: { '1-2-1': '1-2-1' } });
    const { rows } = await pull(nan, `?cursor=${cursor}`);
    expect(rows.find(({ key }) => key === i2.key)).toMatchObject({ state: 'retired', values: { count: 7 } });
    expect(rows.find(({ key }) => key === i1.key)).toMatchObject({ target: 12, values: { count: 10 } });
    expect(rowOf(await sheet(), '1-2-1', { indicator: 'i3' })).toMatchObject({ version: null, target: 3 });
    expect(await pushRow(nan, i2.key, 1, underWay(8))).toMatchObject({ outcome: 'retired' });
    await agree();
    // The row that was missing goes too: what is left was done in April, and is on time.
    const least = [base[0]!, { name: '设备检查', items: ['4月底前，检查锅炉12台并全部建档'] }];
    await small.published(least, { matches: { '1-2-1': '1-2-1' } });
    expect((await obligationOf(i1)).obligation).toMatchObject({
      rows: 1,
      state: 'fulfilled',
      punctuality: 'onTime',
      firstFulfilledAt: `${small.year}-04-10T09:00:00+08:00`,
    });
    await agree();
  });

  test('I11.11: a changed due date leaves decided punctuality alone; one that is not decided goes by the new one', async () => {
    const row = rowOf(await sheet(), '1-1-1');
    await pushRow(nan, row.key, null, done(small.day('04-05'), 88));
    const bei = await small.api.reporter('bei');
    const earlier = [{ name: '隐患举报', items: [rewards.replace('4月20日', '4月8日'), drills] }, base[1]!];
    await small.published(earlier);
    expect((await obligationOf(row)).obligation).toMatchObject({
      due: small.day('04-08'),
      punctuality: 'onTime',
    });
    const theirs = rowOf(await pull(bei), '1-1-1');
    await pushRow(bei, theirs.key, null, done(small.day('04-09'), 88));
    expect((await obligationOf(theirs)).obligation).toMatchObject({ punctuality: 'completedLate' });
    await small.published(base);
    expect((await obligationOf(theirs)).obligation).toMatchObject({ punctuality: 'completedLate' });
    await agree();
  });

  test('I11.12: a share made or raised later reopens what falls short of it, and launders no lateness', async () => {
    const row = rowOf(await sheet(), '1-1-1');
    await pushRow(nan, row.key, null, done(small.day('04-05'), 80));
    const share = (given: number) =>
      small.api.admin.replace(small.path('/allocations'), {
        allocations: [{ arrangement: '1-1-1', indicator: 'i1', unit: 'nan', share: given }],
      });
    await share(80);
    expect((await obligationOf(row)).obligation).toMatchObject({ state: 'fulfilled' });
    await share(85);
    expect((await obligationOf(row)).obligation).toMatchObject({ state: 'received', punctuality: 'onTime' });
    await agree();
    // Its target in the list is the district's: it reopens nothing, the share goes on counting.
    await small.published([{ name: '隐患举报', items: [rewards.replace('88', '99'), drills] }, base[1]!]);
    expect((await obligationOf(row)).obligation).toMatchObject({ state: 'received' });
    small.api.clock.set(`${small.year}-05-20T09:00:00+08:00`);
    expect((await obligationOf(row)).obligation).toMatchObject({ state: 'overdue' });
    await pushRow(nan, row.key, 1, done(small.day('05-18'), 85));
    expect((await obligationOf(row)).obligation).toMatchObject({ state: 'fulfilled', punctuality: 'onTime' });
    await agree();
  });

  test('I11.7: what falls due in another quarter keeps its row and its report', async () => {
    const quarter: SmallTask[] = [
      { name: '检查', items: ['一季度，检查甲类仓库50家企业并通报结果'] },
      base[1]!,
    ];
    await small.published(quarter);
    const row = (await sheet()).rows.find(({ arrangementText }) => arrangementText.includes('甲类'))!;
    expect(row).toMatchObject({ period: `${small.year}-Q1`, due: small.day('03-31') });
    await pushRow(nan, row.key, null, underWay(3));
    const moved = [{ name: '检查', items: ['二季度，检查甲类仓库50家企业并通报结果'] }, base[1]!];
    // Another quarter may be another arrangement: a person says that it is the same.
    expect(await small.publish(moved)).toMatchObject({ status: 409, body: { code: 'matches-open' } });
    await small.published(moved, { matches: { '1-1-1': row.arrangement } });
    expect(rowOf(await sheet(), row.arrangement)).toMatchObject({
      key: row.key,
      period: `${small.year}-Q2`,
      due: small.day('06-30'),
      values: { count: 3 },
    });
    expect(await pushRow(nan, row.key, 1, underWay(4))).toMatchObject({ outcome: 'applied' });
    await agree();
  });

  test('I11.1: of two corrections made from one version, the second is told; nothing of it is stored', async () => {
    const one = [{ name: '隐患举报', items: [rewards.replace('88', '90'), drills] }, base[1]!];
    const two = [{ name: '隐患举报', items: [rewards.replace('88', '91'), drills] }, base[1]!];
    await small.published(one, { version: 1 });
    const late = await small.publish(two, { version: 1 });
    expect(late).toMatchObject({ status: 409, body: { code: 'list-moved-on' } });
    expect(JSON.stringify((await small.api.admin.get(small.path())).body)).toContain('90家');
    const both = await Promise.all([small.publish(two, { version: 2 }), small.publish(base, { version: 2 })]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  });
});

describe('I11.13: the record of publishings', () => {
  test('who, when, what, the newest first; the former list is kept', async () => {
    await small.published([{ name: '隐患举报', items: [rewards.replace('88', '92')] }, base[1]!]);
    const { body } = await small.api.admin.get(small.path('/publishings'));
    expect(body.publishings).toMatchObject([
      {
        version: 2,
        publishedAt: `${small.year}-04-10T09:00:00+08:00`,
        publishedBy: { label: 'test' },
        by: 'test',
        undoes: null,
        undoable: true,
        summary: { changed: ['1-1-1'], gone: ['1-1-2'], retired: [], counts: { unchanged: 1 } },
      },
      { version: 1, undoable: false, summary: { added: ['1-1-1', '1-1-2', '1-2-1'] } },
    ]);
    await small.published([{ name: '隐患举报', items: [rewards.replace('88', '92')] }, base[1]!]);
    expect((await small.api.admin.get(small.path('/publishings'))).body.publishings).toHaveLength(2);
    const former = await env.DB.prepare(`SELECT content FROM former_lists WHERE list_id = ?1`)
      .bind(String(small.year))
      .first<string>('content');
    expect(former).toContain('88家');
    expect(await small.api.admin.get('/v1/task-lists/2098/publishings')).toMatchObject({ status: 404 });
  });
});

describe('I11.14: undoing', () => {
  const undo = (version: number) => small.api.admin.post(small.path('/publishings/undo'), { version });

  test('the list is as it was, rows and reports too; codes that were given stay used; undone, it can be had again', async () => {
    const row = rowOf(await sheet(), '1-1-1');
    await pushRow(nan, row.key, null, underWay(3));
    const before = (await small.api.admin.get(small.path())).body;
    const other: SmallTask[] = [{ name: '隐患举报', items: [novel, drills] }];
    await small.published(other);
    expect(await undo(1)).toMatchObject({ status: 409, body: { code: 'list-moved-on' } });
    expect(await undo(2)).toMatchObject({ status: 200, body: { version: 3, changed: true } });
    expect((await small.api.admin.get(small.path())).body).toEqual(before);
    expect(rowOf(await sheet(), '1-1-1')).toMatchObject({ key: row.key, values: { count: 3 } });
    await agree();
    const { body } = await small.api.admin.get(small.path('/publishings'));
    expect(body.publishings[0]).toMatchObject({
      version: 3,
      undoes: 2,
      summary: { returned: ['1-1-1'], added: ['1-2-1'], gone: ['1-1-3'] },
    });
    const next: SmallTask[] = [
      { name: '隐患举报', items: [rewards, drills, '每半年评估企业应急物资储备情况'] },
      base[1]!,
    ];
    await small.published(next);
    expect(rowOf(await sheet(), '1-1-4').arrangementText).toContain('应急物资');
    expect(await undo(4)).toMatchObject({ status: 200 });
    expect(await undo(5)).toMatchObject({ status: 200, body: { summary: { added: ['1-1-4'] } } });
    await agree();
  });

  test('what hangs on it since is named, and nothing is touched', async () => {
    const more: SmallTask[] = [{ name: '隐患举报', items: [rewards, drills, novel] }, base[1]!];
    await small.published(more);
    const unchanged = rowOf(await sheet(), '1-1-1');
    await pushRow(nan, unchanged.key, null, underWay(3));
    const added = rowOf(await sheet(), '1-1-3');
    await pushRow(nan, added.key, null, { status: '已开展', note: '' });
    const blocked = await undo(2);
    expect(blocked).toMatchObject({ status: 409, body: { code: 'undo-blocked' } });
    expect(blocked.body.where).toHaveLength(1);
    expect(blocked.body.where[0].zh).toContain('1-1-3：填报 1 次');
    expect((await small.api.admin.get(small.path('/publishings'))).body.publishings[0].undoable).toBe(false);
    expect(rowOf(await sheet(), '1-1-3').version).toBe(1);
  });

  test('the first publishing: nothing of the year is published then, as before it', async () => {
    const { admin } = small.api;
    const before = await sheet();
    const row = rowOf(before, '1-1-1');
    const { settings } = (await admin.get(small.path('/settings'))).body;
    expect((await admin.get(small.path('/publishings'))).body.publishings[0].undoable).toBe(true);
    expect(await undo(1)).toMatchObject({
      status: 200,
      body: { changed: true, version: 2, summary: { gone: ['1-1-1', '1-1-2', '1-2-1'] } },
    });
    const missing = { status: 404, body: { code: 'list-not-found' } };
    const year = `?year=${small.year}`;
    for (const path of [small.path(), small.path('/allocations')])
      expect(await admin.get(path)).toMatchObject(missing);
    // What was decided holds on for the list that comes instead.
    const kept = { status: 200, body: { settings, openDecisions: [] } };
    expect(await admin.get(small.path('/settings'))).toMatchObject(kept);
    expect(await admin.replace(small.path('/settings'), settings)).toMatchObject(kept);
    expect(await admin.get(`/v1/progress${year}&groupBy=unit`)).toMatchObject(missing);
    expect(await nan.get(`/v1/sheet${year}`)).toMatchObject(missing);
    const rows = [{ key: row.key, base: null, values: underWay(3) }];
    expect(await push(nan, rows, { query: year })).toMatchObject(missing);
    // Without a year it is not the newest list either.
    const without = await nan.get('/v1/sheet');
    expect(without.status === 404 || without.body.list.year < small.year).toBe(true);
    await agree();
    expect(await undo(1)).toMatchObject({ status: 409, body: { code: 'list-moved-on' } });
  });

  test('after the first was taken back: the same list has its codes again, another one none of them', async () => {
    const before = (await small.api.admin.get(small.path())).body;
    const rows = (await sheet()).rows;
    await undo(1);
    const other: SmallTask[] = [{ name: '名录管理', items: [novel] }, base[1]!];
    const compared = await small.compare(other);
    expect(compared).toMatchObject({ version: 2, changes: true, open: [] });
    expect(compared.diff.arrangements.map(({ kind, code }) => [kind, code])).toEqual([
      ['added', '1-1-3'],
      ['returned', '1-2-1'],
    ]);
    await small.published(base);
    expect((await small.api.admin.get(small.path())).body).toEqual(before);
    expect((await sheet()).rows).toEqual(rows);
    await undo(3);
    await small.published(other);
    expect(rowOf(await sheet(), '1-1-3').arrangementText).toContain('企业名录');
    await undo(5);
    expect(await undo(6)).toMatchObject({
      status: 200,
      body: { version: 7, summary: { returned: ['1-1-3', '1-2-1'] } },
    });
    await agree();
  });

  test('the first publishing taken back, and that taken back: all is as it was', async () => {
    const before = (await small.api.admin.get(small.path())).body;
    const { cursor, rows } = await sheet();
    await undo(1);
    expect(await undo(2)).toMatchObject({ status: 200, body: { version: 3 } });
    expect((await small.api.admin.get(small.path())).body).toEqual(before);
    expect((await sheet()).rows).toEqual(rows);
    expect((await pull(nan, `?cursor=${cursor}`)).rows.length).toBeLessThanOrEqual(rows.length);
    await pushRow(nan, rowOf(await sheet(), '1-1-1').key, null, underWay(3));
    await small.api.admin.get(small.path('/publishings'));
    expect(await undo(3)).toMatchObject({ status: 409, body: { code: 'undo-blocked' } });
    await agree();
  });

  test('a share or a narrowing on what it changed', async () => {
    const share = { arrangement: '1-1-1', indicator: 'i1', unit: 'nan', share: 5 };
    await small.api.admin.replace(small.path('/allocations'), { allocations: [share] });
    const corrected = [{ name: '隐患举报', items: [rewards.replace('88', '92'), drills] }, base[1]!];
    await small.published(corrected);
    const narrowing = { arrangement: '1-1-1', from: small.day('04-01'), units: ['nan'] };
    await small.api.admin.put(small.path('/assignments'), narrowing);
    expect((await undo(2)).body.detail).toContain('1-1-1');
    // What was there before it does not hold it.
    await small.published(base);
    expect(await undo(3)).toMatchObject({ status: 200 });
    await small.api.admin.replace(small.path('/allocations'), { allocations: [{ ...share, share: 6 }] });
    expect((await undo(4)).body.where[0].zh).toContain('分解指标 1 项');
    await agree();
  });
});
