import type { MiddlewareHandler } from 'hono';
import * as z from 'zod';
import type { AppEnv } from '../http/appEnv.ts';
import type { Role } from '../../shared/wire/parts/role.ts';
import { workbookAnswers } from '../../shared/wire/workbookAnswers.ts';
import { workbookOutcome } from '../../shared/wire/workbookOutcome.ts';
import { workbookProposal, workbookProposalExample } from '../../shared/wire/workbookProposal.ts';
import { limits } from '../documents/limits.ts';
import { mediaTypes } from '../documents/readDocument.ts';
import { atMost, ofType } from '../http/bodies.ts';
import { commonProblems, describeKeyed, jsonAnswer, parameters, problems, router } from '../http/describe.ts';
import { parameter, yearAsked } from '../http/parameters.ts';
import { pullers } from '../ledger/pull.routes.ts';
import type { Barrier } from '../ledger/push.usecase.ts';
import { ledgerFileOf } from './ledgerFileOf.usecase.ts';
import { Problem } from '../problems/problem.ts';
import { proposeWorkbook } from './propose.usecase.ts';
import { sendWorkbook } from './send.usecase.ts';
import { readUploadBody } from './uploadBody.ts';

/** Who may upload; asked in the batch of the reading. */
export const uploaders: readonly Role[] = ['reporter', 'officer', 'admin'];

/** A file and what was said of it. */
const most = limits.file + 4_000_000;
const bytes = z.string().meta({ format: 'binary' });

const uploadQuery = z.strictObject({
  dryRun: parameter(
    z.enum(['true', 'false']).default('false'),
    'true：只试读，不保存 · Whether only the proposal is wanted; nothing is stored',
    'true',
  ),
  unit: parameter(
    z.string().max(40).optional(),
    '责任单位编号；填报密钥以外必填 · A unit’s id; needed with any key but a reporter’s',
    'xuejia',
  ),
  year: yearAsked,
  name: parameter(
    z.string().min(1).max(255).optional(),
    '文件名，文件单独发送时使用 · The file’s name, where it comes alone',
    '台账.xlsx',
  ),
});

const fileTypes = [
  mediaTypes.xlsx,
  'text/csv',
  'application/octet-stream',
  'application/vnd.ms-excel',
] as const;

/** A ledger as a clerk keeps it, as CSV. */
const ledgerExample = `序号,报告期,工作安排,完成情况,工作开展情况
1,第15周,每周调度危险化学品装货企业“五必查”核验情况并通报,已开展,调度 5 家企业，均已整改。
`;

/** A unit's ledger, by the unit's id. */
const ledgerName = /^([a-z][a-z0-9]{0,39})\.xlsx$/u;
const ledgerQuery = z.strictObject({ year: yearAsked });

const fileHeaders = (name: string) => ({
  'content-type': mediaTypes.xlsx,
  'content-disposition': `attachment; filename="taizhang.xlsx"; filename*=UTF-8''${encodeURIComponent(name)}`,
});

/** The routes for clerks' own files. */
export function workbookRoutes(now: () => number, barrier: Barrier) {
  const routes = router();
  // It reads its body itself, by content type; so the router must not read it first.
  describeKeyed(routes, {
    method: 'post',
    path: '/workbooks',
    operationId: 'uploadWorkbook',
    tags: ['填报 · Reporting'],
    summary:
      '上传自己的表：dryRun=true 只试读并列出要问的；确认后上报，用 Accept 取回带校验结果的原表 · Upload a ledger of one’s own: dryRun=true proposes and asks; confirmed, it reports; Accept has the file back with the results in it',
    description:
      '文件是 .xlsx 或 .csv，单独发送，或与 answers 一起作为表单。确认时写明试读时看到的各行；文件已变则拒绝。 · The file is .xlsx or .csv, alone or with `answers` as a form. A confirmation names the rows that the proposal told; where the file is another it is refused.',
    request: {
      query: uploadQuery,
      body: {
        required: true,
        content: {
          'multipart/form-data': {
            schema: z
              .object({ file: bytes, answers: workbookAnswers.optional() })
              .meta({ id: 'WorkbookUpload' }),
            example: {
              file: ledgerExample,
              answers: { reports: [{ id: '0.1.1-7-1.1.done.0', isLeftOut: true }] },
            },
          },
          ...Object.fromEntries(fileTypes.map((type) => [type, { schema: bytes }])),
          'text/csv': { schema: bytes, example: ledgerExample },
        },
      },
    },
    responses: {
      200: {
        description: '试读结果，或逐条答复；或带校验结果的原表 · The proposal, or the outcomes, or the file',
        content: {
          ...jsonAnswer(
            z.union([workbookProposal, workbookOutcome]),
            '试读结果，或逐条答复 · The proposal, or the outcomes',
            workbookProposalExample,
          ).content,
          [mediaTypes.xlsx]: { schema: bytes },
        },
      },
      ...commonProblems,
      ...problems[404],
      ...problems[409],
      ...problems[415],
      ...problems[422],
    },
  });
  const isAsked: MiddlewareHandler<AppEnv> = async (c, next) => {
    parameters(uploadQuery, c.req.query(), 'query');
    await next();
  };
  const isUpload = ofType('multipart/form-data', ...fileTypes);
  routes.post('/workbooks', isAsked, isUpload, atMost(most), async (c) => {
    const { dryRun, name, ...asked } = parameters(uploadQuery, c.req.query(), 'query');
    const { answers, ...upload } = await readUploadBody(c.req.raw, name);
    const question = { ...asked, claim: c.get('claim'), now, roles: uploaders, admit: c.get('admit') };
    if (dryRun === 'true') return c.json(await proposeWorkbook(c.env.DB, question, upload, answers), 200);
    const context = { db: c.env.DB, barrier, requestId: c.get('requestId'), kind: 'upload' as const };
    const { answer, marked } = await sendWorkbook(context, question, upload, answers);
    if (!(c.req.header('accept') ?? '').includes(mediaTypes.xlsx)) return c.json(answer, 200);
    const file = `${upload.name.replace(/\.[^.]*$/u, '')}（校验结果）.xlsx`;
    return c.body((await marked()) as never, 200, fileHeaders(file));
  });
  describeKeyed(routes, {
    method: 'get',
    path: '/workbooks/{file}',
    operationId: 'downloadLedger',
    tags: ['填报 · Reporting'],
    summary:
      '下载本单位台账（.xlsx），填好后可上传 · A unit’s ledger as a workbook, to be filled in and uploaded',
    description:
      '文件名是单位编号。填报密钥只能下载本单位的。 · The file’s name is the unit’s id. A reporter has its own unit’s only.',
    request: {
      params: z.object({
        file: parameter(z.string().max(45), '单位.xlsx · UNIT.xlsx', 'xuejia.xlsx'),
      }),
      query: ledgerQuery,
    },
    responses: {
      200: { description: '台账 · The ledger', content: { [mediaTypes.xlsx]: { schema: bytes } } },
      ...commonProblems,
      ...problems[404],
    },
  });
  routes.get('/workbooks/:file', async (c) => {
    const asked = parameters(ledgerQuery, c.req.query(), 'query');
    const [, unit] = ledgerName.exec(c.req.param('file')) ?? [];
    if (unit === undefined) throw new Problem('not-found', { method: 'GET', path: c.req.path });
    const question = { ...asked, unit, claim: c.get('claim'), now, roles: pullers, admit: c.get('admit') };
    const { name, content } = await ledgerFileOf(c.env.DB, question);
    return c.body(content as never, 200, fileHeaders(name));
  });
  return routes;
}
