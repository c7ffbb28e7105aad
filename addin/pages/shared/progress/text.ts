import type { GroupBy } from '../../../../shared/wire/progress.ts';
import type { ObligationState, Punctuality } from '../../../../shared/wire/sheet.ts';
import type { NumberName } from './numbers.ts';

/** Every sentence of the bureau's page. */
export interface Text {
  title: string;
  totals: string;
  numbers: Record<NumberName, string>;
  hints: Record<NumberName, string>;
  tabs: Record<GroupBy | 'quantity', string>;
  tabList: string;
  groupColumn: Record<GroupBy, string>;
  rate: string;
  rateHint: string;
  bar: (onTime: number, late: number, overdue: number, rest: number) => string;
  legend: { onTime: string; late: string; overdue: string; rest: string };
  sortBy: (column: string) => string;
  noGroups: string;
  quantity: { indicator: string; reported: string; allocated: string; target: string; mode: string };
  quantityIntro: string;
  onlyTargets: string;
  noQuantities: string;
  modes: { cumulative: string; perPeriod: string };
  notReported: string;
  notAllocated: string;
  noTarget: string;
  whole: string;
  close: string;
  shown: (count: number, more: boolean) => string;
  more: string;
  nothingBehind: string;
  due: string;
  noDue: string;
  period: string;
  states: Record<ObligationState, string>;
  punctualities: Record<Punctuality, string>;
  rowsReceived: (received: number, rows: number) => string;
  drafts: (count: number) => string;
  received: string;
  firstFulfilled: string;
  notFilledIn: string;
  draft: string;
  history: (count: number) => string;
  version: (version: number, kind: string) => string;
  kinds: { submission: string; draft: string };
  onBehalf: string;
}

export const zh: Text = {
  title: '区局进度',
  totals: '全区合计',
  numbers: {
    expected: '应报',
    due: '已到期',
    received: '已收',
    fulfilled: '已完成',
    onTime: '按时',
    reportedLate: '迟报',
    completedLate: '逾期完成',
    overdue: '逾期未完成',
    missing: '未报',
    undated: '未定时限',
  },
  hints: {
    expected: '全年有时限的应报项',
    due: '其中时限已过的',
    received: '各行都已有效填报的',
    fulfilled: '各行都已完成、已开展或本地无此类的',
    onTime: '时限内完成并填报的',
    reportedLate: '时限内完成，但过后才填报的',
    completedLate: '过了时限才完成的',
    overdue: '时限已过仍未完成的',
    missing: '时限已过仍未填报的',
    undated: '没有确定时限，不计入各项比率',
  },
  tabs: {
    unit: '按单位',
    category: '按类别',
    task: '按重点工作',
    arrangement: '按工作安排',
    period: '按报告期',
    quantity: '指标',
  },
  tabList: '进度的分组方式',
  groupColumn: {
    unit: '责任单位',
    category: '类别',
    task: '重点工作',
    arrangement: '工作安排',
    period: '报告期',
  },
  rate: '完成率',
  rateHint: '已完成 ÷ 应报',
  bar: (onTime, late, overdue, rest) =>
    `按时 ${onTime}，迟报或逾期完成 ${late}，逾期未完成 ${overdue}，其余 ${rest}`,
  legend: { onTime: '按时', late: '迟报、逾期完成', overdue: '逾期未完成', rest: '未到期' },
  sortBy: (column) => `按${column}排序`,
  noGroups: '清单中还没有应报项。',
  quantity: {
    indicator: '指标',
    reported: '已报数量',
    allocated: '已分解',
    target: '全区目标',
    mode: '计数方式',
  },
  quantityIntro: '各单位已报数量之和，对照清单印出的全区目标。',
  onlyTargets: '只看有目标的',
  noQuantities: '清单中没有可计数的指标。',
  modes: { cumulative: '累计', perPeriod: '每期' },
  notReported: '未报',
  notAllocated: '未分解',
  noTarget: '无',
  whole: '全区',
  close: '关闭',
  shown: (count, more) => (more ? `已列出 ${count} 项，还有更多` : `共 ${count} 项`),
  more: '更多',
  nothingBehind: '没有这样的应报项。',
  due: '时限',
  noDue: '未定时限',
  period: '报告期',
  states: {
    upcoming: '未开始',
    open: '待填报',
    received: '已收，未完成',
    fulfilled: '已完成',
    overdue: '逾期',
    undated: '未定时限',
    waived: '无需再报',
    retired: '已撤销',
  },
  punctualities: { onTime: '按时', reportedLate: '迟报', completedLate: '逾期完成' },
  rowsReceived: (received, rows) => `${rows} 行，已收 ${received} 行`,
  drafts: (count) => `草稿 ${count} 行`,
  received: '首次收到',
  firstFulfilled: '首次完成',
  notFilledIn: '尚未填报',
  draft: '草稿（未计入）',
  history: (count) => `修订记录 ${count} 条`,
  version: (version, kind) => `第 ${version} 版 · ${kind}`,
  kinds: { submission: '填报', draft: '草稿' },
  onBehalf: '代填',
};

