import type { LedgerCell, LedgerSheet } from '../../../shared/ledgers/ledgerFile.ts';
import { asBefore } from '../../../shared/tables/inert.ts';
import { splitRecords } from '../../../shared/tables/records.ts';
import { decodeText } from '../decodeText.ts';
import { tooLarge } from '../limits.ts';
import { bounds } from './bounds.ts';

/** The name of a text file's only sheet. */
export const csvSheet = '(csv)';

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
  return splitRecords(text, undefined, (cells, filled) => {
    const most = filled > bounds.cells ? bounds.cells : cells > bounds.places ? bounds.places : null;
    if (most !== null) throw tooLarge(`文字超过 ${most} 个单元格`, `the text has more than ${most} cells`);
  });
}

export function readCsv(bytes: Uint8Array): LedgerSheet {
  const rows = readRecords(bytes).map((record) => {
    const cells = record.map(cellOf);
    while (cells.length > 0 && cells.at(-1) === null) cells.pop();
    return cells;
  });
  return { name: csvSheet, rows, merges: [] };
}
