import * as z from 'zod';
import { commonProblems, jsonAnswer, openRoute, router } from '../http/describe.ts';
import { askDatabase } from './health.repository.ts';

const tags = ['运行 · Operation'] as const;

const alive = z.strictObject({ status: z.literal('alive') }).meta({ id: 'Alive' });
const ready = z.strictObject({ status: z.literal('ready') }).meta({ id: 'Ready' });

/** For whoever watches over a deployment; no key is asked for, and nothing is told but that it goes. */
export const healthRoutes = router();

healthRoutes.openapi(
  openRoute({
    method: 'get',
    path: '/healthz',
    operationId: 'isAlive',
    tags,
    summary: '程序在运行，不问数据库 · The program runs; the database is not asked',
    description: '只要程序在运行就答复。 · Answers as long as the program runs.',
    responses: { 200: jsonAnswer(alive, '在运行 · It runs', { status: 'alive' }), 400: commonProblems[400] },
  }),
  (c) => c.json({ status: 'alive' as const }, 200),
);

healthRoutes.openapi(
  openRoute({
    method: 'get',
    path: '/readyz',
    operationId: 'isReady',
    tags,
    summary: '数据库可以读取，可以接受请求 · The database answers, requests can be taken',
    description:
      '数据库没有答复或从未建立时为 503。 · 503 where the database does not answer, or was never set up.',
    responses: {
      200: jsonAnswer(ready, '可以接受请求 · Requests can be taken', { status: 'ready' }),
      400: commonProblems[400],
      503: commonProblems[503],
    },
  }),
  async (c) => {
    await askDatabase(c.env.DB);
    return c.json({ status: 'ready' as const }, 200);
  },
);
