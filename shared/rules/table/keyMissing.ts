import type { StrangeKey } from '../checkTable.ts';
import { rule } from '../rule.ts';

/** A row of the ledger has a key; a row without one was added by hand. */
export const keyMissing = rule({
  id: 'V-key-missing',
  severity: 'error',
  check: ({ key }: StrangeKey) => (key === '' ? {} : null),
  zh: ({ cell }) => `${cell}是空的，这一行不属于下发的台账，不会上报：请在原有的行中填写。`,
  en: ({ cell }) =>
    `${cell} is blank: this row is not part of the ledger and is not sent. Fill in one of its own rows.`,
});
