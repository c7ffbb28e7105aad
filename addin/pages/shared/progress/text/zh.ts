import type { GroupBy } from '../../../../../shared/wire/progress.ts';
import type { ObligationState } from '../../../../../shared/wire/parts/obligationState.ts';
import type { Punctuality } from '../../../../../shared/wire/parts/punctuality.ts';

/** The letter by which a period's id says of what kind it is; a month's has none. */
export type PeriodLetter = 'H' | 'Q' | 'B' | 'W' | '';

const periods: Record<PeriodLetter, (number: number) => string> = {
  H: (n) => (n === 1 ? '上半年' : '下半年'),
  Q: (n) => `第${n}季度`,
  B: (n) => `${2 * n - 1}–${2 * n}月`,
  W: (n) => `第${n}周`,
  '': (n) => `${n}月`,
};

/** The sentences about progress in Chinese; `en` has the same. */
export const zh = {
  totals: '全区合计',
  tabs: {
    unit: '按单位',
    category: '按类别',
    task: '按重点工作',
    arrangement: '按工作安排',
    period: '按报告期',
    quantity: '指标',
  } satisfies Record<GroupBy | 'quantity', string>,
  tabList: '进度的分组方式',
  groupColumn: {
    unit: '责任单位',
    category: '类别',
    task: '重点工作',
    arrangement: '工作安排',
    period: '报告期',
  } satisfies Record<GroupBy, string>,
  ofDue: (today: string) => `已到期（截至 ${today}）`,
  ofYear: '全年',
  shareOfYear: (percent: string) => `（全年完成 ${percent}）`,
  bar: (onTime: number, late: number, overdue: number) =>
    `已到期的应报项中：按时 ${onTime}，迟报或逾期完成 ${late}，逾期未完成 ${overdue}`,
  legend: { onTime: '按时', late: '迟报、逾期完成', overdue: '逾期未完成' },
  nothingDue: '尚无到期',
  sortBy: (column: string) => `按${column}排序`,
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
  shown: (count: number, more: boolean) => (more ? `已列出 ${count} 项，还有更多` : `共 ${count} 项`),
  more: '更多',
  nothingBehind: '没有这样的应报项。',
  due: '时限',
  noDue: '未定时限',
  period: '报告期',
  wholeYear: (id: string) => `${id}年`,
  periods,
  states: {
    upcoming: '未开始',
    open: '待填报',
    received: '已收，未完成',
    fulfilled: '已完成',
    overdue: '逾期',
    undated: '未定时限',
    waived: '无需再报',
    retired: '已撤销',
  } satisfies Record<ObligationState, string>,
  punctualities: { onTime: '按时', reportedLate: '迟报', completedLate: '逾期完成' } satisfies Record<
    Punctuality,
    string
  >,
  rowsReceived: (received: number, rows: number) => `${rows} 行，已收 ${received} 行`,
  drafts: (count: number) => `草稿 ${count} 行`,
  received: '首次收到',
  firstFulfilled: '首次完成',
  notFilledIn: '尚未填报',
  draft: '草稿（未计入）',
  history: (count: number) => `修订记录 ${count} 条`,
  version: (version: number, kind: string) => `第 ${version} 版 · ${kind}`,
  kinds: { submission: '填报', draft: '草稿' },
  onBehalf: '代填',
};
