import { describe, expect, test } from 'vitest';
import { openExcelDesk } from './support/excelDesk.ts';
import { FakeServer } from './support/fakeServer.ts';
import { keyOf, serverRow, underWay } from './support/rows.ts';
import type { HostOptions } from '../../support/office/host.ts';

async function opened(options: Partial<HostOptions>) {
  const server = new FakeServer([1, 2].map((number) => serverRow(number, underWay)));
  const desk = await openExcelDesk(server, { ...options, undo: true });
  const says = (number: number) => [desk.cell(keyOf(number), 'count'), desk.cell(keyOf(number), 'result')];
  const stands = (number: number) => desk.session.view.standings.get(keyOf(number))!.kind;
  return { server, desk, says, stands };
}

/** A clerk looks at the sheet between one key and the next. */
const aMoment = 1000;
/** Longer than any pause after which results are written. */
const aPause = 10_000;

describe('S12.8: undo where Excel keeps what add-ins write (ExcelApi 1.19)', () => {
  const kept = { api: 19, habits: { undo: 'kept' } } as const;

  test('what was typed can be taken back at any pace, although the add-in’s own writes stand between', async () => {
    const { server, desk, says } = await opened(kept);
    desk.type(keyOf(1), 'count', 8);
    await desk.wait(aMoment);
    desk.type(keyOf(2), 'count', 9);
    await desk.wait(aPause);
    expect([says(1), says(2)]).toEqual([
      [8, '● 待同步'],
      [9, '● 待同步'],
    ]);
    // No more than three keys for each act: its word, its colour, and the clerk's own.
    for (let key = 0; key < 9 && desk.cell(keyOf(1), 'count') !== 3; key += 1) {
      desk.host.undo();
      await desk.wait(aMoment);
    }
    await desk.wait(aPause);
    expect([says(1), says(2)]).toEqual([
      [3, '✓ 已同步'],
      [3, '✓ 已同步'],
    ]);
    await desk.session.sync();
    expect(server.bodies).toHaveLength(0);
  });

  test('an own write that was undone stands again a few seconds later, and at once before a sync', async () => {
    const { desk, says } = await opened(kept);
    desk.type(keyOf(1), 'count', 8);
    await desk.wait(aPause);
    // Its colour, then its word.
    desk.host.undo();
    desk.host.undo();
    await desk.wait(aMoment);
    expect(says(1)).toEqual([8, '✓ 已同步']);
    await desk.wait(aPause);
    expect(says(1)).toEqual([8, '● 待同步']);
    desk.host.undo();
    desk.host.undo();
    await desk.wait(aMoment);
    await desk.session.sync();
    expect(says(1)).toEqual([8, '✓ 已同步']);
  });
});

// github.com/OfficeDev/office-js 3778, 3788, 6170: Excel 2021 and 2024 forget what can be undone once an add-in writes.
describe('S12.8: undo where an add-in’s write ends what can be undone (before ExcelApi 1.19)', () => {
  const cleared = { api: 18, habits: { undo: 'cleared' } } as const;

  test('while the clerk goes on typing nothing is written, the pane shows how rows stand, and all can be undone', async () => {
    const { desk, says, stands } = await opened(cleared);
    for (const count of [7, 8, 9]) {
      desk.type(keyOf(1), 'count', count);
      await desk.wait(aMoment);
    }
    expect([says(1), stands(1)]).toEqual([[9, '✓ 已同步'], 'changed']);
    for (let key = 0; key < 3; key += 1) {
      desk.host.undo();
      await desk.wait(aMoment);
    }
    expect([says(1), stands(1)]).toEqual([[3, '✓ 已同步'], 'synced']);
  });

  test('results of all that was typed are written in one go once she pauses', async () => {
    const { desk, says } = await opened(cleared);
    const { syncs } = desk.host.counts;
    for (const number of [1, 2]) {
      desk.type(keyOf(number), 'count', 8);
      await desk.wait(aMoment);
    }
    const read = desk.host.counts.syncs - syncs;
    await desk.wait(aPause);
    expect([says(1), says(2)]).toEqual([1, 2].map(() => [8, '● 待同步']));
    // Read once more; the words, the colours, what notes there are; and read, since it was written to.
    expect(desk.host.counts.syncs - syncs - read).toBe(5);
  });

  test('where a result stays as it is nothing is written, and what was typed can be undone for ever', async () => {
    const { desk, says } = await opened(cleared);
    desk.type(keyOf(1), 'count', 8);
    await desk.wait(aPause);
    desk.type(keyOf(1), 'count', 7);
    await desk.wait(aPause);
    expect(says(1)).toEqual([7, '● 待同步']);
    desk.host.undo();
    await desk.wait(aPause);
    expect(says(1)).toEqual([8, '● 待同步']);
  });
});
