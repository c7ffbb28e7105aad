import { describe, expect, test } from 'vitest';
import { periodsOf } from '../../shared/calendar/period.ts';
import { periodWords } from '../../shared/calendar/periodWords.ts';
import { daysOfSpan, spanOn, spansOf, stepSpan } from '../../shared/calendar/spans.ts';
import { addDays } from '../../shared/calendar/days.ts';

describe('B10: any week, month or quarter', () => {
  test.each([2020, 2021, 2024, 2025, 2026, 2027])('the periods of %i are its spans', (year) => {
    for (const [kind, cadence] of [
      ['week', 'weekly'],
      ['month', 'monthly'],
      ['quarter', 'quarterly'],
    ] as const) {
      for (const { id, startsOn, endsOn } of periodsOf(cadence, year)) {
        expect(daysOfSpan(id)).toEqual({ kind, from: startsOn, before: addDays(endsOn, 1) });
        expect([spanOn(kind, startsOn), spanOn(kind, endsOn)]).toEqual([id, id]);
        expect(stepSpan(stepSpan(id, 1), -1)).toBe(id);
      }
      const spans = spansOf(kind, year);
      expect(spans).toEqual(expect.arrayContaining(periodsOf(cadence, year).map(({ id }) => id)));
      expect(new Set(spans).size).toBe(spans.length);
    }
  });

  test.each(['2024-W54', '2023-W53', '2024-13', '2024-00', '2024-4', '2024-Q5', '2024', 'W15', ''])(
    '%j is no span',
    (id) => expect(daysOfSpan(id)).toBeNull(),
  );

  test('periods in words', () => {
    expect(
      ['2024-W15', '2024-W14', '2024-W18', '2024-03', '2024-Q1', '2024-B2', '2024-H2', '2024'].map((id) =>
        periodWords(id),
      ),
    ).toEqual([
      '第15周（4月8日—14日）',
      '第14周（4月1日—7日）',
      '第18周（4月29日—5月5日）',
      '3月',
      '第一季度',
      '3—4月',
      '下半年',
      '2024年',
    ]);
  });
});
