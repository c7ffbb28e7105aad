import * as z from 'zod';
import { roster } from '../../shared/roster/roster.ts';
import { exampleRoster } from '../../shared/wire/parts/exampleRoster.ts';
import { rosterEffect as rosterEffectShape } from '../../shared/wire/rosterEffect.ts';
import { rosterTable } from '../../shared/tables/rosterTable.ts';
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
import { parameter } from '../http/parameters.ts';
import { allow } from '../http/allow.ts';
import { byOf } from '../http/by.ts';
import { changeRoster } from './changeRoster.usecase.ts';
import { formatOf } from '../tables/format.ts';
import { fileOf, tableQuery, versionedTableAnswer } from '../tables/tableAnswer.ts';
import { checkRoster } from './checkRoster.ts';
import { givenVersions, tagOf } from '../versions/guard.ts';
import { rosterEffect } from './rosterEffect.usecase.ts';
import { loadVersionedRoster } from './roster.repository.ts';

const rosterQuery = z.strictObject({
  dryRun: parameter(
    z.enum(['true', 'false']).default('false'),
    'true：只算对应报项的影响，不保存 · Whether only the effect on obligations is wanted; nothing is stored',
    'true',
  ),
});

export const rosterRoutes = router();

rosterRoutes.openapi(
  keyedRoute({
    method: 'get',
    path: '/roster',
    operationId: 'readRoster',
    tags: ['名册 · Roster'],
    summary: '责任单位与单位组 · Units and unit groups',
    description: 'ETag 是版本，修改时写进 If-Match。 · ETag is the version that replacing it names.',
    request: { query: z.strictObject(tableQuery) },
    responses: {
      200: versionedTableAnswer(
        roster,
        '名册；文件是各单位 · The roster; a file holds its units',
        exampleRoster,
      ),
      ...commonProblems,
    },
  }),
  async (c) => {
    const { format: said, language } = c.req.valid('query');
    const format = formatOf(c, said);
    const { roster: stored, version } = await loadVersionedRoster(c.env.DB);
    return format === 'json'
      ? c.json(stored, 200, { etag: tagOf(version) })
      : fileOf(c, format, rosterTable(stored, language), c.get('clock').today);
  },
);

rosterRoutes.openapi(
  keyedRoute({
    method: 'put',
    path: '/roster',
    operationId: 'replaceRoster',
    tags: ['名册 · Roster'],
    summary:
      '更新名册（If-Match 为读取时的版本），应报项随之调整；dryRun=true 只算影响，不保存 · Replace the roster of a version; obligations follow. dryRun=true only tells what it would do to them',
    description:
      '有密钥、填报、分工或分解指标的单位不能移出名册。自相矛盾的名册逐处说明并拒绝。 · A unit that keys, reports, narrowings or shares refer to cannot leave. A roster that contradicts itself is refused, place by place.',
    middleware: [allow('admin'), jsonUpTo(2_000_000)] as const,
    request: { headers: ifMatch, query: rosterQuery, body: jsonBody(roster, exampleRoster) },
    responses: {
      200: versionedAnswer(
        z.union([roster, rosterEffectShape]),
        '保存后的名册；试算时为对应报项的影响 · The roster as stored; of a dry run the effect on obligations',
        exampleRoster,
      ),
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
