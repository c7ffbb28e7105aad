import * as z from 'zod';
import { roster } from '../../shared/roster/roster.ts';
import { rosterEffect as rosterEffectShape } from '../../shared/wire/rosterEffect.ts';
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
import { allow } from '../http/allow.ts';
import { byOf } from '../http/by.ts';
import { changeRoster } from './changeRoster.usecase.ts';
import { checkRoster } from './checkRoster.ts';
import { givenVersions, tagOf } from '../versions/guard.ts';
import { rosterEffect } from './rosterEffect.usecase.ts';
import { loadVersionedRoster } from './roster.repository.ts';

const rosterBody = roster.meta({ id: 'Roster' });
const effectBody = rosterEffectShape.meta({ id: 'RosterEffect' });

const rosterQuery = z.strictObject({
  /** Whether only the effect on obligations is wanted; nothing is stored. */
  dryRun: z.enum(['true', 'false']).default('false'),
});

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
      '更新名册（If-Match 为读取时的版本），应报项随之调整；dryRun=true 只算影响，不保存 · Replace the roster of a version; obligations follow. dryRun=true only tells what it would do to them',
    middleware: [allow('admin'), jsonUpTo(2_000_000)] as const,
    request: { headers: ifMatch, query: rosterQuery, body: jsonBody(rosterBody) },
    responses: {
      200: versionedAnswer(z.union([rosterBody, effectBody]), '保存后的名册；试算时为对应报项的影响'),
      ...commonProblems,
      ...problems[409],
      ...problems[412],
      ...problems[415],
      ...problems[428],
    },
  }),
  async (c) => {
    const body = checkRoster(c.req.valid('json'));
    const by = byOf(c);
    const given = givenVersions(c.req.header('if-match'));
    if (c.req.valid('query').dryRun === 'true') return c.json(await rosterEffect(body, given, by.db), 200);
    await changeRoster(body, given, by);
    const { roster: stored, version } = await loadVersionedRoster(c.env.DB);
    return c.json(stored, 200, { etag: tagOf(version) });
  },
);
