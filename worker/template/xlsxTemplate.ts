import { writeXlsx } from 'hucre';
import { header, rowsOf, widths } from './templateRows.ts';

const line = { style: 'thin' } as const;
const border = { top: line, right: line, bottom: line, left: line };

/** The template as a workbook of one sheet. */
export async function xlsxTemplate(year: number): Promise<Uint8Array<ArrayBuffer>> {
  const rows = rowsOf(year);
  const cells = new Map(
    rows.flatMap((row, at) =>
      header.map((_, column) => {
        const isHead = at < 2;
        const style = {
          font: { bold: isHead, size: at === 0 ? 16 : 11 },
          alignment: {
            wrapText: at > 0,
            vertical: 'center' as const,
            horizontal: isHead ? ('center' as const) : ('left' as const),
          },
          ...(at > 0 && { border }),
        };
        return [`${at},${column}`, { value: row[column] ?? null, style }] as const;
      }),
    ),
  );
  const bytes = await writeXlsx({
    sheets: [
      {
        name: '任务清单',
        rows,
        cells,
        columns: widths.map((width) => ({ width: width * 2 })),
        merges: [{ startRow: 0, startCol: 0, endRow: 0, endCol: header.length - 1 }],
        freezePane: { rows: 2 },
      },
    ],
  });
  return new Uint8Array(bytes);
}
