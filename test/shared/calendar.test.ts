import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { periodBetween, periodsOf } from '../../shared/calendar/period.ts';
import { addDays } from '../../shared/calendar/days.ts';
import { shanghaiDate, shanghaiTime } from '../../shared/calendar/shanghai.ts';
import { occasionsOf } from '../../shared/obligations/schedulePeriods.ts';
import { assignmentSets, unitsOn, unknownNames } from '../../shared/roster/expandUnits.ts';
import type { Roster } from '../../shared/roster/roster.ts';

describe('P1: the day is Shanghai’s', () => {
  test('its midnight is 16:00 UTC', () => {
    expect(shanghaiDate(Date.parse('2024-03-31T15:59:59Z'))).toBe('2024-03-31');
    expect(shanghaiDate(Date.parse('2024-03-31T16:00:00Z'))).toBe('2024-04-01');
    expect(shanghaiTime(Date.parse('2024-04-10T01:00:00Z'))).toBe('2024-04-10T09:00:00+08:00');
    expect(addDays('2024-02-28', 2)).toBe('2024-03-01');
  });
});

describe('P6, P7: periods', () => {
  test('P7.1: every Sunday of a year is the end of exactly one of its weeks', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2000, max: 2099 }), (year) => {
        const weeks = periodsOf('weekly', year);
        const sundays = [];
        for (let day = `${year}-01-01`; day.startsWith(String(year)); day = addDays(day, 1)) {
          if (new Date(`${day}T00:00:00Z`).getUTCDay() === 0) sundays.push(day);
        }
        expect(weeks.map((week) => week.endsOn)).toEqual(sundays);
        expect(new Set(weeks.map((week) => week.id)).size).toBe(weeks.length);
        for (const week of weeks) expect(addDays(week.startsOn, 6)).toBe(week.endsOn);
      }),
      { numRuns: 100 },
    );
  });

  test('P7.1: ISO weeks keep their own year: the week that ends on 2027-01-03 is 2026-W53', () => {
    expect(periodsOf('weekly', 2027)[0]).toEqual({
      id: '2026-W53',
      startsOn: '2026-12-28',
      endsOn: '2027-01-03',
    });
  });

  test('P7: months, two months, quarters and halves cover the year without a gap', () => {
    for (const cadence of ['monthly', 'two-monthly', 'quarterly', 'half-yearly'] as const) {
      const periods = periodsOf(cadence, 2024);
      expect(periods[0]?.startsOn).toBe('2024-01-01');
      expect(periods.at(-1)?.endsOn).toBe('2024-12-31');
      for (const [i, period] of periods.entries()) {
        if (i > 0) expect(period.startsOn).toBe(addDays(periods[i - 1]!.endsOn, 1));
      }
    }
    expect(periodsOf('monthly', 2024)[1]?.endsOn).toBe('2024-02-29');
    expect(periodsOf('half-yearly', 2024)).toEqual([
      { id: '2024-H1', startsOn: '2024-01-01', endsOn: '2024-06-30' },
      { id: '2024-H2', startsOn: '2024-07-01', endsOn: '2024-12-31' },
    ]);
    expect(periodBetween(2024, '2024-01-01', '2024-03-31').id).toBe('2024-Q1');
    expect(periodBetween(2024, '2024-05-01', '2024-10-31').id).toBe('2024');
  });
});

describe('occasions of a schedule', () => {
  const source = null;
  test('P6.1: once, window, undated', () => {
    expect(occasionsOf({ kind: 'once', due: '2024-03-31', source }, 2024, {})).toMatchObject([
      { period: { id: '2024' }, opensOn: '2024-01-01', dueOn: '2024-03-31' },
    ]);
    const window = { kind: 'window' as const, start: '2024-04-01', due: '2024-06-30', source };
    expect(occasionsOf(window, 2024, {})).toMatchObject([
      { period: { id: '2024-Q2' }, opensOn: '2024-04-01', dueOn: '2024-06-30' },
    ]);
    expect(occasionsOf({ kind: 'undated', source }, 2024, {})).toMatchObject([{ dueOn: null }]);
  });

  test('P6.2: a season over the turn of the year is two windows; one without months is undated', () => {
    const schedule = { kind: 'window' as const, season: '经营旺季', source };
    expect(occasionsOf(schedule, 2024, {})).toMatchObject([{ dueOn: null }]);
    expect(occasionsOf(schedule, 2024, { 经营旺季: [12, 1, 2] })).toMatchObject([
      { opensOn: '2024-01-01', dueOn: '2024-02-29' },
      { opensOn: '2024-12-01', dueOn: '2024-12-31' },
    ]);
  });

  test('P6.2: a weekly cadence in a season has the weeks that touch its months', () => {
    const weeks = occasionsOf({ kind: 'weekly', season: '汛期', source }, 2024, { 汛期: [6] });
    expect(weeks.map(({ period }) => period.id)).toEqual([
      '2024-W22',
      '2024-W23',
      '2024-W24',
      '2024-W25',
      '2024-W26',
    ]);
  });
});

describe('units by day', () => {
  const roster: Roster = {
    units: [
      { id: 'bureau', name: '区应急管理局', kind: 'bureau', aliases: [] },
      { id: 'old', name: '甲镇', kind: 'town', aliases: ['甲'] },
      { id: 'new', name: '乙街道', kind: 'subdistrict', aliases: [] },
    ],
    groups: [
      {
        name: '各园区（镇、街道）',
        aliases: [],
        members: [
          { unit: 'old', from: null, to: '2024-06-30' },
          { unit: 'new', from: '2024-07-01', to: null },
        ],
      },
    ],
  };
  test('C12, I10.1: a group is who belongs to it on the day; the bureau’s narrowing prevails from its day on', () => {
    const printed = assignmentSets(['区应急管理局', '各园区 （镇、街道）'], roster);
    expect(unitsOn('2024-06-30', printed, [])).toEqual(['bureau', 'old']);
    expect(unitsOn('2024-07-01', printed, [])).toEqual(['bureau', 'new']);
    const narrowed = [{ startsOn: '2024-08-01', units: ['bureau'] }];
    expect(unitsOn('2024-07-31', printed, narrowed)).toEqual(['bureau', 'new']);
    expect(unitsOn('2024-08-01', printed, narrowed)).toEqual(['bureau']);
    expect(unknownNames(['甲', '丙镇'], roster)).toEqual(['丙镇']);
  });
});
