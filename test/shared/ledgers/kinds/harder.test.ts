import { describe, expect, test } from 'vitest';
import { readLedger } from '../../../../shared/ledgers/readLedger.ts';
import { linesOf } from '../../../support/ledgers/lines.ts';
import { day, file, over, sheet, type Written } from '../../../support/ledgers/sheets.ts';
import { header, known, loading, of, review, rewards, whistle, type Kind } from './kinds.ts';

/** Ledgers of further kinds; what a careful person reads in each was written down before the reader was run over it. */

const filled = (text: string, fill: string): Written => ({ text, value: text, fill });

const kinds: Kind[] = [
  {
    name: 'towns down, arrangements across: only her own row',
    ledger: of([
      ['各镇（街道）重点工作进展'],
      ['序号', '单位', '吹哨人机制建立家数', '职工代表评议及履职报告家数', '举报奖励制度执行情况调度'],
      [1, '罗溪镇', 9, 8, '√'],
      [2, '薛家镇', 7, 9, '√'],
      [3, '孟河镇', 3, 3, '×'],
      ['', '合计', 19, 20, ''],
    ]),
    truth: [
      '1-3-1.1.i1 2024 count=7',
      '1-2-1.1.i1 2024 count=9',
      '1-3-2.1.done ?2024-01…2024-04 status=已开展',
    ],
  },
  {
    name: 'newly done beside done so far: the running total counts',
    ledger: of([
      ['薛家镇4月进展'],
      ['序号', '工作安排', '本月完成数', '累计完成数', '完成情况'],
      [1, whistle, 2, 7, '推进中'],
      [2, review, 1, 9, '已完成'],
    ]),
    truth: ['1-3-1.1.i1 2024 status=进行中 count=7', '1-2-1.1.i1 2024 status=已完成 count=9'],
  },
  {
    name: 'target, done and rate: neither target nor rate is a count',
    ledger: of([
      ['序号', '工作安排', '目标数', '完成数', '完成率', '完成情况'],
      [1, whistle, 9, 7, '77.8%', '推进中'],
      [2, review, 9, 9, 1, '已完成'],
    ]),
    truth: ['1-3-1.1.i1 2024 status=进行中 count=7', '1-2-1.1.i1 2024 status=已完成 count=9'],
  },
  {
    name: 'whether and when it was handed in says nothing of the work',
    ledger: of([
      ['序号', '工作安排', '是否上报', '上报时间', '完成情况', '完成数量'],
      [1, whistle, '是', day('2024-04-08'), '推进中', 7],
      [2, review, '否', '', '已完成', 9],
    ]),
    truth: ['1-3-1.1.i1 2024 status=进行中 count=7', '1-2-1.1.i1 2024 status=已完成 count=9'],
  },
  {
    name: 'a day planned beside the day it was done',
    ledger: of([
      ['序号', '工作安排', '计划完成时间', '实际完成时间', '完成情况'],
      [1, whistle, day('2024-03-20'), '', '推进中'],
      [2, review, day('2024-03-20'), day('2024-03-28'), '已完成'],
    ]),
    truth: ['1-3-1.1.i1 2024 status=进行中', '1-2-1.1.i1 2024 status=已完成 completedOn=2024-03-28'],
  },
  {
    name: 'a sample row that shows how to fill in is no report',
    ledger: of([
      ['薛家镇台账'],
      header,
      ['示例', whistle, '已完成', 9, '已全部完成，形成台账'],
      [1, whistle, '推进中', 7, '7家'],
      [2, review, '已完成', 9, '全部'],
    ]),
    truth: [
      '1-3-1.1.i1 2024 status=进行中 count=7 note=7家',
      '1-2-1.1.i1 2024 status=已完成 count=9 note=全部',
    ],
  },
  {
    name: 'signed by two towns: what is said may be of both, and is asked',
    ledger: of([['填报单位：薛家镇、罗溪镇'], header, [1, whistle, '推进中', 7, '7家']]),
    truth: ['1-3-1.1.i1 ?2024 status=进行中 count=7 note=7家'],
  },
  {
    name: 'months in real dates across, as a spreadsheet shows them',
    ledger: of([
      ['薛家镇2024年'],
      [
        '序号',
        '工作安排',
        { text: '2024年1月', value: 45292, day: '2024-01-01' },
        { text: '2024年2月', value: 45323, day: '2024-02-01' },
      ],
      [1, rewards, '√', '未开展'],
    ]),
    truth: ['1-3-2.1.done 2024-01 status=已开展', '1-3-2.1.done 2024-02 status=未开展'],
  },
  {
    name: 'weeks across by their days alone',
    ledger: of([['薛家镇周调度'], ['序号', '工作内容', '3.25-3.31', '4.1-4.7'], [1, loading, '√', '未开展']]),
    truth: ['1-7-1.1.done 2024-W13 status=已开展', '1-7-1.1.done 2024-W14 status=未开展'],
  },
  {
    name: 'a status that is shown over two rows may be of both: asked, and so is its number',
    ledger: of(
      [header, [1, whistle, '推进中', 7, '7家'], [2, review, '', '', '']],
      [over(1, 2, 2, 1), over(1, 3, 2, 1)],
    ),
    truth: ['1-3-1.1.i1 2024 note=7家 status?进行中 count?7', '1-2-1.1.i1 2024 status?进行中 count?'],
  },
  {
    name: 'colours that a legend explains are asked; without a legend they say nothing',
    ledger: file(
      '台账.xlsx',
      sheet('薛家镇', [
        ['薛家镇台账', '', '', '', '灰色：不报'],
        header,
        [1, filled(whistle, 'BFBFBF'), '推进中', 7, '7家'],
        [2, filled(review, 'FFF2CC'), '已完成', 9, '全部'],
      ]),
    ),
    truth: [
      '1-3-1.1.i1 ?2024 status=进行中 count=7 note=7家',
      '1-2-1.1.i1 2024 status=已完成 count=9 note=全部',
    ],
  },
  {
    name: 'a legend below, of filled cells beside what they mean, where no status is written',
    ledger: file(
      '台账.xlsx',
      sheet('薛家镇', [
        ['序号', '工作安排', '完成情况', '完成数量', '工作情况'],
        [1, filled(whistle, '92D050'), '', 7, '7家建立制度'],
        [2, review, '推进中', 8, '8家'],
        ['图例', filled('', '92D050'), '已完成', '', ''],
      ]),
    ),
    truth: [
      '1-3-1.1.i1 2024 count=7 note=7家建立制度 status?已完成',
      '1-2-1.1.i1 2024 status=进行中 count=8 note=8家',
    ],
  },
  {
    name: 'circles that a line explains',
    ledger: of([
      ['薛家镇台账'],
      ['注：●已完成 ◐进行中 ○未开始'],
      ['序号', '工作安排', '完成情况', '完成数量'],
      [1, whistle, '◐', 7],
      [2, review, '●', 9],
      [3, '专家评议、监管部门评议', '○', ''],
    ]),
    truth: [
      '1-3-1.1.i1 2024 count=7 status?进行中',
      '1-2-1.1.i1 2024 count=9 status?已完成',
      '1-2-2.1.i1 2024 status?未开始',
    ],
  },
  {
    name: 'numbers that say two things are asked',
    ledger: of([
      ['序号', '工作安排', '完成情况', '完成数量'],
      [1, whistle, '推进中', '7（含新增2）'],
      [2, review, '推进中', '6+2'],
    ]),
    truth: ['1-3-1.1.i1 2024 status=进行中 count?7', '1-2-1.1.i1 2024 status=进行中 count?'],
  },
  {
    name: 'thirds of a month across: the last says how the month stands, and it is asked',
    ledger: of([
      ['薛家镇旬报'],
      ['序号', '工作内容', '3月上旬', '3月中旬', '3月下旬'],
      [1, rewards, '未开展', '未开展', '√'],
    ]),
    truth: ['1-3-2.1.done ?2024-03 status=已开展'],
  },
  {
    name: 'sums of each page, and the header again on the next',
    ledger: of([
      ['薛家镇台账'],
      header,
      [1, whistle, '推进中', 7, '7家'],
      ['', '本页小计', '', 7, ''],
      header,
      [2, review, '已完成', 9, '全部'],
      ['', '本页小计', '', 9, ''],
      ['', '累计', '', 16, ''],
    ]),
    truth: [
      '1-3-1.1.i1 2024 status=进行中 count=7 note=7家',
      '1-2-1.1.i1 2024 status=已完成 count=9 note=全部',
    ],
  },
];

describe('S13.15: ledgers of harder kinds', () => {
  test.each(kinds)('$name', ({ ledger, truth }) => {
    const { sheets } = readLedger(ledger, known);
    expect(sheets.flatMap(linesOf).toSorted()).toEqual(truth.toSorted());
  });
});
