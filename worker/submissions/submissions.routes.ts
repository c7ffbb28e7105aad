import * as z from 'zod';
import { draftsTable } from '../../shared/tables/draftsTable.ts';
import { revisionsTable } from '../../shared/tables/revisionsTable.ts';
import { submissionsTable } from '../../shared/tables/submissionsTable.ts';
import { draftsAnswer, draftsAnswerExample } from '../../shared/wire/drafts.ts';
import { revisionsAnswer, revisionsAnswerExample } from '../../shared/wire/revisions.ts';
import { submissionsAnswer, submissionsAnswerExample } from '../../shared/wire/submissions.ts';
import { askingOf } from '../http/askingOf.ts';
import { conditionalRoute } from '../http/conditional.ts';
import { commonProblems, problems, router } from '../http/describe.ts';
import {
  arrangementAsked,
  dayAsked,
  parameter,
  periodAsked,
  unitAsked,
  yearAsked,
} from '../http/parameters.ts';
import { obligationQuery, pageQuery } from '../obligations/obligationQuery.ts';
import { formatOf } from '../tables/format.ts';
import { fileOf, tableAnswer, tableQuery } from '../tables/tableAnswer.ts';
import { unitNameOf } from '../units/unitOf.usecase.ts';
import { readAllDrafts, readDrafts } from './readDrafts.usecase.ts';
import { readAllRevisions, readRevisions } from './readRevisions.usecase.ts';
import { readAllSubmissions, readSubmissions } from './readSubmissions.usecase.ts';

const tags = ['填报数据 · Reported rows'] as const;

export const submissionRoutes = router();

submissionRoutes.openapi(
  conditionalRoute({
    method: 'get',
    path: '/submissions',
    operationId: 'listSubmissions',
    tags,
    summary:
      '全区各行填报数据，按条件筛选，按时限排列 · The district’s rows with what was reported, in order of due date',
    description:
      '每个应报项的每个指标一行；未填报的行 values 为 null。分页答复，文件一次给出全部。填报密钥只看到本单位。 · A row for each indicator of each obligation, values null where nothing was reported. Comes page by page, a file holds all. A reporter sees its own unit’s.',
    request: {
      query: z.strictObject({
        ...obligationQuery,
        reported: parameter(
          z.enum(['true', 'false', 'all']).default('all'),
          '只要已填报的行、只要未填报的行，或全部 · Only rows that were reported, only those that were not, or all',
          'true',
        ),
        ...pageQuery,
        ...tableQuery,
      }),
    },
    responses: {
      200: tableAnswer(
        submissionsAnswer,
        '各行填报数据；文件一次给出全部 · Rows; a file holds all of them',
        submissionsAnswerExample,
      ),
      ...commonProblems,
      ...problems[404],
      ...problems[422],
    },
  }),
  async (c) => {
    const on = askingOf(c);
    const { format: said, language, limit, cursor, ...asked } = c.req.valid('query');
    const format = formatOf(c, said);
    if (format === 'json') return c.json(await readSubmissions(on, { ...asked, limit, cursor }), 200);
    const rows = await readAllSubmissions(on, asked);
    const scope = { ...asked, unit: await unitNameOf(on, asked.unit) };
    return fileOf(c, format, submissionsTable(rows, scope, language), on.clock.today);
  },
);

submissionRoutes.openapi(
  conditionalRoute({
    method: 'get',
    path: '/drafts',
    operationId: 'listDrafts',
    tags,
    summary:
      '未通过校验的草稿与校验结果，按时限排列 · Drafts that break a rule, with what was found, in order of due date',
    description:
      '草稿不计入任何数；values 是目前计数的内容。每条校验结果有中英文说明。 · A draft counts nowhere; values are what counts meanwhile. Each finding has its sentence in both languages.',
    request: { query: z.strictObject({ ...obligationQuery, ...pageQuery, ...tableQuery }) },
    responses: {
      200: tableAnswer(
        draftsAnswer,
        '草稿；文件中每条校验结果一行 · Drafts; a file has a line for each finding',
        draftsAnswerExample,
      ),
      ...commonProblems,
      ...problems[404],
      ...problems[422],
    },
  }),
  async (c) => {
    const on = askingOf(c);
    const { format: said, language, limit, cursor, ...asked } = c.req.valid('query');
    const format = formatOf(c, said);
    if (format === 'json') return c.json(await readDrafts(on, { ...asked, limit, cursor }), 200);
    const drafts = await readAllDrafts(on, asked);
    const scope = { ...asked, unit: await unitNameOf(on, asked.unit) };
    return fileOf(c, format, draftsTable(drafts, scope, language), on.clock.today);
  },
);

submissionRoutes.openapi(
  conditionalRoute({
    method: 'get',
    path: '/revisions',
    operationId: 'listRevisions',
    tags,
    summary:
      '全区修订记录：谁在何时填了哪一版 · The district’s revisions: who wrote which version of which row when',
    description:
      '含草稿的每一版；不再要求的行也在内。分页答复，文件一次给出全部。 · Every version, drafts too, also of rows that are asked for no more. Comes page by page, a file holds all.',
    request: {
      query: z.strictObject({
        year: yearAsked,
        unit: unitAsked,
        arrangement: arrangementAsked,
        period: periodAsked,
        from: dayAsked('这一天及以后（上海日期） · On this day or later, in Shanghai', '2024-04-08'),
        to: dayAsked('这一天及以前（上海日期） · On this day or earlier, in Shanghai', '2024-04-14'),
        order: parameter(
          z.enum(['newest', 'oldest']).default('newest'),
          '最近的在前，或最早的在前 · The newest first, or the oldest',
          'newest',
        ),
        ...pageQuery,
        ...tableQuery,
      }),
    },
    responses: {
      200: tableAnswer(
        revisionsAnswer,
        '修订记录；文件一次给出全部 · Revisions; a file holds all of them',
        revisionsAnswerExample,
      ),
      ...commonProblems,
      ...problems[404],
      ...problems[422],
    },
  }),
  async (c) => {
    const on = askingOf(c);
    const { format: said, language, limit, cursor, ...asked } = c.req.valid('query');
    const format = formatOf(c, said);
    if (format === 'json') return c.json(await readRevisions(on, { ...asked, limit, cursor }), 200);
    const revisions = await readAllRevisions(on, asked);
    const { arrangement, period } = asked;
    const scope = { unit: await unitNameOf(on, asked.unit), arrangement, period };
    return fileOf(c, format, revisionsTable(revisions, scope, language), on.clock.today);
  },
);
