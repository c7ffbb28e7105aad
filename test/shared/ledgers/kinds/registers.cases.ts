import { file, over, sheet, type Written } from '../../../support/ledgers/sheets.ts';
import { header, loading, of, review, whistle, type Kind } from './kinds.ts';

const first = '1-3-1.1.i1 2024';
const second = '1-2-1.1.i1 2024';
const titled = (...rows: (readonly Written[])[]): Kind['ledger'] => of([['薛家镇台账'], ...rows]);

/** Registers of problems, of supervision and of other things that only sound like the list. */
export const registers: readonly Kind[] = [
  {
    name: 'a register of hazards of one enterprise: no arrangement is in it',
    ledger: of([
      ['薛家镇隐患排查销号表'],
      ['序号', '隐患内容', '责任单位', '整改期限', '整改情况', '销号时间'],
      [1, '配电箱未上锁', '甲化工', '2024-03-01', '已整改', '2024-02-28'],
      [2, '举报电话未张贴', '乙化工', '2024-03-05', '已整改', '2024-03-04'],
    ]),
    truth: [],
  },
  {
    name: 'a sheet that sends to another for how things stand',
    ledger: titled(header, [1, whistle, '详见附件', '', '见附件2'], [2, review, '已完成', 9, '']),
    truth: [`${first} note=见附件2 status?`, `${second} status=已完成 count=9`],
  },
  {
    name: 'so far and this week in one cell of counts',
    ledger: titled(header, [1, whistle, '推进中', '累计12家，本周3家', ''], [2, review, '已完成', 9, '']),
    truth: [`${first} status=进行中 count?12`, `${second} status=已完成 count=9`],
  },
  {
    name: 'not concerned, and why',
    ledger: titled(header, [1, whistle, '不涉及', '', '辖区无此类企业'], [2, review, '已完成', 9, '']),
    truth: [`${first} status=本地无此类 note=辖区无此类企业`, `${second} status=已完成 count=9`],
  },
  {
    name: 'the same line said for another unit in the next sheet, called by a short name',
    ledger: file(
      '薛家镇台账.xlsx',
      sheet('薛家', [header, [1, whistle, '推进中', 7, '']]),
      sheet('罗溪', [header, [1, whistle, '已完成', 8, '']]),
    ),
    truth: [`${first} status=进行中 count=7`],
  },
  {
    name: 'a part that a spreadsheet has turned into a day',
    ledger: titled(
      header,
      [1, whistle, '推进中', { text: '2024-03-05', value: '2024-03-05', day: '2024-03-05' }, ''],
      [2, review, '已完成', 9, ''],
    ),
    truth: [`${first} status=进行中 count?`, `${second} status=已完成 count=9`],
  },
  {
    name: 'a group of units merged beside a unit of hers alone',
    ledger: of(
      [
        ['各镇（街道）台账'],
        ['单位', '工作安排', '完成情况', '完成数量'],
        ['罗溪镇', whistle, '已完成', 8],
        ['薛家镇', whistle, '推进中', 7],
        ['合计', '', '', 15],
      ],
      [over(0, 0, 1, 4)],
    ),
    truth: [`${first} status=进行中 count=7`],
  },
  {
    name: 'persons of hers who answer for single lines',
    ledger: titled(
      ['序号', '工作安排', '包保领导', '责任人及电话', '完成情况', '完成数量'],
      [1, whistle, '张测试', '李测试13800000001', '推进中', 7],
      [2, review, '张测试', '李测试13800000001', '已完成', 9],
    ),
    truth: [
      `${first} status=进行中 count=7 contact=李测试13800000001`,
      `${second} status=已完成 count=9 contact=李测试13800000001`,
    ],
  },
  {
    name: 'checks made and persons trained beside the count of what is done',
    ledger: titled(
      ['序号', '工作安排', '完成情况', '完成数量', '检查次数', '培训人数'],
      [1, whistle, '推进中', 7, 33, 120],
      [2, review, '已完成', 9, 41, 80],
    ),
    truth: [`${first} status=进行中 count=7`, `${second} status=已完成 count=9`],
  },
  {
    name: 'a week across the turn of the year, of last year’s list',
    ledger: of([['薛家镇周报（2023年12月25日—12月31日）'], header, [1, loading, '已完成', 3, '']]),
    truth: [],
  },
  {
    name: 'the unit’s name in every cell of a column called 报送单位, short',
    ledger: titled(
      ['报送单位', '工作安排', '完成情况', '完成数量'],
      ['薛家', whistle, '推进中', 7],
      ['薛家', review, '已完成', 9],
    ),
    truth: [`${first} status=进行中 count=7`, `${second} status=已完成 count=9`],
  },
  {
    name: 'a zone that no roster has in the title, and no town: all of it is asked',
    ledger: of([['经济发展区台账'], header, [1, whistle, '推进中', 7, '']]),
    truth: [`${first.replace('2024', '?2024')} status=进行中 count=7`],
  },
];
