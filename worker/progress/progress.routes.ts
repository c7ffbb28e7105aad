import * as z from 'zod';
import { groupBy, progressAnswer } from '../../shared/wire/progress.ts';
import { commonProblems, jsonAnswer, keyedRoute, problems, router } from '../http/describe.ts';
import { year } from '../http/parameters.ts';
import { readProgress } from './readProgress.usecase.ts';

export const progressRoutes = router();

progressRoutes.openapi(
  keyedRoute({
    method: 'get',
    path: '/progress',
    tags: ['进度 · Progress'],
    summary: '谁报了什么、按时与否、对照指标 · Who has reported what, on time or late, against which target',
    request: {
      query: z.strictObject({
        groupBy,
        /** One unit's progress; without it the district's, and for a reporter its own unit's. */
        unit: z.string().max(40).optional(),
        year: year.optional(),
        /** Whether the indicators' quantities are told too, and what does not add up in them. */
        quantities: z.enum(['true', 'false']).default('false'),
      }),
    },
    responses: {
      200: jsonAnswer(progressAnswer.meta({ id: 'Progress' }), '进度'),
      ...commonProblems,
      ...problems[404],
    },
  }),
  async (c) => {
    const on = { db: c.env.DB, access: c.get('access'), clock: c.get('clock') };
    const { quantities, ...asked } = c.req.valid('query');
    return c.json(await readProgress(on, { ...asked, quantities: quantities === 'true' }), 200);
  },
);
