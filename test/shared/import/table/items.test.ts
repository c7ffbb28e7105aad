import { describe, expect, test } from 'vitest';
import { stripHtml } from '../../../../shared/import/text/html.ts';
import { splitItems } from '../../../../shared/import/table/items.ts';
import { parseTaskList } from '../../../../shared/import/parseTaskList.ts';
import { gridWith, parsed } from '../../../support/import/published.ts';

const inShort = (cell: string) => splitItems(cell).map(({ number, text }) => `${number ?? '–'} ${text}`);

describe('I3: numbered items of one cell', () => {
  test.for<[string, string, string[]]>([
    ['one after another', '1. 甲。 2. 乙。 3. 丙。', ['1 甲。', '2 乙。', '3 丙。']],
    ['glued to a date', '1.4月底前，甲。 2.10月底前，乙。', ['1 4月底前，甲。', '2 10月底前，乙。']],
    ['glued to a count', '1.86家企业整改。2.5家商店整改。', ['1 86家企业整改。', '2 5家商店整改。']],
    ['repeated', '1. 甲。 2. 乙。 2. 丙。', ['1 甲。', '2 乙。', '2 丙。']],
    [
      'repeated and glued to a date',
      '1. 甲。 2.3月底前，乙。2.4月底前，丙。',
      ['1 甲。', '2 3月底前，乙。', '2 4月底前，丙。'],
    ],
    ['skipped', '1. 甲。 3. 乙。', ['1 甲。', '3 乙。']],
    ['without a full stop', '1. 甲 2. 乙', ['1 甲', '2 乙']],
    ['on lines of their own', '1、甲\n2、乙\r\n3、丙', ['1 甲', '2 乙', '3 丙']],
    ['in brackets', '（1）甲；（2）乙。', ['1 甲；', '2 乙。']],
    ['in full width', '１．甲。２．乙。', ['１ 甲。', '２ 乙。']],
    ['after words of their own', '总体要求。1. 甲。 2. 乙。', ['– 总体要求。', '1 甲。', '2 乙。']],
    ['that does not begin with 1 after other words', '总体要求。2. 乙。', ['– 总体要求。2. 乙。']],
    ['not numbered at all', '全面摸排。', ['– 全面摸排。']],
    [
      'with decimals in the text',
      '1. 压力达到 2.5 兆帕。 2. 温度不超过 1.5 度。',
      ['1 压力达到 2.5 兆帕。', '2 温度不超过 1.5 度。'],
    ],
    [
      'with a decimal that opens a sentence',
      '1. 甲。3.5万元以下的除外。 2. 乙。',
      ['1 甲。3.5万元以下的除外。', '2 乙。'],
    ],
    ['with other numbers in the text', '1. 开展（1）项检查 3. 项。', ['1 开展（1）项检查 3. 项。']],
    ['glued to days of a month', '1.15日前报送。2.20日前汇总。', ['1 15日前报送。', '2 20日前汇总。']],
    ['with a date that opens a sentence', '1. 3.15日前报送。', ['1 3.15日前报送。']],
    ['with a date that opens the cell', '6.30完成整改。', ['– 6.30完成整改。']],
    ['with dates that open the cell', '3.15、6.15前报送。', ['– 3.15、6.15前报送。']],
    ['with nothing in them', '1. 2. 乙。', ['1 ', '2 乙。']],
    ['of nothing', ' \n ', []],
  ])('%s', ([, cell, expected]) => expect(inShort(cell)).toEqual(expected));

  test.for<[string, string[]]>([
    ['一、甲。二、乙。三、丙。', ['一 甲。', '二 乙。', '三 丙。']],
    ['一、甲：\n1.子。2.丑。\n二、乙：\n1.寅。', ['一 甲：\n1.子。2.丑。', '二 乙：\n1.寅。']],
    ['总体要求。一、甲。二、乙。', ['– 总体要求。', '一 甲。', '二 乙。']],
    ['⑴甲；⑵乙。', ['⑴ 甲；', '⑵ 乙。']],
    ['㈠ 甲。㈡ 乙。', ['㈠ 甲。', '㈡ 乙。']],
    ['⒈甲。⒉乙。⒊丙。', ['⒈ 甲。', '⒉ 乙。', '⒊ 丙。']],
    ['❶甲❷乙❸丙', ['❶ 甲', '❷ 乙', '❸ 丙']],
    ['➀甲➁乙', ['➀ 甲', '➁ 乙']],
    ['一要甲，二要乙，三要丙。', ['一要 甲，', '二要 乙，', '三要 丙。']],
    ['一要甲。二要乙。', ['一要 甲。', '二要 乙。']],
    ['1.甲：⑴子；⑵丑。2.乙。', ['1 甲：⑴子；⑵丑。', '2 乙。']],
    ['一要求落实责任。1.甲。2.乙。', ['– 一要求落实责任。', '1 甲。', '2 乙。']],
    ['一要落实责任：1.甲。2.乙。', ['– 一要落实责任：', '1 甲。', '2 乙。']],
    ['一、二季度分批检查。二、三季度总结。', ['– 一、二季度分批检查。二、三季度总结。']],
    ['一、二级重大危险源全部检查。', ['– 一、二级重大危险源全部检查。']],
    ['二、甲。三、乙。', ['– 二、甲。三、乙。']],
    ['一、甲。三、乙。', ['– 一、甲。三、乙。']],
    ['一、甲。', ['– 一、甲。']],
    ['一、甲。二、乙。四、丁。', ['一 甲。', '二 乙。', '四 丁。']],
    ['甲)检查。乙)评估。', ['甲 检查。', '乙 评估。']],
    ['统一要求，二要乙。', ['– 统一要求，二要乙。']],
    ['a) 甲\nb) 乙', ['a 甲', 'b 乙']],
    ['A、B级企业全部检查。', ['– A、B级企业全部检查。']],
    ['甲、检查。乙、评估。', ['甲 检查。', '乙 评估。']],
    ['壹、检查。贰、评估。', ['壹 检查。', '贰 评估。']],
    ['甲、乙类仓库每周检查；乙、丙类仓库每月检查。', ['– 甲、乙类仓库每周检查；乙、丙类仓库每月检查。']],
    ['A、B级企业检查。B、C级企业抽查。', ['– A、B级企业检查。B、C级企业抽查。']],
    ['Ⅰ、检查。Ⅱ、评估。', ['Ⅰ 检查。', 'Ⅱ 评估。']],
    ['i. 检查\nii. 评估\niii. 总结', ['i 检查', 'ii 评估', 'iii 总结']],
  ])('carry other marks, which count up from one where they may be words: %j', ([cell, expected]) =>
    expect(inShort(cell)).toEqual(expected),
  );

  test.for<[string, string[]]>([
    ['1.3月底前摸底2.6月底前整治', ['1 3月底前摸底', '2 6月底前整治']],
    ['1.摸底2.整治3.总结', ['1 摸底', '2 整治', '3 总结']],
    ['1.摸底，2.整治。', ['1 摸底，', '2 整治。']],
    ['1)摸底2)整治', ['1 摸底', '2 整治']],
    ['（1）全面摸底（2）全面整治', ['1 全面摸底', '2 全面整治']],
    ['（一）全面摸底（二）全面整治', ['（一） 全面摸底', '（二） 全面整治']],
  ])(
    'I3.3: the next number within a text begins an item where it can be nothing else: %s',
    ([cell, expected]) => {
      expect(inShort(cell)).toEqual(expected);
    },
  );

  test.for<[string, string | undefined]>([
    ['1、摸底2、整治。', '2、整治。'],
    ['1、摸底2、6月底前整治。', '2、6月底前整治。'],
    ['一是摸底二是整治。', '二是整治。'],
    ['1.分为1.一级，2.二级。', '2.二级。'],
    ['1.压力达到2.5兆帕。', undefined],
    ['1.压力达到 2.5 兆帕。', undefined],
    ['1.见附件2.整治要求照此。', undefined],
    ['（1）落实第（2）项要求。', undefined],
    ['（1）检查（2）家企业。', undefined],
    ['1、检查1、2、3号罐。', undefined],
    ['1)整治（见表2）隐患。', undefined],
    ['1.甲2、乙。', '2、乙。'],
    ['①摸底2.整治。', '2.整治。'],
    ['1.检查（1）甲类（2）乙类。', undefined],
  ])('I3.3: the next number within a text is told where it may begin an item: %s', ([arrangements, text]) => {
    const { taskList, diagnostics } = parseTaskList(gridWith({ arrangements }));
    expect(taskList?.tasks[0]?.arrangements).toHaveLength(1);
    expect(diagnostics.find(({ code }) => code === 'number-inside')?.text).toBe(text);
  });

  test('I3.1: each fault of the numbers is said, and nothing is renumbered', () => {
    const { taskList, diagnostics } = parseTaskList(
      gridWith({ arrangements: '1.2月底前，甲。 1. 乙。 4. 丙。 3. 丁。 5. ' }),
    );
    expect(taskList?.tasks[0]?.arrangements.map(({ code, printedNumber }) => [code, printedNumber])).toEqual([
      ['1-1-1', '1'],
      ['1-1-2', '1'],
      ['1-1-3', '4'],
      ['1-1-4', '3'],
    ]);
    const said = diagnostics
      .filter(({ code }) => code !== 'undated')
      .map(({ code, at, text }) => `${code} ${at} ${text}`);
    expect(said).toEqual([
      'item-empty 1-1 5',
      'number-glued 1-1-1 1.2月底前，甲。',
      'number-repeated 1-1-2 1',
      'number-skipped 1-1-3 4',
      'number-out-of-order 1-1-4 3',
    ]);
    expect(diagnostics.find(({ code }) => code === 'number-skipped')?.zh).toContain('缺少 2–3');
  });

  test('I3.1: an item without a number is coded by its place', () => {
    const { taskList, diagnostics } = parseTaskList(gridWith({ arrangements: '每周巡查。' }));
    expect(taskList?.tasks[0]?.arrangements).toMatchObject([
      { code: '1-1-1', printedNumber: null, text: '每周巡查。' },
    ]);
    expect(diagnostics).toMatchObject([
      { code: 'number-missing', severity: 'warning', at: '1-1-1', cell: { row: 3, column: 5 } },
    ]);
  });
});

