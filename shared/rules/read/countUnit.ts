import { rule } from '../rule.ts';
import type { CountCell } from './readCount.ts';

const words = /^\p{Script=Han}+$/u;
const numerals = /[一二三四五六七八九十百千万亿两]/;

/** A count in another unit of measure than the indicator's: 80 人 where 家 are counted. */
export const countUnit = rule({
  id: 'V-count-unit',
  severity: 'error',
  check: ({ rest, params }: CountCell) => (words.test(rest) && !numerals.test(rest) ? params : null),
  zh: ({ cell, value, p }) =>
    `${cell}${value}的单位与本指标的「${p('unitOfMeasure')}」不同，请换算后只填数字。`,
  en: ({ cell, value, p }) =>
    `${cell} ${value} is in another unit than this indicator's "${p('unitOfMeasure')}". Convert it and give the number only.`,
});
