import * as z from 'zod';
import { obligationDetail, obligationDetailExample } from '../../shared/wire/obligationDetail.ts';
import { obligationsAnswer, obligationsAnswerExample } from '../../shared/wire/obligations.ts';
import { obligationsTable } from '../../shared/tables/obligationsTable.ts';
import { obligationRevisionsTable } from '../../shared/tables/obligationRevisionsTable.ts';
import { conditionalRoute } from '../http/conditional.ts';
import { commonProblems, keyedRoute, problems, router } from '../http/describe.ts';
import { parameter } from '../http/parameters.ts';
import { formatOf } from '../tables/format.ts';
import { fileOf, tableAnswer, tableQuery } from '../tables/tableAnswer.ts';
import { unitNameOf } from '../units/unitOf.usecase.ts';
import { obligationQuery, pageQuery } from './obligationQuery.ts';
import { readAllObligations, readObligation, readObligations } from './readObligations.usecase.ts';

const tags = ['进度 · Progress'] as const;

const query = z.strictObject({
  ...obligationQuery,
  total: parameter(
    z.enum(['true', 'false']).default('false'),
    'true：一并答复总数（total）和变更号（change），按条件处理时须写明 · Whether the number of all that match is told, with the number of the last change: what an act by filter names',
  ),
  ...pageQuery,
  ...tableQuery,
});

export const obligationRoutes = router();

obligationRoutes.openapi(
  conditionalRoute({
    method: 'get',
    path: '/obligations',
    operationId: 'listObligations',
    tags,
    summary: '应报项，按条件筛选，按时限排列 · Obligations by filters, in order of due date',
    description:
      '分页答复，next 为下一页的游标；文件一次给出全部。填报密钥只看到本单位。 · Comes page by page, next is the cursor of the next; a file holds all. A reporter sees its own unit’s.',
    request: { query },
    responses: {
      200: tableAnswer(
        obligationsAnswer,
        '应报项；文件一次给出全部 · Obligations; a file holds all of them',
        obligationsAnswerExample,
      ),
      ...commonProblems,
      ...problems[404],
      ...problems[422],
    },
  }),
  async (c) => {
    const on = { db: c.env.DB, access: c.get('access'), clock: c.get('clock') };
    const { format: said, language, limit, cursor, total, ...asked } = c.req.valid('query');
    const format = formatOf(c, said);
    if (format === 'json') {
      const page = { ...asked, limit, cursor, total: total === 'true' };
      return c.json(await readObligations(on, page), 200);
    }
    const { today } = on.clock;
    const items = await readAllObligations(on, asked);
    const scope = { ...asked, unit: await unitNameOf(on, asked.unit) };
    return fileOf(c, format, obligationsTable(items, scope, today, language), today);
  },
);

obligationRoutes.openapi(
  keyedRoute({
    method: 'get',
    path: '/obligations/{key}',
    operationId: 'readObligation',
    tags,
    summary: '一个应报项的各行与修订记录 · One obligation’s rows and their revisions',
    description:
      '含每一版填报、草稿，以及对它的每次审核、延期、解锁。 · With every version that was ever reported, drafts, and every act that named it.',
    request: {
      params: z.object({
        key: parameter(
          z.string().max(120),
          '应报项编号：清单.工作安排.时限.单位.报告期 · Key of the obligation: list.arrangement.schedule.unit.period',
          '2024.1-7-1.1.xuejia.2024-W15',
        ),
      }),
      query: z.strictObject(tableQuery),
    },
    responses: {
      200: tableAnswer(
        obligationDetail,
        '应报项与各行；文件是修订记录 · The obligation and its rows; a file holds their revisions',
        obligationDetailExample,
      ),
      ...commonProblems,
      ...problems[404],
    },
  }),
  async (c) => {
    const on = { db: c.env.DB, access: c.get('access'), clock: c.get('clock') };
    const { format: said, language } = c.req.valid('query');
    const format = formatOf(c, said);
    const detail = await readObligation(on, c.req.valid('param').key);
    return format === 'json'
      ? c.json(detail, 200)
      : fileOf(c, format, obligationRevisionsTable(detail, language), on.clock.today);
  },
);
