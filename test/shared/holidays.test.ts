import { describe, expect, test } from 'vitest';
import { compareOccasions } from '../../shared/obligations/compareOccasions.ts';
import { makeOccasions, type AskedOccasion } from '../../shared/obligations/makeOccasions.ts';
import { defaultListSettings, type ListSettings } from '../../shared/taskList/listSettings.ts';
import { casesByYear, listOfCases, weekCases } from '../support/clocks/holidays.ts';
import { smallList } from '../support/import/smallList.ts';

const roster = {
  units: [{ id: 'xuejia', name: '薛家镇', kind: 'town' as const, aliases: [] }],
  groups: [],
};

function occasionsWith(
  taskList: ReturnType<typeof smallList>,
  change: Partial<ListSettings>,
): AskedOccasion[] {
  const settings = { ...defaultListSettings, lockDaysAfterDue: 5, ...change };
  return makeOccasions({ taskList, roster, settings, narrowings: new Map() });
}

describe.each(casesByYear)('P9: due dates of %i on days off', (year, cases) => {
  const { tasks, schedules } = listOfCases(cases);
  const list = smallList(tasks, year);
  test.each(['keep', 'offHolidays', 'nextWorkingDay'] as const)('%s', (dueOnHoliday) => {
    const occasions = occasionsWith(list, { schedules, dueOnHoliday });
    const before = occasionsWith(list, { schedules });
    for (const [at, each] of cases.entries()) {
      const found = occasions.find(({ arrangement }) => arrangement === `1-1-${at + 1}`)!;
      const dueOn = dueOnHoliday === 'keep' ? each.due : (each[dueOnHoliday] ?? each.due);
      expect(found, each.why).toMatchObject({ dueOn, movedFrom: dueOn === each.due ? null : each.due });
      // Key, period and who is asked stay, over the year’s end too; the lock follows.
      const kept = before.find(({ arrangement }) => arrangement === found.arrangement)!;
      expect(found).toMatchObject({
        ...{ keyPeriod: kept.keyPeriod, period: kept.period, list: kept.list, units: kept.units },
        lockOn: new Date(Date.parse(dueOn) + 5 * 86_400_000).toISOString().slice(0, 10),
      });
    }
    // What moves is written anew and counted anew, and nothing else is.
    const moved = occasions.filter(({ movedFrom }) => movedFrom !== null).length;
    const { written, recounted, added, gone } = compareOccasions(before, occasions);
    expect([written.length, recounted.length, added.length, gone.length]).toEqual([moved, moved, 0, 0]);
  });
});

test.each(weekCases)('P9.1: $week, $why', ({ week, due, nextWorkingDay }) => {
  const { tasks } = listOfCases([]);
  const list = smallList(tasks.slice(1), Number(due.slice(0, 4)));
  const weekOf = (change: Partial<ListSettings>) =>
    occasionsWith(list, change).find(({ period }) => period.id === week);
  expect(weekOf({ dueOnHoliday: 'nextWorkingDay' })).toMatchObject({ dueOn: due, movedFrom: null });
  expect(weekOf({ moveWeeks: true })).toMatchObject({ dueOn: due, movedFrom: null });
  expect(weekOf({ dueOnHoliday: 'nextWorkingDay', moveWeeks: true })).toMatchObject({
    ...{ dueOn: nextWorkingDay, movedFrom: nextWorkingDay === due ? null : due },
  });
});

test('P9: a date whose holiday is known no longer is written, though it falls due on the same day', () => {
  const { tasks } = listOfCases([{ due: '2024-04-06', why: '' }]);
  const list = smallList(tasks, 2024);
  const on = (due: string) =>
    occasionsWith(list, {
      schedules: [{ arrangement: '1-1-1', schedule: 1, kind: 'once', due }],
      dueOnHoliday: 'nextWorkingDay',
    });
  const { written, recounted } = compareOccasions(on('2024-04-06'), on('2024-04-07'));
  expect([written.length, recounted.length]).toEqual([1, 0]);
});
