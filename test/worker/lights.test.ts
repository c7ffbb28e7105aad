import { env } from 'cloudflare:workers';
import { beforeEach, describe, expect, test } from 'vitest';
import { countsOf } from '../../shared/sync/rollup.ts';
import { noActs } from '../../shared/sync/acted.ts';
import { addDays } from '../../shared/calendar/days.ts';
import type { ObligationItem } from '../../shared/wire/parts/obligation.ts';
import type { ProgressAnswer } from '../../shared/wire/progress.ts';
import { pull, pushRow, rowOf, underWay } from '../support/api/clerk.ts';
import { recount, storedCounts } from '../support/api/recount.ts';
import { startSmall, type SmallApi } from '../support/api/smallApi.ts';
import { seeded } from '../support/seeded.ts';

let small: SmallApi;
beforeEach(async () => {
  small = await startSmall();
});

const all = async (query = ''): Promise<ObligationItem[]> => {
  const items: ObligationItem[] = [];
  for (let cursor = ''; ;) {
    const { body } = await small.api.admin.get(
      `/v1/obligations?year=${small.year}&limit=1000${query}${cursor && `&cursor=${cursor}`}`,
    );
    items.push(...body.obligations);
    if (body.next === null) return items;
    cursor = body.next;
  }
};
const keys = (items: readonly ObligationItem[]): string[] => items.map(({ key }) => key).sort();
const lights = ['red', 'yellow', 'blue'] as const;

describe('B3: lights as SQL finds them', () => {
  test('filter, counts and the pure function agree over whatever an obligation may be', async () => {
    await small.published([
      { name: '检查', items: ['每周检查企业', '6月底前检查企业', '适时检查企业'] },
      { name: '培训', items: ['每月培训企业', '4月底前培训企业'] },
    ]);
    const today = small.day('04-10');
    const random = seeded(20240410);
    const pick = <T>(...from: readonly T[]): T => from[Math.floor(random() * from.length)]!;
    const { results } = await env.DB.prepare(
      `SELECT key, due_on, opens_on FROM obligations WHERE list_id = ?1`,
    )
      .bind(String(small.year))
      .all<{ key: string; due_on: string | null; opens_on: string }>();
    await env.DB.batch(
      results.map(({ key, due_on: due, opens_on: opens }) => {
        const rowCount = pick(1, 2);
        const receivedRows = pick(0, rowCount, rowCount, 1);
        const fulfilledRows = pick(0, receivedRows);
        const near = (): string => addDays(today, pick(-9, -1, 0, 1, 6, 7, 8, 9));
        const facts = {
          ...{ unit: '', category: 1, task: '', arrangement: '', period: '', ...noActs },
          dueOn: due === null ? null : pick(due, near()),
          ...{ rowCount, receivedRows, fulfilledRows, punctuality: null },
          waivedBy: pick(null, null, null, 'completed'),
          retired: pick(false, false, false, false, true),
        };
        const counts = countsOf(facts);
        return env.DB.prepare(
          `UPDATE obligations SET rows = ?2, received_rows = ?3, fulfilled_rows = ?4, waived_by = ?5, retired = ?6,
             expected = ?7, received = ?8, fulfilled = ?9, due_on = ?10, opens_on = ?11, review = ?12, behind_from = ?13
           WHERE key = ?1`,
        ).bind(
          ...[key, rowCount, receivedRows, fulfilledRows, facts.waivedBy, Number(facts.retired)],
          ...[counts.expected, counts.received, counts.fulfilled, facts.dueOn, pick(opens, near())],
          receivedRows === rowCount ? pick('toAccept', 'accepted', 'returned', 'returned') : null,
          due === null ? null : pick(null, null, near()),
        );
      }),
    );
    const items = [...(await all()), ...(await all('&state=retired'))];
    for (const light of lights) {
      const lit = items.filter((each) => each.light === light);
      expect(lit.length, light).toBeGreaterThan(2);
      expect(keys(await all(`&light=${light}`)), light).toEqual(keys(lit));
      expect(keys(await all(`&counted=${light}`)), light).toEqual(keys(lit));
      expect(keys(await all(`&light=${light}&unit=nan`))).toEqual(
        keys(lit.filter(({ unit }) => unit.id === 'nan')),
      );
      expect(keys(await all(`&light=${light}&arrangement=1-1-1`))).toEqual(
        keys(lit.filter(({ arrangement }) => arrangement === '1-1-1')),
      );
    }
    // The roll-up was passed by: what tells of some obligations counts them themselves, and so do yellow and blue of all.
    const groupOf = (each: ObligationItem) => ({
      ...{ unit: each.unit.id, category: String(each.category), task: each.task },
      ...{ arrangement: each.arrangement, period: each.period },
    });
    for (const by of ['unit', 'category', 'task', 'arrangement', 'period'] as const) {
      for (const query of ['', '&unit=nan', '&category=1', '&period=2024-W15']) {
        const { body } = await small.api.admin.get<ProgressAnswer>(
          `/v1/progress?year=${small.year}&groupBy=${by}${query}`,
        );
        const of = (each: ObligationItem): boolean =>
          (!query.includes('unit') || each.unit.id === 'nan') &&
          (!query.includes('period') || each.period === '2024-W15');
        for (const group of body.groups) {
          for (const light of query === '' ? (['yellow', 'blue'] as const) : lights) {
            const lit = items.filter(
              (each) => each.light === light && groupOf(each)[by] === group.id && of(each),
            );
            expect(group[light], `${by} ${group.id} ${light} ${query}`).toBe(lit.length);
          }
        }
      }
    }
  });
});

