import { writeXlsx } from 'hucre/xlsx';
import type { Table } from '../flows/tables.ts';

/**
 * The tables as a workbook, a sheet each, to be printed on A4 across. Text is written as text: what looks like a formula
 * is none. Loaded when it is first asked for.
 */
export async function xlsxOf(tables: readonly (Table & { name: string })[]): Promise<Uint8Array> {
  const written = await writeXlsx({
    sheets: tables.map(({ name, headers, widths, rows }) => ({
      name,
      columns: headers.map((header, at) => ({
        header,
        key: String(at),
        width: Math.max(8, Math.round(widths[at]! / 6)),
        style: { alignment: { wrapText: true, vertical: 'top' } },
      })),
      rows: [headers, ...rows],
      freezePane: { rows: 1 },
      autoFilter: { range: `A1:${columnName(headers.length)}${rows.length + 1}` },
      pageSetup: {
        paperSize: 'a4',
        orientation: 'landscape',
        fitToPage: true,
        fitToWidth: 1,
        fitToHeight: 0,
        printTitlesRow: '1:1',
      },
    })),
  });
  return written as Uint8Array;
}

/** The letter of a sheet's column, of fewer than 27. */
const columnName = (count: number): string => String.fromCharCode(64 + count);

/** Gives a file to the browser's downloads. */
export function download(name: string, bytes: Uint8Array): void {
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  const address = URL.createObjectURL(new Blob([bytes as BlobPart], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The download has begun by then.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
