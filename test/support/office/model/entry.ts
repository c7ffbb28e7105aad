/** What a cell holds. */
export type Value = string | number | boolean;

/** What Excel makes of something written or typed into a cell. */
export interface Entry {
  value: Value | null;
  formula?: string;
  /** Where Excel gives the cell a format of its own, as it does for dates. */
  numberFormat?: string;
}

const day = 86_400_000;
const epoch = Date.UTC(1899, 11, 30);

/**
 * Text is read as a number, a date, a truth value or a formula unless the cell's format is Text (`@`) or the text
 * begins with an apostrophe. Excel takes the apostrophe away. A number that goes into a Text cell becomes text.
 * https://learn.microsoft.com/javascript/api/excel/excel.range#excel-excel-range-values-member and
 * https://support.microsoft.com/office/583160db-936b-4e52-bdff-6f1863518ba4 ; digits after the fifteenth are lost:
 * https://learn.microsoft.com/office/troubleshoot/excel/last-digits-changed-to-zeros
 */
export function enter(input: Value, numberFormat: string): Entry {
  if (input === '') return { value: null };
  if (typeof input === 'string' && input.startsWith("'")) return { value: input.slice(1) };
  if (numberFormat === '@') return { value: typeof input === 'boolean' ? input : String(input) };
  if (typeof input !== 'string') return { value: input };
  if (/^=./.test(input)) return { value: '#NAME?', formula: input };
  if (/^[+-]/.test(input) && !/^[+-][\d.]/.test(input)) return { value: '#NAME?', formula: `=${input}` };
  if (input.startsWith('@')) return { value: '#NAME?', formula: `=${input}` };
  return readText(input.trim(), numberFormat) ?? { value: input };
}

function readText(text: string, numberFormat: string): Entry | null {
  if (/^(true|false)$/i.test(text)) return { value: text.toLowerCase() === 'true' };
  const number = /^[+-]?(\d{1,3}(,\d{3})+|\d+)?(\.\d+)?(e[+-]?\d+)?(%)?$/i.exec(text);
  if (number && /\d/.test(text)) {
    const plain = Number(text.replaceAll(',', '').replace('%', ''));
    return { value: Number((number[5] ? plain / 100 : plain).toPrecision(15)) };
  }
  const date =
    /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})$/.exec(text) ?? /^(\d{4})年(\d{1,2})月(\d{1,2})日$/.exec(text);
  if (!date) return null;
  const [year, month, dayOfMonth] = date.slice(1).map(Number) as [number, number, number];
  const time = Date.UTC(year, month - 1, dayOfMonth);
  if (new Date(time).getUTCDate() !== dayOfMonth) return null;
  return {
    value: (time - epoch) / day,
    ...(numberFormat === 'General' && { numberFormat: 'yyyy/m/d' }),
  };
}
