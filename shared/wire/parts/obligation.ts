import * as z from 'zod';
import { acted, notActed } from './acted.ts';
import { obligationState } from './obligationState.ts';
import { punctuality } from './punctuality.ts';

/** An obligation (应报项), and how it stands. */
export const obligation = z
  .strictObject({
    /** `list.arrangement.schedule.unit.period`. */
    key: z.string(),
    unit: z.strictObject({ id: z.string(), name: z.string() }),
    category: z.int(),
    task: z.string(),
    taskName: z.string(),
    arrangement: z.string(),
    arrangementText: z.string(),
    period: z.string(),
    opens: z.iso.date(),
    due: z.iso.date().nullable(),
    lock: z.iso.date().nullable(),
    state: obligationState,
    punctuality: punctuality.nullable(),
    ...acted.shape,
    /** How many rows it has, how many are received, how many say done. */
    rows: z.int(),
    receivedRows: z.int(),
    fulfilledRows: z.int(),
    /** Rows of it that stand as drafts. */
    drafts: z.int(),
    /** Server times, ISO 8601 with offset +08:00. */
    firstReceivedAt: z.string().nullable(),
    firstFulfilledAt: z.string().nullable(),
    lastChangedAt: z.string().nullable(),
  })
  .meta({ id: 'Obligation' });
export type ObligationItem = z.infer<typeof obligation>;

export const obligationExample: ObligationItem = {
  key: '2024.1-7-1.1.xuejia.2024-W15',
  unit: { id: 'xuejia', name: '某镇' },
  category: 1,
  task: '1-7',
  taskName: '装货安全',
  arrangement: '1-7-1',
  arrangementText: '每周调度装货企业。',
  period: '2024-W15',
  opens: '2024-04-08',
  due: '2024-04-14',
  lock: null,
  state: 'fulfilled',
  punctuality: 'onTime',
  ...notActed,
  review: {
    ...{ state: 'toAccept', resubmitted: false, reason: null },
    ...{ returnedOn: null, returnedBy: null, answerBy: null },
  },
  rows: 1,
  receivedRows: 1,
  fulfilledRows: 1,
  drafts: 0,
  firstReceivedAt: '2024-04-10T09:30:12.000+08:00',
  firstFulfilledAt: '2024-04-10T09:30:12.000+08:00',
  lastChangedAt: '2024-04-10T09:30:12.000+08:00',
};
