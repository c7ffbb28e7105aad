import { file, over, sheet } from '../../../support/ledgers/sheets.ts';
import { header, loading, of, review, rewards, whistle, type Kind } from './kinds.ts';

/** What is another unit's, said by a ditto mark, an old name, a merge, who signs below, or beside. */
export const theirs: readonly Kind[] = [
  {
    name: 'ditto marks in the column of units, of persons and of remarks',
    ledger: of([
      ['各镇（街道）工作台账'],
      ['序号', '责任单位', '工作安排', '完成情况', '完成数量', '联系人'],
      [1, '罗溪镇', whistle, '已完成', 9, '王样例'],
      [2, '同上', review, '已完成', 9, '同上'],
      [3, '〃', rewards, '已开展', '', '〃'],
      [4, '薛家镇', whistle, '推进中', 7, '李演示'],
      [5, '同上', review, '已完成', 9, '同上'],
    ]),
    truth: [
      '1-3-1.1.i1 2024 status=进行中 count=7 contact=李演示',
      '1-2-1.1.i1 2024 status=已完成 count=9 contact=李演示',
    ],
  },
  {
    name: 'units in full, short and old names',
    ledger: of([
      ['工作进展汇总'],
      ['序号', '单位', '工作安排', '完成情况', '完成数量'],
      [1, '常州市新北区罗溪镇人民政府', whistle, '已完成', 9],
      [2, '三井街办', whistle, '已完成', 2],
      [3, '春江镇', whistle, '已完成', 5],
      [4, '龙虎塘', whistle, '已完成', 4],
      [5, '滨江开发区', whistle, '已完成', 8],
      [6, '常州市新北区薛家镇人民政府', whistle, '推进中', 7],
      [7, '薛家', review, '已完成', 9],
      [8, '罗溪镇安监办', review, '已完成', 8],
    ]),
    truth: ['1-3-1.1.i1 2024 status=进行中 count=7', '1-2-1.1.i1 2024 status=已完成 count=9'],
  },
  {
    name: 'an arrangement merged over the rows of several towns',
    ledger: of(
      [
        ['各镇（街道）进展'],
        ['序号', '工作安排', '单位', '应完成', '完成数量', '完成情况', '工作情况'],
        [1, whistle, '罗溪镇', 9, 9, '已完成', '全部'],
        ['', '', '薛家镇', 9, 7, '推进中', '7家'],
        ['', '', '孟河镇', 3, 1, '推进中', '1家'],
        [2, review, '罗溪镇', 8, 8, '已完成', '全部'],
        ['', '', '薛家镇', 9, 9, '已完成', '9家全部'],
      ],
      [over(2, 0, 3, 1), over(2, 1, 3, 1), over(5, 0, 2, 1), over(5, 1, 2, 1)],
    ),
    truth: [
      '1-3-1.1.i1 2024 status=进行中 count=7 note=7家',
      '1-2-1.1.i1 2024 status=已完成 count=9 note=9家全部',
    ],
  },
  {
    name: 'a number that is shown over the rows of several towns may be of all',
    ledger: of(
      [
        ['各镇（街道）进展'],
        ['序号', '工作安排', '单位', '完成数量', '完成情况'],
        [1, whistle, '薛家镇', 17, '推进中'],
        ['', '', '罗溪镇', '', '已完成'],
        ['', '', '孟河镇', '', '推进中'],
      ],
      [over(2, 0, 3, 1), over(2, 1, 3, 1), over(2, 3, 3, 1)],
    ),
    truth: ['1-3-1.1.i1 2024 status=进行中 count?'],
  },
  {
    name: 'a sheet that a town has signed at its foot',
    ledger: of([
      ['危化品重点工作落实台账'],
      header,
      [1, whistle, '已完成', 9, '全部'],
      [2, review, '已完成', 9, '全部'],
      [],
      ['', '', '', '', '罗溪镇应急管理办公室'],
      ['', '', '', '', '2024年4月8日'],
    ]),
    truth: [],
  },
  {
    name: 'signed at its foot in a cell with who fills it in',
    ledger: of([
      ['危化品重点工作落实台账'],
      header,
      [1, whistle, '已完成', 9, '全部'],
      ['单位（盖章）：孟河镇', '', '填表人：王样例', '', '日期：4月8日'],
    ]),
    truth: [],
  },
  {
    name: 'who it is sent to says nothing of whose it is',
    ledger: file(
      '薛家镇台账.xlsx',
      sheet('表', [['重点工作落实台账'], header, [1, whistle, '推进中', 7, '7家'], ['抄送：罗溪镇、孟河镇']]),
    ),
    truth: ['1-3-1.1.i1 2024 status=进行中 count=7 note=7家'],
  },
  {
    name: 'a sheet for each town with its full name above, the names of sheets are numbers',
    ledger: file(
      '汇总.xlsx',
      sheet('1', [['罗溪镇'], header, [1, whistle, '已完成', 9, '全部']]),
      sheet('2', [['薛家镇'], header, [1, whistle, '推进中', 7, '7家']]),
      sheet('3', [['填报单位', '孟河镇', '', '', ''], header, [1, whistle, '推进中', 1, '1家']]),
    ),
    truth: ['1-3-1.1.i1 2024 status=进行中 count=7 note=7家'],
  },
  {
    name: 'towns down and weeks across for several arrangements, the arrangement merged over towns',
    ledger: of(
      [
        ['各镇（街道）周调度'],
        ['工作内容', '单位', '第13周', '第14周'],
        [loading, '罗溪镇', '√', '√'],
        ['', '薛家镇', '√', '×'],
        ['', '孟河镇', '×', '√'],
      ],
      [over(2, 0, 3, 1)],
    ),
    truth: ['1-7-1.1.done 2024-W13 status=已开展', '1-7-1.1.done 2024-W14 status=未开展'],
  },
  {
    name: 'a town’s name beside the heading of values: another’s columns below a group without merges',
    ledger: of([
      ['工作安排', '薛家镇', '', '', '罗溪镇', '', ''],
      ['', '完成情况', '完成数量', '备注', '完成情况', '完成数量', '备注'],
      [whistle, '推进中', 7, '', '已完成', 9, ''],
      [review, '', '', '', '已完成', 9, ''],
    ]),
    truth: ['1-3-1.1.i1 2024 status=进行中 count=7'],
  },
];
