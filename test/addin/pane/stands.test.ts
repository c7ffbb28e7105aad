import { describe, expect, test } from 'vitest';
import { dueList } from '../../../addin/pane/dueList.ts';
import { stands } from '../../../addin/pane/stands.ts';
import { paneText } from '../../../addin/pane/text.ts';
import { blankRow } from '../../../shared/row/row.ts';
import type { SheetRow } from '../../../shared/wire/parts/sheetRow.ts';
import { fill, openDesk } from '../flows/support/desk.ts';
import { FakeServer } from '../flows/support/fakeServer.ts';
import { keyOf, serverRow, underWay } from '../flows/support/rows.ts';

const { zh } = paneText;
const done = { ...blankRow, status: '已完成', count: 10 };
const open = (number: number, due: string) => serverRow(number, null, { due });
const overdue = (number: number) => serverRow(number, null, { due: '2024-07-28', state: 'overdue' });
const fulfilled = (number: number, due: string) => serverRow(number, done, { due, state: 'fulfilled' });

async function said(rows: SheetRow[]) {
  const { session } = await openDesk(new FakeServer(rows));
  return stands(session.view, zh);
}

describe('T9: the headline', () => {
  test.each([
    ['this week and overdue', [open(1, '2024-08-04'), overdue(2)], '本周 1 行未报，逾期未报 1 行'],
    [
      'reported and not done is not 未报',
      [
        serverRow(1, underWay, { due: '2024-08-01', state: 'received' }),
        serverRow(2, underWay, { due: '2024-07-28', state: 'overdue' }),
        overdue(3),
      ],
      '本周 1 行已报未完成，逾期未报 1 行，已报逾期未完成 1 行',
    ],
    ['all reported, nothing next week', [fulfilled(1, '2024-07-30')], '应报事项均已上报，下周无到期事项'],
    [
      'all reported, some next week',
      [fulfilled(1, '2024-07-30'), open(2, '2024-08-11')],
      '应报事项均已上报，下周有 1 行到期',
    ],
  ])('says %s', async (_, rows, duty) => {
    expect((await said(rows)).duty).toBe(duty);
  });

  test('is green only where nothing is overdue', async () => {
    expect(await said([fulfilled(1, '2024-07-30')])).toMatchObject({ isClean: true, isLate: false });
    expect(await said([overdue(1)])).toMatchObject({ isClean: false, isLate: true, headline: '全部已同步' });
    expect(await said([serverRow(1, underWay, { due: '2024-07-28', state: 'overdue' })])).toMatchObject({
      isClean: false,
      isLate: true,
    });
  });

  test('T9.1: what is filled in and waits for the sync is neither reported nor green', async () => {
    const { session, workbook, settle } = await openDesk(new FakeServer([overdue(1)]));
    fill(workbook, 1, { ...underWay, status: '已完成', count: 10, completedOn: '2024-07-30' });
    await settle();
    expect(session.view.standings.get(keyOf(1))!.kind).toBe('changed');
    expect(stands(session.view, zh)).toMatchObject({ duty: '已填 1 行，同步后即为已报', isClean: false });
  });

  test('says of which day it is while offline or disconnected', async () => {
    const server = new FakeServer([overdue(1)]);
    const { session } = await openDesk(server);
    server.fail('down');
    await session.pull();
    expect(session.view.offline).toBe(true);
    expect(stands(session.view, zh).duty).toBe('逾期未报 1 行，数据截至 7月31日');
    session.disconnect();
    expect(stands(session.view, zh).duty).toBe('逾期未报 1 行，数据截至 7月31日');
  });
});

describe('T9: a page that is come back to', () => {
  const pulls = async (demo: boolean) => {
    const server = new FakeServer([open(1, '2024-08-04')]);
    server.demo = demo;
    const desk = await openDesk(server);
    server.day = '2024-08-01';
    await desk.visible();
    const sameDay = desk.session.view.ledger!.today;
    await desk.pass(24 * 3_600_000);
    await desk.visible();
    return [sameDay, desk.session.view.ledger!.today];
  };

  test('pulls on another day of Shanghai, and not on the same', async () => {
    expect(await pulls(false)).toEqual(['2024-07-31', '2024-08-01']);
  });

  test('does not pull where a demo’s clock stands still', async () => {
    expect(await pulls(true)).toEqual(['2024-07-31', '2024-07-31']);
  });
});

test('T9: of this week: nothing was due, some is open, or all is reported', () => {
  const week = (...rows: SheetRow[]) =>
    dueList({
      today: '2024-07-31',
      rows: new Map(
        rows.map((server) => [
          server.key,
          { server, conflict: null, refusal: null, confirmed: false, behind: false, says: null },
        ]),
      ),
    }).week;
  expect(week(open(1, '2024-08-05'), fulfilled(2, '2024-07-28'))).toBe('none');
  expect(week(fulfilled(1, '2024-07-29'))).toBe('reported');
  expect(week(fulfilled(1, '2024-08-04'), open(2, '2024-08-04'))).toBe('open');
  expect(week(fulfilled(1, '2024-08-04'), serverRow(2, null, { due: '2024-07-30', state: 'overdue' }))).toBe(
    'open',
  );
  expect(week(serverRow(1, null, { due: '2024-08-01', state: 'waived' }))).toBe('none');
  expect(zh.due).toMatchObject({
    noneThisWeek: '本周没有到期的应报项',
    weekReported: '本周到期事项均已上报',
  });
  expect(zh.takeAlong.failed).toBe('导出失败，请检查网络后再试。');
});
