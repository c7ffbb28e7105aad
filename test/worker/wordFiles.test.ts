import { describe, expect, test } from 'vitest';
import {
  cell,
  docxOf,
  docxParts,
  numbered,
  paragraph,
  row,
  run,
  table,
  textCell,
} from '../support/documents/docx.ts';
import { types } from '../support/documents/forms.ts';
import { header, read, readDocx, title } from '../support/documents/read.ts';
import { zipOf } from '../support/documents/zip.ts';

const main = 'word/document.xml';
const transitional = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const strict = 'http://purl.oclc.org/ooxml/wordprocessingml/main';
const readParts = async (parts: Record<string, string | Uint8Array>) => read(await zipOf(parts), types.docx);

const listRows = [header, ['一、甲类', '1', '甲', '', '1.每周巡查。\n2.每月通报。', '某局']];
const list =
  paragraph(run(title)) +
  numbered('总则', 2) +
  table(listRows.map((cells) => row(cells.map((text) => textCell(text)))));
const listGrid = [[title], ['（一） 总则'], ...listRows];

const utf16 = (text: string, isBig: boolean, mark = '\uFEFF'): Uint8Array => {
  const view = new DataView(new ArrayBuffer(2 * (mark + text).length));
  for (const [at, unit] of (mark + text).split('').entries())
    view.setUint16(2 * at, unit.charCodeAt(0), !isBig);
  return new Uint8Array(view.buffer);
};

describe('I1.4: a Word document, however its XML is written', () => {
  const inAll = (change: (xml: string) => string) =>
    Object.fromEntries(Object.entries(docxParts(list)).map(([name, xml]) => [name, change(xml)]));
  const renamed = (prefix: string) => (xml: string) =>
    xml
      .replaceAll(/(<\/?)w:/gu, `$1${prefix}`)
      .replaceAll(/ w:(?=[\w]+=)/gu, ` ${prefix === '' ? 'w:' : prefix}`)
      .replaceAll('xmlns:w=', `xmlns${prefix === '' ? '' : `:${prefix.slice(0, -1)}`}=`);

  test.for<[string, () => Record<string, string | Uint8Array>]>([
    ['as Word writes it', () => docxParts(list)],
    ['strict', () => inAll((xml) => xml.replaceAll(transitional, strict))],
    [
      'strict, with another prefix',
      () => inAll((xml) => renamed('ns0:')(xml).replaceAll(transitional, strict)),
    ],
    [
      'without a prefix',
      () =>
        inAll((xml) =>
          renamed('')(xml).replace(/<(document|numbering|styles) /u, `<$1 xmlns:w="${transitional}" `),
        ),
    ],
    [
      'in UTF-16, least byte first',
      () => ({ ...docxParts(list), [main]: utf16(docxParts(list)[main]!.replace('UTF-8', 'UTF-16'), false) }),
    ],
    [
      'in UTF-16, greatest byte first',
      () => ({ ...docxParts(list), [main]: utf16(docxParts(list)[main]!.replace('UTF-8', 'UTF-16'), true) }),
    ],
    [
      'in UTF-16 without a mark',
      () => ({
        ...docxParts(list),
        [main]: utf16(docxParts(list)[main]!.replace('UTF-8', 'UTF-16'), false, ''),
      }),
    ],
    ['with a mark of UTF-8', () => inAll((xml) => `\uFEFF${xml}`)],
    [
      'with comments, instructions, CDATA and characters by number',
      () =>
        inAll((xml) =>
          xml
            .replaceAll('<w:tc>', '<!-- <w:tc> --><w:tc>')
            .replaceAll('<w:body>', '<?mso-x y="<w:p>"?><w:body>')
            .replaceAll('>每', '>&#27599;')
            .replaceAll(/>(总则|类别)</gu, '><![CDATA[$1]]><'),
        ),
    ],
    [
      'its elements apart',
      () => inAll((xml) => xml.replaceAll(/><(?=\/?w:(?:p|tc|tr|tbl|body|pPr|numPr)\b)/gu, '>\r\n\t<')),
    ],
  ])('%s', async ([, parts]) => {
    expect((await readParts(parts())).grid).toEqual(listGrid);
  });

  test('in parts of any name, which its relationships tell', async () => {
    const { [main]: body = '', 'word/numbering.xml': numbering = '', ...parts } = docxParts(list);
    const relations = 'word/_rels/document.xml.rels';
    const moved = {
      ...parts,
      '_rels/.rels': parts['_rels/.rels']!.replace(main, '/word/document2.xml'),
      'word/document2.xml': body,
      'word/lists/n.xml': numbering,
      'word/_rels/document2.xml.rels': parts[relations]!.replace('numbering.xml', '/word/lists/n.xml'),
    };
    expect((await readParts(moved)).grid).toEqual(listGrid);
  });

  test('without any part but its own', async () => {
    const { grid } = await readParts({ [main]: docxParts(list)[main]! });
    expect(grid).toEqual([[title], ['总则'], ...listRows]);
  });
});

