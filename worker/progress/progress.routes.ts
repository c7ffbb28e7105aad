import * as z from 'zod';
import { figureNames, type FigureName } from '../../shared/progress/names.ts';
import { missingTable, nextTable } from '../../shared/tables/dueListsTables.ts';
import { dueTable } from '../../shared/tables/dueTable.ts';
import { indicatorTable } from '../../shared/tables/indicatorTable.ts';
import { progressTable } from '../../shared/tables/progressTable.ts';
import { quantitiesTable } from '../../shared/tables/quantitiesTable.ts';
import { dueReports, dueReportsExample } from '../../shared/wire/dueReports.ts';
import { indicatorUnits, indicatorUnitsExample } from '../../shared/wire/indicatorUnits.ts';
import { groupBy, progressAnswer, progressAnswerExample } from '../../shared/wire/progress.ts';
import { conditionalRoute } from '../http/conditional.ts';
import { commonProblems, problems, router } from '../http/describe.ts';
import { categoryAsked, parameter, periodAsked, unitAsked, yearAsked } from '../http/parameters.ts';
import { formatOf } from '../tables/format.ts';
import { fileOf, tableAnswer, tableQuery } from '../tables/tableAnswer.ts';
import { unitNameOf } from '../units/unitOf.usecase.ts';
import { readDue } from './readDue.usecase.ts';
import { readIndicator } from './readIndicator.usecase.ts';
import { readProgress } from './readProgress.usecase.ts';

export const progressRoutes = router();

const tags = ['进度 · Progress'] as const;
const isTrue = z.enum(['true', 'false']).default('false');

progressRoutes.openapi(
  conditionalRoute({
    method: 'get',
    path: '/progress',
    operationId: 'readProgress',
    tags,
    summary: '谁报了什么、按时与否、对照指标 · Who has reported what, on time or late, against which target',
    description:
      '每组各项计数与比率，以及合计；各项计数的应报项可用 counted 列出。 · Counts and rates of each group, and of all; the obligations that a count counts are listed by `counted`.',
    request: {
      query: z.strictObject({
        groupBy: parameter(groupBy, '按什么分组 · By what it is grouped', 'unit'),
        unit: unitAsked,
        category: categoryAsked,
        period: periodAsked,
        year: yearAsked,
        quantities: parameter(
          isTrue,
          'true：一并答复各项指标的数量，以及其中对不上的地方 · Whether the indicators’ quantities are told too, and what does not add up in them',
        ),
        sort: parameter(
          z.enum(Object.keys(figureNames) as [FigureName, ...FigureName[]]).optional(),
          '按一个数从大到小排列；不填则按清单顺序 · Groups by a figure, the greatest first; without it in the list’s order',
          'overdue',
        ),
        targets: parameter(
          isTrue,
          'true：数量文件中只列有指标值的 · In a file of quantities: only those with a target',
        ),
        ...tableQuery,
      }),
    },
    responses: {
      200: tableAnswer(
        progressAnswer,
        '进度；quantities=true 时，文件是各项指标 · Progress; with quantities=true a file holds the indicators',
        progressAnswerExample,
      ),
      ...commonProblems,
      ...problems[404],
    },
  }),
  async (c) => {
    const on = { db: c.env.DB, access: c.get('access'), clock: c.get('clock') };
    const { quantities, targets, format: said, language, ...asked } = c.req.valid('query');
    const format = formatOf(c, said);
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
  conditionalRoute({
    method: 'get',
    path: '/progress/due',
    operationId: 'readDue',
    tags,
    summary: '某段时间到期的，谁报了、谁没报 · Who has reported what falls due in some days, and who has not',
    description:
      '按单位和报告期列出，另列未报的和接下来到期的。 · By unit and period, with what is empty, and what falls due next.',
    request: {
      query: z.strictObject({
        year: yearAsked,
        unit: unitAsked,
        category: categoryAsked,
        dueFrom: parameter(z.iso.date(), '时限在这一天或以后 · Due on this day or later', '2024-04-08'),
        dueBefore: parameter(
          z.iso.date(),
          '时限早于这一天，不含当天 · Due before this day, the day itself left out',
          '2024-04-15',
        ),
        rows: parameter(
          z.enum(['unit', 'missing', 'next']).default('unit'),
          '文件中每个单位一行；或只有未报的单位和未报的工作安排；或接下来到期的，每天每条工作安排一行 · In a file: a row for each unit; or only units with something missing, and what; or what falls due next, by day and arrangement',
          'missing',
        ),
        ...tableQuery,
      }),
    },
    responses: {
      200: tableAnswer(dueReports, '到期填报情况 · Reports due', dueReportsExample),
      ...commonProblems,
      ...problems[404],
    },
  }),
  async (c) => {
    const on = { db: c.env.DB, access: c.get('access'), clock: c.get('clock') };
    const { format: said, language, rows, ...asked } = c.req.valid('query');
    const format = formatOf(c, said);
    const answer = await readDue(on, asked);
    if (format === 'json') return c.json(answer, 200);
    const scope = { ...asked, unit: await unitNameOf(on, asked.unit) };
    const table = { unit: dueTable, missing: missingTable, next: nextTable }[rows];
    return fileOf(c, format, table(answer, scope, language), answer.today);
  },
);

progressRoutes.openapi(
  conditionalRoute({
    method: 'get',
    path: '/progress/indicator',
    operationId: 'readIndicator',
    tags,
    summary: '一项指标按单位展开 · A quantity, opened to its units',
    description: '各单位的数量、分解指标和最近一次填报。 · Each unit’s count, share and latest report.',
    request: {
      query: z.strictObject({
        year: yearAsked,
        arrangement: parameter(z.string().max(12), '工作安排编号 · The code of an arrangement', '1-5-2'),
        indicator: parameter(
          z.string().max(12),
          '指标编号：i1、i2……，不计数的为 done · Id of the indicator; done where nothing is counted',
          'i1',
        ),
        ...tableQuery,
      }),
    },
    responses: {
      200: tableAnswer(indicatorUnits, '各单位的数量 · Counts by unit', indicatorUnitsExample),
      ...commonProblems,
      ...problems[404],
    },
  }),
  async (c) => {
    const on = { db: c.env.DB, access: c.get('access'), clock: c.get('clock') };
    const { format: said, language, ...asked } = c.req.valid('query');
    const format = formatOf(c, said);
    const answer = await readIndicator(on, asked);
    return format === 'json'
      ? c.json(answer, 200)
      : fileOf(c, format, indicatorTable(answer, language), answer.today);
  },
);
