import * as z from 'zod';
import { blankRow, rowValues } from '../../row/row.ts';

/** One row of an obligation, with what was reported and counts now. */
export const reportedRow = z
  .strictObject({
    /** The row's key, as sheets and pushes have it. */
    key: z.string(),
    indicator: z.string(),
    label: z.string(),
    unitOfMeasure: z.string(),
    /** Version and values of what counts; `null` where nothing was reported. */
    version: z.int().nullable(),
    values: rowValues.nullable(),
    /** Whether values that break a rule wait beside it. */
    draft: z.boolean(),
    /** Server time of that version, ISO 8601 with offset +08:00. */
    submittedAt: z.string().nullable(),
    /** The person who reported it. */
    by: z.string().nullable(),
    /** Reported by somebody else than the unit itself. */
    onBehalf: z.boolean(),
  })
  .meta({ id: 'ReportedRow' });
export type ReportedRow = z.infer<typeof reportedRow>;

export const reportedRowExample: ReportedRow = {
  key: '2024.1-7-1.1.done.xuejia.2024-W15.h',
  indicator: 'done',
  label: '完成',
  unitOfMeasure: '项',
  version: 1,
  values: { ...blankRow, status: '已开展', note: '调度 5 家装货企业，已通报。' },
  draft: false,
  submittedAt: '2024-04-10T09:30:12.000+08:00',
  by: '王芳',
  onBehalf: false,
};
