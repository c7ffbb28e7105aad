import { env } from 'cloudflare:workers';
import fc from 'fast-check';
import { beforeAll, expect, test, vi } from 'vitest';
import { play } from './play.ts';
import { regressions } from './regressions.ts';
import type { Server } from './server.ts';
import { shortest } from './shrink.ts';
import { on, type Stage } from './stage.ts';
import { steps, type Step } from './steps.ts';

/** Set by the environment variables of the same names. */
const { FUZZ_D1, FUZZ_START, FUZZ_SEEDS, FUZZ_SHRINK, THOROUGH } = env as unknown as Record<
  string,
  string | undefined
>;
const start = Number(FUZZ_START || 1);
/** Milliseconds for shrinking; mutants need none. */
const shrinkFor = Number(FUZZ_SHRINK || 120_000);

/** What is played where. Unless seeds are asked for, a busy machine plays fewer: `within` milliseconds. */
const acts: { stage: Stage; seeds: number; within: number }[] = FUZZ_SEEDS
  ? [{ stage: FUZZ_D1 === 'near' ? 'near' : 'd1', seeds: Number(FUZZ_SEEDS), within: Infinity }]
  : [
      { stage: 'd1', seeds: 20, within: THOROUGH ? 8_000 : 3_000 },
      { stage: 'near', seeds: 80, within: THOROUGH ? 17_000 : 7_000 },
    ];

beforeAll(() => {
  // The app reports the faults that are put into D1: there are many.
  vi.spyOn(console, 'error').mockImplementation(() => {});
});

async function reasonOf(server: Server, what: Step[], mine: number): Promise<string | null> {
  try {
    await play(server, what, mine);
    return null;
  } catch (thrown) {
    return thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
  }
}

async function playSeed(server: Server, seed: number): Promise<void> {
  const [[what, mine]] = fc.sample(fc.tuple(steps, fc.nat({ max: 63 })), { seed, numRuns: 1 }) as [
    [Step[], number],
  ];
  const reason = await reasonOf(server, what, mine);
  if (reason === null) return;
  const least = await shortest(what, (less) => reasonOf(server, less, mine), Date.now() + shrinkFor);
  const story = least.steps.map((step) => `    ${JSON.stringify(step)},`).join('\n');
  expect.fail(
    `seed ${seed}: ${least.reason ?? reason}\nshrunk from ${what.length} steps in ${least.tried} tries:\n{ mine: ${mine}, steps: [\n${story}\n] }`,
  );
}

test.each(regressions)('$what', ({ steps, mine }) => on('near', (server) => play(server, steps, mine)));

test.each(acts)(
  'S7: whatever the network and the clerks do, nothing is lost, doubled or overwritten ($stage)',
  ({ stage, seeds, within }) =>
    on(stage, async (server) => {
      const began = Date.now();
      let seed = start;
      for (; seed < start + seeds && Date.now() - began < within; seed += 1) await playSeed(server, seed);
      const spent = (Date.now() - began) / 1000;
      const played = seed - start;
      const met = [...server.met].map(([outcome, times]) => `${outcome} ${times}`).join(', ');
      console.log(
        `fuzz (${stage}): seeds ${start} to ${seed - 1} in ${spent.toFixed(1)} s, ${(played / spent).toFixed(1)} a second; ${server.requests} requests, ${server.pushes} pushes: ${met}`,
      );
      expect(played).toBeGreaterThan(0);
    }),
);
