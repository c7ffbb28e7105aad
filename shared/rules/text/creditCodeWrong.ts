import type { TextField } from '../../row/columns.ts';
import { halfWidth } from '../read/halfWidth.ts';
import { found, type TextRule } from '../rule.ts';
import { creditCodeCheck, isIdentityNumber, isTrialCode, wrongPlace } from './creditCode.ts';

const fields: ReadonlySet<TextField> = new Set(['note', 'problems', 'evidence']);
const worthALook = /[0-9A-Za-z\uff10-\uff5a]{15}/;
const runs = /[0-9A-Za-z]{15,}/g;
const named = /信用代码(?:证)?(?:号码?)?[\s:为是()]*$/;
/** Registration department and kind of body, then the code of a province: what a code looks like without being named. */
const looks =
  /^(?:1[1239]|2[19]|3[1-59]|4[19]|5[1-39]|6[129]|7[129]|8[19]|9[123]|A[19]|N[1239]|Y1)(?:10|1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5])[0-9A-Z]{14}$/;

/** A credit code anywhere in the text: its length where it is named as one, its characters, its check character. */
export const creditCodeWrong: TextRule = (text, field) => {
  if (!fields.has(field) || !worthALook.test(text)) return null;
  const plain = halfWidth(text);
  for (const match of plain.matchAll(runs)) {
    const { index } = match;
    const code = match[0].toUpperCase();
    const isNamed = named.test(plain.slice(0, index));
    if (code.length !== 18) {
      if (isNamed) return found('V-credit-code-length', field, { code, length: code.length });
      continue;
    }
    if (!isNamed && (!looks.test(code) || isIdentityNumber(code))) continue;
    const place = wrongPlace(code);
    if (place > 0) {
      return found('V-credit-code-character', field, { code, place, character: code.charAt(place - 1) });
    }
    const expected = creditCodeCheck(code);
    if (code.charAt(17) === expected) continue;
    const rule = isTrialCode(code) ? 'V-credit-code-trial' : 'V-credit-code-check';
    return found(rule, field, { code, place: 18, character: code.charAt(17), expected });
  }
  return null;
};
