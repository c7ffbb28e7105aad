import type { StrangeKey } from '../checkTable.ts';
import { rule } from '../rule.ts';

/** A key names a row of this unit's ledger. */
export const keyUnknown = rule({
  id: 'V-key-unknown',
  severity: 'error',
  check: ({ parsed, lists }: StrangeKey) =>
    typeof parsed === 'object' && (lists.size === 0 || lists.has(parsed.list)) ? {} : null,
  zh: ({ cell, value }) =>
    `${cell}${value}不在本单位的台账里，可能来自别的台账：这一行不会上报，请删除，或在侧栏点“拉取”。`,
  en: ({ cell, value }) =>
    `${cell} ${value} is not in this unit's ledger, perhaps it comes from another: the row is not sent. Delete it, or pull again.`,
});
