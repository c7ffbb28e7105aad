import { createRoute } from '@hono/zod-openapi';
import * as z from 'zod';
import { commonProblems, jsonAnswer, router } from '../http/describe.ts';
import { askDatabase } from './health.repository.ts';

const tags = ['运行 · Operation'];

/** For whoever watches over a deployment; no key is asked for, and nothing is told but that it goes. */
export const healthRoutes = router();

healthRoutes.openapi(
  createRoute({
    method: 'get',
    path: '/healthz',
    tags,
    summary: '程序在运行，不问数据库 · The program runs; the database is not asked',
    responses: { 200: jsonAnswer(z.strictObject({ status: z.literal('alive') }), '在运行') },
  }),
  (c) => c.json({ status: 'alive' as const }, 200),
);

healthRoutes.openapi(
  createRoute({
    method: 'get',
    path: '/readyz',
    tags,
    summary: '数据库可以读取，可以接受请求 · The database answers, requests can be taken',
    responses: {
      200: jsonAnswer(z.strictObject({ status: z.literal('ready') }), '可以接受请求'),
      503: commonProblems[503],
    },
  }),
  async (c) => {
    await askDatabase(c.env.DB);
    return c.json({ status: 'ready' as const }, 200);
  },
);
