import type { StrangeKey } from '../checkTable.ts';
import { rule } from '../rule.ts';

/** A key's last character follows from the others. */
export const keyBrokenCheck = rule({
  id: 'V-key-broken-check',
  severity: 'error',
  check: ({ parsed }: StrangeKey) => (parsed === 'broken-check' ? {} : null),
  zh: ({ cell, value }) => `${cell}${value}的校验位不符，有字符被改动：请撤销改动，或重新下载台账。`,
  en: ({ cell, value }) =>
    `${cell} ${value} fails its check character: some of it was changed. Undo that, or pull again.`,
});
