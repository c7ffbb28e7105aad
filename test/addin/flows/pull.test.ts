import { describe, expect, test } from 'vitest';
import { planPull } from '../../../addin/flows/planPull.ts';
import { blankRow } from '../../../shared/row/row.ts';
import { FakeWorkbook } from '../../support/workbook/fake.ts';
import { keyOf, serverRow, sheetOf, underWay } from './support/rows.ts';

/** A workbook after a first pull of these rows, and the ledger it then holds. */
async function laidOut(...rows: Parameters<typeof sheetOf>) {
  const workbook = new FakeWorkbook();
  const plan = planPull(null, sheetOf(...rows), null);
  await workbook.layOut(plan.layout!);
  return { workbook, ledger: plan.ledger };
}

const changesOnly = { whole: false, cursor: 'c2' };

describe('a first pull', () => {
  test('S11.2: lays out identity with target and share apart, values, key and base; the result column comes first', () => {
    const { layout } = planPull(null, sheetOf([serverRow(1, underWay)]), null);
    expect(layout!.columns.map(({ id }) => id)).toEqual([
      ...['result', 'arrangement', 'indicator', 'target', 'share', 'period', 'due'],
      ...['status', 'count', 'completedOn', 'note', 'problems', 'explanation', 'task', 'key', 'base'],
    ]);
    expect(layout!.columns.filter(({ role }) => role === 'hidden').map(({ id }) => id)).toEqual([
      'key',
      'base',
    ]);
    expect(layout!.rows[0]).toMatchObject({
      cells: {
        task: '重点工作1',
        indicator: '企业检查（家）',
        target: 100,
        share: 10,
        count: 3,
        key: keyOf(1),
        base: 1,
      },
      statusChoices: ['未开始', '进行中', '已完成', '本地无此类'],
    });
  });

  test('shows the draft where there is one, and its version is the base (S10)', () => {
    const draft = { version: 4, values: { ...blankRow, ...underWay, count: '约80' }, findings: [] };
    const { layout } = planPull(null, sheetOf([serverRow(1, underWay, { draft })]), null);
    expect(layout!.rows[0]!.cells).toMatchObject({ count: '约80', base: 4 });
  });

  test('offers prefilled values without a base, and leaves retired rows out', () => {
    const prefill = { ...blankRow, count: 8 };
    const rows = [serverRow(1, null, { prefill }), serverRow(2, underWay, { state: 'retired' })];
    const { layout } = planPull(null, sheetOf(rows), null);
    expect(layout!.rows).toHaveLength(1);
    expect(layout!.rows[0]!.cells).toMatchObject({ count: 8, base: null });
  });

  test('gives rows of a cadence their own choices', () => {
    const row = serverRow(1);
    const { layout } = planPull(
      null,
      sheetOf([{ ...row, context: { ...row.context, scheduleKind: 'weekly' } }]),
      null,
    );
    expect(layout!.rows[0]!.statusChoices).toEqual(['已开展', '未开展', '本地无此类']);
  });
});

