import * as z from 'zod';
import { packedValues, packValues, unpackValues } from '../row/packedValues.ts';
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

const packedDraft = draft.extend({ values: packedValues });

/** A row as it is sent: without what its series or its key says, and without what is blank. */
export const packedRow = sheetRow
  .pick({ key: true, period: true, state: true })
  .extend(
    sheetRow.pick({ due: true, lock: true, punctuality: true, version: true, findings: true }).partial()
      .shape,
  )
  .extend({
    values: packedValues.optional(),
    draft: packedDraft.optional(),
    prefill: packedValues.optional(),
    opensOn: rowContext.shape.opensOn,
    previousCount: z.int().optional(),
    nextCount: z.int().optional(),
    /** The rules that the explanation of draft or submission was written for. */
    explainedRules: z.array(z.string()).optional(),
  });
export type PackedRow = z.infer<typeof packedRow>;

/** What the rows of one series have in common: one schedule of an arrangement, and one indicator. */
export const packedSeries = sheetRow
  .pick({ indicatorLabel: true, unitOfMeasure: true, target: true })
  .extend(rowContext.pick({ scheduleKind: true, allocation: true, districtTarget: true }).shape)
  .extend({ mode: rowContext.shape.indicator.shape.mode });

/** Rows as they are sent, and beside them what they have in common: texts by arrangement, the rest by the head of their keys. */
export const packedRows = z.strictObject({
  arrangements: z.record(z.string(), z.strictObject({ taskName: z.string(), text: z.string() })),
  series: z.record(z.string(), packedSeries),
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

/** What of a key names its series: list, arrangement, schedule and indicator. */
function headOf(key: string): string {
  let at = -1;
  for (let dots = 0; dots < 4; dots += 1) at = key.indexOf('.', at + 1);
  return key.slice(0, at);
}

/** Rows as they are sent. */
export function packRows(full: readonly SheetRow[]): PackedRows {
  const arrangements: PackedRows['arrangements'] = {};
  const series: PackedRows['series'] = {};
  const rows = full.map((row): PackedRow => {
    const { context, draft: drafted } = row;
    arrangements[row.arrangement] ??= { taskName: row.taskName, text: row.arrangementText };
    series[headOf(row.key)] ??= {
      indicatorLabel: row.indicatorLabel,
      unitOfMeasure: row.unitOfMeasure,
      target: row.target,
      scheduleKind: context.scheduleKind,
      allocation: context.allocation,
      districtTarget: context.districtTarget,
      mode: context.indicator.mode,
    };
    const packed: PackedRow = {
      key: row.key,
      period: row.period,
      state: row.state,
      opensOn: context.opensOn,
    };
    if (row.due !== null) packed.due = row.due;
    if (row.lock !== null) packed.lock = row.lock;
    if (row.punctuality !== null) packed.punctuality = row.punctuality;
    if (row.version !== null) packed.version = row.version;
    if (row.values !== null) packed.values = packValues(row.values);
    if (row.findings.length > 0) packed.findings = row.findings;
    if (drafted !== null) packed.draft = { ...drafted, values: packValues(drafted.values) };
    if (row.prefill !== null) packed.prefill = packValues(row.prefill);
    if (context.previousCount !== null) packed.previousCount = context.previousCount;
    if (context.nextCount !== null) packed.nextCount = context.nextCount;
    if (context.explained.rules.length > 0) packed.explainedRules = context.explained.rules;
    return packed;
  });
  return { arrangements, series, rows };
}

/** The rows that were sent, on a day, of a list. */
export function unpackRows(
  { arrangements, series, rows }: PackedRows,
  on: { today: string; year: number },
): SheetRow[] {
  return rows.map((row) => {
    const { key, due = null } = row;
    const head = headOf(key);
    const [, arrangement = '', , indicator = ''] = head.split('.');
    const { taskName = '', text = '' } = arrangements[arrangement] ?? {};
    // No row comes without its series.
    const common = series[head]!;
    const { indicatorLabel, unitOfMeasure, target } = common;
    const values = row.values ? unpackValues(row.values) : null;
    const drafted = row.draft ? { ...row.draft, values: unpackValues(row.draft.values) } : null;
    const explanation = (drafted ?? { values }).values?.explanation;
    return {
      ...{ key, arrangement, taskName, arrangementText: text, indicatorLabel, unitOfMeasure, target },
      period: row.period,
      due,
      lock: row.lock ?? null,
      state: row.state,
      punctuality: row.punctuality ?? null,
      version: row.version ?? null,
      values,
      findings: row.findings ?? [],
      draft: drafted,
      prefill: row.prefill ? unpackValues(row.prefill) : null,
      context: {
        key,
        today: on.today,
        year: on.year,
        scheduleKind: common.scheduleKind,
        opensOn: row.opensOn,
        dueOn: due,
        indicator: { id: indicator, label: indicatorLabel, unitOfMeasure, mode: common.mode },
        allocation: common.allocation,
        districtTarget: common.districtTarget,
        previousCount: row.previousCount ?? null,
        nextCount: row.nextCount ?? null,
        explained: {
          text: typeof explanation === 'string' ? explanation : null,
          rules: row.explainedRules ?? [],
        },
      },
    };
  });
}

/** The sheet that was sent. */
export function unpackSheet({ arrangements, series, rows, ...sheet }: PackedSheet): Sheet {
  const on = { today: sheet.today, year: sheet.list.year };
  return { ...sheet, rows: unpackRows({ arrangements, series, rows }, on) };
}
