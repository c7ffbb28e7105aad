import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ObligationsAnswer } from '../../shared/wire/obligations.ts';
import { act } from '../support/api/acts.ts';
import type { Client } from '../support/api/client.ts';
import { Follower } from '../support/api/follower.ts';
import { smallRoster, startSmall, type SmallApi } from '../support/api/smallApi.ts';
import { step, units } from '../support/api/wideSteps.ts';
import { World } from '../support/api/wideWorld.ts';
import { runs as tries } from '../support/thorough.ts';

const nat = (max: number) => fc.nat({ max });

/** What else happens to what a program follows: acts, other names and settings, and pages that are taken meanwhile. */
const more = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('act' as const),
      what: fc.constantFrom(
        'accept',
        'return',
        'extend',
        'declareNotApplicable',
        'unlock',
        'withdrawDeclaration',
      ),
      at: nat(60),
      many: nat(4),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({ do: fc.constant('page' as const), who: nat(2), limit: fc.constantFrom(1, 3, 20) }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('rename' as const), name: nat(2) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('blue' as const), days: fc.constantFrom(0, 3, 40) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('days' as const), days: fc.constantFrom(1, 7, 30) }) },
);

async function decide(
  officer: Client,
  small: SmallApi,
  { what, at, many }: { what: string; at: number; many: number },
): Promise<void> {
  const { body } = await officer.get<ObligationsAnswer>(`/v1/obligations?year=${small.year}&limit=1000`);
  const keys = body.obligations?.slice(at, at + many + 1).map(({ key }) => key) ?? [];
  if (keys.length === 0) return;
  const why = { reason: '企业停产检修', document: '应急〔2024〕3号' };
  const further: Record<string, object> = {
    return: { reason: why.reason },
    extend: { ...why, due: small.day('12-20') },
    declareNotApplicable: { reason: why.reason },
    unlock: { until: small.day('12-30') },
  };
  const { status } = await act(officer, { act: what, on: { keys }, ...further[what] } as never);
  expect([200, 400]).toContain(status);
}

/** Every run has a year of its own, so that a failing one is shown as it is, and not shrunk. */
const runs = tries(2, 24);
const seed = 20_261_130;

test('B18.4, B18.5: whatever happens and whenever pages are taken: who follows the changes holds what a fresh read of obligations and rows gives', async () => {
  let anew = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.oneof({ weight: 3, arbitrary: step }, { weight: 1, arbitrary: more }), {
        minLength: 8,
        maxLength: 28,
        size: 'max',
      }),
      async (steps) => {
        const small = await startSmall();
        const officer = await small.api.officer();
        const clerks = [];
        for (const unit of units) clerks.push(await small.api.reporter(unit));
        const world = new World(small, clerks);
        await world.begin(0);
        const query = `year=${small.year}`;
        const followers = [
          new Follower(officer, query),
          new Follower(officer, `${query}&unit=bei`),
          new Follower(clerks[0]!, query),
        ];
        for (const follower of followers) await follower.follow(7);
        for (const each of steps) {
          if (each.do === 'act') await decide(officer, small, each);
          else if (each.do === 'page') await followers[each.who]!.page(each.limit);
          else if (each.do === 'days') small.api.clock.at += each.days * 86_400_000;
          else if (each.do === 'blue') await small.settings({ blueDays: each.days });
          else if (each.do === 'rename') {
            const { body } = await small.api.admin.get('/v1/roster');
            const named = ['南镇', '南新镇', '南街道'][each.name]!;
            const changed = body.units.map((unit: { id: string; name: string }) =>
              unit.id === 'nan'
                ? {
                    ...unit,
                    name: named,
                    aliases: ['南镇', '南新镇', '南街道'].filter((name) => name !== named),
                  }
                : unit,
            );
            expect((await small.api.admin.replace('/v1/roster', { ...body, units: changed })).status).toBe(
              200,
            );
          } else await world.take(each);
        }
        for (const follower of followers) {
          await follower.follow(5);
          await follower.holds();
          anew += follower.beginnings - 1;
        }
        await small.api.admin.replace('/v1/roster', smallRoster);
      },
    ),
    { numRuns: runs, seed, endOnFailure: true },
  );
  // Both ways of going on were tried: from a cursor, and from a beginning.
  expect(anew).toBeGreaterThan(0);
  expect(anew).toBeLessThan(runs * 3 * 8);
}, 300_000);
