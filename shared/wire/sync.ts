import * as z from 'zod';
import { rawValues, rowValues } from '../row/row.ts';
import { finding } from '../rules/finding.ts';
import { listOf } from '../schema/bounded.ts';
import { obligationState, packedRows, punctuality, unpackRows, type SheetRow } from './sheet.ts';

/** Most rows and bytes of one push (S11); a client splits by bytes. */
export const pushLimits = { rows: 5000, bytes: 4_000_000 } as const;

export const pushRow = z.strictObject({
  key: z.string().min(1).max(120),
  /** Version of the row that the workbook last saw: of the draft where there is one; `null`: never saw one. */
  base: z.int().min(1).nullable(),
  values: rawValues,
});
export type PushRow = z.infer<typeof pushRow>;

/** `POST /v1/sync`. */
export const pushRequest = z.strictObject({
  /** Made by the client; the same push sent again is answered again, not applied again (S2). */
  pushId: z.string().regex(/^[A-Za-z0-9_-]{8,64}$/),
  /** Where the last pull ended; absent: no changes are wanted before this push. */
  cursor: z.string().max(64).optional(),
  rulesVersion: z.string().min(1).max(20),
  rows: listOf(pushRow, { max: pushLimits.rows }),
});
export type PushRequest = z.infer<typeof pushRequest>;

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

export const outcome = z.strictObject({
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
});
export type Outcome = z.infer<typeof outcome>;

/**
 * What became of a pushed row. Where it stands as it was sent, letter by letter, and nobody else has changed its series
 * since the push's cursor, `row` says what else of it has changed, and it is not among the `changes`.
 */
export const answeredOutcome = outcome.extend({
  row: z
    .strictObject({
      state: obligationState,
      punctuality: punctuality.optional(),
      previousCount: z.int().nullable().optional(),
      nextCount: z.int().nullable().optional(),
      /** The rules that its explanation was written for; left out: none. */
      explainedRules: z.array(z.string()).optional(),
    })
    .optional(),
});
export type AnsweredOutcome = z.infer<typeof answeredOutcome>;
/** What a row that stands as it was sent has beside that. */
export type AnsweredRow = NonNullable<AnsweredOutcome['row']>;

/** What `POST /v1/sync` answers. */
export const packedAnswer = z.strictObject({
  pushId: z.string(),
  rulesVersion: z.string(),
  today: z.iso.date(),
  /** The list's year. */
  year: z.int(),
  outcomes: z.array(answeredOutcome),
  /** Rows that changed or opened since `cursor`, the push's own included, but for those that stand as they were sent. */
  changes: packedRows,
  cursor: z.string(),
});
export type PackedAnswer = z.infer<typeof packedAnswer>;
export type PushAnswer = Omit<PackedAnswer, 'changes'> & { changes: SheetRow[] };

/** The answer that was sent. */
export function unpackAnswer(answer: PackedAnswer): PushAnswer {
  return { ...answer, changes: unpackRows(answer.changes, answer) };
}
