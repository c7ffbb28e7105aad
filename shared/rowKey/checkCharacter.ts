/**
 * Check character after ISO 7064, MOD 37-2 (ISO/IEC 7064:2003): finds every single wrong character and
 * nearly every transposition. Digits are 0–9, letters 10–35; every separator counts as 36.
 */
const alphabet = '0123456789abcdefghijklmnopqrstuvwxyz*';

function valueOf(character: string): number {
  const value = alphabet.indexOf(character.toLowerCase());
  return value < 0 ? 36 : value;
}

/** The check character of `text`: one of 0–9, a–z, `*`. */
export function checkCharacter(text: string): string {
  let sum = 0;
  for (const character of text) sum = ((sum + valueOf(character)) * 2) % 37;
  return alphabet.charAt((38 - sum) % 37);
}
