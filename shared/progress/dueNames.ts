import type { Mark } from '../wire/parts/mark.ts';

/** How reports that fall due are marked, in the cells of their table. */
export const markSigns: Record<Mark, { zh: string; en: string }> = {
  reported: { zh: '✓', en: '✓' },
  late: { zh: '迟', en: 'late' },
  unfinished: { zh: '未完', en: 'undone' },
  empty: { zh: '空', en: 'none' },
};

/** The same in words. */
export const markNames: Record<Mark, { zh: string; en: string }> = {
  reported: { zh: '已收', en: 'Received' },
  late: { zh: '迟报、逾期完成', en: 'Late' },
  unfinished: { zh: '已收，逾期未完成', en: 'Received, overdue' },
  empty: { zh: '未报', en: 'Not reported' },
};

export const dueNames = {
  unit: { zh: '责任单位', en: 'Unit' },
  expected: { zh: '应报', en: 'Expected' },
  late: { zh: '迟报', en: 'Late' },
  unfinished: { zh: '未完成', en: 'Undone' },
  reported: { zh: '已收', en: 'Received' },
  empty: { zh: '未报', en: 'Missing' },
  daysLate: { zh: '最长逾期天数', en: 'Most days late' },
} as const;
