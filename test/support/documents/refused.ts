import { docxOf, docxParts, paragraph, run } from './docx.ts';
import type { Form } from './forms.ts';
import { xlsxOf, xlsxParts } from './xlsx.ts';
import { joined, zipOf } from './zip.ts';

export const text = (content: string): Uint8Array => new TextEncoder().encode(content);
const utf16 = (content: string): Uint8Array =>
  new Uint8Array([...content].flatMap((character) => [character.charCodeAt(0), 0]));
const cfb = (stream: string): Uint8Array =>
  joined([
    new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
    new Uint8Array(504),
    utf16(stream),
  ]);

const entities = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>';
const withPart = async (parts: Record<string, string>, name: string, change: (xml: string) => string) =>
  zipOf({ ...parts, [name]: change(parts[name] ?? '') });
export const plainXlsx = xlsxParts([{ grid: [['甲']] }]);
export const plainDocx = docxParts(paragraph(run('甲')));
export const sheet = 'xl/worksheets/sheet1.xml';
export const body = 'word/document.xml';

/** An entity that would grow to a billion words. */
const laughs = `<!DOCTYPE x [<!ENTITY a0 "哈">${Array.from({ length: 9 }, (_, i) => `<!ENTITY a${i + 1} "${`&a${i};`.repeat(10)}">`).join('')}]>`;

/** Names of a hundred thousand elements, so unlike that they are not refused for being packed too well. */
const levels = Array.from({ length: 100_000 }, (_, i) => `a${(i * 7919) % 9973}`);

/** Where a part stands in the directory of a package. */
function placeOf(bytes: Uint8Array, part: string): number {
  const name = text(part);
  const at = bytes.findLastIndex((_, from) => name.every((byte, index) => bytes[from + index] === byte));
  return at - 46;
}

/** A document whose directory gives another part the bytes of its own. */
async function overlapping(): Promise<Uint8Array> {
  const bytes = await zipOf({ ...plainDocx, 'word/other.xml': 'x' });
  const view = new DataView(bytes.buffer);
  view.setUint32(
    placeOf(bytes, 'word/other.xml') + 42,
    view.getUint32(placeOf(bytes, body) + 42, true) + 1,
    true,
  );
  return bytes;
}

/** A document whose directory calls another part by the same name. */
async function twice(): Promise<Uint8Array> {
  const bytes = await zipOf({ ...plainDocx, 'word/document.xmm': 'x' });
  bytes.set(text(body), placeOf(bytes, 'word/document.xmm') + 46);
  return bytes;
}

