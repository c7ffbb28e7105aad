import type { LedgerCell, LedgerSheet } from '../../../shared/ledgers/ledgerFile.ts';
import { asBefore } from '../../../shared/tables/inert.ts';
import { decodeText } from '../decodeText.ts';
import { tooLarge } from '../limits.ts';
import { bounds } from './bounds.ts';

/** The name of a text file's only sheet. */
export const csvSheet = '(csv)';

const separators = [',', '\t', ';', '，', '|'] as const;

/** What separates the cells: the line `sep=;` of Excel, or what is found most evenly in the first lines outside of quotes. */
function separatorOf(text: string): { separator: string; start: number } {
  const said = /^sep=(.)\r?\n/u.exec(text);
  if (said) return { separator: said[1]!, start: said[0].length };
  const lines = text
    .slice(0, 20_000)
    .replaceAll(/"(?:[^"]|"")*"/gu, '')
    .split(/\r\n|\n|\r/u)
    .filter((line) => line.trim() !== '')
    .slice(0, 20);
  let best = { separator: ',', score: 0 };
  for (const separator of separators) {
    const counts = lines.map((line) => line.split(separator).length - 1);
    const filled = counts.filter((count) => count > 0).length;
    const most = Math.max(0, ...counts);
    const even = counts.filter((count) => count === most).length;
    // A full-width comma or a bar is a character of sentences too: it separates only where every line has as many.
    const isWord = separator === '，' || separator === '|';
    const score = isWord && even < lines.length ? 0 : filled * 2 + even * Math.min(most, 20);
    if (score > best.score) best = { separator, score };
  }
  return { separator: best.separator, start: 0 };
}

/** Splits text into records, by RFC 4180 and somewhat beyond: a quote within a cell that does not begin with one is itself. */
export function splitRecords(text: string, separator: string, start = 0): string[][] {
  const records: string[][] = [];
  let record: string[] = [];
  let cells = 0;
  let filled = 0;
  let at = start;
  const end = text.length;
  while (at < end) {
    let value = '';
    if (text[at] === '"') {
      at += 1;
      for (;;) {
        const quote = text.indexOf('"', at);
        if (quote < 0) {
          value += text.slice(at);
          at = end;
          break;
        }
        value += text.slice(at, quote);
        at = quote + 1;
        if (text[at] !== '"') break;
        value += '"';
        at += 1;
      }
    }
    const from = at;
    while (at < end && text[at] !== separator && text[at] !== '\n' && text[at] !== '\r') at += 1;
    const cell = value + text.slice(from, at);
    record.push(cell);
    cells += 1;
    if (cell.trim() !== '') filled += 1;
    if (filled > bounds.cells)
      throw tooLarge(`文字超过 ${bounds.cells} 个单元格`, `the text has more than ${bounds.cells} cells`);
    if (cells > bounds.places)
      throw tooLarge(`文字超过 ${bounds.places} 个单元格`, `the text has more than ${bounds.places} cells`);
    if (text[at] === separator && at < end) {
      at += 1;
      if (at === end) record.push('');
      continue;
    }
    records.push(record);
    record = [];
    if (text[at] === '\r' && text[at + 1] === '\n') at += 1;
    at += 1;
  }
  if (record.length > 0) records.push(record);
  return records;
}

/** Whole numbers are numbers, as in a spreadsheet; what could be a date, a share or a telephone stays text. */
const whole = /^(?:0|[1-9]\d{0,8})$/u;

/** A record's cell as a spreadsheet would have it. */
export function cellOf(text: string): LedgerCell | null {
  const clean = text.replaceAll('\r\n', '\n').replaceAll('\u00A0', ' ');
  if (clean.trim() === '') return null;
  const trimmed = clean.trim();
  // ="0012" is how programs keep Excel from reading a number.
  const kept = /^="([^"]*)"$/u.exec(trimmed)?.[1];
  if (kept !== undefined) return kept === '' ? null : { text: kept, value: kept };
  if (whole.test(trimmed)) return { text: trimmed, value: Number(trimmed) };
  const said = asBefore(trimmed).trim();
  return { text: said, value: said };
}

/** The records of a text file: UTF-8, UTF-16 with a mark, or GB 18030, separated by commas, tabs or semicolons. */
export function readRecords(bytes: Uint8Array): string[][] {
  const text = decodeText(bytes, 'text/csv').replace(/^\uFEFF/u, '');
  const { separator, start } = separatorOf(text);
  return splitRecords(text, separator, start);
}

export function readCsv(bytes: Uint8Array): LedgerSheet {
  const rows = readRecords(bytes).map((record) => {
    const cells = record.map(cellOf);
    while (cells.length > 0 && cells.at(-1) === null) cells.pop();
    return cells;
  });
  return { name: csvSheet, rows, merges: [] };
}
