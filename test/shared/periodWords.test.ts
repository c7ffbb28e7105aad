import { expect, test } from 'vitest';
import { namesPeriod, periodWords } from '../../shared/calendar/periodWords.ts';

test('P7.3: a period has a name as people say it; a week names its days', () => {
  const ids = ['2024', '2024-H1', '2024-Q3', '2024-B1', '2024-03', '2024-W15', '2024-W18'];
  expect(ids.map((id) => periodWords(id))).toEqual([
    '2024年',
    '上半年',
    '第三季度',
    '1—2月',
    '3月',
    '第15周（4月8日—14日）',
    '第18周（4月29日—5月5日）',
  ]);
  expect(periodWords('2024-W15', 'en')).toBe('week 15 (4/8–4/14)');
  expect(periodWords('2025-W01')).toBe('第1周（12月30日—1月5日）');
  for (const id of ids) expect(namesPeriod(id) && namesPeriod(periodWords(id))).toBe(true);
  expect(namesPeriod('四月份的')).toBe(false);
  expect(periodWords('什么')).toBe('什么');
});
