import { describe, expect, test } from 'vitest';
import { readLedger } from '../../../../shared/ledgers/readLedger.ts';
import { linesOf } from '../../../support/ledgers/lines.ts';
import { file, over, sheet } from '../../../support/ledgers/sheets.ts';
import { header, known, loading, of, review, rewards, whistle, type Kind } from './kinds.ts';

/** Ledgers in which other units stand beside hers. */

const kinds: Kind[] = [
  {
    name: 'a row of two towns among rows of one: what is said may be of both, and is asked',
    ledger: of([
      ['序号', '责任单位', '工作安排', '完成情况', '完成数量'],
      [1, '薛家镇', whistle, '推进中', 7],
      [2, '薛家镇、孟河镇', review, '已完成', 9],
      [3, '孟河镇', rewards, '已完成', 4],
    ]),
    truth: ['1-3-1.1.i1 2024 status=进行中 count=7', '1-2-1.1.i1 ?2024 status=已完成 count=9'],
  },
  {
    name: 'all towns below each other, each under a row of its name',
    ledger: of([
      ['各镇（街道）完成情况'],
      header,
      ['一、罗溪镇'],
      [1, whistle, '已完成', 9, '全部'],
      ['二、薛家镇'],
      [1, whistle, '推进中', 7, '7家'],
      ['三、孟河镇'],
      [1, review, '推进中', 3, '3家'],
    ]),
    truth: ['1-3-1.1.i1 2024 status=进行中 count=7 note=7家'],
  },
  {
    name: 'all towns, the name on the first of its rows only',
    ledger: of([
      ['单位', '工作安排', '完成情况', '完成数量', '工作情况'],
      ['罗溪镇', whistle, '已完成', 9, '全部'],
      ['', review, '已完成', 9, '全部'],
      ['薛家镇', whistle, '推进中', 7, '7家'],
      ['', rewards, '是', '', ''],
      ['孟河镇', whistle, '推进中', 3, '3家'],
      ['', loading, '是', 3, '3家'],
    ]),
    truth: ['1-3-1.1.i1 2024 status=进行中 count=7 note=7家', '1-3-2.1.done ?2024-01…2024-04 status=已开展'],
  },
  {
    name: 'towns across, each with columns of its own',
    ledger: of(
      [
        ['序号', '工作安排', '罗溪镇', '', '薛家镇', ''],
        ['', '', '完成情况', '完成数量', '完成情况', '完成数量'],
        [1, whistle, '已完成', 9, '推进中', 7],
      ],
      [over(0, 0, 2, 1), over(0, 1, 2, 1), over(0, 2, 1, 2), over(0, 4, 1, 2)],
    ),
    truth: ['1-3-1.1.i1 2024 status=进行中 count=7'],
  },
  {
    name: 'enterprises of several towns: only her own are counted',
    ledger: of([
      ['危化企业推进明细'],
      ['序号', '所属镇（街道）', '企业名称', '隐患举报奖励（吹哨人）', '职工代表评议及履职报告'],
      [1, '薛家镇', '甲公司', '√', '√'],
      [2, '薛家镇', '乙公司', '×', '√'],
      [3, '罗溪镇', '丙公司', '√', '√'],
      [4, '罗溪镇', '丁公司', '√', '×'],
    ]),
    truth: ['1-3-1.1.i1 ?2024 count?1 status?进行中', '1-2-1.1.i1 ?2024 count?2 status?已完成'],
  },
  {
    name: 'a sheet for each town, called without 镇',
    ledger: file(
      '汇总.xlsx',
      sheet('罗溪', [header, [1, whistle, '已完成', 9, '']]),
      sheet('薛家', [header, [1, whistle, '推进中', 7, '']]),
      sheet('孟河台账', [header, [1, whistle, '推进中', 3, '']]),
    ),
    truth: ['1-3-1.1.i1 2024 status=进行中 count=7'],
  },
  {
    name: 'another unit’s, as only the file’s name says, or who signs below, or who answers for a row',
    ledger: of([
      header.map((heading) => (heading === '工作情况' ? '联系人' : heading)),
      [1, whistle, '已完成', 9, '罗溪镇王样例'],
      [2, review, '已完成', 9, '薛家镇李演示'],
    ]),
    truth: ['1-2-1.1.i1 2024 status=已完成 count=9 contact=薛家镇李演示'],
  },
];

const rows = [header, [1, whistle, '已完成', 9, '']];
const form = [
  ['工作任务', whistle],
  ['完成情况', '已完成', '完成数量', 9],
  ['工作情况', '全部完成。'],
];

describe('S13.14: another unit’s or another year’s', () => {
  test.each([
    ['by the file’s name', file('罗溪镇台账.xlsx', sheet('Sheet1', rows)), 'other-unit'],
    ['by who signs below', file('台账.xlsx', sheet('Sheet1', [...rows, ['填报单位：罗溪镇']])), 'other-unit'],
    [
      'by who signs above',
      file('台账.xlsx', sheet('薛家镇汇总', [['填报单位', '罗溪镇'], ...rows])),
      'other-unit',
    ],
    ['by the year in the file’s name', file('2023年台账.xlsx', sheet('Sheet1', rows)), 'other-year'],
    ['a form, by its sheet’s name', file('单.xlsx', sheet('罗溪镇', form)), 'other-unit'],
    ['a form, by the year in the file’s name', file('2023年单.xlsx', sheet('单', form)), 'other-year'],
  ] as const)('%s', (_, ledger, why) => {
    expect(readLedger(ledger, known).sheets).toMatchObject([{ isRead: false, why }]);
  });
});

describe('S13.14: ledgers of several units', () => {
  test.each(kinds)('$name', ({ ledger, truth }) => {
    const { sheets } = readLedger(ledger, known);
    expect(sheets.flatMap(linesOf).toSorted()).toEqual(truth.toSorted());
  });
});
