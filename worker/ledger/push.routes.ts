import { packedAnswer, packedAnswerExample } from '../../shared/wire/pushAnswer.ts';
import { pushLimits, pushRequest, pushRequestExample } from '../../shared/wire/push.ts';
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
      operationId: 'pushRows',
      tags: ['填报 · Reporting'],
      summary: '推送若干行，逐行答复，并带回变化 · Push rows, each answered by itself, and get what changed',
      description:
        '每行带它上次看到的版本：不同字段的改动合并，同一字段为冲突。不合规则的行存为草稿，不计入进度。同一 pushId 重发只生效一次。 · Each row names the version that it last saw: changes of other fields merge, of the same field they conflict. A row that breaks a rule is kept as a draft and never counted. The same pushId again is applied once.',
      middleware: [jsonUpTo(pushLimits.bytes)] as const,
      request: { query: sheetOf, body: compiledJsonBody(pushRequest, pushRequestExample) },
      responses: {
        200: jsonAnswer(packedAnswer, '逐行结果 · Each row’s outcome', packedAnswerExample),
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