describe('I3.2: stray HTML', () => {
  test.for<[string, string]>([
    ['<ol style="list-style-type: none"> 1. 甲。', ' 1. 甲。'],
    ['<p>甲</p><br/>乙', '\n甲\n\n乙'],
    ['甲&nbsp;乙&lt;丙&amp;丁', '甲 乙<丙&丁'],
    ['每<s>月</s><del class="a">季度</del>周', '每周'],
    ['压力<5 且温度>3', '压力<5 且温度>3'],
    ['<ol style="没有结束', '<ol style="没有结束'],
  ])('%s', ([cell, text]) => expect(stripHtml(cell).text).toBe(text));

  test('is a fault of the document, and no part of any span', () => {
    const arrangements = '<ol style="list-style-type: none"> 1. <b>3月底前</b>，檢查5家企業。';
    const { diagnostics } = parseTaskList(gridWith({ arrangements }));
    expect(diagnostics).toMatchObject([{ code: 'html-stripped', severity: 'warning', at: '1-1' }]);
    const [item] = parsed(gridWith({ arrangements })).tasks[0]?.arrangements ?? [];
    expect(item).toMatchObject({
      text: '3月底前，检查5家企业。',
      textAsPrinted: '3月底前，檢查5家企業。',
      schedules: [{ source: { text: '3月底前', start: 0, end: 4 } }],
      indicators: [{ source: { text: '5家企業', start: 7, end: 11 } }],
    });
  });
});
