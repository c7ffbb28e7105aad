import { describe, expect, test } from 'vitest';
import { blankRow } from '../../../shared/row/row.ts';
import { catchUp, checkCatchUp, openSeries } from '../../../addin/flows/planCatchUp.ts';
import { tablesOf } from '../../../addin/flows/tables.ts';
import { rowsIn, viewIds } from '../../../addin/flows/views.ts';
import { pack, unpack } from '../../../addin/flows/state.ts';
import { LedgerRefused } from '../../../addin/workbook/port.ts';
import { xlsxOf } from '../../../addin/pane/exportXlsx.ts';
import { readXlsx } from 'hucre';
import { fill, openDesk } from './support/desk.ts';
import { FakeServer } from './support/fakeServer.ts';
import { keyOf, serverRow, underWay } from './support/rows.ts';

/** A weekly row, which the server of these tests keeps under the year's period. */
const weekly = (number: number, due: string, overdue = true) => {
  const row = serverRow(number, null, { due, state: overdue ? 'overdue' : 'open', arrangement: '1-1-1' });
  return {
    ...row,
    context: { ...row.context, scheduleKind: 'weekly' as const, dueOn: due, allocation: null },
  };
};

describe('L5: views', () => {
  const rows = [
    serverRow(1, null, { due: '2024-07-30', state: 'overdue' }),
    serverRow(2, null, { due: '2024-08-04' }),
    serverRow(3, null, { due: '2024-07-31' }),
    serverRow(4, underWay, { due: '2024-12-31', state: 'received' }),
    serverRow(5, { ...blankRow, status: '已完成' }, { due: '2024-07-01', state: 'fulfilled' }),
    serverRow(6, null, { due: null, state: 'undated' }),
  ];

  test('逾期未报 are rows of which nothing was reported: what is under way and overdue is not among them', async () => {
    const { session } = await openDesk(
      new FakeServer([
        serverRow(1, null, { due: '2024-07-30', state: 'overdue' }),
        serverRow(2, underWay, { due: '2024-07-30', state: 'overdue' }),
      ]),
    );
    expect(rowsIn('overdue', session.view.ledger!)).toEqual([keyOf(1)]);
    expect(rowsIn('undone', session.view.ledger!)).toEqual([keyOf(2)]);
  });

  test('a sheet that cannot be filtered shows all of its rows, and says so once', async () => {
    const { session, workbook } = await openDesk(new FakeServer(rows));
    workbook.showOnly = async () => {
      throw new LedgerRefused('protected', 'AccessDenied', 'protected');
    };
    await session.show('overdue');
    await session.show('week');
    expect(session.view.ledger!.shown).toBe('all');
    expect(session.view.notices).toEqual(['view-refused']);
    expect(session.view.problem).toBeNull();
  });

  test('a view of another version is none: the ledger stays, with all rows', async () => {
    const { session } = await openDesk(new FakeServer(rows));
    const ledger = unpack({ ...pack(session.view.ledger!), shown: 'of-another-version' })!;
    expect([ledger.shown, ledger.rows.size]).toEqual(['all', 6]);
  });

  test('a view is looked at anew after each sync: what is reported leaves 逾期未报', async () => {
    const { session, workbook, settle } = await openDesk(
      new FakeServer([1, 2].map((n) => serverRow(n, null, { due: '2024-07-30', state: 'overdue' }))),
    );
    await session.show('overdue');
    expect(workbook.shownOnly()).toEqual([keyOf(1), keyOf(2)]);
    fill(workbook, 1);
    await settle();
    await session.sync();
    expect(session.view.ledger!.shown).toBe('overdue');
    expect(workbook.shownOnly()).toEqual([keyOf(2)]);
  });

  test('a search reads what is seen: neither hidden keys nor versions', async () => {
    const { session } = await openDesk(new FakeServer([serverRow(1, underWay), serverRow(2, underWay)]));
    expect(await session.find('xuejia')).toEqual([]);
    expect(await session.find('第2项')).toEqual([1]);
  });

  test('what is due this week, overdue, due this month, reported, and all', async () => {
    const { session } = await openDesk(new FakeServer(rows));
    const numbers = (view: (typeof viewIds)[number]) =>
      rowsIn(view, session.view.ledger!).map((key) => Number(key.split('.')[1]!.split('-')[1]));
    expect(Object.fromEntries(viewIds.map((view) => [view, numbers(view)]))).toEqual({
      returned: [],
      week: [2, 3],
      overdue: [1],
      undone: [],
      month: [3],
      reported: [4, 5],
      all: [1, 2, 3, 4, 5, 6],
    });
  });

  test('the sheet is filtered, the choice is remembered, and a jump to another row shows all of them', async () => {
    const { session, workbook } = await openDesk(new FakeServer(rows));
    await session.show('overdue');
    expect(workbook.shownOnly()).toEqual([keyOf(1)]);
    expect(unpack(pack(session.view.ledger!))!.shown).toBe('overdue');
    await session.select(keyOf(1), 'status');
    expect(session.view.ledger!.shown).toBe('overdue');
    await session.select(keyOf(2), 'status');
    expect(session.view.ledger!.shown).toBe('all');
    expect(workbook.shownOnly()).toBeNull();
    expect(await session.find('第4项 三家企业')).toEqual([3]);
    expect(await session.find(' ')).toEqual([]);
  });
});

