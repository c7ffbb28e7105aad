import * as z from 'zod';
import { rowValues } from '../../row/row.ts';
import { rowContext } from '../../rules/context.ts';
import { finding } from '../../rules/finding.ts';
import { acted } from './acted.ts';
import { draft } from './draft.ts';
import { obligationState } from './obligationState.ts';
import { punctuality } from './punctuality.ts';

/** One row of a unit's ledger, with all that a workbook knows of it. */
export const sheetRow = z.strictObject({
  key: z.string(),
  /** Identity cells, as shown; a workbook restores them from here when they are touched. */
  arrangement: z.string(),
  taskName: z.string(),
  arrangementText: z.string(),
  indicatorLabel: z.string(),
  unitOfMeasure: z.string(),
  /** The unit's allocation, or the district's target while none is made, or null. */
  target: z.int().nullable(),
  period: z.string(),
  due: z.iso.date().nullable(),
  lock: z.iso.date().nullable(),
  state: obligationState,
  punctuality: punctuality.nullable(),
  ...acted.shape,
  /** Version and values of the submission; `null` while there is none. */
  version: z.int().nullable(),
  values: rowValues.nullable(),
  /** Warnings of the submission, passed by its explanation. */
  findings: z.array(finding),
  draft: draft.nullable(),
  /** Values offered for a row not yet filled in (a final row: the latest period's); never sent by itself. */
  prefill: rowValues.nullable(),
  /** What the rules need to judge this row. */
  context: rowContext,
});
export type SheetRow = z.infer<typeof sheetRow>;
