import type { Schedule } from '../taskList/taskList.ts';
import type { DeadlineRule } from './deadline.ts';
import { nothing, timing, unreadDeadline } from './deadline.ts';
import { seasonBefore } from './seasonRules.ts';

/** A day or month within the period (每月5日前, 每周五前, 每季度首月), or its end (每月底前), which belong to the cadence's words. */
const withinPeriod =
  '(?:(?:[首末]月|第[一二三]个月)?(?:\\d{1,2}[日号]|[一二三四五六日天初])(?:之|以)?前|[首末]月|第[一二三]个月|[底末](?:之|以)?前?)?';

const cadence = (kind: Schedule['kind'], wording: string): DeadlineRule => ({
  pattern: new RegExp(`${seasonBefore}(?:${wording})${withinPeriod}`, 'gu'),
  read: ({ groups }) =>
    timing(groups['season'] === undefined ? { kind } : { kind, season: groups['season'].slice(0, 40) }),
});

const endOf = (wording: string, period: string): DeadlineRule => ({
  pattern: new RegExp(
    `(?<=(?:${wording})[^。；]{0,40})(?<![\\d一二三四五六七八九十每个])[当本]?${period}[底末](?:之|以)?前(?!后)`,
    'gu',
  ),
  read: () => nothing,
});

/** Cadences (每周, 每月, 每2个月, 每季度, 每半年), each in its season where one stands before it; other rhythms are left to a person. */
export const cadenceRules: readonly DeadlineRule[] = [
  // 每月调度，月底前报送: the end of each month, when the cadence falls due anyhow.
  endOf('每个?月|按月|逐月', '月'),
  endOf('每个?季度?|按季度?|逐季度?', '季度?'),
  cadence('two-monthly', '每(?:2|两|二)个?月|每双月'),
  cadence('weekly', '每个?(?:周|星期|礼拜)(?![期年边岁])|按周|逐周'),
  cadence('half-yearly', '每个?半年|按半年|逐半年'),
  cadence('quarterly', '每个?季度?(?!节)|按季度?(?!节)|逐季度?'),
  cadence('monthly', '每个?月|按月|逐月'),
  {
    // 每年 is a date rule's: the list is one year's, and each year comes once in it.
    pattern:
      /(?!每[1一]?年)每隔?(?:半|\d{1,3}|[一二两三四五六七八九十]{1,3})?个?(?:学期|学年|半年|半月|年|季度|月|旬|星期|工作日|周(?![期年边岁])|日|天)/gu,
    read: () => unreadDeadline,
  },
];

/** Whether a cadence's words also name a day within the period. */
export function namesDayWithin(source: string): boolean {
  return /(?:前|[首末]月|第[一二三]个月)$/u.test(source) && !/[底末](?:之|以)?前$/u.test(source);
}