describe('T11: catching up', () => {
  const rows = [
    weekly(1, '2024-07-14'),
    weekly(2, '2024-07-21'),
    weekly(3, '2024-08-04', false),
    weekly(4, '2024-08-11', false),
    serverRow(5, null, { due: '2024-07-01', state: 'overdue' }),
  ];
  const report = { status: '已开展', count: 3, note: '已组织检查企业三家，隐患均已整改' };

  test('periods of one series that are due and blank are offered, judged beforehand, and written as rows', async () => {
    const { session, settle, cells } = await openDesk(new FakeServer(rows));
    const { ledger, standings } = session.view;
    const [series, ...others] = openSeries(ledger!, standings);
    expect(others).toEqual([]);
    expect(series!.rows.map(({ key }) => key)).toEqual([1, 2, 3].map((number) => keyOf(number)));
    const keys = series!.rows.map(({ key }) => key);
    expect(checkCatchUp(ledger!, keys, { ...report, note: '无' })).toHaveLength(3);
    expect(checkCatchUp(ledger!, keys, report)).toEqual([]);
    await session.catchUp(keys, report);
    await settle();
    expect(await cells(keyOf(2))).toMatchObject(report);
    expect(keys.map((key) => session.view.standings.get(key)!.kind)).toEqual([
      'changed',
      'changed',
      'changed',
    ]);
  });

  test('a row that was filled in meanwhile is left as it is', async () => {
    const { session, workbook } = await openDesk(new FakeServer(rows));
    workbook.edit(keyOf(2), 'note', '刚刚写的');
    const index = { rows: new Map((await workbook.scan())!.map((row) => [String(row.cells.key), row])) };
    const { change } = catchUp(session.view.ledger!, index as never, [keyOf(1), keyOf(2)], report);
    expect(change.cells!.map(({ key }) => key)).toEqual([keyOf(1)]);
  });
});

test('L6: the file has a sheet for each view, as text and numbers, and no formula', async () => {
  const { session, workbook } = await openDesk(new FakeServer([serverRow(1, underWay), serverRow(2)]));
  workbook.edit(keyOf(2), 'note', '=1+1');
  const tables = tablesOf(session.view.ledger!, (await workbook.scan())!);
  const bytes = await xlsxOf(tables.map((table) => ({ ...table, name: table.view })));
  const { sheets } = await readXlsx(bytes);
  expect(sheets.map(({ name }) => name)).toEqual(viewIds.filter((id) => id !== 'returned'));
  const all = sheets.at(-1)!.rows;
  expect(all[0]!.slice(0, 8)).toEqual([
    '校验结果',
    'arrangement',
    'indicator',
    'target',
    '本单位分解',
    'period',
    'due',
    '状态',
  ]);
  expect(all[1]).toEqual(expect.arrayContaining(['进行中', 3, underWay.note]));
  expect(all[2]).toContain('=1+1');
  expect(all[0]).not.toContain('key');
});
