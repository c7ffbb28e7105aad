import { describe, expect, test } from 'vitest';
import { pull } from '../support/api/clerk.ts';
import { startApi } from '../support/api/client.ts';
import { recount, storedCounts } from '../support/api/recount.ts';
import { SmallApi, smallRoster } from '../support/api/smallApi.ts';
import { deadlineCases } from '../support/clocks/deadlines.ts';
import { casesByYear, listOfCases, weekCases, weeksByYear } from '../support/clocks/holidays.ts';

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
  movedFrom: string | null;
}

async function obligationsOf(small: SmallApi, query = ''): Promise<Stored[]> {
  const { body } = await small.api.admin.get(
    `/v1/obligations?year=${small.year}&unit=nan&limit=1000${query}`,
  );
  return body.obligations;
}

// The first: a clock never runs back behind what is stored, and other lists are of later years.
test('P1, P2.3: due dates end with the last second of their day, as the API tells it', async () => {
  const dues = [...new Set(deadlineCases.map(({ due }) => due))];
  const { tasks, schedules } = listOfCases(dues.map((due) => ({ due, why: '' })));
  const small = await startOn(2024, tasks);
  await small.settings({ schedules });
  for (const { due, at, state, why } of deadlineCases.toSorted(
    (a, b) => Date.parse(a.at) - Date.parse(b.at),
  )) {
    small.api.clock.set(at);
    const found = (await obligationsOf(small, '&task=1-1')).filter((each) => each.due === due);
    expect(found, why).toMatchObject([{ state }]);
  }
});

describe.each(casesByYear)('P9, P9.2: due dates of %i on days off, as they are stored', (year, cases) => {
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
        expect(found, each.why).toMatchObject([
          { period: String(year), due, lock, movedFrom: due === each.due ? null : each.due },
        ]);
      }
    }
    expect(await storedCounts(String(year))).toEqual(await recount(String(year)));
  });
});

test.each(weeksByYear)(
  'P7.1, P9.1: weeks of %i at the turn of the year, as they are stored',
  async (year, weeks) => {
    const small = await startOn(year, listOfCases([]).tasks.slice(1));
    const stored = async () => new Map((await obligationsOf(small)).map((each) => [each.period, each]));
    await small.settings({ dueOnHoliday: 'nextWorkingDay' });
    const kept = await stored();
    await small.settings({ moveWeeks: true });
    const moved = await stored();
    for (const { week, due, nextWorkingDay, why } of weeks) {
      expect(kept.get(week), why).toMatchObject({ due, movedFrom: null });
      const movedFrom = nextWorkingDay === due ? null : due;
      expect(moved.get(week), why).toMatchObject({ due: nextWorkingDay, movedFrom });
    }
    await small.settings({ dueOnHoliday: 'keep', moveWeeks: false });
    expect(await stored()).toEqual(kept);
    expect(await storedCounts(String(year))).toEqual(await recount(String(year)));
  },
);

test('P9.1, C15.1, C18: weeks move where the settings say so, and an older client’s settings leave that', async () => {
  const small = await startOn(2025, listOfCases([]).tasks.slice(1));
  const first = async () => (await obligationsOf(small, '&period=2025-W01'))[0]?.due;
  const week = weekCases.find((each) => each.week === '2025-W01')!;
  await small.settings({ dueOnHoliday: 'nextWorkingDay' });
  expect(await first()).toBe(week.due);
  await small.settings({ moveWeeks: true });
  expect(await first()).toBe(week.nextWorkingDay);
  const rows = (await pull(await small.api.reporter('nan'), '?year=2025')).rows;
  expect(rows.find(({ period }) => period === '2025-W01')).toMatchObject({
    ...{ due: week.nextWorkingDay, movedFrom: week.due },
  });
  // C15.1, C18: a client of an older version is not told of these, and what it leaves out stays.
  const older = { 'taizhang-protocol': '21' };
  const { body, headers } = await small.api.admin.send('GET', small.path('/settings'), undefined, older);
  expect([Object.keys(body.settings).length, body.holidaysUnknown]).toEqual([6, undefined]);
  const set = await small.api.admin.send(
    'PUT',
    small.path('/settings'),
    { ...body.settings, contact: '区局' },
    { ...older, 'if-match': headers.get('etag')! },
  );
  expect([set.status, set.body.settings.contact]).toEqual([200, '区局']);
  expect(await first()).toBe(week.nextWorkingDay);
});
