import * as z from 'zod';
import { packedSheet } from '../../shared/wire/sheet.ts';
import { commonProblems, jsonAnswer, keyedRoute, problems, router } from '../http/describe.ts';
import { year } from '../http/parameters.ts';
import { roles } from '../../shared/wire/parts/role.ts';
import { readSheet } from './pull.usecase.ts';

/** Whose sheet of which list. */
export const sheetOf = z.strictObject({
  /** Needed with an officer's, administrator's or viewer's key; a reporter's own unit otherwise. */
  unit: z.string().max(40).optional(),
  /** The list's year; the newest list that has begun where it is left out. */
  year: year.optional(),
});

/** Who may pull; asked in the batch of the pull itself. */
export const pullers = roles;

/** The route by which workbooks pull. */
export function sheetRoutes(now: () => number) {
  const routes = router();
  routes.openapi(
    keyedRoute({
      method: 'get',
      path: '/sheet',
      tags: ['填报 · Reporting'],
      summary: '拉取台账；带游标时只取变化 · Pull a unit’s ledger; with a cursor, what changed since',
      request: { query: sheetOf.extend({ cursor: z.string().max(64).optional() }) },
      responses: {
        200: jsonAnswer(packedSheet.meta({ id: 'Sheet' }), '台账'),
        ...commonProblems,
        ...problems[404],
      },
    }),
    async (c) => {
      const { cursor, ...asked } = c.req.valid('query');
      const question = { ...asked, claim: c.get('claim'), now, roles: pullers, admit: c.get('admit') };
      return c.json(await readSheet(c.env.DB, question, cursor), 200);
    },
  );
  return routes;
}
