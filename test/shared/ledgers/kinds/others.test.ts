import { describe, expect, test } from 'vitest';
import { readLedger } from '../../../../shared/ledgers/readLedger.ts';
import { linesOf } from '../../../support/ledgers/lines.ts';
import { file, over, sheet } from '../../../support/ledgers/sheets.ts';
import { header, known, loading, of, review, whistle, type Kind } from './kinds.ts';

/** Ledgers that hold what is another unit's, said where one may not look for it; the truth was written down before they were read. */

const kinds: Kind[] = [
  {
    name: 'the words of a row begin with whose it is',
    ledger: of([
      ['序号', '工作安排', '完成情况', '完成数量'],
      [1, `罗溪镇：${whistle}`, '已完成', 9],
      [2, `薛家镇：${whistle}`, '推进中', 7],
      [3, `孟河镇${review}`, '已完成', 3],
      [4, `横林镇：${review}`, '已完成', 3],
    ]),
    truth: ['1-3-1.1.i1 2024 status=进行中 count=7'],
  },
  {
    name: 'a remark speaks of another town: it is asked',
    ledger: of([header, [1, whistle, '已完成', 9, '由罗溪镇统一填报']]),
    truth: ['1-3-1.1.i1 ?2024 status=已完成 count=9 note=由罗溪镇统一填报'],
  },
  {
    name: 'forms of several towns below each other, who reports above the work',
    ledger: of([
      ['填报单位：罗溪镇'],
      ['工作任务', whistle],
      ['完成情况', '已完成', '完成数量', 9],
      ['工作情况', '罗溪全部完成。'],
      [],
      ['填报单位：薛家镇'],
      ['工作任务', whistle],
      ['完成情况', '推进中', '完成数量', 7],
      ['工作情况', '已有7家。'],
      [],
      ['填报单位：孟河镇'],
      ['工作任务', review],
      ['完成情况', '推进中', '完成数量', 3],
      ['工作情况', '已有3家。'],
    ]),
    truth: ['1-3-1.1.i1 2024 status=进行中 count=7 note=已有7家。'],
  },
  {
    name: 'the same without blank rows between',
    ledger: of([
      ['填报单位', '罗溪镇'],
      ['工作任务', whistle],
      ['完成情况', '已完成', '完成数量', 9],
      ['工作情况', '罗溪全部完成。'],
      ['填报单位', '薛家镇'],
      ['工作任务', review],
      ['完成情况', '推进中', '完成数量', 7],
      ['工作情况', '已有7家。'],
    ]),
    truth: ['1-2-1.1.i1 2024 status=进行中 count=7 note=已有7家。'],
  },
  {
    name: 'the same, where who reports closes each form',
    ledger: of([
      ['工作任务', whistle],
      ['完成情况', '已完成', '完成数量', 9],
      ['工作情况', '罗溪全部完成。'],
      ['填报单位', '罗溪镇'],
      ['工作任务', review],
      ['完成情况', '推进中', '完成数量', 7],
      ['工作情况', '已有7家。'],
      ['填报单位', '薛家镇'],
    ]),
    truth: ['1-2-1.1.i1 2024 status=进行中 count=7 note=已有7家。'],
  },
  {
    name: 'forms of two towns side by side',
    ledger: of([
      ['填报单位：罗溪镇', '', '', '填报单位：薛家镇', ''],
      ['工作任务', whistle, '', '工作任务', review],
      ['完成情况', '推进中', '', '完成情况', '已完成'],
      ['完成数量', 5, '', '完成数量', 9],
      ['工作情况', '已有5家。', '', '工作情况', '全部完成。'],
    ]),
    truth: ['1-2-1.1.i1 2024 status=已完成 count=9 note=全部完成。'],
  },
  {
    name: 'tables of two towns side by side',
    ledger: of([
      ['罗溪镇', '', '', '', '薛家镇', '', ''],
      ['序号', '工作安排', '完成情况', '', '序号', '工作安排', '完成情况'],
      [1, whistle, '已完成', '', 1, whistle, '推进中'],
      [2, review, '推进中', '', 2, review, '已完成'],
    ]),
    truth: ['1-3-1.1.i1 2024 status=进行中', '1-2-1.1.i1 2024 status=已完成'],
  },
  {
    name: 'tables of towns below each other, another’s first',
    ledger: of([
      ['罗溪镇危险化学品重点工作落实台账（3月）'],
      header,
      [1, whistle, '已完成', 9, '全部'],
      ['薛家镇危险化学品重点工作落实台账（3月）'],
      header,
      [1, whistle, '推进中', 7, '7家'],
      ['孟河镇危险化学品重点工作落实台账（3月）'],
      header,
      [1, review, '推进中', 3, '3家'],
    ]),
    truth: ['1-3-1.1.i1 2024 status=进行中 count=7 note=7家'],
  },
  {
    name: 'tables of towns below each other under other headings',
    ledger: of([
      ['薛家镇危险化学品重点工作落实台账（3月）'],
      header,
      [1, whistle, '推进中', 7, '7家'],
      [],
      ['罗溪镇危险化学品重点工作落实台账（3月）'],
      ['序号', '重点任务', '状态', '数量', '备注'],
      [1, review, '推进中', 3, '3家'],
    ]),
    truth: ['1-3-1.1.i1 2024 status=进行中 count=7 note=7家'],
  },
  {
    name: 'towns of another district in the column of units',
    ledger: of([
      ['序号', '单位', '工作安排', '完成情况', '完成数量'],
      [1, '横林镇', whistle, '已完成', 9],
      [2, '薛家镇', whistle, '推进中', 7],
      [3, '遥观镇', review, '已完成', 9],
    ]),
    truth: ['1-3-1.1.i1 2024 status=进行中 count=7'],
  },
  {
    name: 'towns across by short names beneath one heading',
    ledger: of(
      [
        ['各镇（街道）重点工作进展汇总表'],
        ['序号', '重点工作', '单位', '', ''],
        ['', '', '罗溪', '薛家', '孟河'],
        [1, whistle, 9, 7, 3],
        [2, review, 8, 9, 3],
      ],
      [over(1, 0, 2, 1), over(1, 1, 2, 1), over(1, 2, 1, 3)],
    ),
    truth: ['1-3-1.1.i1 2024 count=7', '1-2-1.1.i1 2024 count=9'],
  },
  {
    name: 'collected by a form: who has submitted says whose it is, the last time counts',
    ledger: of([
      ['提交时间', '提交人', '工作事项', '完成情况', '完成数量', '工作情况'],
      ['2024-04-09 10:12:33', '王样例（罗溪镇）', whistle, '已完成', 9, '全部'],
      ['2024-04-09 10:20:01', '李演示（薛家镇）', whistle, '推进中', 7, '7家'],
      ['2024-04-09 9:00:00', '李演示（薛家镇）', whistle, '推进中', 6, '6家'],
    ]),
    truth: ['1-3-1.1.i1 2024 status=进行中 count=7 note=7家'],
  },
  {
    name: 'another town leads, hers supports: asked; where hers leads it is hers',
    ledger: of([
      ['序号', '牵头单位', '配合单位', '工作安排', '完成情况'],
      [1, '罗溪镇', '薛家镇', whistle, '已完成'],
      [2, '薛家镇', '罗溪镇', review, '推进中'],
    ]),
    truth: ['1-3-1.1.i1 ?2024 status=已完成', '1-2-1.1.i1 2024 status=进行中'],
  },
  {
    name: 'the district’s sum above the rows of towns',
    ledger: of([
      ['单位', '工作安排', '完成数量', '完成情况'],
      ['全区', whistle, 86, '推进中'],
      ['薛家镇', whistle, 7, '推进中'],
    ]),
    truth: ['1-3-1.1.i1 2024 status=进行中 count=7'],
  },
  {
    name: 'what is said of several towns in one cell, a line for each',
    ledger: of([
      ['序号', '工作安排', '工作情况'],
      [1, whistle, '罗溪镇：9家全部建立。\n薛家镇：正在建立，已有7家。\n孟河镇：3家。'],
    ]),
    truth: ['1-3-1.1.i1 2024 status=进行中 note=正在建立，已有7家。 count?7'],
  },
  {
    name: 'towns down, one arrangement in the title',
    ledger: of([
      ['各镇（街道）隐患举报奖励制度“吹哨人”机制建立情况'],
      ['序号', '单位', '企业数', '已建立数', '状态'],
      [1, '罗溪镇', 9, 9, '已完成'],
      [2, '薛家镇', 9, 7, '推进中'],
      [3, '合计', 18, 16, ''],
    ]),
    truth: ['1-3-1.1.i1 2024 status=进行中 count=7'],
  },
  {
    name: 'towns down, weeks across, one arrangement in the title',
    ledger: of([
      ['各镇（街道）装货企业“五必查”核验情况周调度'],
      ['序号', '单位', '第13周', '第14周'],
      [1, '罗溪镇', '√', '√'],
      [2, '薛家镇', '√', '×'],
      [3, '孟河镇', '×', '√'],
    ]),
    truth: ['1-7-1.1.done 2024-W13 status=已开展', '1-7-1.1.done 2024-W14 status=未开展'],
  },
  {
    name: 'towns as groups of columns with weeks beneath, and weeks with towns beneath',
    ledger: file(
      '台账.xlsx',
      sheet(
        '甲',
        [
          ['工作内容', '罗溪镇', '', '薛家镇', ''],
          ['', '第12周', '第13周', '第12周', '第13周'],
          [loading, '×', '√', '√', '×'],
        ],
        { merges: [over(0, 0, 2, 1), over(0, 1, 1, 2), over(0, 3, 1, 2)] },
      ),
      sheet(
        '乙',
        [
          ['工作内容', '第14周', '', '第15周', ''],
          ['', '罗溪镇', '薛家镇', '罗溪镇', '薛家镇'],
          [loading, '×', '√', '√', '×'],
        ],
        { merges: [over(0, 0, 2, 1), over(0, 1, 1, 2), over(0, 3, 1, 2)] },
      ),
    ),
    truth: [
      '1-7-1.1.done 2024-W12 status=已开展',
      '1-7-1.1.done 2024-W13 status=未开展',
      '1-7-1.1.done 2024-W14 status=已开展',
      '1-7-1.1.done 2024-W15 status=未开展',
    ],
  },
  {
    name: 'an enterprise that is called after a town is no section of that town',
    ledger: of([header, [1, whistle, '推进中', 7, '7家'], ['新桥化工厂'], [2, review, '已完成', 9, '全部']]),
    truth: [
      '1-3-1.1.i1 2024 status=进行中 count=7 note=7家',
      '1-2-1.1.i1 2024 status=已完成 count=9 note=全部',
    ],
  },
];

