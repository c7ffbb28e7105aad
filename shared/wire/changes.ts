import * as z from 'zod';
import { obligation, obligationExample } from './parts/obligation.ts';
import { reportedRow, reportedRowExample } from './parts/reportedRow.ts';

/** An obligation that has changed, with all of its rows: they stand in the place of those known before. */
export const changedObligation = z
  .strictObject({
    /** `state: 'retired'`: it is asked for no more. */
    obligation,
    rows: z.array(reportedRow),
  })
  .meta({ id: 'ChangedObligation' });
export type ChangedObligation = z.infer<typeof changedObligation>;

/** `GET /v1/changes`: what changed in the district since a cursor. */
export const changesAnswer = z
  .strictObject({
    year: z.int(),
    today: z.iso.date(),
    /**
     * Number of the change, and the day, from which this answer goes on; `null` at the beginning, where all that is known
     * from before is to be forgotten.
     */
    since: z.strictObject({ change: z.int(), day: z.iso.date() }).nullable(),
    /** Number of the last change of that moment. */
    change: z.int(),
    changed: z.array(changedObligation),
    /** Whether there is more at once. */
    more: z.boolean(),
    /** Give it as `cursor` the next time. */
    cursor: z.string(),
  })
  .meta({ id: 'Changes' });
export type ChangesAnswer = z.infer<typeof changesAnswer>;

export const changesAnswerExample: ChangesAnswer = {
  year: 2024,
  today: '2024-04-10',
  since: { change: 152, day: '2024-04-10' },
  change: 153,
  changed: [{ obligation: obligationExample, rows: [reportedRowExample] }],
  more: false,
  cursor: '2024._.153.153.20240410.r1b7',
};
