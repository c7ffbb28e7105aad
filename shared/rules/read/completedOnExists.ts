import { rule } from '../rule.ts';
import { daysInMonth } from './civilDay.ts';
import type { WrittenDay } from './readDate.ts';

/** There is such a day: no 30 February. */
export const completedOnExists = rule({
  id: 'V-completed-on-exists',
  severity: 'error',
  check: ({ year, month, day }: WrittenDay) => {
    const lastDay = daysInMonth(year, month);
    return day < 1 || day > lastDay ? { year, month, lastDay } : null;
  },
  zh: ({ cell, value, p }) =>
    p('lastDay') === '0'
      ? `${cell}${value}不存在：没有 ${p('month')} 月，请改正。`
      : `${cell}${value}不存在：${p('year')} 年 ${p('month')} 月只有 1 日至 ${p('lastDay')} 日，请改正。`,
  en: ({ cell, value, p }) =>
    p('lastDay') === '0'
      ? `${cell} ${value} does not exist: there is no month ${p('month')}. Correct it.`
      : `${cell} ${value} does not exist: month ${p('month')} of ${p('year')} has days 1 to ${p('lastDay')}. Correct it.`,
});
