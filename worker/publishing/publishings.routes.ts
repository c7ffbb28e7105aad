import { publishings } from '../../shared/wire/publishings.ts';
import { undoRequest } from '../../shared/wire/undo.ts';
import { undone } from '../../shared/wire/undone.ts';
import { jsonUpTo } from '../http/bodies.ts';
import { commonProblems, jsonAnswer, jsonBody, keyedRoute, problems, router } from '../http/describe.ts';
import { ofYear } from '../http/parameters.ts';
import { allow } from '../http/allow.ts';
import { byOf } from '../http/by.ts';
import { listPublishings, undoPublishing } from './undoPublishing.usecase.ts';

const tags = ['任务清单 · Task lists'];

export const publishingRoutes = router();

publishingRoutes.openapi(
  keyedRoute({
    method: 'get',
    path: '/task-lists/{year}/publishings',
    tags,
    summary: '历次发布：谁、何时、改了什么 · Every publishing: who, when, what it changed',
    middleware: [allow('admin', 'officer')] as const,
    request: { params: ofYear },
    responses: {
      200: jsonAnswer(publishings.meta({ id: 'Publishings' }), '历次发布'),
      ...commonProblems,
      ...problems[404],
    },
  }),
  async (c) => c.json(await listPublishings(c.env.DB, c.req.valid('param').year), 200),
);

publishingRoutes.openapi(
  keyedRoute({
    method: 'post',
    path: '/task-lists/{year}/publishings/undo',
    tags,
    summary: '撤销最近一次发布，恢复之前的清单 · Take the last publishing back',
    middleware: [allow('admin'), jsonUpTo(10_000)] as const,
    request: { params: ofYear, body: jsonBody(undoRequest.meta({ id: 'Undo' })) },
    responses: {
      200: jsonAnswer(undone.meta({ id: 'Undone' }), '撤销的结果，也是一次发布'),
      ...commonProblems,
      ...problems[404],
      ...problems[409],
      ...problems[415],
      ...problems[422],
    },
  }),
  async (c) => {
    const asked = c.req.valid('param').year;
    const by = byOf(c);
    const result = await undoPublishing(asked, c.req.valid('json').version, by);
    return c.json({ year: asked, ...result }, 200);
  },
);
