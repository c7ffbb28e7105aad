import * as z from 'zod';
import { packedSheet, packedSheetExample } from '../../shared/wire/sheet.ts';
import { commonProblems, jsonAnswer, keyedRoute, problems, router } from '../http/describe.ts';
import { parameter, yearAsked } from '../http/parameters.ts';
import { roles } from '../../shared/wire/parts/role.ts';
import { readSheet } from './pull.usecase.ts';

/** Whose sheet of which list. */
export const sheetOf = z.strictObject({
  unit: parameter(
    z.string().max(40).optional(),
    '责任单位编号；填报密钥以外必填 · A unit’s id; needed with any key but a reporter’s',
    'xuejia',
  ),
  year: yearAsked,
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
      operationId: 'pullSheet',
      tags: ['填报 · Reporting'],
      summary: '拉取台账；带游标时只取变化 · Pull a unit’s ledger; with a cursor, what changed since',
      description:
        '一个单位的全部行，含已报内容、草稿、校验结果和上下文。再次拉取时带上 cursor，只返回有变化的行。 · All rows of a unit, with what was reported, drafts, findings and context. With the cursor of the last pull only rows that have changed come.',
      request: {
        query: sheetOf.extend({
          cursor: parameter(
            z.string().max(64).optional(),
            '上次拉取或推送答复中的 cursor · `cursor` of the last pull or push',
          ),
        }),
      },
      responses: {
        200: jsonAnswer(packedSheet, '台账 · The ledger', packedSheetExample),
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
