import { sheet, file, over } from '../../../support/ledgers/sheets.ts';
import { of, type Kind } from './kinds.ts';

/** Several arrangements in one cell, each in a line that begins with what it is of. */
export const cellLines: readonly Kind[] = [
  {
    name: 'a row for each task, its progress in lines that say of which arrangement they are',
    ledger: of([
      ['薛家镇危化品重点工作进展情况（截至4月8日）'],
      ['序号', '重点工作名称', '进展情况', '责任人'],
      [
        1,
        '深化主要负责人“一述三评”工作',
        '1.职工代表评议及履职报告：已完成9家；2.专家评议和监管部门评议：推进中，已评3家。',
        '张测试',
      ],
      [
        2,
        '推行企业内部隐患举报奖励制度',
        '（1）完善举报制度、建立“吹哨人”机制：已完成7家；\n（2）每月调度制度执行落实情况：3月已调度。',
        '李演示',
      ],
    ]),
    truth: [
      '1-2-1.1.i1 2024 note=已完成9家 contact=张测试 status?进行中 count?9',
      '1-2-2.1.i1 2024 status=进行中 note=推进中，已评3家。 contact=张测试 count?3',
      '1-3-1.1.i1 2024 note=已完成7家 contact=李演示 status?进行中 count?7',
      '1-3-2.1.done 2024-03 status=已开展 note=3月已调度。 contact=李演示',
    ],
  },
  {
    name: 'towns down, all that a town has done in one cell: only hers is read',
    ledger: of([
      ['各镇（街道）危化品重点工作周报'],
      ['序号', '单位', '工作开展情况'],
      [1, '罗溪镇', '1.隐患举报“吹哨人”机制建立：全部完成9家；2.装货企业“五必查”核验调度：第14周未开展。'],
      [
        2,
        '薛家镇',
        '1.隐患举报“吹哨人”机制建立：正在推进，已建立7家；2.装货企业“五必查”核验调度：第14周已调度5家；3.食堂卫生检查：检查2次。',
      ],
      [3, '孟河镇', '1.隐患举报“吹哨人”机制建立：已建立3家。'],
    ]),
    truth: [
      '1-3-1.1.i1 2024 status=进行中 note=正在推进，已建立7家 count?7',
      '1-7-1.1.done 2024-W14 status=已开展 note=第14周已调度5家',
    ],
  },
  {
    name: 'a week’s report as a text in one large cell',
    ledger: file(
      '薛家镇周报.xlsx',
      sheet(
        '第14周',
        [
          ['薛家镇危化品安全工作周报（4月1日-4月7日）'],
          [
            '一、装货企业“五必查”核验调度：已调度5家装货企业并通报。\n二、重大危险源安全包保责任和风险承诺公告统计调度：未开展，清明放假。\n三、慰问一线职工：走访3户。',
          ],
        ],
        { merges: [over(0, 0, 1, 6), over(1, 0, 1, 6)] },
      ),
    ),
    truth: [
      '1-7-1.1.done 2024-W14 status=已开展 note=已调度5家装货企业并通报。',
      '2-2-5.1.done 2024-W14 status=未开展 note=未开展，清明放假。',
    ],
  },
  {
    name: 'a text in rows, a line each, without a table',
    ledger: of([
      ['薛家镇危化品安全工作小结（3月）'],
      ['一、企业内部隐患举报制度、“吹哨人”机制：推进中，已建立7家。'],
      ['二、隐患举报奖励制度执行落实情况每月调度：已调度。'],
      ['薛家镇应急管理局'],
    ]),
    truth: [
      '1-3-1.1.i1 2024 status=进行中 note=推进中，已建立7家。 count?7',
      '1-3-2.1.done 2024-03 status=已开展 note=已调度。',
    ],
  },
  {
    name: 'lines whose words are short values',
    ledger: of([
      ['薛家镇'],
      ['类别', '完成情况', '备注'],
      ['制度类', '吹哨人机制建立：7家\n职工代表评议及履职报告：已完成\n举报奖励制度执行情况每月调度：', '无'],
    ]),
    truth: ['1-3-1.1.i1 2024 count=7', '1-2-1.1.i1 2024 status=已完成'],
  },
  {
    name: 'one status beside several lines is of which, nobody can tell',
    ledger: of([
      ['薛家镇工作进展'],
      ['重点工作', '状态', '进展情况'],
      [
        '深化主要负责人“一述三评”工作',
        '推进中',
        '职工代表评议及履职报告：9家全部完成；专家评议和监管部门评议：已评3家',
      ],
    ]),
    truth: [
      '1-2-1.1.i1 2024 note=9家全部完成 status?已完成 count?9',
      '1-2-2.1.i1 2024 note=已评3家 status?进行中 count?3',
    ],
  },
  {
    name: 'a task’s items with numbered progress beside one status of the whole row',
    ledger: of([
      ['薛家镇工作进展'],
      ['重点工作名称', '工作安排', '状态', '进展情况'],
      [
        '深化主要负责人“一述三评”工作',
        '1. 3月底前，86家企业主要负责人完成职工代表评议，并通过系统报告履职情况。\n2. 6月底前，完成86家企业主要负责人专家评议和监管部门评议。',
        '推进中',
        '1、9家全部完成。\n2、已评3家。',
      ],
    ]),
    truth: [
      '1-2-1.1.i1 2024 note=9家全部完成。 status?已完成 count?9',
      '1-2-2.1.i1 2024 note=已评3家。 status?进行中 count?3',
    ],
  },
  {
    name: 'one number and one day beside several items are of all together',
    ledger: of([
      ['薛家镇工作进展'],
      ['重点工作名称', '工作安排', '完成数量', '完成时间', '进展情况'],
      [
        '深化主要负责人“一述三评”工作',
        '1. 3月底前，86家企业主要负责人完成职工代表评议，并通过系统报告履职情况。\n2. 6月底前，完成86家企业主要负责人专家评议和监管部门评议。',
        12,
        '2024.3.28',
        '1、已全部完成。\n2、推进中。',
      ],
    ]),
    truth: [
      '1-2-1.1.i1 2024 status=已完成 note=已全部完成。 count?',
      '1-2-2.1.i1 2024 status=进行中 note=推进中。 count?',
    ],
  },
];
