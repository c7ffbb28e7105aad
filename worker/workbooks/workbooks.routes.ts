import type { MiddlewareHandler } from 'hono';
import * as z from 'zod';
import type { AppEnv } from '../http/appEnv.ts';
import type { Role } from '../../shared/wire/parts/role.ts';
import { workbookAnswers } from '../../shared/wire/workbookAnswers.ts';
import { workbookOutcome } from '../../shared/wire/workbookOutcome.ts';
import { workbookProposal } from '../../shared/wire/workbookProposal.ts';
import { limits } from '../documents/limits.ts';
import { mediaTypes } from '../documents/readDocument.ts';
import { atMost, ofType } from '../http/bodies.ts';
import { commonProblems, parameters, problems, router } from '../http/describe.ts';
import { year } from '../http/parameters.ts';
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
  /** Whether only the proposal is wanted; nothing is stored. */
  dryRun: z.enum(['true', 'false']).default('false'),
  /** Needed with an officer's or administrator's key; a reporter's own unit otherwise. */
  unit: z.string().max(40).optional(),
  /** The list's year; the newest list that has begun where it is left out. */
  year: year.optional(),
  /** The file's name, where it comes alone. */
  name: z.string().min(1).max(255).optional(),
});

const fileTypes = [
  mediaTypes.xlsx,
  'text/csv',
  'application/octet-stream',
  'application/vnd.ms-excel',
] as const;

/** A unit's ledger, by the unit's id. */
const ledgerName = /^([a-z][a-z0-9]{0,39})\.xlsx$/u;
const ledgerQuery = z.strictObject({ year: year.optional() });

const fileHeaders = (name: string) => ({
  'content-type': mediaTypes.xlsx,
  'content-disposition': `attachment; filename="taizhang.xlsx"; filename*=UTF-8''${encodeURIComponent(name)}`,
});

/** The routes for clerks' own files. */
export function workbookRoutes(now: () => number, barrier: Barrier) {
  const routes = router();
  // It reads its body itself, by content type; so the router must not read it first.
  routes.openAPIRegistry.registerPath({
    method: 'post',
    path: '/workbooks',
    security: [{ accessKey: [] }],
    tags: ['填报 · Reporting'],
    summary:
      '上传自己的表：dryRun=true 只试读并列出要问的；确认后上报，用 Accept 取回带校验结果的原表 · Upload a ledger of one’s own: dryRun=true proposes and asks; confirmed, it reports; Accept has the file back with the results in it',
    request: {
      query: uploadQuery,
      body: {
        required: true,
        content: {
          'multipart/form-data': {
            schema: z.object({
              file: bytes,
              answers: workbookAnswers.meta({ id: 'WorkbookAnswers' }).optional(),
            }),
          },
          ...Object.fromEntries(fileTypes.map((type) => [type, { schema: bytes }])),
        },
      },
    },
    responses: {
      200: {
        description: '试读结果，或逐条答复；或带校验结果的原表 · The proposal, or the outcomes, or the file',
        content: {
          'application/json': {
            schema: z.union([
              workbookProposal.meta({ id: 'WorkbookProposal' }),
              workbookOutcome.meta({ id: 'WorkbookOutcome' }),
            ]),
          },
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
  routes.openAPIRegistry.registerPath({
    method: 'get',
    path: '/workbooks/{file}',
    security: [{ accessKey: [] }],
    tags: ['填报 · Reporting'],
    summary:
      '下载本单位台账（.xlsx），填好后可上传 · A unit’s ledger as a workbook, to be filled in and uploaded',
    request: {
      params: z.object({
        file: z.string().meta({ description: '单位.xlsx · UNIT.xlsx', examples: ['xuejia.xlsx'] }),
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
