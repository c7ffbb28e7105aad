import * as z from 'zod';

/** A warning of the bureau's side: allocations or reports that do not add up to the target. */
export const tableFinding = z
  .strictObject({
    rule: z.string(),
    arrangement: z.string(),
    indicator: z.string(),
    zh: z.string(),
    en: z.string(),
  })
  .meta({ id: 'TableFinding' });
