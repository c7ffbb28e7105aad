import * as z from 'zod';
import { bulletinEntry, bulletinEntryExample } from './parts/bulletinEntry.ts';

/** `GET /v1/bulletins`: a list's bulletins, page by page, the newest first; drafts for officers and administrators only. */
export const bulletins = z
  .strictObject({
    year: z.int(),
    bulletins: z.array(bulletinEntry),
    /** Give it as `cursor` for the next page; `null` at the end. */
    next: z.string().nullable(),
  })
  .meta({ id: 'Bulletins' });
export type Bulletins = z.infer<typeof bulletins>;

export const bulletinsExample: Bulletins = { year: 2024, bulletins: [bulletinEntryExample], next: null };
