import * as z from 'zod';
import { changesAnswer, changesAnswerExample } from '../../shared/wire/changes.ts';
import { askingOf } from '../http/askingOf.ts';
import { conditionalRoute } from '../http/conditional.ts';
import { commonProblems, jsonAnswer, problems, router } from '../http/describe.ts';
import { parameter, unitAsked, wholeNumber, yearAsked } from '../http/parameters.ts';
import { readChanges } from './readChanges.usecase.ts';

export const changesRoutes = router();

changesRoutes.openapi(
  conditionalRoute({
    method: 'get',
    path: '/changes',
    operationId: 'listChanges',
    tags: ['填报数据 · Reported rows'],
    summary:
      '全区自游标以来的变化；不带游标时从头开始 · What changed in the district since a cursor; without one, from the beginning',
    description:
      '每个变化的应报项连同其各行，替换原有的；since 为 null 时清空原有的。more 为 true 时立即再取。 · Each obligation that changed comes with all of its rows, in the place of what was known; where since is null, all that was known is forgotten. While more is true, ask again at once.',
    request: {
      query: z.strictObject({
        year: yearAsked,
        unit: unitAsked,
        limit: parameter(
          wholeNumber(1, 1000).default(500),
          '一次最多多少个应报项 · How many obligations come at most',
          500,
        ),
        cursor: parameter(
          z.string().max(160).optional(),
          '上一次答复的 cursor · The cursor of the answer before',
        ),
      }),
    },
    responses: {
      200: jsonAnswer(
        changesAnswer,
        '变化的应报项，连同其各行 · The obligations that changed, each with all of its rows',
        changesAnswerExample,
      ),
      ...commonProblems,
      ...problems[404],
    },
  }),
  async (c) => c.json(await readChanges(askingOf(c), c.req.valid('query')), 200),
);
