import * as z from 'zod';
import { trendMeasures } from '../../shared/progress/trend.ts';
import { trendTable, trendUnitsTable } from '../../shared/tables/trendTable.ts';
import { progressTrend, progressTrendExample, trendBy } from '../../shared/wire/progressTrend.ts';
import { conditionalRoute } from '../http/conditional.ts';
import { commonProblems, problems, router } from '../http/describe.ts';
import { categoryAsked, parameter, unitAsked, yearAsked } from '../http/parameters.ts';
import { formatOf } from '../tables/format.ts';
import { fileOf, tableAnswer, tableQuery } from '../tables/tableAnswer.ts';
import { unitNameOf } from '../units/unitOf.usecase.ts';
import { readTrend } from './readTrend.usecase.ts';

export const trendRoutes = router();

trendRoutes.openapi(
  conditionalRoute({
    method: 'get',
    path: '/progress/trend',
    operationId: 'readTrend',
    tags: ['进度 · Progress'],
    summary:
      '到期应报项逐周走势，各单位逐周 · What has become of what fell due, week by week and unit by unit',
    description:
      '每个到期的应报项恰在按时、迟、未完、未报之一。 · Each obligation that is due is in exactly one of on time, late, unfinished and missing.',
    request: {
      query: z.strictObject({
        year: yearAsked,
        unit: unitAsked,
        category: categoryAsked,
        by: parameter(trendBy.default('week'), '按周、月或季 · By week, month or quarter', 'week'),
        rows: parameter(
          z.enum(['span', 'unit']).default('span'),
          '文件中每段时间一行，或每个单位一行 · In a file: a row for each span, or for each unit with a column for each span',
        ),
        measure: parameter(
          z.enum(trendMeasures).default('timeliness'),
          '按单位的文件中，格子里是哪个比率 · In a file by unit: the rate that its cells hold',
        ),
        ...tableQuery,
      }),
    },
    responses: {
      200: tableAnswer(
        progressTrend,
        '走势；rows=unit 时，文件是各单位的比率 · Trend; with rows=unit a file holds the rates by unit',
        progressTrendExample,
      ),
      ...commonProblems,
      ...problems[404],
    },
  }),
  async (c) => {
    const on = { db: c.env.DB, access: c.get('access'), clock: c.get('clock') };
    const { format: said, language, rows, measure, ...asked } = c.req.valid('query');
    const format = formatOf(c, said);
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
