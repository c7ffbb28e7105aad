import { actAnswer, actAnswerExample } from '../../shared/wire/actAnswer.ts';
import { actLimits, actRequest, actRequestExample } from '../../shared/wire/act.ts';
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
      operationId: 'decide',
      tags: ['审核 · Review'],
      summary:
        '审核、退回、延期、认定本地无此类、解锁，逐项答复 · Decide of obligations, each answered by itself',
      description:
        '按编号或按筛选条件指定应报项；按条件时须写明看到的数目和变更号，之后有变化的不会处理。同一 actId 重发只生效一次。 · Names obligations by key, or by a filter with the number and the change that were seen; what has changed since is refused. The same actId again is applied once.',
      middleware: [allow('officer', 'admin'), jsonUpTo(actLimits.bytes)] as const,
      request: { body: jsonBody(actRequest, actRequestExample) },
      responses: {
        200: jsonAnswer(actAnswer, '逐项结果 · Each obligation’s outcome', actAnswerExample),
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
