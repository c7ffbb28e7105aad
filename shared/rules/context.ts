import * as z from 'zod';
import { cadenceStatuses, type Status, statuses } from '../row/row.ts';
import { scheduleKind } from '../taskList/taskList.ts';

/**
 * All that the rules need to know about a row besides its values. The sheet carries it,
 * so that the pane judges with the very data that the server judges with.
 */
export const rowContext = z.strictObject({
  /** The row's key. */
  key: z.string(),
  /** The server's today in Asia/Shanghai (P8). */
  today: z.iso.date(),
  /** The list's year. */
  year: z.int(),
  scheduleKind,
  /** First day on which the report can be due; before it, 已完成 is a warning. */
  opensOn: z.iso.date(),
  dueOn: z.iso.date().nullable(),
  indicator: z.strictObject({
    id: z.string(),
    label: z.string(),
    unitOfMeasure: z.string(),
    mode: z.enum(['cumulative', 'perPeriod']),
  }),
  /** The unit's share of the district's target (分解指标); `null` while none is made for it. */
  allocation: z.int().nullable(),
  /** The district's target; `null` where none is printed. */
  districtTarget: z.int().nullable(),
  /** Counts of the same series in the nearest earlier and later period that have one; cumulative indicators only. */
  previousCount: z.int().nullable(),
  nextCount: z.int().nullable(),
  /** The explanation at the base of this edit, and the rule ids it was written for. */
  explained: z.strictObject({ text: z.string().nullable(), rules: z.array(z.string()) }),
});
export type RowContext = z.infer<typeof rowContext>;

const singleKinds: readonly RowContext['scheduleKind'][] = ['once', 'window', 'undated'];

/** Whether the row belongs to a cadence, and so takes 已开展 / 未开展 / 本地无此类. */
export function isCadence(context: Pick<RowContext, 'scheduleKind'>): boolean {
  return !singleKinds.includes(context.scheduleKind);
}

/** The choices of the row's status. */
export function statusesOf(context: Pick<RowContext, 'scheduleKind'>): readonly Status[] {
  return isCadence(context) ? cadenceStatuses : statuses;
}

/** Whether the indicator counts something; `done` only says done or not. */
export function counts(context: Pick<RowContext, 'indicator'>): boolean {
  return context.indicator.id !== 'done';
}
