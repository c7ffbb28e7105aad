import * as z from 'zod';
import { quantity } from './progress.ts';

/** `GET /v1/progress/indicator`: a quantity, opened to its units (B11). */
export const indicatorUnits = z
  .strictObject({
    list: z.strictObject({ year: z.int(), title: z.string() }),
    today: z.iso.date(),
    demo: z.boolean(),
    arrangementText: z.string(),
    /** Of the district; of a reporter's own unit for a reporter. */
    quantity,
    units: z.array(
      z.strictObject({
        unit: z.strictObject({ id: z.string(), name: z.string() }),
        /** Whether its count is part of the sum: the bureau's own is not, unless it alone is assigned. */
        counts: z.boolean(),
        /** `null`: it has reported no count. */
        reported: z.int().nullable(),
        allocated: z.int().nullable(),
        /** Its latest report: the last period with a count, or the last one at all; `null` while there is none. */
        latest: z
          .strictObject({
            obligation: z.string(),
            period: z.string(),
            status: z.string(),
            count: z.int().nullable(),
            completedOn: z.iso.date().nullable(),
            note: z.string().nullable(),
            /** Server time, ISO 8601 with offset +08:00. */
            receivedAt: z.string(),
          })
          .nullable(),
      }),
    ),
  })
  .meta({ id: 'IndicatorUnits' });
export type IndicatorUnits = z.infer<typeof indicatorUnits>;

export const indicatorUnitsExample: IndicatorUnits = {
  list: { year: 2024, title: '2024 年危险化学品安全监管工作任务清单' },
  today: '2024-04-10',
  demo: true,
  arrangementText: '完成企业自查。',
  quantity: {
    arrangement: '1-6-3',
    indicator: 'i1',
    label: '企业',
    unitOfMeasure: '家',
    mode: 'cumulative',
    reported: 40,
    allocated: 86,
    target: 100,
  },
  units: [
    {
      unit: { id: 'xuejia', name: '某镇' },
      counts: true,
      reported: 40,
      allocated: 86,
      latest: {
        obligation: '2024.1-6-3.1.xuejia.2024',
        period: '2024',
        status: '进行中',
        count: 40,
        completedOn: null,
        note: '已完成四十家企业的自查。',
        receivedAt: '2024-04-09T16:20:00+08:00',
      },
    },
  ],
};
