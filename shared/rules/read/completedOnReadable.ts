import { rule } from '../rule.ts';

/** A date has year, month and day, in a form that means one day only. */
export const completedOnReadable = rule({
  id: 'V-completed-on-readable',
  severity: 'error',
  check: ({ year }: { year: number }) => ({ year }),
  zh: ({ cell, value, p }) => `${cell}${value}无法识别为日期，请写成 ${p('year')}-03-15 或 3月15日。`,
  en: ({ cell, value, p }) =>
    `${cell} ${value} cannot be read as a date. Write it as ${p('year')}-03-15, with year, month and day.`,
});
