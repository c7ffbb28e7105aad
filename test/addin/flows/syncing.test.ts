import { describe, expect, test } from 'vitest';
import { ApiProblem } from '../../../addin/api/problem.ts';
import { shown } from '../../../addin/flows/ledger.ts';
import { FakeWorkbook } from '../../support/workbook/fake.ts';
import { blankRow } from '../../../shared/row/row.ts';
import { fill, openDesk } from './support/desk.ts';
import { blankServer, FakeServer } from './support/fakeServer.ts';
import { keyOf, serverRow, underWay } from './support/rows.ts';

describe('a day of work', () => {
  test('fill in, sync, and everything is synced', async () => {
    const server = blankServer(3);
    const { workbook, session, settle, cells } = await openDesk(server);
    fill(workbook, 1, { ...underWay, count: '３家' });
    fill(workbook, 2, { status: '进行中', count: '约80' });
    await settle();
    expect((await cells(keyOf(1)))['result']).toBe('● 待同步');
    await session.sync();
    expect(session.view.ledger!.lastSync!.counts).toEqual({ applied: 1, invalid: 1 });
    expect(await cells(keyOf(1))).toMatchObject({ count: 3, result: '✓ 已同步', base: 1 });
    expect(await cells(keyOf(2))).toMatchObject({
      count: '约80',
      result: '✗ 草稿已存，2 处错误：数量、工作情况',
    });
    expect(server.bodies).toHaveLength(1);
    await session.sync();
    expect(server.bodies).toHaveLength(1);
  });

  test('T9: what was synced when is remembered, ten times at most, and what moved nothing is forgotten', async () => {
    const { workbook, session, pass } = await openDesk(blankServer(1));
    expect(session.view.ledger!.lastSync).toMatchObject({ at: '2024-07-31T02:00:00.000Z', received: 1 });
    await pass(60_000);
    await session.sync();
    await session.sync();
    expect(session.view.ledger!.lastSync).toMatchObject({ at: '2024-07-31T02:01:00.000Z', received: 0 });
    expect(session.view.ledger!.earlier.map(({ at, received }) => [at, received])).toEqual([
      ['2024-07-31T02:00:00.000Z', 1],
    ]);
    for (let count = 1; count <= 12; count += 1) {
      fill(workbook, 1, { ...underWay, count: count % 10 });
      await session.sync();
    }
    expect(session.view.ledger!.earlier).toHaveLength(9);
    expect(session.view.ledger!.earlier[0]!.counts).toEqual({ applied: 1 });
  });

  test('S11.1: pushes chunk by chunk, says how far it is, and stops between two', async () => {
    const server = blankServer(9);
    const desk = await openDesk(server, new FakeWorkbook(), { rows: 4, bytes: 100_000 });
    for (let number = 1; number <= 9; number += 1) fill(desk.workbook, number);
    const seen: string[] = [];
    desk.session.subscribe(({ progress }) => progress && seen.push(`${progress.done}/${progress.total}`));
    server.meanwhile = () => server.bodies.length === 2 && desk.session.stop();
    await desk.session.sync();
    expect(server.bodies.map((body) => JSON.parse(body).rows.length)).toEqual([4, 4]);
    expect([...new Set(seen)]).toEqual(['0/9', '4/9', '8/9']);
    server.meanwhile = null;
    await desk.session.sync();
    expect(server.bodies.map((body) => JSON.parse(body).rows.length)).toEqual([4, 4, 1]);
    const ids = server.bodies.map((body) => JSON.parse(body).pushId);
    expect(new Set(ids).size).toBe(3);
  });

  test('what is typed while a push is under way stays and goes with the next one', async () => {
    const server = blankServer(1);
    const { workbook, session, cells } = await openDesk(server);
    fill(workbook, 1);
    server.meanwhile = () => workbook.edit(keyOf(1), 'count', 9);
    await session.sync();
    server.meanwhile = null;
    expect(await cells(keyOf(1))).toMatchObject({ count: 9, result: '● 待同步' });
    await session.sync();
    expect(server.row(keyOf(1)).values!.count).toBe(9);
  });

  test('C4: prefilled values go only once they are confirmed', async () => {
    const prefill = { ...blankRow, ...underWay };
    const server = new FakeServer([serverRow(1, null, { prefill })]);
    const { session } = await openDesk(server);
    await session.sync();
    expect(server.bodies).toHaveLength(0);
    await session.confirmPrefilled(keyOf(1));
    await session.sync();
    expect(server.row(keyOf(1)).values).toMatchObject(underWay);
  });
});

