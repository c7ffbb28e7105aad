import { describe, expect, test } from 'vitest';
import { pack, unpack } from '../../../addin/flows/state.ts';
import { formatRowKey } from '../../../shared/rowKey/rowKey.ts';
import type { SheetRow } from '../../../shared/wire/parts/sheetRow.ts';
import { FakeWorkbook } from '../../support/workbook/fake.ts';
import type { HerSheet } from '../../support/workbook/contract/ledger.ts';
import { openDesk, type Desk } from './support/desk.ts';
import { FakeServer } from './support/fakeServer.ts';
import { serverRow } from './support/rows.ts';

const dated = (
  number: number,
  taskName: string,
  arrangementText: string,
  part: Partial<SheetRow> = {},
): SheetRow => serverRow(number, null, { taskName, arrangementText, ...part });

function weekly(number: number, period: string, opensOn: string, arrangementText: string): SheetRow {
  const row = serverRow(number);
  const [id, label, unitOfMeasure] = ['i1', '装货企业', '家'];
  const key = formatRowKey({
    ...{ list: '2024', arrangement: row.arrangement, schedule: 1, indicator: id, unit: 'xuejia', period },
  });
  const context = {
    ...{
      ...row.context,
      key,
      scheduleKind: 'weekly' as const,
      opensOn,
      allocation: null,
      districtTarget: null,
    },
    indicator: { id, label, unitOfMeasure, mode: 'perPeriod' as const },
  };
  return { ...row, ...{ key, period, taskName: '装货安全', arrangementText, context, due: null } };
}

const texts = {
  nitrogen: '9月底前对辖区内液氯使用企业逐家开展专项检查10家。',
  storage: '9月底前完成危险化学品储存仓库安全评估报告备案。',
  loading: '每周调度危险化学品装货查验企业落实情况。',
};
const server = (): FakeServer =>
  new FakeServer([
    dated(1, '液氯安全', texts.nitrogen),
    dated(2, '仓储安全', texts.storage),
    weekly(3, '2024-W30', '2024-07-22', texts.loading),
    weekly(3, '2024-W31', '2024-07-29', texts.loading),
  ]);
const keys = (api: FakeServer): string[] => [...api.rows.keys()];

const sheet = (more: HerSheet['rows'] = []): HerSheet => ({
  rows: [
    ['薛家镇危化品工作推进台账'],
    ['序号', '重点工作', '工作安排', '完成状态', '完成数量', '工作情况', '备注'],
    [
      1,
      '液氯安全',
      texts.nitrogen,
      { value: '进行中', fill: '#FFF2CC' },
      3,
      '已检查三家企业，其余九月完成',
      '张三',
    ],
    [2, '仓储安全', texts.storage, null, null, null, null],
    [3, '港口安全', '港口装卸区每季度开展一次联合执法检查。', '已完成', 1, '不是本镇的', null],
    ...more,
    ['合计', null, null, null, 3, null, null],
  ],
});

async function desk(api = server(), hers = sheet()): Promise<Desk> {
  const workbook = new FakeWorkbook();
  workbook.putSheet('推进台账', hers);
  const opened = await openDesk(api, workbook);
  await opened.session.connect('tz_test');
  return opened;
}

/** A workbook that has no ledger of ours: nothing is pulled before she has chosen. */
async function fresh(api = server(), hers = sheet()): Promise<Desk> {
  const opened = await desk(api, hers);
  await opened.session.hers.propose();
  return opened;
}

