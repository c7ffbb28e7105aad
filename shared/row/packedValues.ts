import type * as z from 'zod';
import { blankRow, rowFields, rowValues, type RowValues } from './row.ts';

/** A row's values without the blank ones: most are. */
export const packedValues = rowValues.partial().meta({ id: 'PackedValues' });
export type PackedValues = z.infer<typeof packedValues>;

export function packValues(values: RowValues): PackedValues {
  const filled: PackedValues = {};
  for (const field of rowFields) if (values[field] !== null) filled[field] = values[field];
  return filled;
}

export function unpackValues(filled: PackedValues): RowValues {
  const values = { ...blankRow };
  for (const field of rowFields) values[field] = filled[field] ?? null;
  return values;
}