export const en: Text = {
  title: 'Bureau progress',
  totals: 'District totals',
  numbers: {
    expected: 'Expected',
    due: 'Due',
    received: 'Received',
    fulfilled: 'Fulfilled',
    onTime: 'On time',
    reportedLate: 'Reported late',
    completedLate: 'Completed late',
    overdue: 'Overdue',
    missing: 'Missing',
    undated: 'Undated',
  },
  hints: {
    expected: 'Dated obligations of the year',
    due: 'Of these, due date passed',
    received: 'Every row has a valid report',
    fulfilled: 'Every row says done, carried out or not applicable',
    onTime: 'Done and reported by the due date',
    reportedLate: 'Done by the due date, reported after it',
    completedLate: 'Done after the due date',
    overdue: 'Due date passed, not fulfilled',
    missing: 'Due date passed, nothing reported',
    undated: 'No due date; outside every rate',
  },
  tabs: {
    unit: 'By unit',
    category: 'By category',
    task: 'By task',
    arrangement: 'By arrangement',
    period: 'By period',
    quantity: 'Indicators',
  },
  tabList: 'How progress is grouped',
  groupColumn: {
    unit: 'Unit',
    category: 'Category',
    task: 'Task',
    arrangement: 'Arrangement',
    period: 'Period',
  },
  rate: 'Fulfilled',
  rateHint: 'Fulfilled ÷ expected',
  bar: (onTime, late, overdue, rest) =>
    `${onTime} on time, ${late} reported or completed late, ${overdue} overdue, ${rest} others`,
  legend: { onTime: 'On time', late: 'Late', overdue: 'Overdue', rest: 'Not yet due' },
  sortBy: (column) => `Sort by ${column}`,
  noGroups: 'The list has no obligations yet.',
  quantity: {
    indicator: 'Indicator',
    reported: 'Reported',
    allocated: 'Allocated',
    target: 'District target',
    mode: 'Counted',
  },
  quantityIntro: 'The sum of what the units have reported, against the target printed in the list.',
  onlyTargets: 'With a target only',
  noQuantities: 'Nothing in the list is counted.',
  modes: { cumulative: 'running total', perPeriod: 'per period' },
  notReported: 'none',
  notAllocated: 'none',
  noTarget: 'none',
  whole: 'District',
  close: 'Close',
  shown: (count, more) => (more ? `${count} shown, there are more` : `${count} in all`),
  more: 'More',
  nothingBehind: 'There are no such obligations.',
  due: 'Due',
  noDue: 'Undated',
  period: 'Period',
  states: {
    upcoming: 'Upcoming',
    open: 'Open',
    received: 'Received, not done',
    fulfilled: 'Fulfilled',
    overdue: 'Overdue',
    undated: 'Undated',
    waived: 'No longer needed',
    retired: 'Retired',
  },
  punctualities: { onTime: 'On time', reportedLate: 'Reported late', completedLate: 'Completed late' },
  rowsReceived: (received, rows) => `${received} of ${rows} row(s) received`,
  drafts: (count) => `${count} draft(s)`,
  received: 'First received',
  firstFulfilled: 'First fulfilled',
  notFilledIn: 'Not filled in yet',
  draft: 'Draft (not counted)',
  history: (count) => `${count} revision(s)`,
  version: (version, kind) => `Version ${version} · ${kind}`,
  kinds: { submission: 'submission', draft: 'draft' },
  onBehalf: 'entered on behalf',
};
