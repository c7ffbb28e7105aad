import * as z from 'zod';
import { bulletinsTable } from '../../shared/tables/bulletinsTable.ts';
import { bulletin, bulletinExample } from '../../shared/wire/bulletin.ts';
import { bulletinEdit, bulletinEditExample } from '../../shared/wire/bulletinEdit.ts';
import { bulletinIssue, bulletinIssueExample } from '../../shared/wire/bulletinIssue.ts';
import { bulletins, bulletinsExample } from '../../shared/wire/bulletins.ts';
import { newBulletin, newBulletinExample } from '../../shared/wire/newBulletin.ts';
import { bulletinEntry } from '../../shared/wire/parts/bulletinEntry.ts';
import { allow } from '../http/allow.ts';
import { jsonUpTo } from '../http/bodies.ts';
import { byOf } from '../http/by.ts';
import {
  commonProblems,
  ifMatch,
  jsonBody,
  keyedRoute,
  problems,
  router,
  versionedAnswer,
} from '../http/describe.ts';
import { cursorAsked, dayAsked, limitAsked, parameter, yearAsked } from '../http/parameters.ts';
import type { Barrier } from '../ledger/push.usecase.ts';
import { formatOf as tableFormatOf } from '../tables/format.ts';
import { fileOf, tableAnswer, tableQuery } from '../tables/tableAnswer.ts';
import { givenVersions } from '../versions/guard.ts';
import { bulletinDocx } from './bulletinDocx.ts';
import { bulletinFormat, bulletinTypes, fileNameHeader, formatOf } from './bulletinFormat.ts';
import { draftBulletin } from './draftBulletin.usecase.ts';
import { deleteBulletin, editBulletin } from './editBulletin.usecase.ts';
import { issueBulletin } from './issueBulletin.usecase.ts';
import { allBulletins, readBulletin, readBulletins } from './readBulletins.usecase.ts';

const tags = ['通报 · Bulletins'] as const;
const ofId = z.object({ id: parameter(z.string().max(40), '通报编号 · A bulletin’s id', 'n3xkq8p2vd7m') });
const writers = allow('admin', 'officer');
const etagOf = (version: number) => ({ etag: `"${version}"` });

const wholeAnswer = versionedAnswer(
  bulletin,
  '通报及其内容 · The bulletin with its content',
  bulletinExample,
);

/** What is answered to a change of a draft, which is of a version. */
const changeAnswers = {
  200: wholeAnswer,
  ...commonProblems,
  ...problems[404],
  ...problems[409],
  ...problems[412],
  ...problems[415],
  ...problems[422],
  ...problems[428],
};

