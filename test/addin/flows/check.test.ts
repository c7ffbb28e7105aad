import { describe, expect, test } from 'vitest';
import { blankRow } from '../../../shared/row/row.ts';
import { planCheck } from '../../../addin/flows/planCheck.ts';
import { planPull } from '../../../addin/flows/planPull.ts';
import { planSend } from '../../../addin/flows/planSend.ts';
import { isEmpty } from '../../../addin/flows/applyPlanned.ts';
import { FakeWorkbook } from '../../support/workbook/fake.ts';
import { keyOf, serverRow, sheetOf, underWay } from './support/rows.ts';

async function laidOut(...rows: Parameters<typeof sheetOf>) {
  const workbook = new FakeWorkbook();
  const plan = planPull(null, sheetOf(...rows), null);
  await workbook.layOut(plan.layout!);
  const check = async () => planCheck(plan.ledger, (await workbook.scan())!, new Map());
  return { workbook, ledger: plan.ledger, check };
}

/** What the result column is to say, by the number of the row. */
function results(plan: Awaited<ReturnType<Awaited<ReturnType<typeof laidOut>>['check']>>) {
  return Object.fromEntries((plan.change.cells ?? []).map(({ key, cells }) => [key, cells.result]));
}

describe('results and marks', () => {
  test('synced, never filled, prefilled and locked rows are told apart', async () => {
    const { check } = await laidOut([
      serverRow(1, underWay),
      serverRow(2),
      serverRow(3, null, { prefill: { ...blankRow, count: 8 } }),
      serverRow(4, null, { lock: '2024-07-30' }),
      serverRow(5, null, { state: 'overdue' }),
    ]);
    expect(results(await check())).toEqual({
      [keyOf(1)]: '✓ 已同步',
      [keyOf(3)]: '○ 已预填，请补全',
      [keyOf(4)]: '已锁定',
      [keyOf(5)]: '○ 逾期未报',
    });
  });

  test('a changed row that passes waits for the sync, its cells marked', async () => {
    const { workbook, check } = await laidOut([serverRow(1, underWay)]);
    workbook.edit(keyOf(1), 'count', 4);
    const plan = await check();
    expect(results(plan)).toEqual({ [keyOf(1)]: '● 待同步' });
    expect(plan.change.marks).toEqual([{ key: keyOf(1), column: 'count', mark: 'changed', message: null }]);
  });

  test('errors name their columns; the sentence stands on the cell', async () => {
    const { workbook, check } = await laidOut([serverRow(1, underWay)]);
    workbook.edit(keyOf(1), 'count', '约80');
    workbook.edit(keyOf(1), 'note', '');
    const plan = await check();
    expect(results(plan)).toEqual({ [keyOf(1)]: '✗ 2 处错误：数量、工作情况' });
    const mark = plan.change.marks!.find(({ column }) => column === 'count')!;
    expect(mark).toMatchObject({ mark: 'error' });
    expect(mark.message).toContain('约80');
  });

  test('a warning asks for an explanation and passes with one', async () => {
    const { workbook, check } = await laidOut([serverRow(1, underWay)]);
    workbook.edit(keyOf(1), 'count', 12);
    expect(results(await check())).toEqual({ [keyOf(1)]: '! 需核实说明：数量' });
    workbook.edit(keyOf(1), 'explanation', '年中新增两家企业，已一并检查');
    const plan = await check();
    expect(results(plan)).toEqual({ [keyOf(1)]: '● 待同步' });
    expect(plan.standings.get(keyOf(1))!.explained).toHaveLength(1);
  });

  test('an untouched draft carries the server’s findings', async () => {
    const values = { ...blankRow, ...underWay, count: '约80' };
    const finding = {
      rule: 'V-count-whole',
      severity: 'error',
      field: 'count',
      key: keyOf(1),
      value: '约80',
      params: {},
    } as const;
    const { check } = await laidOut([
      serverRow(1, null, { draft: { version: 1, values, findings: [finding] } }),
    ]);
    const plan = await check();
    expect(results(plan)).toEqual({ [keyOf(1)]: '✗ 草稿已存，1 处错误：数量' });
    expect(plan.standings.get(keyOf(1))!.pushable).toBe(false);
  });

  test('dates are judged by the server’s day, not by this computer’s (P8.1, S9)', async () => {
    const { workbook, ledger, check } = await laidOut([serverRow(1, underWay)]);
    for (const [column, value] of [
      ['status', '已完成'],
      ['count', 10],
      ['note', '十家企业全部检查完毕'],
      ['completedOn', '2024-08-01'],
    ] as const)
      workbook.edit(keyOf(1), column, value);
    const { findings } = (await check()).standings.get(keyOf(1))!;
    expect(findings.map(({ field }) => field)).toContain('completedOn');
    await workbook.apply((await check()).change);
    const dayAfter = planCheck({ ...ledger, today: '2024-08-02' }, (await workbook.scan())!, new Map());
    expect(dayAfter.standings.get(keyOf(1))!.findings).toEqual([]);
    await workbook.apply(dayAfter.change);
    const dayBefore = planCheck(ledger, (await workbook.scan())!, dayAfter.memory);
    expect(dayBefore.standings.get(keyOf(1))!.findings).toHaveLength(1);
  });

  test('a date that the spreadsheet turned into a serial is no change', async () => {
    const done = { status: '已完成', count: 10, completedOn: '2024-07-01', note: '十家企业全部检查完毕' };
    const { workbook, check } = await laidOut([serverRow(1, done)]);
    workbook.edit(keyOf(1), 'completedOn', 45474);
    workbook.edit(keyOf(1), 'due', 45565);
    const plan = await check();
    expect(plan.standings.get(keyOf(1))).toMatchObject({ kind: 'synced', pushable: false });
    expect(plan.restored).toEqual([]);
  });
});

