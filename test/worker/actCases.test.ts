import { expect, test } from 'vitest';
import type { ObligationItem } from '../../shared/wire/parts/obligation.ts';
import { acted, Watch } from '../support/api/acts.ts';
import { pull, pushRow, rowOf } from '../support/api/clerk.ts';
import { startApi } from '../support/api/client.ts';
import { SmallApi, smallRoster } from '../support/api/smallApi.ts';
import { actCaseLists, requestOf, type ActCase, type Standing } from '../support/clocks/actCases.ts';

/** What is counted in a case with a share is; all else is done or not. Each has an arrangement of its own, of 南镇 alone. */
const marks = '甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉';
const sentenceOf = ({ share }: ActCase, at: number): string =>
  share === undefined
    ? `适时组织开展${marks[at]}类企业安全培训考核`
    : `适时检查${marks[at]}类企业${share * 2}家`;
const arrangementOf = (at: number): string => `1-1-${at + 1}`;

async function startCases(year: number, cases: readonly ActCase[]): Promise<SmallApi> {
  const api = await startApi();
  api.clock.set(`${year}-01-01T08:00:00+08:00`);
  await api.admin.replace('/v1/roster', smallRoster);
  const small = new SmallApi(api, year);
  await small.published([{ name: '适时开展的工作', units: '南镇', items: cases.map(sentenceOf) }]);
  await small.settings({
    schedules: cases.map(({ due }, at) => ({
      ...{ arrangement: arrangementOf(at), schedule: 1, kind: 'once', due },
    })),
  });
  const allocations = cases.flatMap(({ share }, at) =>
    share === undefined ? [] : [{ arrangement: arrangementOf(at), indicator: 'i1', unit: 'nan', share }],
  );
  const { status } = await api.admin.replace(small.path('/allocations'), { allocations });
  expect(status).toBe(200);
  return small;
}

test.each(actCaseLists)(
  'P4, P9, B3: the cases of acts of $year, over the API',
  async (list) => {
    const { year, cases } = list;
    const small = await startCases(year, cases);
    const { admin, clock } = small.api;
    const officer = await small.api.officer();
    const clerk = await small.api.reporter('nan');
    const watch = new Watch(clerk);
    const sheet = await pull(clerk, `?year=${year}`);

    const standingOf = async (arrangement: string): Promise<Standing> => {
      const { obligation } = (
        await admin.get<{ obligation: ObligationItem }>(
          `/v1/obligations/${year}.${arrangement}.1.nan.${year}`,
        )
      ).body;
      return { ...obligation, review: obligation.review?.state ?? null };
    };
    /** By the roll-up. */
    const isDue = async (arrangement: string): Promise<boolean> => {
      const { groups } = (await admin.get(`/v1/progress?year=${year}&groupBy=arrangement`)).body;
      return groups.find(({ id }: { id: string }) => id === arrangement).due > 0;
    };
    const versions = new Map<string, number>();
    const report = async (arrangement: string, values: Parameters<typeof pushRow>[3]): Promise<string> => {
      const { key } = rowOf(sheet, arrangement);
      const { outcome, version } = await pushRow(clerk, key, versions.get(key) ?? null, values);
      if (outcome === 'applied' && version !== undefined) versions.set(key, version);
      return outcome;
    };

    const events = [
      ...list.settings.map(({ at, change }) => ({ at, run: () => small.settings(change) })),
      ...cases.flatMap(({ why, steps }, place) =>
        steps.map((step) => ({
          at: step.at,
          run: async () => {
            const [arrangement, say] = [arrangementOf(place), `${why}: ${step.at}`];
            const key = `${year}.${arrangement}.1.nan.${year}`;
            if (step.act)
              expect(await acted(officer, requestOf(step, key)), say).toEqual({ [key]: step.outcome });
            if (step.report) expect(await report(arrangement, step.report), say).toBe(step.outcome);
            const { isDue: counted, ...stands } = step.stands ?? {};
            if (Object.keys(stands).length > 0)
              expect(await standingOf(arrangement), say).toMatchObject(stands);
            if (counted !== undefined) expect(await isDue(arrangement), say).toBe(counted);
          },
        })),
      ),
    ].toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
    await watch.holds(String(year));
    for (const { at, run } of events) {
      clock.set(`${at}+08:00`);
      await run();
    }
    await watch.holds(String(year));
  },
  300_000,
);
