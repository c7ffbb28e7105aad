import * as z from 'zod';
import { rowValues } from '../../row/row.ts';
import { finding } from '../../rules/finding.ts';
import { obligationState } from './obligationState.ts';
import { packedReview } from './review.ts';
import { punctuality } from './punctuality.ts';

/** What became of a row (S3). */
export const outcomeKind = z.enum([
  'applied',
  'unchanged',
  'merged',
  'conflict',
  'invalid',
  'locked',
  'retired',
  'unknown',
]);
export type OutcomeKind = z.infer<typeof outcomeKind>;

export const outcome = z
  .strictObject({
    key: z.string(),
    outcome: outcomeKind,
    /** The row's version now, the base of the next push; of the draft where the outcome is `invalid`. */
    version: z.int().optional(),
    findings: z.array(finding).optional(),
    /** Of a conflict: what stands at the server, its version, the fields that both changed, and the common base. */
    theirs: z
      .strictObject({
        version: z.int(),
        values: rowValues,
        base: rowValues.nullable(),
        fields: z.array(z.string()),
      })
      .optional(),
    /** Of a lock: the day it fell, and whom to call. */
    lock: z.strictObject({ on: z.iso.date(), contact: z.string() }).optional(),
  })
  .meta({ id: 'Outcome' });
export type Outcome = z.infer<typeof outcome>;

/**
 * What became of a pushed row. Where it stands as it was sent, letter by letter, and nobody else has changed its series
 * since the push's cursor, `row` says what else of it has changed, and it is not among the `changes`.
 */
export const answeredOutcome = outcome
  .extend({
    row: z
      .strictObject({
        state: obligationState,
        punctuality: punctuality.optional(),
        /** From when on it is behind pace, where that is another day than before; `null`: from no day. */
        behindFrom: z.iso.date().nullable().optional(),
        /** Its review, where that is neither to be accepted, as what a push makes received is, nor as before; `null`: none any more. */
        review: packedReview.nullable().optional(),
        previousCount: z.int().nullable().optional(),
        nextCount: z.int().nullable().optional(),
        /** The rules that its explanation was written for; left out: none. */
        explainedRules: z.array(z.string()).optional(),
      })
      .optional(),
  })
  .meta({ id: 'AnsweredOutcome' });
export type AnsweredOutcome = z.infer<typeof answeredOutcome>;
/** What a row that stands as it was sent has beside that. */
export type AnsweredRow = NonNullable<AnsweredOutcome['row']>;
