import { rule } from '../rule.ts';
import type { CreditCode } from './creditCodes.ts';

/** What is named as a credit code has 18 characters. */
export const creditCodeLength = rule({
  id: 'V-credit-code-length',
  severity: 'error',
  check: ({ code }: CreditCode) => (code.length === 18 ? null : { code, length: code.length }),
  zh: ({ cell, p }) =>
    `${cell}中的统一社会信用代码「${p('code')}」有 ${p('length')} 位，应为 18 位，请对照营业执照改正。`,
  en: ({ cell, p }) =>
    `${cell}: the unified social credit code "${p('code')}" has ${p('length')} characters instead of 18. Compare it with the licence.`,
});
