import * as z from 'zod';
import { trendMeasures } from '../../shared/progress/trend.ts';
import { trendTable, trendUnitsTable } from '../../shared/tables/trendTable.ts';
import { progressTrend, trendBy } from '../../shared/wire/progressTrend.ts';
import { commonProblems, keyedRoute, problems, router } from '../http/describe.ts';
import { wholeNumber, year } from '../http/parameters.ts';
import { fileOf, tableAnswer, tableQuery } from '../tables/tableAnswer.ts';
import { unitNameOf } from '../units/unitOf.usecase.ts';
import { readTrend } from './readTrend.usecase.ts';

export const trendRoutes = router();

trendRoutes.openapi(
  keyedRoute({
    method: 'get',
    path: '/progress/trend',
    tags: ['进度 · Progress'],
    summary:
      '到期应报项逐周走势，各单位逐周 · What has become of what fell due, week by week and unit by unit',
    request: {
      query: z.strictObject({
        year: year.optional(),
        /** One unit's; without it the district's, and for a reporter its own unit's. */
        unit: z.string().max(40).optional(),
        category: wholeNumber(1, 99).optional(),
        by: trendBy.default('week'),
        /** In a file: a row for each span, or for each unit with a column for each span. */
        rows: z.enum(['span', 'unit']).default('span'),
        /** In a file by unit: the rate that its cells hold. */
        measure: z.enum(trendMeasures).default('timeliness'),
        ...tableQuery,
      }),
    },
    responses: {
      200: tableAnswer(
        progressTrend.meta({ id: 'ProgressTrend' }),
        '走势；rows=unit 时，文件是各单位的比率 · Trend; with rows=unit a file holds the rates by unit',
      ),
      ...commonProblems,
      ...problems[404],
    },
  }),
  async (c) => {
    const on = { db: c.env.DB, access: c.get('access'), clock: c.get('clock') };
    const { format, language, rows, measure, ...asked } = c.req.valid('query');
    const answer = await readTrend(on, asked);
    if (format === 'json') return c.json(answer, 200);
    const scope = { unit: await unitNameOf(on, asked.unit), category: asked.category };
    const table =
      rows === 'unit'
        ? trendUnitsTable(answer, measure, scope, language)
        : trendTable(answer, scope, language);
    return fileOf(c, format, table, answer.today);
  },
);
