import { inert } from '../../shared/tables/inert.ts';
import { type Cell, type Column, isMoment } from '../../shared/tables/table.ts';

/** The letters of a column; 0 is A. */
export function columnLetters(at: number): string {
  return at < 26
    ? String.fromCharCode(65 + at)
    : columnLetters(Math.floor(at / 26) - 1) + columnLetters(at % 26);
}

/** A day or a time in Shanghai as spreadsheets number it: days since 30 December 1899. */
const serialOf = (moment: string): number =>
  Date.parse(moment.length === 10 ? moment : `${moment.slice(0, 19)}Z`) / 86_400_000 + 25_569;

/** More characters than this no cell of a spreadsheet holds. */
const mostInCell = 32_767;

const marks: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** What XML cannot hold or would change, and what would be read as such an escape: `_x000D_` is a carriage return. */
const unwritable = /(?![\t\n])\p{Cc}|[\uFFFE\uFFFF]|_(?=x[0-9A-Fa-f]{4}_)|\p{Cs}/gu;

const escaped = (text: string): string =>
  text
    .replaceAll(
      unwritable,
      (found) => `_x${found.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
    )
    .replaceAll(/[&<>]/gu, (mark) => marks[mark] ?? mark);

function textXml(text: string): string {
  const fits = text.length > mostInCell ? `${text.slice(0, mostInCell - 1)}…` : text;
  return `<is><t xml:space="preserve">${escaped(fits)}</t></is>`;
}

/** A row of a sheet as XML; `number` counts from 1, `styles` are those of the columns. */
export function rowXml(
  row: readonly Cell[],
  number: number,
  columns: readonly Column[],
  styles: readonly string[],
): string {
  let xml = `<row r="${number}">`;
  row.forEach((cell, at) => {
    if (cell === null || cell === '') return;
    const begin = `<c r="${columnLetters(at)}${number}" s="${styles[at] ?? '0'}"`;
    if (typeof cell === 'string' && !isMoment(columns[at], cell)) {
      xml += `${begin} t="inlineStr">${textXml(inert(cell))}</c>`;
      return;
    }
    xml += `${begin}><v>${typeof cell === 'string' ? serialOf(cell) : cell}</v></c>`;
  });
  return `${xml}</row>`;
}
