import * as z from 'zod';
import { changeCounts } from './changeCounts.ts';

const codes = z.array(z.string());

/** What a publishing changed: how many arrangements, and which, by code. */
export const publishingSummary = z
  .strictObject({
    counts: changeCounts,
    added: codes,
    returned: codes,
    changed: codes,
    moved: codes,
    gone: codes,
    /** Of those that are gone, the ones that are kept, since something hangs on them. */
    retired: codes,
  })
  .meta({ id: 'PublishingSummary' });
export type PublishingSummary = z.infer<typeof publishingSummary>;

export const publishingSummaryExample: PublishingSummary = {
  counts: { added: 1, returned: 0, changed: 0, moved: 0, gone: 0, unchanged: 0 },
  added: ['1-1-1'],
  returned: [],
  changed: [],
  moved: [],
  gone: [],
  retired: [],
};
