import * as z from 'zod';

/** The revision that is kept now; `null`: another was kept in between, and stands. */
export const ledgerMemoryKept = z
  .strictObject({ revision: z.int().nullable() })
  .meta({ id: 'LedgerMemoryKept' });
export type LedgerMemoryKept = z.infer<typeof ledgerMemoryKept>;

export const ledgerMemoryKeptExample: LedgerMemoryKept = { revision: 1 };
