/**
 * Check character after ISO 7064, MOD 37-2 (ISO/IEC 7064:2003): finds every single wrong character and
 * nearly every transposition. Digits are 0–9, letters 10–35; every separator counts as 36.
 */
const alphabet = '0123456789abcdefghijklmnopqrstuvwxyz*';

/** By character code. */
const values = Uint8Array.from({ length: 128 }, (_, code) => {
  const value = alphabet.indexOf(String.fromCharCode(code).toLowerCase());
  return value < 0 ? 36 : value;
});

/** The check character of `text`: one of 0–9, a–z, `*`. */
export function checkCharacter(text: string): string {
  let sum = 0;
  for (let at = 0; at < text.length; at += 1) sum = ((sum + (values[text.charCodeAt(at)] ?? 36)) * 2) % 37;
  return alphabet.charAt((38 - sum) % 37);
}
