import type { TextField } from '../../row/columns.ts';
import { halfWidth } from '../read/halfWidth.ts';
import { firstOf, type Found } from '../rule.ts';
import { isIdentityNumber } from './creditCode.ts';
import { creditCodeCharacter } from './creditCodeCharacter.ts';
import { creditCodeCheck } from './creditCodeCheck.ts';
import { creditCodeLength } from './creditCodeLength.ts';
import { creditCodeTrial } from './creditCodeTrial.ts';

/** What stands for a unified social credit code in a text. */
export interface CreditCode {
  /** In capital letters. */
  code: string;
}

const fields: ReadonlySet<TextField> = new Set(['note', 'problems', 'evidence']);
const worthALook = /[0-9A-Za-z\uff10-\uff5a]{15}/;
const runs = /[0-9A-Za-z]{15,}/g;
const named = /信用代码(?:证)?(?:号码?)?[\s:为是()]*$/;
/** Registration department and kind of body, then the code of a province: what a code looks like without being named. */
const looks =
  /^(?:1[1239]|2[19]|3[1-59]|4[19]|5[1-39]|6[129]|7[129]|8[19]|9[123]|A[19]|N[1239]|Y1)(?:10|1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5])[0-9A-Z]{14}$/;

/** In this order: the first that finds something speaks. */
const rules = [creditCodeLength, creditCodeCharacter, creditCodeTrial, creditCodeCheck];

/** The first credit code in a text that is wrong: one that is named as such, or looks like one. */
export function wrongCreditCode(text: string, field: TextField): Found | null {
  if (!fields.has(field) || !worthALook.test(text)) return null;
  const plain = halfWidth(text);
  for (const match of plain.matchAll(runs)) {
    const code = match[0].toUpperCase();
    const isNamed = named.test(plain.slice(0, match.index));
    if (!isNamed && (code.length !== 18 || !looks.test(code) || isIdentityNumber(code))) continue;
    const wrong = firstOf(rules, field, { code });
    if (wrong) return wrong;
  }
  return null;
}