/** The routes of bulletins (B6). */
export function bulletinRoutes(barrier: Barrier) {
  const routes = router();

  routes.openapi(
    keyedRoute({
      method: 'get',
      path: '/bulletins',
      operationId: 'listBulletins',
      tags,
      summary: '通报，最近的在前 · Bulletins, the newest first',
      description:
        '某年清单的通报，分页给出，文件一次给出全部，不含内容。草稿只有区局人员和管理员能看到。 · The bulletins of a year’s list, page by page, in a file all of them, without their content. Drafts are shown to officers and administrators only.',
      request: {
        query: z.strictObject({
          year: yearAsked,
          state: parameter(
            bulletinEntry.shape.state.optional(),
            '只要草稿，或只要已印发的 · Drafts only, or issued ones only',
            'issued',
          ),
          limit: limitAsked,
          cursor: cursorAsked(40),
          ...tableQuery,
        }),
      },
      responses: {
        200: tableAnswer(bulletins, '通报目录 · The bulletins', bulletinsExample),
        ...commonProblems,
        ...problems[404],
      },
    }),
    async (c) => {
      const { format: said, language, ...asked } = c.req.valid('query');
      const format = tableFormatOf(c, said);
      if (format === 'json') return c.json(await readBulletins(byOf(c), asked), 200);
      const { year, items } = await allBulletins(byOf(c), asked);
      return fileOf(c, format, bulletinsTable({ year, bulletins: items }, language), c.get('clock').today);
    },
  );

  routes.openapi(
    keyedRoute({
      method: 'post',
      path: '/bulletins',
      operationId: 'draftBulletin',
      tags,
      summary: '起草一份通报 · Draft a bulletin',
      description:
        '按现在的情况起草；不写报告期即为最近一个已结束的周、月或季。同一时段已有草稿时返回那一份（200）。 · Drafts of the present state; without a period, of the last week, month or quarter that is over. Where a draft of the same days stands, it is answered (200).',
      middleware: [writers, jsonUpTo(8000)] as const,
      request: { body: jsonBody(newBulletin, newBulletinExample) },
      responses: {
        200: wholeAnswer,
        201: versionedAnswer(bulletin, '已起草 · Drafted', bulletinExample),
        ...commonProblems,
        ...problems[404],
        ...problems[409],
        ...problems[415],
        ...problems[422],
      },
    }),
    async (c) => {
      const { answer, version, isNew } = await draftBulletin(byOf(c), c.req.valid('json'));
      return isNew ? c.json(answer, 201, etagOf(version)) : c.json(answer, 200, etagOf(version));
    },
  );

  routes.openapi(
    keyedRoute({
      method: 'get',
      path: '/bulletins/{id}',
      operationId: 'readBulletin',
      tags,
      summary: '一份通报：JSON、Markdown、纯文本或 Word · A bulletin, as JSON, Markdown, text or Word file',
      description:
        '已印发的与印发时逐字相同；草稿按现在的情况重新生成，改过的语句保留，stale 指出原文已变的。每个数字都列出它所计的应报项。 · An issued one is as it was issued. A draft is made anew of the present state; edited sentences stay, and stale names those whose made text has changed. Every number lists the obligations that it counts.',
      request: {
        params: ofId,
        query: z.strictObject({
          format: parameter(
            bulletinFormat.optional(),
            'markdown、text（供聊天转发）、docx（Word）；不写则由 Accept 决定 · markdown, text (for a chat), docx (Word); without it the Accept header decides',
            'markdown',
          ),
          asOf: dayAsked(
            '反映哪天的情况；草稿只有今天，已印发的只有印发那天 · The day that it tells: a draft today only, an issued one its own only',
            '2024-04-10',
          ),
        }),
      },
      responses: {
        200: {
          ...wholeAnswer,
          content: {
            ...wholeAnswer.content,
            [bulletinTypes.markdown]: { schema: z.string().meta({ description: 'UTF-8' }) },
            [bulletinTypes.text]: { schema: z.string().meta({ description: 'UTF-8' }) },
            [bulletinTypes.docx]: { schema: z.string().meta({ format: 'binary' }) },
          },
        },
        ...commonProblems,
        ...problems[404],
        ...problems[422],
      },
    }),
    async (c) => {
      const { format: said, asOf } = c.req.valid('query');
      const format = formatOf(c, said);
      const read = await readBulletin(byOf(c), c.req.valid('param').id, asOf);
      const headers = { ...etagOf(read.version), vary: 'Accept' };
      if (format === 'json') return c.json(read.answer, 200, headers);
      const { content } = read.answer;
      const { title } = content;
      if (format === 'docx')
        return c.body(await bulletinDocx(content), 200, {
          ...headers,
          'content-type': bulletinTypes.docx,
          'content-disposition': fileNameHeader(title, 'docx'),
        });
      return c.body(format === 'markdown' ? read.markdown() : read.text(), 200, {
        ...headers,
        'content-type': `${bulletinTypes[format]}; charset=utf-8`,
        'content-disposition': fileNameHeader(title, format === 'markdown' ? 'md' : 'txt'),
      });
    },
  );

  routes.openapi(
    keyedRoute({
      method: 'put',
      path: '/bulletins/{id}',
      operationId: 'editBulletin',
      tags,
      summary: '修改草稿（If-Match 为读取时的版本） · Edit a draft, of a version',
      description:
        '不写的不动；null 恢复为自动生成的；语句改为空即不印；tables 中为 false 的表整张不印，表中数字不能改。发文机关、代字、主送机关和署名以后的通报沿用。 · What is left out stays; null is as it is made; an empty sentence is not printed, nor is a table that is `false` in `tables`; its figures are not edited. Office, code, salutation and signature are taken over by later bulletins.',
      middleware: [writers, jsonUpTo(400_000)] as const,
      request: { params: ofId, headers: ifMatch, body: jsonBody(bulletinEdit, bulletinEditExample) },
      responses: changeAnswers,
    }),
    async (c) => {
      const given = givenVersions(c.req.header('if-match'));
      const by = byOf(c);
      const { answer, version } = await editBulletin(by, c.req.valid('param').id, c.req.valid('json'), given);
      return c.json(answer, 200, etagOf(version));
    },
  );

  routes.openapi(
    keyedRoute({
      method: 'post',
      path: '/bulletins/{id}/issue',
      operationId: 'issueBulletin',
      tags,
      summary: '印发看到的草稿，编号 · Issue the draft that was seen, with a number',
      description:
        '写明看到的变更号（content.change），之后有变化的不印发。编号按年连续，印发后不再改变；再次印发返回同一份。 · Names the change number that was seen; what has changed since is not issued. Numbers count up within a year, and nothing changes after the issue. Issued again, the same is answered.',
      middleware: [writers, jsonUpTo(8000)] as const,
      request: { params: ofId, headers: ifMatch, body: jsonBody(bulletinIssue, bulletinIssueExample) },
      responses: changeAnswers,
    }),
    async (c) => {
      const given = givenVersions(c.req.header('if-match'));
      const seen = c.req.valid('json');
      const { answer, version } = await issueBulletin(byOf(c), barrier, c.req.valid('param').id, seen, given);
      return c.json(answer, 200, etagOf(version));
    },
  );

  routes.openapi(
    keyedRoute({
      method: 'delete',
      path: '/bulletins/{id}',
      operationId: 'deleteBulletin',
      tags,
      summary: '删除草稿 · Delete a draft',
      description: '已印发的不能删除。 · An issued bulletin cannot be deleted.',
      middleware: [writers] as const,
      request: { params: ofId },
      responses: {
        204: { description: '已删除 · Deleted' },
        ...commonProblems,
        ...problems[404],
        ...problems[409],
      },
    }),
    async (c) => {
      await deleteBulletin(byOf(c), c.req.valid('param').id);
      return c.body(null, 204);
    },
  );

  return routes;
}
