import * as z from 'zod';
import { submissionOf } from '../../obligations/submissionOf.ts';
import { light } from './acted.ts';
import { obligationExample } from './obligation.ts';
import { obligationState } from './obligationState.ts';
import { punctuality } from './punctuality.ts';
import { reportedRow, reportedRowExample } from './reportedRow.ts';
import { reviewState } from './review.ts';

const { key, indicator, label, unitOfMeasure, version, values, draft, submittedAt, by, onBehalf } =
  reportedRow.shape;

/** A row of the district with what was reported for it, and how its obligation stands. */
export const submission = z
  .strictObject({
    key,
    /** The obligation's key. */
    obligation: z.string(),
    unit: z.strictObject({ id: z.string(), name: z.string() }),
    category: z.int(),
    task: z.string(),
    taskName: z.string(),
    arrangement: z.string(),
    arrangementText: z.string(),
    ...{ indicator, label, unitOfMeasure },
    period: z.string(),
    opens: z.iso.date(),
    /** The due date in force; the one before an extension; the one from which a holiday moved it. */
    due: z.iso.date().nullable(),
    dueOriginal: z.iso.date().nullable(),
    movedFrom: z.iso.date().nullable(),
    lock: z.iso.date().nullable(),
    state: obligationState,
    punctuality: punctuality.nullable(),
    light: light.nullable(),
    review: reviewState.nullable(),
    /** Why it was last returned. */
    reviewReason: z.string().nullable(),
    ...{ version, values, draft, submittedAt, by, onBehalf },
  })
  .meta({ id: 'Submission' });
export type Submission = z.infer<typeof submission>;

export const submissionExample: Submission = submissionOf(obligationExample, reportedRowExample);
