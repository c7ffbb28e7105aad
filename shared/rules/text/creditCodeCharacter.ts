import { rule } from '../rule.ts';
import { wrongPlace } from './creditCode.ts';
import type { CreditCode } from './creditCodes.ts';

/** Every place of a credit code holds a character that may stand there. */
export const creditCodeCharacter = rule({
  id: 'V-credit-code-character',
  severity: 'error',
  check: ({ code }: CreditCode) => {
    const place = wrongPlace(code);
    return place > 0 ? { code, place, character: code.charAt(place - 1) } : null;
  },
  zh: ({ cell, p }) =>
    `${cell}中的统一社会信用代码「${p('code')}」第 ${p('place')} 位「${p('character')}」不对（不用 I、O、S、V、Z，第 3 至 8 位是数字），请对照营业执照改正。`,
  en: ({ cell, p }) =>
    `${cell}: place ${p('place')} of the unified social credit code "${p('code')}" cannot be "${p('character')}" (no I, O, S, V, Z; places 3 to 8 are digits). Compare it with the licence.`,
});
