import { describe, expect, test } from 'vitest';
import { formatRowKey } from '../../../shared/rowKey/rowKey.ts';
import type { SheetRow } from '../../../shared/wire/parts/sheetRow.ts';
import type { HerSheet } from '../../support/workbook/contract/ledger.ts';
import { FakeWorkbook } from '../../support/workbook/fake.ts';
import { openDesk, type Desk } from './support/desk.ts';
import { FakeServer } from './support/fakeServer.ts';
import { serverRow } from './support/rows.ts';

/** Her sheets in which a report has cells and no row: arrangements side by side, and forms. */

const nitrogen = '9月底前对辖区内液氯使用企业逐家开展专项检查10家。';
const rewards = '每月调度举报奖励制度执行情况。';

function monthly(period: string): SheetRow {
  const row = serverRow(2);
  const key = formatRowKey({
    ...{ list: '2024', arrangement: row.arrangement, schedule: 1, indicator: 'done', unit: 'xuejia', period },
  });
  const indicator = { id: 'done', label: '', unitOfMeasure: '', mode: 'perPeriod' as const };
  const context = {
    ...{ ...row.context, key, scheduleKind: 'monthly' as const, opensOn: `${period}-01` },
    ...{ allocation: null, districtTarget: null, indicator },
  };
  return { ...row, ...{ key, period, taskName: '隐患举报', arrangementText: rewards, context, due: null } };
}

const server = (): FakeServer =>
  new FakeServer([
    serverRow(1, null, { taskName: '液氯安全', arrangementText: nitrogen }),
    ...['2024-06', '2024-07'].map(monthly),
  ]);
const [dated, june, july] = [...server().rows.keys()] as [string, string, string];

const name = '进展';
async function fresh(api: FakeServer, hers: HerSheet): Promise<Desk> {
  const workbook = new FakeWorkbook();
  workbook.putSheet(name, hers);
  const opened = await openDesk(api, workbook);
  await opened.session.connect('tz_test');
  await opened.session.hers.propose();
  return opened;
}

const valueAt = ({ workbook }: Desk, row: number, column: number) => workbook.cellAt(name, row, column).value;

