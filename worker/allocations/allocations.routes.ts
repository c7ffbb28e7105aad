import { allocations, allocationsExample } from '../../shared/wire/allocations.ts';
import { allocationsAnswer, allocationsAnswerExample } from '../../shared/wire/allocationsAnswer.ts';
import { allocationsSaved, allocationsSavedExample } from '../../shared/wire/allocationsSaved.ts';
import * as z from 'zod';
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
import { categoryAsked, ofYear, parameter, unitAsked } from '../http/parameters.ts';
import { allow } from '../http/allow.ts';
import { byOf } from '../http/by.ts';
import { formatOf } from '../tables/format.ts';
import { fileOf, tableQuery, versionedTableAnswer } from '../tables/tableAnswer.ts';
import { unitOf } from '../units/unitOf.usecase.ts';
import { allocate } from './allocate.usecase.ts';
import { givenVersions, tagOf } from '../versions/guard.ts';
import { allocationsFile, readAllocations } from './readAllocations.usecase.ts';

const tags = ['分解指标 · Allocations'] as const;

export const allocationRoutes = router();

allocationRoutes.openapi(
  keyedRoute({
    method: 'get',
    path: '/task-lists/{year}/allocations',
    operationId: 'readAllocations',
    tags,
    summary: '各单位的分解指标；填报密钥只看本单位 · Every unit’s share; a reporter sees its own',
    description:
      '同时说明每条工作安排由谁承担，以及由谁在何时保存。ETag 是版本，修改时写进 If-Match。 · Tells too who is asked for each arrangement, and who saved the shares and when. ETag is the version that setting them names.',
    request: {
      params: ofYear,
      query: z.strictObject({
        unit: unitAsked,
        category: categoryAsked,
        task: parameter(z.string().max(8).optional(), '重点工作的编码 · The code of a task', '1-5'),
        targets: parameter(
          z.enum(['true', 'false']).default('false'),
          '只要有全区目标的 · Only what has a target of the district',
          'true',
        ),
        rows: parameter(
          z.enum(['share', 'indicator']).default('share'),
          '文件中每个分解指标一行，或每个指标一行、每个单位一列 · In a file: a row for each share, or for each indicator with a column for each unit',
          'indicator',
        ),
        ...tableQuery,
      }),
    },
    responses: {
      200: versionedTableAnswer(allocationsAnswer, '分解指标 · The shares', allocationsAnswerExample),
      ...commonProblems,
      ...problems[404],
    },
  }),
  async (c) => {
    const { unitId } = c.get('access');
    const { format: said, language, rows, targets, ...query } = c.req.valid('query');
    const format = formatOf(c, said);
    const { year } = c.req.valid('param');
    const unit = await unitOf(byOf(c), query.unit);
    const asked = { ...query, unit: unit ?? undefined, targets: targets === 'true' };
    if (format !== 'json') {
      const table = await allocationsFile(c.env.DB, { year, mine: unitId, rows }, asked, language);
      return fileOf(c, format, table, c.get('clock').today);
    }
    const { version, ...answer } = await readAllocations(c.env.DB, year, unitId, asked);
    return c.json(answer, 200, { etag: tagOf(version) });
  },
);

allocationRoutes.openapi(
  keyedRoute({
    method: 'put',
    path: '/task-lists/{year}/allocations',
    operationId: 'setAllocations',
    tags,
    summary:
      '设定所列的分解指标，其余不动（If-Match 为读取时的版本） · Set the shares that are listed, of a version; leave the others',
    description:
      '同样的内容再次保存不算改动。合计与全区目标不符时照样保存，并在 findings 中说明。 · The same shares again change nothing. Where they do not sum to the district’s target they are saved all the same, and findings tell so.',
    middleware: [allow('admin', 'officer'), jsonUpTo(4_000_000)] as const,
    request: { params: ofYear, headers: ifMatch, body: jsonBody(allocations, allocationsExample) },
    responses: {
      200: versionedAnswer(allocationsSaved, '已保存 · Saved', allocationsSavedExample),
      ...commonProblems,
      ...problems[404],
      ...problems[412],
      ...problems[415],
      ...problems[422],
      ...problems[428],
    },
  }),
  async (c) => {
    const { allocations: shares } = c.req.valid('json');
    const by = byOf(c);
    const given = givenVersions(c.req.header('if-match'));
    const { version, ...saved } = await allocate(by, c.req.valid('param').year, shares, given);
    return c.json(saved, 200, { etag: tagOf(version) });
  },
);
