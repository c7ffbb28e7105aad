import * as z from 'zod';
import { tableFinding } from './parts/tableFinding.ts';

/** What `PUT /v1/task-lists/{year}/allocations` answers. */
export const allocationsSaved = z
  .strictObject({ changed: z.int(), findings: z.array(tableFinding) })
  .meta({ id: 'AllocationsSaved' });
export type AllocationsSaved = z.infer<typeof allocationsSaved>;

export const allocationsSavedExample: AllocationsSaved = {
  changed: 1,
  findings: [
    {
      rule: 'V-allocations-sum',
      arrangement: '1-1-1',
      indicator: 'i1',
      zh: '「检查企业」各单位分解指标合计 45 家，与全区目标 61 家相差 16，请核对分解。',
      en: '"检查企业": the allocations sum to 45 家, 16 off the district\'s target of 61 家. Check them.',
    },
  ],
};
