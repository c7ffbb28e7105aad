import { periodWords } from '../calendar/periodWords.ts';
import { daysLate } from '../obligations/daysLate.ts';
import { lightNames, reviewWords } from '../obligations/reviewWords.ts';
import { punctualityNames, stateNames } from '../obligations/stateNames.ts';
import { type Scope, scopeWords } from '../progress/scopeWords.ts';
import type { ObligationItem } from '../wire/parts/obligation.ts';
import { count, date, type Items, rowsOf, type Table, text } from './table.ts';

/** The columns of a table of obligations on the page; the files have these too. */
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

/** What a file has besides: what the bureau and the clocks say of each obligation, and its key for programs. */
export const actedColumns = {
  dueOriginal: { zh: '原时限', en: 'Due before extension' },
  lock: { zh: '锁定日期', en: 'Locked after' },
  light: { zh: '预警', en: 'Light' },
  review: { zh: '审核', en: 'Review' },
  reason: { zh: '退回理由', en: 'Reason of the return' },
  answerBy: { zh: '重报期限', en: 'Answer by' },
  key: { zh: '应报项编号', en: 'Key' },
} as const;

/** The columns of a file of obligations, in their order. */
export const obligationFileColumns = { ...obligationColumns, ...actedColumns };

/** Obligations one by one (B1.3), in the order in which they were found. */
export function obligationsTable(
  items: Items<ObligationItem>,
  scope: Scope,
  today: string,
  language: 'zh' | 'en',
): Table {
  const name = (column: keyof typeof obligationFileColumns): string =>
    obligationFileColumns[column][language];
  return {
    title: (language === 'zh' ? '应报项明细' : 'Obligations') + scopeWords(scope, language),
    columns: [
      text(name('unit'), 16),
      text(name('code'), 8),
      text(name('text'), 40),
      text(name('period'), 20),
      date(name('due')),
      text(name('state'), 14),
      text(name('punctuality'), 10),
      count(name('late')),
      date(name('received')),
      date(name('fulfilled')),
      date(name('dueOriginal')),
      date(name('lock')),
      text(name('light'), 8),
      text(name('review'), 14),
      text(name('reason'), 30),
      date(name('answerBy')),
      text(name('key'), 30),
    ],
    rows: rowsOf(items, (item) => [
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
      item.dueOriginal,
      item.lock,
      item.light && lightNames[item.light][language],
      item.review && reviewWords(item.review, language),
      item.review?.reason ?? null,
      item.review?.answerBy ?? null,
      item.key,
    ]),
  };
}
