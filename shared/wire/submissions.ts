import * as z from 'zod';
import { submission, submissionExample } from './parts/submission.ts';

/** `GET /v1/submissions`: rows of obligations with what was reported, in order of due date. */
export const submissionsAnswer = z
  .strictObject({
    today: z.iso.date(),
    /** Number of the last change that the rows show. */
    change: z.int(),
    submissions: z.array(submission),
    /** Give it as `cursor` for the next page; `null` at the end. */
    next: z.string().nullable(),
  })
  .meta({ id: 'Submissions' });
export type SubmissionsAnswer = z.infer<typeof submissionsAnswer>;

export const submissionsAnswerExample: SubmissionsAnswer = {
  today: '2024-04-10',
  change: 153,
  submissions: [submissionExample],
  next: null,
};
