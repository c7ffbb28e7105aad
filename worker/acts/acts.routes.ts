import { actAnswer } from '../../shared/wire/actAnswer.ts';
import { actLimits, actRequest } from '../../shared/wire/act.ts';
import { jsonUpTo } from '../http/bodies.ts';
import { allow } from '../http/allow.ts';
import { commonProblems, jsonAnswer, jsonBody, keyedRoute, problems, router } from '../http/describe.ts';
import type { Barrier } from '../ledger/push.usecase.ts';
import { actOn } from './act.usecase.ts';
import { checkAct } from './checkAct.ts';

/** The route by which the bureau decides of obligations. */
export function actRoutes(barrier: Barrier) {
  const routes = router();
  routes.openapi(
    keyedRoute({
      method: 'post',
      path: '/acts',
      tags: ['审核 · Review'],
      summary:
        '审核、退回、延期、认定本地无此类、解锁，逐项答复 · Decide of obligations, each answered by itself',
      middleware: [allow('officer', 'admin'), jsonUpTo(actLimits.bytes)] as const,
      request: { body: jsonBody(actRequest.meta({ id: 'Act' })) },
      responses: {
        200: jsonAnswer(actAnswer.meta({ id: 'ActAnswer' }), '逐项结果 · Each obligation’s outcome'),
        ...commonProblems,
        ...problems[404],
        ...problems[409],
        ...problems[415],
      },
    }),
    async (c) => {
      const by = {
        ...{ db: c.env.DB, access: c.get('access'), clock: c.get('clock'), requestId: c.get('requestId') },
      };
      return c.json(await actOn(by, barrier, checkAct(c.req.valid('json'))), 200);
    },
  );
  return routes;
}
