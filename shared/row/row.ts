import * as z from 'zod';
import { byField, rowFields, type RowField } from './columns.ts';

export { optionalFields, rowFields, type OptionalField, type RowField } from './columns.ts';

/** Statuses of a dated or undated arrangement. */
export const statuses = ['未开始', '进行中', '已完成', '本地无此类'] as const;
/** Statuses on rows of a cadence (weekly, monthly, every two months, quarterly, half-yearly). */
export const cadenceStatuses = ['已开展', '未开展', '本地无此类'] as const;
export type Status = (typeof statuses)[number] | (typeof cadenceStatuses)[number];

/** Longest text of a cell that a push takes, in UTF-16 units. */
export const longestCell = 4000;

/** A cell as a clerk left it: text, a number (also an Excel date serial), a tick, or blank. */
export const cellValue = z.union([z.string().max(longestCell), z.number(), z.boolean(), z.null()]);
export type CellValue = z.infer<typeof cellValue>;

/** A row as it is pushed: the whole row, every cell as the clerk left it. A field left out is as it was at `base`. */
export const rawValues = z.strictObject(byField(() => cellValue.optional())).meta({ id: 'ValuesToPush' });
export type RawValues = z.infer<typeof rawValues>;

/**
 * A row as it is stored and served. Blank is `null`; 0 and 本地无此类 are facts of their own. A date is `YYYY-MM-DD` once
 * it could be read. A draft keeps what could not be read as the clerk's own text or number, so nothing typed is lost.
 */
export const rowValues = z.strictObject(byField(() => cellValue)).meta({ id: 'RowValues' });
export type RowValues = z.infer<typeof rowValues>;

export const blankRow: RowValues = byField(() => null);

/** Whether nothing at all is filled in. */
export function isBlankRow(values: RowValues): boolean {
  return rowFields.every((field) => values[field] === null);
}

/** The fields in which two rows differ. */
export function changedFields(from: RowValues, to: RowValues): RowField[] {
  return rowFields.filter((field) => from[field] !== to[field]);
}