describe('S15.4: 使用我现有的表格', () => {
  test('a sheet on which nothing stands is not offered: her file may be opened before the ledger is laid out', async () => {
    const workbook = new FakeWorkbook();
    workbook.putSheet('Sheet1', { rows: [[null]] });
    workbook.putSheet('推进台账', sheet());
    const { session } = await openDesk(server(), workbook);
    await session.connect('tz_test');
    await session.hers.propose();
    expect(session.view.hers!.sheets).toEqual([{ name: '推进台账', why: null }]);
    await session.hers.bind();
    expect(session.view.hers).toBeNull();
    expect(session.view.ledger?.hers).toBeDefined();
  });

  test('shows which column and row is what, and in numbers what is not read; nothing is written yet', async () => {
    const { session, workbook } = await fresh();
    const { proposal, sheets } = session.view.hers!;
    expect(sheets).toEqual([{ name: '推进台账', why: null }]);
    expect(proposal!.columns.map(({ at, id }) => [at, id])).toEqual([
      [0, null],
      [1, 'task'],
      [2, 'arrangement'],
      [3, 'status'],
      [4, 'count'],
      [5, 'note'],
      [6, null],
    ]);
    const [first, second] = keys(server());
    expect(proposal!.rows.map(({ row, key, isAsked }) => [row, key, isAsked])).toEqual([
      [2, first, false],
      [3, second, false],
    ]);
    expect(proposal!.unread).toEqual({ 'other-unit': 1, total: 1 });
    expect(workbook.cellAt('推进台账', 1, 7).value).toBeNull();
  });

  test('a role and a match that she changes stand; a row that she leaves out gets no key', async () => {
    const { session } = await fresh();
    await session.hers.sayRole(6, 'contact');
    await session.hers.sayRow(3, null);
    await session.hers.bind();
    const cells = (await session.tables()).length;
    expect(cells).toBeGreaterThan(0);
    const rows = [...session.view.index!.rows.values()];
    expect(rows.map(({ cells: { key, contact } }) => [key, contact])).toEqual([[keys(server())[0], '张三']]);
  });

  test('where she went on typing, the proposal is shown anew, and nothing is bound', async () => {
    const { session, workbook } = await fresh();
    workbook.putSheet('推进台账', sheet([[4, '仓储安全', '另起一行', null, null, null, null]]));
    await session.hers.bind();
    expect(session.view.hers!.isAnew).toBe(true);
    expect(session.view.index?.rows.size ?? 0).toBe(0);
    await session.hers.bind();
    expect(session.view.hers).toBeNull();
    expect(session.view.index!.rows.size).toBe(2);
  });
});

describe('S15.10: what she has confirmed is proposed the next time', () => {
  const vague = [4, '仓储安全', '仓库评估', '进行中', null, '正在整理评估报告材料', null];
  const [nitrogen, storage] = ['1-1-1.1.i1', '1-2-1.1.i1'];

  test('a row of none is given any arrangement of hers, and a column any role, before one to its left', async () => {
    const { session } = await fresh(
      server(),
      sheet([[4, '安全培训', '食堂卫生检查', '已完成', 1, '与清单无关', '王强']]),
    );
    const row = session.view.hers!.proposal!.rows.at(-1)!;
    expect([row.series, row.isAsked, session.view.hers!.proposal!.unread.arrangement]).toEqual([
      null,
      false,
      1,
    ]);
    await session.hers.sayRow(3, null);
    await session.hers.sayRow(row.row, storage);
    await session.hers.sayRole(6, 'note');
    const { proposal } = session.view.hers!;
    expect(proposal!.rows.at(-1)!.key).toBe(keys(server())[1]);
    expect(proposal!.columns.map(({ at, id }) => (id === 'note' ? at : null))).toEqual([
      ...[null, null, null, null, null, null, 6],
    ]);
    expect(proposal!.unread.arrangement).toBeUndefined();
  });

  test('matched again, nothing is asked that she has answered; another shape asks about what is new', async () => {
    const api = server();
    const { session, workbook } = await fresh(api, sheet([vague]));
    const at = session.view.hers!.proposal!.rows.at(-1)!;
    expect([at.isAsked, at.candidates[0]]).toEqual([true, storage]);
    await session.hers.sayRow(3, null);
    await session.hers.sayRow(at.row, storage);
    await session.hers.sayRole(6, 'contact');
    await session.hers.bind();
    expect([...api.memories.values()].map(({ revision }) => revision)).toEqual([1]);
    await session.hers.propose();
    const again = session.view.hers!.proposal!;
    expect(
      again.rows.map(({ row, series, isAsked, isLeftOut }) => [row, series, isAsked, isLeftOut]),
    ).toEqual([
      [2, nitrogen, false, false],
      [3, null, false, true],
      [5, storage, false, false],
    ]);
    expect(again.columns[6]!.id).toBe('contact');
    // A column more, and a row that nobody has answered.
    const more = sheet([vague, [5, '装货安全', '装货调度', '已开展', 6, '已调度六家企业装货查验', null]]);
    workbook.putSheet('新表', {
      rows: more.rows.map((line, row) => [...line, row === 1 ? '督办领导' : null]),
    });
    await session.hers.propose();
    await session.hers.say({ sheet: '新表' });
    const other = session.view.hers!.proposal!;
    expect(other.rows.filter(({ isAsked }) => isAsked).map(({ row }) => row)).toEqual([6]);
    expect([other.columns[6]!.id, other.rows[2]!.series]).toEqual(['contact', storage]);
  });
});

