import { roster } from '../../shared/roster/roster.ts';
import { jsonUpTo } from '../http/bodies.ts';
import {
  commonProblems,
  ifMatch,
  jsonBody,
  keyedRoute,
  problems,
  router,
  versionedAnswer,
} from '../http/describe.ts';
import { allow } from '../keys/authenticate.ts';
import { changeRoster } from './changeRoster.usecase.ts';
import { checkRoster } from './checkRoster.ts';
import { givenVersions, tagOf } from '../versions/guard.ts';
import { loadVersionedRoster } from './roster.repository.ts';

const rosterBody = roster.meta({ id: 'Roster' });

export const rosterRoutes = router();

rosterRoutes.openapi(
  keyedRoute({
    method: 'get',
    path: '/roster',
    tags: ['名册 · Roster'],
    summary: '责任单位与单位组 · Units and unit groups',
    responses: { 200: versionedAnswer(rosterBody, '名册'), ...commonProblems },
  }),
  async (c) => {
    const { roster: stored, version } = await loadVersionedRoster(c.env.DB);
    return c.json(stored, 200, { etag: tagOf(version) });
  },
);

rosterRoutes.openapi(
  keyedRoute({
    method: 'put',
    path: '/roster',
    tags: ['名册 · Roster'],
    summary:
      '更新名册（If-Match 为读取时的版本）；应报项随之调整 · Replace the roster of a version; obligations follow',
    middleware: [allow('admin'), jsonUpTo(2_000_000)] as const,
    request: { headers: ifMatch, body: jsonBody(rosterBody) },
    responses: {
      200: versionedAnswer(rosterBody, '保存后的名册'),
      ...commonProblems,
      ...problems[409],
      ...problems[412],
      ...problems[415],
      ...problems[428],
    },
  }),
  async (c) => {
    const body = checkRoster(c.req.valid('json'));
    const by = { db: c.env.DB, access: c.get('access'), clock: c.get('clock') };
    await changeRoster(body, givenVersions(c.req.header('if-match')), by);
    const { roster: stored, version } = await loadVersionedRoster(c.env.DB);
    return c.json(stored, 200, { etag: tagOf(version) });
  },
);
