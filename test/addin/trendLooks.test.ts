import { describe, expect, it } from 'vitest';
import { axisLabels, lately, partAt, todayAt, topOf } from '../../addin/pages/shared/trend/chartWords.ts';
import { levelColours, partColours } from '../../addin/pages/shared/trend/trendColours.ts';
import { daysOfSpan, spansOf } from '../../shared/calendar/spans.ts';
import { levelOf, trendParts } from '../../shared/progress/trend.ts';
import type { ProgressTrend, TrendCounts } from '../../shared/wire/progressTrend.ts';

type Rgb = [red: number, green: number, blue: number];

const linear = (hex: string): Rgb =>
  [1, 3, 5].map((at) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  }) as Rgb;

/** How eyes without one kind of cone see linear light: Machado, Oliveira, Fernandes 2009, severity 1. */
const eyes: Record<string, readonly Rgb[]> = {
  all: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};
const times = (rows: readonly Rgb[], light: Rgb): Rgb =>
  rows.map((row) => row.reduce((sum, each, at) => sum + each * light[at]!, 0)) as Rgb;

/** CIE Lab of linear light (D65). */
function lab(light: Rgb): Rgb {
  const [x, y, z] = times(
    [
      [0.4124564, 0.3575761, 0.1804375],
      [0.2126729, 0.7151522, 0.072175],
      [0.0193339, 0.119192, 0.9503041],
    ],
    light,
  );
  const f = (value: number): number => (value > 0.008856 ? Math.cbrt(value) : 7.787 * value + 16 / 116);
  const [a, b, c] = [f(x / 0.95047), f(y), f(z / 1.08883)];
  return [116 * b - 16, 500 * (a - b), 200 * (b - c)];
}
const seen = (hex: string, eye: string): Rgb =>
  lab(times(eyes[eye]!, linear(hex).map((each) => each) as Rgb));
const apart = (one: Rgb, other: Rgb): number => Math.hypot(...one.map((each, at) => each - other[at]!));
const contrast = (one: string, other: string): number => {
  const [high, low] = [one, other]
    .map((hex) => times([[0.2126, 0.7152, 0.0722]], linear(hex))[0])
    .toSorted((a, b) => b - a);
  return (high! + 0.05) / (low! + 0.05);
};

describe('B21.1: colours that everybody tells apart', () => {
  const grounds = { light: '#ffffff', dark: '#292929' } as const;

  it.each(Object.keys(eyes))('the parts of a bar, as %s sees them', (eye) => {
    for (const shade of ['light', 'dark'] as const) {
      const shades = trendParts.map((part) => [part, seen(partColours[part][shade], eye)] as const);
      for (const [part, one] of shades)
        for (const [other, two] of shades)
          if (part !== other)
            expect([shade, part, other, apart(one, two) > 18]).toEqual([shade, part, other, true]);
    }
  });

  it('levels go one way in lightness, on both grounds; words on them are read', () => {
    for (const shade of ['light', 'dark'] as const) {
      const far = levelColours.map(({ ground }) =>
        Math.abs(lab(linear(ground[shade]))[0] - lab(linear(grounds[shade]))[0]),
      );
      for (const [at, each] of far.entries()) if (at > 0) expect(each - far[at - 1]!).toBeGreaterThan(8);
      for (const { ground, words } of levelColours)
        expect(contrast(ground[shade], words[shade])).toBeGreaterThanOrEqual(4.5);
    }
    expect([1, 0.99, 0.75, 0.5, 0.25, 0.1, 0].map(levelOf)).toEqual([0, 1, 1, 2, 3, 4, 4]);
  });
});

const counts = (more: Partial<TrendCounts> = {}): TrendCounts => ({
  expected: 10,
  due: 10,
  dueOnTime: 4,
  late: 3,
  unfinished: 0,
  missing: 3,
  ...more,
});
const yearOf = (today: string, of: (due: boolean) => TrendCounts = () => counts()): ProgressTrend => ({
  list: { year: 2024, title: '清单' },
  today,
  demo: false,
  by: 'week',
  total: counts(),
  spans: spansOf('week', 2024).map((id) => {
    const { from, before } = daysOfSpan(id)!;
    return { id, from, before, ...of(before <= today) };
  }),
  units: [],
  cells: [],
});

describe('B21.2: what a bar is pressed for', () => {
  it('is the part at that height; above it and by keyboard all of it', () => {
    const bar = counts({ due: 9, dueOnTime: 4, late: 2, missing: 3 });
    expect([0, 3.9, 4, 5.9, 6, 8.9, 9, 9.9].map((height) => partAt(bar, height))).toEqual([
      'dueOnTime',
      'dueOnTime',
      'late',
      'late',
      'missing',
      'missing',
      'notDue',
      'notDue',
    ]);
    expect([-1, 10, 50].map((height) => partAt(bar, height))).toEqual(['expected', 'expected', 'expected']);
  });

  it('the scale ends at a round number, months stand where they begin, today where it is', () => {
    expect([3, 238, 300, 301, 999].map((expected) => topOf([counts({ expected })]))).toEqual([
      5, 300, 300, 400, 1000,
    ]);
    const year = yearOf('2024-04-10');
    const labels = axisLabels(year, 'zh');
    expect(labels.filter(Boolean)).toEqual([
      '1月',
      '2月',
      '3月',
      '4月',
      '5月',
      '6月',
      '7月',
      '8月',
      '9月',
      '10月',
      '11月',
      '12月',
      '1月',
    ]);
    expect(labels[year.spans.findIndex(({ id }) => id === '2024-W14')]).toBe('4月');
    // Wednesday: two days of seven of the fifteenth week have passed.
    expect(todayAt(year)).toBeCloseTo(14 - 0.5 + 2 / 7);
    expect(todayAt(yearOf('2026-01-01'))).toBeNull();
  });

  it('the last four whole weeks are held against the four before; with fewer, nothing is', () => {
    let week = 0;
    const rising = yearOf('2024-04-10', (due) =>
      counts(due ? { dueOnTime: (week += 1) > 10 ? 8 : 2 } : { due: 0 }),
    );
    expect(lately(rising)).toEqual({ now: '80%', before: '20%' });
    expect(lately(yearOf('2024-02-10', (due) => counts(due ? {} : { due: 0 })))).toBeNull();
  });
});