describe('S15.5: from then on her sheet is the ledger', () => {
  const bound = async (api = server(), hers = sheet()): Promise<Desk> => {
    const opened = await fresh(api, hers);
    await opened.session.hers.bind();
    return opened;
  };

  test('checks as she types, pushes and pulls, into her value columns only', async () => {
    const api = server();
    const [first, second] = keys(api) as [string, string];
    const { session, workbook, settle, cells } = await bound(api);
    expect(session.view.standings.get(first)?.kind).toBe('changed');
    workbook.edit(first, 'count', '约3');
    await settle();
    expect(workbook.markOf(first, 'count').mark).toBe('error');
    workbook.edit(first, 'count', 4);
    await settle();
    expect(workbook.markOf(first, 'count').mark).toBe('changed');
    await session.sync();
    expect(api.row(first).values).toMatchObject({ status: '进行中', count: 4 });
    expect(api.row(second).values).toBeNull();
    api.edit(second, { status: '进行中', note: '正在整理评估报告材料' });
    await session.pull();
    expect(await cells(second)).toMatchObject({ status: '进行中', note: '正在整理评估报告材料' });
    expect([3, 4, 6].map((row) => workbook.cellAt('推进台账', row, 2).value)).toEqual([
      ...[texts.storage, '港口装卸区每季度开展一次联合执法检查。', null],
    ]);
    expect(workbook.cellAt('推进台账', 4, 3).value).toBe('已完成');
    expect(workbook.archivedKeys()).toEqual([]);
  });

  test('S15.12: what she writes for a status is read as an upload reads it, and stays as she has written it', async () => {
    const api = server();
    const loading = [5, '装货安全', texts.loading, '是', null, '已调度五家装货企业', null];
    const { session, workbook, settle } = await bound(api, sheet([loading]));
    const key = keys(api)[3]!;
    expect(session.view.standings.get(key)?.kind).toBe('changed');
    workbook.edit(key, 'status', '也许');
    await settle();
    expect(workbook.markOf(key, 'status').mark).toBe('error');
    workbook.edit(key, 'status', '否');
    await settle();
    await session.syncFor({ weekly: '2024-W31' });
    expect(api.row(key).values).toMatchObject({ status: '未开展' });
    expect(workbook.cellAt('推进台账', 5, 3).value).toBe('否');
    expect(session.view.standings.get(key)?.kind).toBe('synced');
  });

  test('T13.7: what the bureau decides stands in 校验结果 and in a note on it; no cell of hers is painted', async () => {
    const api = server();
    const [first] = keys(api) as [string];
    const { session, workbook, settle, cells } = await bound(api);
    await session.sync();
    api.put({
      ...api.row(first),
      ...{ due: '2024-10-31', dueOriginal: '2024-09-30', light: 'yellow' },
      extension: { reason: '停产检修', document: '应急〔2024〕3号' },
      review: {
        ...{ state: 'returned', resubmitted: false, reason: '缺少现场照片。', returnedOn: '2024-07-30' },
        ...{ returnedBy: '李敏', answerBy: '2024-08-02' },
      },
    });
    await session.pull();
    expect((await cells(first)).result).toBe('↩ 已退回，请于8月2日前重新提交：缺少现场照片。');
    const { mark, message } = workbook.markOf(first, 'result');
    expect([mark, message]).toEqual(['note', expect.stringContaining('缺少现场照片。')]);
    expect(message).toContain('时限：10月31日（原9月30日，延期文号应急〔2024〕3号）');
    expect(
      (['task', 'arrangement', 'due', 'period'] as const).map((id) => workbook.markOf(first, id).mark),
    ).toEqual(Array.from({ length: 4 }, () => 'none'));
    workbook.edit(first, 'note', '已检查三家企业并附照片，其余九月完成');
    await settle();
    await session.sync();
    expect((await cells(first)).result).toBe('✓ 重新提交（待审核）');
    expect(workbook.markOf(first, 'result').message).not.toContain('缺少现场照片');
  });

  test('what the server has by then and her cells say otherwise is a conflict, not overwritten', async () => {
    const api = server();
    const [first] = keys(api) as [string];
    api.edit(first, { status: '进行中', count: 5, note: '已检查三家企业，其余九月完成' });
    const { session, cells } = await bound(api);
    expect(session.view.ledger!.rows.get(first)?.conflict?.fields).toEqual(['count']);
    expect((await cells(first)).count).toBe(3);
    await session.sync();
    expect(api.row(first).values?.count).toBe(5);
  });

  test('rows that the list adds or drops leave hers: none is appended or archived', async () => {
    const api = server();
    const [first] = keys(api) as [string];
    const { session, workbook } = await bound(api);
    const lines = (await workbook.readSheets())[0]!.rows.length;
    api.put(dated(7, '新的工作', '12月底前新建应急物资储备点两处。'));
    api.put({ ...api.row(first), state: 'retired' });
    await session.pull();
    expect((await workbook.readSheets())[0]!.rows).toHaveLength(lines);
    const row = (await workbook.scan())![0]!;
    expect([row.cells.key, row.cells.count, row.cells.result]).toEqual([null, 3, '— 已不再要求填报']);
    expect(session.view.index!.missing).toEqual([]);
  });

  test('sorted without the hidden columns, rows are told by her words, and keys follow them by themselves', async () => {
    const api = server();
    const [first, second] = keys(api) as [string, string];
    const { session, workbook, settle } = await bound(api);
    const [a, b] = (await workbook.scan())!;
    const swap = (key: string, { cells }: typeof a & {}) => {
      for (const id of ['task', 'arrangement', 'status', 'count', 'note'] as const)
        workbook.edit(key, id, cells[id]);
    };
    swap(first, b!);
    swap(second, a!);
    await settle();
    expect(session.view.index!.misplaced.size).toBe(0);
    expect((await workbook.scan())!.slice(0, 2).map(({ cells }) => cells.key)).toEqual([second, first]);
    await session.sync();
    expect(api.row(first).values).toMatchObject({ count: 3 });
    expect(api.row(second).values).toBeNull();
  });

  test('where two rows have the same words, a sort without the hidden columns is told, and waits for her', async () => {
    const api = server();
    const [first, second] = keys(api) as [string, string];
    const { session, workbook, settle } = await bound(
      api,
      sheet([[4, '装货安全', texts.loading, '已开展', 6, '', null]]),
    );
    const states = session.view.ledger!.rows;
    const says = states.get(first)!.says;
    const [, , w30, w31] = keys(api) as [string, string, string, string];
    for (const key of [w30, w31]) states.set(key, { ...states.get(key)!, says });
    const [a, b] = (await workbook.scan())!;
    for (const id of ['task', 'arrangement'] as const) {
      workbook.edit(first, id, b!.cells[id]);
      workbook.edit(second, id, a!.cells[id]);
    }
    await settle();
    expect(session.view.index!.misplaced.size).toBeGreaterThan(0);
    await session.sync();
    expect(api.row(second).values).toBeNull();
  });

  test('a row of hers without a key gets one only when she confirms it', async () => {
    const api = server();
    const [first] = keys(api) as [string];
    const { session, workbook, settle } = await bound(api);
    workbook.edit(first, 'key', null);
    await settle();
    expect(workbook.edit.length).toBeGreaterThan(0);
    expect((await workbook.scan())![0]!.cells.key).toBeNull();
    await session.reconnect();
    expect((await workbook.scan())![0]!.cells.key).toBe(first);
  });

  test('the state of it travels with the workbook', async () => {
    const { session } = await bound();
    const { ledger } = session.view;
    expect(unpack(JSON.parse(JSON.stringify(pack(ledger!))))).toEqual(ledger);
  });
});

