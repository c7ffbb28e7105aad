import { expect, test } from 'vitest';
import { reminderText } from '../../shared/progress/reminderText.ts';
import { type DueReports, dueReportsExample } from '../../shared/wire/dueReports.ts';

const marks = { reported: 0, late: 0, unfinished: 0 };
const answer: DueReports = {
  ...dueReportsExample,
  total: { ...marks, expected: 5, reported: 2, empty: 3 },
  units: [
    { id: 'a', name: '甲镇', ...marks, expected: 3, reported: 0, empty: 3, daysLate: 3 },
    { id: 'b', name: '乙镇', ...marks, expected: 2, reported: 2, empty: 0, daysLate: 0 },
  ],
  empty: [
    { unit: 'a', arrangement: '1-7-1', periods: ['2024-W13', '2024-W14'], due: '2024-04-07', daysLate: 3 },
    { unit: 'a', arrangement: '1-8-2', periods: ['2024-W14'], due: '2024-04-07', daysLate: 3 },
  ],
  texts: { '1-7-1': '每周调度装货企业。', '1-8-2': '每周通报辖区内所有危险化学品企业的隐患整改情况。' },
};

test('B10.1: the list of those who have not reported, ready to be sent', () => {
  expect(reminderText(answer, '2024-W14')).toBe(
    [
      '【2024年任务清单填报情况】第14周（4月1日—7日）到期应报5项，截至4月10日已报2项，未报3项。',
      '未报单位（1个）：',
      '1. 甲镇：3项，最长已逾期3天。1-7-1（每周调度装货企业，2期）、1-8-2（每周通报辖区内所有危险化学品企…）',
      '以上均已过时限，请未报单位尽快补报。',
    ].join('\n'),
  );
});

test('B10.1: before the span ends reports are asked for by its last day; where nobody is missing, that is said', () => {
  expect(reminderText({ ...answer, today: '2024-04-06' }, '2024-W14')).toMatch(
    /请未报单位于4月7日前报送，已过时限的尽快补报。$/u,
  );
  const all = { ...answer, units: [], empty: [], total: { ...marks, expected: 5, reported: 5, empty: 0 } };
  expect(reminderText(all, '2024-W14')).toMatch(/未报0项。\n各单位均已报送。$/u);
  expect(reminderText(all, '2024-W14', { category: 2 })).toMatch(
    /^【[^】]+（类别二）】.*\n各单位均已报送。$/u,
  );
});

test('B12.1: with a filter it says so, and of one unit nothing of all units', () => {
  const scope = { unit: '甲镇', category: 1 };
  const some = reminderText(answer, '2024-W14', scope);
  expect(some).toMatch(/^【2024年任务清单填报情况（甲镇，类别一）】/u);
  expect(some).toMatch(/以上均已过时限，请甲镇尽快补报。$/u);
  expect(reminderText({ ...answer, today: '2024-04-06' }, '2024-W14', scope)).toMatch(
    /请甲镇于4月7日前报送/u,
  );
  const none = { ...answer, units: [], empty: [], total: { ...marks, expected: 5, reported: 5, empty: 0 } };
  expect(reminderText(none, '2024-W14', scope)).toMatch(/\n甲镇应报的均已报送。$/u);
  expect(reminderText(none, '2024-W14', scope)).not.toContain('各单位');
});
