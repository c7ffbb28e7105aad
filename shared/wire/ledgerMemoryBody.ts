import * as z from 'zod';
import { ledgerMemory } from '../ledgers/ledgerMemory.ts';

/** What `PUT /v1/ledger-shapes/{shape}` keeps, as the next revision; 0: nothing was kept of the shape before. */
export const ledgerMemoryBody = z
  .strictObject({ revision: z.int().min(0), memory: ledgerMemory })
  .meta({ id: 'LedgerMemoryBody' });
export type LedgerMemoryBody = z.infer<typeof ledgerMemoryBody>;

export const ledgerMemoryBodyExample: LedgerMemoryBody = {
  revision: 0,
  memory: {
    sheets: [{ name: '推进台账', isLeftOut: false, columns: { 经办: 'contact' }, matches: {} }],
    ...{ reports: {}, files: [] },
  },
};
