import { expect, test } from 'vitest';
import { daysWords } from '../../shared/calendar/daysWords.ts';
import { cellWords } from '../../shared/progress/dueCell.ts';
import { placeWords, type Scope, scopeWords } from '../../shared/progress/scopeWords.ts';
import { dueTable } from '../../shared/tables/dueTable.ts';
import { obligationsTable } from '../../shared/tables/obligationsTable.ts';
import { progressTable } from '../../shared/tables/progressTable.ts';
import { quantitiesTable } from '../../shared/tables/quantitiesTable.ts';
import { dueReportsExample } from '../../shared/wire/dueReports.ts';
import { progressAnswerExample } from '../../shared/wire/progress.ts';

test.each<[Scope, string, string]>([
  [{}, '', ''],
  [{ unit: undefined, category: undefined }, '', ''],
  [{ unit: '甲镇', category: 1 }, '（甲镇，类别一）', ' (甲镇, category 1)'],
  [{ category: '10' }, '（类别十）', ' (category 10)'],
  [{ category: 23 }, '（类别二十三）', ' (category 23)'],
  [{ period: '2024-W14', state: 'waived' }, '（第14周，已免报）', ' (week 14, No longer needed)'],
  [{ period: '2024-Q1', mark: 'late' }, '（第一季度，迟报、逾期完成）', ' (Q1, Late)'],
  [{ arrangement: '1-6-3', counted: 'missing' }, '（1-6-3，未报）', ' (1-6-3, Missing)'],
  [{ dueFrom: '2024-04-08', dueBefore: '2024-04-15' }, '（4月8日—14日）', ' (4/8–4/14)'],
  [{ dueFrom: '2024-04-08' }, '（2024-04-08起到期）', ' (due from 2024-04-08)'],
  [{ dueBefore: '2024-04-15' }, '（2024-04-14及以前到期）', ' (due by 2024-04-14)'],
])('B12.1: %j is said as %s', (scope, zh, en) => {
  expect([scopeWords(scope, 'zh'), scopeWords(scope, 'en')]).toEqual([zh, en]);
});

test('B12.1: of one unit nothing is called the whole district’s', () => {
  expect(placeWords('全区', {}, 'zh')).toBe('全区');
  expect(placeWords('全区', { category: 2 }, 'zh')).toBe('全区（类别二）');
  expect(placeWords('全区', { unit: '甲镇', category: 2 }, 'zh')).toBe('甲镇（类别二）');
});

test('B12.1: every table is called by what is filtered', () => {
  const scope = { unit: '甲镇', category: 1 };
  const said = '（甲镇，类别一）';
  expect(dueTable(dueReportsExample, scope, 'zh').title).toBe(`到期填报情况${said}`);
  expect(obligationsTable([], scope, '2024-04-10', 'zh').title).toBe(`应报项明细${said}`);
  expect(progressTable(progressAnswerExample, scope, 'zh').title).toBe(`填报进度（按责任单位）${said}`);
  expect(quantitiesTable(progressAnswerExample, true, scope, 'zh').title).toBe(`指标完成情况${said}`);
  expect(progressTable(progressAnswerExample, {}, 'zh').title).toBe('填报进度（按责任单位）');
});

test('days are said to the last one, across months and years too', () => {
  expect(daysWords('2024-04-08', '2024-04-14')).toBe('4月8日—14日');
  expect(daysWords('2024-04-29', '2024-05-05')).toBe('4月29日—5月5日');
  expect(daysWords('2024-12-30', '2025-01-05')).toBe('12月30日—1月5日');
  expect(daysWords('2024-04-08', '2024-04-08')).toBe('4月8日');
});

test('B10: a cell says the worst that is in it: 空, 未完, 迟, ✓', () => {
  const counts = { expected: 3, reported: 3, late: 0, unfinished: 0, empty: 0 };
  expect(cellWords(counts, 'zh')).toBe('✓');
  expect(cellWords({ ...counts, reported: 2, late: 1 }, 'zh')).toBe('迟 1/3');
  expect(cellWords({ ...counts, reported: 0, late: 3 }, 'zh')).toBe('迟');
  expect(cellWords({ ...counts, reported: 1, late: 1, unfinished: 1 }, 'zh')).toBe('未完 1/3');
  expect(cellWords({ ...counts, reported: 0, late: 2, empty: 1 }, 'zh')).toBe('空 1/3');
});
