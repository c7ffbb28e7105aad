import { allocations } from '../../shared/wire/allocations.ts';
import { allocationsSaved } from '../../shared/wire/allocationsSaved.ts';
import { jsonUpTo } from '../http/bodies.ts';
import { commonProblems, jsonAnswer, jsonBody, keyedRoute, problems, router } from '../http/describe.ts';
import { ofYear } from '../http/parameters.ts';
import { allow } from '../keys/authenticate.ts';
import { allocate } from './allocate.usecase.ts';
import { chooseList } from '../taskLists/chooseList.usecase.ts';
import { loadAllocations } from './allocations.repository.ts';

const tags = ['分解指标 · Allocations'];

const allocationsBody = allocations.meta({ id: 'Allocations' });

export const allocationRoutes = router();

allocationRoutes.openapi(
  keyedRoute({
    method: 'get',
    path: '/task-lists/{year}/allocations',
    tags,
    summary: '各单位的分解指标 · Every unit’s share',
    request: { params: ofYear },
    responses: { 200: jsonAnswer(allocationsBody, '分解指标'), ...commonProblems, ...problems[404] },
  }),
  async (c) => {
    const list = await chooseList(c.env.DB, c.req.valid('param').year, c.get('clock').today);
    return c.json({ allocations: await loadAllocations(c.env.DB, list.id) }, 200);
  },
);

allocationRoutes.openapi(
  keyedRoute({
    method: 'put',
    path: '/task-lists/{year}/allocations',
    tags,
    summary: '设定所列的分解指标，其余不动 · Set the shares that are listed, leave the others',
    middleware: [allow('admin', 'officer'), jsonUpTo(4_000_000)] as const,
    request: { params: ofYear, body: jsonBody(allocationsBody) },
    responses: {
      200: jsonAnswer(allocationsSaved, '已保存'),
      ...commonProblems,
      ...problems[404],
      ...problems[415],
      ...problems[422],
    },
  }),
  async (c) => {
    const { allocations: shares } = c.req.valid('json');
    const on = { db: c.env.DB, clock: c.get('clock') };
    return c.json(await allocate(on, c.req.valid('param').year, shares), 200);
  },
);
