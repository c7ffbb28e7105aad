import { readXlsx } from 'hucre';
import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';
import { formatRowKey } from '../../../shared/rowKey/rowKey.ts';
import { readLedgerFile } from '../../../worker/documents/ledgerFile/readLedgerFile.ts';
import { openWorkbook } from '../../../worker/documents/ledgerFile/openWorkbook.ts';
import { annotate, annotateFile, type FileNotes } from '../../../worker/documents/patch/annotate.ts';
import { Package } from '../../../worker/documents/zip.ts';
import { gb18030 } from '../../support/documents/gb18030.ts';
import { herNote, richGrid, richSheet, richWorkbooks } from '../../support/documents/richXlsx.ts';
import { xlsxParts } from '../../support/documents/xlsx.ts';
import { zipOf } from '../../support/documents/zip.ts';

const key = (arrangement: string): string =>
  formatRowKey({ list: '2024', arrangement, schedule: 1, indicator: 'i1', unit: 'xuejia', period: '2024' });
const notes = (text = '数量不应小于上期'): FileNotes => ({
  sheets: [
    {
      name: '台账',
      comments: [
        { row: 2, column: 3, text, kind: 'warning' },
        { row: 4, column: 3, text: '请填 <整数> & 不带单位', kind: 'error' },
      ],
      keys: [
        { row: 2, key: key('1-3-1') },
        { row: 3, key: key('1-2-1') },
        { row: 4, key: key('1-2-2') },
      ],
    },
  ],
  results: [
    { sheet: '台账', row: 2, column: 3, arrangement: '建立隐患举报制度', outcome: '请核实', message: text },
    { sheet: '台账', row: 3, column: null, arrangement: '职工代表评议', outcome: '已接收', message: '' },
  ],
});

/** XML as a list of what opens, with attributes, and of texts, told by a parser of its own. */
function flat(xml: string): string[] {
  const found: string[] = [];
  const names: string[] = [];
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    names.push(name.replace(/^\w+:/u, ''));
    found.push(`${names.join('/')} ${JSON.stringify(attributes)}`);
  });
  parser.on('closetag', () => names.pop());
  parser.on('text', (text) => found.push(`${names.join('/')} "${text}"`));
  parser.write(xml).close();
  return found;
}

