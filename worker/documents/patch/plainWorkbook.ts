import { cellOf, csvSheet, readRecords } from '../ledgerFile/csv.ts';
import { storedZip } from '../storedZip.ts';
import { addressOf } from './address.ts';
import { escaped } from './xmlTags.ts';

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const packages = 'http://schemas.openxmlformats.org/package/2006';

/** A workbook with these sheets, each given as its XML; plain, without styles. */
function workbookOf(sheets: readonly { name: string; xml: string }[]): Uint8Array {
  const numbered = sheets.map((sheet, index) => ({ ...sheet, number: index + 1 }));
  const parts: Record<string, string> = {
    '[Content_Types].xml': `<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/>${numbered.map(({ number }) => `<Override PartName="/xl/worksheets/sheet${number}.xml" ContentType="${type}.worksheet+xml"/>`).join('')}</Types>`,
    '_rels/.rels': `<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${numbered.map(({ name, number }) => `<sheet name="${escaped(name)}" sheetId="${number}" r:id="rId${number}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${packages}/relationships">${numbered.map(({ number }) => `<Relationship Id="rId${number}" Type="${office}/worksheet" Target="worksheets/sheet${number}.xml"/>`).join('')}</Relationships>`,
    ...Object.fromEntries(numbered.map(({ number, xml }) => [`xl/worksheets/sheet${number}.xml`, xml])),
  };
  const encoder = new TextEncoder();
  return storedZip(new Map(Object.entries(parts).map(([name, xml]) => [name, encoder.encode(head + xml)])));
}

/** A workbook for results alone: they become its only sheet. */
export const resultsWorkbook = (): Uint8Array => workbookOf([]);

/** The records of a text file as a workbook of one sheet, whole numbers as such, all else as text: nothing becomes a date or loses a zero. */
export function recordsWorkbook(bytes: Uint8Array): Uint8Array {
  const rows = readRecords(bytes).map((record, row) => {
    const cells = record.map((text, column) => {
      const cell = cellOf(text);
      const address = addressOf(row, column);
      if (cell === null) return '';
      if (typeof cell.value === 'number') return `<c r="${address}"><v>${cell.value}</v></c>`;
      return `<c r="${address}" t="inlineStr"><is><t xml:space="preserve">${escaped(cell.text)}</t></is></c>`;
    });
    return `<row r="${row + 1}">${cells.join('')}</row>`;
  });
  return workbookOf([
    { name: csvSheet, xml: `<worksheet xmlns="${main}"><sheetData>${rows.join('')}</sheetData></worksheet>` },
  ]);
}
