import * as z from 'zod';
import { ledgerMemory } from '../ledgers/ledgerMemory.ts';

/** What `GET /v1/ledger-shapes` answers: what the unit has confirmed of its own tables, the newest first. */
export const ledgerMemories = z
  .strictObject({
    shapes: z.array(
      z.strictObject({
        /** Digest of the headings of all sheets. */
        shape: z.string(),
        revision: z.int(),
        memory: ledgerMemory,
      }),
    ),
  })
  .meta({ id: 'LedgerMemories' });
export type LedgerMemories = z.infer<typeof ledgerMemories>;

export const ledgerMemoriesExample: LedgerMemories = {
  shapes: [
    {
      shape: '5d41402abc4b2a76b9719d911017c592',
      revision: 2,
      memory: {
        sheets: [
          {
            ...{ name: '推进台账', isLeftOut: false },
            columns: { 经办: 'contact' },
            matches: { 每周调度装货企业: '2-1-4' },
            series: { 每周调度装货企业: '2-1-4.1.i1' },
          },
        ],
        ...{ reports: {}, files: [] },
      },
    },
  ],
};
