import type { World } from './world.ts';

/** More rounds than any honest exchange needs: past them the workbooks are arguing for ever. */
const mostRounds = 10;

/** Faults are off, nothing is locked; everybody decides, pushes and pulls until nothing changes any more. */
export async function untilQuiet(world: World, mine: number): Promise<void> {
  await world.landAll();
  if (world.server.state.lockDays !== null) await world.bureau.lock(null);
  for (let round = 0; round < mostRounds; round += 1) {
    const before = world.desks.map(({ workbook }) => workbook.serialise());
    const { pushes } = world.server;
    for (const desk of world.desks) {
      const { session } = desk;
      await desk.settle();
      for (const [key, copies] of session.view.index?.duplicates ?? []) {
        desk.forget(key);
        await session.chooseCopy(key, copies[0]!);
      }
      await world.settleWhose(desk, mine % 2 === 1);
      await session.bringBack();
      await world.decideAll(desk, round === 0 ? mine : mine >> 2);
      await desk.run({ kind: 'none' }, () => session.sync());
      if (session.view.problem) {
        world.server.fail(
          `a workbook ends with the problem ${session.view.problem.code}: ${session.view.problem.message}`,
        );
        return;
      }
    }
    const same = world.desks.every(({ workbook }, at) => workbook.serialise() === before[at]);
    if (same && world.server.pushes === pushes) return;
  }
  const restless = world.desks.flatMap(({ session }, at) =>
    [...session.view.standings.values()]
      .filter(({ pushable }) => pushable)
      .map(
        ({ key, kind, changed }) => `workbook ${at} would still push ${key} (${kind}: ${changed.join(', ')})`,
      ),
  );
  world.server.fail(`not quiet after ${mostRounds} rounds: ${restless.join('; ')}`);
}
