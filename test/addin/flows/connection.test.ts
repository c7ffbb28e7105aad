import { describe, expect, test } from 'vitest';
import { ApiProblem } from '../../../addin/api/problem.ts';
import { FakeWorkbook } from '../../support/workbook/fake.ts';
import { fill, openDesk } from './support/desk.ts';
import { blankServer, type FakeServer } from './support/fakeServer.ts';
import { keyOf, underWay } from './support/rows.ts';

/** How often the server was asked whether it answers. */
function counted(server: FakeServer): { asked: () => number } {
  let asked = 0;
  const me = server.me.bind(server);
  server.me = () => {
    asked += 1;
    return me();
  };
  return { asked: () => asked };
}

describe('connecting', () => {
  test('lays out the ledger and keeps the key out of the workbook', async () => {
    const { workbook, session } = await openDesk(blankServer(3));
    expect(session.view).toMatchObject({ phase: 'connected', me: { unit: { id: 'xuejia' } }, problem: null });
    expect(session.view.ledger!.rows.size).toBe(3);
    expect(workbook.serialise()).not.toContain('tz_test');
  });

  test('a key of the bureau, and one of another unit, are refused with the reason', async () => {
    const server = blankServer(1);
    const { workbook } = await openDesk(server);
    server.unit = { id: 'menghe', name: '孟河镇' };
    expect((await openDesk(server, workbook)).session.view).toMatchObject({
      phase: 'disconnected',
      problem: { code: 'other-unit' },
    });
    server.unit = null as never;
    const { session } = await openDesk(server, new FakeWorkbook());
    expect(session.view).toMatchObject({ phase: 'disconnected', problem: { code: 'no-unit' } });
  });

  test('L2: before a workbook holds a ledger, its address says whose key it takes; another is refused, and nothing laid out', async () => {
    const server = blankServer(1);
    server.unit = { id: 'menghe', name: '孟河镇' };
    const { session, workbook } = await openDesk(server, new FakeWorkbook(), undefined, 'xuejia');
    expect(session.view).toMatchObject({
      phase: 'disconnected',
      ledger: null,
      problem: { code: 'other-unit' },
    });
    expect(await workbook.scan()).toBeNull();
    server.unit = { id: 'xuejia', name: '薛家镇' };
    await session.connect('tz_own');
    expect(session.view).toMatchObject({ phase: 'connected', ledger: { unit: { id: 'xuejia' } } });
  });

  test('a refused key is told in the server’s own words', async () => {
    const server = blankServer(1);
    server.fail(new ApiProblem(401, 'key-revoked', { zh: '密钥已作废。', en: 'The key is revoked.' }));
    const { session } = await openDesk(server);
    expect(session.view.problem!.messages!.zh).toBe('密钥已作废。');
  });
});

