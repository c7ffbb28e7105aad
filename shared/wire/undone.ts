import * as z from 'zod';
import { publishingSummary, publishingSummaryExample } from './parts/publishingSummary.ts';

/** What `POST /v1/task-lists/{year}/publishings/undo` answers. */
export const undone = z
  .strictObject({
    year: z.int(),
    /** Whether anything was changed; the same list again changes nothing. */
    changed: z.boolean(),
    version: z.int(),
    /** What it changed; `null` where nothing was. */
    summary: publishingSummary.nullable(),
  })
  .meta({ id: 'Undone' });
export type Undone = z.infer<typeof undone>;

export const undoneExample: Undone = {
  year: 2024,
  changed: true,
  version: 2,
  summary: publishingSummaryExample,
};
