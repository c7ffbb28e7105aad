import { packedAnswer, pushLimits, pushRequest } from '../../shared/wire/sync.ts';
import { atMost, json } from '../http/bodies.ts';
import { commonProblems, jsonAnswer, jsonBody, keyedRoute, problems, router } from '../http/describe.ts';
import { allow } from '../keys/authenticate.ts';
import { sheetOf } from './pull.routes.ts';
import { pushRows, type Barrier } from './push.usecase.ts';
import type { SeriesMemory } from './seriesMemory.ts';

/** The route by which workbooks push. */
export function syncRoutes(memory: SeriesMemory, barrier: Barrier) {
  const routes = router();
  routes.openapi(
    keyedRoute({
      method: 'post',
      path: '/sync',
      tags: ['填报 · Reporting'],
      summary: '推送若干行，逐行答复，并带回变化 · Push rows, each answered by itself, and get what changed',
      middleware: [allow('reporter', 'officer', 'admin'), json, atMost(pushLimits.bytes)] as const,
      request: { query: sheetOf, body: jsonBody(pushRequest.meta({ id: 'Push' })) },
      responses: {
        200: jsonAnswer(packedAnswer.meta({ id: 'PushAnswer' }), '逐行结果'),
        ...commonProblems,
        ...problems[404],
        ...problems[409],
        ...problems[415],
      },
    }),
    async (c) => {
      const identity = { access: c.get('access'), clock: c.get('clock'), proven: c.get('proven') };
      const context = { db: c.env.DB, identity, prove: c.get('prove'), memory, barrier };
      return c.json(await pushRows(context, c.req.valid('json'), c.req.valid('query')), 200);
    },
  );
  return routes;
}
