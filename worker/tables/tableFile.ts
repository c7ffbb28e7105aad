import { writeCsv } from 'hucre/csv';
import { type CellValue, type ColumnDef, writeXlsx } from 'hucre/xlsx';
import { inert, inertPlain } from '../../shared/tables/inert.ts';
import type { Cell, Column, Table } from '../../shared/tables/table.ts';

/** A table as CSV: UTF-8 with its mark, so that Excel reads it; lines end as in Windows. */
export function csvOf({ columns, rows }: Table): string {
  const cells = (row: readonly Cell[]): CellValue[] =>
    row.map((cell, at) => {
      if (typeof cell === 'string') return columns[at]?.kind === 'date' ? cell : inertPlain(cell);
      // 0.1 and 0.2 are not always 0.3.
      return columns[at]?.kind === 'rate' && cell !== null ? `${Math.round(cell * 1000) / 10}%` : cell;
    });
  return writeCsv(rows.map(cells), {
    bom: true,
    lineSeparator: '\r\n',
    headers: columns.map(({ name }) => inertPlain(name)),
  });
}

/** A day as spreadsheets number it: days since 30 December 1899. */
const dayNumber = (date: string): number => Math.round(Date.parse(date) / 86_400_000) + 25_569;

const formats: Partial<Record<Column['kind'], string>> = { rate: '0%', date: 'yyyy-mm-dd', count: '#,##0' };

/** A table as a workbook of one sheet, with a head that stays, filters, and a page that prints on A4 with every column. */
export async function xlsxOf({ title, columns, rows }: Table): Promise<Uint8Array> {
  const cells = (row: readonly Cell[]): CellValue[] =>
    row.map((cell, at) => {
      if (typeof cell !== 'string') return cell;
      return columns[at]?.kind === 'date' ? dayNumber(cell) : inert(cell);
    });
  const last = `${columnLetter(columns.length - 1)}${rows.length + 1}`;
  return writeXlsx({
    sheets: [
      {
        name: title.replaceAll(/[[\]:*?/\\]/gu, ' ').slice(0, 31),
        columns: columns.map(({ kind, width }): ColumnDef => ({
          width,
          style: {
            ...(formats[kind] ? { numFmt: formats[kind] } : {}),
            alignment: { vertical: 'top', ...(kind === 'text' ? { wrapText: true } : {}) },
          },
        })),
        rows: [columns.map(({ name }) => inert(name)), ...rows.map(cells)],
        cells: new Map(
          columns.map(({ name }, at) => [
            `0,${at}`,
            {
              value: inert(name),
              style: { font: { bold: true }, alignment: { vertical: 'center', wrapText: true } },
            },
          ]),
        ),
        freezePane: { rows: 1, columns: 1 },
        autoFilter: { range: `A1:${last}` },
        pageSetup: {
          paperSize: 'a4',
          orientation: 'landscape',
          fitToPage: true,
          fitToWidth: 1,
          fitToHeight: 0,
          printTitlesRow: '$1:$1',
        },
        headerFooter: { oddHeader: `&C${title.replaceAll('&', '&&')}`, oddFooter: '&C&P / &N' },
      },
    ],
  });
}

function columnLetter(at: number): string {
  return at < 26
    ? String.fromCharCode(65 + at)
    : columnLetter(Math.floor(at / 26) - 1) + columnLetter(at % 26);
}
