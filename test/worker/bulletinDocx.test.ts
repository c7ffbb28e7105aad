import { beforeAll, describe, expect, test } from 'vitest';
import type { BulletinContent } from '../../shared/bulletin/content.ts';
import { bulletinContentExample } from '../../shared/bulletin/exampleContent.ts';
import { bulletinDocx } from '../../worker/bulletins/bulletinDocx.ts';
import { readXml } from '../../worker/documents/xml.ts';
import { Package } from '../../worker/documents/zip.ts';
import { sampleBulletin, unitTable } from '../support/bulletins/sampleBulletin.ts';
import { types } from '../support/documents/forms.ts';
import { read } from '../support/documents/read.ts';

const part = (bytes: Uint8Array, name: string): string =>
  new TextDecoder().decode(new Package(bytes).read(name));
const documentOf = async (changes: Partial<BulletinContent> = {}) =>
  part(await bulletinDocx(sampleBulletin(changes)), 'word/document.xml');
/** Paragraphs with what they hold: their properties, and their text. */
const paragraphsOf = (xml: string) =>
  [...xml.matchAll(/<w:p>(.*?)<\/w:p>/gu)].map(([, body = '']) => ({
    properties: /<w:pPr>(.*?)<\/w:pPr>/u.exec(body)?.[1] ?? '',
    text: [...body.matchAll(/<w:t[^>]*>(.*?)<\/w:t>/gu)].map(([, text]) => text).join(''),
    body,
  }));
const styleOf = (xml: string, id: string): string =>
  new RegExp(`<w:style [^>]*w:styleId="${id}".*?</w:style>`, 'u').exec(xml)?.[0] ?? '';

