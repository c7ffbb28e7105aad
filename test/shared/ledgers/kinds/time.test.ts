import { describe, expect, test } from 'vitest';
import { readLedger } from '../../../../shared/ledgers/readLedger.ts';
import { linesOf } from '../../../support/ledgers/lines.ts';
import { day, file, over, sheet } from '../../../support/ledgers/sheets.ts';
import { header, known, loading, of, review, rewards, whistle, type Kind } from './kinds.ts';

/** Ledgers that differ in how years, months and weeks are laid out. */

const kinds: Kind[] = [
  {
    name: 'two years side by side: last year is never read',
    ledger: of(
      [
        ['薛家镇重点工作完成情况'],
        ['序号', '工作安排', '2023年', '', '', '2024年', '', ''],
        ['', '', '完成情况', '完成数量', '存在问题', '完成情况', '完成数量', '存在问题'],
        [1, whistle, '已完成', 5, '无', '推进中', 7, '2家未建立'],
        [2, review, '已完成', 8, '', '已完成', 9, ''],
      ],
      [over(1, 0, 2, 1), over(1, 1, 2, 1), over(1, 2, 1, 3), over(1, 5, 1, 3)],
    ),
    truth: [
      '1-3-1.1.i1 2024 status=进行中 count=7 problems=2家未建立',
      '1-2-1.1.i1 2024 status=已完成 count=9',
    ],
  },
  {
    name: 'weeks below each other, each with its header again',
    ledger: of([
      ['薛家镇危化品工作周报'],
      ['第13周（3.25-3.31）'],
      header,
      [1, loading, '是', '', '调度5家'],
      [2, whistle, '推进中', 6, '6家建立'],
      ['第14周（4.1-4.7）'],
      header,
      [1, loading, '否', '', '清明'],
      [2, whistle, '推进中', 7, '7家建立'],
    ]),
    truth: [
      '1-7-1.1.done 2024-W13 status=已开展 note=调度5家',
      '1-7-1.1.done 2024-W14 status=未开展 note=清明',
      '1-3-1.1.i1 2024 status=进行中 count=7 note=7家建立',
    ],
  },
  {
    name: 'two rows for each arrangement, planned and done, months across',
    ledger: of(
      [
        ['序号', '工作安排', '类型', '1月', '2月', '3月'],
        [1, whistle, '计划', 2, 4, 9],
        ['', '', '实际', 2, 4, 7],
      ],
      [over(1, 0, 2, 1), over(1, 1, 2, 1)],
    ),
    truth: ['1-3-1.1.i1 ?2024 count=7'],
  },
  {
    name: 'planned and done within each month',
    ledger: of(
      [
        ['序号', '工作安排', '1月', '', '2月', ''],
        ['', '', '计划', '完成', '计划', '完成'],
        [1, rewards, '√', '√', '√', ''],
      ],
      [over(0, 0, 2, 1), over(0, 1, 2, 1), over(0, 2, 1, 2), over(0, 4, 1, 2)],
    ),
    truth: ['1-3-2.1.done 2024-01 status=已开展'],
  },
  {
    name: 'months across, and beside them how things stand',
    ledger: of([
      ['薛家镇2024年工作进展'],
      ['序号', '工作内容', '责任人', '1月进展', '2月进展', '目前状态', '累计完成'],
      [1, whistle, '李演示', '摸底', '4家建立制度', '推进中', 7],
      [2, rewards, '李演示', '1月调度', '2月调度', '√', ''],
    ]),
    truth: [
      '1-3-1.1.i1 2024 status=进行中 count=7 contact=李演示',
      '1-3-2.1.done 2024-01 status=已开展 contact=李演示',
      '1-3-2.1.done 2024-02 status=已开展 contact=李演示',
    ],
  },
  {
    name: 'weeks of a month across: 第1周 is the month’s',
    ledger: of(
      [['薛家镇4月周调度表'], ['序号', '工作内容', '第1周', '第2周'], [1, loading, '√', '']],
      [],
      '4月',
    ),
    truth: ['1-7-1.1.done 2024-W14 status=已开展'],
  },
  {
    name: 'weeks across without a month: it is asked which',
    ledger: of([['薛家镇周调度表'], ['序号', '工作内容', '第1周', '第2周'], [1, loading, '√', '×']]),
    truth: ['1-7-1.1.done ?2024-W14/2024-W01 status=已开展', '1-7-1.1.done ?2024-W15/2024-W02 status=未开展'],
  },
  {
    name: 'arrangements across, months down',
    ledger: of([
      ['薛家镇2024年月度开展情况'],
      ['月份', '举报奖励制度执行情况调度', '吹哨人机制建立家数'],
      ['1月', '√', 2],
      ['2月', '未开展', 7],
    ]),
    truth: [
      '1-3-2.1.done 2024-01 status=已开展',
      '1-3-2.1.done 2024-02 status=未开展',
      '1-3-1.1.i1 ?2024 count=7',
    ],
  },
  {
    name: 'last year’s row above this year’s, months of last year',
    ledger: of([
      ['年度', '月份', '工作内容', '完成情况', '完成数量'],
      ['2023', '12月', rewards, '是', ''],
      ['2024', '2月', whistle, '推进中', 4],
      ['', '3月', whistle, '推进中', 7],
      ['', '2023年12月', rewards, '是', ''],
    ]),
    truth: ['1-3-1.1.i1 2024 status=进行中 count=7'],
  },
  {
    name: 'this week beside last and next, and what is to be settled',
    ledger: of(
      [
        ['薛家镇周调度表（4月8日-4月14日）'],
        ['序号', '工作任务', '上周完成情况', '本周进展', '下周计划', '需协调问题'],
        [1, loading, '调度5家', '已调度5家装货企业并通报', '继续调度', '无'],
        [2, review, '完成8家', '完成9家', '', ''],
      ],
      [],
      '第15周',
    ),
    truth: [
      '1-7-1.1.done 2024-W15 status=已开展 note=已调度5家装货企业并通报 problems=无',
      '1-2-1.1.i1 2024 note=完成9家 status?进行中 count?9',
    ],
  },
  {
    name: 'weeks across, the newest first',
    ledger: of([
      ['工作内容', '第15周(4.8-4.14)', '第14周(4.1-4.7)'],
      [loading, '√', '未开展'],
      [whistle, '7家', '6家'],
    ]),
    truth: [
      '1-7-1.1.done 2024-W14 status=未开展',
      '1-7-1.1.done 2024-W15 status=已开展',
      '1-3-1.1.i1 ?2024 count=7',
    ],
  },
  {
    name: 'days as numbers: 3.28 is asked',
    ledger: of([
      ['序号', '工作安排', '完成情况', '完成日期'],
      [1, review, '已完成', '20240328'],
      [2, whistle, '已完成', 3.28],
    ]),
    truth: [
      '1-2-1.1.i1 2024 status=已完成 completedOn=2024-03-28',
      '1-3-1.1.i1 2024 status=已完成 completedOn?2024-03-28',
    ],
  },
  {
    name: 'one arrangement in the title, its weeks below each other',
    ledger: of([
      ['薛家镇装货企业“五必查”核验情况周调度表'],
      ['周次', '时间', '是否开展', '核验情况', '存在问题'],
      ['第13周', '3.25-3.31', '是', '调度5家，全部核验', '无'],
      ['第14周', '4.1-4.7', '否', '', ''],
      ['第15周', '4.8-4.14', '', '', ''],
    ]),
    truth: [
      '1-7-1.1.done 2024-W13 status=已开展 note=调度5家，全部核验 problems=无',
      '1-7-1.1.done 2024-W14 status=未开展',
    ],
  },
  {
    name: 'a sheet for each arrangement, called so; months or enterprises below',
    ledger: file(
      '薛家镇.xlsx',
      sheet('举报奖励制度调度', [
        ['月份', '是否开展', '工作情况'],
        ['1月', '√', '已调度'],
        ['2月', '×', ''],
      ]),
      sheet('吹哨人', [
        ['日期', '企业名称', '是否建立'],
        [day('2024-03-01'), '甲公司', '√'],
        [day('2024-03-05'), '乙公司', '×'],
      ]),
    ),
    truth: [
      '1-3-2.1.done 2024-01 status=已开展 note=已调度',
      '1-3-2.1.done 2024-02 status=未开展',
      '1-3-1.1.i1 ?2024 count?1 status?进行中',
    ],
  },
  {
    name: 'enterprises down, months across, one arrangement in the title',
    ledger: of([
      ['薛家镇企业隐患举报奖励制度执行情况月度调度'],
      ['序号', '企业名称', '1月', '2月'],
      [1, '甲公司', '√', ''],
      [2, '乙公司', '√', '×'],
    ]),
    truth: ['1-3-2.1.done ?2024-01 status?已开展', '1-3-2.1.done ?2024-02 status?未开展'],
  },
  {
    name: 'a row for each task, its numbered progress quarter by quarter',
    ledger: of([
      ['序号', '重点工作名称', '工作安排', '一季度进展', '二季度进展'],
      [
        ...[2, '深化主要负责人“一述三评”工作'],
        '1. 3月底前，86家企业主要负责人完成职工代表评议，并通过系统报告履职情况。\n2. 6月底前，完成86家企业主要负责人专家评议和监管部门评议。',
        ...['1、已完成，9家全部报告。\n2、推进中，已评3家。', ''],
      ],
    ]),
    truth: [
      '1-2-1.1.i1 2024 status=已完成 note=已完成，9家全部报告。 count?9',
      '1-2-2.1.i1 2024 status=进行中 note=推进中，已评3家。 count?3',
    ],
  },
  {
    name: 'how things stood at two days: the later',
    ledger: of([
      ['薛家镇2024年完成情况'],
      ['序号', '工作内容', '截至3月底完成情况', '截至4月10日完成情况'],
      [1, whistle, '推进中', '推进中'],
      [2, review, '推进中', '已完成'],
    ]),
    truth: ['1-3-1.1.i1 2024 status=进行中', '1-2-1.1.i1 2024 status=已完成'],
  },
  {
    name: 'a column of days to come may be one of deadlines: it is asked',
    ledger: of([
      ['序号', '工作安排', '完成时间', '完成情况'],
      [1, whistle, day('2024-04-30'), '推进中'],
      [2, review, day('2024-03-31'), '已完成'],
    ]),
    truth: [
      '1-3-1.1.i1 2024 status=进行中 completedOn?',
      '1-2-1.1.i1 2024 status=已完成 completedOn?2024-03-31',
    ],
  },
  {
    name: 'sheets called 2024.3 and 2024.4: the newer says how things stand',
    ledger: file(
      '台账.xlsx',
      sheet('2024.3', [['薛家镇'], header, [1, rewards, '是', '', ''], [2, whistle, '推进中', 6, '']]),
      sheet('2024.4', [['薛家镇'], header, [1, rewards, '否', '', ''], [2, whistle, '推进中', 7, '']]),
    ),
    truth: [
      '1-3-2.1.done 2024-03 status=已开展',
      '1-3-2.1.done 2024-04 status=未开展',
      '1-3-1.1.i1 2024 status=进行中 count=7',
    ],
  },
];

describe('S13.14: ledgers by how they lay out time', () => {
  test.each(kinds)('$name', ({ ledger, truth }) => {
    const { sheets } = readLedger(ledger, known);
    expect(sheets.flatMap(linesOf).toSorted()).toEqual(truth.toSorted());
  });
});
