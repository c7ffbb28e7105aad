import { describe, expect, test } from 'vitest';
import { openExcelDesk } from './support/excelDesk.ts';
import { FakeServer } from './support/fakeServer.ts';
import { keyOf, serverRow, underWay } from './support/rows.ts';

async function opened(api: number) {
  const server = new FakeServer([1, 2].map((number) => serverRow(number, underWay)));
  const desk = await openExcelDesk(server, { api, undo: true });
  const says = (number: number) => [desk.cell(keyOf(number), 'count'), desk.cell(keyOf(number), 'result')];
  return { server, desk, says };
}

/** A clerk looks at the sheet between one key and the next. */
const aMoment = 1000;

describe.each([9, 18])('S12.8: undo, key by key, over a stand-in with ExcelApi 1.%i', (api) => {
  test('what was typed can be taken back at any pace, although the add-in’s own writes stand between', async () => {
    const { server, desk, says } = await opened(api);
    desk.type(keyOf(1), 'count', 8);
    await desk.wait(aMoment);
    desk.type(keyOf(2), 'count', 9);
    await desk.wait(aMoment);
    expect([says(1), says(2)]).toEqual([
      [8, '● 待同步'],
      [9, '● 待同步'],
    ]);
    // No more than two keys for each act, the add-in's and the clerk's.
    for (let key = 0; key < 8 && desk.cell(keyOf(1), 'count') !== 3; key += 1) {
      desk.host.undo();
      await desk.wait(aMoment);
    }
    await desk.wait(10_000);
    expect([says(1), says(2)]).toEqual([
      [3, '✓ 已同步'],
      [3, '✓ 已同步'],
    ]);
    await desk.session.sync();
    expect(server.bodies).toHaveLength(0);
  });

  test('an own write that was undone stands again a few seconds later, and at once before a sync', async () => {
    const { desk, says } = await opened(api);
    desk.type(keyOf(1), 'count', 8);
    await desk.wait(aMoment);
    // Its colour, then its word.
    desk.host.undo();
    desk.host.undo();
    await desk.wait(aMoment);
    expect(says(1)).toEqual([8, '✓ 已同步']);
    await desk.wait(4000);
    expect(says(1)).toEqual([8, '● 待同步']);
    desk.host.undo();
    desk.host.undo();
    await desk.wait(aMoment);
    await desk.session.sync();
    expect(says(1)).toEqual([8, '✓ 已同步']);
  });
});
