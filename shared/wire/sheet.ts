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

/** One row of a unit's ledger, with all that a workbook knows of it. */
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

/** A row as it is sent: without what its neighbours, the answer or the row itself say already. */
export const packedRow = sheetRow.omit({ taskName: true, arrangementText: true }).extend({
  context: rowContext
    .omit({ key: true, today: true, year: true, dueOn: true, indicator: true, explained: true })
    .extend({
      indicator: rowContext.shape.indicator.pick({ id: true, mode: true }),
      /** The rules that the explanation of draft or submission was written for. */
      explainedRules: rowContext.shape.explained.shape.rules,
    }),
});
export type PackedRow = z.infer<typeof packedRow>;

/** Rows as they are sent, and the texts of their arrangements, by code. */
export const packedRows = z.strictObject({
  arrangements: z.record(z.string(), z.strictObject({ taskName: z.string(), text: z.string() })),
  rows: z.array(packedRow),
});
export type PackedRows = z.infer<typeof packedRows>;

/** `GET /v1/sheet`: a unit's ledger; with `cursor`, only the rows that changed or opened since. */
export const packedSheet = z.strictObject({
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
  ...packedRows.shape,
  cursor: z.string(),
});
export type PackedSheet = z.infer<typeof packedSheet>;
export type Sheet = Omit<PackedSheet, keyof PackedRows> & { rows: SheetRow[] };

/** Rows as they are sent. */
export function packRows(full: readonly SheetRow[]): PackedRows {
  const arrangements: PackedRows['arrangements'] = {};
  const rows = full.map(({ taskName, arrangementText, context, ...row }): PackedRow => {
    arrangements[row.arrangement] ??= { taskName, text: arrangementText };
    const { scheduleKind, opensOn, indicator, allocation, districtTarget } = context;
    return {
      ...row,
      context: {
        ...{ scheduleKind, opensOn, allocation, districtTarget },
        previousCount: context.previousCount,
        nextCount: context.nextCount,
        indicator: { id: indicator.id, mode: indicator.mode },
        explainedRules: context.explained.rules,
      },
    };
  });
  return { arrangements, rows };
}

/** The rows that were sent, on a day, of a list. */
export function unpackRows(
  { arrangements, rows }: PackedRows,
  on: { today: string; year: number },
): SheetRow[] {
  return rows.map(({ context: { explainedRules, ...context }, ...row }) => {
    const { taskName = '', text = '' } = arrangements[row.arrangement] ?? {};
    const explanation = (row.draft ?? row).values?.explanation;
    return {
      ...row,
      taskName,
      arrangementText: text,
      context: {
        ...context,
        key: row.key,
        today: on.today,
        year: on.year,
        dueOn: row.due,
        indicator: { ...context.indicator, label: row.indicatorLabel, unitOfMeasure: row.unitOfMeasure },
        explained: { text: typeof explanation === 'string' ? explanation : null, rules: explainedRules },
      },
    };
  });
}

/** The sheet that was sent. */
export function unpackSheet({ arrangements, rows, ...sheet }: PackedSheet): Sheet {
  const on = { today: sheet.today, year: sheet.list.year };
  return { ...sheet, rows: unpackRows({ arrangements, rows }, on) };
}
