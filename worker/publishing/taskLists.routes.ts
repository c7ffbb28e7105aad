import * as z from 'zod';
import { gatherReading } from '../../shared/import/diagnostics/gather.ts';
import type { Diagnostic } from '../../shared/taskList/diagnostic.ts';
import { givenListSettings, wholeListSettings } from '../../shared/taskList/listSettings.ts';
import { taskList } from '../../shared/taskList/taskList.ts';
import { comparison } from '../../shared/wire/comparison.ts';
import { listReading, type ListReading } from '../../shared/wire/listReading.ts';
import { narrowing } from '../../shared/wire/narrowing.ts';
import { gridBody, publishBody } from '../../shared/wire/publishBody.ts';
import { published } from '../../shared/wire/published.ts';
import { settingsAnswer } from '../../shared/wire/settings.ts';
import { atMost, jsonUpTo, ofType } from '../http/bodies.ts';
import {
  commonProblems,
  ifMatch,
  jsonAnswer,
  jsonBody,
  keyedRoute,
  parameters,
  problems,
  router,
  versionedAnswer,
} from '../http/describe.ts';
import { ofYear, wholeNumber, year } from '../http/parameters.ts';
import { allow } from '../http/allow.ts';
import { byOf } from '../http/by.ts';
import type { ProblemPlace } from '../../shared/wire/problem.ts';
import { Problem } from '../problems/problem.ts';
import { loadRoster } from '../units/units.repository.ts';
import { loadKeptColumns, loadKeptLevels } from '../taskLists/columnRoles.repository.ts';
import { columnsParameter } from './columns.ts';
import { compareList } from './compare.usecase.ts';
import { levelQuery, levelsOf } from './levelQuery.ts';
import { readDocument, readForPublish, type SaidOfDocument } from './listBody.ts';
import { limits } from '../documents/limits.ts';
import { mediaTypes } from '../documents/readDocument.ts';
import { givenVersions, tagOf } from '../versions/guard.ts';
import { changeListSettings } from './changeSettings.usecase.ts';
import { readListSettings } from './readSettings.usecase.ts';
import { narrowAssignment } from './narrow.usecase.ts';
import { publishTaskList } from './publish.usecase.ts';
import { loadList, loadListSettings } from '../taskLists/taskLists.repository.ts';

const tags = ['任务清单 · Task lists'];
const listBody = taskList.meta({ id: 'TaskList' });
const reading = listReading.extend({ taskList: listBody.nullable() }).meta({ id: 'ListReading' });
const documentSize = atMost(limits.file);
const documentType = ofType(...Object.values(mediaTypes), 'application/json');
/** A document's content types, for the description: text as text, files as bytes. */
const documentContent = {
  [mediaTypes.text]: { schema: z.string() },
  [mediaTypes.tabs]: { schema: z.string() },
  [mediaTypes.html]: { schema: z.string() },
  [mediaTypes.xlsx]: { schema: z.string().meta({ format: 'binary' }) },
  [mediaTypes.docx]: { schema: z.string().meta({ format: 'binary' }) },
};

export const taskListRoutes = router();

const saidQuery = { ...levelQuery, columns: columnsParameter.optional() };
const parseQuery = z.strictObject({ year: year.optional(), ...saidQuery });
const compareQuery = z.strictObject(saidQuery);

/** What an address says of a document. */
function saidIn({ columns, ...query }: z.infer<typeof compareQuery>): SaidOfDocument {
  const levels = levelsOf(query);
  return { ...(levels && { levels }), ...(columns && { columns }) };
}

// These two read their bodies themselves, by content type; so the router must not read them first.
taskListRoutes.openAPIRegistry.registerPath({
  method: 'post',
  path: '/task-lists/parse',
  security: [{ accessKey: [] }],
  tags,
  summary: '试读：读出清单和诊断，不保存 · Dry run: reads a list, stores nothing',
  request: {
    query: parseQuery,
    body: {
      required: true,
      content: { ...documentContent, 'application/json': { schema: gridBody } },
    },
  },
  responses: {
    200: jsonAnswer(reading, '清单与诊断'),
    ...commonProblems,
    ...problems[415],
    ...problems[422],
  },
});
taskListRoutes.post('/task-lists/parse', allow('admin', 'officer'), documentType, documentSize, async (c) => {
  const query = parameters(parseQuery, c.req.query(), 'query');
  const { DB: db } = c.env;
  const [roster, kept] = await Promise.all([loadRoster(db), keptOf(db)]);
  const result = await readDocument(c.req.raw, {
    ...{ roster, ...kept },
    ...(query.year !== undefined && { year: query.year }),
    ...saidIn(query),
  });
  if (result.taskList === null) throw notAList(result);
  return c.json({ ...result, ...gatherReading(result, roster) }, 200);
});

