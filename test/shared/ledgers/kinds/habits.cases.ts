import { file, over, sheet, struck, type Written } from '../../../support/ledgers/sheets.ts';
import { header, of, review, whistle, type Kind } from './kinds.ts';

const first = '1-3-1.1.i1 2024';
const second = '1-2-1.1.i1 2024';
const titled = (...rows: (readonly Written[])[]): Kind['ledger'] => of([['薛家镇台账'], ...rows]);

/** Habits of offices: how they write that nothing is to say, that it is elsewhere, or how much it is. */
export const habits: readonly Kind[] = [
  {
    name: 'numbers as text in wide figures, with an apostrophe and with thousands',
    ledger: titled(header, [1, whistle, '推进中', '１２', ''], [2, review, '已完成', "'9", '']),
    truth: [`${first} status=进行中 count=12`, `${second} status=已完成 count=9`],
  },
  {
    name: 'units of counting in brackets of the heading',
    ledger: titled(
      ['序号', '工作安排', '完成情况', '完成数量（家）', '投入资金（万元）'],
      [1, whistle, '推进中', 7, 30],
      [2, review, '已完成', 9, 12],
    ),
    truth: [`${first} status=进行中 count=7`, `${second} status=已完成 count=9`],
  },
  {
    name: 'the sum at the top, under the header',
    ledger: titled(
      header,
      ['合计', '', '', 16, ''],
      [1, whistle, '推进中', 7, ''],
      [2, review, '已完成', 9, ''],
    ),
    truth: [`${first} status=进行中 count=7`, `${second} status=已完成 count=9`],
  },
  {
    name: 'shares beneath 完成率 and nothing else',
    ledger: titled(
      ['序号', '工作安排', '完成情况', '完成率'],
      [1, whistle, '推进中', '60%'],
      [2, review, '已完成', '100%'],
    ),
    truth: [`${first} status=进行中`, `${second} status=已完成`],
  },
  {
    name: 'a slash for nothing to say',
    ledger: titled(header, [1, whistle, '推进中', '/', '/'], [2, review, '已完成', '——', '—']),
    truth: [`${first} status=进行中`, `${second} status=已完成`],
  },
  {
    name: 'work that is done is struck out, its status is not',
    ledger: titled(header, [1, whistle, '推进中', 7, ''], [2, struck(review), '已完成', 9, '']),
    truth: [`${first} status=进行中 count=7`],
  },
  {
    name: 'the title of a neighbour left in a copied sheet, hers in the file’s name',
    ledger: file(
      '薛家镇台账.xlsx',
      sheet('Sheet1', [['罗溪镇重点工作台账'], header, [1, whistle, '推进中', 7, '']]),
    ),
    truth: [],
  },
  {
    name: 'headings in English beneath the Chinese ones',
    ledger: titled(
      header,
      ['No.', 'Task', 'Status', 'Number', 'Progress'],
      [1, whistle, '推进中', 7, ''],
      [2, review, '已完成', 9, ''],
    ),
    truth: [`${first} status=进行中 count=7`, `${second} status=已完成 count=9`],
  },
  {
    name: 'headings of two languages in one cell',
    ledger: titled(
      ['序号\nNo.', '工作安排\nTask', '完成情况\nStatus', '完成数量\nNumber'],
      [1, whistle, '推进中', 7],
      [2, review, '已完成', 9],
    ),
    truth: [`${first} status=进行中 count=7`, `${second} status=已完成 count=9`],
  },
  {
    name: 'the header again in the middle, as printing titles leave it',
    ledger: titled(header, [1, whistle, '推进中', 7, ''], ['薛家镇台账'], header, [
      2,
      review,
      '已完成',
      9,
      '',
    ]),
    truth: [`${first} status=进行中 count=7`, `${second} status=已完成 count=9`],
  },
  {
    name: 'problems found, settled and left over: none is the count of the work',
    ledger: titled(
      ['序号', '工作安排', '完成情况', '发现问题数', '已整改数', '未整改数'],
      [1, whistle, '推进中', 20, 15, 5],
      [2, review, '已完成', 3, 3, 0],
    ),
    truth: [`${first} status=进行中`, `${second} status=已完成`],
  },
  {
    name: 'the whole year’s target between the work and what was done',
    ledger: titled(
      ['序号', '工作安排', '年度目标', '累计完成', '完成情况'],
      [1, whistle, 12, 7, '推进中'],
      [2, review, 9, 9, '已完成'],
    ),
    truth: [`${first} status=进行中 count=7`, `${second} status=已完成 count=9`],
  },
  {
    name: 'red and black lists: marks and ranks of the towns',
    ledger: of([
      ['各镇（街道）红黑榜'],
      ['排名', '单位', '得分', '榜单'],
      [1, '罗溪镇', 98, '红榜'],
      [2, '薛家镇', 77, '黑榜'],
    ]),
    truth: [],
  },
  {
    name: 'another town’s number in the heading beside hers, for comparison',
    ledger: titled(
      ['序号', '工作安排', '完成情况', '完成数量', '罗溪镇完成数量'],
      [1, whistle, '推进中', 7, 8],
      [2, review, '已完成', 9, 10],
    ),
    truth: [`${first} status=进行中 count=7`, `${second} status=已完成 count=9`],
  },
  {
    name: 'sheets by category, each with its own order of columns',
    ledger: file(
      '薛家镇台账.xlsx',
      sheet('一、责任落实', [header, [1, whistle, '推进中', 7, '']]),
      sheet('二、履职', [
        ['工作安排', '完成数量', '完成情况'],
        [review, 9, '已完成'],
      ]),
    ),
    truth: [`${first} status=进行中 count=7`, `${second} status=已完成 count=9`],
  },
  {
    name: 'last year’s numbers as 上年同期 and 同比',
    ledger: titled(
      ['序号', '工作安排', '完成情况', '完成数量', '上年同期', '同比'],
      [1, whistle, '推进中', 7, 5, '+40%'],
      [2, review, '已完成', 9, 9, '持平'],
    ),
    truth: [`${first} status=进行中 count=7`, `${second} status=已完成 count=9`],
  },
  {
    name: 'statuses merged over a group with a blank heading at the left',
    ledger: of(
      [
        ['薛家镇台账'],
        ['', '工作安排', '完成情况', '完成数量'],
        ['责任', whistle, '推进中', 7],
        ['', review, '已完成', 9],
      ],
      [over(2, 0, 2, 1)],
    ),
    truth: [`${first} status=进行中 count=7`, `${second} status=已完成 count=9`],
  },
  {
    name: 'an old year in the title with this year’s heading of deadlines',
    ledger: of([['薛家镇2023年台账'], header, [1, whistle, '已完成', 7, ''], [2, review, '已完成', 9, '']]),
    truth: [],
  },
  {
    name: 'who supervises is another unit',
    ledger: titled(
      ['序号', '工作安排', '督办单位', '完成情况', '完成数量'],
      [1, whistle, '区安委办', '推进中', 7],
      [2, review, '区应急局', '已完成', 9],
    ),
    truth: [`${first} status=进行中 count=7`, `${second} status=已完成 count=9`],
  },
  {
    name: 'a light beside the words of the status',
    ledger: titled(
      ['序号', '工作安排', '亮灯', '完成情况', '完成数量'],
      [1, whistle, '黄灯', '推进中', 7],
      [2, review, '绿灯', '已完成', 9],
    ),
    truth: [`${first} status=进行中 count=7`, `${second} status=已完成 count=9`],
  },
];
