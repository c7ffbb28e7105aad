import * as z from 'zod';
import { obligationDetail } from '../../shared/wire/obligationDetail.ts';
import { obligationsAnswer } from '../../shared/wire/obligations.ts';
import { progressCounts } from '../../shared/wire/progress.ts';
import { light } from '../../shared/wire/parts/acted.ts';
import { mark } from '../../shared/wire/parts/mark.ts';
import { obligationState } from '../../shared/wire/parts/obligationState.ts';
import { reviewState } from '../../shared/wire/parts/review.ts';
import { obligationsTable } from '../../shared/tables/obligationsTable.ts';
import { commonProblems, jsonAnswer, keyedRoute, problems, router } from '../http/describe.ts';
import { wholeNumber, year } from '../http/parameters.ts';
import { fileOf, tableAnswer, tableQuery } from '../tables/tableAnswer.ts';
import { unitNameOf } from '../units/unitOf.usecase.ts';
import { readAllObligations, readObligation, readObligations } from './readObligations.usecase.ts';

const tags = ['进度 · Progress'];

const query = z.strictObject({
  year: year.optional(),
  unit: z.string().max(40).optional(),
  category: wholeNumber(1, 99).optional(),
  task: z.string().max(12).optional(),
  arrangement: z.string().max(12).optional(),
  period: z.string().max(12).optional(),
  state: obligationState.optional(),
  /** Its light today: red, yellow or blue. */
  light: light.optional(),
  /** A number of a progress answer (`missing`, `onTime`, …): exactly the obligations that it counts. */
  counted: progressCounts.keyof().optional(),
  /** How it is marked among what falls due: ✓ `reported`, 迟 `late`, 未完 `unfinished`, 空 `empty`. */
  mark: mark.optional(),
  /** Due on this day or later. */
  dueFrom: z.iso.date().optional(),
  /** Due before this day, the day itself left out. */
  dueBefore: z.iso.date().optional(),
  /** How the bureau has reviewed it. */
  review: reviewState.optional(),
  /** Whether the number of all that match is told, with the number of the last change (`change`): what an act by filter names. */
  total: z.enum(['true', 'false']).default('false'),
  limit: wholeNumber(1, 1000).default(100),
  cursor: z.string().max(120).optional(),
  ...tableQuery,
});

export const obligationRoutes = router();

obligationRoutes.openapi(
  keyedRoute({
    method: 'get',
    path: '/obligations',
    tags,
    summary: '应报项，按条件筛选，按时限排列 · Obligations by filters, in order of due date',
    request: { query },
    responses: {
      200: tableAnswer(
        obligationsAnswer.meta({ id: 'Obligations' }),
        '应报项；文件一次给出全部 · Obligations; a file holds all of them',
      ),
      ...commonProblems,
      ...problems[404],
      ...problems[422],
    },
  }),
  async (c) => {
    const on = { db: c.env.DB, access: c.get('access'), clock: c.get('clock') };
    const { format, language, limit, cursor, total, ...asked } = c.req.valid('query');
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
    tags,
    summary: '一个应报项的各行与修订记录 · One obligation’s rows and their revisions',
    request: { params: z.object({ key: z.string().max(120) }) },
    responses: {
      200: jsonAnswer(obligationDetail.meta({ id: 'ObligationDetail' }), '应报项与各行'),
      ...commonProblems,
      ...problems[404],
    },
  }),
  async (c) => {
    const on = { db: c.env.DB, access: c.get('access'), clock: c.get('clock') };
    return c.json(await readObligation(on, c.req.valid('param').key), 200);
  },
);
