import { expect, test } from 'vitest';
import type { FakeWorkbook } from '../../support/workbook/fake.ts';
import { openDesk } from './support/desk.ts';
import { blankServer, FakeServer } from './support/fakeServer.ts';
import { keyOf, serverRow, underWay } from './support/rows.ts';

const typed = { ...underWay, note: '已检查三家企业，键被盖住' };

function type(workbook: FakeWorkbook, position: number): void {
  for (const [field, value] of Object.entries(typed))
    workbook.edit(position, field as keyof typeof typed, value);
}

test('S1.4: a key that was pasted over is put back from what the row shows, and the row is reported', async () => {
  const server = blankServer(3);
  const { workbook, session, settle, cells } = await openDesk(server);
  type(workbook, 1);
  workbook.edit(1, 'key', '13800000000');
  workbook.edit(1, 'base', '贴过来的字');
  await settle();
  expect(session.view.index).toMatchObject({ foreign: [], missing: [] });
  expect(session.view.standings.get(keyOf(2))).toMatchObject({ kind: 'changed', pushable: true });
  expect(session.view.restored).toEqual([keyOf(2)]);
  expect(await cells(keyOf(2))).toMatchObject({ base: null, result: '● 待同步' });
  await session.sync();
  expect(session.view.standings.get(keyOf(2))!.kind).toBe('synced');
});

test('S1.4: two rows that show the same, or one whose row still stands, are left to the clerk', async () => {
  const { workbook, session, settle } = await openDesk(blankServer(2));
  workbook.copyRow(keyOf(1));
  workbook.edit(0, 'key', 'x');
  workbook.edit(1, 'key', null);
  await settle();
  expect(session.view.index!.missing).toEqual([keyOf(1)]);
  expect(session.view.index!.foreign).toHaveLength(1);
  const other = await openDesk(blankServer(2));
  other.workbook.copyRow(keyOf(1));
  other.workbook.edit(1, 'key', null);
  await other.settle();
  expect(other.session.view.index!.strays).toHaveLength(1);
  expect(other.session.view.index!.missing).toEqual([]);
});

test('S1.4: a row that shows less than all of itself is put back when it is asked for', async () => {
  const { workbook, session, settle, cells } = await openDesk(blankServer(2));
  type(workbook, 0);
  workbook.edit(0, 'key', 'x');
  workbook.edit(0, 'task', '别的工作');
  await settle();
  expect(session.view.index!.missing).toEqual([keyOf(1)]);
  await session.reconnect();
  expect(await cells(keyOf(1))).toMatchObject({ ...typed, task: '重点工作1' });
  expect(session.view.index).toMatchObject({ foreign: [], missing: [] });
});

test('S1.4: bringing rows back leaves nothing that was typed beneath a second copy', async () => {
  const { workbook, session, settle, cells } = await openDesk(blankServer(3));
  type(workbook, 0);
  workbook.edit(0, 'key', 'x');
  workbook.edit(0, 'task', '别的工作');
  workbook.deleteRow(keyOf(3));
  await settle();
  await session.bringBack();
  expect(await cells(keyOf(1))).toMatchObject(typed);
  expect((await workbook.scan())!.map((row) => row.cells.key)).toEqual(
    [1, 2, 3].map((number) => keyOf(number)),
  );
});

test('S1.4: a report whose row lost its key counts as made from what was last seen', async () => {
  const { workbook, session, settle } = await openDesk(
    new FakeServer([serverRow(1, underWay), serverRow(2)]),
  );
  workbook.edit(keyOf(1), 'count', 5);
  workbook.edit(0, 'base', null);
  workbook.edit(0, 'key', null);
  await settle();
  expect(session.view.standings.get(keyOf(1))).toMatchObject({ kind: 'changed', changed: ['count'] });
});

test('T2: a label of a row goes with what it was said of, as when a paste is undone', async () => {
  const { workbook, settle } = await openDesk(blankServer(2));
  workbook.insertRowAbove(0);
  workbook.edit(0, 'note', '贴到台账外的内容');
  await settle();
  expect((await workbook.scan())![0]!.cells.result).toContain('不属于台账');
  workbook.edit(0, 'note', null);
  await settle();
  expect((await workbook.scan())!.map((row) => row.cells.key)).toEqual([keyOf(1), keyOf(2)]);
});
