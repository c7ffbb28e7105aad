import * as z from 'zod';
import { rowValues } from '../row/row.ts';
import { rowContext } from '../rules/context.ts';
import { finding } from '../rules/finding.ts';

/** Where a row stands. `waived`: a final report or 本地无此类 has made it unnecessary; `retired`: no longer asked for. */
export const obligationState = z.enum([
  'upcoming',
  'open',
  'received',
  'fulfilled',
  'overdue',
  'undated',
  'waived',
  'retired',
]);
export type ObligationState = z.infer<typeof obligationState>;

/** Decided once, at the first fulfilment (P2): 按时, 迟报, 逾期完成. */
export const punctuality = z.enum(['onTime', 'reportedLate', 'completedLate']);
export type Punctuality = z.infer<typeof punctuality>;

/** The last values pushed of a row that breaks a rule: kept and shown, never counted (S10). */
export const draft = z.strictObject({
  version: z.int(),
  values: rowValues,
  findings: z.array(finding),
});

/** One row of a unit's ledger. */
export const sheetRow = z.strictObject({
  key: z.string(),
  /** Identity cells, as shown; a workbook restores them from here when they are touched. */
  arrangement: z.string(),
  taskName: z.string(),
  arrangementText: z.string(),
  indicatorLabel: z.string(),
  unitOfMeasure: z.string(),
  /** The unit's allocation, or the district's target while none is made, or null. */
  target: z.int().nullable(),
  period: z.string(),
  due: z.iso.date().nullable(),
  lock: z.iso.date().nullable(),
  state: obligationState,
  punctuality: punctuality.nullable(),
  /** Version and values of the submission; `null` while there is none. */
  version: z.int().nullable(),
  values: rowValues.nullable(),
  /** Warnings of the submission, passed by its explanation. */
  findings: z.array(finding),
  draft: draft.nullable(),
  /** Values offered for a row not yet filled in (a final row: the latest period's); never sent by itself. */
  prefill: rowValues.nullable(),
  /** What the rules need to judge this row. */
  context: rowContext,
});
export type SheetRow = z.infer<typeof sheetRow>;

export const sheetColumn = z.strictObject({
  field: z.string(),
  zh: z.string(),
  en: z.string(),
  /** `identity` cells are restored when touched; `hidden` ones carry the workbook's own state. */
  role: z.enum(['identity', 'value', 'hidden']),
  /** Choices of a dropdown, by kind of row. */
  choices: z.strictObject({ dated: z.array(z.string()), cadence: z.array(z.string()) }).nullable(),
});
export type SheetColumn = z.infer<typeof sheetColumn>;

/** `GET /v1/sheet`: a unit's ledger; with `cursor`, only the rows that changed or opened since. */
export const sheet = z.strictObject({
  list: z.strictObject({ year: z.int(), title: z.string() }),
  unit: z.strictObject({ id: z.string(), name: z.string() }),
  /** The server's today; the pane checks dates against it (P8). */
  today: z.iso.date(),
  /** Whether the clock is the demo clock (演示日期). */
  demo: z.boolean(),
  rulesVersion: z.string(),
  /** Whether `rows` is the whole sheet, or the changes since the cursor that was given. */
  whole: z.boolean(),
  columns: z.array(sheetColumn),
  rows: z.array(sheetRow),
  cursor: z.string(),
});
export type Sheet = z.infer<typeof sheet>;
