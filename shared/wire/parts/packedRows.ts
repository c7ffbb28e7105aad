import * as z from 'zod';
import { packedValues, packValues, unpackValues } from '../../row/packedValues.ts';
import { rowContext } from '../../rules/context.ts';
import { acted, notActed, type Acted } from './acted.ts';
import { draft } from './draft.ts';
import { packedReview, packReview, unpackReview } from './review.ts';
import { sheetRow, type SheetRow } from './sheetRow.ts';

/** Of acts and clocks what is not blank. */
export const packedActed = z.strictObject({
  review: packedReview.optional(),
  dueOriginal: acted.shape.dueOriginal.unwrap().optional(),
  extension: acted.shape.extension.unwrap().optional(),
  movedFrom: acted.shape.movedFrom.unwrap().optional(),
  unlockedUntil: acted.shape.unlockedUntil.unwrap().optional(),
  declared: acted.shape.declared.unwrap().optional(),
  light: acted.shape.light.unwrap().optional(),
  behindFrom: acted.shape.behindFrom.unwrap().optional(),
});
type PackedActed = z.infer<typeof packedActed>;

export function packActed(row: Acted): PackedActed {
  const { review, ...rest } = row;
  const packed: PackedActed = {};
  if (review !== null) packed.review = packReview(review);
  if (rest.dueOriginal !== null) packed.dueOriginal = rest.dueOriginal;
  if (rest.extension !== null) packed.extension = rest.extension;
  if (rest.movedFrom !== null) packed.movedFrom = rest.movedFrom;
  if (rest.unlockedUntil !== null) packed.unlockedUntil = rest.unlockedUntil;
  if (rest.declared !== null) packed.declared = rest.declared;
  if (rest.light !== null) packed.light = rest.light;
  if (rest.behindFrom !== null) packed.behindFrom = rest.behindFrom;
  return packed;
}

export function unpackActed(packed: PackedActed): Acted {
  const { dueOriginal = null, extension = null, movedFrom = null } = packed;
  const { unlockedUntil = null, declared = null, light = null, behindFrom = null, review } = packed;
  return {
    ...notActed,
    review: review ? unpackReview(review) : null,
    ...{ dueOriginal, extension, movedFrom, unlockedUntil, declared, light, behindFrom },
  };
}

const packedDraft = draft.extend({ values: packedValues });

/** A row as it is sent: without what its series or its key says, and without what is blank. */
export const packedRow = sheetRow
  .pick({ key: true, period: true, state: true })
  .extend(
    sheetRow.pick({ due: true, lock: true, punctuality: true, version: true, findings: true }).partial()
      .shape,
  )
  .extend({
    ...packedActed.shape,
    values: packedValues.optional(),
    draft: packedDraft.optional(),
    prefill: packedValues.optional(),
    opensOn: rowContext.shape.opensOn,
    previousCount: z.int().optional(),
    nextCount: z.int().optional(),
    /** The rules that the explanation of draft or submission was written for. */
    explainedRules: z.array(z.string()).optional(),
  })
  .meta({ id: 'PackedRow' });
export type PackedRow = z.infer<typeof packedRow>;

/** What the rows of one series have in common: one schedule of an arrangement, and one indicator. */
export const packedSeries = sheetRow
  .pick({ indicatorLabel: true, unitOfMeasure: true, target: true })
  .extend(rowContext.pick({ scheduleKind: true, allocation: true, districtTarget: true }).shape)
  .extend({ mode: rowContext.shape.indicator.shape.mode })
  .meta({ id: 'PackedSeries' });

/** Rows as they are sent, and beside them what they have in common: texts by arrangement, the rest by the head of their keys. */
export const packedRows = z
  .strictObject({
    arrangements: z.record(z.string(), z.strictObject({ taskName: z.string(), text: z.string() })),
    series: z.record(z.string(), packedSeries),
    rows: z.array(packedRow),
  })
  .meta({ id: 'PackedRows' });
export type PackedRows = z.infer<typeof packedRows>;

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
    Object.assign(packed, packActed(row));
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
      ...unpackActed(row),
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
