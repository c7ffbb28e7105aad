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
  'ankang-2021': floor([0, 0, 0, 0], [2, 4], [1, 1], 1),
  'chizhou-xinfang': floor([8, 8, 8, 8], [13, 17], [9, 9]),
  'dazhu-2016': unread,
  'hongyang-2022': unread,
  'kunming-table': unread,
  'national-table': unread,
  'shanggao-2023': unread,
  'townplan-table': floor([12, 11, 12, 12], [13, 17], [17, 17], 1),
  'wangjiang-table': unread,
  'xuzhuang-2017': unread,
  'yibin-2023': floor([0, 0, 0, 0], [4, 8], [16, 16], 4),
  'kunming-2009': unread,
  'national-2018': unread,
  'wangjiang-month': unread,
};
