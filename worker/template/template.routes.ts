import * as z from 'zod';
import { mediaTypes } from '../documents/readDocument.ts';
import { commonProblems, keyedRoute, router } from '../http/describe.ts';
import { parameter, year } from '../http/parameters.ts';

const query = z.strictObject({
  format: parameter(
    z.enum(['xlsx', 'docx']).optional(),
    '不填则按 Accept，仍不明确时为 xlsx · Without it `Accept` says; xlsx where that says neither',
    'docx',
  ),
  year: parameter(
    year.optional(),
    '标题中的年度；不填为服务器当日的年度 · Of the title; the year of the server’s day without it',
    2024,
  ),
});

const file = z.string().meta({ format: 'binary' });

export const templateRoutes = router();

templateRoutes.openapi(
  keyedRoute({
    method: 'get',
    path: '/task-lists/template',
    operationId: 'readTemplate',
    tags: ['任务清单 · Task lists'],
    summary: '清单模板（表头和填好的示例），.xlsx 或 .docx · A template with a header and examples',
    description: '填好后可直接试读、比对、发布。 · Filled in, it can be parsed, compared and published.',
    request: { query },
    responses: {
      200: {
        description: '模板 · The template',
        content: { [mediaTypes.xlsx]: { schema: file }, [mediaTypes.docx]: { schema: file } },
      },
      ...commonProblems,
    },
  }),
  async (c) => {
    const { format, year: asked } = c.req.valid('query');
    const of = asked ?? Number(c.get('clock').today.slice(0, 4));
    const isWord =
      (format ?? ((c.req.header('accept') ?? '').includes(mediaTypes.docx) ? 'docx' : 'xlsx')) === 'docx';
    // Each is loaded only when one is asked for.
    const bytes = isWord
      ? (await import('./docxTemplate.ts')).docxTemplate(of)
      : await (await import('./xlsxTemplate.ts')).xlsxTemplate(of);
    return c.body(bytes, 200, {
      'content-type': isWord ? mediaTypes.docx : mediaTypes.xlsx,
      'content-disposition': `attachment; filename="task-list-${of}.${isWord ? 'docx' : 'xlsx'}"`,
      vary: 'Accept',
    });
  },
);
