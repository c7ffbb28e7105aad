import { rule } from '../rule.ts';
import { wrongCheck } from './creditCode.ts';
import type { CreditCode } from './creditCodes.ts';

/** The last character of a credit code follows from the others. */
export const creditCodeCheck = rule({
  id: 'V-credit-code-check',
  severity: 'error',
  check: ({ code }: CreditCode) => wrongCheck(code),
  zh: ({ cell, p }) =>
    `${cell}中的统一社会信用代码「${p('code')}」校验不符：第 18 位应为「${p('expected')}」，现为「${p('character')}」，请对照营业执照逐位核对。`,
  en: ({ cell, p }) =>
    `${cell}: the unified social credit code "${p('code')}" fails its check: place 18 should be "${p('expected')}" and is "${p('character')}". Compare every place with the licence.`,
});
