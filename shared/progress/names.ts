import type { GroupBy, ProgressCounts, ProgressRates } from '../wire/progress.ts';

/** A count or a rate of progress. */
export type FigureName = keyof ProgressCounts | keyof ProgressRates;

interface FigureWords {
  zh: string;
  en: string;
  /** What it is, in a sentence. */
  hint: { zh: string; en: string };
}

/** What counts and rates are called, on the pages and in the files. Words without 全年 speak of what is due. */
export const figureNames: Record<FigureName, FigureWords> = {
  due: { zh: '已到期', en: 'Due', hint: { zh: '时限已过的应报项', en: 'Due date passed' } },
  dueReceived: {
    zh: '已收',
    en: 'Received',
    hint: { zh: '已到期的应报项中，各行都已有效填报的', en: 'Of what is due: every row has a valid report' },
  },
  dueFulfilled: {
    zh: '已完成',
    en: 'Fulfilled',
    hint: {
      zh: '已到期的应报项中，各行都已完成、已开展或本地无此类的',
      en: 'Of what is due: every row says done, carried out or not applicable',
    },
  },
  dueOnTime: {
    zh: '按时',
    en: 'On time',
    hint: { zh: '已到期的应报项中，时限内完成并填报的', en: 'Of what is due: done and reported in time' },
  },
  reportedLate: {
    zh: '迟报',
    en: 'Reported late',
    hint: { zh: '时限内完成，但过后才填报的', en: 'Done by the due date, reported after it' },
  },
  completedLate: {
    zh: '逾期完成',
    en: 'Completed late',
    hint: { zh: '过了时限才完成的', en: 'Done after the due date' },
  },
  overdue: {
    zh: '逾期未完成',
    en: 'Overdue',
    hint: { zh: '时限已过仍未完成的', en: 'Due date passed, not fulfilled' },
  },
  missing: {
    zh: '未报',
    en: 'Missing',
    hint: { zh: '时限已过仍未填报的', en: 'Due date passed, nothing reported' },
  },
  expected: {
    zh: '全年应报',
    en: 'Expected, year',
    hint: { zh: '全年有时限的应报项', en: 'Dated obligations of the year' },
  },
  received: {
    zh: '全年已收',
    en: 'Received, year',
    hint: { zh: '全年应报项中已收的，含提前填报的', en: 'Received of the whole year, ahead of time too' },
  },
  fulfilled: {
    zh: '全年已完成',
    en: 'Fulfilled, year',
    hint: { zh: '全年应报项中已完成的，含提前完成的', en: 'Fulfilled of the whole year, ahead of time too' },
  },
  onTime: {
    zh: '全年按时',
    en: 'On time, year',
    hint: { zh: '全年应报项中按时的，含提前完成的', en: 'On time in the whole year, ahead of time too' },
  },
  undated: {
    zh: '未定时限',
    en: 'Undated',
    hint: { zh: '没有确定时限，不计入各项比率', en: 'No due date; outside every rate' },
  },
  toAccept: {
    zh: '待审核',
    en: 'To accept',
    hint: {
      zh: '已收而区里尚未审核的，含重新提交的',
      en: 'Received, and not reviewed since it was last sent',
    },
  },
  accepted: {
    zh: '已审核通过',
    en: 'Accepted',
    hint: { zh: '已收并经区里审核通过的', en: 'Received, and accepted by the bureau' },
  },
  returned: {
    zh: '已退回',
    en: 'Returned',
    hint: { zh: '已收而被区里退回、尚未重新提交的', en: 'Received and returned, not sent again yet' },
  },
  red: {
    zh: '红灯',
    en: 'Red',
    hint: { zh: '已逾期、尚未完成的', en: 'Overdue, until done' },
  },
  yellow: {
    zh: '黄灯',
    en: 'Yellow',
    hint: { zh: '被退回的，或进度落后于时间的', en: 'Returned, or behind pace' },
  },
  blue: {
    zh: '蓝灯',
    en: 'Blue',
    hint: { zh: '临近截止、尚未完成的', en: 'Due soon, and not done' },
  },
  completeness: {
    zh: '上报率',
    en: 'Reported, of what is due',
    hint: { zh: '已到期的应报项中已收的比例：已收 ÷ 已到期', en: 'Received ÷ due' },
  },
  fulfilment: {
    zh: '已到期完成率',
    en: 'Fulfilled, of what is due',
    hint: { zh: '已到期的应报项中已完成的比例：已完成 ÷ 已到期', en: 'Fulfilled ÷ due' },
  },
  timeliness: {
    zh: '按时率',
    en: 'On time, of what is due',
    hint: { zh: '已到期的应报项中按时完成并填报的比例：按时 ÷ 已到期', en: 'On time ÷ due' },
  },
  yearShare: {
    zh: '全年完成',
    en: 'Share of the year',
    hint: { zh: '全年已完成 ÷ 全年应报，其中大部分尚未到期', en: 'Fulfilled ÷ expected in the whole year' },
  },
};

/** The figures of a group, as tables show them: of what is due, then of the year. */
export const groupFigures = {
  due: [
    'fulfilment',
    'timeliness',
    'due',
    'dueReceived',
    'dueFulfilled',
    'dueOnTime',
    'reportedLate',
    'completedLate',
    'overdue',
    'missing',
  ],
  year: ['expected', 'fulfilled', 'yearShare'],
} as const satisfies Record<string, readonly FigureName[]>;

/** A figure that tables show. */
export type GroupFigure = (typeof groupFigures)['due' | 'year'][number];

const rates: ReadonlySet<FigureName> = new Set<keyof ProgressRates>([
  'completeness',
  'fulfilment',
  'timeliness',
  'yearShare',
]);

export const isRate = (figure: FigureName): figure is keyof ProgressRates => rates.has(figure);

/** What a group is, as the head of its column. */
export const groupNames: Record<GroupBy, { zh: string; en: string }> = {
  unit: { zh: '责任单位', en: 'Unit' },
  category: { zh: '类别', en: 'Category' },
  task: { zh: '重点工作', en: 'Task' },
  arrangement: { zh: '工作安排', en: 'Arrangement' },
  period: { zh: '报告期', en: 'Period' },
};
