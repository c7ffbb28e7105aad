import * as z from 'zod';
import { bulletinContent } from '../bulletin/content.ts';
import { bulletinContentExample } from '../bulletin/exampleContent.ts';
import { bulletinEntry, bulletinEntryExample } from './parts/bulletinEntry.ts';

/** A bulletin with its content (B6): what drafting, reading, editing and issuing answer. */
export const bulletin = z
  .strictObject({
    bulletin: bulletinEntry,
    content: bulletinContent,
    /** Of a draft: edited sentences whose made sentence has changed since. */
    stale: z.array(z.string()),
    /** Of a draft: edits of sentences that are not made any more, and are not printed. */
    gone: z.array(z.strictObject({ id: z.string(), edited: z.string() })),
  })
  .meta({ id: 'Bulletin' });
export type Bulletin = z.infer<typeof bulletin>;

export const bulletinExample: Bulletin = {
  bulletin: bulletinEntryExample,
  content: bulletinContentExample,
  stale: [],
  gone: [],
};
