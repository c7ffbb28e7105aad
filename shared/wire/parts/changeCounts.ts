import * as z from 'zod';

/** How many arrangements a publishing changes, by what happens to them. */
export const changeCounts = z
  .strictObject({
    added: z.int(),
    returned: z.int(),
    changed: z.int(),
    moved: z.int(),
    gone: z.int(),
    unchanged: z.int(),
  })
  .meta({ id: 'ChangeCounts' });
export type ChangeCounts = z.infer<typeof changeCounts>;