describe('two clerks', () => {
  test.each(['pull', 'sync'] as const)(
    'S4: typed while a %s is about to write, it is in conflict, not overwritten',
    async (flow) => {
      const server = blankServer(2);
      const { workbook, session } = await openDesk(server);
      fill(workbook, 1);
      fill(workbook, 2);
      await session.sync();
      server.edit(keyOf(1), { count: 5 });
      if (flow === 'sync') workbook.edit(keyOf(2), 'note', '另一行的话');
      const scan = workbook.scan.bind(workbook);
      // The sheet has been read for the last time before the write, and then the clerk types.
      let readings = 0;
      workbook.scan = async (positions) => {
        const seen = await scan(positions);
        readings += 1;
        if (readings === (flow === 'sync' ? 2 : 1)) workbook.edit(keyOf(1), 'count', 8);
        return seen;
      };
      await session[flow]();
      expect((await scan())!.find(({ cells }) => cells.key === keyOf(1))!.cells.count).toBe(8);
      expect(session.view.ledger!.rows.get(keyOf(1))!.conflict).toMatchObject({ fields: ['count'] });
      expect(server.rows.get(keyOf(1))!.row.values!.count).toBe(5);
    },
  );

  test('a conflict is decided field by field and pushed against theirs (S4.1, S4.4)', async () => {
    const server = new FakeServer([serverRow(1, underWay)]);
    const { workbook, session, settle, cells } = await openDesk(server);
    fill(workbook, 1, { count: 4, note: '我写的：检查了四家企业' });
    server.edit(keyOf(1), { count: 5, note: '对方：检查了五家企业' });
    await session.sync();
    await settle();
    expect(session.view.standings.get(keyOf(1))).toMatchObject({ kind: 'conflict', pushable: false });
    await session.sync();
    expect(server.bodies).toHaveLength(1);
    await session.decideField(keyOf(1), 'count', { take: 'theirs' });
    expect(session.view.standings.get(keyOf(1))!.kind).toBe('conflict');
    await session.decideField(keyOf(1), 'note', { take: 'mine' });
    expect(await cells(keyOf(1))).toMatchObject({ count: 5, result: '● 待同步' });
    await session.sync();
    expect(JSON.parse(server.bodies[1]!).rows[0].base).toBe(2);
    expect(server.row(keyOf(1))).toMatchObject({
      version: 3,
      values: { count: 5, note: '我写的：检查了四家企业' },
    });
  });

  test('two workbooks and the server agree once both have synced (S7)', async () => {
    const server = new FakeServer([1, 2, 3].map((number) => serverRow(number, underWay)));
    const [one, two] = [await openDesk(server), await openDesk(server)];
    fill(one.workbook, 1, { count: 4 });
    fill(two.workbook, 1, { note: '乙改了说明：检查三家' });
    fill(two.workbook, 2, { count: 7 });
    two.workbook.sortBy('task', false);
    for (const desk of [one, two, one]) await desk.session.sync();
    for (const number of [1, 2, 3]) {
      const { values } = shown(server.row(keyOf(number)));
      for (const desk of [one, two]) {
        const { count, note } = await desk.cells(keyOf(number));
        expect({ count, note }).toEqual({ count: values.count, note: values.note });
      }
    }
    expect(server.row(keyOf(1)).values).toMatchObject({ count: 4, note: '乙改了说明：检查三家' });
  });
});

