import { breach } from './checks.ts';
import { untilQuiet } from './quiet.ts';
import type { Server } from './server.ts';
import type { Step } from './steps.ts';
import { World } from './world.ts';

/** Plays a run from beginning to end. Throws what was broken, in words. */
export async function play(server: Server, steps: Step[], mine: number): Promise<void> {
  const world = await World.open(server);
  for (const [at, step] of steps.entries()) {
    await world.take(step);
    if (server.failure) throw new Error(`after step ${at + 1}: ${server.failure}`);
  }
  await untilQuiet(world, mine);
  const broken = server.failure ?? (await breach(world));
  if (broken) throw new Error(broken);
}
