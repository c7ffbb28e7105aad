import { describe, expect, test } from 'vitest';
import { addDays } from '../../shared/calendar/days.ts';
import {
  addWorkingDays,
  isKnownYear,
  isStatutoryHoliday,
  isWorkingDay,
} from '../../shared/calendar/workingDays.ts';

/** As the State Council announced them (国办发明电〔2023〕7号, 〔2024〕12号, 〔2025〕7号): spans that are off, weekends that are worked. */
const announced = {
  2024: {
    off: [
      ['2024-01-01', '2024-01-01'],
      ['2024-02-10', '2024-02-17'],
      ['2024-04-04', '2024-04-06'],
      ['2024-05-01', '2024-05-05'],
      ['2024-06-10', '2024-06-10'],
      ['2024-09-15', '2024-09-17'],
      ['2024-10-01', '2024-10-07'],
    ],
    worked: '02-04 02-18 04-07 04-28 05-11 09-14 09-29 10-12',
  },
  2025: {
    off: [
      ['2025-01-01', '2025-01-01'],
      ['2025-01-28', '2025-02-04'],
      ['2025-04-04', '2025-04-06'],
      ['2025-05-01', '2025-05-05'],
      ['2025-05-31', '2025-06-02'],
      ['2025-10-01', '2025-10-08'],
    ],
    worked: '01-26 02-08 04-27 09-28 10-11',
  },
  2026: {
    off: [
      ['2026-01-01', '2026-01-03'],
      ['2026-02-15', '2026-02-23'],
      ['2026-04-04', '2026-04-06'],
      ['2026-05-01', '2026-05-05'],
      ['2026-06-19', '2026-06-21'],
      ['2026-09-25', '2026-09-27'],
      ['2026-10-01', '2026-10-07'],
    ],
    worked: '01-04 02-14 02-28 05-09 09-20 10-10',
  },
} as const;

describe('working days as they are announced', () => {
  test.each(Object.entries(announced))('every day of %s, make-up days included', (year, { off, worked }) => {
    const madeUp = new Set(worked.split(' ').map((day) => `${year}-${day}`));
    expect(isKnownYear(Number(year))).toBe(true);
    for (let day = `${year}-01-01`; day.startsWith(year); day = addDays(day, 1)) {
      const isOff = off.some(([from, to]) => from <= day && day <= to);
      const isWeekend = [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());
      expect(isStatutoryHoliday(day), day).toBe(isOff);
      expect(isWorkingDay(day), day).toBe(madeUp.has(day) || (!isOff && !isWeekend));
    }
  });

  test('working days are counted over holidays and make-up days', () => {
    expect(addWorkingDays('2024-04-10', 3)).toBe('2024-04-15');
    // From the day before Tomb-sweeping: the 7th is a Sunday that is worked.
    expect(addWorkingDays('2024-04-03', 1)).toBe('2024-04-07');
    expect(addWorkingDays('2024-04-03', 3)).toBe('2024-04-09');
    expect(addWorkingDays('2024-09-30', 1)).toBe('2024-10-08');
    expect(addWorkingDays('2025-12-31', 1)).toBe('2026-01-04');
    expect(addWorkingDays('2024-05-01', 0)).toBe('2024-05-01');
  });

  test('a year without data says so, and counts Monday to Friday', () => {
    expect([2003, 2004, 2026, 2099].map(isKnownYear)).toEqual([false, true, true, false]);
    expect(addWorkingDays('2098-12-31', 2)).toBe('2099-01-02');
  });
});