describe('B3.1: behind pace', () => {
  const light = async (arrangement: string, unit = 'nan') =>
    (await all(`&unit=${unit}&arrangement=${arrangement}`)).filter((each) => each.light !== null);
  const allocate = (shares: object[]) =>
    small.api.admin.replace(`/v1/task-lists/${small.year}/allocations`, {
      allocations: shares.map((each) => ({ indicator: 'i1', unit: 'nan', ...each })),
    });
  const agree = async (): Promise<void> => {
    expect(await storedCounts(String(small.year))).toEqual(await recount(String(small.year)));
  };

  test('a final report is yellow from the day on which what is reported lags behind its days', async () => {
    await small.published([
      { name: '检查', items: ['12月底前检查危险化学品企业200家', '每月检查危险化学品企业60家'] },
    ]);
    expect((await allocate([{ arrangement: '1-1-1', share: 100 }])).status).toBe(200);
    // Nothing is reported, and 100 of 366 days have passed: more than a tenth.
    expect(await light('1-1-1')).toMatchObject([{ light: 'yellow', behindFrom: small.day('02-07') }]);
    expect(await light('1-1-1', 'bei')).toEqual([]);
    await agree();
    const nan = await small.api.reporter('nan');
    const row = rowOf(await pull(nan), '1-1-1');
    expect(row).toMatchObject({ light: 'yellow', behindFrom: small.day('02-07') });
    expect(await pushRow(nan, row.key, null, underWay(20))).toMatchObject({ outcome: 'applied' });
    expect(await light('1-1-1')).toEqual([]);
    expect(rowOf(await pull(nan), '1-1-1')).toMatchObject({
      ...{ light: null, behindFrom: addDays(small.day('01-01'), 110) },
    });
    await agree();
    // Another margin, another share, another day.
    await small.settings({ paceMargin: 5 });
    expect(await light('1-1-1')).toMatchObject([{ light: 'yellow' }]);
    await small.settings({ paceMargin: 30 });
    expect(await light('1-1-1')).toEqual([]);
    expect((await allocate([{ arrangement: '1-1-1', share: 300 }])).status).toBe(200);
    await agree();
    expect((await allocate([{ arrangement: '1-1-1', share: null }])).status).toBe(200);
    expect((await all('&unit=nan&arrangement=1-1-1'))[0]).toMatchObject({ light: null, behindFrom: null });
    await agree();
  });

  test('where there are periods only, the one that is open is, by the days of all of them', async () => {
    await small.published([{ name: '检查', items: ['每月检查危险化学品企业，全年累计检查120家'] }]);
    const { body } = await allocate([{ arrangement: '1-1-1', share: 120 }]);
    expect(body.code).toBeUndefined();
    expect((await light('1-1-1')).map(({ period, light: lit }) => [period.slice(5), lit])).toEqual([
      ['01', 'red'],
      ['02', 'red'],
      ['03', 'red'],
      ['04', 'yellow'],
    ]);
    await agree();
  });

  test('who is assigned again has its pace again', async () => {
    await small.published([{ name: '检查', items: ['12月底前检查危险化学品企业200家'] }]);
    await allocate([{ arrangement: '1-1-1', share: 100 }]);
    const narrow = (units: string[]) =>
      small.api.admin.put(small.path('/assignments'), {
        arrangement: '1-1-1',
        from: small.day('01-01'),
        units,
      });
    expect((await narrow(['bei'])).status).toBe(200);
    expect(await light('1-1-1')).toEqual([]);
    expect((await narrow(['bei', 'nan'])).status).toBe(200);
    expect(await light('1-1-1')).toMatchObject([{ light: 'yellow' }]);
    await agree();
  });
});
