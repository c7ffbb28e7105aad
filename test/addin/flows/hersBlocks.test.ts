import { describe, expect, test } from 'vitest';
import { formatRowKey } from '../../../shared/rowKey/rowKey.ts';
import type { SheetRow } from '../../../shared/wire/parts/sheetRow.ts';
import { FakeWorkbook } from '../../support/workbook/fake.ts';
import type { HerSheet } from '../../support/workbook/contract/ledger.ts';
import { openDesk, type Desk } from './support/desk.ts';
import { FakeServer } from './support/fakeServer.ts';
import { serverRow } from './support/rows.ts';

/** Her sheets with periods side by side. */

const nitrogen = '9月底前对辖区内液氯使用企业逐家开展专项检查10家。';
const rewards = '每月调度举报奖励制度执行情况。';
const review = '每季度统计分析装货查验核验情况。';

function cadence(
  number: number,
  scheduleKind: 'monthly' | 'quarterly',
  period: string,
  opensOn: string,
  arrangementText: string,
): SheetRow {
  const row = serverRow(number);
  const key = formatRowKey({
    ...{ list: '2024', arrangement: row.arrangement, schedule: 1, indicator: 'done', unit: 'xuejia', period },
  });
  const indicator = { id: 'done', label: '', unitOfMeasure: '', mode: 'perPeriod' as const };
  const context = {
    ...row.context,
    key,
    scheduleKind,
    opensOn,
    allocation: null,
    districtTarget: null,
    indicator,
  };
  return { ...row, ...{ key, period, taskName: '隐患举报', arrangementText, context, due: null } };
}

const server = (): FakeServer =>
  new FakeServer([
    serverRow(1, null, { taskName: '液氯安全', arrangementText: nitrogen }),
    cadence(2, 'monthly', '2024-05', '2024-05-01', rewards),
    cadence(2, 'monthly', '2024-06', '2024-06-01', rewards),
    cadence(2, 'monthly', '2024-07', '2024-07-01', rewards),
    cadence(3, 'quarterly', '2024-Q2', '2024-04-01', review),
    cadence(3, 'quarterly', '2024-Q3', '2024-07-01', review),
  ]);
const [dated, may, june, july, second, third] = [...server().rows.keys()] as [
  ...[string, string, string, string, string, string],
];

const sheet: HerSheet = {
  rows: [
    ['薛家镇工作进展'],
    ['重点工作', '工作安排', '5月', null, '6月', null, '7月', null, '责任人'],
    [null, null, '完成情况', '进展', '完成情况', '进展', '完成情况', '进展', null],
    ['液氯安全', nitrogen, '进行中', '已检查1家企业', '进行中', '已检查3家企业', null, null, '张三'],
    ['隐患举报', rewards, '已开展', '五月调度一次', '已开展', '六月调度一次', null, null, '李四'],
    ['装货安全', review, null, null, '已开展', '二季度形成分析', null, null, '王五'],
    ['合计', null, 2, null, 3, null, null, null, null],
  ],
  merges: [2, 4, 6].map((column) => ({ row: 1, column, rows: 1, columns: 2 })),
};

async function fresh(api = server(), hers = sheet): Promise<Desk> {
  const workbook = new FakeWorkbook();
  workbook.putSheet('进展', hers);
  const opened = await openDesk(api, workbook);
  await opened.session.connect('tz_test');
  await opened.session.hers.propose();
  return opened;
}

