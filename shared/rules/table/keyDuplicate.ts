import { rule } from '../rule.ts';

/** A key stands in one row: nobody but the clerk knows which copy counts. */
export const keyDuplicate = rule({
  id: 'V-key-duplicate',
  severity: 'error',
  check: (copies: number) => (copies > 1 ? { copies } : null),
  zh: ({ cell, value, p }) =>
    `${cell}${value}出现了 ${p('copies')} 次，这一行被复制过：请留下要上报的一行，其余的删除。`,
  en: ({ cell, value, p }) =>
    `${cell} ${value} occurs ${p('copies')} times: the row was copied. Keep the one that counts and delete the others.`,
});