describe('a pull of changes (S4.4, S6)', () => {
  test('theirs goes into untouched cells, mine stays in touched ones', async () => {
    const { workbook, ledger } = await laidOut([serverRow(1, underWay)]);
    workbook.edit(keyOf(1), 'note', '我写的：又检查了一家企业');
    const theirs = serverRow(1, { ...underWay, count: 5 }, { version: 2 });
    const plan = planPull(ledger, sheetOf([theirs], changesOnly), await workbook.scan());
    expect(plan.change.cells).toEqual([{ key: keyOf(1), cells: { count: 5, base: 2 } }]);
    expect(plan.ledger.rows.get(keyOf(1))!.conflict).toBeNull();
  });

  test('the same field changed on both sides is a conflict, and no cell is set', async () => {
    const { workbook, ledger } = await laidOut([serverRow(1, underWay)]);
    workbook.edit(keyOf(1), 'count', 4);
    const theirs = serverRow(1, { ...underWay, count: 5 }, { version: 2 });
    const plan = planPull(ledger, sheetOf([theirs], changesOnly), await workbook.scan());
    expect(plan.change.cells).toEqual([{ key: keyOf(1), cells: { base: 2 } }]);
    expect(plan.ledger.rows.get(keyOf(1))!.conflict).toMatchObject({ fields: ['count'], base: { count: 3 } });
  });

  test('an open conflict outlives a pull that does not touch it, with its first base', async () => {
    const { workbook, ledger } = await laidOut([serverRow(1, underWay)]);
    workbook.edit(keyOf(1), 'count', 4);
    const second = serverRow(1, { ...underWay, count: 5 }, { version: 2 });
    const one = planPull(ledger, sheetOf([second], changesOnly), await workbook.scan());
    await workbook.apply(one.change);
    const third = serverRow(1, { ...underWay, count: 5, problems: '一家停产' }, { version: 3 });
    const two = planPull(one.ledger, sheetOf([third], changesOnly), await workbook.scan());
    expect(two.ledger.rows.get(keyOf(1))!.conflict).toMatchObject({ fields: ['count'], base: { count: 3 } });
    expect(two.change.cells![0]!.cells).toMatchObject({ problems: '一家停产' });
  });

  test('the same change on both sides is none', async () => {
    const { workbook, ledger } = await laidOut([serverRow(1, underWay)]);
    workbook.edit(keyOf(1), 'count', '5家');
    const theirs = serverRow(1, { ...underWay, count: 5 }, { version: 2 });
    const plan = planPull(ledger, sheetOf([theirs], changesOnly), await workbook.scan());
    expect(plan.ledger.rows.get(keyOf(1))!.conflict).toBeNull();
  });

  test('text that reads as theirs takes their form; a date serial stays as the spreadsheet keeps it', async () => {
    const done = { status: '已完成', count: 10, note: '十家企业全部检查完毕' };
    const { workbook, ledger } = await laidOut([serverRow(1, underWay)]);
    for (const [column, value] of Object.entries({ ...done, status: '办结', completedOn: 45474 }))
      workbook.edit(keyOf(1), column as 'count', value);
    const theirs = serverRow(1, { ...done, completedOn: '2024-07-01' }, { version: 2 });
    const plan = planPull(ledger, sheetOf([theirs], changesOnly), await workbook.scan());
    expect(plan.change.cells).toEqual([{ key: keyOf(1), cells: { status: '已完成', base: 2 } }]);
    expect(plan.ledger.rows.get(keyOf(1))!.conflict).toBeNull();
  });

  test('a changed prefill is nobody’s word: the clerk’s own value stays, without a conflict', async () => {
    const { workbook, ledger } = await laidOut([serverRow(1, null, { prefill: { ...blankRow, count: 8 } })]);
    workbook.edit(keyOf(1), 'count', 7);
    const theirs = serverRow(1, null, { prefill: { ...blankRow, count: 9 } });
    const plan = planPull(ledger, sheetOf([theirs], changesOnly), await workbook.scan());
    expect(plan.change.cells).toEqual([]);
    expect(plan.ledger.rows.get(keyOf(1))!.conflict).toBeNull();
  });

  test('sorting, inserting and moving between two pulls change nothing (S1)', async () => {
    const { workbook, ledger } = await laidOut([1, 2, 3].map((number) => serverRow(number, underWay)));
    workbook.sortBy('task', false);
    workbook.insertRowAbove(keyOf(2));
    workbook.moveRow(keyOf(1), 0);
    const theirs = serverRow(2, { ...underWay, count: 6 }, { version: 2 });
    const plan = planPull(ledger, sheetOf([theirs], changesOnly), await workbook.scan());
    expect(plan.change).toMatchObject({
      cells: [{ key: keyOf(2), cells: { count: 6, base: 2 } }],
      append: [],
      archive: [],
    });
  });

  test('new rows are appended, retired ones archived', async () => {
    const { workbook, ledger } = await laidOut([serverRow(1, underWay), serverRow(2)]);
    const rows = [serverRow(2, null, { state: 'retired' }), serverRow(3)];
    const plan = planPull(ledger, sheetOf(rows, changesOnly), await workbook.scan());
    expect(plan.change.append!.map(({ cells }) => cells.key)).toEqual([keyOf(3)]);
    expect(plan.change.archive).toEqual([keyOf(2)]);
    expect([...plan.ledger.rows.keys()]).toEqual([keyOf(1), keyOf(3)]);
  });

  test('a row that the clerk deleted comes back with a whole sheet only', async () => {
    const { workbook, ledger } = await laidOut([serverRow(1, underWay), serverRow(2)]);
    workbook.deleteRow(keyOf(1));
    const theirs = serverRow(1, { ...underWay, count: 5 }, { version: 2 });
    const part = planPull(ledger, sheetOf([theirs], changesOnly), await workbook.scan());
    expect(part.change.append).toEqual([]);
    const whole = planPull(ledger, sheetOf([theirs, serverRow(2)]), await workbook.scan());
    expect(whole.change.append!.map(({ cells }) => [cells.key, cells.count])).toEqual([[keyOf(1), 5]]);
  });

  test('copies of a row keep their base until it is decided which one counts', async () => {
    const { workbook, ledger } = await laidOut([serverRow(1, underWay)]);
    workbook.copyRow(keyOf(1));
    const theirs = serverRow(1, { ...underWay, count: 5 }, { version: 2 });
    const plan = planPull(ledger, sheetOf([theirs], changesOnly), await workbook.scan());
    expect(plan.change.cells).toEqual([]);
    expect(plan.ledger.rows.get(keyOf(1))).toMatchObject({ behind: true, server: { version: 1 } });
  });

  test('a sheet whose state was lost is found again by keys: the hidden base tells whose a difference is', async () => {
    const { workbook } = await laidOut([serverRow(1, underWay), serverRow(2, underWay)]);
    workbook.edit(keyOf(1), 'count', 4);
    workbook.edit(keyOf(2), 'count', 4);
    const rows = [serverRow(1, underWay), serverRow(2, { ...underWay, count: 6 }, { version: 2 })];
    const plan = planPull(null, sheetOf(rows), await workbook.scan());
    expect(plan.layout).toBeNull();
    expect(plan.ledger.rows.get(keyOf(1))!.conflict).toBeNull();
    expect(plan.ledger.rows.get(keyOf(2))!.conflict).toEqual({ fields: ['count'], base: null });
    expect(plan.change).toMatchObject({ append: [] });
  });
});
