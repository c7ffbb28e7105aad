import { rule } from '../rule.ts';

/** An explanation that stood there before covers the warnings that it was written for, and no new one. */
export const explanationRenew = rule({
  id: 'V-explanation-renew',
  severity: 'error',
  check: ({ warnings, covers }: { warnings: readonly string[]; covers: (rule: string) => boolean }) =>
    warnings.every(covers) ? null : {},
  zh: ({ cell, value }) => `${cell}${value}是针对以前的提示写的，本行有了新的提示，请补充说明。`,
  en: ({ cell, value }) =>
    `${cell} ${value} was written for earlier warnings, and this row has a new one. Add the reason for it.`,
});
