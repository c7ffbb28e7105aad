import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { dateOf, dayOf, daysInMonth } from '../../../shared/rules/read/civilDay.ts';
import { dateOfSerial1900, dateOfSerial1904 } from '../../../shared/rules/read/excelSerial.ts';
import { readDate } from '../../../shared/rules/read/readDate.ts';
import { checkOf, isIdentityNumber } from '../../../shared/rules/text/creditCode.ts';

describe('V2.4: Excel serial numbers', () => {
  test.each([
    [1, '1900-01-01'],
    [59, '1900-02-28'],
    [60, null],
    [61, '1900-03-01'],
    [25569, '1970-01-01'],
    [45351, '2024-02-29'],
    [45366.999, '2024-03-15'],
    [2958465, '9999-12-31'],
    [0, null],
    [-1, null],
    [2958466, null],
    [NaN, null],
  ])('1900 system: %s is %s', (serial, date) => {
    expect(dateOfSerial1900(serial)).toBe(date);
  });

  test.each([
    [0, '1904-01-01'],
    [1, '1904-01-02'],
    [43889, '2024-02-29'],
    [43904.5, '2024-03-15'],
    [-1, null],
    [NaN, null],
  ])('1904 system: %s is %s', (serial, date) => {
    expect(dateOfSerial1904(serial)).toBe(date);
  });

  test('every day of a list’s year is read from its serial in either system, and from no other number', () => {
    for (const year of [2000, 2023, 2024, 2100]) {
      const first = Temporal.PlainDate.from({ year, month: 1, day: 1 });
      const days = first.daysInYear;
      const serial = dayOf(year, 1, 1) - dayOf(1899, 12, 30);
      for (let day = 0; day < days; day += 1) {
        const date = first.add({ days: day }).toString();
        expect(readDate(serial + day, year).value).toBe(date);
        expect(readDate(serial - 1462 + day, year).value).toBe(date);
      }
      for (const outside of [serial - 1, serial + days, serial - 1463, serial - 1462 + days]) {
        expect(readDate(outside, year)).toMatchObject({
          value: null,
          problem: { rule: { id: 'V-completed-on-serial' } },
        });
      }
    }
  });
});

test('V2.4: days and dates agree with the calendar of Temporal', () => {
  fc.assert(
    fc.property(fc.integer({ min: -100_000, max: 2_000_000 }), (day) => {
      const date = Temporal.PlainDate.from('1970-01-01').add({ days: day });
      expect(dateOf(day)).toBe(date.toString());
      expect(dayOf(date.year, date.month, date.day)).toBe(day);
      expect(daysInMonth(date.year, date.month)).toBe(date.daysInMonth);
    }),
  );
});

describe('V9: check characters', () => {
  // Published codes of existing bodies.
  test.each([
    '91110000101623741K',
    '911101066976941872',
    '91310110666007217T',
    '91310115591693856A',
    '91350100M000100Y43',
    '91230184MA1BUFLT44',
    '92371000MA3MXH0E3W',
  ])('GB 32100: %s', (code) => {
    expect(checkOf(code)).toBe(code.charAt(17));
  });

  test('GB 32100 finds every single wrong character and every swap of neighbours', () => {
    const code = '91310110666007217T';
    const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
    for (let place = 0; place < 17; place += 1) {
      for (const other of alphabet.replace(code.charAt(place), '')) {
        const wrong = code.slice(0, place) + other + code.slice(place + 1);
        expect(checkOf(wrong)).not.toBe('T');
      }
      const [a, b] = [code.charAt(place), code.charAt(place + 1)];
      if (place < 16 && a !== b) {
        expect(checkOf(code.slice(0, place) + b + a + code.slice(place + 2))).not.toBe('T');
      }
    }
  });

  test('GB 11643: an identity number is none of them', () => {
    expect(isIdentityNumber('11010519491231002X')).toBe(true);
    expect(isIdentityNumber('110105194912310021')).toBe(false);
    expect(isIdentityNumber('91110000101623741K')).toBe(false);
  });
});
