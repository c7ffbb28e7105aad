import * as z from 'zod';
import { auditKinds } from '../../shared/audit/kindNames.ts';
import { shanghaiDate } from '../../shared/calendar/shanghai.ts';
import { auditTable } from '../../shared/tables/auditTable.ts';
import { auditAnswer } from '../../shared/wire/audit.ts';
import { allow } from '../http/allow.ts';
import { commonProblems, keyedRoute, problems, router } from '../http/describe.ts';
import { wholeNumber } from '../http/parameters.ts';
import { fileOf, tableAnswer, tableQuery } from '../tables/tableAnswer.ts';
import { readAudit, readWholeAudit } from './readAudit.usecase.ts';

const query = z.strictObject({
  unit: z.string().max(40).optional(),
  arrangement: z.string().max(12).optional(),
  /** The key of an obligation: what was pushed of its rows, and the acts that it was among. */
  obligation: z.string().max(120).optional(),
  /** A key's id, or the name of the person to whom one was issued. */
  actor: z.string().max(80).optional(),
  kind: z.enum(auditKinds).optional(),
  /** On this day or later, and on this day or earlier, by real time in Shanghai. */
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  limit: wholeNumber(1, 1000).default(100),
  cursor: z.string().max(40).optional(),
  ...tableQuery,
});

export const auditRoutes = router();

auditRoutes.openapi(
  keyedRoute({
    method: 'get',
    path: '/audit',
    tags: ['操作记录 · Who did what'],
    summary: '谁在何时做了什么，最近的在前 · Who did what when, the newest first',
    middleware: [allow('admin', 'officer')] as const,
    request: { query },
    responses: {
      200: tableAnswer(
        auditAnswer.meta({ id: 'Audit' }),
        '操作记录；文件一次给出全部 · A file holds all of it',
      ),
      ...commonProblems,
      ...problems[422],
    },
  }),
  async (c) => {
    const { format, language, limit, cursor, ...question } = c.req.valid('query');
    if (format === 'json') return c.json(await readAudit(c.env.DB, { ...question, limit, cursor }), 200);
    const entries = await readWholeAudit(c.env.DB, question);
    return fileOf(c, format, auditTable(entries, language), shanghaiDate(c.get('clock').real));
  },
);
