import { inertPlain } from '../../shared/tables/inert.ts';
import { type Cell, type Column, isMoment, type Table } from '../../shared/tables/table.ts';
import { packInBlocks, unpacking } from './packed.ts';

/** What could be read as the end of a cell, by whatever separator a reader guesses, stands in quotes (RFC 4180). */
const quoted = (text: string): string =>
  /["\s,;|，]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

const cellText = (cell: Cell, column: Column | undefined): string => {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  return quoted(isMoment(column, cell) ? cell : inertPlain(cell));
};

/** A table's lines, each with its end as in Windows. */
async function* lines({ columns, rows }: Table): AsyncGenerator<string> {
  yield `\uFEFF${columns.map(({ name }) => quoted(inertPlain(name))).join(',')}\r\n`;
  for await (const row of rows) yield `${row.map((cell, at) => cellText(cell, columns[at])).join(',')}\r\n`;
}

/**
 * A table as CSV, for programs (B5.4): UTF-8 with its mark, so that Excel reads it too. Numbers, rates among them, are those of the
 * JSON; days and times are ISO.
 */
export const csvFile = async (table: Table): Promise<ReadableStream<Uint8Array>> =>
  unpacking(await packInBlocks(lines(table)));
