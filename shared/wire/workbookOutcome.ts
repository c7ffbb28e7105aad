import * as z from 'zod';
import { outcome } from './parts/outcome.ts';

/** `POST /v1/workbooks`: what became of each report of the file, and where it stands. */
export const workbookOutcome = z
  .strictObject({
    pushId: z.string(),
    rulesVersion: z.string(),
    today: z.iso.date(),
    unit: z.strictObject({ id: z.string(), name: z.string() }),
    reports: z.array(
      outcome.extend({
        arrangement: z.string(),
        period: z.string(),
        /** Sheet, 0-based row, and column where one cell is concerned; `null`: gathered from many, or none. */
        sheet: z.string(),
        row: z.int().nullable(),
        column: z.int().nullable(),
        said: z.strictObject({ zh: z.string(), en: z.string() }),
      }),
    ),
    /** Whether the file can be had back with the results in it; else why not. */
    file: z.strictObject({
      name: z.string(),
      isMarked: z.boolean(),
      why: z.strictObject({ zh: z.string(), en: z.string() }).nullable(),
    }),
    /** What was remembered of the shape of the file. */
    remembered: z.strictObject({ revision: z.int() }).nullable(),
  })
  .meta({ id: 'WorkbookOutcome' });
export type WorkbookOutcome = z.infer<typeof workbookOutcome>;

export const workbookOutcomeExample: WorkbookOutcome = {
  pushId: 'my-upload-0001',
  rulesVersion: '2026.3',
  today: '2024-04-10',
  unit: { id: 'xuejia', name: '某镇' },
  reports: [
    {
      key: '2024.1-7-1.1.done.xuejia.2024-W15.h',
      outcome: 'applied',
      version: 1,
      arrangement: '1-7-1',
      period: '2024-W15',
      sheet: '台账',
      row: 2,
      column: null,
      said: { zh: '已收。', en: 'Taken.' },
    },
  ],
  file: { name: '台账.xlsx', isMarked: true, why: null },
  remembered: { revision: 1 },
};
