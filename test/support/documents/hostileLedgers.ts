import { plainXlsx, sheet, text } from './refused.ts';
import { refusedDocuments } from './refused.ts';
import { xlsxOf, xlsxParts } from './xlsx.ts';
import { joined, zipOf } from './zip.ts';

/** What a ledger’s file gets: how it is refused, or what is told of it (`read`: nothing). */
export type LedgerAnswer = 'read' | 'sheet-left-out' | { refused: string };
export type HostileLedger = readonly [
  name: string,
  file: string,
  make: () => Promise<Uint8Array> | Uint8Array,
  answer: LedgerAnswer,
];

const changed = (part: string, change: (xml: string) => string): Promise<Uint8Array> =>
  zipOf({ ...plainXlsx, [part]: change(plainXlsx[part]!) });
const inRows = (content: string): Promise<Uint8Array> =>
  changed(sheet, (xml) => xml.replace(/<sheetData>.*<\/sheetData>/su, `<sheetData>${content}</sheetData>`));
const styles = 'xl/styles.xml';
const strings = 'xl/sharedStrings.xml';
const book = 'xl/workbook.xml';
const rels = 'xl/_rels/workbook.xml.rels';
const refused = (code: string): LedgerAnswer => ({ refused: code });
const repeated = (count: number, make: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => make(index)).join('');

/** What is refused as a list is refused as a ledger alike, but for sizes. */
const asLists: HostileLedger[] = refusedDocuments
  .filter(([, form, , , code]) => form === 'xlsx' && !['file-too-large', 'not-a-task-list'].includes(code))
  .filter(([name]) => name !== 'columns without end')
  .map(([name, , make, , code]) => [name, 'a.xlsx', make, refused(code)] as const);

