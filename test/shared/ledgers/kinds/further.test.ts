import { describe, expect, test } from 'vitest';
import { readLedger } from '../../../../shared/ledgers/readLedger.ts';
import { linesOf } from '../../../support/ledgers/lines.ts';
import { day, file, over, sheet } from '../../../support/ledgers/sheets.ts';
import { header, known, loading, of, review, rewards, whistle, type Kind } from './kinds.ts';

/** Further ways to lay out days, statuses and counts; the truth was written down before they were read. */

const experts = '专家评议、监管部门评议';

const kinds: Kind[] = [
  {
    name: 'ticks of single days: asked for the week or month, and nothing of what falls due once',
    ledger: of([
      ['薛家镇4月打卡表'],
      ['序号', '工作安排', '1日', '2日', '3日', '4日', '5日', '8日', '9日'],
      [1, loading, '', '√', '', '', '√', '√', ''],
      [2, whistle, '√', '', '', '√', '', '', ''],
      [3, rewards, '', '', '', '', '', '√', ''],
    ]),
    truth: [
      '1-7-1.1.done ?2024-W14 status=已开展',
      '1-7-1.1.done ?2024-W15 status=已开展',
      '1-3-2.1.done ?2024-04 status=已开展',
    ],
  },
  {
    name: 'the days of a month as bare numbers',
    ledger: of([
      ['薛家镇4月打卡表'],
      ['序号', '工作安排', 1, 2, 3, 4, 5, 6, 7, 8, 9],
      [1, loading, '', '√', '', '', '√', '', '', '√', ''],
    ]),
    truth: ['1-7-1.1.done ?2024-W14 status=已开展', '1-7-1.1.done ?2024-W15 status=已开展'],
  },
  {
    name: 'a log, the newest first: each row is of its day’s week, the last says how things stand',
    ledger: of([
      ['薛家镇工作日志'],
      ['日期', '工作内容', '进展情况', '完成数量'],
      [day('2024-04-10'), whistle, '推进中，7家已建立', 7],
      [day('2024-04-03'), loading, '已调度5家装货企业', ''],
      [day('2024-03-27'), loading, '已调度4家装货企业', ''],
      [day('2024-03-20'), whistle, '推进中，4家已建立', 4],
    ]),
    truth: [
      '1-3-1.1.i1 2024 status=进行中 count=7 note=推进中，7家已建立',
      '1-7-1.1.done 2024-W14 status=已开展 note=已调度5家装货企业',
      '1-7-1.1.done 2024-W13 status=已开展 note=已调度4家装货企业',
    ],
  },
  {
    name: 'a log of a Monday may be of the week before: asked',
    ledger: of([
      ['日期', '工作内容', '进展情况'],
      ['4月8日', loading, '已调度5家装货企业'],
    ]),
    truth: ['1-7-1.1.done ?2024-W15/2024-W14 status=已开展 note=已调度5家装货企业'],
  },
  {
    name: 'weeks and months within one cell, a line for each',
    ledger: of([
      ['薛家镇'],
      ['序号', '工作安排', '工作情况'],
      [1, loading, '第13周：已调度5家\n第14周：已调度6家'],
      [2, rewards, '1月：已调度；2月：已调度；3月：未调度，企业停产'],
      [3, whistle, '1月：摸底\n2月：正在建立制度'],
    ]),
    truth: [
      '1-7-1.1.done 2024-W13 status=已开展 note=已调度5家',
      '1-7-1.1.done 2024-W14 status=已开展 note=已调度6家',
      '1-3-2.1.done 2024-01 status=已开展 note=已调度',
      '1-3-2.1.done 2024-02 status=已开展 note=已调度',
      '1-3-2.1.done 2024-03 status=未开展 note=未调度，企业停产',
      '1-3-1.1.i1 2024 status=进行中 note=1月：摸底\n2月：正在建立制度',
    ],
  },
  {
    name: 'weeks in further signs; of two weeks together it is asked which',
    ledger: of([
      ['工作安排', '周', '是否开展'],
      [loading, 'W12', '√'],
      [loading, '0325-0331', '√'],
      [loading, '第14-15周', '√'],
      [loading, '3.4-3.17', '否'],
    ]),
    truth: [
      '1-7-1.1.done 2024-W12 status=已开展',
      '1-7-1.1.done 2024-W13 status=已开展',
      '1-7-1.1.done ?2024-W14/2024-W15 status=已开展',
      '1-7-1.1.done ?2024-W10/2024-W11 status=未开展',
    ],
  },
  {
    name: 'months across as 24年1月 and 三月, and their sum beside them',
    ledger: of([
      ['薛家镇一季度'],
      ['序号', '工作安排', '23年12月', '24年1月', '24年2月', '三月', '一季度'],
      [1, rewards, '×', '√', '√', '×', '2次'],
    ]),
    truth: [
      '1-3-2.1.done 2024-01 status=已开展',
      '1-3-2.1.done 2024-02 status=已开展',
      '1-3-2.1.done 2024-03 status=未开展',
    ],
  },
  {
    name: 'weeks across by days alone, beside the work and nothing else',
    ledger: of([
      ['工作安排', '4/1-4/7', '4/8-4/14'],
      [loading, '√', ''],
    ]),
    truth: ['1-7-1.1.done 2024-W14 status=已开展'],
  },
  {
    name: 'halves of a month: the last is offered',
    ledger: of([
      ['工作安排', '3月上半月', '3月下半月'],
      [rewards, '×', '√'],
    ]),
    truth: ['1-3-2.1.done ?2024-03 status=已开展'],
  },
  {
    name: 'sheets called 202402 and 202403',
    ledger: file(
      '薛家镇.xlsx',
      sheet('202402', [header, [1, rewards, '是', '', ''], [2, whistle, '推进中', 4, '']]),
      sheet('202403', [header, [1, rewards, '否', '', ''], [2, whistle, '推进中', 7, '']]),
    ),
    truth: [
      '1-3-2.1.done 2024-02 status=已开展',
      '1-3-2.1.done 2024-03 status=未开展',
      '1-3-1.1.i1 2024 status=进行中 count=7',
    ],
  },
  {
    name: 'last year’s number left in the title, this year’s in the file’s name: all of it is asked',
    ledger: file(
      '2024年台账.xlsx',
      sheet('4月', [['薛家镇2023年重点工作台账'], header, [1, whistle, '推进中', 7, '7家']]),
    ),
    truth: ['1-3-1.1.i1 ?2024 status=进行中 count=7 note=7家'],
  },
  {
    name: 'how it stood last month beside how it stands',
    ledger: of([
      ['薛家镇4月台账'],
      ['序号', '工作安排', '上月状态', '本月状态'],
      [1, whistle, '未开始', '推进中'],
      [2, review, '推进中', '已完成'],
    ]),
    truth: ['1-3-1.1.i1 2024 status=进行中', '1-2-1.1.i1 2024 status=已完成'],
  },
  {
    name: 'last week’s number, what is new and what there is so far; three rows of headings',
    ledger: of(
      [
        ['薛家镇台账'],
        ['序号', '工作安排', '落实情况', '', '', '', '责任'],
        ['', '', '数量', '', '', '状态', ''],
        ['', '', '上周累计', '本周新增', '累计', '', ''],
        [1, whistle, 5, 2, 7, '推进中', '张测试'],
        [2, review, 9, 0, 9, '已完成', '张测试'],
      ],
      [
        over(1, 0, 3, 1),
        over(1, 1, 3, 1),
        over(1, 2, 1, 4),
        over(2, 2, 1, 3),
        over(2, 5, 2, 1),
        over(1, 6, 3, 1),
      ],
    ),
    truth: ['1-3-1.1.i1 2024 status=进行中 count=7', '1-2-1.1.i1 2024 status=已完成 count=9'],
  },
  {
    name: 'boxes to tick within a cell',
    ledger: of([
      header,
      [1, whistle, '□未开始 ☑进行中 □已完成', 7, ''],
      [2, review, '☐未完成 ☑已完成', 9, ''],
      [3, experts, '□未开始 □进行中 □已完成', '', ''],
      [4, rewards, '是☑ 否□', '', '4月已调度'],
    ]),
    truth: [
      '1-3-1.1.i1 2024 status=进行中 count=7',
      '1-2-1.1.i1 2024 status=已完成 count=9',
      '1-3-2.1.done 2024-04 status=已开展 note=4月已调度',
    ],
  },
  {
    name: 'a form with boxes to tick',
    ledger: of([
      ['薛家镇工作进展单'],
      ['工作任务', whistle],
      ['完成情况', '□未开始 ☑进行中 □已完成'],
      ['完成数量', 7],
      ['工作情况', '已有7家。'],
    ]),
    truth: ['1-3-1.1.i1 2024 status=进行中 count=7 note=已有7家。'],
  },
  {
    name: 'a tick in one of three columns',
    ledger: of(
      [
        ['序号', '工作安排', '完成情况', '', ''],
        ['', '', '已完成', '推进中', '未开始'],
        [1, whistle, '', '√', ''],
        [2, review, '√', '', ''],
        [3, experts, '', '', '√'],
      ],
      [over(0, 0, 2, 1), over(0, 1, 2, 1), over(0, 2, 1, 3)],
    ),
    truth: [
      '1-3-1.1.i1 2024 status=进行中',
      '1-2-1.1.i1 2024 status=已完成',
      '1-2-2.1.i1 2024 status=未开始',
    ],
  },
  {
    name: 'whether it concerns her, is late or weighs much says nothing of how far it is',
    ledger: of([
      ['序号', '工作安排', '是否涉及', '是否逾期', '是否重点', '完成数量'],
      [1, whistle, '是', '否', '是', 7],
      [2, review, '是', '是', '否', 9],
    ]),
    truth: ['1-3-1.1.i1 2024 count=7', '1-2-1.1.i1 2024 count=9'],
  },
  {
    name: 'bars and shares are asked',
    ledger: of([
      ['序号', '工作安排', '完成情况'],
      [1, whistle, '▓▓▓▓▓▓▓░░░ 70%'],
      [2, review, '▓▓▓▓▓▓▓▓▓▓ 100%'],
    ]),
    truth: ['1-3-1.1.i1 2024 status?进行中', '1-2-1.1.i1 2024 status?已完成'],
  },
  {
    name: 'how far it is as a part of one, where no status is written',
    ledger: of([
      ['序号', '工作安排', '完成进度', '备注'],
      [1, whistle, 0.7, ''],
      [2, review, 1, '全部完成'],
    ]),
    truth: ['1-3-1.1.i1 2024 status?进行中', '1-2-1.1.i1 2024 status?已完成'],
  },
  {
    name: 'signs of today’s telephones',
    ledger: of([header, [1, whistle, '⏳', 7, ''], [2, review, '✅', 9, ''], [3, experts, '❌', '', '']]),
    truth: [
      '1-3-1.1.i1 2024 count=7 status?进行中',
      '1-2-1.1.i1 2024 status=已完成 count=9',
      '1-2-2.1.i1 2024 status?未开始',
    ],
  },
  {
    name: 'a formula that failed is no remark',
    ledger: of([header, [1, whistle, '推进中', { text: '#REF!', value: '#REF!' }, '#N/A']]),
    truth: ['1-3-1.1.i1 2024 status=进行中 count?'],
  },
  {
    name: 'rows are counted beside the table',
    ledger: of([
      ['薛家镇台账'],
      ['序号', '工作安排', '完成情况', '完成数量', '', '状态', '项数'],
      [1, whistle, '推进中', 7, '', '已完成', 1],
      [2, review, '已完成', 9, '', '推进中', 1],
      [3, experts, '未开始', '', '', '未开始', 1],
    ]),
    truth: [
      '1-3-1.1.i1 2024 status=进行中 count=7',
      '1-2-1.1.i1 2024 status=已完成 count=9',
      '1-2-2.1.i1 2024 status=未开始',
    ],
  },
  {
    name: 'a blank column before the rows’ own status and number',
    ledger: of([
      ['序号', '工作安排', '', '完成情况', '数量'],
      [1, whistle, '', '推进中', 7],
      [2, review, '', '已完成', 9],
    ]),
    truth: ['1-3-1.1.i1 2024 status=进行中 count=7', '1-2-1.1.i1 2024 status=已完成 count=9'],
  },
  {
    name: 'enterprises below each arrangement, without merges: one is not the whole',
    ledger: of([
      ['薛家镇明细'],
      ['序号', '工作安排', '企业', '完成情况', '完成时间'],
      [1, whistle, '甲公司', '已完成', day('2024-03-01')],
      ['', '', '乙公司', '推进中', ''],
      [2, review, '甲公司', '已完成', day('2024-03-02')],
    ]),
    truth: [
      '1-3-1.1.i1 ?2024 status=已完成 completedOn=2024-03-01',
      '1-2-1.1.i1 ?2024 status=已完成 completedOn=2024-03-02',
    ],
  },
  {
    name: 'arrangements in rows of their own, their months and weeks below each',
    ledger: of([
      ['薛家镇台账'],
      ['时间', '是否开展', '工作情况'],
      [`1. ${rewards}`],
      ['1月', '√', '已调度'],
      ['2月', '×', '企业停产'],
      [`2. ${loading}`],
      ['第13周', '√', '调度5家'],
      ['第14周', '√', '调度6家'],
      ['3. 食堂卫生检查'],
      ['1月', '√', '一次'],
    ]),
    truth: [
      '1-3-2.1.done 2024-01 status=已开展 note=已调度',
      '1-3-2.1.done 2024-02 status=未开展 note=企业停产',
      '1-7-1.1.done 2024-W13 status=已开展 note=调度5家',
      '1-7-1.1.done 2024-W14 status=已开展 note=调度6家',
    ],
  },
  {
    name: 'the week it was planned for beside the week it was done',
    ledger: of([
      ['工作安排', '计划周', '实际周', '完成情况'],
      [loading, '第13周', '第14周', '已开展'],
    ]),
    truth: ['1-7-1.1.done 2024-W14 status=已开展'],
  },
  {
    name: 'what was done last week, in the table of a week: of which it is asked',
    ledger: of([
      ['薛家镇第15周工作'],
      ['序号', '工作内容', '上周完成情况', '本周安排'],
      [1, loading, '已调度5家', '继续调度'],
    ]),
    truth: ['1-7-1.1.done ?2024-W14/2024-W15 status=已开展 note=已调度5家'],
  },
  {
    name: 'a form with a small table of weeks in it',
    ledger: of([
      ['薛家镇工作单'],
      ['工作任务', loading],
      ['责任人', '张测试'],
      ['周次', '是否开展', '工作情况'],
      ['第13周', '是', '调度5家'],
      ['第14周', '否', '清明'],
    ]),
    truth: [
      '1-7-1.1.done 2024-W13 status=已开展 note=调度5家 contact=张测试',
      '1-7-1.1.done 2024-W14 status=未开展 note=清明 contact=张测试',
    ],
  },
];

describe('S13.19: further ways to lay out days, statuses and counts', () => {
  test.each(kinds)('$name', ({ ledger, truth }) => {
    const { sheets } = readLedger(ledger, known);
    expect(sheets.flatMap(linesOf).toSorted()).toEqual(truth.toSorted());
  });

  test.each([
    ['of enterprises', ['序号', '企业名称', '隐患内容', '排查日期', '整改期限', '整改情况', '是否闭环']],
    ['of none in particular', ['序号', '地点', '问题描述', '排查日期', '整改期限', '完成情况', '是否闭环']],
  ])('what was found in checks is no arrangement, however alike its words are: a table %s', (_, headings) => {
    const ledger = of([
      ['薛家镇排查台账'],
      headings,
      [1, '甲公司', '未建立内部隐患举报奖励制度和“吹哨人”机制', day('2024-03-05'), '3月底', '已整改', '是'],
      [2, '乙公司', '主要负责人未完成职工代表评议', day('2024-03-06'), '4月底', '整改中', '否'],
    ]);
    expect(readLedger(ledger, known).sheets.flatMap(linesOf)).toEqual([]);
  });
});
