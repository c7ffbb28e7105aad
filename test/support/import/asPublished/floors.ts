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
  'ankang-2021': floor([3, 3, 3, 3], [5, 7], [0, 0]),
  'chizhou-xinfang': floor([8, 8, 8, 8], [13, 17], [7, 7]),
  'dazhu-2016': floor([11, 11, 11, 11], [7, 15], [12, 12]),
  'hongyang-2022': unread,
  'kunming-table': floor([7, 7, 7, 0], [10, 13], [0, 0]),
  'national-table': floor([4, 4, 4, 0], [7, 9], [4, 4]),
  'shanggao-2023': floor([7, 7, 7, 0], [10, 14], [9, 9]),
  'townplan-table': floor([12, 11, 12, 12], [13, 17], [17, 17], 1),
  'wangjiang-table': floor([6, 6, 6, 6], [2, 7], [2, 2]),
  'xuzhuang-2017': floor([12, 12, 12, 6], [9, 12], [13, 13]),
  'yibin-2023': floor([4, 4, 4, 4], [9, 14], [13, 13]),
  'kunming-2009': unread,
  'national-2018': unread,
  'wangjiang-month': unread,
};
