import { day, file, over, result, sheet, struck } from '../../../support/ledgers/sheets.ts';
import { header, loading, of, review, rewards, whistle, type Kind } from './kinds.ts';

const experts = '专家评议、监管部门评议';

/** Ledgers that differ in what stands beside the values, in how values are written, and in where the period is said. */
export const broad: readonly Kind[] = [
  {
    name: 'a sheet for each week, called so',
    ledger: file(
      '薛家镇周调度.xlsx',
      sheet('第13周', [header, [1, loading, '√', '', '调度5家'], [2, whistle, '推进中', 6, '6家']]),
      sheet('第14周', [header, [1, loading, '×', '', '清明'], [2, whistle, '推进中', 7, '7家']]),
    ),
    truth: [
      '1-7-1.1.done 2024-W13 status=已开展 note=调度5家',
      '1-7-1.1.done 2024-W14 status=未开展 note=清明',
      '1-3-1.1.i1 2024 status=进行中 count=7 note=7家',
    ],
  },
  {
    name: 'the month in the file’s name alone',
    ledger: file(
      '薛家镇台账（2024年3月）.xlsx',
      sheet('Sheet1', [header, [1, rewards, '√', '', '已调度'], [2, whistle, '推进中', 7, '7家']]),
    ),
    truth: [
      '1-3-2.1.done 2024-03 status=已开展 note=已调度',
      '1-3-1.1.i1 2024 status=进行中 count=7 note=7家',
    ],
  },
  {
    name: 'the month in the file’s name as figures',
    ledger: file('202403危化台账-薛家.xlsx', sheet('Sheet1', [header, [1, rewards, '√', '', '已调度']])),
    truth: ['1-3-2.1.done 2024-03 status=已开展 note=已调度'],
  },
  {
    name: 'one box to tick in each row',
    ledger: of([
      ['薛家镇任务清单'],
      ['序号', '工作安排', '是否完成', '完成数量'],
      [1, review, '☑', 9],
      [2, whistle, '☐', 7],
    ]),
    truth: ['1-2-1.1.i1 2024 status=已完成 count=9', '1-3-1.1.i1 2024 count=7 status?未开始'],
  },
  {
    name: 'a table continued in two further blocks of columns, without blank columns',
    ledger: of([
      ['薛家镇台账'],
      ['序号', '工作安排', '完成情况', '序号', '工作安排', '完成情况', '序号', '工作安排', '完成情况'],
      [1, whistle, '推进中', 3, experts, '推进中', 5, '摸清厂中厂底数并开展现场调查检查', '已完成'],
      [2, review, '已完成', 4, '按月组织食堂检查', '已完成', '', '', ''],
    ]),
    truth: [
      '1-3-1.1.i1 2024 status=进行中',
      '1-2-1.1.i1 2024 status=已完成',
      '1-2-2.1.i1 2024 status=进行中',
      '2-9-1.1.done 2024 status=已完成',
    ],
  },
  {
    name: 'a second sheet that says the same is no question',
    ledger: file(
      '薛家镇.xlsx',
      sheet('明细', [header, [1, whistle, '推进中', 7, '7家'], [2, review, '已完成', 9, '全部']]),
      sheet('上报表', [header, [1, whistle, '推进中', 7, '7家'], [2, review, '已完成', 8, '全部']]),
    ),
    truth: [
      '1-3-1.1.i1 2024 status=进行中 count=7 note=7家',
      '1-3-1.1.i1 2024 status=进行中 count=7 note=7家',
      '1-2-1.1.i1 ?2024 status=已完成 count=9 note=全部',
      '1-2-1.1.i1 ?2024 status=已完成 count=8 note=全部',
    ],
  },
  {
    name: 'a form for each arrangement, a sheet each',
    ledger: file(
      '一事一表.xlsx',
      sheet('1', [
        ['重点工作推进单'],
        ['单位', '薛家镇', '填报时间', '2024年4月8日'],
        ['工作内容', whistle, '', ''],
        ['完成情况', '推进中', '完成数量', '7家'],
        ['工作进展', '已有7家出台制度。', '', ''],
        ['存在问题', '2家未建立', '', ''],
      ]),
      sheet('2', [
        ['重点工作推进单'],
        ['单位', '薛家镇', '填报时间', '2024年4月8日'],
        ['工作内容', review, '', ''],
        ['完成情况', '已完成', '完成数量', '9家'],
        ['工作进展', '全部报告。', '', ''],
        ['存在问题', '无', '', ''],
      ]),
    ),
    truth: [
      '1-3-1.1.i1 2024 status=进行中 count=7 note=已有7家出台制度。 problems=2家未建立',
      '1-2-1.1.i1 2024 status=已完成 count=9 note=全部报告。 problems=无',
    ],
  },
  {
    name: 'a header below a long preface that sounds like one, notes between the rows',
    ledger: of([
      ['薛家镇落实台账'],
      ['一、本表按月填报，完成情况填已完成、推进中、未开始。'],
      ['二、工作情况要写清完成数量。'],
      ['三、联系人：李演示，联系电话：13800000002'],
      ['填报单位：薛家镇', '', '审核人：张测试', '', '填报日期：2024年4月8日'],
      [],
      header,
      [1, whistle, '推进中', 7, '7家'],
      ['注：以上数据截至4月8日，由各村上报'],
      [2, review, '已完成', 9, '全部'],
      ['说明', '以下为自行安排的工作', '', '', ''],
      [3, '慰问一线职工', '已完成', 3, '三户'],
    ]),
    truth: [
      '1-3-1.1.i1 2024 status=进行中 count=7 note=7家',
      '1-2-1.1.i1 2024 status=已完成 count=9 note=全部',
    ],
  },
  {
    name: 'subtotals of each category, whose words are of the list',
    ledger: of([
      ['薛家镇台账'],
      header,
      ['一', '企业内部隐患举报奖励制度', '', 7, ''],
      [1, whistle, '推进中', 7, '7家'],
      ['', '企业内部隐患举报奖励制度小计', '', 7, ''],
      [2, review, '已完成', 9, '全部'],
      ['', '小计（一述三评）', '', 9, ''],
      ['总计', '', '', 16, ''],
    ]),
    truth: [
      '1-3-1.1.i1 2024 status=进行中 count=7 note=7家',
      '1-2-1.1.i1 2024 status=已完成 count=9 note=全部',
    ],
  },
  {
    name: 'persons, money, checks and what was found beside: none is the count',
    ledger: of([
      ['薛家镇台账'],
      [
        '序号',
        '工作安排',
        '完成情况',
        '累计培训人数',
        '累计检查次数',
        '发现隐患数',
        '已整改数',
        '累计罚款（万元）',
      ],
      [1, whistle, '推进中', 120, 14, 33, 30, 2],
      [2, review, '已完成', 60, 8, 5, 5, 0],
    ]),
    truth: ['1-3-1.1.i1 2024 status=进行中', '1-2-1.1.i1 2024 status=已完成'],
  },
  {
    name: 'marks of an assessment are no counts',
    ledger: of([
      ['薛家镇考核自评表'],
      ['序号', '工作内容', '分值', '自评得分', '完成情况', '扣分原因'],
      [1, whistle, 10, 8, '推进中', '2家未建立'],
      [2, review, 10, 10, '已完成', ''],
    ]),
    truth: ['1-3-1.1.i1 2024 status=进行中', '1-2-1.1.i1 2024 status=已完成'],
  },
  {
    name: 'lights are no status for certain',
    ledger: of([
      ['薛家镇台账'],
      ['序号', '工作安排', '进度灯', '完成数量'],
      [1, whistle, '黄灯', 7],
      [2, review, '🟢', 9],
    ]),
    truth: ['1-3-1.1.i1 2024 count=7', '1-2-1.1.i1 2024 count=9'],
  },
  {
    name: 'days in many writings',
    ledger: of([
      ['薛家镇台账'],
      ['序号', '工作安排', '完成情况', '完成时间'],
      [1, review, '已完成', '二〇二四年三月二十八日'],
      [2, whistle, '已完成', 45379],
      [3, '摸清厂中厂底数并开展现场调查检查', '已完成', '2024/3/28 9:30'],
      [4, '核实更新医药企业底数', '已完成', '三月二十八日'],
      [5, '摸排5年内老旧装置情况，建立健全设备管理制度和台账', '已完成', '24.3.28'],
    ]),
    truth: [
      '1-2-1.1.i1 2024 status=已完成 completedOn=2024-03-28',
      '1-3-1.1.i1 2024 status=已完成 completedOn=2024-03-28',
      '2-9-1.1.done 2024 status=已完成 completedOn=2024-03-28',
      '2-6-1.1.done 2024 status=已完成 completedOn=2024-03-28',
      '2-1-1.1.done 2024 status=已完成 completedOn=2024-03-28',
    ],
  },
  {
    name: 'blank, 0, a dash and 不涉及 are four things',
    ledger: of([
      ['薛家镇台账'],
      header,
      [1, whistle, '推进中', 0, '尚无企业建立'],
      [2, review, '', '', ''],
      [3, experts, '不涉及', '', ''],
      [4, '摸清厂中厂底数并开展现场调查检查', '-', '-', '-'],
      [5, '核实更新医药企业底数', '未开始', '0', ''],
    ]),
    truth: [
      '1-3-1.1.i1 2024 status=进行中 count=0 note=尚无企业建立',
      '1-2-2.1.i1 2024 status=本地无此类',
      '2-6-1.1.done 2024 status=未开始 count=0',
    ],
  },
  {
    name: 'weeks by their days across the end of a month, of the year before, and with a number',
    ledger: of([
      ['薛家镇周报'],
      ['起止日期', '工作内容', '是否开展'],
      ['2023年12月25日-12月31日', loading, '√'],
      ['1月29日—2月4日', loading, '√'],
      ['2月26日至3月3日', loading, '√'],
      ['2024.3.25~3.31', loading, '√'],
      ['2024年4月1日-2024年4月7日', loading, '×'],
    ]),
    truth: [
      '1-7-1.1.done 2024-W05 status=已开展',
      '1-7-1.1.done 2024-W09 status=已开展',
      '1-7-1.1.done 2024-W13 status=已开展',
      '1-7-1.1.done 2024-W14 status=未开展',
    ],
  },
  {
    name: 'status by a formula with its stored result; a number by a sum; a value struck out beside the new one',
    ledger: of([
      ['薛家镇台账'],
      header,
      [1, whistle, { text: '推进中', value: '推进中', formula: 'stored' }, result(7), ''],
      [2, review, '已完成', struck('8'), '9家全部完成'],
    ]),
    truth: [
      '1-3-1.1.i1 2024 status=进行中 count=7',
      '1-2-1.1.i1 2024 status=已完成 note=9家全部完成 count?9',
    ],
  },
  {
    name: 'old numbers in hidden rows below an older header, and a hidden column of last month’s status',
    ledger: {
      name: '台账.xlsx',
      sheets: [
        {
          ...sheet('表', [
            ['薛家镇台账'],
            ['序号', '工作安排', '完成情况', '完成情况', '完成数量'],
            [1, whistle, '未开始', '推进中', 7],
            [2, review, '推进中', '已完成', 9],
            ['序号', '工作安排', '完成情况', '完成情况', '完成数量'],
            [1, whistle, '未开始', '未开始', 1],
            [2, review, '未开始', '未开始', 2],
          ]),
          hiddenColumns: [2],
          hiddenRows: [4, 5, 6],
        },
      ],
    },
    truth: ['1-3-1.1.i1 2024 status=进行中 count=7', '1-2-1.1.i1 2024 status=已完成 count=9'],
  },
  {
    name: 'ditto marks for status, number and remark',
    ledger: of([
      ['薛家镇台账'],
      header,
      [1, review, '已完成', 9, '全部完成'],
      [2, experts, '同上', '同上', '同上'],
      [3, whistle, '推进中', '〃', ''],
    ]),
    truth: [
      '1-2-1.1.i1 2024 status=已完成 count=9 note=全部完成',
      '1-2-2.1.i1 2024 status?已完成 count?9 note?全部完成',
      '1-3-1.1.i1 2024 status=进行中 count?9',
    ],
  },
  {
    name: 'planned and done side by side as 计划 and 实际 beneath 数量 and 时间',
    ledger: of(
      [
        ['薛家镇台账'],
        ['序号', '工作安排', '数量', '', '时间', '', '状态'],
        ['', '', '计划', '实际', '计划', '实际', ''],
        [1, whistle, 9, 7, day('2024-04-30'), '', '推进中'],
        [2, review, 9, 9, day('2024-03-31'), day('2024-03-28'), '已完成'],
      ],
      [over(1, 0, 2, 1), over(1, 1, 2, 1), over(1, 2, 1, 2), over(1, 4, 1, 2), over(1, 6, 2, 1)],
    ),
    truth: [
      '1-3-1.1.i1 2024 status=进行中 count=7',
      '1-2-1.1.i1 2024 status=已完成 count=9 completedOn=2024-03-28',
    ],
  },
  {
    name: 'the target in a bracket, the number with what it is of, a share',
    ledger: of([
      ['薛家镇台账'],
      ['序号', '工作安排', '完成情况', '完成数量'],
      [1, whistle, '推进中', '7家'],
      [2, review, '已完成', '9家（应完成9家）'],
      [3, experts, '推进中', '33.3%'],
    ]),
    truth: [
      '1-3-1.1.i1 2024 status=进行中 count=7',
      '1-2-1.1.i1 2024 status=已完成 count?9',
      '1-2-2.1.i1 2024 status=进行中 count?',
    ],
  },
  {
    name: 'quarters across with what was done and its problems beneath each',
    ledger: of(
      [
        ['薛家镇2024年'],
        ['序号', '工作安排', '一季度', '', '二季度', ''],
        ['', '', '完成情况', '存在问题', '完成情况', '存在问题'],
        [1, '每季度统计分析“五必查”核验情况', '已完成，形成分析', '2家未核验', '', ''],
        [2, whistle, '推进中', '', '', ''],
      ],
      [over(1, 0, 2, 1), over(1, 1, 2, 1), over(1, 2, 1, 2), over(1, 4, 1, 2)],
    ),
    truth: [
      '1-7-2.1.done 2024-Q1 status=已开展 note=已完成，形成分析 problems=2家未核验',
      '1-3-1.1.i1 2024 status=进行中',
    ],
  },
  {
    name: 'label and value turned: labels in the first column, several arrangements to the right, labels numbered',
    ledger: of([
      ['薛家镇重点工作推进表'],
      ['项目', '任务一', '任务二'],
      ['工作内容', whistle, review],
      ['目前进度', '推进中', '已完成'],
      ['已完成数', 7, 9],
      ['下步打算', '继续督促', ''],
    ]),
    truth: ['1-3-1.1.i1 2024 status=进行中 count=7', '1-2-1.1.i1 2024 status=已完成 count=9'],
  },
];
