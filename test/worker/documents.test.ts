import { describe, expect, test } from 'vitest';
import { cell, numbered, paragraph, row, run, table, textCell } from '../support/documents/docx.ts';
import { types } from '../support/documents/forms.ts';
import { header, read, readDocx, readHtml, readXlsx, title } from '../support/documents/read.ts';
import { xlsxParts } from '../support/documents/xlsx.ts';
import { zipOf } from '../support/documents/zip.ts';

describe('I1.4: a Word document', () => {
  const listOf = (arrangements: string, more: string[] = []) =>
    paragraph(run(title)) +
    table([
      row(header.map((text) => textCell(text))),
      row([
        textCell('一、甲类'),
        textCell('1'),
        textCell('甲'),
        textCell(''),
        cell(arrangements),
        textCell('某局'),
      ]),
      ...more,
    ]);

  test('numbers that Word counts stand before their items again, level by level, cell by cell', async () => {
    const more = row([
      cell(numbered('乙类', 2), '<w:vMerge w:val="restart"/>'),
      cell(numbered('', 3)),
      textCell('乙'),
      textCell(''),
      cell(numbered('每月检查。', 12) + numbered('每季度通报。', 12) + numbered('例外情况。', 4)),
      textCell('某局'),
    ]);
    const { grid, texts } = await readDocx(
      listOf(
        numbered('每周巡查。', 11) +
          numbered('查储罐；', 11, 1) +
          numbered('查装卸。', 11, 1) +
          numbered('每月通报。', 11),
        [more],
      ),
    );
    expect(grid[2]?.[4]).toBe('1. 每周巡查。\n（1） 查储罐；\n（2） 查装卸。\n2. 每月通报。');
    expect(grid[3]).toEqual([
      '（一） 乙类',
      '1 ',
      '乙',
      '',
      '1. 每月检查。\n2. 每季度通报。\n① 例外情况。',
      '某局',
    ]);
    expect(texts.slice(0, 2).map(([number]) => number)).toEqual(['1', '2']);
  });

  test.for<[number, string[]]>([
    [6, ['⑴', '⑵']],
    [7, ['⒈', '⒉']],
    [8, ['一', '二']],
    [9, ['甲', '乙']],
    [10, ['i', 'ii']],
  ])('I3: items are told by the numbers that Word counts: list %i', async ([list, expected]) => {
    const { texts } = await readDocx(listOf(numbered('每周巡查。', list) + numbered('每月通报。', list)));
    expect(texts).toEqual([
      [expected[0], '每周巡查。'],
      [expected[1], '每月通报。'],
    ]);
  });

  test('numbers come from a style too; bullets have none', async () => {
    const byStyle = paragraph(run('由样式编号'), '<w:pStyle w:val="ByStyle"/>');
    const { grid } = await readDocx(byStyle + byStyle + numbered('圆点', 5) + paragraph(run('无')));
    expect(grid).toEqual([['（一） 由样式编号'], ['（二） 由样式编号'], ['圆点'], ['无']]);
  });

  test('insertions are read and deletions are not; notes, hidden text and boxes are left out; each is told', async () => {
    const by = 'w:id="1" w:author="张三" w:date="2025-01-02T03:04:05Z"';
    const body =
      paragraph(
        `${run('1.每')}<w:del ${by}><w:r><w:delText>月</w:delText></w:r></w:del><w:ins ${by}>${run('周')}</w:ins>${run('巡查')}<w:r><w:footnoteReference w:id="2"/></w:r><w:moveFrom ${by}>${run('从此处移走')}</w:moveFrom>${run('。')}<w:r><w:rPr><w:vanish/></w:rPr><w:t>隐藏</w:t></w:r><w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>可见</w:t></w:r>`,
        `<w:numPr><w:numId w:val="0"/></w:numPr><w:pPrChange ${by}><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:pPrChange>`,
      ) +
      paragraph(
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><w:txbxContent/></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent><w:p/></w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>',
      );
    const gone = row(
      header.map((text) => textCell(text)),
      `<w:del ${by}/>`,
    );
    const hidden = row([textCell('2')], '<w:hidden/>');
    const shown = row([textCell('')], '<w:hidden w:val="0"/>');
    const { texts, told } = await readDocx(listOf(body, [gone, hidden, shown]));
    expect(texts).toEqual([['1', '每周巡查。可见']]);
    expect(told.map((text) => text.split(/(?<=。|，)/u)[0])).toEqual([
      expect.stringContaining('tracked-changes'),
      'notes-left-out 1 处脚注或尾注未读入。',
      'hidden-text 2 处隐藏文字未读入。',
      expect.stringContaining('boxes-left-out'),
    ]);
    expect(told[0]).toContain('插入 1 处，按正文读入；删除 3 处，未读入');
  });

  test('a paragraph whose mark was deleted runs on into the next one', async () => {
    const mark = '<w:rPr><w:del w:id="1" w:author="a" w:date="2025-01-02T03:04:05Z"/></w:rPr>';
    const first = `<w:p><w:pPr>${mark}</w:pPr>${run('1.每周')}</w:p>`;
    expect((await readDocx(first + paragraph(run('巡查。')))).grid).toEqual([['1.每周巡查。']]);
  });

  test('cells merged by vMerge and gridSpan, rows that begin later, breaks and content controls keep their columns', async () => {
    const merged = (value: string) => `<w:vMerge${value}/>`;
    const { tasks, grid } = await readDocx(
      paragraph(run(title)) +
        table([
          row(header.map((text) => textCell(text))),
          row([
            textCell('一、甲类', merged(' w:val="restart"')),
            textCell('1'),
            textCell('甲'),
            textCell('', '<w:gridSpan w:val="1"/>'),
            textCell('1.每周巡查。\n2.每月通报。'),
            textCell('某局', merged(' w:val="restart"')),
          ]),
          `<w:sdt><w:sdtContent>${row([textCell('', merged('')), textCell('2'), textCell('乙', '<w:gridSpan w:val="2"/>'), textCell('1.每季度检查。'), textCell('', merged(''))])}</w:sdtContent></w:sdt>`,
          row(
            [
              textCell('3'),
              textCell('丙'),
              textCell(''),
              cell(paragraph(`<w:r><w:t>1.每周</w:t><w:br/><w:t>调度。</w:t><w:tab/></w:r>`)),
              textCell('某园'),
            ],
            '<w:gridBefore w:val="1"/>',
          ),
        ]),
    );
    expect(grid[3]?.[1]).toBe('2');
    expect(tasks.map(({ code, name, units }) => [code, name, units])).toEqual([
      ['1-1', '甲', ['某局']],
      ['1-2', '乙', ['某局']],
      ['1-3', '丙', ['某园']],
    ]);
    expect(tasks[0]?.arrangements.map(({ text }) => text)).toEqual(['每周巡查。', '每月通报。']);
  });
});