describe('I1.4: documents as other programs write them', () => {
  test('WPS', async () => {
    const head = `<w:document xmlns:wpc="http://schemas.microsoft.com/office/word/2010/wordprocessingCanvas" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:w="${transitional}" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" xmlns:wpsCustomData="http://www.wps.cn/officeDocument/2013/wpsCustomData" mc:Ignorable="w14 wp14">`;
    const look =
      '<w:rPr><w:rFonts w:hint="eastAsia" w:ascii="仿宋_GB2312" w:eastAsia="仿宋_GB2312" w:cs="仿宋_GB2312"/><w:strike w:val="0"/><w:dstrike w:val="0"/><w:color w:val="000000"/><w:vertAlign w:val="baseline"/><w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr>';
    const text = (words: string) => `<w:r>${look}<w:t>${words}</w:t></w:r>`;
    const line = (words: string, properties = '') =>
      `<w:p w14:paraId="6D5A3B1C"><w:pPr><w:keepNext w:val="0"/>${properties}<w:tabs><w:tab w:val="left" w:pos="420"/></w:tabs><w:rPr><w:rFonts w:hint="default"/><w:vertAlign w:val="baseline"/></w:rPr></w:pPr><w:bookmarkStart w:id="0" w:name="_GoBack"/>${words
        .split('|')
        .map(text)
        .join('<w:proofErr w:type="gramEnd"/>')}<w:bookmarkEnd w:id="0"/></w:p>`;
    const item = (words: string) =>
      line(words, '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr><w:ind w:firstLine="420"/>');
    const box = `<w:p><w:r>${look}<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent>${line('框')}</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>${line('框')}</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>`;
    const at = (paragraphs: string, merge = '') =>
      `<w:tc><w:tcPr><w:tcW w:w="0" w:type="auto"/>${merge === '' ? '' : `<w:vMerge w:val="${merge}"/>`}<w:noWrap w:val="0"/></w:tcPr>${paragraphs}</w:tc>`;
    const rowOf = (...cells: string[]) =>
      `<w:tr><w:tblPrEx><w:tblLayout w:type="fixed"/></w:tblPrEx><w:trPr><w:trHeight w:val="454" w:hRule="atLeast"/></w:trPr>${cells.join('')}</w:tr>`;
    const body = `${line(title)}${box}<w:tbl><w:tblPr/><w:tblGrid/>${rowOf(...header.map((words) => at(line(words))))}${rowOf(
      at(line('一、|甲类'), 'restart'),
      at(line('1')),
      at(line('甲')),
      at(line('')),
      at(item('1.每周|巡查。') + item('2.每月通报。')),
      at(line('某局'), 'restart'),
    )}${rowOf(at(line(''), 'continue'), at(line('2')), at(line('乙')), at(line('')), at(item('每季度检查。')), at(line(''), 'continue'))}</w:tbl>`;
    const { tasks, grid, codes } = await readParts({
      ...docxParts(''),
      [main]: `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${head}<w:body>${body}<w:sectPr/></w:body></w:document>`,
    });
    expect(grid[2]).toEqual(['一、甲类', '1', '甲', '', '1.每周巡查。\n2.每月通报。', '某局']);
    expect(tasks.map(({ name, units }) => [name, units])).toEqual([
      ['甲', ['某局']],
      ['乙', ['某局']],
    ]);
    expect(codes).toEqual(['boxes-left-out']);
  });

  test('LibreOffice', async () => {
    const text = (words: string) => `<w:r><w:rPr></w:rPr><w:t xml:space="preserve">${words}</w:t></w:r>`;
    const line = (words: string, properties = '') =>
      `<w:p><w:pPr><w:pStyle w:val="TableContents"/><w:widowControl w:val="false"/>${properties}<w:rPr></w:rPr></w:pPr>${text(words)}</w:p>`;
    const field =
      '<w:r><w:rPr></w:rPr><w:fldChar w:fldCharType="begin"></w:fldChar></w:r><w:r><w:rPr></w:rPr><w:instrText xml:space="preserve"> DATE \\@ "yyyy" </w:instrText></w:r><w:r><w:rPr></w:rPr><w:fldChar w:fldCharType="separate"></w:fldChar></w:r><w:r><w:rPr></w:rPr><w:t>2025</w:t></w:r><w:r><w:rPr></w:rPr><w:fldChar w:fldCharType="end"></w:fldChar></w:r>';
    const numbering = `<w:numbering xmlns:w="${transitional}"><w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:suff w:val="nothing"/><w:lvlText w:val="（%1）"/><w:lvlJc w:val="left"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num></w:numbering>`;
    const item = (words: string) => line(words, '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>');
    const at = (paragraphs: string, merge = '') =>
      `<w:tc><w:tcPr><w:tcW w:w="1606" w:type="dxa"/>${merge}<w:tcBorders></w:tcBorders></w:tcPr>${paragraphs}</w:tc>`;
    const body = `<w:p><w:pPr><w:pStyle w:val="Normal"/><w:rPr></w:rPr></w:pPr>${field}${text('年某区危险化学品安全工作任务清单')}<w:r><w:rPr></w:rPr><w:br w:type="page"/></w:r></w:p>${table(
      [
        row(header.map((words) => at(line(words)))),
        row([
          at(line('一、甲类')),
          at(line('1')),
          at(line('甲')),
          at(line('')),
          at(item('每周巡查。') + item('每月<w:tab/>通报。'.replace('<w:tab/>', '</w:t><w:tab/><w:t>'))),
          at(
            `<w:p><w:hyperlink r:id="rId2"><w:r><w:rPr><w:rStyle w:val="Hyperlink"/></w:rPr><w:t>某局</w:t></w:r></w:hyperlink></w:p>`,
          ),
        ]),
      ],
    )}`;
    const { grid } = await readParts({
      ...docxParts(''),
      'word/numbering.xml': numbering,
      [main]: `<w:document xmlns:w="${transitional}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:body>${body}</w:body></w:document>`,
    });
    expect(grid).toEqual([
      ['2025年某区危险化学品安全工作任务清单'],
      header,
      ['一、甲类', '1', '甲', '', '（一）每周巡查。\n（二）每月\t通报。', '某局'],
    ]);
  });
});

