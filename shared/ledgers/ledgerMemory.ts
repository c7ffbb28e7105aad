import * as z from 'zod';
import { cellValue, rowFields } from '../row/row.ts';
import { listOf, recordOf } from '../schema/bounded.ts';

/** As many as a JSON body may hold of one thing. */
const most = { max: 20_000 };

/**
 * What is remembered of a file: nothing of it by place, so that it holds when rows and columns move. A column is known by its
 * heading, a row by its words, a report by all that it says.
 */
export const ledgerMemory = z
  .strictObject({
    sheets: listOf(
      z.strictObject({
        name: z.string(),
        isLeftOut: z.boolean(),
        /** Role by heading; of headings that repeat, by its number among them. */
        columns: recordOf(z.string(), z.string(), most),
        /** Code by the words of a row; `null`: none of the list. */
        matches: recordOf(z.string(), z.string().nullable(), most),
        /** Which of its schedules and indicators a row is, by its words; where it is bound to one of several. */
        series: recordOf(z.string(), z.string(), most).optional(),
      }),
      { max: 1000 },
    ),
    /** What was said of reports, by what they say. */
    reports: recordOf(
      z.string(),
      z.strictObject({
        isLeftOut: z.boolean().optional(),
        isConfirmed: z.boolean().optional(),
        period: z.string().optional(),
        values: z.partialRecord(z.enum(rowFields as [string, ...string[]]), cellValue).optional(),
      }),
      most,
    ),
    /** SHA-256 of the files that were sent, the newest last. */
    files: listOf(z.string(), most),
  })
  .meta({ id: 'LedgerMemory' });
export type LedgerMemory = z.infer<typeof ledgerMemory>;

export const emptyMemory: LedgerMemory = { sheets: [], reports: {}, files: [] };
