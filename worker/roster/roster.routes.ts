import { roster } from '../../shared/roster/roster.ts';
import { jsonUpTo } from '../http/bodies.ts';
import { commonProblems, jsonAnswer, jsonBody, keyedRoute, problems, router } from '../http/describe.ts';
import { allow } from '../keys/authenticate.ts';
import { changeRoster } from './changeRoster.usecase.ts';
import { checkRoster } from './checkRoster.ts';
import { loadRoster } from '../units/units.repository.ts';

const rosterBody = roster.meta({ id: 'Roster' });

export const rosterRoutes = router();

rosterRoutes.openapi(
  keyedRoute({
    method: 'get',
    path: '/roster',
    tags: ['名册 · Roster'],
    summary: '责任单位与单位组 · Units and unit groups',
    responses: { 200: jsonAnswer(rosterBody, '名册'), ...commonProblems },
  }),
  async (c) => c.json(await loadRoster(c.env.DB), 200),
);

rosterRoutes.openapi(
  keyedRoute({
    method: 'put',
    path: '/roster',
    tags: ['名册 · Roster'],
    summary: '更新名册；应报项随之调整 · Replace the roster; obligations follow',
    middleware: [allow('admin'), jsonUpTo(2_000_000)] as const,
    request: { body: jsonBody(rosterBody) },
    responses: {
      200: jsonAnswer(rosterBody, '保存后的名册'),
      ...commonProblems,
      ...problems[409],
      ...problems[415],
    },
  }),
  async (c) => {
    const body = checkRoster(c.req.valid('json'));
    await changeRoster(body, { db: c.env.DB, clock: c.get('clock') });
    return c.json(await loadRoster(c.env.DB), 200);
  },
);
