/** Spreadsheets take a cell for a formula by how it begins; in full width too, since Excel reads ＝ as =. */
const formula = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/u;

/** Digits, dates and codes such as 1-6-3, of which a spreadsheet that opens plain text makes another number or a day. */
const misread = /^(?:\d{12,}|0\d+|\d{1,4}[-/.]\d{1,4}(?:[-/.]\d{1,4})*|\d+[eE]\d+)$/u;

/** Blanks alone are no formula. */
const isFormula = (text: string): boolean => formula.test(text.trimEnd());
const isMisread = (text: string): boolean => misread.test(text.trim());

/** Blanks with an apostrophe among them, at the beginning, and what stands behind the first apostrophe. */
const lead = /^\s*'(?<behind>[\s']*)/u;

/**
 * Whether a text begins with an apostrophe that a reader would take for one of ours: as such it needs one more. Readers of CSV trim,
 * so blanks before it make no difference.
 */
function isTaken(text: string): boolean {
  const found = lead.exec(text.trimEnd());
  if (found === null) return false;
  const rest = text.trimEnd().slice(found[0].length);
  return isFormula(rest) || isMisread(rest) || /[\t\r\n]/u.test(found.groups?.['behind'] ?? '');
}

/** A text that no spreadsheet takes for a formula: an apostrophe stands before it (A8). */
export function inert(text: string): string {
  return isFormula(text) || isTaken(text) ? `'${text}` : text;
}

/** The same where types are guessed, as in CSV and on the clipboard: long digits and codes stay text, too. */
export function inertPlain(text: string): string {
  return isMisread(text) ? `'${text}` : inert(text);
}

/** A text as it was before it went into a file: without the apostrophe that stands there for `inert` or `inertPlain` (A8). */
export function asBefore(text: string): string {
  return text.startsWith("'") && isTaken(text) ? text.slice(1) : text;
}
