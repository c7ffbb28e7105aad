import { periodWords } from '../calendar/periodWords.ts';
import { daysLate } from '../obligations/daysLate.ts';
import { punctualityNames, stateNames } from '../obligations/stateNames.ts';
import { type Scope, scopeWords } from '../progress/scopeWords.ts';
import type { ObligationItem } from '../wire/parts/obligation.ts';
import { count, date, type Table, text } from './table.ts';

/** The columns of a table of obligations, on the page and in the files. */
export const obligationColumns = {
  unit: { zh: '责任单位', en: 'Unit' },
  code: { zh: '编码', en: 'Code' },
  text: { zh: '工作安排', en: 'Arrangement' },
  period: { zh: '报告期', en: 'Period' },
  due: { zh: '时限', en: 'Due' },
  state: { zh: '状态', en: 'State' },
  punctuality: { zh: '时效', en: 'Punctuality' },
  late: { zh: '逾期天数', en: 'Days late' },
  received: { zh: '首次收到', en: 'First received' },
  fulfilled: { zh: '首次完成', en: 'First fulfilled' },
} as const;

/** Obligations one by one (B1.3), in the order in which they were found. */
export function obligationsTable(
  items: readonly ObligationItem[],
  scope: Scope,
  today: string,
  language: 'zh' | 'en',
): Table {
  const name = (column: keyof typeof obligationColumns): string => obligationColumns[column][language];
  return {
    title: (language === 'zh' ? '应报项明细' : 'Obligations') + scopeWords(scope, language),
    columns: [
      text(name('unit'), 16),
      text(name('code'), 8),
      text(name('text'), 56),
      text(name('period'), 22),
      date(name('due')),
      text(name('state'), 14),
      text(name('punctuality'), 10),
      count(name('late')),
      date(name('received')),
      date(name('fulfilled')),
    ],
    rows: items.map((item) => [
      item.unit.name,
      item.arrangement,
      item.arrangementText,
      periodWords(item.period, language),
      item.due,
      stateNames[item.state][language],
      item.punctuality && punctualityNames[item.punctuality][language],
      daysLate(item, today) || null,
      item.firstReceivedAt?.slice(0, 10) ?? null,
      item.firstFulfilledAt?.slice(0, 10) ?? null,
    ]),
  };
}