describe('I1.4: what a Word document holds besides', () => {
  test('symbols, tabs and hyphens are characters; a page break is none', async () => {
    const body = paragraph(
      '<w:r><w:sym w:font="Wingdings" w:char="F0FE"/><w:t>是</w:t><w:tab/><w:sym w:font="Symbol" w:char="00B7"/><w:t>甲</w:t><w:noBreakHyphen/><w:t>乙</w:t><w:sym w:font="某" w:char="F041"/><w:br w:type="page"/></w:r>',
    );
    expect((await readDocx(body)).grid).toEqual([['🗹是\t•甲\u2011乙']]);
  });

  test('a table within a cell is lines of the cell', async () => {
    const inner = table([row([textCell('储罐'), textCell(''), textCell('装卸')]), row([textCell('仓库')])]);
    const { grid } = await readDocx(table([row([cell(paragraph(run('检查：')) + inner), textCell('某局')])]));
    expect(grid).toEqual([['检查：\n储罐 装卸\n仓库', '某局']]);
  });

  test('pinyin over characters is left out, and what it stands over is read', async () => {
    const ruby = `<w:r><w:ruby><w:rubyPr/><w:rt>${run('xún')}</w:rt><w:rubyBase>${run('巡')}</w:rubyBase></w:ruby></w:r>`;
    expect((await readDocx(paragraph(ruby + run('查')))).grid).toEqual([['巡查']]);
  });

  const by = 'w:id="1" w:author="张三" w:date="2025-01-02T03:04:05Z"';
  const mark = (change: string) => `<w:rPr><w:${change} ${by}/></w:rPr>`;

  test.for(['del', 'moveFrom'])('a number stands before what a %s of marks made one', async (change) => {
    const numberOf = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="11"/></w:numPr>';
    const gone = `<w:p><w:pPr>${numberOf}${mark(change)}</w:pPr>${run('每周')}</w:p>`;
    const { grid } = await readDocx(gone + numbered('巡查。', 11) + numbered('通报。', 11));
    expect(grid).toEqual([['1. 每周巡查。'], ['2. 通报。']]);
  });

  test('a deleted row takes its share of a merge with it', async () => {
    const merged = (text: string, value = '') => textCell(text, `<w:vMerge${value}/>`);
    const restart = ' w:val="restart"';
    const { grid } = await readDocx(
      table([
        row([merged('甲', restart), textCell('1')]),
        row([merged('旧', restart), textCell('2')], `<w:del ${by}/>`),
        row([merged('新'), textCell('3')]),
        row([merged(''), textCell('4')]),
        row([merged(''), textCell('5')], `<w:del ${by}/>`),
        row([merged('盖'), textCell('6')]),
      ]),
    );
    expect(grid).toEqual([
      ['甲', '1'],
      ['新', '3'],
      ['', '4'],
      ['', '6'],
    ]);
  });

  test('a merge does not go on past a row that it does not stand in', async () => {
    const { grid } = await readDocx(
      table([
        row([textCell('甲', '<w:vMerge w:val="restart"/>'), textCell('1')]),
        row([textCell('乙', '<w:gridSpan w:val="2"/>')]),
        row([textCell('', '<w:vMerge/>'), textCell('2')]),
        row([textCell('丙', '<w:gridSpan w:val="2"/><w:vMerge w:val="restart"/>')]),
        row([textCell('盖', '<w:gridSpan w:val="2"/><w:vMerge/>'), textCell('3')]),
        row([textCell('丁', '<w:vMerge w:val="restart"/>')], '<w:gridBefore w:val="1"/>'),
        row([textCell('戊', '<w:vMerge/>'), textCell('4')]),
      ]),
    );
    expect(grid).toEqual([['甲', '1'], ['乙'], ['', '2'], ['丙'], ['', '', '3'], ['', '丁'], ['戊', '4']]);
  });

  test('numbers within a deleted row are not counted', async () => {
    const { grid } = await readDocx(
      table([
        row([cell(numbered('旧', 11))], `<w:del ${by}/>`),
        row([cell(numbered('甲', 11))]),
        row([cell(numbered('乙', 11))]),
      ]),
    );
    expect(grid).toEqual([['1. 甲'], ['2. 乙']]);
  });
});

