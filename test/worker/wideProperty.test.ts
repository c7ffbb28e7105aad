import fc from 'fast-check';
import { test } from 'vitest';
import { startSmall } from '../support/api/smallApi.ts';
import { step, units } from '../support/api/wideSteps.ts';
import { World } from '../support/api/wideWorld.ts';
import { runs as tries } from '../support/thorough.ts';

/** Every run has a year of its own, so that a failing one is shown as it is, and not shrunk. */
const runs = tries(2, 24);
const seed = 20_240_410;

test('C20, B1.2, S6, S6.5, C12, I11.15: whatever the bureau changes: counts are a recount, and who asks for changes has what a new workbook gets', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.nat({ max: 85 }),
      fc.array(step, { minLength: 8, maxLength: 24, size: 'max' }),
      async (usedNumbers, steps) => {
        const small = await startSmall();
        const clerks = [];
        for (const unit of units) clerks.push(await small.api.reporter(unit));
        const world = new World(small, clerks);
        await world.begin(usedNumbers);
        for (const each of steps) {
          await world.take(each);
          if (!['report', 'pull', 'wait'].includes(each.do)) await world.check();
        }
        await world.end();
      },
    ),
    { numRuns: runs, seed, endOnFailure: true },
  );
}, 300_000);
