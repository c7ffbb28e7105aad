import * as z from 'zod';
import { ledgerRoles } from '../columns/roleNames.ts';
import { byField } from '../row/columns.ts';
import { cellValue } from '../row/row.ts';
import { listOf } from '../schema/bounded.ts';
import { pushLimits, pushRow } from './push.ts';

/** Most sheets, columns and rows of which something is said. */
const most = { sheets: 200, columns: 2000, rows: 20_000 } as const;

export const ledgerRole = z.enum([...ledgerRoles, 'unread']);

/** What a person has said of one sheet of her file. Rows and columns are 0-based. */
export const sheetAnswer = z
  .strictObject({
    sheet: z.string().min(1).max(255),
    /** Nothing of it is to be read. */
    isLeftOut: z.boolean().optional(),
    columns: listOf(z.strictObject({ column: z.int().min(0).max(16_383), role: ledgerRole }), {
      max: most.columns,
    }).optional(),
    /** Which arrangement a row is of, or the numbered item of a row that holds a whole task; `null`: none of the list. */
    matches: listOf(
      z.strictObject({
        row: z.int().min(0).max(1_048_575),
        item: z.int().min(0).max(999),
        code: z.string().max(12).nullable(),
      }),
      { max: most.rows },
    ).optional(),
  })
  .meta({ id: 'SheetAnswer' });
export type SheetAnswer = z.infer<typeof sheetAnswer>;

/** What she has said of one report, by the id that the proposal gave it. */
export const reportAnswer = z
  .strictObject({
    id: z.string().min(1).max(60),
    /** It is not to be reported. */
    isLeftOut: z.boolean().optional(),
    /** It is meant as proposed, where the report as a whole was asked. */
    isConfirmed: z.boolean().optional(),
    period: z.string().max(12).optional(),
    /** Her values; `null`: to be left as it is; `''`: to be cleared. */
    values: z.strictObject(byField(() => cellValue.optional())).optional(),
  })
  .meta({ id: 'ReportAnswer' });
export type ReportAnswer = z.infer<typeof reportAnswer>;

/** What goes with a file to `POST /v1/workbooks`, as the part `answers`. */
export const workbookAnswers = z
  .strictObject({
    sheets: listOf(sheetAnswer, { max: most.sheets }).optional(),
    reports: listOf(reportAnswer, { max: most.rows }).optional(),
    /** Once she has seen what is to be sent; without it nothing is. */
    confirmed: z
      .strictObject({
        /** Made by the client; the same upload sent again is answered again, not applied again (S2). */
        pushId: z.string().regex(/^[A-Za-z0-9_-]{8,64}$/),
        /** Of the file that the proposal was made of. */
        sha256: z.string().regex(/^[0-9a-f]{64}$/),
        /** The reports that she saw, as the proposal said them: key, version and values. */
        rows: listOf(pushRow, { max: pushLimits.rows }),
      })
      .optional(),
  })
  .meta({ id: 'WorkbookAnswers' });
export type WorkbookAnswers = z.infer<typeof workbookAnswers>;

export const workbookAnswersExample: WorkbookAnswers = {
  sheets: [
    { sheet: '台账', columns: [{ column: 6, role: 'note' }], matches: [{ row: 5, item: 0, code: '1-7-1' }] },
  ],
  reports: [{ id: '0.5.1-7-1.1.done.0', period: '2024-W15', values: { status: '已开展' } }],
  confirmed: {
    pushId: 'my-upload-0001',
    sha256: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    rows: [
      {
        key: '2024.1-7-1.1.done.xuejia.2024-W15.h',
        base: null,
        values: { status: '已开展', note: '调度 5 家。' },
      },
    ],
  },
};
