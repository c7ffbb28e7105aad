import { runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import fc from 'fast-check';
import { beforeAll, expect, test, vi } from 'vitest';
import { nearD1 } from './nearD1.ts';
import { play } from './play.ts';
import { regressions } from './regressions.ts';
import { Server } from './server.ts';
import { shortest } from './shrink.ts';
import { steps, type Step } from './steps.ts';

/** Set by the environment variables of the same names. */
const { FUZZ_D1, FUZZ_START, FUZZ_SEEDS, FUZZ_SHRINK } = env as unknown as Record<string, string | undefined>;
const start = Number(FUZZ_START || 1);
const seeds = Number(FUZZ_SEEDS || 30);
/** Milliseconds for shrinking; mutants need none. */
const shrinkFor = Number(FUZZ_SHRINK || 120_000);

let server: Server;
beforeAll(async () => {
  // The app reports the faults that are put into D1: there are many.
  vi.spyOn(console, 'error').mockImplementation(() => {});
});

/** Runs a test on D1, or near it. */
const onD1 = (act: () => Promise<void>) => async () => {
  if (FUZZ_D1 !== 'near') {
    server ??= await Server.start();
    return act();
  }
  const { STORE } = env as unknown as { STORE: DurableObjectNamespace };
  const stub = STORE.get(STORE.idFromName('fuzz'));
  await runInDurableObject(stub, async (_, { storage }) => {
    env.DB = nearD1(storage);
    if (!server) {
      for (const { queries } of env.TEST_MIGRATIONS) for (const query of queries) storage.sql.exec(query);
      server = await Server.start();
    }
    await act();
  });
};

async function reasonOf(what: Step[], mine: number): Promise<string | null> {
  try {
    await play(server, what, mine);
    return null;
  } catch (thrown) {
    return thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
  }
}

test.each(regressions)('$what', ({ steps, mine }) => onD1(() => play(server, steps, mine))());

test(
  `S7: whatever the network and the clerks do, nothing is lost, doubled or overwritten (seeds ${start} to ${start + seeds - 1})`,
  onD1(async () => {
    const began = Date.now();
    for (let seed = start; seed < start + seeds; seed += 1) {
      const [[what, mine]] = fc.sample(fc.tuple(steps, fc.nat({ max: 63 })), { seed, numRuns: 1 }) as [
        [Step[], number],
      ];
      const reason = await reasonOf(what, mine);
      if (reason === null) continue;
      const least = await shortest(what, (less) => reasonOf(less, mine), Date.now() + shrinkFor);
      const story = least.steps.map((step) => `    ${JSON.stringify(step)},`).join('\n');
      expect.fail(
        `seed ${seed}: ${least.reason ?? reason}\nshrunk from ${what.length} steps in ${least.tried} tries:\n{ mine: ${mine}, steps: [\n${story}\n] }`,
      );
    }
    const spent = (Date.now() - began) / 1000;
    const met = [...server.met].map(([outcome, times]) => `${outcome} ${times}`).join(', ');
    console.log(
      `fuzz: ${seeds} seeds in ${spent.toFixed(1)} s, ${(seeds / spent).toFixed(1)} a second; ${server.requests} requests, ${server.pushes} pushes: ${met}`,
    );
  }),
  3_600_000,
);
