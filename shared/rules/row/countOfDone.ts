import { counts } from '../context.ts';
import { rowRule } from '../rule.ts';

/** An arrangement that counts nothing is done or not: blank, 0 or 1. */
export const countOfDone = rowRule({
  id: 'V-count-of-done',
  severity: 'error',
  field: 'count',
  check: (row, context) => (!counts(context) && row.count !== null && row.count > 1 ? {} : null),
  zh: ({ cell, value }) => `${cell}${value}不适用：本项只报是否完成，数量请留空，或填 0、1。`,
  en: ({ cell, value }) =>
    `${cell} ${value} does not fit: this row only says done or not. Leave it blank, or give 0 or 1.`,
});
