import { describe, expect, test } from 'vitest';
import { readLedger } from '../../../../shared/ledgers/readLedger.ts';
import { linesOf } from '../../../support/ledgers/lines.ts';
import { day, file, over, sheet, struck } from '../../../support/ledgers/sheets.ts';
import { header, known, of, review, rewards, whistle, type Kind } from './kinds.ts';

/** Ledgers that differ in what a row and a column are. */

const kinds: Kind[] = [
  {
    name: 'the same in a text file, which has no merges',
    ledger: of([
      ['序号', '工作安排', '2023年', '', '2024年', ''],
      ['', '', '完成情况', '完成数量', '完成情况', '完成数量'],
      [1, whistle, '已完成', 5, '推进中', 7],
      [2, review, '已完成', 8, '已完成', 9],
    ]),
    truth: ['1-3-1.1.i1 2024 status=进行中 count=7', '1-2-1.1.i1 2024 status=已完成 count=9'],
  },
  {
    name: 'arrangements across, what is said of them down',
    ledger: of([
      ['薛家镇重点工作进展'],
      ['工作安排', whistle, review],
      ['完成情况', '推进中', '已完成'],
      ['完成数量', 7, 9],
      ['完成时间', '', day('2024-03-28')],
      ['责任人', '李演示', '李演示'],
    ]),
    truth: [
      '1-3-1.1.i1 2024 status=进行中 count=7 contact=李演示',
      '1-2-1.1.i1 2024 status=已完成 count=9 completedOn=2024-03-28 contact=李演示',
    ],
  },
  {
    name: 'forms below each other in one sheet',
    ledger: of([
      ['薛家镇工作进展单'],
      ['工作任务', whistle],
      ['完成情况', '推进中', '完成数量', 7],
      ['工作情况', '已有7家。'],
      [],
      ['工作任务', review],
      ['完成情况', '已完成', '完成数量', 9],
      ['工作情况', '全部完成。'],
    ]),
    truth: [
      '1-3-1.1.i1 2024 status=进行中 count=7 note=已有7家。',
      '1-2-1.1.i1 2024 status=已完成 count=9 note=全部完成。',
    ],
  },
  {
    name: 'struck values, formulas without a result, dashes',
    ledger: of([
      header,
      [1, whistle, '推进中', struck('5'), '多数已建立'],
      [2, review, '已完成', { text: '', value: '', formula: 'missing' }, '—'],
    ]),
    truth: ['1-3-1.1.i1 2024 status=进行中 note=多数已建立', '1-2-1.1.i1 2024 status=已完成 count?'],
  },
  {
    name: 'a hidden copy of a row, a hidden column of old numbers',
    ledger: {
      name: '台账.xlsx',
      sheets: [
        {
          ...sheet('表', [
            ['序号', '工作安排', '完成情况', '完成数量', '完成数量'],
            [1, whistle, '未开始', 1, 2],
            [1, whistle, '推进中', 3, 7],
          ]),
          hiddenRows: [1],
          hiddenColumns: [3],
        },
      ],
    },
    truth: ['1-3-1.1.i1 2024 status=进行中 count=7'],
  },
  {
    name: 'two tables beside each other under the same headings',
    ledger: of([
      ['薛家镇台账'],
      ['序号', '工作安排', '完成情况', '', '序号', '工作安排', '完成情况'],
      [1, whistle, '推进中', '', 3, rewards, '是'],
      [2, review, '已完成', '', '', '', ''],
    ]),
    truth: [
      '1-3-1.1.i1 2024 status=进行中',
      '1-2-1.1.i1 2024 status=已完成',
      '1-3-2.1.done ?2024-01…2024-04 status=已开展',
    ],
  },
  {
    name: 'a second table below, with other headings',
    ledger: of([
      ['薛家镇台账（3月）'],
      header,
      [1, whistle, '推进中', 7, '7家'],
      [],
      ['二、周期性工作'],
      ['序号', '工作内容', '频次', '开展情况', '备注'],
      [1, rewards, '每月', '已开展', '本月'],
    ]),
    truth: ['1-3-1.1.i1 2024 status=进行中 count=7 note=7家', '1-3-2.1.done 2024-03 status=已开展'],
  },
  {
    name: 'two sheets of the same, with nothing to say which counts: asked',
    ledger: file(
      '薛家镇.xlsx',
      sheet('甲', [header, [1, whistle, '推进中', 6, '']]),
      sheet('乙', [header, [1, whistle, '推进中', 7, '']]),
    ),
    truth: ['1-3-1.1.i1 ?2024 status=进行中 count=6', '1-3-1.1.i1 ?2024 status=进行中 count=7'],
  },
  {
    name: 'enterprises with one question in the heading',
    ledger: of([
      ['薛家镇企业推进明细'],
      ['序号', '企业名称', '是否建立吹哨人机制'],
      [1, '甲公司', '√'],
      [2, '乙公司', '×'],
    ]),
    truth: ['1-3-1.1.i1 ?2024 count?1 status?进行中'],
  },
  {
    name: 'four header rows, and above them who filled it in',
    ledger: of(
      [
        ['薛家镇危化品工作台账'],
        ['填报人：张测试', '', '', '', '', '', '填报日期：4月8日'],
        ['任务', '', '推进', '', '', '', '备注'],
        ['基本情况', '', '落实情况', '', '', '', ''],
        ['序号', '工作安排', '完成情况', '数量', '', '工作情况', ''],
        ['', '', '', '家数', '占比', '', ''],
        [1, whistle, '进行中', 7, '50%', '已有7家出台制度', ''],
        [2, review, '已完成', 9, '100%', '9家企业全部完成评议', ''],
      ],
      [
        ...[over(0, 0, 1, 7), over(2, 0, 1, 2), over(2, 2, 1, 4), over(3, 0, 1, 2), over(3, 2, 1, 4)],
        ...[over(4, 0, 2, 1), over(4, 1, 2, 1), over(4, 2, 2, 1), over(4, 3, 1, 2), over(4, 5, 2, 1)],
        over(2, 6, 4, 1),
      ],
    ),
    truth: [
      '1-3-1.1.i1 2024 status=进行中 count=7 note=已有7家出台制度',
      '1-2-1.1.i1 2024 status=已完成 count=9 note=9家企业全部完成评议',
    ],
  },
];

describe('S13.14: ledgers by their shape', () => {
  test.each(kinds)('$name', ({ ledger, truth }) => {
    const { sheets } = readLedger(ledger, known);
    expect(sheets.flatMap(linesOf).toSorted()).toEqual(truth.toSorted());
  });
});
