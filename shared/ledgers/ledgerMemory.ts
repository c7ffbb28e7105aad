import * as z from 'zod';
import { cellValue, rowFields } from '../row/row.ts';

/**
 * What is remembered of a file: nothing of it by place, so that it holds when rows and columns move. A column is known by its
 * heading, a row by its words, a report by all that it says.
 */
export const ledgerMemory = z.strictObject({
  sheets: z.array(
    z.strictObject({
      name: z.string(),
      isLeftOut: z.boolean(),
      /** Role by heading; of headings that repeat, by its number among them. */
      columns: z.record(z.string(), z.string()),
      /** Code by the words of a row; `null`: none of the list. */
      matches: z.record(z.string(), z.string().nullable()),
      /** Which of its schedules and indicators a row is, by its words; where it is bound to one of several. */
      series: z.record(z.string(), z.string()).optional(),
    }),
  ),
  /** What was said of reports, by what they say. */
  reports: z.record(
    z.string(),
    z.strictObject({
      isLeftOut: z.boolean().optional(),
      isConfirmed: z.boolean().optional(),
      period: z.string().optional(),
      values: z.partialRecord(z.enum(rowFields as [string, ...string[]]), cellValue).optional(),
    }),
  ),
  /** SHA-256 of the files that were sent, the newest last. */
  files: z.array(z.string()),
});
export type LedgerMemory = z.infer<typeof ledgerMemory>;

export const emptyMemory: LedgerMemory = { sheets: [], reports: {}, files: [] };
