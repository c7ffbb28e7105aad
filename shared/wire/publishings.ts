import * as z from 'zod';
import { changeCounts } from './comparison.ts';

const codes = z.array(z.string());

/** What a publishing changed: how many arrangements, and which, by code. */
export const publishingSummary = z.strictObject({
  counts: changeCounts,
  added: codes,
  returned: codes,
  changed: codes,
  moved: codes,
  gone: codes,
  /** Of those that are gone, the ones that are kept, since something hangs on them. */
  retired: codes,
});
export type PublishingSummary = z.infer<typeof publishingSummary>;

/** One publishing of a list. */
export const publishing = z.strictObject({
  /** The version that it made. */
  version: z.int(),
  /** The server's time, ISO 8601 in Shanghai. */
  publishedAt: z.string(),
  /** The access key that did it. */
  publishedBy: z.strictObject({ id: z.string(), label: z.string().nullable() }),
  /** The version that it took back; `null` where it is no undoing. */
  undoes: z.int().nullable(),
  summary: publishingSummary,
  /** Whether it can be taken back now: the last one can, while nothing new hangs on it. */
  undoable: z.boolean(),
});
export type Publishing = z.infer<typeof publishing>;

/** `GET /v1/task-lists/{year}/publishings`, the newest first. */
export const publishings = z.strictObject({ year: z.int(), publishings: z.array(publishing) });
export type Publishings = z.infer<typeof publishings>;

/** `POST /v1/task-lists/{year}/publishings/undo`: the publishing that is to be taken back, by its version. */
export const undoRequest = z.strictObject({ version: z.int().min(1) });
export type UndoRequest = z.infer<typeof undoRequest>;
