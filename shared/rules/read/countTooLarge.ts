import { rule } from '../rule.ts';
import type { CountCell } from './readCount.ts';

/** No count is larger than a target can be. */
export const countTooLarge = rule({
  id: 'V-count-too-large',
  severity: 'error',
  check: ({ value, params }: CountCell) => (value > params.max ? params : null),
  zh: ({ cell, value, p }) => `${cell}${value}太大（最多 ${p('max')}），请检查是否填错了列。`,
  en: ({ cell, value, p }) => `${cell} ${value} is above ${p('max')}. Was it meant for another column?`,
});
