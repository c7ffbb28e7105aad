import * as z from 'zod';
import { tableFinding } from './parts/tableFinding.ts';

export const groupBy = z.enum(['unit', 'category', 'task', 'arrangement', 'period']).meta({ id: 'GroupBy' });
export type GroupBy = z.infer<typeof groupBy>;

/** Reported, allocated and printed quantity of one indicator (B2). */
export const quantity = z
  .strictObject({
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
  })
  .meta({ id: 'Quantity' });
export type Quantity = z.infer<typeof quantity>;

export const progressCounts = z
  .strictObject({
    /** Dated obligations of the year. Waived and retired ones are not expected. */
    expected: z.int(),
    /** Of `expected`: due date passed. The denominator of the rates (B1). */
    due: z.int(),
    /** Of `due`: received, fulfilled, fulfilled on time. */
    dueReceived: z.int(),
    dueFulfilled: z.int(),
    dueOnTime: z.int(),
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
    /** Received, undated ones too: how the bureau has reviewed it. No rate knows of that. */
    toAccept: z.int(),
    accepted: z.int(),
    returned: z.int(),
    /** Lights: overdue; returned or behind pace; due soon. No obligation has two. */
    red: z.int(),
    yellow: z.int(),
    blue: z.int(),
  })
  .meta({ id: 'ProgressCounts' });
export type ProgressCounts = z.infer<typeof progressCounts>;

/** Rates of what is due; `null` where nothing is due. */
export const progressRates = z.strictObject({
  /** 上报率: `dueReceived` / `due`. */
  completeness: z.number().nullable(),
  /** 已到期完成率: `dueFulfilled` / `due`. */
  fulfilment: z.number().nullable(),
  /** 按时率: `dueOnTime` / `due`. */
  timeliness: z.number().nullable(),
  /** 全年完成: `fulfilled` / `expected`, the share of the whole year; `null` where nothing is expected. */
  yearShare: z.number().nullable(),
});
export type ProgressRates = z.infer<typeof progressRates>;

export const progressGroup = z
  .strictObject({
    /** Unit id, category number, task or arrangement code, or period. */
    id: z.string(),
    name: z.string(),
    ...progressCounts.shape,
    ...progressRates.shape,
    /** Where they were asked for (`quantities=true`). */
    quantities: z.array(quantity).optional(),
  })
  .meta({ id: 'ProgressGroup' });
export type ProgressGroup = z.infer<typeof progressGroup>;

/** `GET /v1/progress`. */
export const progressAnswer = z
  .strictObject({
    list: z.strictObject({ year: z.int(), title: z.string() }),
    groupBy,
    today: z.iso.date(),
    demo: z.boolean(),
    total: z.strictObject({ ...progressCounts.shape, ...progressRates.shape }),
    groups: z.array(progressGroup),
    /** What does not add up in the district's quantities, where they were asked for. */
    findings: z.array(tableFinding),
  })
  .meta({ id: 'Progress' });
export type ProgressAnswer = z.infer<typeof progressAnswer>;

export const progressAnswerExample: ProgressAnswer = {
  list: { year: 2024, title: '2024 年危险化学品安全监管工作任务清单' },
  groupBy: 'unit',
  today: '2024-04-10',
  demo: true,
  total: {
    expected: 4,
    due: 2,
    dueReceived: 2,
    dueFulfilled: 1,
    dueOnTime: 1,
    received: 2,
    fulfilled: 1,
    onTime: 1,
    reportedLate: 0,
    completedLate: 0,
    overdue: 1,
    missing: 0,
    undated: 1,
    toAccept: 1,
    accepted: 1,
    returned: 0,
    red: 1,
    yellow: 0,
    blue: 1,
    completeness: 1,
    fulfilment: 0.5,
    timeliness: 0.5,
    yearShare: 0.25,
  },
  groups: [
    {
      id: 'xuejia',
      name: '某镇',
      expected: 4,
      due: 2,
      dueReceived: 2,
      dueFulfilled: 1,
      dueOnTime: 1,
      received: 2,
      fulfilled: 1,
      onTime: 1,
      reportedLate: 0,
      completedLate: 0,
      overdue: 1,
      missing: 0,
      undated: 1,
      toAccept: 1,
      accepted: 1,
      returned: 0,
      red: 1,
      yellow: 0,
      blue: 1,
      completeness: 1,
      fulfilment: 0.5,
      timeliness: 0.5,
      yearShare: 0.25,
      quantities: [
        {
          arrangement: '1-6-3',
          indicator: 'i1',
          label: '企业',
          unitOfMeasure: '家',
          mode: 'cumulative',
          reported: 40,
          allocated: 86,
          target: 100,
        },
      ],
    },
  ],
  findings: [],
};
