import { writeXlsx } from 'hucre/xlsx';
import { gb18030 } from '../documents/gb18030.ts';

/** Six layouts that clerks keep, as files: what an upload would report of each, and what the pane would bind of it. */

const whistle = '完善内部隐患举报制度，建立“吹哨人”机制';
const review = '主要负责人完成职工代表评议并报告履职情况';
const rewards = '每月调度举报奖励制度执行情况';
const loading = '调度装货企业“五必查”核验并通报';

type Cell = string | number | null;
interface Sheet {
  name: string;
  rows: Cell[][];
  merges?: { startRow: number; startCol: number; endRow: number; endCol: number }[];
  hidden?: boolean;
}

/** A file as a clerk keeps it. */
export interface KeptFile {
  name: string;
  bytes: Uint8Array;
}

async function xlsx(name: string, ...sheets: Sheet[]): Promise<KeptFile> {
  return { name, bytes: (await writeXlsx({ sheets })) as Uint8Array };
}

const header = ['序号', '重点工作', '工作安排', '责任人', '完成情况', '完成数量', '完成时间', '工作情况'];

export interface KeptLayout {
  name: string;
  /** The file of a town. */
  file: (town: string) => Promise<KeptFile>;
  /** The reports of an upload. */
  lines: string[];
  /** Of each sheet: why it is not bound, or how many reports are. */
  bound: (string | number)[];
}

export const sixLayouts: readonly KeptLayout[] = [
  {
    name: 'a row for each arrangement, with merged tasks, a sum and a note',
    file: (town) =>
      xlsx('一季度台账.xlsx', {
        name: '一季度',
        rows: [
          [`${town}重点工作落实台账（一季度）`],
          header,
          [1, '一述三评', review, '张测试', '办结', '9家', '2024.3.28', '9家企业全部完成评议'],
          [2, null, '慰问一线职工', '张测试', '已完成', 3, null, '走访三户'],
          [3, '隐患举报', whistle, '李演示', '推进中', 7, null, '已有7家建立'],
          ['合计', null, null, null, null, 19, null, null],
          ['说明：完成数量为累计数。'],
        ],
        merges: [{ startRow: 2, startCol: 1, endRow: 3, endCol: 1 }],
      }),
    lines: [
      '1-2-1.1.i1 2024 status=已完成 count=9 completedOn=2024-03-28 note=9家企业全部完成评议 contact=张测试',
      // A word or two beneath the same task: asked whether it is the same.
      '1-2-1.1.i1 ?2024 status=已完成 count=3 note=走访三户 contact=张测试',
      '1-3-1.1.i1 2024 status=进行中 count=7 note=已有7家建立 contact=李演示',
    ],
    bound: [2],
  },
  {
    name: 'a row for each task, its items and its progress numbered within cells',
    file: () =>
      xlsx('任务清单附进展.xlsx', {
        name: '清单',
        rows: [
          ['序号', '重点工作名称', '工作安排', '进展情况'],
          [
            ...[2, '深化主要负责人“一述三评”工作'],
            '1. 3月底前，86家企业主要负责人完成职工代表评议，并通过系统报告履职情况。\n2. 6月底前，完成86家企业主要负责人专家评议和监管部门评议。',
            '1、已完成，9家全部报告。\n2、推进中，已评3家。',
          ],
        ],
      }),
    lines: [
      '1-2-1.1.i1 2024 status=已完成 note=已完成，9家全部报告。 count?9',
      '1-2-2.1.i1 2024 status=进行中 note=推进中，已评3家。 count?3',
    ],
    bound: ['upload-task'],
  },
  {
    name: 'a sheet for each month, and hidden instructions',
    file: (town) =>
      xlsx(
        `${town}月调度表.xlsx`,
        ...[
          { month: '2月', count: 4, status: '是', note: '2月已调度' },
          { month: '3月', count: 7, status: '否', note: '3月企业停产' },
        ].map(({ month, count, status, note }) => ({
          name: month,
          rows: [
            [`${town}${month}调度表`],
            ['工作安排', '完成情况', null, '工作情况'],
            [null, '状态', '数量', null],
            [rewards, status, null, note],
            [whistle, '推进中', count, `已有${count}家建立`],
          ],
          merges: [{ startRow: 1, startCol: 1, endRow: 1, endCol: 2 }],
        })),
        { name: '填表说明', hidden: true, rows: [['每月5日前报送'], ['状态填是或否']] },
      ),
    lines: [
      '1-3-2.1.done 2024-02 status=已开展 note=2月已调度',
      '1-3-2.1.done 2024-03 status=未开展 note=3月企业停产',
      '1-3-1.1.i1 2024 status=进行中 count=7 note=已有7家建立',
    ],
    bound: [2, 2, 'hidden'],
  },
  {
    name: 'a row for each enterprise, arrangements across',
    file: (town) =>
      xlsx('企业明细.xlsx', {
        name: '明细',
        rows: [
          [`${town}企业推进明细`],
          ['序号', '企业名称', '隐患举报奖励（吹哨人）', '职工代表评议及履职报告'],
          [1, '甲公司', '√', '√'],
          [2, '乙公司', '×', '√'],
        ],
      }),
    lines: ['1-3-1.1.i1 ?2024 count?1 status?进行中', '1-2-1.1.i1 ?2024 count?2 status?已完成'],
    bound: ['upload-enterprise'],
  },
  {
    name: 'a text file in GB 18030, a row for each week',
    file: async (town) => ({
      name: '周调度.csv',
      bytes: gb18030(
        [
          `${town}周调度台账,,,`,
          '周次,工作内容,是否开展,工作情况',
          `第13周（3.25-3.31）,${loading},是,调度5家`,
          `第14周,${loading},否,清明`,
          '注：每周五前报送,,,',
        ].join('\r\n'),
      ),
    }),
    lines: [
      '1-7-1.1.done 2024-W13 status=已开展 note=调度5家',
      '1-7-1.1.done 2024-W14 status=未开展 note=清明',
    ],
    bound: [2],
  },
  {
    name: 'own numbers, a period that is overwritten, rows of other work',
    file: (town) =>
      xlsx('任务跟踪表.xlsx', {
        name: '跟踪',
        rows: [
          [`${town}4月任务跟踪表`],
          ['编号', '任务内容', '状态', '数量', '情况说明'],
          ['A-01', rewards, '已开展', null, '4月已调度'],
          ['A-02', whistle, '推进中', 7, '已有7家建立'],
          ['A-03', '港区联合执法', '已完成', 1, '镇自行安排'],
        ],
      }),
    lines: [
      '1-3-2.1.done 2024-04 status=已开展 note=4月已调度',
      '1-3-1.1.i1 2024 status=进行中 count=7 note=已有7家建立',
    ],
    bound: [2],
  },
];

