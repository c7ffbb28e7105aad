import { storedZip } from '../documents/storedZip.ts';
import { examples, header, titleOf, widths } from './templateRows.ts';

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const escaped = (text: string): string => text.replace(/[&<>]/gu, (character) => escapes[character] ?? '');

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const font = '<w:rFonts w:hint="eastAsia" w:ascii="宋体" w:eastAsia="宋体" w:hAnsi="宋体"/>';
/** Twentieths of a point: the width of one character in the table's type. */
const character = 190;

function paragraph(text: string, { bold = false, size = 18, center = false } = {}): string {
  const look = `<w:rPr>${font}${bold ? '<w:b/>' : ''}<w:sz w:val="${size}"/></w:rPr>`;
  const place = center ? '<w:pPr><w:jc w:val="center"/></w:pPr>' : '';
  return `<w:p>${place}<w:r>${look}<w:t xml:space="preserve">${escaped(text)}</w:t></w:r></w:p>`;
}

function row(cells: readonly string[], isHeader = false): string {
  const cell = (text: string, column: number) =>
    `<w:tc><w:tcPr><w:tcW w:w="${(widths[column] ?? 10) * character}" w:type="dxa"/></w:tcPr>${text
      .split('\n')
      .map((line) => paragraph(line, { bold: isHeader, center: isHeader }))
      .join('')}</w:tc>`;
  return `<w:tr>${isHeader ? '<w:trPr><w:tblHeader/></w:trPr>' : ''}${cells.map(cell).join('')}</w:tr>`;
}

const borders = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
  .map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>`)
  .join('');

/** The template as a Word document, on a page that lies on its side. */
export function docxTemplate(year: number): Uint8Array<ArrayBuffer> {
  const grid = widths.map((width) => `<w:gridCol w:w="${width * character}"/>`).join('');
  const table = `<w:tbl><w:tblPr><w:tblBorders>${borders}</w:tblBorders></w:tblPr><w:tblGrid>${grid}</w:tblGrid>${row(header, true)}${examples.map((cells) => row(cells)).join('')}</w:tbl>`;
  const page =
    '<w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr>';
  const body = `${paragraph(titleOf(year), { bold: true, size: 32, center: true })}${table}<w:p/>${page}`;
  const parts: Readonly<Record<string, string>> = {
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    '_rels/.rels':
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    'word/document.xml': `<w:document xmlns:w="${main}"><w:body>${body}</w:body></w:document>`,
  };
  const encoder = new TextEncoder();
  return storedZip(
    new Map(Object.entries(parts).map(([name, xml]) => [name, encoder.encode(head + xml)] as const)),
  );
}
