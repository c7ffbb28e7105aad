/** Spreadsheets take a cell for a formula by how it begins; in full width too, since Excel reads ＝ as =. */
const formula = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/u;

/** Digits, dates and codes such as 1-6-3, of which a spreadsheet that opens plain text makes another number or a day. */
const misread = /^(?:\d{12,}|0\d+|\d{1,4}[-/.]\d{1,4}(?:[-/.]\d{1,4})*|\d+[eE]\d+)$/u;

/** A text that no spreadsheet takes for a formula: an apostrophe stands before it (A8). */
export function inert(text: string): string {
  return formula.test(text) ? `'${text}` : text;
}

/** The same where types are guessed, as in CSV and on the clipboard: long digits and codes stay text, too. */
export function inertPlain(text: string): string {
  return misread.test(text) ? `'${text}` : inert(text);
}