describe('I1.8: what a style strikes out', () => {
  const styles = `<w:styles xmlns:w="${transitional}"><w:style w:type="character" w:styleId="base"><w:rPr><w:dstrike/></w:rPr></w:style><w:style w:type="character" w:styleId="gone"><w:basedOn w:val="base"/></w:style><w:style w:type="paragraph" w:styleId="old"><w:rPr><w:strike/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="secret"><w:rPr><w:vanish/></w:rPr></w:style><w:style w:type="table" w:styleId="grid"><w:tblStylePr w:type="firstRow"><w:rPr><w:strike/></w:rPr></w:tblStylePr></w:style></w:styles>`;
  const styled = (text: string, look: string) => `<w:r><w:rPr>${look}</w:rPr><w:t>${text}</w:t></w:r>`;
  const gone = '<w:rStyle w:val="gone"/>';
  const readStyled = async (body: string) => readParts({ ...docxParts(body), 'word/styles.xml': styles });

  test('is left out and told, but where the run says otherwise', async () => {
    const { grid, told } = await readStyled(
      paragraph(
        run('每') + styled('月', gone) + run('周') + styled('巡查。', `${gone}<w:strike w:val="0"/>`),
      ) +
        paragraph(run('废止') + styled('沿用', gone), '<w:pStyle w:val="old"/>') +
        paragraph(run('藏'), '<w:pStyle w:val="secret"/>') +
        paragraph(run('表头'), '<w:pStyle w:val="grid"/>'),
    );
    expect(grid).toEqual([['每周巡查。'], ['沿用'], ['表头']]);
    expect(told.map((text) => text.split('。')[0])).toEqual([
      'hidden-text 1 处隐藏文字未读入',
      'struck-text 2 处带删除线的文字未读入',
    ]);
  });

  test('so is the number of an item that is struck out whole; it was counted', async () => {
    const numberOf = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="11"/></w:numPr>';
    const { grid } = await readDocx(
      numbered('甲', 11) + paragraph(styled('乙', '<w:strike/>'), numberOf) + numbered('丙', 11),
    );
    expect(grid).toEqual([['1. 甲'], ['3. 丙']]);
  });
});

test('I1.7: copied lists keep the number of an item before its paragraph', async () => {
  const html = '<ol><li><p>每周<br>巡查。</p><li></ol>附：<ol start=3><li>每月。</ol>';
  const { grid } = await read(new TextEncoder().encode(html), types.html);
  expect(grid).toEqual([['1. 每周'], ['巡查。'], ['2. '], ['附：'], ['3. 每月。']]);
});

test('I1.6: a document whose main part is no text of Word is refused', async () => {
  const other = { ...docxParts(''), [main]: '<a:document xmlns:a="urn:a"><a:body/></a:document>' };
  await expect(readParts(other)).rejects.toMatchObject({ code: 'file-damaged' });
  await expect(docxOf('').then((bytes) => read(bytes, types.docx))).resolves.toMatchObject({ grid: [] });
});
