import { env } from 'cloudflare:workers';
import fc from 'fast-check';
import { beforeAll, expect, test, vi } from 'vitest';
import { play } from './play.ts';
import { regressions } from './regressions.ts';
import { Server } from './server.ts';
import { steps } from './steps.ts';

/** Set by the environment variables of the same names. */
const { FUZZ_START, FUZZ_SEEDS } = env as unknown as Record<string, string | undefined>;
const start = Number(FUZZ_START || 1);
const seeds = Number(FUZZ_SEEDS || 60);

let server: Server;
beforeAll(async () => {
  // The app reports the faults that are put into D1: there are many.
  vi.spyOn(console, 'error').mockImplementation(() => {});
  server = await Server.start();
});

test.each(regressions)('$what', async ({ steps, mine }) => play(server, steps, mine));

test(`S7: whatever the network and the clerks do, nothing is lost, doubled or overwritten (seeds ${start} to ${start + seeds - 1})`, async () => {
  const began = Date.now();
  for (let seed = start; seed < start + seeds; seed += 1) {
    const run = fc.asyncProperty(steps, fc.nat({ max: 63 }), (what, mine) => play(server, what, mine));
    const result = await fc.check(run, {
      seed,
      numRuns: 1,
      endOnFailure: false,
      interruptAfterTimeLimit: 60_000,
    });
    if (!result.failed) continue;
    const [what, mine] = result.counterexample ?? [[], 0];
    const reason =
      result.errorInstance instanceof Error ? result.errorInstance.message : String(result.errorInstance);
    const story = what.map((step) => `  ${JSON.stringify(step)},`).join('\n');
    expect.fail(
      `seed ${seed}, after ${result.numShrinks} shrinks: ${reason}\n{ mine: ${mine}, steps: [\n${story}\n] }`,
    );
  }
  const spent = (Date.now() - began) / 1000;
  console.log(`fuzz: ${seeds} seeds in ${spent.toFixed(1)} s, ${(seeds / spent).toFixed(1)} a second`);
}, 3_600_000);
