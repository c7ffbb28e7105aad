import * as z from 'zod';

/**
 * How an expected obligation with a due date is marked: ✓ reported in time, 迟 fulfilled after it, 未完 reported but
 * overdue, 空 nothing reported.
 */
export const mark = z.enum(['reported', 'late', 'unfinished', 'empty']).meta({ id: 'Mark' });
export type Mark = z.infer<typeof mark>;

/** How many obligations are marked how; together they are what is expected. */
export const markCounts = z.strictObject({
  expected: z.int(),
  reported: z.int(),
  late: z.int(),
  unfinished: z.int(),
  empty: z.int(),
});
export type MarkCounts = z.infer<typeof markCounts>;
