import type { Aspect } from './measure.ts';

/** What is asked and told of a list: with half of its names known, and with none. `null` where it is not read yet. */
type Told = Readonly<Record<'half' | 'none', number>> | null;

/** What a list reaches: it may only become better. */
export interface Floor extends Record<Aspect, number> {
  /** At most so many. */
  decisions: Told;
  warnings: Told;
  /** How many things are wrong without a word. */
  silent: number;
}

const floor = (
  [arrangements, schedules, targets, units]: readonly [number, number, number, number],
  [decisions, decisionsOfNone]: readonly [number, number],
  [warnings, warningsOfNone]: readonly [number, number],
  silent = 0,
): Floor => ({
  ...{ arrangements, schedules, targets, units, silent },
  decisions: { half: decisions, none: decisionsOfNone },
  warnings: { half: warnings, none: warningsOfNone },
});

const unread: Floor = {
  ...{ arrangements: 0, schedules: 0, targets: 0, units: 0, silent: 0 },
  ...{ decisions: null, warnings: null },
};

export const floors: Readonly<Record<string, Floor>> = {
  'ankang-2021': floor([3, 3, 3, 3], [3, 4], [0, 0]),
  'chizhou-xinfang': floor([8, 8, 8, 8], [3, 4], [2, 2]),
  'dazhu-2016': floor([11, 11, 11, 11], [1, 1], [2, 2]),
  'hongyang-2022': unread,
  'kunming-table': floor([7, 7, 7, 7], [1, 1], [0, 0]),
  'national-table': floor([4, 4, 4, 4], [2, 3], [0, 0]),
  'shanggao-2023': floor([7, 7, 7, 7], [2, 2], [1, 1]),
  'townplan-table': floor([12, 12, 12, 12], [8, 10], [2, 2]),
  'wangjiang-table': floor([6, 6, 6, 6], [1, 3], [1, 1]),
  'xuzhuang-2017': floor([12, 12, 12, 12], [1, 1], [1, 1]),
  'yibin-2023': floor([4, 4, 4, 4], [2, 2], [2, 2]),
  'kunming-2009': floor([7, 7, 7, 7], [1, 1], [1, 1]),
  'national-2018': floor([4, 4, 4, 4], [2, 3], [1, 1]),
  'wangjiang-month': floor([6, 6, 6, 6], [1, 3], [2, 2]),
};
