import * as z from 'zod';
import { ledgerMemories, ledgerMemoriesExample } from '../../shared/wire/ledgerMemories.ts';
import { ledgerMemoryBody, ledgerMemoryBodyExample } from '../../shared/wire/ledgerMemoryBody.ts';
import { ledgerMemoryKept, ledgerMemoryKeptExample } from '../../shared/wire/ledgerMemoryKept.ts';
import { jsonUpTo } from '../http/bodies.ts';
import { commonProblems, jsonAnswer, jsonBody, keyedRoute, problems, router } from '../http/describe.ts';
import { parameter } from '../http/parameters.ts';
import { byOf } from '../http/by.ts';
import { allow } from '../http/allow.ts';
import { keepMemory } from './keepMemory.usecase.ts';
import { readShapes } from './ledgerShapes.repository.ts';

const tags = ['填报 · Reporting'] as const;

/** What a unit has confirmed of its own tables: read and kept by the pane, as uploads read and keep it. */
export const ledgerShapeRoutes = router();

ledgerShapeRoutes.openapi(
  keyedRoute({
    method: 'get',
    path: '/ledger-shapes',
    operationId: 'listLedgerShapes',
    tags,
    summary: '本单位确认过的表头和行 · What the unit has confirmed of its own tables',
    description:
      '按表的形状保存：哪一栏是什么，哪一行是哪条工作安排。 · By shape of table: what each column holds, which arrangement each row is of.',
    middleware: [allow('reporter')] as const,
    responses: {
      200: jsonAnswer(ledgerMemories, '已确认的内容 · What was confirmed', ledgerMemoriesExample),
      ...commonProblems,
    },
  }),
  async (c) => c.json({ shapes: await readShapes(c.env.DB, c.get('access').unitId ?? '') }, 200),
);

ledgerShapeRoutes.openapi(
  keyedRoute({
    method: 'put',
    path: '/ledger-shapes/{shape}',
    operationId: 'keepLedgerShape',
    tags,
    summary: '保存对一种表的确认 · Keep what was confirmed of tables of one shape',
    description:
      '须写明所依据的修订号；期间已有新的，则不覆盖，revision 为 null。 · Names the revision that it builds on; where another came in between, that stands, and revision is null.',
    middleware: [allow('reporter'), jsonUpTo(1_000_000)] as const,
    request: {
      params: z.object({
        shape: parameter(
          z.string().regex(/^[0-9a-f]{32}$/),
          '表的形状，32 位十六进制 · The shape, 32 hexadecimal digits',
          '0123456789abcdef0123456789abcdef',
        ),
      }),
      body: jsonBody(ledgerMemoryBody, ledgerMemoryBodyExample),
    },
    responses: {
      200: jsonAnswer(ledgerMemoryKept, '已保存 · Kept', ledgerMemoryKeptExample),
      ...commonProblems,
      ...problems[415],
    },
  }),
  async (c) => {
    const { shape } = c.req.valid('param');
    return c.json({ revision: await keepMemory(byOf(c), { shape, ...c.req.valid('json') }) }, 200);
  },
);
