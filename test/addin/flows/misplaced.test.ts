import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FakeWorkbook } from '../../support/workbook/fake.ts';
import type { CellValue } from '../../../shared/row/row.ts';
import { openDesk } from './support/desk.ts';
import { FakeServer } from './support/fakeServer.ts';
import { keyOf, serverRow, underWay } from './support/rows.ts';

type Cells = Awaited<ReturnType<FakeWorkbook['scan']>>;

/** What a clerk sees of the rows, in order: without the hidden columns. */
const visible = (rows: Cells): CellValue[][] =>
  rows!.map(({ cells: { key: _, base: __, ...seen } }) => Object.values(seen));

const rowsOf = (count: number) =>
  new FakeServer(Array.from({ length: count }, (_, at) => serverRow(at + 1, { ...underWay, count: at + 1 })));

/** Copies what is seen of one row over another. */
async function pasteOver(workbook: FakeWorkbook, from: number, to: number): Promise<void> {
  const rows = visible(await workbook.scan());
  workbook.pasteBlock(to, 'result', [rows[from]!]);
}

async function cutOver(workbook: FakeWorkbook, from: number, to: number): Promise<void> {
  await pasteOver(workbook, from, to);
  const width = visible(await workbook.scan())[0]!.length;
  workbook.pasteBlock(from, 'result', [Array.from({ length: width }, () => '')]);
}

