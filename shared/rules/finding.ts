import * as z from 'zod';
import { cellValue, rowFields } from '../row/row.ts';
import { ruleIds } from './ruleIds.ts';

/** `error` blocks the row; `warning` passes with an explanation (核实说明). */
export const severity = z.enum(['error', 'warning']);
export type Severity = z.infer<typeof severity>;

/** What a rule found in one cell or row (校验结果). Plain data; sentences are made from it by `sentenceFor`. */
export const finding = z
  .strictObject({
    rule: z.enum(ruleIds),
    severity,
    /** The cell concerned; `key` for faults of the row key itself. */
    field: z.enum([...rowFields, 'key']),
    /** The row's key as it stands in the sheet. */
    key: z.string(),
    /** The cell's value as the clerk left it. */
    value: cellValue,
    /** What the sentence needs. */
    params: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
  })
  .meta({ id: 'Finding' });
export type Finding = z.infer<typeof finding>;
