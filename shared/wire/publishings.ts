import * as z from 'zod';
import { publishingSummary, publishingSummaryExample } from './parts/publishingSummary.ts';

/** One publishing of a list. */
export const publishing = z
  .strictObject({
    /** The version that it made. */
    version: z.int(),
    /** The server's time, ISO 8601 in Shanghai. */
    publishedAt: z.string(),
    /** The access key that did it. */
    publishedBy: z.strictObject({ id: z.string(), label: z.string().nullable() }),
    /** The person to whom that key was issued. */
    by: z.string(),
    /** The version that it took back; `null` where it is no undoing. */
    undoes: z.int().nullable(),
    summary: publishingSummary,
    /** Whether it can be taken back now: the last one can, while nothing new hangs on it. */
    undoable: z.boolean(),
  })
  .meta({ id: 'Publishing' });
export type Publishing = z.infer<typeof publishing>;

/** `GET /v1/task-lists/{year}/publishings`, the newest first. */
export const publishings = z
  .strictObject({ year: z.int(), publishings: z.array(publishing) })
  .meta({ id: 'Publishings' });
export type Publishings = z.infer<typeof publishings>;

export const publishingsExample: Publishings = {
  year: 2024,
  publishings: [
    {
      version: 1,
      publishedAt: '2024-01-10T10:00:00.000+08:00',
      publishedBy: { id: 'k1a2', label: '区局管理员' },
      by: '陈敏',
      undoes: null,
      summary: publishingSummaryExample,
      undoable: true,
    },
  ],
};