/** The elements of a worksheet in the order of the schema, as far as any fixture has them. */
const order = (
  'dimension sheetViews sheetFormatPr cols sheetData sheetProtection autoFilter sortState mergeCells conditionalFormatting ' +
  'dataValidations pageMargins headerFooter rowBreaks drawing legacyDrawing tableParts extLst'
).split(' ');
const elementsOf = (xml: string): string[] =>
  flat(xml).flatMap((line) => /^worksheet\/(\w+) \{/u.exec(line)?.[1] ?? []);

const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
const partOf = (bytes: Uint8Array, name: string): string => text(new Package(bytes).read(name));
const sheetPathOf = (bytes: Uint8Array): string => openWorkbook(bytes).sheets[0]!.path;

/** What may change in a sheet: the key column’s cells and width, the extent, the drawing of comments. */
const isOurs = (line: string): boolean =>
  /legacyDrawing|\/dimension |\/cols|"r":"[E-F]\d"|行标识|\d{4}\.\d-\d|\/is |\/t \{|"spans"/u.test(line);
const rest = (xml: string): string[] => flat(xml).filter((line) => !isOurs(line));

describe.each(richWorkbooks)('S13.12: her file with %s', (_, make) => {
  test('keeps every other part byte for byte, and all else within its sheet', async () => {
    const bytes = await zipOf(make());
    const { bytes: answer, told } = await annotateFile(bytes, notes());
    expect(told).toEqual([]);
    const [before, after] = [new Package(bytes), new Package(answer)];
    const sheet = sheetPathOf(bytes);
    const concerned =
      /Content_Types|workbook\.xml|Book\.xml|sheet1\.xml\.rels|one\.xml\.rels|comments|vmlDrawing|styles/u;
    for (const name of before.names.filter((each) => each !== sheet && !concerned.test(each)))
      expect(after.packed(name), name).toEqual(before.packed(name));
    expect(rest(partOf(answer, sheet))).toEqual(rest(partOf(bytes, sheet)));
    const places = elementsOf(partOf(answer, sheet)).map((element) => order.indexOf(element));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });

  test('is read as before, and what is ours is told from hers', async () => {
    const bytes = await zipOf(make());
    const before = await readLedgerFile(bytes, 'a.xlsx');
    const answer = await annotate(bytes, notes());
    const after = await readLedgerFile(answer, 'a.xlsx');
    expect(after.sheets[0]!.keys?.map(({ row }) => row)).toEqual([2, 3, 4]);
    expect(after.sheets.map(({ keys: _keys, ...sheet }) => sheet)).toEqual(before.sheets);
  });

  test('a second answer replaces the first, and leaves nothing of it', async () => {
    const bytes = await zipOf(make());
    const first = await annotate(bytes, notes());
    const second = await annotate(first, notes('第二次'));
    expect(new Package(second).names).toEqual(new Package(first).names);
    const all = new Package(second).names.map((name) => partOf(second, name)).join('');
    expect(all.includes('数量不应小于上期')).toBe(false);
    expect(all.includes('第二次')).toBe(true);
    // A third time with nothing to say: hers is as it was.
    const third = await annotate(second, { sheets: [{ name: '台账', comments: [], keys: [] }], results: [] });
    expect(new Package(third).names.map((name) => partOf(third, name)).join('')).not.toContain('第二次');
  });
});

describe('S13.12: what another library reads of it', () => {
  const readable = richWorkbooks.filter(([name]) => !/chart|dialog|unusual|prefix|strict/u.test(name));
  test.each(readable)('%s', async (name, make) => {
    const options = { readStyles: true } as const;
    const bytes = await zipOf(make());
    const before = (await readXlsx(bytes, options)).sheets[0]!;
    const book = await readXlsx(await annotate(bytes, notes()), options);
    const after = book.sheets[0]!;
    const width = before.rows[2]!.length;
    expect(after.rows.map((row) => row.slice(0, width))).toEqual(
      before.rows.map((row) =>
        [...row, ...Array.from({ length: width - row.length }, () => null)].slice(0, width),
      ),
    );
    const looks = (sheet: typeof before): unknown[] =>
      [...(sheet.cells ?? [])]
        .filter(([at]) => Number(at.split(',')[1]) < width)
        .map(([at, { style, formula, formulaResult }]) => [at, style, formula, formulaResult])
        .filter(([, ...some]) => some.some((each) => each !== undefined));
    expect(looks(after)).toEqual(looks(before));
    expect(after.dataValidations).toEqual(before.dataValidations);
    expect(after.conditionalRules).toEqual(before.conditionalRules);
    expect(after.merges).toEqual(before.merges);
    const comment = (at: string): string => after.cells?.get(at)?.comment?.text ?? '';
    expect(comment('4,3')).toContain('【有误】请填 <整数> & 不带单位');
    if (name === 'a thread of comments') expect(comment('2,3')).not.toContain('请核实');
    if (name === 'comments of her own')
      expect(comment('2,3')).toMatch(new RegExp(`${herNote}[^]*【请核实】`, 'u'));
    const results = book.sheets.at(-1)!;
    expect(results.name).toBe('校验结果');
    expect(results.rows[2]).toEqual(['台账', 'D3', '建立隐患举报制度', '请核实', '数量不应小于上期']);
    expect(results.cells?.get('2,1')?.hyperlink).toMatchObject({ location: "'台账'!D3" });
    expect(after.columns?.[width]?.hidden ?? after.columns?.[4]?.hidden).toBe(true);
  });
});

/** An answer as LibreOffice 7.4 saves it: no authors of comments, texts shared between cells. */
async function savedElsewhere(answer: Uint8Array): Promise<Uint8Array> {
  const zip = new Package(answer);
  const parts = Object.fromEntries(zip.names.map((name) => [name, text(zip.read(name))]));
  const shared: string[] = [];
  const strings = 'xl/sharedStrings.xml';
  const first = parts[strings]!.split('<si>').length - 1;
  for (const name of zip.names.filter((each) => each.startsWith('xl/worksheets/sheet'))) {
    parts[name] = parts[name]!.replace(
      /<c r="(\w+)" t="inlineStr"><is>(.*?)<\/is><\/c>/gsu,
      (_, address: string, content: string) =>
        `<c r="${address}" t="s"><v>${first + shared.push(`<si>${content}</si>`) - 1}</v></c>`,
    );
  }
  parts[strings] = parts[strings]!.replace('</sst>', `${shared.join('')}</sst>`);
  return zipOf({
    ...parts,
    'xl/comments1.xml': parts['xl/comments1.xml']!.replace('>台账校验</author>', '></author>'),
  });
}

describe('S13.12: an answer that another program has saved', () => {
  test('keeps its column of keys and its sheet of results, and its comments are ours', async () => {
    const bytes = await zipOf(xlsxParts([richGrid]));
    const saved = await savedElsewhere(await annotate(bytes, notes()));
    const read = await readLedgerFile(saved, 'a.xlsx');
    expect(read.sheets.map(({ keys: _, ...sheet }) => sheet)).toEqual(
      (await readLedgerFile(bytes, 'a.xlsx')).sheets,
    );
    expect(read.sheets[0]!.keys?.length).toBe(3);
    const again = await annotate(saved, { ...notes('第二次'), sheets: notes('第二次').sheets });
    const { sheets } = await readXlsx(again);
    expect(sheets.map(({ name }) => name)).toEqual(['台账', '校验结果']);
    expect(sheets[0]!.rows.every((row) => row.length <= 5)).toBe(true);
    const comments = [...(sheets[0]!.cells ?? [])].flatMap(([, { comment }]) => comment?.text ?? []);
    expect(comments.length).toBe(2);
    expect(comments.join('')).not.toContain('数量不应小于上期');
  });
});

describe('S13.12: what cannot be written into', () => {
  const plain = xlsxParts([richGrid]);
  const changed = (change: (xml: string) => string): Promise<Uint8Array> =>
    zipOf({ ...plain, [richSheet]: change(plain[richSheet]!) });

  test('rows or cells that do not say where they stand', async () => {
    for (const change of [
      (xml: string) => xml.replaceAll(/<row r="\d+"/gu, '<row'),
      (xml: string) => xml.replaceAll(/<c r="[A-Z]\d+"/gu, '<c'),
    ]) {
      const bytes = await changed(change);
      const { bytes: answer, told } = await annotateFile(bytes, notes());
      expect(told).toMatchObject([{ code: 'not-annotated', sheet: '台账' }]);
      expect(partOf(answer, richSheet)).toBe(partOf(bytes, richSheet));
      expect(partOf(answer, 'xl/worksheets/sheetTz1.xml')).toContain('没有写明位置');
      expect((await readLedgerFile(bytes, 'a.xlsx')).sheets[0]!.rows[2]![1]!.text).toBe('建立隐患举报制度');
    }
  });

  test('a package whose parts no reader looks at are damaged: results alone, within moments', async () => {
    const types = '[Content_Types].xml';
    const broken = [
      (xml: string) => xml.replace('<Default', '\u0000fault'),
      (xml: string) => xml.replace('"application', 'application'),
      (xml: string) => `${xml.slice(0, -8)}${'<Default Extension="'.repeat(100_000)}`,
      () => '',
    ];
    for (const change of broken) {
      const bytes = await zipOf({ ...plain, [types]: change(plain[types]!) });
      const began = performance.now();
      const { bytes: answer, is, told } = await annotateFile(bytes, notes());
      expect(performance.now() - began).toBeLessThan(5_000);
      expect([is, told.map(({ code }) => code)]).toEqual(['results', ['not-annotated']]);
      const [results] = (await readXlsx(answer)).sheets;
      expect(results!.rows.flat()).toContain(told[0]!.zh);
    }
  });

  test('signed and protected workbooks come back as results alone', async () => {
    const signed = await zipOf({
      ...plain,
      '_rels/.rels': plain['_rels/.rels']!.replace(
        '</Relationships>',
        '<Relationship Id="rId9" Type="http://schemas.openxmlformats.org/package/2006/relationships/digital-signature/origin" Target="_xmlsignatures/origin.sigs"/></Relationships>',
      ),
      '_xmlsignatures/origin.sigs': '',
    });
    const locked = await zipOf({
      ...plain,
      'xl/workbook.xml': plain['xl/workbook.xml']!.replace(
        '<sheets>',
        '<workbookProtection lockStructure="1"/><sheets>',
      ),
    });
    for (const [bytes, code] of [
      [signed, 'signed'],
      [locked, 'workbook-protected'],
    ] as const) {
      expect((await readLedgerFile(bytes, 'a.xlsx')).told).toMatchObject([{ code }]);
      const answer = await annotateFile(bytes, notes());
      expect(answer.is).toBe('results');
      const { sheets } = await readXlsx(answer.bytes);
      expect(sheets.map(({ name }) => name)).toEqual(['校验结果']);
      expect(sheets[0]!.rows[3]).toEqual(['台账', '第 4 行', '职工代表评议', '已接收', null]);
    }
  });

  test('the key column behind formatted columns, within ranges of columns and spans', async () => {
    const bytes = await changed((xml) =>
      xml
        .replace(
          '<sheetData>',
          '<cols><col min="2" max="3" width="30" customWidth="1"/><col min="4" max="40" width="8" style="2" customWidth="1"/></cols><sheetData>',
        )
        .replace('</row></sheetData>', '<c r="E5" s="2"/><c r="F5" s="2"/></row></sheetData>'),
    );
    const answer = await annotate(bytes, notes());
    const xml = partOf(answer, richSheet);
    expect(xml).toContain(
      '<col min="4" max="4" width="8" style="2" customWidth="1"/><col min="5" max="5" width="8" style="2" customWidth="1" hidden="1"/><col min="6" max="40" width="8" style="2" customWidth="1"/>',
    );
    expect(xml).toContain('<row r="3" spans="1:5">');
    expect(xml).toMatch(/<c r="D4"[^/]*<v>9<\/v><\/c><c r="E4" t="inlineStr">/u);
    expect(xml).toMatch(/<c r="E5" s="2" t="inlineStr">.*<c r="F5" s="2"\/>/u);
    expect(xml).toMatch(/<c r="E2" t="inlineStr"><is><t xml:space="preserve">行标识/u);
  });

  test('a column that is merged with hers is none of ours, and a comment stands where its cell is seen', async () => {
    const bytes = await zipOf(xlsxParts([{ ...richGrid, merges: ['A1:F1', 'D4:E5', 'A2:A3'] }]));
    const answer = await annotate(bytes, notes());
    const { sheets } = await readXlsx(answer, { readStyles: true });
    const [{ columns, rows, cells }] = [sheets[0]!];
    expect(columns?.flatMap(({ hidden }, at) => (hidden ? [at] : []))).toEqual([6]);
    expect(rows.slice(2).map((row) => row[6])).toEqual(notes().sheets[0]!.keys.map((each) => each.key));
    const commented = [...(cells ?? [])].filter(([, each]) => each.comment !== undefined);
    expect(commented.map(([at]) => at)).toEqual(['2,3', '3,3']);
    expect(elementsOf(partOf(answer, richSheet))).toContain('mergeCells');
  });

  test('a list of columns that is empty, and spans that say nothing', async () => {
    const bytes = await changed((xml) =>
      xml.replace('<sheetData>', '<cols/><sheetData>').replace('spans="1:4"', 'spans=""'),
    );
    const xml = partOf(await annotate(bytes, notes()), richSheet);
    expect(xml).toContain(
      '<cols><col min="5" max="5" width="9" hidden="1" customWidth="1"/></cols><sheetData>',
    );
    expect(elementsOf(xml).filter((name) => name === 'cols')).toEqual(['cols']);
    expect(xml).toMatch(/<row r="2" spans="1:5">/u);
  });

  test.each([
    ['UTF-8', (text: string) => new TextEncoder().encode(`\uFEFF${text}`)],
    ['GB 18030', gb18030],
  ])('a text file in %s comes back as .xlsx, its records and all', async (_encoding, encoded) => {
    const csv = encoded(
      '台账\r\n序号,工作安排,电话\r\n1,"建立""制度""\n并公示",0519-00000003\r\n2,评议,007\r\n',
    );
    const answer = await annotateFile(csv, {
      sheets: [
        {
          name: '(csv)',
          comments: [{ row: 2, column: 1, text: '请核实', kind: 'warning' }],
          keys: [{ row: 2, key: key('1-3-1') }],
        },
      ],
      results: [],
    });
    expect(answer.is).toBe('copy');
    const [records, results] = (await readXlsx(answer.bytes)).sheets;
    expect(records!.rows.map((row) => row.slice(0, 3))).toEqual([
      ['台账', null, null],
      ['序号', '工作安排', '电话'],
      [1, '建立"制度"\n并公示', '0519-00000003'],
      [2, '评议', '007'],
    ]);
    expect(results!.name).toBe('校验结果');
    const { keys: _, ...again } = (await readLedgerFile(answer.bytes, 'a.xlsx')).sheets[0]!;
    expect(again).toEqual((await readLedgerFile(csv, 'a.csv')).sheets[0]);
  });

  test('a sheet of hers that is called 校验结果 stays hers', async () => {
    const bytes = await zipOf(xlsxParts([richGrid, { name: '校验结果', grid: [['我的']] }]));
    const answer = await annotate(bytes, notes());
    expect((await readXlsx(answer)).sheets.map(({ name }) => name)).toEqual([
      '台账',
      '校验结果',
      '校验结果 (2)',
    ]);
    const second = await annotate(answer, notes());
    expect((await readXlsx(second)).sheets.map(({ name }) => name)).toEqual([
      '台账',
      '校验结果',
      '校验结果 (2)',
    ]);
  });
});
