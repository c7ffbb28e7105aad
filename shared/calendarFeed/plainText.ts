/** Control characters and separators of lines and paragraphs: no client shows them, and some break a line at them. */
// oxlint-disable-next-line no-control-regex
const unshown = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff]+/gu;

/** Text as one sound line: what is not shown becomes a blank, half a character its replacement. */
export const plainText = (text: string): string => text.toWellFormed().replace(unshown, ' ').trim();

/** So much of a text, by characters as people count them. */
export function clippedText(text: string, most: number): string {
  const characters = [...plainText(text)];
  return characters.length > most
    ? `${characters.slice(0, most - 1).join('')}…`
    : characters.join('').replace(/[。；;.]$/u, '');
}
