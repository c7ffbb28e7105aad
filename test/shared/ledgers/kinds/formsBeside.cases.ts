import { of, review, rewards, whistle, type Kind } from './kinds.ts';

/** Forms that stand beside each other, with their labels in an order of their own: each is read by its own labels. */
export const formsBeside: readonly Kind[] = [
  {
    name: 'two forms, a blank column between, labels in another order',
    ledger: of([
      ['薛家镇工作进展'],
      ['工作任务', whistle, '', '工作任务', review],
      ['完成情况', '推进中', '', '完成数量', 9],
      ['完成数量', 7, '', '完成情况', '已完成'],
      ['工作情况', '七家已建', '', '工作情况', '九家全部'],
    ]),
    truth: [
      '1-3-1.1.i1 2024 status=进行中 count=7 note=七家已建',
      '1-2-1.1.i1 2024 status=已完成 count=9 note=九家全部',
    ],
  },
  {
    name: 'two forms, labels in another order, nothing between',
    ledger: of([
      ['薛家镇工作进展'],
      ['工作任务', whistle, '工作任务', review],
      ['完成情况', '推进中', '完成数量', 9],
      ['完成数量', 7, '完成情况', '已完成'],
      ['工作情况', '七家已建', '工作情况', '九家全部'],
    ]),
    truth: [
      '1-3-1.1.i1 2024 status=进行中 count=7 note=七家已建',
      '1-2-1.1.i1 2024 status=已完成 count=9 note=九家全部',
    ],
  },
  {
    name: 'three forms, each in an order of its own, nothing between',
    ledger: of([
      ['薛家镇工作进展'],
      ['工作任务', whistle, '工作任务', review, '工作任务', rewards],
      ['完成数量', 7, '完成情况', '已完成', '工作情况', '四月已调度'],
      ['完成情况', '推进中', '完成数量', 9, '完成情况', '已开展'],
      ['工作情况', '七家已建', '工作情况', '九家', '完成数量', 3],
    ]),
    // A month that is named in her words is the report's; what is counted then is not what the list asks.
    truth: [
      '1-3-1.1.i1 2024 status=进行中 count=7 note=七家已建',
      '1-2-1.1.i1 2024 status=已完成 count=9 note=九家',
      '1-3-2.1.done 2024-04 status=已开展 note=四月已调度 count?',
    ],
  },
  {
    name: 'the left form is another town’s, the right one has more labels',
    ledger: of([
      ['工作任务', whistle, '工作任务', whistle],
      ['责任单位', '罗溪镇', '责任单位', '薛家镇'],
      ['完成情况', '已完成', '联系人', '张测试'],
      ['完成数量', 9, '完成数量', 7],
      ['', '', '完成情况', '推进中'],
    ]),
    truth: ['1-3-1.1.i1 2024 status=进行中 count=7 contact=张测试'],
  },
  {
    name: 'a table that goes on to the right under the same headings holds no forms',
    ledger: of([
      ['薛家镇工作进展'],
      ['工作任务', '完成情况', '完成数量', '工作任务', '完成情况', '完成数量'],
      [whistle, '推进中', 7, review, '已完成', 9],
    ]),
    truth: ['1-3-1.1.i1 2024 status=进行中 count=7', '1-2-1.1.i1 2024 status=已完成 count=9'],
  },
];
