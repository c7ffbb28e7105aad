import { read, utils } from '@e965/xlsx';
import { parseCsv } from 'hucre/csv';
import { asBefore } from '../../shared/tables/inert.ts';
import type { Cell } from '../../shared/tables/table.ts';

/** A table as it was read back from a file: its head, and its rows with blanks as `null`. */
export interface ReadBack {
  head: string[];
  rows: Cell[][];
}

const blank = (cell: unknown): Cell => (cell === '' || cell === undefined ? null : (cell as Cell));
const plain = (cell: Cell): Cell => (typeof cell === 'string' ? asBefore(cell) : cell);

/** The records of a CSV file, each cell a text. */
export function readBackCsv(bytes: Uint8Array): ReadBack {
  const [head = [], ...rows] = parseCsv(new TextDecoder().decode(bytes)) as string[][];
  return { head: head.map(asBefore), rows: rows.map((row) => row.map((cell) => plain(blank(cell)))) };
}

/** Days since 30 December 1899 as a day or, with a part of one, a time in Shanghai. */
function momentOf(serial: number): string {
  const moment = new Date(Math.round((serial - 25_569) * 86_400_000)).toISOString().slice(0, 19);
  return moment.endsWith('T00:00:00') && Number.isInteger(serial) ? moment.slice(0, 10) : `${moment}+08:00`;
}

/** The rows of a workbook's only sheet as SheetJS reads them; days and times, known by their format, as the JSON has them. */
export function readBackXlsx(bytes: Uint8Array): ReadBack {
  const book = read(bytes, { cellNF: true, dense: true });
  const sheet = book.Sheets[book.SheetNames[0]!]!;
  const width = utils.decode_range(sheet['!ref'] ?? 'A1').e.c + 1;
  const rows = (sheet['!data'] ?? []).map((cells) =>
    Array.from({ length: width }, (_, at): Cell => {
      const cell = cells?.[at];
      if (cell === undefined || cell.v === undefined) return null;
      if (cell.t === 'n' && /y/u.test(String(cell.z))) return momentOf(cell.v as number);
      return plain(blank(cell.v));
    }),
  );
  const [head = [], ...others] = rows;
  return { head: head.map(String), rows: others };
}

/** What a CSV has of a table's cells: each as text. */
export const asTexts = (rows: readonly (readonly Cell[])[]): Cell[][] =>
  rows.map((row) => row.map((cell) => (cell === null || cell === '' ? null : String(cell))));
