import * as z from 'zod';
import { auditKinds } from '../../shared/audit/kindNames.ts';
import { shanghaiDate } from '../../shared/calendar/shanghai.ts';
import { auditTable } from '../../shared/tables/auditTable.ts';
import { auditAnswer, auditAnswerExample } from '../../shared/wire/audit.ts';
import { allow } from '../http/allow.ts';
import { commonProblems, keyedRoute, problems, router } from '../http/describe.ts';
import {
  arrangementAsked,
  cursorAsked,
  dayAsked,
  limitAsked,
  parameter,
  unitAsked,
} from '../http/parameters.ts';
import { formatOf } from '../tables/format.ts';
import { fileOf, tableAnswer, tableQuery } from '../tables/tableAnswer.ts';
import { readAudit, readWholeAudit } from './readAudit.usecase.ts';

const query = z.strictObject({
  unit: unitAsked,
  arrangement: arrangementAsked,
  obligation: parameter(
    z.string().max(120).optional(),
    '应报项编号：填报其各行的推送，和涉及它的处理 · The key of an obligation: what was pushed of its rows, and the acts that it was among',
    '2024.1-7-1.1.xuejia.2024-W15',
  ),
  actor: parameter(
    z.string().max(80).optional(),
    '密钥编号，或持有人姓名 · A key’s id, or the name of the person to whom one was issued',
    '周文斌',
  ),
  kind: parameter(z.enum(auditKinds).optional(), '做了什么 · What was done', 'allocations'),
  from: dayAsked(
    '这一天或以后，按上海的真实时间 · On this day or later, by real time in Shanghai',
    '2024-04-01',
  ),
  to: dayAsked('这一天或以前 · On this day or earlier', '2024-04-30'),
  limit: limitAsked,
  cursor: cursorAsked(40),
  ...tableQuery,
});

export const auditRoutes = router();

auditRoutes.openapi(
  keyedRoute({
    method: 'get',
    path: '/audit',
    operationId: 'listAudit',
    tags: ['操作记录 · Who did what'],
    summary: '谁在何时做了什么，最近的在前 · Who did what when, the newest first',
    description:
      '每次改动一条，含改动前后、理由、文号、请求编号；被拒绝、重发和试算的不在其中。 · One entry for each request that changed something, with what stood there before and after. What was refused, sent again or only tried out has none.',
    middleware: [allow('admin', 'officer')] as const,
    request: { query },
    responses: {
      200: tableAnswer(
        auditAnswer,
        '操作记录；文件一次给出全部 · A file holds all of it',
        auditAnswerExample,
      ),
      ...commonProblems,
      ...problems[422],
    },
  }),
  async (c) => {
    const { format: said, language, limit, cursor, ...question } = c.req.valid('query');
    const format = formatOf(c, said);
    if (format === 'json') return c.json(await readAudit(c.env.DB, { ...question, limit, cursor }), 200);
    const entries = readWholeAudit(c.env.DB, question);
    return fileOf(c, format, auditTable(entries, language), shanghaiDate(c.get('clock').real));
  },
);
