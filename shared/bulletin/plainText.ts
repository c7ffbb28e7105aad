/** What XML cannot hold: control characters, and code points that are no characters. */
// oxlint-disable-next-line no-control-regex -- controls are what is taken out
const unprintable = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\uFDD0-\uFDEF\uFFFE\uFFFF]/gu;

/** A text as a document can hold it: well-formed, without control characters, each break or tab a blank. */
export const plainText = (text: string): string =>
  text
    .toWellFormed()
    .replaceAll(/\r\n?|[\n\t\u2028\u2029]/gu, ' ')
    .replaceAll(unprintable, '');

/** Half-width characters print half as wide as the others. */
const isNarrow = (character: string): boolean => /[\u0020-\u00FF\uFF61-\uFF9F]/u.test(character);

/** How wide a text prints, in characters of its size. */
export const widthOf = (text: string): number =>
  [...text].reduce((sum, each) => sum + (isNarrow(each) ? 0.5 : 1), 0);
