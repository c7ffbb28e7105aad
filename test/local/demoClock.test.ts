import { describe, expect, it } from 'vitest';
import { readDemoNow, shanghaiTime } from '../../worker/local/demoClock.ts';
import { LocalProblem } from '../../worker/local/localProblem.ts';

describe('DEMO_NOW', () => {
  it.each([
    ['2024-04-10T09:00:00+08:00', '2024-04-10 09:00'],
    ['2024-04-10T01:00:00Z', '2024-04-10 09:00'],
    ['2024-04-10T09:00+08:00', '2024-04-10 09:00'],
    ['2024-04-10', '2024-04-10 00:00'],
    ['2024-02-29', '2024-02-29 00:00'],
  ])('reads %s', (text, shown) => {
    expect(shanghaiTime(readDemoNow(text))).toBe(shown);
  });

  it.each([
    '',
    'tomorrow',
    '2024-02-30',
    '2023-02-29',
    '2024-04-10T09:00:00',
    '2024-4-10',
    '2024-04-10T25:00+08:00',
  ])('refuses “%s” in two languages', (text) => {
    expect(() => readDemoNow(text)).toThrow(LocalProblem);
    expect(() => readDemoNow(text)).toThrow(/DEMO_NOW.*不是有效的时间[\s\S]*no valid time/);
  });
});