describe('rows that are not as they were', () => {
  test('S1.1, C7: touched identity cells are restored and told', async () => {
    const { workbook, check } = await laidOut([serverRow(1, underWay)]);
    workbook.edit(keyOf(1), 'task', '别的工作');
    workbook.edit(keyOf(1), 'target', 5);
    const plan = await check();
    expect(plan.restored).toEqual([keyOf(1)]);
    expect(plan.change.cells).toMatchObject([{ key: keyOf(1), cells: { task: '重点工作1', target: 100 } }]);
  });

  test('C13: copies of a row are told at both places, and neither is pushed', async () => {
    const { workbook, ledger, check } = await laidOut([serverRow(1, underWay), serverRow(2)]);
    workbook.edit(keyOf(1), 'count', 4);
    workbook.copyRow(keyOf(1));
    workbook.edit(0, 'count', 5);
    const plan = await check();
    expect(plan.change.atPositions!.map(({ position }) => position)).toEqual([0, 1]);
    expect(planSend(ledger, plan.standings).total).toBe(0);
  });

  test('S1.1: broken and foreign keys, strays and missing rows are told; blank rows are passed over', async () => {
    const { workbook, check } = await laidOut([1, 2, 3, 4].map((number) => serverRow(number, underWay)));
    workbook.edit(0, 'key', `${keyOf(1).slice(0, -1)}?`);
    workbook.edit(1, 'key', keyOf(2).replace('1-2-1', '1-5-1'));
    workbook.edit(2, 'key', keyOf(3, 'menghe'));
    workbook.insertRowAbove(0);
    workbook.insertRowAbove(0);
    workbook.edit(1, 'note', '自己记的');
    const { index, change } = await check();
    expect(index.foreign.map(({ fault }) => fault)).toEqual(['malformed', 'broken-check', 'unknown']);
    expect(index.strays.map(({ position }) => position)).toEqual([1]);
    expect(index.missing).toEqual([keyOf(1), keyOf(2), keyOf(3)]);
    expect(change.atPositions).toContainEqual({
      position: 1,
      cells: { result: '这一行不属于台账，不会上报' },
    });
  });
});

describe('frugality', () => {
  test('a second check of the same sheet plans nothing, also after a reload', async () => {
    const { workbook, ledger } = await laidOut([serverRow(1, underWay), serverRow(2)]);
    workbook.edit(keyOf(1), 'count', '约80');
    workbook.edit(keyOf(2), 'due', '2024-12-31');
    const first = planCheck(ledger, (await workbook.scan())!, new Map());
    await workbook.apply(first.change);
    const again = planCheck(ledger, (await workbook.scan())!, first.memory);
    expect(isEmpty(again.change)).toBe(true);
    expect(again.restored).toEqual([]);
    const reloaded = planCheck(ledger, (await workbook.scan())!, new Map());
    expect(reloaded.change.cells).toBeUndefined();
  });

  test('only rows that changed are judged and written again', async () => {
    const { workbook, ledger } = await laidOut([1, 2, 3].map((number) => serverRow(number, underWay)));
    const first = planCheck(ledger, (await workbook.scan())!, new Map());
    await workbook.apply(first.change);
    workbook.edit(keyOf(2), 'count', 5);
    const second = planCheck(ledger, (await workbook.scan())!, first.memory);
    expect(second.change.cells!.map(({ key }) => key)).toEqual([keyOf(2)]);
    expect(second.standings.get(keyOf(1))).toBe(first.standings.get(keyOf(1)));
  });

  test('marks are cleared when the row is mended, also after a reload', async () => {
    const { workbook, ledger } = await laidOut([serverRow(1, underWay)]);
    workbook.edit(keyOf(1), 'count', '约80');
    await workbook.apply(planCheck(ledger, (await workbook.scan())!, new Map()).change);
    expect(workbook.markOf(keyOf(1), 'count').mark).toBe('error');
    workbook.edit(keyOf(1), 'count', 3);
    await workbook.apply(planCheck(ledger, (await workbook.scan())!, new Map()).change);
    expect(workbook.markOf(keyOf(1), 'count').mark).toBe('none');
  });
});
