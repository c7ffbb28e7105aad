import * as z from 'zod';
import { rowValues } from '../row/row.ts';
import { draft, obligationState, punctuality } from './sheet.ts';

export const groupBy = z.enum(['unit', 'category', 'task', 'arrangement', 'period']);
export type GroupBy = z.infer<typeof groupBy>;

/** Reported, allocated and printed quantity of one indicator (B2). */
export const quantity = z.strictObject({
  arrangement: z.string(),
  indicator: z.string(),
  label: z.string(),
  unitOfMeasure: z.string(),
  mode: z.enum(['cumulative', 'perPeriod']),
  /** Sum over the group's units; the bureau's own count stays outside unless it alone is assigned. `null`: nobody has reported a count. */
  reported: z.int().nullable(),
  /** Sum of the group's units' allocations; `null` while none is made. */
  allocated: z.int().nullable(),
  /** The district's target; `null` where none is printed. */
  target: z.int().nullable(),
});
export type Quantity = z.infer<typeof quantity>;

export const progressCounts = z.strictObject({
  /** Dated obligations: the denominator of every rate (B1). Waived and retired ones are not expected. */
  expected: z.int(),
  /** Of `expected`: due date passed. */
  due: z.int(),
  /** Every row of it has a valid submission of whatever status. */
  received: z.int(),
  /** Every row of it says done (已完成, 已开展) or 本地无此类. */
  fulfilled: z.int(),
  onTime: z.int(),
  /** 迟报: done by the due date according to its completion date, reported after it. */
  reportedLate: z.int(),
  /** 逾期完成: done after the due date. */
  completedLate: z.int(),
  /** Due passed and not fulfilled. */
  overdue: z.int(),
  /** Due passed and not received. */
  missing: z.int(),
  /** Undated obligations, outside every rate. */
  undated: z.int(),
});
export type ProgressCounts = z.infer<typeof progressCounts>;

export const progressGroup = z.strictObject({
  /** Unit id, category number, task or arrangement code, or period. */
  id: z.string(),
  name: z.string(),
  ...progressCounts.shape,
  /** received / expected, fulfilled / expected, on time / expected; `null` where nothing is expected. */
  completeness: z.number().nullable(),
  fulfilment: z.number().nullable(),
  timeliness: z.number().nullable(),
  /** Where they were asked for (`quantities=true`). */
  quantities: z.array(quantity).optional(),
});
export type ProgressGroup = z.infer<typeof progressGroup>;

/** A warning of the bureau's side: allocations or reports that do not add up to the target. */
export const tableFinding = z.strictObject({
  rule: z.string(),
  arrangement: z.string(),
  indicator: z.string(),
  zh: z.string(),
  en: z.string(),
});

/** `GET /v1/progress`. */
export const progressAnswer = z.strictObject({
  list: z.strictObject({ year: z.int(), title: z.string() }),
  groupBy,
  today: z.iso.date(),
  demo: z.boolean(),
  total: progressCounts,
  groups: z.array(progressGroup),
  /** What does not add up in the district's quantities, where they were asked for. */
  findings: z.array(tableFinding),
});
export type ProgressAnswer = z.infer<typeof progressAnswer>;

export const obligation = z.strictObject({
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
});
export type ObligationItem = z.infer<typeof obligation>;

/** `GET /v1/obligations`. */
export const obligationsAnswer = z.strictObject({
  today: z.iso.date(),
  obligations: z.array(obligation),
  /** Give it as `cursor` for the next page; `null` at the end. */
  next: z.string().nullable(),
});
export type ObligationsAnswer = z.infer<typeof obligationsAnswer>;

/** One row of an obligation with every version it ever had. */
export const obligationRow = z.strictObject({
  key: z.string(),
  indicator: z.string(),
  label: z.string(),
  unitOfMeasure: z.string(),
  /** Version and values of the submission; `null` while there is none. */
  version: z.int().nullable(),
  values: rowValues.nullable(),
  draft: draft.nullable(),
  revisions: z.array(
    z.strictObject({
      version: z.int(),
      kind: z.enum(['submission', 'draft']),
      values: rowValues,
      /** Server time, ISO 8601 with offset +08:00. */
      madeAt: z.string(),
      /** Id of the access key. */
      madeBy: z.string(),
      /** Entered by somebody else than the unit itself. */
      onBehalf: z.boolean(),
    }),
  ),
});
export type ObligationRowItem = z.infer<typeof obligationRow>;

/** `GET /v1/obligations/{key}`: the rows behind one obligation. */
export const obligationDetail = z.strictObject({ obligation, rows: z.array(obligationRow) });
export type ObligationDetail = z.infer<typeof obligationDetail>;