describe('S15.8: periods side by side', () => {
  test('each block is of a period; a quarter stands where it ends, and what falls due once where she says', async () => {
    const { session } = await fresh();
    const { proposal } = session.view.hers!;
    expect([proposal!.why, proposal!.blocks]).toEqual([null, ['2024-05', '2024-06', '2024-07']]);
    expect(proposal!.columns.map(({ id, block }) => [id, block])).toEqual([
      ...[
        ['task', 0],
        ['arrangement', 0],
        ['status', 1],
        ['note', 1],
        ['status', 2],
        ['note', 2],
      ],
      ...[
        ['status', 3],
        ['note', 3],
        [null, 0],
      ],
    ]);
    expect(proposal!.periods).toEqual([
      { kind: 'once', candidates: ['2024-07', '2024-06', '2024-05'], period: '2024-07' },
    ]);
    expect(proposal!.rows.map(({ keys }) => keys.map(({ key, block }) => [key, block]))).toEqual([
      [[dated, 3]],
      [
        [may, 1],
        [june, 2],
        [july, 3],
      ],
      [[second, 2]],
    ]);
    expect(third).toContain('2024-Q3');
  });

  test('checked, pushed and pulled block by block; sums and what is beside stay hers', async () => {
    const api = server();
    const { session, workbook, settle } = await fresh(api);
    await session.hers.sayPeriod('once', '2024-06');
    await session.hers.bind();
    expect([...session.view.index!.rows.keys()].toSorted()).toEqual(
      [dated, may, june, july, second].toSorted(),
    );
    const wide = [may, june, july].join(' ');
    workbook.edit(wide, 'status@3', '约莫开展');
    await settle();
    expect(workbook.markOf(wide, 'status@3').mark).toBe('error');
    workbook.edit(wide, 'status@3', null);
    await settle();
    await session.syncFor({ once: '2024-06' });
    expect([may, june, july].map((key) => api.row(key).values?.note ?? null)).toEqual([
      ...['五月调度一次', '六月调度一次', null],
    ]);
    expect(api.row(dated).values).toMatchObject({ status: '进行中', note: '已检查3家企业' });
    expect(api.row(second).values?.status).toBe('已开展');
    api.edit(july, { status: '已开展', note: '七月由区里代填' });
    await session.pull();
    expect(workbook.cellAt('进展', 4, 7).value).toBe('七月由区里代填');
    expect(workbook.cellAt('进展', 6, 4).value).toBe(3);
    expect(workbook.cellAt('进展', 4, 3).value).toBe('五月调度一次');
  });

  test('with the next sync what falls due once stands in another block', async () => {
    const api = server();
    const { session, workbook } = await fresh(api);
    await session.hers.sayPeriod('once', '2024-06');
    await session.hers.bind();
    await session.syncFor({ once: '2024-06' });
    workbook.edit(`- ${dated} -`, 'status@3', '进行中');
    workbook.edit(`- ${dated} -`, 'note@3', '已检查6家企业');
    await session.sync();
    expect(session.view.asksPeriods).toBe(true);
    await session.syncFor({ once: '2024-07' });
    expect(api.row(dated).values?.note).toBe('已检查6家企业');
    expect(session.view.ledger!.hers).toEqual({
      ...{ overwritten: { once: '2024-07' }, blocks: ['2024-05', '2024-06', '2024-07'] },
    });
    const before = workbook.cellAt('进展', 3, 5).value;
    expect([before, session.view.index!.misplaced.size]).toEqual(['已检查3家企业', 0]);
  });

  test('a single column of each period holds what its cells say', async () => {
    const { session } = await fresh(server(), {
      rows: [
        ['重点工作', '工作安排', '5月', '6月', '7月'],
        ['隐患举报', rewards, '√', '√', null],
        ['装货安全', review, null, '√', null],
      ],
    });
    const { proposal } = session.view.hers!;
    expect(proposal!.columns.map(({ id }) => id)).toEqual([
      'task',
      'arrangement',
      'status',
      'status',
      'status',
    ]);
    await session.hers.sayRole(4, 'unread');
    expect(session.view.hers!.proposal!.columns[4]!.id).toBeNull();
  });

  test('what stands beside the periods says how things stand now', async () => {
    const { session } = await fresh(server(), {
      rows: [
        ['重点工作', '工作安排', '5月进展', '6月进展', '目前状态', '累计完成'],
        ['液氯安全', nitrogen, '已检查1家企业', '已检查3家企业', '进行中', 3],
        ['隐患举报', rewards, '五月调度一次', '六月调度一次', null, null],
      ],
    });
    const { proposal } = session.view.hers!;
    expect([proposal!.blocks, proposal!.periods]).toEqual([['2024-05', '2024-06', ''], []]);
    expect(proposal!.rows.map(({ keys }) => keys)).toEqual([
      [{ key: dated, block: 3 }],
      [
        { key: may, block: 1 },
        { key: june, block: 2 },
      ],
    ]);
    await session.hers.bind();
    expect(session.view.index!.rows.get(dated)?.cells).toMatchObject({ status: '进行中', count: 3 });
    expect(session.view.index!.rows.get(june)?.cells.note).toBe('六月调度一次');
  });
});

describe('S15.9: what cannot be bound says why, and that it can be uploaded', () => {
  test.each<[string, string, HerSheet['rows']]>([
    [
      'a form with a value in one cell with its label',
      'upload-form',
      [
        ['工作任务', nitrogen],
        ['完成情况：进行中', null, '完成数量', 3],
        ['工作情况', '已检查三家企业，其余九月完成'],
      ],
    ],
    [
      'a row for each enterprise',
      'upload-enterprise',
      [
        ['薛家镇液氯使用企业逐家专项检查'],
        ['序号', '企业名称', '液氯使用企业专项检查'],
        [1, '甲公司', '√'],
        [2, '乙公司', '×'],
      ],
    ],
  ])('%s', async (_, why, rows) => {
    const { session, workbook } = await fresh(server(), { rows });
    expect(session.view.hers!.sheets.map((each) => each.why)).toEqual([why]);
    await session.hers.bind();
    expect(await workbook.scan()).toBeNull();
  });
});