describe('I1.8: what is struck out is left out, and told', () => {
  const told = (count: number) =>
    `struck-text ${count} 处带删除线的文字未读入。如属正文，请去掉删除线后重新导入。`;
  const rowOf = (arrangements: string) => ['一、甲类', '1', '甲', '', arrangements, '某局'];

  test('in a Word document', async () => {
    const struck = (look: string, text: string) => `<w:r><w:rPr><w:${look}/></w:rPr><w:t>${text}</w:t></w:r>`;
    const cells = ['一、甲类', '1', '甲', ''].map((text) => textCell(text));
    const body = paragraph(
      `${run('1.每')}${struck('strike', '月')}${struck('dstrike', '季度')}${run('周')}${struck('strike w:val="0"', '巡查。')}`,
    );
    const found = await readDocx(
      paragraph(run(title)) +
        table([row(header.map((text) => textCell(text))), row([...cells, cell(body), textCell('某局')])]),
    );
    expect([found.texts, found.told]).toEqual([[['1', '每周巡查。']], [told(2)]]);
  });

  test.for([
    '1.每<s>月</s>周巡查。',
    '1.每<strike>月</strike>周巡查。',
    '1.每<span style="color:red;text-decoration:line-through">月</span>周巡查。',
    '1.每<span style="text-decoration-line: underline line-through">月</span>周巡查。',
    '1.每<font class="font5 x">月</font>周<s></s><span style="text-decoration:none">巡查。</span>',
  ])('in copied HTML: %s', async (html) => {
    const cells = rowOf(html).map((text) => `<td>${text}</td>`);
    const found = await readHtml(
      `<head><style><!--.font5\n{color:red;\ntext-decoration:line-through;}\n.xl1 {text-decoration:none}--></style></head><p>${title}</p><table><tr>${header.map((text) => `<td class=xl1>${text}</td>`).join('')}</tr><tr>${cells.join('')}</tr></table>`,
    );
    expect([found.texts, found.told]).toEqual([[['1', '每周巡查。']], [told(1)]]);
  });

  test('a cell or a row of copied HTML', async () => {
    const line = (cells: string[], look = '') =>
      `<tr${look}>${cells.map((text) => `<td${text.startsWith('二') ? ' style="text-decoration:line-through"' : ''}>${text}</td>`).join('')}</tr>`;
    const found = await readHtml(
      `<p>${title}</p><table>${line(header)}${line(rowOf('1.每周巡查。'))}${line(['', '2', '乙', '二家', '1.每月检查。', '某局'])}${line(['', '3', '丙', '', '1.每月。', '某局'], ' style="text-decoration:line-through"')}</table>`,
    );
    expect(found.tasks.map(({ name, goal }) => [name, goal])).toEqual([
      ['甲', ''],
      ['乙', ''],
    ]);
    expect(found.told).toEqual([told(2)]);
  });

  test('in a workbook: a cell, or a part of its text', async () => {
    const parts = xlsxParts([{ grid: [[title], header, rowOf('月'), ['', '2', '乙', '', '废', '某局']] }]);
    const strings = 'xl/sharedStrings.xml';
    const sheet = 'xl/worksheets/sheet1.xml';
    parts[strings] = parts[strings]!.replace(
      '<si><t xml:space="preserve">月</t></si>',
      '<si><r><t>1.每</t></r><r><rPr><strike/></rPr><t>月</t></r><r><rPr><strike val="0"/></rPr><t>周巡查。</t></r></si>',
    );
    parts['xl/styles.xml'] = parts['xl/styles.xml']!.replace(
      '</font></fonts>',
      '</font><font><strike/><sz val="11"/></font></fonts>',
    ).replace(
      '</cellXfs>',
      '<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/></cellXfs>',
    );
    parts[sheet] = parts[sheet]!.replace('<c r="E4"', '<c r="E4" s="6"');
    const found = await read(await zipOf(parts), types.xlsx);
    expect([found.texts, found.told]).toEqual([[['1', '每周巡查。']], [told(2)]]);
    expect(found.diagnostics.map(({ code }) => code)).toContain('arrangements-missing');
  });
});

