import { over } from '../../../support/ledgers/sheets.ts';
import { of, type Kind } from './kinds.ts';

/** Ledgers that name arrangements by numbers of the list alone. Printed numbers repeat, so that all of it is asked. */
export const numbersOnly: readonly Kind[] = [
  {
    name: 'numbers of the list in a column of their own, and no words',
    ledger: of([
      ['薛家镇进展报送表'],
      ['清单编号', '完成情况', '完成数量', '工作情况', '联系人'],
      ['1-3-1', '推进中', 7, '已有7家', '李演示'],
      ['1-2-1', '已完成', 9, '', '张测试'],
      ['9-9-9', '已完成', 1, '', ''],
      ['3-1-1', '已完成', 1, '园区的', ''],
    ]),
    truth: [
      '1-3-1.1.i1 ?2024 status=进行中 count=7 note=已有7家 contact=李演示',
      '1-2-1.1.i1 ?2024 status=已完成 count=9 contact=张测试',
    ],
  },
  {
    name: 'the same under 编号, in other signs; a number that is printed twice',
    ledger: of([
      ['薛家镇一季度'],
      ['编号', '是否完成', '完成时间'],
      ['一-2-（1）', '是', '2024.3.28'],
      ['1.6.2', '否', ''],
      ['二-9-1', '是', '2024.3.29'],
    ]),
    truth: [
      '1-2-1.1.i1 ?2024 status=已完成 completedOn=2024-03-28',
      '1-6-2.1.done ?2024-Q2 status?未开始',
      '2-9-1.1.done ?2024 status=已完成 completedOn=2024-03-29',
    ],
  },
  {
    name: 'category, task and item in three columns, merged downwards',
    ledger: of(
      [
        ['薛家镇危化品任务进展'],
        ['类别', '任务序号', '安排序号', '完成情况', '完成数量'],
        ['一', 2, 1, '已完成', 9],
        ['', '', 2, '推进中', 3],
        ['', 3, 1, '推进中', 7],
        ['二', 9, 1, '已完成', ''],
      ],
      [over(2, 0, 3, 1), over(2, 1, 2, 1)],
    ),
    truth: [
      '1-2-1.1.i1 ?2024 status=已完成 count=9',
      '1-2-2.1.i1 ?2024 status=进行中 count=3',
      '1-3-1.1.i1 ?2024 status=进行中 count=7',
      '2-9-1.1.done ?2024 status=已完成',
    ],
  },
  {
    name: 'the task by its name, its items by their number',
    ledger: of([
      ['薛家镇重点工作'],
      ['重点工作', '序号', '完成情况', '完成数量'],
      ['深化主要负责人“一述三评”工作', 1, '已完成', 9],
      ['深化主要负责人“一述三评”工作', 2, '推进中', 3],
      ['推行企业内部隐患举报奖励制度', 1, '推进中', 7],
    ]),
    truth: [
      '1-2-1.1.i1 ?2024 status=已完成 count=9',
      '1-2-2.1.i1 ?2024 status=进行中 count=3',
      '1-3-1.1.i1 ?2024 status=进行中 count=7',
    ],
  },
  {
    name: 'numbers of the list with towns across',
    ledger: of([
      ['各镇完成家数'],
      ['任务编号', '罗溪镇', '薛家镇', '孟河镇'],
      ['1-3-1', 9, 7, 3],
      ['1-2-1', 8, 9, 3],
    ]),
    truth: ['1-3-1.1.i1 ?2024 count=7', '1-2-1.1.i1 ?2024 count=9'],
  },
  {
    name: 'her own running numbers are none of the list',
    ledger: of([
      ['薛家镇隐患台账'],
      ['编号', '状态', '数量', '备注'],
      ['1', '已完成', 3, ''],
      ['2', '推进中', 2, ''],
    ]),
    truth: [],
  },
];
