import * as z from 'zod';
import { blankRow, rowValues } from '../row/row.ts';

/** One version of a row: who wrote what when. */
export const revisionItem = z
  .strictObject({
    /** The row's key. */
    key: z.string(),
    /** The obligation's key. */
    obligation: z.string(),
    unit: z.strictObject({ id: z.string(), name: z.string() }),
    arrangement: z.string(),
    arrangementText: z.string(),
    indicator: z.string(),
    label: z.string(),
    unitOfMeasure: z.string(),
    period: z.string(),
    version: z.int(),
    /** `draft`: it broke a rule, and counted nowhere. */
    kind: z.enum(['submission', 'draft']),
    values: rowValues,
    /** Server time, ISO 8601 with offset +08:00. */
    madeAt: z.string(),
    /** Id of the access key. */
    madeBy: z.string(),
    /** The person to whom that key was issued. */
    by: z.string(),
    /** Written by somebody else than the unit itself. */
    onBehalf: z.boolean(),
  })
  .meta({ id: 'RowRevision' });
export type RevisionItem = z.infer<typeof revisionItem>;

/** `GET /v1/revisions`: the versions of all rows, in order of time. */
export const revisionsAnswer = z
  .strictObject({
    today: z.iso.date(),
    revisions: z.array(revisionItem),
    /** Give it as `cursor` for the next page; `null` at the end. */
    next: z.string().nullable(),
  })
  .meta({ id: 'Revisions' });
export type RevisionsAnswer = z.infer<typeof revisionsAnswer>;

export const revisionsAnswerExample: RevisionsAnswer = {
  today: '2024-04-10',
  revisions: [
    {
      key: '2024.1-7-1.1.done.xuejia.2024-W15.h',
      obligation: '2024.1-7-1.1.xuejia.2024-W15',
      unit: { id: 'xuejia', name: '某镇' },
      arrangement: '1-7-1',
      arrangementText: '每周调度装货企业。',
      indicator: 'done',
      label: '完成',
      unitOfMeasure: '项',
      period: '2024-W15',
      version: 1,
      kind: 'submission',
      values: { ...blankRow, status: '已开展', note: '调度 5 家装货企业，已通报。' },
      madeAt: '2024-04-10T09:30:12.000+08:00',
      madeBy: 'k7f2',
      by: '王芳',
      onBehalf: false,
    },
  ],
  next: null,
};
