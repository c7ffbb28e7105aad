import { cell, docxOf, paragraph, row, run, table, textCell } from './docx.ts';
import { escaped, xlsxOf } from './xlsx.ts';

export const types = {
  text: 'text/plain',
  tsv: 'text/tab-separated-values',
  html: 'text/html',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const;
export type Form = keyof typeof types;

type Grid = readonly (readonly string[])[];
const isTable = (cells: readonly string[]): boolean => cells.length > 1;
const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new Uint8Array(new TextEncoder().encode(text));

/** Runs of rows with several cells, and the lines between them. */
function pieces(grid: Grid): (string | string[][])[] {
  const found: (string | string[][])[] = [];
  for (const cells of grid) {
    const last = found.at(-1);
    if (!isTable(cells)) found.push(cells[0] ?? '');
    else if (typeof last === 'object') last.push([...cells]);
    else found.push([[...cells]]);
  }
  return found;
}

/** As Excel copies cells: a cell with line breaks in quotes. */
export const asTsv = (grid: Grid): string =>
  grid
    .map((cells) =>
      cells.map((text) => (/[\n\t"]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text)).join('\t'),
    )
    .join('\r\n');

/** As Excel copies cells as HTML: styles, source lines broken within the text, `br` within a cell. */
export const asHtml = (grid: Grid): string => {
  const html = (text: string) =>
    escaped(text)
      .replaceAll('\n', '<br style="mso-data-placement:same-cell;">')
      .replace(/(.{30}[\u4E00-\u9FFF])(?=[\u4E00-\u9FFF])/gu, '$1\r\n  ');
  const body = pieces(grid)
    .map((piece) =>
      typeof piece === 'string'
        ? `<p class=MsoNormal>${html(piece)}<o:p></o:p></p>`
        : `<table border=0 cellpadding=0 style='border-collapse:collapse'><col width=64>${piece.map((cells) => `<tr height=20>${cells.map((text) => `<td class=xl65 style='mso-number-format:"\\@"'>${html(text)}</td>`).join('')}</tr>`).join('\r\n')}</table>`,
    )
    .join('\r\n');
  return `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta charset=utf-8><style><!--td {mso-x:y}--></style></head><body><!--StartFragment-->${body}<!--EndFragment--></body></html>`;
};

export const asDocxBody = (grid: Grid): string =>
  pieces(grid)
    .map((piece) =>
      typeof piece === 'string'
        ? paragraph(run(piece))
        : table(
            piece.map((cells, index) =>
              row(
                cells.map((text) => (index % 2 ? textCell(text) : cell(paragraph(run(text))))),
                index === 0 ? '<w:cantSplit/><w:tblHeader/>' : '',
              ),
            ),
          ),
    )
    .join('');

/** One list in each form that it may be sent in. */
export async function asForm(form: Form, grid: Grid): Promise<Uint8Array<ArrayBuffer>> {
  switch (form) {
    case 'text':
      return bytesOf(
        grid.map((cells) => cells.map((text) => text.replaceAll('\n', ' ')).join('\t')).join('\n'),
      );
    case 'tsv':
      return bytesOf(asTsv(grid));
    case 'html':
      return bytesOf(asHtml(grid));
    case 'xlsx':
      return xlsxOf([{ grid }]);
    case 'docx':
      return docxOf(asDocxBody(grid));
  }
}
