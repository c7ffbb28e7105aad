import * as z from 'zod';
import { figureNames, type FigureName } from '../../shared/progress/names.ts';
import { dueTable } from '../../shared/tables/dueTable.ts';
import { indicatorTable } from '../../shared/tables/indicatorTable.ts';
import { progressTable } from '../../shared/tables/progressTable.ts';
import { quantitiesTable } from '../../shared/tables/quantitiesTable.ts';
import { dueReports } from '../../shared/wire/dueReports.ts';
import { indicatorUnits } from '../../shared/wire/indicatorUnits.ts';
import { groupBy, progressAnswer } from '../../shared/wire/progress.ts';
import { commonProblems, keyedRoute, problems, router } from '../http/describe.ts';
import { wholeNumber, year } from '../http/parameters.ts';
import { fileOf, tableAnswer, tableQuery } from '../tables/tableAnswer.ts';
import { unitNameOf } from '../units/unitOf.usecase.ts';
import { readDue } from './readDue.usecase.ts';
import { readIndicator } from './readIndicator.usecase.ts';
import { readProgress } from './readProgress.usecase.ts';

export const progressRoutes = router();

const tags = ['进度 · Progress'];
const isTrue = z.enum(['true', 'false']).default('false');
const category = wholeNumber(1, 99).optional();
const unit = z.string().max(40).optional();

progressRoutes.openapi(
  keyedRoute({
    method: 'get',
    path: '/progress',
    tags,
    summary: '谁报了什么、按时与否、对照指标 · Who has reported what, on time or late, against which target',
    request: {
      query: z.strictObject({
        groupBy,
        /** One unit's progress; without it the district's, and for a reporter its own unit's. */
        unit,
        category,
        period: z.string().max(12).optional(),
        year: year.optional(),
        /** Whether the indicators' quantities are told too, and what does not add up in them. */
        quantities: isTrue,
        /** Groups by a figure, the greatest first; without it in the list's order. */
        sort: z.enum(Object.keys(figureNames) as [FigureName, ...FigureName[]]).optional(),
        /** In a file of quantities: only those with a target. */
        targets: isTrue,
        ...tableQuery,
      }),
    },
    responses: {
      200: tableAnswer(
        progressAnswer.meta({ id: 'Progress' }),
        '进度；quantities=true 时，文件是各项指标 · Progress; with quantities=true a file holds the indicators',
      ),
      ...commonProblems,
      ...problems[404],
    },
  }),
  async (c) => {
    const on = { db: c.env.DB, access: c.get('access'), clock: c.get('clock') };
    const { quantities, targets, format, language, ...asked } = c.req.valid('query');
    const answer = await readProgress(on, { ...asked, quantities: quantities === 'true' });
    if (format === 'json') return c.json(answer, 200);
    const { category, period } = asked;
    const scope = { unit: await unitNameOf(on, asked.unit), category, period };
    const table =
      quantities === 'true'
        ? quantitiesTable(answer, targets === 'true', scope, language)
        : progressTable(answer, scope, language);
    return fileOf(c, format, table, answer.today);
  },
);

progressRoutes.openapi(
  keyedRoute({
    method: 'get',
    path: '/progress/due',
    tags,
    summary: '某段时间到期的，谁报了、谁没报 · Who has reported what falls due in some days, and who has not',
    request: {
      query: z.strictObject({
        year: year.optional(),
        unit,
        category,
        /** Due on this day or later. */
        dueFrom: z.iso.date(),
        /** Due before this day, the day itself left out. */
        dueBefore: z.iso.date(),
        ...tableQuery,
      }),
    },
    responses: {
      200: tableAnswer(dueReports.meta({ id: 'DueReports' }), '到期填报情况 · Reports due'),
      ...commonProblems,
      ...problems[404],
    },
  }),
  async (c) => {
    const on = { db: c.env.DB, access: c.get('access'), clock: c.get('clock') };
    const { format, language, ...asked } = c.req.valid('query');
    const answer = await readDue(on, asked);
    if (format === 'json') return c.json(answer, 200);
    const scope = { ...asked, unit: await unitNameOf(on, asked.unit) };
    return fileOf(c, format, dueTable(answer, scope, language), answer.today);
  },
);

progressRoutes.openapi(
  keyedRoute({
    method: 'get',
    path: '/progress/indicator',
    tags,
    summary: '一项指标按单位展开 · A quantity, opened to its units',
    request: {
      query: z.strictObject({
        year: year.optional(),
        arrangement: z.string().max(12),
        indicator: z.string().max(12),
        ...tableQuery,
      }),
    },
    responses: {
      200: tableAnswer(indicatorUnits.meta({ id: 'IndicatorUnits' }), '各单位的数量 · Counts by unit'),
      ...commonProblems,
      ...problems[404],
    },
  }),
  async (c) => {
    const on = { db: c.env.DB, access: c.get('access'), clock: c.get('clock') };
    const { format, language, ...asked } = c.req.valid('query');
    const answer = await readIndicator(on, asked);
    return format === 'json'
      ? c.json(answer, 200)
      : fileOf(c, format, indicatorTable(answer, language), answer.today);
  },
);
