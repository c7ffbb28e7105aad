import { rule } from '../rule.ts';
import type { CountCell } from './readCount.ts';

const minus = /^[-−—–负]\d/;

/** A count is 0 or more. */
export const countNegative = rule({
  id: 'V-count-negative',
  severity: 'error',
  check: ({ value, text, params }: CountCell) => (value < 0 || minus.test(text) ? params : null),
  zh: ({ cell, value }) => `${cell}${value}不能是负数，请填大于或等于 0 的整数。`,
  en: ({ cell, value }) => `${cell} ${value} is negative. Give a whole number of 0 or more.`,
});