describe('S15.13: arrangements side by side', () => {
  const across: HerSheet = {
    rows: [
      ['薛家镇工作进展'],
      ['工作安排', nitrogen, rewards],
      ['完成情况', '进行中', '已开展'],
      ['数量', 3, null],
      ['工作情况', '已检查3家企业', '调度一次'],
    ],
  };

  test('are proposed with the cell of each; a click goes there', async () => {
    const { session, workbook } = await fresh(server(), across);
    const proposal = session.view.hers!.proposal!;
    expect(proposal.why).toBeNull();
    expect(proposal.columns.map(({ id }) => id)).toEqual(['arrangement', 'status', 'count', 'note']);
    expect(proposal.rows.map(({ key }) => key)).toEqual([dated, july]);
    await session.hers.go(name, proposal.rows[1]!.row, proposal.columns[1]!.at);
    expect(workbook.selectedCell).toEqual({ sheet: name, row: 2, column: 2 });
  });

  test('what she says of a heading or an arrangement is none of the sheet’s columns and rows', async () => {
    const api = server();
    const { session } = await fresh(api, across);
    const proposal = () => session.view.hers!.proposal!;
    await session.hers.sayRole(0, 'arrangements');
    await session.hers.sayRole(1, 'status');
    await session.hers.sayRole(3, 'problems');
    await session.hers.sayRow(proposal().rows[1]!.row, null);
    expect(proposal().columns.map(({ id }) => id)).toEqual(['arrangement', 'status', 'count', 'problems']);
    expect(proposal().rows.map(({ key }) => key)).toEqual([dated, null]);
    await session.hers.bind();
    expect([...api.memories.values()].flatMap(({ memory }) => memory.sheets)).toEqual([]);
  });

  test('checked, pushed and pulled cell by cell; nothing else is written', async () => {
    const api = server();
    const desk = await fresh(api, across);
    const { session, workbook, settle } = desk;
    await session.hers.bind();
    expect([...session.view.index!.rows.keys()]).toEqual([dated, july]);
    workbook.pins.typeAt(name, 3, 1, '约9');
    await settle();
    expect(workbook.pins.markAt(3, 1).mark).toBe('error');
    expect(session.view.standings.get(dated)?.findings.map(({ field }) => field)).toContain('count');
    workbook.pins.typeAt(name, 3, 1, 9);
    await settle();
    expect(workbook.pins.markAt(3, 1).mark).not.toBe('error');
    await session.syncFor({ monthly: '2024-07' });
    expect(api.row(dated).values).toMatchObject({ status: '进行中', count: 9, note: '已检查3家企业' });
    expect(api.row(july).values).toMatchObject({ status: '已开展', note: '调度一次' });
    api.edit(dated, { note: '区里改过' });
    // She has put a column in before, and a row above.
    workbook.pins.insertColumnAt(name, 1);
    workbook.pins.insertRowAt(name, 1);
    await session.pull();
    expect(valueAt(desk, 5, 2)).toBe('区里改过');
    expect([5, 4, 3, 2].map((row) => valueAt(desk, row, 1))).toEqual([null, null, null, null]);
  });

  test('the period is asked for at each sync, and the cells stand for it from then on', async () => {
    const api = server();
    const { session, workbook } = await fresh(api, across);
    await session.hers.sayPeriod('monthly', '2024-06');
    await session.hers.bind();
    await session.sync();
    expect(session.view.asksPeriods).toBe(true);
    await session.syncFor({ monthly: '2024-06' });
    expect([api.row(june).values?.note, api.row(july).values]).toEqual(['调度一次', null]);
    workbook.pins.typeAt(name, 4, 2, '七月调度');
    await session.syncFor({ monthly: '2024-07' });
    expect([api.row(june).values?.note, api.row(july).values?.note]).toEqual(['调度一次', '七月调度']);
  });

  test('what both sides have changed is put to her, and stands as she decides', async () => {
    const api = server();
    const desk = await fresh(api, across);
    const { session, workbook } = desk;
    await session.hers.bind();
    await session.syncFor({ monthly: '2024-07' });
    api.edit(dated, { note: '区里改过' });
    workbook.pins.typeAt(name, 4, 1, '镇里也改过');
    await session.syncFor({ monthly: '2024-07' });
    expect(session.view.standings.get(dated)?.kind).toBe('conflict');
    expect(workbook.pins.markAt(4, 1).mark).toBe('conflict');
    expect(valueAt(desk, 4, 1)).toBe('镇里也改过');
    await session.decideField(dated, 'note', { take: 'theirs' });
    expect([valueAt(desk, 4, 1), workbook.pins.markAt(4, 1).mark]).toEqual(['区里改过', 'none']);
  });

  test('where a heading comes again and nothing says of which period each is, the sheet is for upload', async () => {
    const rows = [...across.rows, ['完成情况', '已完成', '未开展']];
    const { session, workbook } = await fresh(server(), { rows });
    expect(session.view.hers!.sheets.map(({ why }) => why)).toEqual(['upload-repeated']);
    await session.hers.bind();
    expect(await workbook.pins.has()).toBe(false);
  });

  test('a cell that says another arrangement is not pushed', async () => {
    const api = server();
    const { session, workbook, settle } = await fresh(api, across);
    await session.hers.bind();
    workbook.pins.typeAt(name, 1, 1, '另一项工作安排，与原来不同');
    await settle();
    expect([...session.view.index!.misplaced.keys()]).toEqual([dated]);
    await session.syncFor({ monthly: '2024-07' });
    expect(api.row(dated).values).toBeNull();
  });

  test('rows that were sorted are no reports until the sheet is matched again', async () => {
    const api = server();
    const { session, workbook, settle } = await fresh(api, across);
    await session.hers.bind();
    for (const [at, line] of [across.rows[4]!, across.rows[3]!].entries())
      line.forEach((value, column) => workbook.pins.typeAt(name, 3 + at, column, value as string | null));
    await settle();
    expect([session.view.index!.rows.size, session.view.index!.missing]).toEqual([0, [dated, july]]);
    await session.syncFor({ monthly: '2024-07' });
    expect([api.row(dated).values, api.row(july).values]).toEqual([null, null]);
    await session.hers.propose();
    await session.hers.bind();
    await session.syncFor({ monthly: '2024-07' });
    expect(api.row(dated).values).toMatchObject({ count: 3, note: '已检查3家企业' });
  });

  test('a saved workbook goes on where it was', async () => {
    const api = server();
    const { session, workbook } = await fresh(api, across);
    await session.hers.bind();
    await session.syncFor({ monthly: '2024-07' });
    const again = workbook.reopen();
    const { session: later, settle } = await openDesk(api, again);
    await later.connect('tz_test');
    again.pins.typeAt(name, 4, 1, '已检查5家企业');
    await later.syncFor({ monthly: '2024-07' });
    await settle();
    expect(api.row(dated).values?.note).toBe('已检查5家企业');
    expect(again.pins.markAt(4, 1).mark).toBe('none');
  });
});

