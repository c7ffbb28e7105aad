import { over } from '../../../support/ledgers/sheets.ts';
import { header, loading, of, review, rewards, whistle, type Kind } from './kinds.ts';

const experts = '专家评议、监管部门评议';
const inside = '摸清厂中厂底数并开展现场调查检查';

/** Ledgers that differ in how headings and values are worded. */
export const writings: readonly Kind[] = [
  {
    name: 'what was finished may be a part: only what is plainly all of it is certain',
    ledger: of([
      ['薛家镇台账'],
      ['序号', '工作安排', '完成情况'],
      [1, whistle, '已完成初稿'],
      [2, review, '已按要求完成'],
      [3, experts, '已完成90%'],
      [4, inside, '完成第一阶段'],
      [5, '核实更新医药企业底数', '已完成。'],
      [6, '摸排5年内老旧装置情况，建立健全设备管理制度和台账', '已完成部分企业摸排'],
    ]),
    truth: [
      '1-3-1.1.i1 2024 note=已完成初稿 status?已完成',
      '1-2-1.1.i1 2024 status=已完成 note=已按要求完成',
      '1-2-2.1.i1 2024 note=已完成90% status?进行中',
      '2-9-1.1.done 2024 note=完成第一阶段 status?已完成',
      '2-6-1.1.done 2024 status=已完成 note=已完成。',
      '2-1-1.1.done 2024 note=已完成部分企业摸排 status?已完成',
    ],
  },
  {
    name: 'how it was and how it is, in other words',
    ledger: of([
      ['薛家镇台账'],
      ['序号', '工作安排', '前期进展', '最新进展'],
      [1, whistle, '未启动，待摸底', '推进中，已建立7家'],
      [2, review, '推进中，已评8家', '已完成，9家全部评议'],
    ]),
    truth: [
      '1-3-1.1.i1 2024 status=进行中 note=推进中，已建立7家 count?7',
      '1-2-1.1.i1 2024 status=已完成 note=已完成，9家全部评议 count?9',
    ],
  },
  {
    name: 'the old status beside the present one',
    ledger: of([
      ['薛家镇台账'],
      ['序号', '工作安排', '原状态', '现状态', '原完成数', '现完成数'],
      [1, whistle, '未开始', '推进中', 2, 7],
      [2, review, '推进中', '已完成', 8, 9],
    ]),
    truth: ['1-3-1.1.i1 2024 status=进行中 count=7', '1-2-1.1.i1 2024 status=已完成 count=9'],
  },
  {
    name: 'targets and what was done, quarter by quarter in one row of headings',
    ledger: of([
      ['薛家镇2024年'],
      ['序号', '工作安排', '一季度目标', '一季度完成', '二季度目标', '二季度完成'],
      [1, whistle, 5, 7, 9, ''],
      [2, review, 9, 9, '', ''],
    ]),
    truth: ['1-3-1.1.i1 2024 count=7', '1-2-1.1.i1 2024 count=9'],
  },
  {
    name: 'planned and actual, month by month in one row of headings',
    ledger: of([
      ['薛家镇2024年'],
      ['序号', '工作安排', '2月计划', '2月实际', '3月计划', '3月实际'],
      [1, rewards, '√', '√', '√', '×'],
    ]),
    truth: ['1-3-2.1.done 2024-02 status=已开展', '1-3-2.1.done 2024-03 status=未开展'],
  },
  {
    name: 'Traditional characters, broken headings, wide figures and blanks within names',
    ledger: of([
      ['薛 家 镇 重 點 工 作 臺 賬'],
      ['序 号', '工 作\n安 排', '完成\n情況', '完成\n數量', '工作情況'],
      [1, '完善內部隱患舉報制度，建立“吹哨人”機制', '推進中', '７', '７家'],
      [2, review, '已 完 成', ' 9 ', '全部'],
    ]),
    truth: [
      '1-3-1.1.i1 2024 status=进行中 count=7 note=７家',
      '1-2-1.1.i1 2024 status=已完成 count=9 note=全部',
    ],
  },
  {
    name: 'this week beside last week by ticks, in the table of a week',
    ledger: of([
      ['薛家镇第14周调度表'],
      ['序号', '工作内容', '上周是否开展', '本周是否开展'],
      [1, loading, '√', '×'],
    ]),
    truth: ['1-7-1.1.done 2024-W14 status=未开展'],
  },
  {
    name: 'the district’s group beside the town’s, and other towns as 其他镇',
    ledger: of(
      [
        ['重点工作进展'],
        ['序号', '工作安排', '区级', '', '薛家镇', '', '其他镇', ''],
        ['', '', '完成情况', '完成数量', '完成情况', '完成数量', '完成情况', '完成数量'],
        [1, whistle, '推进中', 40, '推进中', 7, '推进中', 33],
        [2, review, '已完成', 86, '已完成', 9, '已完成', 77],
      ],
      [over(1, 0, 2, 1), over(1, 1, 2, 1), over(1, 2, 1, 2), over(1, 4, 1, 2), over(1, 6, 1, 2)],
    ),
    truth: ['1-3-1.1.i1 2024 status=进行中 count=7', '1-2-1.1.i1 2024 status=已完成 count=9'],
  },
  {
    name: 'a number of the list before the words of each row',
    ledger: of([
      ['薛家镇台账'],
      header,
      ['1-3-1', `1-3-1 ${whistle}`, '推进中', 7, '7家'],
      ['1-2-1', `1-2-1 ${review}`, '已完成', 9, '全部'],
    ]),
    truth: [
      '1-3-1.1.i1 2024 status=进行中 count=7 note=7家',
      '1-2-1.1.i1 2024 status=已完成 count=9 note=全部',
    ],
  },
  {
    name: 'towns as a group with the target and what was done beneath, and a sum of all',
    ledger: of(
      [
        ['各镇（街道）重点工作进展'],
        ['序号', '工作安排', '合计', '', '罗溪', '', '薛家', ''],
        ['', '', '任务数', '完成数', '任务数', '完成数', '任务数', '完成数'],
        [1, whistle, 18, 16, 9, 9, 9, 7],
        [2, review, 17, 17, 8, 8, 9, 9],
      ],
      [over(1, 0, 2, 1), over(1, 1, 2, 1), over(1, 2, 1, 2), over(1, 4, 1, 2), over(1, 6, 1, 2)],
    ),
    truth: ['1-3-1.1.i1 2024 count=7', '1-2-1.1.i1 2024 count=9'],
  },
  {
    name: 'one row of headings: a town’s name in each heading',
    ledger: of([
      ['重点工作进展'],
      ['序号', '工作安排', '罗溪镇完成数', '薛家镇完成数', '罗溪镇工作情况', '薛家镇工作情况', '合计完成数'],
      [1, whistle, 9, 7, '9家全部建立制度', '已有7家建立制度', 16],
      [2, review, 8, 9, '8家全部评议并报告', '9家全部评议并报告', 17],
    ]),
    truth: [
      '1-3-1.1.i1 2024 count=7 note=已有7家建立制度 status?进行中',
      '1-2-1.1.i1 2024 count=9 note=9家全部评议并报告 status?进行中',
    ],
  },
  {
    name: 'several lines of the same arrangement, week by week, in one cell beside those of others',
    ledger: of([
      ['薛家镇工作纪实'],
      ['类别', '开展情况'],
      [
        '装卸管理',
        '第13周装货企业“五必查”核验调度：已调度5家；第14周装货企业“五必查”核验调度：未开展；每季度统计分析“五必查”核验情况：一季度已完成',
      ],
    ]),
    truth: [
      '1-7-1.1.done 2024-W13 status=已开展 note=已调度5家',
      '1-7-1.1.done 2024-W14 status=未开展',
      '1-7-2.1.done 2024-Q1 status=已开展 note=一季度已完成',
    ],
  },
  {
    name: 'lines of several units and several arrangements in one text: only hers',
    ledger: of([
      ['危化品安全工作周报（4月1日-4月7日）'],
      ['一、罗溪镇'],
      ['1.装货企业“五必查”核验调度：已调度3家装货企业。'],
      ['二、薛家镇'],
      ['1.装货企业“五必查”核验调度：已调度5家装货企业。'],
      ['2.重大危险源安全包保责任和风险承诺公告每周统计调度：未开展。'],
      ['三、孟河镇'],
      ['1.装货企业“五必查”核验调度：未开展。'],
    ]),
    truth: [
      '1-7-1.1.done 2024-W14 status=已开展 note=已调度5家装货企业。',
      '2-2-5.1.done 2024-W14 status=未开展',
    ],
  },
];