/** A document, the form that it is sent as, and how it is refused. */
export type RefusedDocument = [
  name: string,
  Form,
  () => Promise<Uint8Array> | Uint8Array,
  status: number,
  code: string,
];
export const refusedDocuments: RefusedDocument[] = [
  ['nothing', 'xlsx', () => text(''), 422, 'document-empty'],
  ['nothing but blanks', 'html', () => text(' \r\n '), 422, 'document-empty'],
  ['a password', 'xlsx', () => cfb('EncryptedPackage'), 422, 'file-encrypted'],
  ['a password of Word', 'docx', () => cfb('EncryptedPackage'), 422, 'file-encrypted'],
  ['an encrypted zip', 'xlsx', () => zipOf(plainXlsx, { flags: 1 }), 422, 'file-encrypted'],
  ['.xls', 'xlsx', () => cfb('Workbook'), 422, 'file-old-format'],
  ['.doc', 'docx', () => cfb('WordDocument'), 422, 'file-old-format'],
  ['.docx sent as .xlsx', 'xlsx', () => zipOf(plainDocx), 422, 'file-not-as-named'],
  ['.xlsx sent as .docx', 'docx', () => zipOf(plainXlsx), 422, 'file-not-as-named'],
  ['.xlsx sent as text', 'text', () => zipOf(plainXlsx), 422, 'file-not-as-named'],
  ['PDF', 'docx', () => text('%PDF-1.7\n'), 422, 'file-not-as-named'],
  ['HTML named .xlsx', 'xlsx', () => text('<html><table><tr><td>甲'), 422, 'file-not-as-named'],
  ['a picture', 'html', () => new Uint8Array([0x89, 0x50, 0x4e, 0x47, 1, 2]), 422, 'file-not-as-named'],
  ['some zip', 'docx', () => zipOf({ 'a.txt': 'x' }), 422, 'file-not-as-named'],
  ['half a file', 'xlsx', async () => (await zipOf(plainXlsx)).slice(0, 900), 422, 'file-damaged'],
  [
    'a file with one byte changed',
    'docx',
    async () => {
      const bytes = await zipOf({ [body]: plainDocx[body]! });
      bytes[120] = (bytes[120] ?? 0) ^ 1;
      return bytes;
    },
    422,
    'file-damaged',
  ],
  ['XML cut off', 'docx', () => withPart(plainDocx, body, (xml) => xml.slice(0, -30)), 422, 'file-damaged'],
  [
    'a sheet cut off',
    'xlsx',
    () => withPart(plainXlsx, sheet, (xml) => xml.slice(0, xml.indexOf('<v>') - 4)),
    422,
    'file-damaged',
  ],
  [
    'entities in a sheet',
    'xlsx',
    () => withPart(plainXlsx, sheet, (xml) => xml.replace('<worksheet', `${entities}<worksheet`)),
    422,
    'file-unsafe',
  ],
  [
    'entities in a document',
    'docx',
    () => withPart(plainDocx, body, (xml) => xml.replace('<w:document', `${entities}<w:document`)),
    422,
    'file-unsafe',
  ],
  ...['<!DOCTYPE x SYSTEM "http://127.0.0.1/x.dtd">', '<!DOCTYPE x>', laughs].map(
    (dtd, index): RefusedDocument => [
      `a document type (${index + 1})`,
      'docx',
      () => withPart(plainDocx, body, (xml) => xml.replace('<w:document', `${dtd}<w:document`)),
      422,
      'file-unsafe',
    ],
  ),
  ...Object.entries({
    'numbering.xml': 'lists',
    'styles.xml': 'styles',
  }).map(([part, what]): RefusedDocument => [
    `entities in the ${what} of a document`,
    'docx',
    () => withPart(plainDocx, `word/${part}`, (xml) => xml.replace('<w:', `${entities}<w:`)),
    422,
    'file-unsafe',
  ]),
  ...Object.entries({
    'an entity that nobody declared': '&copy;',
    'a tag that closes another': '<w:p></w:r>',
    'a prefix that nobody declared': '<x:p/>',
    'an attribute twice': '<w:p a="1" a="2"/>',
    'an attribute without quotes': '<w:p a=1/>',
    'a character that XML does not know': '\u0001',
    'text after the end': '</w:body></w:document>甲<!--',
  }).map(([what, piece]): RefusedDocument => [
    `XML with ${what}`,
    'docx',
    () => withPart(plainDocx, body, (xml) => xml.replace('<w:body>', `<w:body>${piece}`)),
    422,
    'file-damaged',
  ]),
  [
    'XML that is not in its encoding',
    'docx',
    () => {
      const [before = '', after = ''] = plainDocx[body]!.split('甲');
      return zipOf({
        ...plainDocx,
        [body]: joined([text(before), new Uint8Array([0xbc, 0xd7]), text(after)]),
      });
    },
    422,
    'file-damaged',
  ],
  [
    'UTF-16 with half a character',
    'docx',
    () => zipOf({ ...plainDocx, [body]: joined([utf16(`\uFEFF${plainDocx[body]}`), text('\n')]) }),
    422,
    'file-damaged',
  ],
  ['nothing for a main part', 'docx', () => zipOf({ ...plainDocx, [body]: '' }), 422, 'file-damaged'],
  ['parts that overlap', 'docx', () => overlapping(), 422, 'file-unsafe'],
  ['a part twice', 'docx', () => twice(), 422, 'file-unsafe'],
  [
    'ten megabytes that unpack to nothing',
    'docx',
    async () => {
      const blocks = new Uint8Array(9_900_000).map((_, at) => (at % 5 < 3 ? 0 : 0xff));
      return zipOf({ ...plainDocx, [body]: '' }, { body: { [body]: blocks } });
    },
    422,
    'file-unsafe',
  ],
  [
    'deep nesting',
    'docx',
    () => docxOf('<w:sdt><w:sdtContent>'.repeat(5000) + '</w:sdtContent></w:sdt>'.repeat(5000)),
    422,
    'file-unsafe',
  ],
  [
    'a hundred thousand levels',
    'docx',
    () =>
      docxOf(
        levels.map((name) => `<${name}>`).join('') +
          levels
            .toReversed()
            .map((name) => `</${name}>`)
            .join(''),
      ),
    422,
    'file-unsafe',
  ],
  [
    'an element of a hundred thousand attributes',
    'docx',
    () => docxOf(`<w:p ${Array.from({ length: 100_000 }, (_, i) => `a${i}=""`).join(' ')}/>`),
    413,
    'file-too-large',
  ],
  ['deep nesting of a page', 'html', () => text('<div><p>'.repeat(300_000)), 422, 'file-unsafe'],
  [
    'columns without end',
    'xlsx',
    () =>
      withPart(plainXlsx, sheet, (xml) =>
        xml.replace('<sheetData>', `<cols>${'<col min="1" max="16384"/>'.repeat(2000)}</cols><sheetData>`),
      ),
    422,
    'file-unsafe',
  ],
  [
    'too many parts',
    'xlsx',
    () =>
      zipOf({ ...plainXlsx, ...Object.fromEntries(Array.from({ length: 2100 }, (_, i) => [`x/${i}`, ''])) }),
    422,
    'file-unsafe',
  ],
  [
    'one string in every cell',
    'xlsx',
    () => xlsxOf([{ grid: Array.from({ length: 400 }, () => ['甲'.repeat(9000)]) }]),
    413,
    'file-too-large',
  ],
  [
    'too many rows',
    'xlsx',
    () => xlsxOf([{ grid: Array.from({ length: 5001 }, () => ['甲']) }]),
    413,
    'file-too-large',
  ],
  ['too many columns', 'html', () => text('<table><tr><td colspan=999>甲'), 413, 'file-too-large'],
  ['a table of nothing', 'xlsx', () => xlsxOf([{ grid: [] }]), 422, 'not-a-task-list'],
  ['a letter', 'docx', () => docxOf(paragraph(run('今天天气很好。'))), 422, 'not-a-task-list'],
  [
    'a table of something else',
    'html',
    () => text('<table><tr><td>姓名<td>电话<tr><td>甲<td>1'),
    422,
    'not-a-task-list',
  ],
];
