import { describe, expect, test } from 'vitest';
import { types } from '../support/documents/forms.ts';
import { header, read, readXlsx, title } from '../support/documents/read.ts';
import { style, xlsxParts, type FixtureCell } from '../support/documents/xlsx.ts';
import { zipOf } from '../support/documents/zip.ts';

describe('I1.3: a workbook', () => {
  test('dates, shares, units of measure and numbers come as an official reads them', async () => {
    const values: FixtureCell[] = [
      { number: 45838, style: style.isoDate },
      { number: 45838, style: style.chineseDate },
      { number: 45809, style: style.yearMonth },
      { number: 1, style: style.percent },
      { number: 86, style: style.household },
      { number: 0.1 + 0.2, style: style.plain },
      { number: 3, style: style.plain },
    ];
    expect((await readXlsx({ grid: [values] })).grid).toEqual([
      ['2025年6月30日', '2025年6月30日', '2025年6月', '100%', '86家', '0.3', '3'],
    ]);
    const since1904 = await zipOf(xlsxParts([{ grid: [[{ number: 44376, style: style.isoDate }]] }], true));
    expect((await read(since1904, types.xlsx)).grid).toEqual([['2025年6月30日']]);
  });

  test('a cell merged downwards is said of every task beside it, and once of a task that goes on', async () => {
    const { tasks } = await readXlsx({
      grid: [
        [title, '', '', '', '', ''],
        header,
        ['一、甲类', { number: 1, style: 0 }, '甲', '', '1.每周巡查。', '某局，某镇'],
        ['', { number: 2, style: 0 }, '乙', '检查5家企业', '1.每月检查。', ''],
        ['', '', '', '', '2.每季度通报。', ''],
        ['', { number: 3, style: 0 }, '丙', '', '1.每周调度。', '某园'],
      ],
      merges: ['A1:F1', 'A3:A6', 'F3:F5', 'C4:C5', 'B4:B5'],
    });
    expect(tasks.map(({ code, name, units, unitsAsPrinted }) => [code, name, units, unitsAsPrinted])).toEqual(
      [
        ['1-1', '甲', ['某局', '某镇'], '某局，某镇'],
        ['1-2', '乙', ['某局', '某镇'], '某局，某镇'],
        ['1-3', '丙', ['某园'], '某园'],
      ],
    );
    expect(tasks[1]?.arrangements).toHaveLength(2);
  });

  test('I6.4: a deadline merged downwards is said of every arrangement beside it', async () => {
    const { tasks, diagnostics } = await readXlsx({
      grid: [
        [title],
        ['序号', '主要任务', '具体措施', '完成时限', '牵头单位'],
        [{ number: 1, style: 0 }, '甲', '对储罐开展检查', { number: 45838, style: style.isoDate }, '某局'],
        ['', '', '对装卸开展检查', '', ''],
        ['', '', '对仓库开展检查', '每季度', ''],
        [{ number: 2, style: 0 }, '乙', '开展培训', '年底前', '某局'],
      ],
      merges: ['A1:E1', 'A3:A5', 'B3:B5', 'D3:D4', 'E3:E5'],
    });
    const read = tasks.flatMap(({ arrangements }) => arrangements.map(({ schedules }) => schedules));
    expect(read.map(([first, ...more]) => [first?.due ?? first?.kind, more.length])).toEqual([
      ['2025-06-30', 0],
      ['2025-06-30', 0],
      ['quarterly', 0],
      ['2025-12-31', 0],
    ]);
    expect(diagnostics.map(({ code }) => code)).not.toContain('deadline-inherited');
  });

  test('I2.8: numbered measures beside the merged name of their task are its arrangements', async () => {
    const sequence = (number: number) => ({ number, style: 0 });
    const { tasks } = await readXlsx({
      grid: [
        [title],
        header,
        ['一、甲类', sequence(1), '甲', '检查5家企业', '每周巡查。', '某局'],
        ['', sequence(2), '', '', '每月通报。', ''],
        ['', sequence(3), '', '', '每季度评估。', ''],
        ['', sequence(4), '乙', '', '1.每周调度。2.每月检查。', '某园'],
        ['', sequence(5), '', '', '1.每周演练。', ''],
      ],
      merges: ['A1:F1', 'A3:A7', 'C3:C5', 'D3:D5', 'F3:F5', 'C6:C7', 'F6:F7'],
    });
    expect(
      tasks.map(({ code, name, goal, unitsAsPrinted, arrangements }) =>
        [code, name, goal, unitsAsPrinted, arrangements.length].join(' '),
      ),
    ).toEqual(['1-1 甲 检查5家企业 某局 3', '1-4 乙  某园 2', '1-5 乙  某园 1']);
  });

  test('hidden rows and columns are read, and told by their own numbers', async () => {
    const rows = [
      [title],
      header,
      ['一、甲类', '1', '甲', '', '1.每周巡查。', '某局'],
      ['', '2', '乙', '', '1.每月巡查。', '某局'],
    ];
    const { tasks, told } = await readXlsx({ grid: rows, hiddenRows: [3, 40], hiddenColumns: [3, 4] });
    expect(tasks.map(({ name }) => name)).toEqual(['甲', '乙']);
    expect(told).toEqual([
      'hidden-rows 第 4 行是隐藏行，已照常读入。如不属清单，请删除后重新导入。',
      'hidden-columns D、E 列是隐藏列，已照常读入。如不属清单，请删除后重新导入。',
    ]);
  });

  test('formulas give their stored result; one without any, or in error, is told by its cell', async () => {
    const parts = xlsxParts([{ grid: [['甲', '乙'], ['丙']] }]);
    const sheet = 'xl/worksheets/sheet1.xml';
    parts[sheet] = parts[sheet]!.replace(
      '</row>',
      '<c r="C1"><f>1+1</f><v>2</v></c><c r="D1" t="str"><f>A1&amp;B1</f><v>甲乙</v></c><c r="E1" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="F1"><f>SUM(A1)</f></c><c r="G1" s="1"><f>TODAY()</f><v>45838</v></c></row>',
    );
    const { grid, told } = await read(await zipOf(parts), types.xlsx);
    expect(grid).toEqual([['甲', '乙', '2', '甲乙', '', '', '2025年6月30日'], ['丙']]);
    expect(told).toEqual([expect.stringContaining('cells-unread 单元格 E1、F1 的公式出错')]);
  });

  test('rich text, phonetic guides, inline strings and line breaks of a cell are its text', async () => {
    const parts = xlsxParts([{ grid: [['甲', '乙']] }]);
    const strings = 'xl/sharedStrings.xml';
    const sheet = 'xl/worksheets/sheet1.xml';
    parts[strings] = parts[strings]!.replace(
      '<si><t xml:space="preserve">甲</t></si>',
      '<si><r><rPr><b/></rPr><t>1.每周</t></r><r><t xml:space="preserve">巡查。&#10;2.每月通报。</t></r><rPh sb="0" eb="1"><t>ヨミ</t></rPh></si>',
    );
    parts[sheet] = parts[sheet]!.replace('</row>', '<c r="C1" t="inlineStr"><is><t>某局</t></is></c></row>');
    const { grid } = await read(await zipOf(parts), types.xlsx);
    expect(grid).toEqual([['1.每周巡查。\n2.每月通报。', '乙', '某局']]);
  });
});
