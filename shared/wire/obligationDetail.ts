import * as z from 'zod';
import { blankRow, rowValues } from '../row/row.ts';
import { actOutcomeKind } from './actAnswer.ts';
import { draft } from './parts/draft.ts';
import { obligation, obligationExample } from './parts/obligation.ts';

/** A version that a row had. */
const revision = z
  .strictObject({
    version: z.int(),
    kind: z.enum(['submission', 'draft']),
    values: rowValues,
    /** Server time, ISO 8601 with offset +08:00. */
    madeAt: z.string(),
    /** Id of the access key. */
    madeBy: z.string(),
    /** The person to whom that key was issued. */
    by: z.string(),
    /** Entered by somebody else than the unit itself. */
    onBehalf: z.boolean(),
  })
  .meta({ id: 'Revision' });

/** One row of an obligation with every version it ever had. */
export const obligationRow = z
  .strictObject({
    key: z.string(),
    indicator: z.string(),
    label: z.string(),
    unitOfMeasure: z.string(),
    /** Version and values of the submission; `null` while there is none. */
    version: z.int().nullable(),
    values: rowValues.nullable(),
    draft: draft.nullable(),
    revisions: z.array(revision),
  })
  .meta({ id: 'ObligationRow' });
export type ObligationRowItem = z.infer<typeof obligationRow>;

/** What the bureau has decided of an obligation, and what that has changed. */
export const obligationAct = z
  .strictObject({
    /** Server time, ISO 8601 with offset +08:00. */
    at: z.string(),
    act: z.string(),
    /** The person's name. */
    by: z.string(),
    reason: z.string().nullable(),
    document: z.string().nullable(),
    /** Of an extension: the new date; of an unlocking: its last day. */
    due: z.iso.date().nullable(),
    until: z.iso.date().nullable(),
    outcome: actOutcomeKind,
    /** Why it was refused. */
    code: z.string().nullable(),
    /** What has changed: names with what stood there, and what stands there since. */
    before: z.record(z.string(), z.string().nullable()).nullable(),
    after: z.record(z.string(), z.string().nullable()).nullable(),
  })
  .meta({ id: 'ObligationAct' });
export type ObligationAct = z.infer<typeof obligationAct>;

/** `GET /v1/obligations/{key}`: the rows behind one obligation, and the acts that named it, the oldest first. */
export const obligationDetail = z
  .strictObject({
    obligation,
    rows: z.array(obligationRow),
    acts: z.array(obligationAct),
  })
  .meta({ id: 'ObligationDetail' });
export type ObligationDetail = z.infer<typeof obligationDetail>;

export const obligationDetailExample: ObligationDetail = {
  obligation: obligationExample,
  rows: [
    {
      key: '2024.1-7-1.1.done.xuejia.2024-W15.h',
      indicator: 'done',
      label: '完成',
      unitOfMeasure: '项',
      version: 1,
      values: { ...blankRow, status: '已开展', note: '调度 5 家装货企业，已通报。' },
      draft: null,
      revisions: [
        {
          version: 1,
          kind: 'submission',
          values: { ...blankRow, status: '已开展', note: '调度 5 家装货企业，已通报。' },
          madeAt: '2024-04-10T09:30:12.000+08:00',
          madeBy: 'k7f2',
          by: '王芳',
          onBehalf: false,
        },
      ],
    },
  ],
  acts: [
    {
      at: '2024-04-11T10:00:00.000+08:00',
      act: 'accept',
      by: '张三',
      ...{ reason: null, document: null, due: null, until: null },
      outcome: 'applied',
      code: null,
      before: { review: 'toAccept' },
      after: { review: 'accepted' },
    },
  ],
};