/** A diagnostic as a place of the document. */
function placeOf({ cell, zh, en }: Diagnostic): ProblemPlace {
  return { pointer: cell ? `#/grid/${cell.row - 1}/${cell.column - 1}` : '#', zh, en };
}

/** The problem for a document in which no list could be read: the first errors say why, each at its cell. */
function notAList({ diagnostics, head }: Pick<ListReading, 'diagnostics' | 'head'>): Problem {
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  const places = errors.slice(0, 20).map(placeOf);
  return new Problem(
    'not-a-task-list',
    {
      reasonZh: places[0]?.zh ?? '没有可识别的表头',
      reasonEn: places[0]?.en ?? 'No header row was recognised',
    },
    places,
    // Where something else is missing, such as the year, its columns are not what is to be said.
    { head: errors.some(({ code }) => /^(?:header|column|tasks)-/u.test(code)) ? head : null },
  );
}

/** How many obligations the request knows that its dates make overdue at once; else they stand in the way. */
const overdueQuery = { overdue: wholeNumber(0, 10_000_000).optional() };

const publishQuery = z.strictObject({
  ...overdueQuery,
  /** How many places of the document that could not be read are known of; else they stand in the way. */
  unread: wholeNumber(0, 100_000).optional(),
  ...saidQuery,
});

/** @throws Problem `parts-unread`, naming them, unless the request says that it knows of all of them. */
function checkUnread(diagnostics: Diagnostic[], known: number | undefined): void {
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  if (errors.length > 0 && known !== errors.length) {
    throw new Problem('parts-unread', { count: errors.length }, errors.slice(0, 20).map(placeOf));
  }
}

/** What was said of earlier lists: of columns, and of levels of numbering. */
async function keptOf(db: D1Database): Promise<Pick<SaidOfDocument, 'keptColumns' | 'keptLevels'>> {
  const [keptColumns, keptLevels] = await Promise.all([loadKeptColumns(db), loadKeptLevels(db)]);
  return { keptColumns, keptLevels };
}

/** Reads what is to be compared or published as the list of a year. */
async function listOfYear(request: Request, db: D1Database, asked: number, said: SaidOfDocument) {
  const [roster, settings, kept] = await Promise.all([
    loadRoster(db),
    loadListSettings(db, String(asked)),
    keptOf(db),
  ]);
  const reading = await readForPublish(request, { roster, settings }, { year: asked, ...kept, ...said });
  const { taskList: list } = reading;
  if (list === null) throw notAList(reading);
  if (list.year !== asked) throw new Problem('year-mismatch', { found: list.year, year: asked });
  return { ...reading, taskList: list };
}

taskListRoutes.openAPIRegistry.registerPath({
  method: 'post',
  path: '/task-lists/{year}/compare',
  security: [{ accessKey: [] }],
  tags,
  summary: '与已发布的清单比对，不保存 · Compare a reading with the stored list, store nothing',
  request: {
    params: ofYear,
    query: compareQuery,
    body: {
      required: true,
      content: { ...documentContent, 'application/json': { schema: publishBody } },
    },
  },
  responses: {
    200: jsonAnswer(comparison.meta({ id: 'Comparison' }), '比对结果'),
    ...commonProblems,
    ...problems[409],
    ...problems[415],
    ...problems[422],
  },
});
taskListRoutes.post(
  '/task-lists/:year/compare',
  allow('admin', 'officer'),
  documentType,
  documentSize,
  async (c) => {
    const asked = parameters(ofYear, c.req.param(), 'param').year;
    const said = saidIn(parameters(compareQuery, c.req.query(), 'query'));
    return c.json(await compareList(c.env.DB, await listOfYear(c.req.raw, c.env.DB, asked, said)), 200);
  },
);

