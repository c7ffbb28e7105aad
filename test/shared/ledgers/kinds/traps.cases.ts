import { day, file, over, sheet } from '../../../support/ledgers/sheets.ts';
import { header, loading, of, review, whistle, type Kind } from './kinds.ts';

const experts = '专家评议、监管部门评议';

/** Ledgers that invite a value of another unit, of all units, of a plan, or of something else. */
export const traps: readonly Kind[] = [
  {
    name: 'numbers of columns beneath the header',
    ledger: of([
      ['薛家镇台账'],
      header,
      ['甲', '乙', 1, 2, 3],
      [1, whistle, '推进中', 7, '7家'],
      [2, review, '已完成', 9, '全部'],
    ]),
    truth: [
      '1-3-1.1.i1 2024 status=进行中 count=7 note=7家',
      '1-2-1.1.i1 2024 status=已完成 count=9 note=全部',
    ],
  },
  {
    name: 'the whole district’s number beside her own',
    ledger: of([
      ['薛家镇台账'],
      ['序号', '工作安排', '全区任务数', '全区完成数', '本镇任务数', '本镇完成数', '完成情况'],
      [1, whistle, 86, 40, 9, 7, '推进中'],
      [2, review, 86, 86, 9, 9, '已完成'],
    ]),
    truth: ['1-3-1.1.i1 2024 status=进行中 count=7', '1-2-1.1.i1 2024 status=已完成 count=9'],
  },
  {
    name: 'the district’s own table, in which no town is named: all of it is asked',
    ledger: file(
      '汇总.xlsx',
      sheet('Sheet1', [['全区危化品重点工作完成情况'], header, [1, whistle, '推进中', 40, '全区40家']]),
    ),
    truth: ['1-3-1.1.i1 ?2024 status=进行中 count=40 note=全区40家'],
  },
  {
    name: 'labels down and arrangements across, of a town that no roster has',
    ledger: of([
      ['横林镇重点工作推进表'],
      ['项目', '任务一', '任务二'],
      ['工作内容', whistle, review],
      ['目前进度', '推进中', '已完成'],
      ['已完成数', 7, 9],
      ['下步打算', '继续督促', ''],
    ]),
    truth: [],
  },
  {
    name: 'the same of hers, with sentences of the list below: no value of one arrangement is the other’s',
    ledger: of([
      ['薛家镇重点工作推进表'],
      ['工作内容', whistle, review],
      ['目前进度', '推进中', '已完成'],
      ['已完成数', 7, 9],
      ['下步打算', '继续督促', ''],
      [`${whistle}，4月底前`],
      [`${review}，3月底前`],
    ]),
    truth: ['1-3-1.1.i1 2024 status=进行中 count=7', '1-2-1.1.i1 2024 status=已完成 count=9'],
  },
  {
    name: 'two towns in the file’s name, and none in the sheet: all of it is asked',
    ledger: file('薛家镇、罗溪镇台账.xlsx', sheet('Sheet1', [header, [1, whistle, '推进中', 7, '7家']])),
    truth: ['1-3-1.1.i1 ?2024 status=进行中 count=7 note=7家'],
  },
  {
    name: 'a town’s name in the sum below its rows',
    ledger: of([
      ['各镇（街道）进展'],
      header,
      [1, whistle, '已完成', 9, '全部'],
      [2, review, '已完成', 8, '全部'],
      ['罗溪镇小计', '', '', 17, ''],
      [1, whistle, '推进中', 7, '7家'],
      [2, review, '已完成', 9, '9家全部'],
      ['薛家镇小计', '', '', 16, ''],
    ]),
    truth: [
      '1-3-1.1.i1 2024 status=进行中 count=7 note=7家',
      '1-2-1.1.i1 2024 status=已完成 count=9 note=9家全部',
    ],
  },
  {
    name: 'a town in a merged cell at the left, without a heading',
    ledger: of(
      [
        ['', '序号', '工作安排', '完成情况', '完成数量'],
        ['罗溪镇', 1, whistle, '已完成', 9],
        ['', 2, review, '已完成', 8],
        ['薛家镇', 1, whistle, '推进中', 7],
        ['', 2, review, '已完成', 9],
      ],
      [over(1, 0, 2, 1), over(3, 0, 2, 1)],
    ),
    truth: ['1-3-1.1.i1 2024 status=进行中 count=7', '1-2-1.1.i1 2024 status=已完成 count=9'],
  },
  {
    name: 'what is planned for next week in a second table below',
    ledger: of([
      ['薛家镇第14周工作周报'],
      ['一、本周工作完成情况'],
      ['序号', '工作内容', '完成情况', '责任人'],
      [1, loading, '已调度5家', '张测试'],
      ['二、下周工作计划'],
      ['序号', '工作内容', '工作措施', '责任人'],
      [1, loading, '继续调度并通报', '张测试'],
      [2, whistle, '督促2家企业完成', '李演示'],
    ]),
    truth: ['1-7-1.1.done 2024-W14 status=已开展 note=已调度5家 contact=张测试'],
  },
  {
    name: 'a sheet of plans beside one of what was done: which counts is asked',
    ledger: file(
      '薛家镇.xlsx',
      sheet('4月计划', [
        ['薛家镇4月工作计划'],
        ['序号', '工作内容', '完成数量', '备注'],
        [1, whistle, 9, '全部完成'],
      ]),
      sheet('3月完成', [['薛家镇3月工作完成情况'], header, [1, whistle, '推进中', 7, '7家']]),
    ),
    truth: ['1-3-1.1.i1 ?2024 count=9', '1-3-1.1.i1 ?2024 status=进行中 count=7 note=7家'],
  },
  {
    name: 'years across',
    ledger: of([
      ['薛家镇三年对比'],
      ['序号', '工作安排', '2022年', '2023年', '2024年'],
      [1, whistle, 3, 5, 7],
      [2, review, 8, 8, 9],
    ]),
    truth: ['1-3-1.1.i1 2024 count=7', '1-2-1.1.i1 2024 count=9'],
  },
  {
    name: 'what people write for not yet done',
    ledger: of([
      ['薛家镇台账'],
      ['序号', '工作安排', '完成情况'],
      [1, whistle, '预计4月底完成'],
      [2, review, '未完成'],
      [3, experts, '无法完成'],
      [4, '摸清厂中厂底数并开展现场调查检查', '即将完成'],
      [5, '核实更新医药企业底数', '尚未全部完成'],
      [6, '摸排5年内老旧装置情况，建立健全设备管理制度和台账', '力争月底前完成'],
    ]),
    truth: [
      '1-3-1.1.i1 2024 note=预计4月底完成 status?进行中',
      '1-2-1.1.i1 2024 status=未开始 note=未完成',
      '1-2-2.1.i1 2024 note=无法完成 status?进行中',
      '2-9-1.1.done 2024 note=即将完成 status?进行中',
      '2-6-1.1.done 2024 note=尚未全部完成 status?进行中',
      '2-1-1.1.done 2024 note=力争月底前完成 status?进行中',
    ],
  },
  {
    name: 'counts of something else, in words, in parts',
    ledger: of([
      ['薛家镇台账'],
      ['序号', '工作安排', '完成情况', '完成数量'],
      [1, whistle, '推进中', '120人'],
      [2, review, '已完成', '七家'],
      [3, experts, '推进中', '3.5'],
      [4, '对照实施方案核对危化品企业安全基础管理创建要求', '推进中', '-3'],
    ]),
    truth: [
      '1-3-1.1.i1 2024 status=进行中 count?120',
      '1-2-1.1.i1 2024 status=已完成 count?',
      '1-1-3.1.i1 2024 status=进行中 count?3',
      '1-2-2.1.i1 2024 status=进行中 count?',
    ],
  },
  {
    name: 'a form that many have filled in: questions across, who answered down, the last answer counts',
    ledger: of([
      [
        '提交时间',
        '您的单位',
        '1.“吹哨人”机制建立家数（填数字）',
        '2.职工代表评议及履职报告是否完成',
        '填表人',
      ],
      ['2024-04-08 09:00:00', '罗溪镇', 9, '是', '王样例'],
      ['2024-04-08 10:00:00', '薛家镇', 6, '否', '李演示'],
      ['2024-04-09 10:00:00', '薛家镇', 7, '是', '李演示'],
    ]),
    truth: ['1-3-1.1.i1 ?2024 count=7', '1-2-1.1.i1 ?2024 status=已完成'],
  },
  {
    name: 'what is new and what there is so far beneath each month',
    ledger: of(
      [
        ['薛家镇2024年'],
        ['序号', '工作安排', '1月', '', '2月', '', '3月', ''],
        ['', '', '新增', '累计', '新增', '累计', '新增', '累计'],
        [1, whistle, 2, 2, 2, 4, 3, 7],
        [2, review, 4, 4, 4, 8, 1, 9],
      ],
      [over(1, 0, 2, 1), over(1, 1, 2, 1), over(1, 2, 1, 2), over(1, 4, 1, 2), over(1, 6, 1, 2)],
    ),
    truth: ['1-3-1.1.i1 ?2024 count=7', '1-2-1.1.i1 ?2024 count=9'],
  },
  {
    name: 'two arrangements in one cell without lines: asked',
    ledger: of([
      ['薛家镇台账'],
      header,
      [1, `${whistle}；${review}`, '已完成', 9, '均已完成'],
      [2, `${whistle}、${review}`, '已完成', 9, ''],
    ]),
    truth: ['1-2-1.1.i1 ?2024 status=已完成 count=9 note=均已完成', '1-2-1.1.i1 ?2024 status=已完成 count=9'],
  },
  {
    name: 'closing an item: 已销号 and 未销号, with its day',
    ledger: of([
      ['薛家镇销号台账'],
      ['序号', '工作安排', '销号情况', '销号时间'],
      [1, review, '已销号', day('2024-03-28')],
      [2, whistle, '未销号', ''],
    ]),
    truth: [
      '1-2-1.1.i1 2024 status=已完成 completedOn=2024-03-28 note=已销号',
      '1-3-1.1.i1 2024 note=未销号 status?进行中',
    ],
  },
  {
    name: 'a day in the column of statuses',
    ledger: of([
      ['薛家镇台账'],
      ['序号', '工作安排', '完成情况', '备注'],
      [1, review, day('2024-03-28'), ''],
      [2, whistle, '推进中', ''],
    ]),
    truth: ['1-2-1.1.i1 2024 status?', '1-3-1.1.i1 2024 status=进行中'],
  },
  {
    name: 'towns down and weeks across with a column for all',
    ledger: of([
      ['各镇（街道）装货企业“五必查”核验情况周调度'],
      ['单位', '第13周', '第14周', '累计'],
      ['全区', '√', '√', 2],
      ['薛家', '√', '×', 1],
      ['罗溪', '×', '√', 1],
      ['合计', 1, 1, 2],
    ]),
    truth: ['1-7-1.1.done 2024-W13 status=已开展', '1-7-1.1.done 2024-W14 status=未开展'],
  },
  {
    name: 'another town’s group in a table of groups, by months',
    ledger: of(
      [
        ['每月调度举报奖励制度执行情况'],
        ['月份', '罗溪镇', '', '薛家镇', ''],
        ['', '是否开展', '工作情况', '是否开展', '工作情况'],
        ['1月', '×', '未调度', '√', '已调度'],
        ['2月', '√', '罗溪已调度', '×', '企业停产'],
      ],
      [over(1, 0, 2, 1), over(1, 1, 1, 2), over(1, 3, 1, 2)],
    ),
    truth: [
      '1-3-2.1.done 2024-01 status=已开展 note=已调度',
      '1-3-2.1.done 2024-02 status=未开展 note=企业停产',
    ],
  },
];
