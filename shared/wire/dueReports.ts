import * as z from 'zod';
import { markCounts } from './parts/mark.ts';

/** `GET /v1/progress/due`: who has reported what falls due in some days (B10). */
export const dueReports = z
  .strictObject({
    list: z.strictObject({ year: z.int(), title: z.string() }),
    today: z.iso.date(),
    demo: z.boolean(),
    /** The days asked for: from the first on, before the last. */
    dueFrom: z.iso.date(),
    dueBefore: z.iso.date(),
    /** Periods in which something falls due in these days, in order of time. */
    periods: z.array(z.string()),
    total: markCounts,
    /** Units by roster, also those of which nothing falls due. `daysLate`: of what is empty and overdue, the most. */
    units: z.array(
      z.strictObject({ id: z.string(), name: z.string(), ...markCounts.shape, daysLate: z.int() }),
    ),
    /** Unit by period, where something falls due. */
    cells: z.array(z.strictObject({ unit: z.string(), period: z.string(), ...markCounts.shape })),
    /** What is empty, unit by unit and arrangement by arrangement; `due` is the earliest due date of it. */
    empty: z.array(
      z.strictObject({
        unit: z.string(),
        arrangement: z.string(),
        periods: z.array(z.string()),
        due: z.iso.date(),
        /** 0 while the due date has not passed. */
        daysLate: z.int(),
      }),
    ),
    /** What falls due next, from today on, whatever days are asked for. */
    next: z.array(
      z.strictObject({
        due: z.iso.date(),
        arrangement: z.string(),
        expected: z.int(),
        /** Of `expected`: nothing reported yet. */
        empty: z.int(),
      }),
    ),
    /** Texts of the arrangements that are named. */
    texts: z.record(z.string(), z.string()),
  })
  .meta({ id: 'DueReports' });
export type DueReports = z.infer<typeof dueReports>;

export const dueReportsExample: DueReports = {
  list: { year: 2024, title: '2024 年危险化学品安全监管工作任务清单' },
  today: '2024-04-10',
  demo: true,
  dueFrom: '2024-04-01',
  dueBefore: '2024-04-08',
  periods: ['2024-W14'],
  total: { expected: 2, reported: 1, late: 0, unfinished: 0, empty: 1 },
  units: [
    { id: 'xuejia', name: '某镇', expected: 2, reported: 1, late: 0, unfinished: 0, empty: 1, daysLate: 3 },
  ],
  cells: [{ unit: 'xuejia', period: '2024-W14', expected: 2, reported: 1, late: 0, unfinished: 0, empty: 1 }],
  empty: [{ unit: 'xuejia', arrangement: '1-7-1', periods: ['2024-W14'], due: '2024-04-07', daysLate: 3 }],
  next: [{ due: '2024-04-14', arrangement: '1-7-1', expected: 1, empty: 1 }],
  texts: { '1-7-1': '每周调度装货企业。' },
};