taskListRoutes.openAPIRegistry.registerPath({
  method: 'put',
  path: '/task-lists/{year}',
  security: [{ accessKey: [] }],
  tags,
  summary: '发布清单并生成全年应报项 · Publish a list and make the year’s obligations',
  request: {
    params: ofYear,
    query: publishQuery,
    body: {
      required: true,
      content: { ...documentContent, 'application/json': { schema: publishBody } },
    },
  },
  responses: {
    200: jsonAnswer(published.meta({ id: 'Published' }), '发布结果'),
    ...commonProblems,
    ...problems[409],
    ...problems[415],
    ...problems[422],
  },
});
taskListRoutes.put('/task-lists/:year', allow('admin'), documentType, documentSize, async (c) => {
  const asked = parameters(ofYear, c.req.param(), 'param').year;
  const { unread, overdue, ...query } = parameters(publishQuery, c.req.query(), 'query');
  const db = c.env.DB;
  const { diagnostics, ...reading } = await listOfYear(c.req.raw, db, asked, saidIn(query));
  checkUnread(diagnostics, unread);
  const result = await publishTaskList(reading, overdue, byOf(c));
  const { openDecisions } = await readListSettings(db, asked, null);
  return c.json({ year: asked, ...result, diagnostics, openDecisions }, 200);
});

taskListRoutes.openapi(
  keyedRoute({
    method: 'get',
    path: '/task-lists/{year}',
    tags,
    summary: '已发布的清单 · A published list',
    request: { params: ofYear },
    responses: { 200: jsonAnswer(listBody, '清单'), ...commonProblems, ...problems[404] },
  }),
  async (c) => {
    const asked = c.req.valid('param').year;
    const stored = await loadList(c.env.DB, String(asked));
    if (!stored) throw new Problem('list-not-found', { year: asked });
    return c.json(stored.taskList, 200);
  },
);

const settingsBody = givenListSettings.meta({ id: 'ListSettingsToSet' });
const settingsTold = settingsAnswer
  .extend({ settings: wholeListSettings.meta({ id: 'ListSettings' }) })
  .meta({ id: 'ListSettingsAnswer' });

taskListRoutes.openapi(
  keyedRoute({
    method: 'get',
    path: '/task-lists/{year}/settings',
    tags,
    summary: '清单设置与待定事项 · Settings and open decisions',
    request: { params: ofYear },
    responses: { 200: versionedAnswer(settingsTold, '设置'), ...commonProblems, ...problems[404] },
  }),
  async (c) => {
    const { version, ...told } = await readListSettings(
      c.env.DB,
      c.req.valid('param').year,
      c.get('access').unitId,
    );
    return c.json({ ...told, version: version.number }, 200, { etag: tagOf(version) });
  },
);

taskListRoutes.openapi(
  keyedRoute({
    method: 'put',
    path: '/task-lists/{year}/settings',
    tags,
    summary:
      '设定季节月份、无时限条目的日期、单位名称、锁定、节假日顺延、亮灯、联系人、字段（If-Match 为读取时的版本） · Set seasons, dates, names, lock, holidays, lights, contact, fields, of a version',
    middleware: [allow('admin', 'officer'), jsonUpTo(1_000_000)] as const,
    request: {
      params: ofYear,
      query: z.strictObject(overdueQuery),
      headers: ifMatch,
      body: jsonBody(settingsBody),
    },
    responses: {
      200: versionedAnswer(settingsTold, '设置'),
      ...commonProblems,
      ...problems[404],
      ...problems[409],
      ...problems[412],
      ...problems[415],
      ...problems[422],
      ...problems[428],
    },
  }),
  async (c) => {
    const asked = c.req.valid('param').year;
    const by = byOf(c);
    const given = givenVersions(c.req.header('if-match'));
    await changeListSettings(
      asked,
      c.req.valid('json'),
      { given, overdue: c.req.valid('query').overdue },
      by,
    );
    const { version, ...told } = await readListSettings(c.env.DB, asked, null);
    return c.json({ ...told, version: version.number }, 200, { etag: tagOf(version) });
  },
);

const narrowingBody = narrowing.meta({ id: 'Narrowing' });

taskListRoutes.openapi(
  keyedRoute({
    method: 'put',
    path: '/task-lists/{year}/assignments',
    tags,
    summary: '从某日起只由这些单位承担一条工作安排 · Narrow who an arrangement is assigned to, from a day on',
    middleware: [allow('admin', 'officer'), jsonUpTo(200_000)] as const,
    request: { params: ofYear, body: jsonBody(narrowingBody) },
    responses: {
      200: jsonAnswer(narrowingBody, '已生效的分工'),
      ...commonProblems,
      ...problems[404],
      ...problems[415],
      ...problems[422],
    },
  }),
  async (c) => {
    const body = c.req.valid('json');
    const by = byOf(c);
    await narrowAssignment(c.req.valid('param').year, body, by);
    return c.json(body, 200);
  },
);