describe('I1.5: several tables or sheets', () => {
  const part = (name: string, sequence: string) => [
    header,
    ['一、甲类', sequence, name, '', '1.每周巡查。', '某局'],
  ];

  test('the first visible sheet with a header is read; which one, and which others have one, is told', async () => {
    const { tasks, told } = await readXlsx(
      { name: '说明', grid: [['本表由各单位填写']] },
      { name: '旧稿', hidden: true, grid: [[title], ...part('旧', '1')] },
      { name: '清单', grid: [[title], ...part('甲', '1')] },
      { name: '备份', grid: [[title], ...part('乙', '1')] },
    );
    expect(tasks.map(({ name }) => name)).toEqual(['甲']);
    expect(told).toEqual([
      expect.stringContaining('table-left-out 第 4 张表“备份”未读入'),
      expect.stringContaining('table-chosen 文件中有多张表，读入的是第 3 张“清单”'),
    ]);
    const hidden = await readXlsx(
      { grid: [['说明']] },
      { name: '藏', hidden: true, grid: [[title], ...part('丙', '1')] },
    );
    expect([hidden.tasks.map(({ name }) => name), hidden.codes]).toEqual([['丙'], ['table-chosen']]);
  });

  test('tables of a document follow each other where they have a header; any other is left out, and told', async () => {
    const asTable = (grid: string[][]) =>
      table(grid.map((cells) => row(cells.map((text) => textCell(text)))));
    const { tasks, codes } = await readDocx(
      asTable([[title]]) +
        asTable(part('甲', '1')) +
        asTable(part('乙', '2')) +
        asTable([['联系人', '电话', '邮箱', '传真', '备注', '单位']]),
    );
    expect(tasks.map(({ code }) => code)).toEqual(['1-1', '1-2']);
    expect(codes).toEqual(['table-chosen', 'table-chosen', 'table-left-out']);
  });
});

