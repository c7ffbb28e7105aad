import { packedAnswer } from '../../shared/wire/pushAnswer.ts';
import { pushLimits, pushRequest } from '../../shared/wire/push.ts';
import { jsonUpTo } from '../http/bodies.ts';
import {
  commonProblems,
  compiledJsonBody,
  jsonAnswer,
  keyedRoute,
  problems,
  router,
} from '../http/describe.ts';
import type { Role } from '../../shared/wire/parts/role.ts';
import { sheetOf } from './pull.routes.ts';
import { pushRows, type Barrier } from './push.usecase.ts';

/** Who may push; asked in the batch of the push itself. */
export const pushers: readonly Role[] = ['reporter', 'officer', 'admin'];

/** The route by which workbooks push. */
export function syncRoutes(now: () => number, barrier: Barrier) {
  const routes = router();
  routes.openapi(
    keyedRoute({
      method: 'post',
      path: '/sync',
      tags: ['填报 · Reporting'],
      summary: '推送若干行，逐行答复，并带回变化 · Push rows, each answered by itself, and get what changed',
      middleware: [jsonUpTo(pushLimits.bytes)] as const,
      request: { query: sheetOf, body: compiledJsonBody(pushRequest.meta({ id: 'Push' })) },
      responses: {
        200: jsonAnswer(packedAnswer.meta({ id: 'PushAnswer' }), '逐行结果'),
        ...commonProblems,
        ...problems[404],
        ...problems[409],
        ...problems[415],
      },
    }),
    async (c) => {
      const question = {
        ...c.req.valid('query'),
        claim: c.get('claim'),
        now,
        roles: pushers,
        admit: c.get('admit'),
      };
      const context = {
        ...{ db: c.env.DB, barrier, requestId: c.get('requestId') },
        kind: 'push' as const,
      };
      return c.json(await pushRows(context, question, c.req.valid('json')), 200);
    },
  );
  return routes;
}
