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

const lineHeight = 15;
/** Excel’s highest row, in points. */
const mostHigh = 409;

/** How many lines a text takes in a column; a Chinese character is as wide as two others. */
function linesOf(text: string, width: number): number {
  let lines = 0;
  for (const line of text.slice(0, 2000).split('\n')) {
    const wide = line.replaceAll(/[^\u2E80-\uFFEF]/gu, '').length;
    lines += Math.max(1, Math.ceil((line.length + wide) / Math.max(1, width - 1)));
  }
  return lines;
}

/** How high a row is, in points, so that its texts are seen: LibreOffice does not work it out by itself. */
function heightOf(row: readonly Cell[], columns: readonly Column[]): number {
  const lines = row.map((cell, at) => {
    const column = columns[at];
    return typeof cell === 'string' && column?.kind === 'text' ? linesOf(cell, column.width) : 1;
  });
  return Math.min(mostHigh, lineHeight * Math.max(1, ...lines));
}

/** A row of a sheet as XML; `number` counts from 1, `styles` are those of the columns. */
export function rowXml(
  row: readonly Cell[],
  number: number,
  columns: readonly Column[],
  styles: readonly string[],
): string {
  let xml = `<row r="${number}" ht="${heightOf(row, columns)}">`;
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