describe('lost answers and other computers', () => {
  test('a lost answer is asked for again under the same id with the same body (S2.2)', async () => {
    const server = blankServer(2);
    const { workbook, session, cells } = await openDesk(server);
    fill(workbook, 1);
    server.fail('answer lost');
    await session.sync();
    expect(session.view).toMatchObject({ offline: true, problem: { code: 'offline' } });
    server.fail(null);
    fill(workbook, 1, { count: 6 });
    await session.sync();
    expect(server.bodies[1]).toBe(server.bodies[0]);
    expect(server.row(keyOf(1))).toMatchObject({ version: 2, values: { count: 6 } });
    expect(await cells(keyOf(1))).toMatchObject({ count: 6, result: '✓ 已同步' });
  });

  test('a pull asks for the lost answer first, so that nobody is in conflict with themselves', async () => {
    const server = blankServer(1);
    const { workbook, session } = await openDesk(server);
    fill(workbook, 1);
    server.fail('answer lost');
    await session.sync();
    server.fail(null);
    fill(workbook, 1, { count: 6 });
    await session.pull();
    expect(session.view.standings.get(keyOf(1))!.kind).toBe('changed');
  });

  test('closed with an answer outstanding, mailed, opened elsewhere: the very same push goes out there (S2.2, S8)', async () => {
    const server = blankServer(2);
    const first = await openDesk(server);
    fill(first.workbook, 1);
    server.fail('answer lost');
    await first.session.sync();
    first.session.close();
    server.fail(null);
    const second = await openDesk(server, first.workbook.reopen());
    await second.session.sync();
    expect(new Set(server.bodies).size).toBe(1);
    expect(server.row(keyOf(1)).version).toBe(1);
    expect(second.session.view.ledger!.pending).toBeNull();
    expect(await second.cells(keyOf(1))).toMatchObject({ result: '✓ 已同步', base: 1 });
  });

  test('an open conflict travels with the workbook (S4.4, S8)', async () => {
    const server = new FakeServer([serverRow(1, underWay)]);
    const first = await openDesk(server);
    fill(first.workbook, 1, { count: 4 });
    server.edit(keyOf(1), { count: 5 });
    await first.session.sync();
    const second = await openDesk(server, first.workbook.reopen());
    expect(second.session.view.ledger!.rows.get(keyOf(1))!.conflict).toMatchObject({ fields: ['count'] });
    await second.session.decideField(keyOf(1), 'count', { take: 'typed', value: 9 });
    await second.session.sync();
    expect(server.row(keyOf(1)).values!.count).toBe(9);
  });

  test('a conflict is still one where the workbook’s state was lost: the row itself says so', async () => {
    const server = new FakeServer([serverRow(1, underWay)]);
    const first = await openDesk(server);
    fill(first.workbook, 1, { count: 4 });
    server.edit(keyOf(1), { count: 5 });
    await first.session.sync();
    expect(await first.cells(keyOf(1))).toMatchObject({ count: 4, base: 2 });
    await first.workbook.writeState({});
    const second = await openDesk(server, first.workbook.reopen());
    await second.session.sync();
    expect(second.session.view.ledger!.rows.get(keyOf(1))!.conflict).toMatchObject({ fields: ['count'] });
    expect(server.row(keyOf(1)).values!.count).toBe(5);
  });

  test('a ledger that has gone from the workbook is laid out again, and that is told', async () => {
    const server = blankServer(2);
    const { workbook, session } = await openDesk(server);
    expect(session.view.laidOutAgain).toBe(false);
    workbook.restore(JSON.stringify({ ...JSON.parse(workbook.serialise()), rows: null }));
    await session.pull();
    expect(session.view.laidOutAgain).toBe(true);
    expect(await workbook.scan()).toHaveLength(2);
    session.dismiss('laidOutAgain');
    expect(session.view.laidOutAgain).toBe(false);
  });

  test('S6.2: a cursor that the server no longer knows: the whole sheet is pulled, and the push goes out', async () => {
    const server = new FakeServer([serverRow(1, underWay), serverRow(2), serverRow(3)]);
    const { workbook, session, cells } = await openDesk(server);
    fill(workbook, 2);
    server.reset([serverRow(1, { ...underWay, count: 1 }), serverRow(2)]);
    await session.sync();
    expect(session.view.problem).toBeNull();
    expect(server.row(keyOf(2)).values).toMatchObject(underWay);
    expect(await cells(keyOf(1))).toMatchObject({ count: 1 });
    expect(workbook.archivedKeys()).toEqual([keyOf(3)]);
    server.reset([serverRow(1, underWay)]);
    await session.pull();
    expect(session.view.problem).toBeNull();
  });

  test('S2.2: a push that is refused as a whole is not sent for ever', async () => {
    const server = blankServer(1);
    const { workbook, session } = await openDesk(server);
    fill(workbook, 1);
    server.fail(new ApiProblem(413, 'too-large', null));
    await session.sync();
    expect(session.view).toMatchObject({ problem: { code: 'too-large' }, ledger: { pending: null } });
    server.fail(null);
    await session.sync();
    expect(server.row(keyOf(1)).version).toBe(1);
  });
});
