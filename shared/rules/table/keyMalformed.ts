import type { StrangeKey } from '../checkTable.ts';
import { rule } from '../rule.ts';

/** A key has the form of one. */
export const keyMalformed = rule({
  id: 'V-key-malformed',
  severity: 'error',
  check: ({ parsed }: StrangeKey) => (parsed === 'malformed' ? {} : null),
  zh: ({ cell, value }) =>
    `${cell}${value}已被改动，本行与任务的对应关系丢失：请撤销改动；侧栏出现“恢复”的，点“恢复”。`,
  en: ({ cell, value }) => `${cell} ${value} has been altered beyond recognition. Undo that, or pull again.`,
});