describe('I1.7: a table that was copied', () => {
  const page = (cellHtml: string) =>
    `<p>${title}</p><table><tr>${header.map((text) => `<td>${text}</td>`).join('')}</tr><tr><td rowspan=2>一、甲类</td><td>1</td><td>甲</td><td></td><td>${cellHtml}</td><td rowspan="2">某局</td></tr><tr style='display:none'><td>2<td>乙<td>&nbsp;<td>1.每月通报。</table>`;
  const itemsOf = async (html: string) => (await readHtml(page(html))).texts;

  test('merged and hidden rows are as in a workbook; cells may be left open', async () => {
    const { tasks, codes } = await readHtml(page('1.每周巡查。'));
    expect(tasks.map(({ code, units }) => [code, units])).toEqual([
      ['1-1', ['某局']],
      ['1-2', ['某局']],
    ]);
    expect(codes).toEqual(['hidden-rows']);
  });

  test.for<[string, string, [string | null, string][]]>([
    [
      'lists are numbered as a browser shows them',
      '<ol><li>每周巡查。<ol><li>查储罐；</ol><li value=5>每月通报。</ol>',
      [
        ['1', '每周巡查。 （1）查储罐；'],
        ['5', '每月通报。'],
      ],
    ],
    ['a list begins where it says', '<ol start="3"><li><p>每周巡查。</p></li></ol>', [['3', '每周巡查。']]],
    [
      'Word writes the number out',
      '<p class=MsoListParagraph><![if !supportLists]><span>1.<span style="font:7.0pt">&nbsp;&nbsp; </span></span><![endif]>每周<br>巡查。</p>',
      [['1', '每周 巡查。']],
    ],
    ['the source breaks lines anywhere', '1.每周\r\n   巡查 3\n家企业。', [['1', '每周巡查 3 家企业。']]],
    [
      'deleted, hidden and noted',
      '1.每<del>月</del><ins>周</ins>巡查<a style="mso-footnote-id:ftn1" href="#">[1]</a>。<span style="mso-hide:all">藏</span>',
      [['1', '每周巡查。']],
    ],
    [
      'a table within a cell',
      '1.每周巡查：<table><tr><td>储罐</td><td>装卸</td></tr></table>',
      [['1', '每周巡查： 储罐 装卸']],
    ],
    ['scripts and comments', '1.每周<script>alert(1)</script><!-- x -->巡查。', [['1', '每周巡查。']]],
  ])('%s', async ([, html, expected]) => {
    const found = (await itemsOf(html))
      .slice(0, -1)
      .map(([number, text]) => [number, text?.replaceAll(/\s+/gu, ' ')]);
    expect(found).toEqual(expected);
  });

  test('I1.2: text of Windows in Chinese, and UTF-16 of Excel, are read in their own characters', async () => {
    const gbk = new Uint8Array([0xc0, 0xe0, 0xb1, 0xf0, 0x09, 0xd0, 0xf2, 0xba, 0xc5]);
    expect((await read(gbk, 'text/plain')).grid).toEqual([['类别', '序号']]);
    const utf16 = new Uint8Array([0xff, 0xfe, 0x7b, 0x7c, 0x2b, 0x52, 0x09, 0x00, 0x8f, 0x5e]);
    expect((await read(utf16, 'text/tab-separated-values')).grid).toEqual([['类别', '序']]);
    expect((await read(gbk, 'text/plain; charset=GBK')).grid).toEqual([['类别', '序号']]);
  });
});