describe('S15.13: periods down, and an arrangement a column', () => {
  const table: HerSheet = {
    rows: [
      ['薛家镇隐患举报和检查'],
      ['月份', nitrogen, rewards],
      ['6月', null, '六月开会一次并通报'],
      ['7月', '已查三家，其余九月完成', '七月开会一次并通报'],
    ],
  };

  test('each cell is a report, of the period of its row', async () => {
    const api = server();
    const desk = await fresh(api, table);
    const { session, workbook, settle } = desk;
    const proposal = session.view.hers!.proposal!;
    expect([proposal.why, proposal.blocks]).toEqual([null, ['2024-06', '2024-07']]);
    expect(proposal.rows.map(({ keys }) => keys)).toEqual([
      [{ key: dated, block: 2 }],
      [
        { key: june, block: 1 },
        { key: july, block: 2 },
      ],
    ]);
    await session.hers.bind();
    workbook.pins.typeAt(name, 2, 2, '六月改为开会两次');
    await settle();
    await session.syncFor({ once: '2024-07' });
    expect(
      [june, july, dated].map((key) => api.row(key).draft?.values.note ?? api.row(key).values?.note),
    ).toEqual([...['六月改为开会两次', '七月开会一次并通报', '已查三家，其余九月完成']]);
    api.edit(july, { note: '七月由区里改过' });
    await session.pull();
    expect(valueAt(desk, 3, 2)).toBe('七月由区里改过');
    expect(valueAt(desk, 3, 1)).toBe('已查三家，其余九月完成');
  });
});

describe('S15.14: forms', () => {
  const form = (work: string, status: string, note: string | null) => [
    ['工作任务', work],
    ['报告期', '7月'],
    ['完成情况', status, '完成数量', work === nitrogen ? 3 : null],
    ['工作情况', note],
    ['存在问题', '缺少台账'],
  ];
  const forms: HerSheet = {
    rows: [
      ['薛家镇工作单'],
      ...form(nitrogen, '进行中', '已检查3家企业'),
      [],
      ...form(rewards, '已开展', null),
    ],
  };

  test('several below each other are bound, each with its cells, blank ones too', async () => {
    const api = server();
    const desk = await fresh(api, forms);
    const { session, workbook, settle } = desk;
    const proposal = session.view.hers!.proposal!;
    expect([proposal.why, proposal.rows.map(({ key }) => key)]).toEqual([null, [dated, july]]);
    await session.hers.bind();
    workbook.pins.typeAt(name, 3, 3, '约9');
    await settle();
    expect(workbook.pins.markAt(3, 3).mark).toBe('error');
    workbook.pins.typeAt(name, 3, 3, 9);
    workbook.pins.typeAt(name, 10, 1, '七月调度');
    await settle();
    await session.syncFor({ monthly: '2024-07' });
    expect(api.row(dated).values).toMatchObject({ count: 9, note: '已检查3家企业', problems: '缺少台账' });
    expect(api.row(july).values).toMatchObject({ status: '已开展', note: '七月调度' });
    api.edit(july, { count: null, problems: '已补齐' });
    await session.pull();
    expect(valueAt(desk, 11, 1)).toBe('已补齐');
    expect([valueAt(desk, 7, 0), valueAt(desk, 11, 0)]).toEqual(['工作任务', '存在问题']);
  });

  test('one that lacks a cell which the others have is left out, and that is said', async () => {
    const rows = forms.rows.map((line, row) => (row === 9 ? line.slice(0, 2) : line));
    const { session } = await fresh(server(), { rows });
    const proposal = session.view.hers!.proposal!;
    expect(proposal.rows.map(({ key, why }) => [key, why])).toEqual([
      [dated, null],
      [null, 'no-cell'],
    ]);
  });

  test('what she says of a form holds, and her sheet is not read otherwise by it', async () => {
    const { session } = await fresh(server(), forms);
    const proposal = () => session.view.hers!.proposal!;
    await session.hers.sayRow(1, null);
    expect(proposal().rows.map(({ key }) => key)).toEqual([null, july]);
    const note = proposal().columns.find(({ id }) => id === 'note')!;
    await session.hers.sayRole(note.at, 'problems');
    expect(proposal().columns.find(({ at }) => at === note.at)!.id).toBe('problems');
  });
});
