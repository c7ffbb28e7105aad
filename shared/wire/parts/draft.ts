import * as z from 'zod';
import { rowValues } from '../../row/row.ts';
import { finding } from '../../rules/finding.ts';

/** The last values pushed of a row that breaks a rule: kept and shown, never counted (S10). */
export const draft = z
  .strictObject({
    version: z.int(),
    values: rowValues,
    findings: z.array(finding),
  })
  .meta({ id: 'Draft' });
