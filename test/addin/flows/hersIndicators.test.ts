import { describe, expect, test } from 'vitest';
import { resultsOf, resultText } from '../../../addin/flows/hers/sideBySideText.ts';
import { formatRowKey } from '../../../shared/rowKey/rowKey.ts';
import type { SheetRow } from '../../../shared/wire/parts/sheetRow.ts';
import { FakeWorkbook } from '../../support/workbook/fake.ts';
import type { HerSheet } from '../../support/workbook/contract/ledger.ts';
import { openDesk, type Desk } from './support/desk.ts';
import { FakeServer } from './support/fakeServer.ts';
import { serverRow } from './support/rows.ts';

/** Her sheets with a column of counts for each indicator. */

const both = '9月底前组织企业开展自查10家，并整改隐患10处。';
const nitrogen = '9月底前对辖区内液氯使用企业逐家开展专项检查10家。';

function indicator(number: number, id: string, label: string, text: string): SheetRow {
  const row = serverRow(number);
  const key = formatRowKey({
    ...{
      list: '2024',
      arrangement: row.arrangement,
      schedule: 1,
      indicator: id,
      unit: 'xuejia',
      period: '2024',
    },
  });
  const context = { ...row.context, key, indicator: { ...row.context.indicator, id, label } };
  return { ...row, ...{ key, context, indicatorLabel: label, arrangementText: text } };
}

const server = (): FakeServer =>
  new FakeServer([
    indicator(1, 'i1', '企业自查', both),
    indicator(1, 'i2', '隐患整改', both),
    indicator(2, 'i1', '专项检查', nitrogen),
  ]);
const [checked, mended, nitro] = [...server().rows.keys()] as [string, string, string];
const wide = `${checked} ${mended} -`;

const sheet: HerSheet = {
  rows: [
    ['薛家镇重点工作进展'],
    ['工作安排', '完成情况', '自查企业数', '整改隐患数', '工作情况'],
    [both, '进行中', 3, 5, '已自查3家，整改5处'],
    [nitrogen, '进行中', 2, null, '检查2家'],
    ['合计', null, 5, 5, null],
  ],
};

async function bound(api = server(), hers = sheet): Promise<Desk> {
  const workbook = new FakeWorkbook();
  workbook.putSheet('进展', hers);
  const opened = await openDesk(api, workbook);
  await opened.session.connect('tz_test');
  await opened.session.hers.propose();
  return opened;
}

describe('S15.11: a row of several indicators', () => {
  test('each column of counts is the indicator that its heading names', async () => {
    const { session } = await bound();
    const { proposal } = session.view.hers!;
    expect(proposal!.why).toBeNull();
    expect(proposal!.columns.map(({ id, block }) => [id, block])).toEqual([
      ['arrangement', 0],
      ['status', 0],
      ['count', 1],
      ['count', 2],
      ['note', 0],
    ]);
    expect(proposal!.blocks).toEqual(['·自查企业数', '·整改隐患数', '']);
    expect(proposal!.rows.map(({ keys }) => keys)).toEqual([
      [
        { key: checked, block: 1 },
        { key: mended, block: 2 },
      ],
      // Its own name stands in neither heading: the column that she has filled is meant.
      [{ key: nitro, block: 1 }],
    ]);
  });

  test('each indicator is checked and reported with its own count, and with what the row says of both', async () => {
    const api = server();
    const { session, workbook, settle } = await bound(api);
    await session.hers.bind();
    workbook.edit(wide, 'count@2', '五六处');
    await settle();
    expect(workbook.markOf(wide, 'count@2').mark).toBe('error');
    expect(workbook.markOf(wide, 'count@1').mark).toBe('changed');
    workbook.edit(wide, 'count@2', 6);
    await settle();
    await session.sync();
    expect(api.row(checked).values).toMatchObject({ status: '进行中', count: 3, note: '已自查3家，整改5处' });
    expect(api.row(mended).values).toMatchObject({ status: '进行中', count: 6, note: '已自查3家，整改5处' });
    expect(api.row(nitro).values).toMatchObject({ status: '进行中', count: 2 });
    api.edit(mended, { count: 8 });
    await session.pull();
    expect([2, 3].map((column) => workbook.cellAt('进展', 2, column).value)).toEqual([3, 8]);
    expect(workbook.cellAt('进展', 4, 3).value).toBe(5);
  });

  test('what differs between the indicators is put to her, and is reported of none', async () => {
    const api = server();
    const { session, workbook } = await bound(api);
    await session.hers.bind();
    await session.sync();
    // What all of them say arrives as ever.
    for (const key of [checked, mended]) api.edit(key, { note: '两项均已核实' });
    await session.pull();
    expect(workbook.cellAt('进展', 2, 4).value).toBe('两项均已核实');
    api.edit(mended, { note: '区里核实：整改6处' });
    await session.pull();
    expect(workbook.cellAt('进展', 2, 4).value).toBe('两项均已核实');
    const conflicts = [checked, mended].map((key) => session.view.ledger!.rows.get(key)!.conflict?.fields);
    expect(conflicts).toEqual([undefined, ['note']]);
    await session.sync();
    expect(api.row(checked).values?.note).toBe('两项均已核实');
    expect(api.row(mended).values?.note).toBe('区里核实：整改6处');
  });

  test('of what is said in 校验结果 what is wrong comes first: a narrow cell shows no more', () => {
    const of = ['·自查企业数', '·整改隐患数'];
    const said = ['● 待同步', '✗ 1 处错误：数量'];
    const cell = resultText(said, of, [checked, mended]);
    expect(cell).toBe('整改隐患数：✗ 1 处错误：数量\n自查企业数：● 待同步');
    expect(resultsOf(cell, of, [checked, mended])).toEqual(said);
  });

  test('headings that name no indicator leave the row with one of them', async () => {
    const { session } = await bound(server(), {
      rows: [
        ['工作安排', '完成情况', '数量', '备注数'],
        [both, '进行中', 3, 5],
      ],
    });
    const { proposal } = session.view.hers!;
    expect([proposal!.blocks, proposal!.rows[0]!.isAsked]).toEqual([[], true]);
    await session.hers.sayRow(1, '1-1-1.1.i1');
    expect(session.view.hers!.proposal!.rows[0]!.keys).toEqual([{ key: checked, block: 0 }]);
  });
});
