import type { StrangeKey } from '../checkTable.ts';
import { rule } from '../rule.ts';

/** A key names a row of this ledger's list. */
export const keyOtherList = rule({
  id: 'V-key-other-list',
  severity: 'error',
  check: ({ parsed, lists }: StrangeKey) =>
    typeof parsed === 'string' || lists.size === 0 || lists.has(parsed.list) ? null : {},
  zh: ({ cell, value }) =>
    `${cell}${value}属于另一个年度的清单：这一行不会上报到本年度，请在那个年度的台账里填报。`,
  en: ({ cell, value }) =>
    `${cell} ${value} belongs to another year's list: the row is not sent to this one. Report it in that year's ledger.`,
});
