import * as z from 'zod';
import { publishingsTable } from '../../shared/tables/publishingsTable.ts';
import { publishings, publishingsExample } from '../../shared/wire/publishings.ts';
import { undoRequest, undoRequestExample } from '../../shared/wire/undo.ts';
import { undone, undoneExample } from '../../shared/wire/undone.ts';
import { jsonUpTo } from '../http/bodies.ts';
import { commonProblems, jsonAnswer, jsonBody, keyedRoute, problems, router } from '../http/describe.ts';
import { ofYear } from '../http/parameters.ts';
import { allow } from '../http/allow.ts';
import { byOf } from '../http/by.ts';
import { formatOf } from '../tables/format.ts';
import { fileOf, tableAnswer, tableQuery } from '../tables/tableAnswer.ts';
import { listPublishings, undoPublishing } from './undoPublishing.usecase.ts';

const tags = ['任务清单 · Task lists'] as const;

export const publishingRoutes = router();

publishingRoutes.openapi(
  keyedRoute({
    method: 'get',
    path: '/task-lists/{year}/publishings',
    operationId: 'listPublishings',
    tags,
    summary: '历次发布：谁、何时、改了什么 · Every publishing: who, when, what it changed',
    description: '最近的在前，含撤销。 · The newest first, undoings among them.',
    middleware: [allow('admin', 'officer')] as const,
    request: { params: ofYear, query: z.strictObject(tableQuery) },
    responses: {
      200: tableAnswer(publishings, '历次发布 · The publishings', publishingsExample),
      ...commonProblems,
      ...problems[404],
    },
  }),
  async (c) => {
    const { format: said, language } = c.req.valid('query');
    const format = formatOf(c, said);
    const answer = await listPublishings(c.env.DB, c.req.valid('param').year);
    return format === 'json'
      ? c.json(answer, 200)
      : fileOf(c, format, publishingsTable(answer, language), c.get('clock').today);
  },
);

publishingRoutes.openapi(
  keyedRoute({
    method: 'post',
    path: '/task-lists/{year}/publishings/undo',
    operationId: 'undoPublishing',
    tags,
    summary: '撤销最近一次发布，恢复之前的清单 · Take the last publishing back',
    description:
      '须写明要撤销的版本。已经据此填报的，不能撤销。 · Names the version that is to be taken back. What has been reported on stands in its way.',
    middleware: [allow('admin'), jsonUpTo(10_000)] as const,
    request: { params: ofYear, body: jsonBody(undoRequest, undoRequestExample) },
    responses: {
      200: jsonAnswer(undone, '撤销的结果，也是一次发布 · What came of it: a publishing too', undoneExample),
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
