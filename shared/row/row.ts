import * as z from 'zod';

/** The fields of a row (台账行), in the order of their columns. */
export const rowFields = [
  'status',
  'count',
  'completedOn',
  'note',
  'problems',
  'contact',
  'evidence',
  'explanation',
] as const;
export type RowField = (typeof rowFields)[number];

/** Fields that a list may switch off. */
export const optionalFields = ['problems', 'contact', 'evidence'] as const satisfies RowField[];
export type OptionalField = (typeof optionalFields)[number];

/** Statuses of a dated or undated arrangement. */
export const statuses = ['未开始', '进行中', '已完成', '本地无此类'] as const;
/** Statuses on rows of a cadence (weekly, monthly, every two months, quarterly, half-yearly). */
export const cadenceStatuses = ['已开展', '未开展', '本地无此类'] as const;
export type Status = (typeof statuses)[number] | (typeof cadenceStatuses)[number];

/** A cell as a clerk left it: text, a number (also an Excel date serial), a tick, or blank. */
/** Longest text of a cell that a push takes, in UTF-16 units. */
export const longestCell = 4000;

export const cellValue = z.union([z.string().max(longestCell), z.number(), z.boolean(), z.null()]);
export type CellValue = z.infer<typeof cellValue>;

/** A row as it is pushed: the whole row, every cell as the clerk left it. A field left out is as it was at `base`. */
export const rawValues = z.strictObject({
  status: cellValue.optional(),
  count: cellValue.optional(),
  completedOn: cellValue.optional(),
  note: cellValue.optional(),
  problems: cellValue.optional(),
  contact: cellValue.optional(),
  evidence: cellValue.optional(),
  explanation: cellValue.optional(),
});
export type RawValues = z.infer<typeof rawValues>;

/**
 * A row as it is stored and served. Blank is `null`; 0 and 本地无此类 are facts of their own.
 * A draft keeps what could not be read as the clerk's own text or number, so nothing typed is lost.
 */
export const rowValues = z.strictObject({
  status: cellValue,
  count: cellValue,
  /** `YYYY-MM-DD` once it could be read. */
  completedOn: cellValue,
  note: cellValue,
  problems: cellValue,
  contact: cellValue,
  evidence: cellValue,
  explanation: cellValue,
});
export type RowValues = z.infer<typeof rowValues>;

export const blankRow: RowValues = {
  status: null,
  count: null,
  completedOn: null,
  note: null,
  problems: null,
  contact: null,
  evidence: null,
  explanation: null,
};

/** Whether nothing at all is filled in. */
export function isBlankRow(values: RowValues): boolean {
  return rowFields.every((field) => values[field] === null);
}

/** The fields in which two rows differ. */
export function changedFields(from: RowValues, to: RowValues): RowField[] {
  return rowFields.filter((field) => from[field] !== to[field]);
}
