import type { StrangeKey } from '../checkTable.ts';
import { rule } from '../rule.ts';

/** A key's last character follows from the others. */
export const keyBrokenCheck = rule({
  id: 'V-key-broken-check',
  severity: 'error',
  check: ({ parsed }: StrangeKey) => (parsed === 'broken-check' ? {} : null),
  zh: ({ cell, value }) =>
    `${cell}${value}已被改动，本行与任务的对应关系丢失：请撤销改动；侧栏出现“恢复”的，点“恢复”。`,
  en: ({ cell, value }) =>
    `${cell} ${value} fails its check character: some of it was changed. Undo that, or pull again.`,
});