describe('S1.3: rows that show another row', () => {
  test('a row pasted over with another one is held until the clerk says whose it is', async () => {
    const server = rowsOf(3);
    const { workbook, session, settle, cells } = await openDesk(server);
    await pasteOver(workbook, 0, 1);
    await settle();
    await session.sync();
    expect(server.bodies).toHaveLength(0);
    expect(server.row(keyOf(2)).values!.count).toBe(2);
    expect(session.view.standings.has(keyOf(2))).toBe(false);
    expect(session.view.restored).toEqual([]);
    expect(await cells(keyOf(2))).toMatchObject({
      task: '重点工作1',
      count: 1,
      result: '≠ 显示的是 1-1-1 的内容，请在侧栏确认',
    });

    await session.keepContent([keyOf(2)]);
    expect(await cells(keyOf(2))).toMatchObject({ task: '重点工作2', count: 1, result: '● 待同步' });
    await session.sync();
    expect(server.row(keyOf(2)).values!.count).toBe(1);
    expect(server.row(keyOf(1)).values!.count).toBe(1);
  });

  test('a row pasted over is put back as it was last seen where the other row still has its own', async () => {
    const server = rowsOf(3);
    const { workbook, session, settle, cells } = await openDesk(server);
    workbook.edit(keyOf(1), 'count', 7);
    await settle();
    await pasteOver(workbook, 0, 1);
    await settle();
    await session.moveContent();
    expect(await cells(keyOf(2))).toMatchObject({ task: '重点工作2', count: 2, result: '✓ 已同步' });
    expect(await cells(keyOf(1))).toMatchObject({ task: '重点工作1', count: 7, result: '● 待同步' });
  });

  test('a row cut and pasted over another: both are held, and the content finds its row again', async () => {
    const server = rowsOf(3);
    const { workbook, session, settle, cells } = await openDesk(server);
    workbook.edit(keyOf(1), 'count', 7);
    await settle();
    await cutOver(workbook, 0, 2);
    await settle();
    await session.sync();
    expect(server.bodies).toHaveLength(0);
    expect([...session.view.index!.misplaced.keys()].toSorted()).toEqual([keyOf(1), keyOf(3)]);
    expect(await cells(keyOf(1))).toMatchObject({ result: '≠ 显示的不是本行任务，请在侧栏确认' });
    await session.moveContent();
    expect(await cells(keyOf(1))).toMatchObject({ task: '重点工作1', count: 7 });
    expect(await cells(keyOf(3))).toMatchObject({ task: '重点工作3', count: 3 });
    await session.sync();
    expect(server.row(keyOf(1)).values!.count).toBe(7);
    expect(server.row(keyOf(3)).version).toBe(1);
  });

  test('what others change meanwhile waits, and comes once it is said whose the cells are', async () => {
    const server = rowsOf(2);
    const { workbook, session, settle, cells } = await openDesk(server);
    await pasteOver(workbook, 0, 1);
    await settle();
    server.edit(keyOf(2), { note: '同事改过' });
    await session.pull();
    expect(await cells(keyOf(2))).toMatchObject({ task: '重点工作1', note: underWay.note });
    await session.moveContent();
    await session.pull();
    expect(await cells(keyOf(2))).toMatchObject({ task: '重点工作2', count: 2, note: '同事改过' });
  });

  test('a pull that is undone is no edit: what a colleague has written is not overwritten by what stood there before', async () => {
    const server = rowsOf(2);
    const { workbook, session, settle, cells } = await openDesk(server);
    const { count, base } = await cells(keyOf(1));
    server.edit(keyOf(1), { count: 9 });
    await session.pull();
    workbook.edit(keyOf(1), 'count', count);
    workbook.edit(keyOf(1), 'base', base);
    await settle();
    await session.sync();
    expect(server.bodies).toHaveLength(0);
    expect(await cells(keyOf(1))).toMatchObject({ count: 1, result: '≠ 恢复成了较早的内容，请在侧栏确认' });
    await session.moveContent();
    expect(await cells(keyOf(1))).toMatchObject({ count: 9, base: 2, result: '✓ 已同步' });

    workbook.edit(keyOf(1), 'count', count);
    workbook.edit(keyOf(1), 'base', base);
    await settle();
    await session.keepContent([keyOf(1)]);
    await session.sync();
    expect(server.row(keyOf(1)).values!.count).toBe(1);
  });

  test('an undone write that changed no value is put right by itself', async () => {
    const server = rowsOf(1);
    const { workbook, session, settle, cells } = await openDesk(server);
    workbook.edit(keyOf(1), 'count', 5);
    await session.sync();
    workbook.edit(keyOf(1), 'base', 1);
    await settle();
    expect(session.view.index!.misplaced.size).toBe(0);
    expect(await cells(keyOf(1))).toMatchObject({ base: 2, result: '✓ 已同步' });
  });

  test('what another pane over the same workbook has seen newer and said of a row is left as it is', async () => {
    const server = rowsOf(1);
    const { workbook, session, settle, cells } = await openDesk(server);
    server.edit(keyOf(1), { count: 7 });
    const said = { base: 2, count: 7, result: '✓ 已同步' };
    for (const [column, value] of Object.entries(said)) workbook.edit(keyOf(1), column as 'base', value);
    await settle();
    expect(await cells(keyOf(1))).toMatchObject(said);
    expect(workbook.markOf(keyOf(1), 'count').mark).toBe('none');
    await session.sync();
    expect(server.row(keyOf(1)).version).toBe(2);
    expect(await cells(keyOf(1))).toMatchObject(said);
  });

  test('a row that shows one that has gone from the list is not taken for what it is not', async () => {
    const server = rowsOf(2);
    const { workbook, session, settle, cells } = await openDesk(server);
    await cutOver(workbook, 0, 1);
    await settle();
    server.put({ ...server.row(keyOf(1)), state: 'retired' });
    await session.pull();
    await session.sync();
    expect(server.bodies).toHaveLength(0);
    expect(await cells(keyOf(2))).toMatchObject({
      task: '重点工作1',
      result: '≠ 显示的不是本行任务，请在侧栏确认',
    });
  });

  test('a question that the sheet has moved on from is not acted upon', async () => {
    const { workbook, session, settle, cells } = await openDesk(rowsOf(2));
    await pasteOver(workbook, 0, 1);
    await settle();
    await pasteOver(workbook, 0, 0);
    workbook.edit(keyOf(2), 'task', '重点工作2');
    workbook.edit(keyOf(2), 'arrangement', '1-2-1 9月底前完成第2项企业检查10家。');
    await session.keepContent([keyOf(2)]);
    expect(session.view.index!.misplaced.size).toBe(0);
    expect(await cells(keyOf(2))).toMatchObject({ task: '重点工作2', count: 1 });
  });

  test('sorted without the hidden columns, no row is reported as another, and all find their place again', async () => {
    const order = fc
      .integer({ min: 2, max: 6 })
      .chain((count) => fc.shuffledSubarray([...Array(count).keys()], { minLength: count }));
    await fc.assert(
      fc.asyncProperty(order, fc.nat(5), async (places, typed) => {
        const server = rowsOf(places.length);
        const { workbook, session, settle, cells } = await openDesk(server);
        const edited = (typed % places.length) + 1;
        workbook.edit(keyOf(edited), 'count', 10);
        await settle();
        const seen = visible(await workbook.scan());
        workbook.pasteBlock(
          0,
          'result',
          places.map((place) => seen[place]!),
        );
        await settle();
        expect(session.view.index!.misplaced.size).toBe(places.filter((place, at) => place !== at).length);
        await session.moveContent();
        await session.sync();
        for (const at of places) {
          const count = at + 1 === edited ? 10 : at + 1;
          expect(await cells(keyOf(at + 1))).toMatchObject({ task: `重点工作${at + 1}`, count });
          expect(server.row(keyOf(at + 1)).values!.count).toBe(count);
        }
      }),
      { numRuns: 40 },
    );
  });
});