describe('S13.18: ledgers that hold what is another unit’s', () => {
  test.each(kinds)('$name', ({ ledger, truth }) => {
    const { sheets } = readLedger(ledger, known);
    expect(sheets.flatMap(linesOf).toSorted()).toEqual(truth.toSorted());
  });
});

const rows = [header, [1, whistle, '已完成', 9, '']];

describe('S13.18: whose a sheet is, by a short name in the names of sheet or file', () => {
  test.each([
    ['a sheet’s name in brackets', file('台账.xlsx', sheet('台账(罗溪)', [['重点工作台账'], ...rows]))],
    ['a file’s name in brackets', file('台账（罗溪）.xlsx', sheet('Sheet1', rows))],
    ['a file’s name before a day', file('危化台账-罗溪4.8.xlsx', sheet('Sheet1', rows))],
    ['a town that nobody knows', file('台账.xlsx', sheet('Sheet1', [['横林镇重点工作台账'], ...rows]))],
  ] as const)('%s', (_, ledger) => {
    expect(readLedger(ledger, known).sheets).toMatchObject([{ isRead: false, why: 'other-unit' }]);
  });

  test('a sheet of towns that are none of hers reports nothing', () => {
    const ledger = of([
      ['序号', '单位', '工作安排', '完成情况'],
      [1, '横林镇', whistle, '已完成'],
      [2, '遥观镇', review, '已完成'],
    ]);
    expect(readLedger(ledger, known).sheets.flatMap(linesOf)).toEqual([]);
  });
});
