import { rule } from '../rule.ts';
import type { CountCell } from './readCount.ts';

/** A count is a whole number in digits. */
export const countWhole = rule({
  id: 'V-count-whole',
  severity: 'error',
  check: ({ value, params }: CountCell) => (Number.isInteger(value) ? null : params),
  zh: ({ cell, value }) =>
    `${cell}${value}无法识别为整数，请用阿拉伯数字填写，如 86；没有的填 0，本地无此类的请在【状态】中选择。`,
  en: ({ cell, value }) =>
    `${cell} ${value} is not a whole number. Give digits only; 0 for none, and 本地无此类 belongs in "Status".`,
});
