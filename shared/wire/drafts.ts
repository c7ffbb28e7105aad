import * as z from 'zod';
import { blankRow, rowValues } from '../row/row.ts';
import { finding } from '../rules/finding.ts';
import { submission, submissionExample } from './parts/submission.ts';

/** What a rule found in a draft, with its sentence in both languages. */
export const toldFinding = z
  .strictObject({ ...finding.shape, zh: z.string(), en: z.string() })
  .meta({ id: 'ToldFinding' });
export type ToldFinding = z.infer<typeof toldFinding>;

const { draft: _, ...row } = submission.shape;

/** A row whose last values break a rule. `version` and `values` are those that count meanwhile. */
export const draftItem = z
  .strictObject({
    ...row,
    draft: z.strictObject({
      version: z.int(),
      /** As they were typed, where they could not be read. */
      values: rowValues,
      findings: z.array(toldFinding),
      /** Server time, ISO 8601 with offset +08:00. */
      submittedAt: z.string(),
      /** The person who wrote it. */
      by: z.string(),
    }),
  })
  .meta({ id: 'DraftRow' });
export type DraftItem = z.infer<typeof draftItem>;

/** `GET /v1/drafts`: in order of due date. */
export const draftsAnswer = z
  .strictObject({
    today: z.iso.date(),
    /** Number of the last change that they show. */
    change: z.int(),
    drafts: z.array(draftItem),
    /** Give it as `cursor` for the next page; `null` at the end. */
    next: z.string().nullable(),
  })
  .meta({ id: 'Drafts' });
export type DraftsAnswer = z.infer<typeof draftsAnswer>;

export const draftsAnswerExample: DraftsAnswer = {
  today: '2024-04-10',
  change: 154,
  drafts: [
    {
      ...submissionExample,
      draft: {
        version: 2,
        values: { ...blankRow, status: '大概完成', note: '调度 6 家装货企业。' },
        findings: [
          {
            rule: 'V-status-known',
            severity: 'error',
            field: 'status',
            key: submissionExample.key,
            value: '大概完成',
            params: { choices: '已开展、未开展、本地无此类' },
            zh: '【状态】「大概完成」不是可选的状态，请选择：已开展、未开展、本地无此类。',
            en: '"Status" "大概完成" is no status. Choose one of: 已开展、未开展、本地无此类.',
          },
        ],
        submittedAt: '2024-04-10T10:05:00.000+08:00',
        by: '王芳',
      },
    },
  ],
  next: null,
};