/** Two layouts more, in which a report has cells of the sheet and no row. */
export const cellLayouts: readonly KeptLayout[] = [
  {
    name: 'a column for each arrangement, a heading for each row',
    file: (town) =>
      xlsx('横排进展.xlsx', {
        name: '进展',
        rows: [
          [`${town}2024年4月工作进展`],
          ['工作安排', whistle, rewards, '合计'],
          ['完成情况', '推进中', '已开展', null],
          ['完成数量', 7, null, 7],
          ['工作情况', '已有7家建立', '4月已调度', null],
        ],
      }),
    lines: [
      '1-3-1.1.i1 2024 status=进行中 count=7 note=已有7家建立',
      '1-3-2.1.done 2024-04 status=已开展 note=4月已调度',
    ],
    bound: [2],
  },
  {
    name: 'a form for each arrangement, below each other',
    file: (town) =>
      xlsx('工作单.xlsx', {
        name: '工作单',
        rows: [
          [`${town}工作落实单`],
          ['工作任务', review],
          ['完成情况', '已完成', '完成数量', 9],
          ['完成时间', '2024-03-28'],
          ['工作情况', '9家企业全部完成评议'],
          ['存在问题'],
          [],
          ['工作任务', loading],
          ['报告期', '第14周'],
          ['完成情况', '已开展', '完成数量', null],
          ['完成时间'],
          ['工作情况', '调度5家'],
          ['存在问题', '两家停产'],
        ],
        merges: [{ startRow: 0, startCol: 0, endRow: 0, endCol: 3 }],
      }),
    lines: [
      '1-2-1.1.i1 2024 status=已完成 count=9 completedOn=2024-03-28 note=9家企业全部完成评议',
      '1-7-1.1.done 2024-W14 status=已开展 note=调度5家 problems=两家停产',
    ],
    bound: [2],
  },
];