describe('the bulletin as .docx', () => {
  let bytes: Uint8Array;
  let xml: string;
  let styles: string;
  let paragraphs: ReturnType<typeof paragraphsOf>;
  const saying = (text: string) => paragraphs.find((each) => each.text === text)!;
  beforeAll(async () => {
    bytes = await bulletinDocx(sampleBulletin());
    xml = part(bytes, 'word/document.xml');
    styles = part(bytes, 'word/styles.xml');
    paragraphs = paragraphsOf(xml);
  });

  test('B6.10: paper, type area and lines are those of GB/T 9704-2012', () => {
    const twips = (millimetres: number) => (millimetres / 25.4) * 1440;
    const [, width, height] = /<w:pgSz w:w="(\d+)" w:h="(\d+)"/u.exec(xml)!.map(Number);
    const margin = (side: string) =>
      Number(new RegExp(`<w:pgMar[^>]* w:${side}="(\\d+)"`, 'u').exec(xml)![1]);
    expect(Math.abs(margin('top') - twips(37))).toBeLessThan(1);
    expect(Math.abs(margin('left') - twips(28))).toBeLessThan(1);
    const area = [width! - margin('left') - margin('right'), height! - margin('top') - margin('bottom')];
    expect(Math.abs(area[0]! - twips(156))).toBeLessThan(2);
    expect(Math.abs(area[1]! - twips(225))).toBeLessThan(2);
    const body = styleOf(styles, 'BodyParagraph');
    const line = Number(/w:line="(\d+)" w:lineRule="exact"/u.exec(body)![1]);
    expect(Math.floor(area[1]! / line)).toBe(22);
    expect(xml).toContain(`<w:docGrid w:type="lines" w:linePitch="${line}"/>`);
    const character = 320 + Number(/<w:rPr>.*<w:spacing w:val="(-?\d+)"/u.exec(body)![1]);
    expect(Math.floor(area[0]! / character)).toBe(28);
  });

  test('B6.10: each element has its font and its size', () => {
    const has = (id: string, font: string, halfPoints: number) => {
      expect(styleOf(styles, id)).toContain(`w:eastAsia="${font}"`);
      expect(styleOf(styles, id)).toContain(`<w:sz w:val="${halfPoints}"/>`);
    };
    has('Title', '方正小标宋简体', 44);
    has('Heading1', '黑体', 32);
    has('AttachmentMark', '黑体', 32);
    has('PageNumber', '宋体', 28);
    expect(styles).toMatch(/<w:docDefaults>.*w:eastAsia="仿宋".*<w:sz w:val="32"\/>.*<\/w:docDefaults>/u);
    expect(saying('一、总体情况').properties).toContain('w:val="Heading1"');
    const led = paragraphs.find(({ text }) => text.startsWith('（一）'))!;
    expect(led.body).toMatch(/w:eastAsia="楷体".*<w:t[^>]*>（一）限期补报。<\/w:t>/u);
    expect(led.body.match(/楷体/gu)).toHaveLength(4);
    expect(styleOf(styles, 'BodyParagraph')).toContain('w:firstLineChars="200"');
    expect(styleOf(styles, 'Normal')).toContain('<w:autoSpaceDE w:val="0"/>');
  });

  test('B6.11: head, text, attachments and signature stand in the standard’s order', () => {
    const order = [
      '某区安全生产委员会办公室',
      '某安办〔2024〕3号',
      '某区危险化学品安全监管',
      '工作任务落实情况通报',
      '各镇（街道）、园区，各有关单位：',
      '一、总体情况',
      '附件：1.各单位工作任务落实情况一览表',
      '2.逾期未完成事项清单',
      '2024年4月10日',
      '附件1',
      '附件2',
    ];
    const texts = paragraphs.map(({ text }) => text);
    const places = order.map((text) => texts.indexOf(text));
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    // An edited sentence is printed as edited.
    expect(texts).toContain('逾期未完成29项，比上期增加4项，须引起重视。');
    expect(texts).not.toContain('逾期未完成29项，比上期增加4项。');
  });

  test('B6.11: the date ends four characters from the edge, and who signs stands centred over it', async () => {
    const right = (text: string) => Number(/w:right="(\d+)"/u.exec(saying(text).properties)?.[1] ?? 0);
    expect(right('2024年4月10日')).toBe(4 * 320);
    const signature = paragraphs.findLast(({ text }) => text === '某区安全生产委员会办公室')!;
    // Twelve characters over a date that is six and a half wide: half of the rest stands out to the right.
    expect(signature.properties).toContain(`w:right="${1.25 * 320}"`);
    const longName = '某'.repeat(40);
    const long = paragraphsOf(await documentOf({ signature: longName }));
    expect(long.find(({ text }) => text === longName)!.properties).not.toMatch(/w:right="-/u);
  });

  test('B6.11: an attachment begins a page, and a single one has no number', async () => {
    for (const mark of ['附件1', '附件2']) expect(saying(mark).properties).toContain('<w:pageBreakBefore/>');
    const one = paragraphsOf(await documentOf({ attachments: [unitTable(2, '一览表')] })).map(
      ({ text }) => text,
    );
    expect(one).toContain('附件：一览表');
    expect(one).toContain('附件');
    const none = paragraphsOf(await documentOf({ attachments: [] })).map(({ text }) => text);
    expect(none.filter((text) => text.startsWith('附件'))).toEqual([]);
  });

  test('B6.12: the page number stands between dashes, right on odd pages and left on even ones', () => {
    expect(part(bytes, 'word/settings.xml')).toContain('<w:evenAndOddHeaders/>');
    const relations = part(bytes, 'word/_rels/document.xml.rels');
    for (const [kind, side] of [
      ['default', 'right'],
      ['even', 'left'],
    ] as const) {
      const id = new RegExp(`<w:footerReference w:type="${kind}" r:id="(\\w+)"`, 'u').exec(xml)![1];
      const relation = relations
        .match(/<Relationship [^>]*>/gu)!
        .find((each) => each.includes(`Id="${id}"`))!;
      const footer = part(bytes, `word/${/Target="([^"]+)"/u.exec(relation)![1]}`);
      expect(footer).toContain(`<w:jc w:val="${side}"/>`);
      expect(footer).toContain(`w:${side}="280"`);
      expect(footer).toMatch(/— <.*PAGE.*> —/u);
    }
  });

  test('B6.13: a table repeats its head, keeps rows whole, and prints days and rates as people do', async () => {
    const tables = [...xml.matchAll(/<w:tbl>.*?<\/w:tbl>/gu)].map(([table]) => table);
    expect(tables).toHaveLength(3);
    for (const table of tables) {
      const rows = [...table.matchAll(/<w:tr>.*?<\/w:tr>/gu)].map(([row]) => row);
      expect(rows[0]).toContain('<w:tblHeader/>');
      expect(rows.every((row) => row.includes('<w:cantSplit/>'))).toBe(true);
      const widths = [...table.matchAll(/<w:gridCol w:w="(\d+)"/gu)].map(([, width]) => Number(width));
      expect(widths.reduce((sum, width) => sum + width, 0)).toBe(8845);
    }
    const { grid } = await read(bytes, types.docx);
    expect(grid).toContainEqual(['第1街道', '20', '19', '18', '90%', '4月7日']);
    expect(grid).toContainEqual(['第3街道', '22', '19', '18', '—', '4月7日']);
    expect(grid.flat()).toContain('3月31日');
  });

  test('B6.14: the same content gives the same bytes, dated by the bulletin', async () => {
    const again = await bulletinDocx(sampleBulletin());
    expect(again).toEqual(bytes);
    const core = part(bytes, 'docProps/core.xml');
    expect(core).toContain('2024-04-10T00:00:00Z');
    expect(core).toContain('<dc:creator>某区安全生产委员会办公室</dc:creator>');
    expect(await bulletinDocx(sampleBulletin({ title: '另一标题' }))).not.toEqual(bytes);
  });

  test('B6.14: whatever texts hold, the document is valid and keeps what can be printed', async () => {
    const hostile = 'a\u0000\u0008\u000B\u001F\uFFFE<b>&amp;"\'\uD800]]>\u202E\u2028c\r\nd';
    const named = '某'.repeat(400);
    const content = sampleBulletin({
      title: hostile,
      office: named,
      salutation: hostile,
      signature: named,
      sections: [
        {
          id: 'all',
          heading: hostile,
          sentences: [
            { id: 'one', made: hostile, edited: null, figures: [] },
            { id: 'two', made: '有', edited: '  ', figures: [] },
          ],
          table: {
            ...unitTable(1),
            columns: [{ name: hostile, kind: 'text' }],
            rows: [[hostile], [], [null]],
          },
        },
      ],
      attachments: [
        { ...unitTable(500, named), rows: [...unitTable(500).rows, [named, 1, 2, 3, 4, hostile]] },
      ],
    });
    const made = await bulletinDocx(content);
    const zip = new Package(made);
    // Every part is read to its end as XML, strictly.
    for (const name of zip.names.filter((each) => /\.(xml|rels)$/u.test(each)))
      readXml(zip, name, { open: () => {} });
    const { grid, codes } = await read(made, types.docx);
    expect(grid.flat().filter((text) => text.includes('<b>&amp;"'))).not.toEqual([]);
    expect(grid.filter(([name]) => name?.startsWith('第'))).toHaveLength(500);
    expect(codes.filter((code) => code.startsWith('file-'))).toEqual([]);
  });

  test('B6.14: a bulletin without sections, tables, office or code is one too', async () => {
    const bare = await bulletinDocx({
      ...bulletinContentExample,
      number: null,
      office: '',
      code: '',
      signature: '',
      sections: [],
      attachments: [],
    });
    const { grid } = await read(bare, types.docx);
    expect(grid.flat()).toContain('2024年4月10日');
    expect(grid.flat().join('')).toContain('2024年第');
  });
});
