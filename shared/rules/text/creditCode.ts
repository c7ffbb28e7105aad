/**
 * Unified social credit code (统一社会信用代码), GB 32100-2015: 18 characters of 31 (no I, O, S, V, Z), places
 * 3 to 8 digits, the last a check character: 31 − Σ Cᵢ·Wᵢ mod 31 with Wᵢ = 3^(i−1) mod 31.
 */
const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/** The check character that follows the first 17 characters of a code. */
export function checkOf(code: string): string {
  const sum = weights.reduce(
    (total, weight, index) => total + weight * alphabet.indexOf(code.charAt(index)),
    0,
  );
  return alphabet.charAt((31 - (sum % 31)) % 31);
}

/** What is wrong with the check character of a code; `null` where it is right. */
export function wrongCheck(
  code: string,
): { code: string; place: number; character: string; expected: string } | null {
  const expected = checkOf(code);
  const character = code.charAt(17);
  return character === expected ? null : { code, place: 18, character, expected };
}

/** 1-based place of the first character that a code cannot hold there, or 0. */
export function wrongPlace(code: string): number {
  for (let index = 0; index < code.length; index += 1) {
    const value = alphabet.indexOf(code.charAt(index));
    if (value < 0 || (index >= 2 && index < 8 && value > 9)) return index + 1;
  }
  return 0;
}

/** Codes of the first trial areas (M000…) were given out before the standard and need not satisfy it. */
export function isTrialCode(code: string): boolean {
  return code.startsWith('M000', 8);
}

const identityWeights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** Whether the text is a citizen's identity number (GB 11643), also 18 characters long: it is no credit code. */
export function isIdentityNumber(text: string): boolean {
  if (!/^\d{6}(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dX]$/.test(text)) return false;
  const sum = identityWeights.reduce(
    (total, weight, index) => total + weight * Number(text.charAt(index)),
    0,
  );
  return '10X98765432'.charAt(sum % 11) === text.charAt(17);
}
