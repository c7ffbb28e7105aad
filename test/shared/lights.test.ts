import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../../shared/calendar/days.ts';
import { behindFrom, lightOf, lightsOn, type LightFacts } from '../../shared/obligations/light.ts';

const on = lightsOn('2024-04-10', 7);
const open: LightFacts = { state: 'open', due: '2024-06-30', review: null, behindFrom: null };

describe('B3: one light for each obligation, the same wherever it is shown', () => {
  test.each<[light: string | null, facts: Partial<LightFacts>, why: string]>([
    [null, {}, 'open, due later'],
    ['blue', { due: '2024-04-10' }, 'due today'],
    ['blue', { due: '2024-04-17' }, 'due on the last day of those'],
    [null, { due: '2024-04-18' }, 'due a day later than those'],
    ['blue', { state: 'received', due: '2024-04-12' }, 'received and not done'],
    [null, { state: 'upcoming', due: '2024-04-14' }, 'not open yet'],
    [null, { state: 'fulfilled', due: '2024-04-12' }, 'done'],
    ['red', { state: 'overdue', due: '2024-04-09' }, 'overdue'],
    ['red', { state: 'overdue', due: '2024-04-09', review: 'returned' }, 'overdue goes before returned'],
    ['yellow', { state: 'fulfilled', due: '2024-03-31', review: 'returned' }, 'returned after it was done'],
    ['yellow', { state: 'undated', due: null, review: 'returned' }, 'returned and undated'],
    [null, { state: 'undated', due: null }, 'undated'],
    [null, { review: 'toAccept' }, 'to accept, or sent again after a return'],
    ['yellow', { behindFrom: '2024-04-10' }, 'behind pace from today on'],
    [null, { behindFrom: '2024-04-11' }, 'behind pace from tomorrow on'],
    ['yellow', { behindFrom: '2024-01-20', due: '2024-04-12' }, 'behind goes before soon'],
    [null, { state: 'fulfilled', behindFrom: '2024-01-20' }, 'behind, and done'],
    [null, { state: 'waived', due: '2024-03-31', review: 'returned' }, 'waived'],
    [null, { state: 'retired', due: '2024-03-31' }, 'retired'],
  ])('%s: %o, %s', (light, facts) => {
    expect(lightOf({ ...open, ...facts }, on)).toBe(light);
  });

  test('with no days before it, blue is the due day alone', () => {
    expect(lightOf({ ...open, due: '2024-04-10' }, lightsOn('2024-04-10', 0))).toBe('blue');
    expect(lightOf({ ...open, due: '2024-04-11' }, lightsOn('2024-04-10', 0))).toBe(null);
  });
});

describe('B3.1: behind pace is a day', () => {
  const year = { from: '2024-01-01', to: '2024-12-31' };
  test.each<[day: string | null, reported: number, share: number, margin: number]>([
    ['2024-02-07', 0, 86, 10],
    ['2024-01-02', 0, 86, 0],
    ['2024-08-08', 43, 86, 10],
    [null, 78, 86, 10],
    [null, 86, 86, 0],
    [null, 200, 86, 10],
    [null, 0, 86, 100],
    ['2024-12-29', 99, 100, 0],
  ])('%s: %i of %i with a margin of %i', (day, reported, share, margin) => {
    expect(behindFrom({ ...year, reported, share, margin })).toBe(day);
  });

  test('it is the first day on which the part of the days passed exceeds the part reported by more than the margin', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 400 }),
        fc.integer({ min: 0, max: 3000 }),
        fc.integer({ min: 1, max: 2000 }),
        fc.integer({ min: 0, max: 100 }),
        (days, reported, share, margin) => {
          const from = '2024-01-01';
          const isBehind = (passed: number) =>
            BigInt(passed) * BigInt(share) * 100n >
            BigInt(days) * (BigInt(reported) * 100n + BigInt(margin) * BigInt(share));
          const first = Array.from({ length: days }, (_, passed) => passed).find(isBehind);
          expect(behindFrom({ from, to: addDays(from, days - 1), reported, share, margin })).toBe(
            first === undefined ? null : addDays(from, first),
          );
        },
      ),
    );
  });
});
