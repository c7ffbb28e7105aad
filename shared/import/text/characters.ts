/** Blanks of all kinds, the ideographic and the zero-width ones included. */
const blanks = /[\s\u200B\u2060\uFEFF]+/gu;

export function isBlank(character: string): boolean {
  return character.trim() === '' || character === '\u200B' || character === '\u2060';
}

export function withoutBlanks(text: string): string {
  return text.replace(blanks, '');
}

/** Linear even on long inner runs of blanks, unlike a regex with `+$`. */
export function trimBlanks(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && isBlank(text.charAt(start))) start += 1;
  while (end > start && isBlank(text.charAt(end - 1))) end -= 1;
  return text.slice(start, end);
}

/** Drops the blanks that a narrow cell wraps into Chinese text; a blank between two Latin words stays, as one space. */
export function tidyBlanks(text: string): string {
  return trimBlanks(text).replace(blanks, (run: string, at: number, whole: string) => {
    const between = whole.charAt(at - 1) + whole.charAt(at + run.length);
    return /^[!-~]{2}$/u.test(between) ? ' ' : '';
  });
}

const longestHead = 20;

/** The first words of a long text, for a diagnostic that points at it. */
export function headOf(text: string): string {
  const words = tidyBlanks(text.slice(0, 2 * longestHead));
  return words.length > longestHead || text.length > 2 * longestHead
    ? `${words.slice(0, longestHead)}…`
    : words;
}

const fullWidth = /[０-９．％]/gu;

/** Full-width digits and full stops as ASCII, one character for one. */
export function foldDigits(text: string): string {
  return text.replace(fullWidth, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0));
}