describe('T5: out of reach of the server', () => {
  test('it goes on checking, and syncs by itself once the server answers again', async () => {
    const server = blankServer(2);
    const desk = await openDesk(server);
    fill(desk.workbook, 1);
    server.fail('down');
    await desk.session.sync();
    expect(desk.session.view).toMatchObject({ offline: true, busy: null });
    desk.workbook.edit(keyOf(2), 'count', '约80');
    await desk.settle();
    expect(desk.session.view.standings.get(keyOf(2))!.kind).toBe('error');
    server.fail(null);
    await desk.pass(5_000);
    expect(desk.session.view).toMatchObject({ offline: false, problem: null });
    expect(server.row(keyOf(1))).toMatchObject({ version: 1, values: underWay });
    expect(await desk.cells(keyOf(1))).toMatchObject({ result: '✓ 已同步' });
  });

  test('it asks after 5 seconds, then ever more rarely, at least every five minutes, one question at a time', async () => {
    const server = blankServer(1);
    const desk = await openDesk(server);
    const { asked } = counted(server);
    server.fail('down');
    await desk.session.sync();
    const waits: number[] = [];
    for (let seconds = 0, last = 0, before = 0; seconds < 1600; seconds += 1) {
      await desk.pass(1000);
      if (asked() > before) {
        expect(asked()).toBe(before + 1);
        waits.push(seconds + 1 - last);
        last = seconds + 1;
        before = asked();
      }
    }
    expect(waits).toEqual([5, 10, 20, 40, 80, 160, 300, 300, 300, 300]);
    // Flows of the clerk in between neither hasten nor double it.
    await desk.session.sync();
    await desk.session.check();
    await desk.pass(299_000);
    expect(asked()).toBe(waits.length + 1);
  });

  test('when the network is back it asks at once, and begins anew with short waits', async () => {
    const server = blankServer(1);
    const desk = await openDesk(server);
    const { asked } = counted(server);
    server.fail('down');
    await desk.session.sync();
    await desk.pass(100_000);
    const before = asked();
    await desk.network();
    expect(asked()).toBe(before + 1);
    await desk.pass(5_000);
    expect(asked()).toBe(before + 2);
    fill(desk.workbook, 1);
    server.fail(null);
    await desk.network();
    expect(server.row(keyOf(1)).version).toBe(1);
    expect(desk.session.view.offline).toBe(false);
    await desk.pass(3_600_000);
    expect(asked()).toBe(before + 3);
  });

  test('when the network goes, it is told before anybody presses a button; what was typed is not sent while the server answers', async () => {
    const server = blankServer(1);
    const desk = await openDesk(server);
    fill(desk.workbook, 1);
    await desk.network();
    expect(desk.session.view.offline).toBe(false);
    expect(server.bodies).toEqual([]);
    server.fail('down');
    await desk.network();
    expect(desk.session.view.offline).toBe(true);
  });

  test('S2.2: the answer that was lost is asked for under its own id, by itself', async () => {
    const server = blankServer(1);
    const desk = await openDesk(server);
    fill(desk.workbook, 1);
    server.fail('answer lost');
    await desk.session.sync();
    server.fail(null);
    await desk.pass(5_000);
    expect(server.bodies).toHaveLength(2);
    expect(server.bodies[1]).toBe(server.bodies[0]);
    expect(server.row(keyOf(1)).version).toBe(1);
  });

  test('opened out of reach, it connects and syncs once the server answers; a key of another unit is found out then', async () => {
    const server = blankServer(1);
    const { workbook } = await openDesk(server);
    server.fail('down');
    const desk = await openDesk(server, workbook.reopen());
    fill(desk.workbook, 1);
    expect(desk.session.view).toMatchObject({ phase: 'connected', offline: true });
    const other = await openDesk(server, workbook.reopen());
    fill(other.workbook, 1);
    server.fail(null);
    await desk.pass(5_000);
    expect(server.row(keyOf(1)).version).toBe(1);
    server.unit = { id: 'menghe', name: '孟河镇' };
    await other.pass(5_000);
    expect(other.session.view).toMatchObject({
      phase: 'disconnected',
      offline: false,
      problem: { code: 'other-unit' },
    });
    expect(server.bodies).toHaveLength(1);
  });

  test('an answer that refuses is an answer: it is told, and nothing is asked again', async () => {
    const server = blankServer(1);
    const desk = await openDesk(server);
    server.fail('down');
    await desk.session.sync();
    server.fail(new ApiProblem(401, 'key-revoked', { zh: '密钥已作废。', en: 'The key is revoked.' }));
    const { asked } = counted(server);
    await desk.pass(5_000);
    expect(desk.session.view).toMatchObject({ offline: false, problem: { code: 'key-revoked' } });
    await desk.pass(3_600_000);
    expect(asked()).toBe(1);
  });

  test('disconnected or closed, it asks no more', async () => {
    for (const end of ['disconnect', 'close'] as const) {
      const server = blankServer(1);
      const desk = await openDesk(server);
      const { asked } = counted(server);
      server.fail('down');
      await desk.session.sync();
      desk.session[end]();
      await desk.network();
      await desk.pass(3_600_000);
      expect(asked()).toBe(0);
    }
  });

  test('S8: offline from the start it goes on checking', async () => {
    const server = blankServer(1);
    const { workbook } = await openDesk(server);
    server.fail('down');
    const desk = await openDesk(server, workbook.reopen());
    expect(desk.session.view).toMatchObject({ phase: 'connected', offline: true });
    desk.workbook.edit(keyOf(1), 'count', '约80');
    await desk.settle();
    expect(desk.session.view.standings.get(keyOf(1))!.kind).toBe('error');
    server.fail(null);
    await desk.session.sync();
    expect(desk.session.view).toMatchObject({ offline: false, problem: null });
  });
});
