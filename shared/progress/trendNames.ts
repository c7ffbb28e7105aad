import type { TrendPart } from './trend.ts';

/** What the parts of a bar are called, on the pages and in the files. */
export const trendNames: Record<TrendPart, { zh: string; en: string }> = {
  dueOnTime: { zh: '按时', en: 'On time' },
  late: { zh: '迟报、逾期完成', en: 'Late' },
  unfinished: { zh: '已收，逾期未完成', en: 'Received, overdue' },
  missing: { zh: '未报', en: 'Missing' },
  notDue: { zh: '未到期', en: 'Not due yet' },
};

/** What the head of a trend's first column says. */
export const spanNames = {
  week: { zh: '周', en: 'Week' },
  month: { zh: '月', en: 'Month' },
  quarter: { zh: '季度', en: 'Quarter' },
} as const;