export const hostileLedgers: readonly HostileLedger[] = [
  ...asLists,
  [
    'columns defined without end',
    'a.xlsx',
    () =>
      changed(sheet, (xml) =>
        xml.replace(
          '<sheetData>',
          `<cols>${'<col min="1" max="16384" hidden="1"/>'.repeat(3000)}</cols><sheetData>`,
        ),
      ),
    'read',
  ],
  [
    'a cell in the last row',
    'a.xlsx',
    () => inRows('<row r="1048576"><c r="A1048576" t="inlineStr"><is><t>甲</t></is></c></row>'),
    'read',
  ],
  [
    'a cell in the last corner',
    'a.xlsx',
    () => inRows('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'),
    'sheet-left-out',
  ],
  [
    'a cell beyond the last column',
    'a.xlsx',
    () => inRows('<row r="1"><c r="ZZZ1"><v>1</v></c></row>'),
    'read',
  ],
  [
    'a cell beyond the last row',
    'a.xlsx',
    () => inRows('<row r="99999999"><c r="A99999999"><v>1</v></c></row>'),
    'read',
  ],
  [
    'rows whose last column is filled',
    'a.xlsx',
    () => inRows(repeated(200, (i) => `<row r="${i + 1}"><c r="XFD${i + 1}"><v>${i}</v></c></row>`)),
    'sheet-left-out',
  ],
  [
    'merges over all of the sheet',
    'a.xlsx',
    () =>
      changed(sheet, (xml) =>
        xml.replace(
          '</sheetData>',
          `</sheetData><mergeCells>${'<mergeCell ref="A1:XFD1048576"/>'.repeat(5000)}</mergeCells>`,
        ),
      ),
    'read',
  ],
  [
    'merges that cover each other over many cells',
    'a.xlsx',
    async () => {
      const parts = xlsxParts([
        { grid: Array.from({ length: 400 }, () => Array.from({ length: 20 }, () => '甲')) },
      ]);
      return zipOf({
        ...parts,
        [sheet]: parts[sheet]!.replace(
          '</sheetData>',
          `</sheetData><mergeCells>${'<mergeCell ref="A1:T400"/>'.repeat(100)}</mergeCells>`,
        ),
      });
    },
    'sheet-left-out',
  ],
  [
    'a string that is not there',
    'a.xlsx',
    () =>
      inRows(
        '<row r="1"><c r="A1" t="s"><v>999999</v></c><c r="B1" t="s"><v>-1</v></c><c r="C1" t="s"/></row>',
      ),
    'read',
  ],
  [
    'numbers that are none',
    'a.xlsx',
    () =>
      inRows(
        '<row r="1"><c r="A1"><v>NaN</v></c><c r="B1"><v>1e999</v></c><c r="C1" s="1"><v>-5</v></c><c r="D1" s="1"><v>9e15</v></c><c r="E1" t="d"><v>2024-13-45</v></c></row>',
      ),
    'read',
  ],
  [
    'a style that is not there',
    'a.xlsx',
    () => inRows('<row r="1"><c r="A1" s="4294967296"><v>1</v></c></row>'),
    'read',
  ],
  [
    'one string of sixty thousand characters in every cell',
    'a.xlsx',
    () => xlsxOf([{ grid: Array.from({ length: 200 }, () => ['甲'.repeat(60_000)]) }]),
    'sheet-left-out',
  ],
  [
    'a number format without end',
    'a.xlsx',
    () => changed(styles, (xml) => xml.replace('yyyy', 'y'.repeat(200_000))),
    'read',
  ],
  [
    'entities in the strings',
    'a.xlsx',
    () => changed(strings, (xml) => xml.replace('<sst', '<!DOCTYPE x [<!ENTITY a "aa">]><sst')),
    refused('file-unsafe'),
  ],
  [
    'entities in the styles',
    'a.xlsx',
    () => changed(styles, (xml) => xml.replace('<styleSheet', '<!DOCTYPE x [<!ENTITY a "aa">]><styleSheet')),
    refused('file-unsafe'),
  ],
  [
    'entities in the relationships',
    'a.xlsx',
    () =>
      changed(rels, (xml) => xml.replace('<Relationships', '<!DOCTYPE x [<!ENTITY a "aa">]><Relationships')),
    refused('file-unsafe'),
  ],
  [
    'a tab without a part',
    'a.xlsx',
    () => changed(rels, (xml) => xml.replace('worksheets/sheet1.xml', 'worksheets/nothing.xml')),
    refused('file-damaged'),
  ],
  [
    'a tab that leads out of the package',
    'a.xlsx',
    () => changed(rels, (xml) => xml.replace('worksheets/sheet1.xml', '../../../../etc/passwd')),
    refused('file-damaged'),
  ],
  [
    'a tab on another machine',
    'a.xlsx',
    () =>
      changed(rels, (xml) =>
        xml.replace(
          'Target="worksheets/sheet1.xml"',
          'TargetMode="External" Target="http://127.0.0.1/sheet1.xml"',
        ),
      ),
    refused('file-damaged'),
  ],
  [
    'two tabs of one part',
    'a.xlsx',
    () =>
      changed(book, (xml) => xml.replace('</sheets>', '<sheet name="乙" sheetId="2" r:id="rId1"/></sheets>')),
    'read',
  ],
  [
    'no tabs',
    'a.xlsx',
    () => changed(book, (xml) => xml.replace(/<sheets>.*<\/sheets>/su, '<sheets/>')),
    'read',
  ],
  ['a workbook that is none', 'a.xlsx', () => changed(book, () => '<a/>'), refused('file-not-as-named')],
  ['text for a workbook', 'a.xlsx', () => changed(book, () => '甲'), refused('file-damaged')],
  [
    'a sheet nested without end',
    'a.xlsx',
    () => inRows('<row>'.repeat(5000) + '</row>'.repeat(5000)),
    refused('file-unsafe'),
  ],
  [
    '.xls by its content',
    'a.csv',
    refusedDocuments.find(([name]) => name === '.xls')![2],
    refused('file-old-format'),
  ],
  ['a workbook that is called .csv', 'a.csv', () => zipOf(plainXlsx), 'read'],
  ['a text that is called .xlsx', 'a.xlsx', () => text('序号,工作\n1,甲'), refused('file-not-as-named')],
  [
    'a web page that is called .xls',
    'a.xls',
    () => text('<html><table><tr><td>甲'),
    refused('file-not-as-named'),
  ],
  [
    'a picture that is called .csv',
    'a.csv',
    () => new Uint8Array([0x89, 0x50, 0x4e, 0x47, 1, 2]),
    refused('file-not-as-named'),
  ],
  ['nothing but blanks', 'a.csv', () => text('\uFEFF \r\n , ,\r\n'), refused('document-empty')],
  ['text of separators', 'a.csv', () => text(','.repeat(3_000_000)), refused('file-too-large')],
  ['text of lines', 'a.csv', () => text('甲\n'.repeat(300_001)), refused('file-too-large')],
  ['a quote that never ends', 'a.csv', () => text(`"${'甲,'.repeat(50_000)}`), 'read'],
  [
    'bytes of no encoding',
    'a.csv',
    () => joined([text('甲,乙\n'), new Uint8Array([0xff, 0xff, 0xfe, 0x80]), text('\n')]),
    'read',
  ],
  ['more than ten megabytes', 'a.csv', () => new Uint8Array(10_000_001).fill(65), refused('file-too-large')],
];
