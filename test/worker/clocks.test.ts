import { describe, expect, test } from 'vitest';
import { pull } from '../support/api/clerk.ts';
import { startApi } from '../support/api/client.ts';
import { recount, storedCounts } from '../support/api/recount.ts';
import { SmallApi, smallRoster } from '../support/api/smallApi.ts';
import { casesByYear, listOfCases, weekCases } from '../support/clocks/holidays.ts';

/** An app on the first day of a year, with a list of it. */
async function startOn(year: number, tasks: ReturnType<typeof listOfCases>['tasks']): Promise<SmallApi> {
  const api = await startApi();
  api.clock.set(`${year}-01-01T09:00:00+08:00`);
  await api.admin.replace('/v1/roster', smallRoster);
  const small = new SmallApi(api, year);
  await small.published(tasks);
  return small;
}

interface Stored {
  arrangement: string;
  period: string;
  due: string | null;
  lock: string | null;
}

async function obligationsOf(small: SmallApi, query = ''): Promise<Stored[]> {
  const { body } = await small.api.admin.get(
    `/v1/obligations?year=${small.year}&unit=nan&limit=1000${query}`,
  );
  return body.obligations;
}

describe.each(casesByYear)('P9: due dates of %i on days off, as they are stored', (year, cases) => {
  test('each value of the switch moves them, and back', async () => {
    const { tasks, schedules } = listOfCases(cases);
    const small = await startOn(year, tasks);
    await small.settings({ schedules, lockDaysAfterDue: 5 });
    for (const dueOnHoliday of ['offHolidays', 'nextWorkingDay', 'keep'] as const) {
      const { holidaysUnknown } = await small.settings({ dueOnHoliday });
      expect(holidaysUnknown).toEqual(year > 2026 ? [year] : []);
      const stored = await obligationsOf(small);
      for (const [at, each] of cases.entries()) {
        const due = dueOnHoliday === 'keep' ? each.due : (each[dueOnHoliday] ?? each.due);
        const lock = new Date(Date.parse(due) + 5 * 86_400_000).toISOString().slice(0, 10);
        const found = stored.filter(({ arrangement }) => arrangement === `1-1-${at + 1}`);
        expect(found, each.why).toMatchObject([{ period: String(year), due, lock }]);
      }
    }
    expect(await storedCounts(String(year))).toEqual(await recount(String(year)));
  });
});

test('P9.1, P9.2: weeks move where the settings say so; a list goes on when settings of an older client are set', async () => {
  const small = await startOn(2025, listOfCases([]).tasks.slice(1));
  const first = async () => (await obligationsOf(small, '&period=2025-W01'))[0]?.due;
  const week = weekCases.find((each) => each.week === '2025-W01')!;
  await small.settings({ dueOnHoliday: 'nextWorkingDay' });
  expect(await first()).toBe(week.due);
  await small.settings({ moveWeeks: true });
  expect(await first()).toBe(week.nextWorkingDay);
  const rows = (await pull(await small.api.reporter('nan'))).rows;
  expect(rows.find(({ period }) => period === '2025-W01')?.due).toBe(week.nextWorkingDay);
  // C18: what an older client does not know it leaves out, and it stays.
  const { dueOnHoliday, moveWeeks, blueDays, paceMargin, answerWithinWorkingDays, ...known } = (
    await small.api.admin.get(small.path('/settings'))
  ).body.settings;
  const set = await small.api.admin.replace(small.path('/settings'), { ...known, contact: '区局' });
  expect(set.body.settings).toMatchObject({
    ...{ dueOnHoliday, moveWeeks, blueDays, paceMargin, answerWithinWorkingDays, contact: '区局' },
  });
  expect(await first()).toBe(week.nextWorkingDay);
});
