import { describe, expect, test } from 'vitest';
import { fill, openDesk } from './support/desk.ts';
import { blankServer, FakeServer } from './support/fakeServer.ts';
import { keyOf, serverRow, underWay } from './support/rows.ts';

describe('rows gone astray', () => {
  test('S1.1: touched identity cells are put back and told once', async () => {
    const { workbook, session, settle, cells } = await openDesk(blankServer(2));
    workbook.edit(keyOf(1), 'task', '别的');
    await settle();
    expect(await cells(keyOf(1))).toMatchObject({ task: '重点工作1' });
    expect(session.view.restored).toEqual([keyOf(1)]);
    session.dismiss('restored');
    await settle();
    expect(session.view.restored).toEqual([]);
  });

  test('C13: of two copies the chosen one is pushed; the other keeps its values and loses its key', async () => {
    const server = new FakeServer([serverRow(1, underWay)]);
    const { workbook, session, settle } = await openDesk(server);
    workbook.copyRow(keyOf(1));
    workbook.edit(0, 'count', 4);
    workbook.edit(1, 'count', 7);
    await settle();
    await session.sync();
    expect(server.bodies).toHaveLength(0);
    const copies = session.view.index!.duplicates.get(keyOf(1))!;
    await session.chooseCopy(keyOf(1), copies[1]!);
    await session.sync();
    expect(server.row(keyOf(1)).values!.count).toBe(7);
    const rest = (await workbook.scan())!.find(({ cells }) => cells.key === null)!;
    expect(rest.cells).toMatchObject({ count: 4, result: '重复副本，不会上报' });
  });

  test('a choice between copies that have moved since is not acted upon', async () => {
    const { workbook, session, settle } = await openDesk(
      new FakeServer([serverRow(1, underWay), serverRow(2)]),
    );
    workbook.copyRow(keyOf(1));
    workbook.edit(0, 'count', 4);
    await settle();
    const [copy] = session.view.index!.duplicates.get(keyOf(1))!;
    workbook.moveRow(keyOf(2), 0);
    await session.chooseCopy(keyOf(1), copy!);
    expect(session.view.index!.duplicates.get(keyOf(1))).toHaveLength(2);
  });

  test('a choice between copies that have changed places is not acted upon either', async () => {
    const { workbook, session, settle } = await openDesk(new FakeServer([serverRow(1, underWay)]));
    workbook.copyRow(keyOf(1));
    workbook.edit(0, 'count', 4);
    workbook.edit(1, 'count', 7);
    await settle();
    const [copy] = session.view.index!.duplicates.get(keyOf(1))!;
    workbook.sortBy('count', false);
    await session.chooseCopy(keyOf(1), copy!);
    expect(session.view.index!.duplicates.get(keyOf(1))).toHaveLength(2);
  });

  test('a row copied while its push is under way loses nothing of the other side', async () => {
    const server = new FakeServer([serverRow(1, underWay)]);
    const { workbook, session, cells } = await openDesk(server);
    server.edit(keyOf(1), { problems: '停产一家' });
    fill(workbook, 1, { count: 4 });
    server.meanwhile = () => workbook.copyRow(keyOf(1));
    await session.sync();
    server.meanwhile = null;
    await session.chooseCopy(keyOf(1), session.view.index!.duplicates.get(keyOf(1))![0]!);
    await session.sync();
    await session.pull();
    expect(server.row(keyOf(1)).values).toMatchObject({ count: 4, problems: '停产一家' });
    expect(await cells(keyOf(1))).toMatchObject({ problems: '停产一家', result: '✓ 已同步' });
  });

  test('what changed at the server while copies were open comes after the choice', async () => {
    const server = new FakeServer([serverRow(1, underWay)]);
    const { workbook, session, settle, cells } = await openDesk(server);
    workbook.copyRow(keyOf(1));
    await settle();
    server.edit(keyOf(1), { count: 8 });
    await session.pull();
    await session.chooseCopy(keyOf(1), session.view.index!.duplicates.get(keyOf(1))![0]!);
    await session.pull();
    expect(await cells(keyOf(1))).toMatchObject({ count: 8, base: 2 });
  });

  test('deleted rows are told and can be brought back', async () => {
    const server = new FakeServer([serverRow(1, underWay), serverRow(2)]);
    const { workbook, session, settle, cells } = await openDesk(server);
    workbook.deleteRow(keyOf(1));
    await settle();
    await session.pull();
    expect(session.view.index!.missing).toEqual([keyOf(1)]);
    await session.bringBack();
    expect(session.view.index!.missing).toEqual([]);
    expect(await cells(keyOf(1))).toMatchObject({ count: 3, result: '✓ 已同步' });
  });

  test('C12: retired rows are moved to the archive sheet', async () => {
    const server = new FakeServer([serverRow(1, underWay), serverRow(2)]);
    const { workbook, session } = await openDesk(server);
    server.put({ ...server.row(keyOf(1)), state: 'retired' });
    await session.pull();
    expect(workbook.archivedKeys()).toEqual([keyOf(1)]);
    expect(session.view.ledger!.lastSync).toMatchObject({ archived: 1 });
  });
});
