import { explain, rule } from '../rule.ts';
import { isTrialCode, wrongCheck } from './creditCode.ts';
import type { CreditCode } from './creditCodes.ts';

/** Codes of the first trial areas were given out before the standard: their check character may differ. */
export const creditCodeTrial = rule({
  id: 'V-credit-code-trial',
  severity: 'warning',
  check: ({ code }: CreditCode) => (isTrialCode(code) ? wrongCheck(code) : null),
  zh: ({ cell, p }) =>
    `${cell}中的统一社会信用代码「${p('code')}」校验不符（按标准第 18 位应为「${p('expected')}」），可能是早期试点发放的代码，请对照营业执照核对。${explain.zh}`,
  en: ({ cell, p }) =>
    `${cell}: the unified social credit code "${p('code')}" fails its check (place 18 should be "${p('expected')}"); early trial codes do. Compare it with the licence. ${explain.en}`,
});
