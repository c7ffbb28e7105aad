import { type BulletinDays, daysOfPeriod, lastPeriod } from '../../shared/bulletin/period.ts';
import { daysBetween } from '../../shared/obligations/daysLate.ts';
import type { NewBulletin } from '../../shared/wire/newBulletin.ts';
import type { ProblemPlace } from '../../shared/wire/problem.ts';
import { invalidAt } from '../problems/invalidRequest.ts';

/** A free span has at most so many days. */
const mostDays = 366;

const place = (pointer: string, zh: string, en: string): ProblemPlace => ({ pointer, zh, en });

function freeDays({ period, from, to }: NewBulletin): BulletinDays {
  const places = [
    ...(period === undefined
      ? []
      : [
          place(
            '#/period',
            '自定时段不写报告期，请写 from 和 to',
            'A free span has no period; give from and to',
          ),
        ]),
    ...(from === undefined ? [place('#/from', '请写时段的第一天', 'Give the first day of the span')] : []),
    ...(to === undefined ? [place('#/to', '请写时段的最后一天', 'Give the last day of the span')] : []),
  ];
  if (from === undefined || to === undefined || places.length > 0) throw invalidAt(places);
  if (to < from || daysBetween(from, to) >= mostDays) {
    throw invalidAt([
      place(
        '#/to',
        `应不早于 from，且时段不超过 ${mostDays} 天`,
        `Expected a day not before from, in a span of at most ${mostDays} days`,
      ),
    ]);
  }
  return { preset: 'span', period: null, from, to };
}

/**
 * The days that a draft is asked for: those of a period, of the last one that is over, or free ones.
 * @throws Problem `invalid-request` for days that contradict each other, or have not begun.
 */
export function daysAskedFor(asked: NewBulletin, today: string): BulletinDays {
  const days = asked.preset === 'span' ? freeDays(asked) : periodDays(asked, asked.preset, today);
  if (days.from > today) {
    throw invalidAt([
      place(
        asked.preset === 'span' ? '#/from' : '#/period',
        `该时段 ${days.from} 才开始，今天是 ${today}；请选已开始的时段`,
        `These days begin on ${days.from} only, today is ${today}; take days that have begun`,
      ),
    ]);
  }
  return days;
}

function periodDays(
  { period, from, to }: NewBulletin,
  preset: Exclude<NewBulletin['preset'], 'span'>,
  today: string,
): BulletinDays {
  if (from !== undefined || to !== undefined) {
    throw invalidAt([
      place(
        from === undefined ? '#/to' : '#/from',
        '周、月、季通报写报告期（period）；自定时段请用 preset=span',
        'A weekly, monthly or quarterly bulletin has a period; for days of your own use the preset span',
      ),
    ]);
  }
  const days = daysOfPeriod(preset, period ?? lastPeriod(preset, today));
  if (days) return days;
  const example = { weekly: '2024-W14', monthly: '2024-03', quarterly: '2024-Q1' }[preset];
  throw invalidAt([
    place(
      '#/period',
      `应为这种通报的报告期，例如 ${example}`,
      `Expected a period of this kind, such as ${example}`,
    ),
  ]);
}
