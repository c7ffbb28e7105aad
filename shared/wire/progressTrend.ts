import * as z from 'zod';

/** By what spans of days a trend is told. */
export const trendBy = z.enum(['week', 'month', 'quarter']);
export type TrendBy = z.infer<typeof trendBy>;

/**
 * Expected obligations by how they stand. Each that is due is in exactly one of `dueOnTime`, `late`, `unfinished` and
 * `missing`; what is expected and not due yet is in none.
 */
export const trendCounts = z.strictObject({
  expected: z.int(),
  /** Of them: due date passed. */
  due: z.int(),
  /** Of `due`: done and reported in time. */
  dueOnTime: z.int(),
  /** Of `due`: reported late or completed late. */
  late: z.int(),
  /** Of `due`: received and not fulfilled. */
  unfinished: z.int(),
  /** Of `due`: not received. */
  missing: z.int(),
});
export type TrendCounts = z.infer<typeof trendCounts>;

/** `GET /v1/progress/trend`: what has become of what fell due, week by week (or month, quarter), and unit by unit (B21). */
export const progressTrend = z
  .strictObject({
    list: z.strictObject({ year: z.int(), title: z.string() }),
    today: z.iso.date(),
    demo: z.boolean(),
    by: trendBy,
    total: trendCounts,
    /** Every span of the year, and others in which something falls due, in order of time; `before` is the day after the last. */
    spans: z.array(
      z.strictObject({ id: z.string(), from: z.iso.date(), before: z.iso.date(), ...trendCounts.shape }),
    ),
    /** Units by roster of which something is expected. */
    units: z.array(z.strictObject({ id: z.string(), name: z.string(), ...trendCounts.shape })),
    /** Unit by span, where something falls due. */
    cells: z.array(z.strictObject({ unit: z.string(), span: z.string(), ...trendCounts.shape })),
  })
  .meta({ id: 'ProgressTrend' });
export type ProgressTrend = z.infer<typeof progressTrend>;

const counts: TrendCounts = { expected: 5, due: 5, dueOnTime: 3, late: 1, unfinished: 0, missing: 1 };

export const progressTrendExample: ProgressTrend = {
  list: { year: 2024, title: '2024 年危险化学品安全监管工作任务清单' },
  today: '2024-04-10',
  demo: true,
  by: 'week',
  total: counts,
  spans: [{ id: '2024-W14', from: '2024-04-01', before: '2024-04-08', ...counts }],
  units: [{ id: 'xuejia', name: '某镇', ...counts }],
  cells: [{ unit: 'xuejia', span: '2024-W14', ...counts }],
};
