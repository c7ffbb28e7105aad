import * as z from 'zod';
import { packedSheet } from '../../shared/wire/sheet.ts';
import { commonProblems, jsonAnswer, keyedRoute, problems, router } from '../http/describe.ts';
import { allow } from '../keys/authenticate.ts';
import type { SeriesMemory } from './seriesMemory.ts';
import { readSheet } from './pull.usecase.ts';

/** Whose sheet of which list. */
export const sheetOf = z.strictObject({
  /** Needed with an officer's, administrator's or viewer's key; a reporter's own unit otherwise. */
  unit: z.string().max(40).optional(),
  /** The list's year; the newest list that has begun where it is left out. */
  year: z.coerce.number().int().min(2000).max(2100).optional(),
});

/** The route by which workbooks pull. */
export function sheetRoutes(memory: SeriesMemory) {
  const routes = router();
  routes.openapi(
    keyedRoute({
      method: 'get',
      path: '/sheet',
      tags: ['填报 · Reporting'],
      summary: '拉取台账；带游标时只取变化 · Pull a unit’s ledger; with a cursor, what changed since',
      middleware: [allow('reporter', 'officer', 'admin', 'viewer')] as const,
      request: { query: sheetOf.extend({ cursor: z.string().max(64).optional() }) },
      responses: {
        200: jsonAnswer(packedSheet.meta({ id: 'Sheet' }), '台账'),
        ...commonProblems,
        ...problems[404],
      },
    }),
    async (c) => {
      const context = { db: c.env.DB, access: c.get('access'), clock: c.get('clock'), memory };
      return c.json(await readSheet(context, c.req.valid('query')), 200);
    },
  );
  return routes;
}
