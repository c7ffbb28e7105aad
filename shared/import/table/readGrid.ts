import { longestCell } from '../limits.ts';

/**
 * The published text file as a grid of cells (I1): one row per line, cells separated by tabs, blank lines kept as empty rows so
 * that row numbers are line numbers. A byte order mark is dropped; `\r\n`, `\n` and `\r` all end a line. A cell in straight double
 * quotes, as spreadsheets copy one that holds tabs or line breaks, is unquoted.
 */
export function readGrid(text: string): string[][] {
  const input = text.startsWith('\uFEFF') ? text.slice(1) : text;
  const grid: string[][] = [];
  let row: string[] = [];
  let at = 0;
  for (;;) {
    const cell = quotedCell(input, at) ?? plainCell(input, at);
    row.push(cell.value);
    at = cell.end;
    if (input[at] === '\t') {
      at += 1;
      continue;
    }
    grid.push(row);
    row = [];
    if (at >= input.length) return grid;
    at += input.startsWith('\r\n', at) ? 2 : 1;
    if (at >= input.length) return grid;
  }
}

type Cell = { value: string; end: number };

const plain = /[^\t\r\n]*/y;
function plainCell(input: string, at: number): Cell {
  plain.lastIndex = at;
  const value = plain.exec(input)?.[0] ?? '';
  return { value, end: at + value.length };
}

/**
 * A quoted cell ends with a quote before a tab, a line end or the end of the text; otherwise the quote is part of a plain cell. What
 * looks like a quoted cell longer than any is a stray quotation mark.
 */
function quotedCell(input: string, at: number): Cell | null {
  if (input[at] !== '"') return null;
  const last = Math.min(input.length, at + longestCell);
  for (let i = at + 1; i < last; i += 1) {
    if (input[i] !== '"') continue;
    if (input[i + 1] === '"') {
      i += 1;
      continue;
    }
    const next = input[i + 1];
    if (next !== undefined && next !== '\t' && next !== '\r' && next !== '\n') return null;
    return { value: input.slice(at + 1, i).replaceAll('""', '"'), end: i + 1 };
  }
  return null;
}
