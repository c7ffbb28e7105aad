import * as z from 'zod';
import { ledgerMemories } from '../../shared/wire/ledgerMemories.ts';
import { ledgerMemoryBody } from '../../shared/wire/ledgerMemoryBody.ts';
import { ledgerMemoryKept } from '../../shared/wire/ledgerMemoryKept.ts';
import { jsonUpTo } from '../http/bodies.ts';
import { commonProblems, jsonAnswer, jsonBody, keyedRoute, problems, router } from '../http/describe.ts';
import { byOf } from '../http/by.ts';
import { allow } from '../http/allow.ts';
import { keepMemory } from './keepMemory.usecase.ts';
import { readShapes } from './ledgerShapes.repository.ts';

const tags = ['填报 · Reporting'];

/** What a unit has confirmed of its own tables: read and kept by the pane, as uploads read and keep it. */
export const ledgerShapeRoutes = router();

ledgerShapeRoutes.openapi(
  keyedRoute({
    method: 'get',
    path: '/ledger-shapes',
    tags,
    summary: '本单位确认过的表头和行 · What the unit has confirmed of its own tables',
    middleware: [allow('reporter')] as const,
    responses: {
      200: jsonAnswer(ledgerMemories.meta({ id: 'LedgerMemories' }), '已确认的内容'),
      ...commonProblems,
    },
  }),
  async (c) => c.json({ shapes: await readShapes(c.env.DB, c.get('access').unitId ?? '') }, 200),
);

ledgerShapeRoutes.openapi(
  keyedRoute({
    method: 'put',
    path: '/ledger-shapes/{shape}',
    tags,
    summary: '保存对一种表的确认 · Keep what was confirmed of tables of one shape',
    middleware: [allow('reporter'), jsonUpTo(1_000_000)] as const,
    request: {
      params: z.object({ shape: z.string().regex(/^[0-9a-f]{32}$/u) }),
      body: jsonBody(ledgerMemoryBody.meta({ id: 'LedgerMemoryBody' })),
    },
    responses: { 200: jsonAnswer(ledgerMemoryKept, '已保存'), ...commonProblems, ...problems[415] },
  }),
  async (c) => {
    const { shape } = c.req.valid('param');
    return c.json({ revision: await keepMemory(byOf(c), { shape, ...c.req.valid('json') }) }, 200);
  },
);