describe('S15.6: a row that is overwritten week after week', () => {
  const loading = [4, '装货安全', texts.loading, '已开展', 6, '已调度六家企业装货查验', null];

  test('stands for the period that she names, asked again with each sync', async () => {
    const api = server();
    const [, , w30, w31] = keys(api) as [string, string, string, string];
    const { session, workbook } = await fresh(api, sheet([loading]));
    expect(session.view.hers!.proposal!.periods).toEqual([
      { kind: 'weekly', candidates: ['2024-W31', '2024-W30'], period: '2024-W31' },
    ]);
    await session.hers.sayPeriod('weekly', '2024-W30');
    await session.hers.bind();
    expect(session.view.index!.rows.has(w30)).toBe(true);
    await session.sync();
    expect([session.view.asksPeriods, api.row(w30).values]).toEqual([true, null]);
    await session.syncFor({ weekly: '2024-W30' });
    expect(api.row(w30).values).toMatchObject({ count: 6 });
    workbook.edit(w30, 'count', 7);
    await session.syncFor({ weekly: '2024-W31' });
    expect([api.row(w30).values?.count, api.row(w31).values?.count]).toEqual([6, 7]);
    expect(session.view.ledger!.hers).toEqual({ overwritten: { weekly: '2024-W31' } });
    expect(session.view.index!.missing).toEqual([]);
  });
});
