import * as z from 'zod';
import { gatherReading } from '../../shared/import/diagnostics/gather.ts';
import type { Diagnostic } from '../../shared/taskList/diagnostic.ts';
import { givenListSettings } from '../../shared/taskList/listSettings.ts';
import { arrangementsTable } from '../../shared/tables/arrangementsTable.ts';
import { taskList } from '../../shared/taskList/taskList.ts';
import { comparison, comparisonExample } from '../../shared/wire/comparison.ts';
import { listReading, listReadingExample, type ListReading } from '../../shared/wire/listReading.ts';
import { narrowing, narrowingExample } from '../../shared/wire/narrowing.ts';
import { exampleList } from '../../shared/wire/parts/exampleList.ts';
import { gridBody, publishBody, publishBodyExample } from '../../shared/wire/publishBody.ts';
import { published, publishedExample } from '../../shared/wire/published.ts';
import { settingsAnswer, settingsAnswerExample } from '../../shared/wire/settings.ts';
import { atMost, jsonUpTo, ofType } from '../http/bodies.ts';
import {
  commonProblems,
  describeKeyed,
  ifMatch,
  jsonAnswer,
  jsonBody,
  keyedRoute,
  parameters,
  problems,
  router,
  versionedAnswer,
} from '../http/describe.ts';
import { ofYear, parameter, wholeNumber, year } from '../http/parameters.ts';
import { formatOf } from '../tables/format.ts';
import { fileOf, tableAnswer, tableQuery } from '../tables/tableAnswer.ts';
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

const tags = ['任务清单 · Task lists'] as const;
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

/** A list as one would write it, of a task. */
const gridExample = {
  grid: [
    ['2024年危险化学品安全监管工作任务清单'],
    ['序号', '重点工作', '工作目标', '工作安排', '责任单位'],
    ['1', '企业安全检查', '全年检查企业 61 家。', '1.6月底前检查企业61家。', '各镇、街道'],
  ],
};

const saidQuery = { ...levelQuery, columns: columnsParameter };
const parseQuery = z.strictObject({
  year: parameter(
    year.optional(),
    '清单年度；不填则从文件中读出 · The list’s year; without it as the document says',
    2024,
  ),
  ...saidQuery,
});
const compareQuery = z.strictObject(saidQuery);

/** What an address says of a document. */
function saidIn({ columns, ...query }: z.infer<typeof compareQuery>): SaidOfDocument {
  const levels = levelsOf(query);
  return { ...(levels && { levels }), ...(columns && { columns }) };
}

// These two read their bodies themselves, by content type; so the router must not read them first.
describeKeyed(taskListRoutes, {
  method: 'post',
  path: '/task-lists/parse',
  operationId: 'parseTaskList',
  tags,
  summary: '试读：读出清单和诊断，不保存 · Dry run: reads a list, stores nothing',
  description:
    '文件可以是 .xlsx、.docx、网页、文本，或 JSON 的格子。读不出清单时为 422，并说明原因和位置。 · The document may be .xlsx, .docx, a web page, text, or a grid as JSON. Where no list can be read it is 422, with reason and place.',
  request: {
    query: parseQuery,
    body: {
      required: true,
      content: { ...documentContent, ...jsonBody(gridBody, gridExample).content },
    },
  },
  responses: {
    200: jsonAnswer(listReading, '清单与诊断 · The list, and what there is to say of it', listReadingExample),
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
const overdueQuery = {
  overdue: parameter(
    wholeNumber(0, 10_000_000).optional(),
    '已知会立即逾期的应报项数目，见 409 overdue-at-once · How many obligations are known to become overdue at once, as 409 overdue-at-once tells',
    3,
  ),
};

const publishQuery = z.strictObject({
  ...overdueQuery,
  unread: parameter(
    wholeNumber(0, 100_000).optional(),
    '已知没有读出的地方的数目，见 409 parts-unread · How many places are known that could not be read, as 409 parts-unread tells',
    2,
  ),
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

describeKeyed(taskListRoutes, {
  method: 'post',
  path: '/task-lists/{year}/compare',
  operationId: 'compareTaskList',
  tags,
  summary: '与已发布的清单比对，不保存 · Compare a reading with the stored list, store nothing',
  description:
    '逐条说明会增加、改变、移动、减少什么，哪些对应关系需要人来确定。 · Tells what would be added, changed, moved or gone, and which matches a person has to decide.',
  request: {
    params: ofYear,
    query: compareQuery,
    body: {
      required: true,
      content: { ...documentContent, ...jsonBody(publishBody, publishBodyExample).content },
    },
  },
  responses: {
    200: jsonAnswer(comparison, '比对结果 · The comparison', comparisonExample),
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

describeKeyed(taskListRoutes, {
  method: 'put',
  path: '/task-lists/{year}',
  operationId: 'publishTaskList',
  tags,
  summary: '发布清单并生成全年应报项 · Publish a list and make the year’s obligations',
  description:
    '更正时编号不变，已填报的内容保留。内容相同的清单再次发布不算改动。 · Through a correction codes stay, and so does what was reported. The same list again changes nothing.',
  request: {
    params: ofYear,
    query: publishQuery,
    body: {
      required: true,
      content: { ...documentContent, ...jsonBody(publishBody, publishBodyExample).content },
    },
  },
  responses: {
    200: jsonAnswer(published, '发布结果 · What was published', publishedExample),
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
    operationId: 'readTaskList',
    tags,
    summary: '已发布的清单 · A published list',
    description:
      '现行版本的全文，含时限、指标和责任单位；文件是各项工作安排。 · The version in force, whole, with schedules, indicators and units; a file holds its arrangements.',
    request: { params: ofYear, query: z.strictObject(tableQuery) },
    responses: {
      200: tableAnswer(taskList, '清单 · The list', exampleList),
      ...commonProblems,
      ...problems[404],
    },
  }),
  async (c) => {
    const asked = c.req.valid('param').year;
    const { format: said, language } = c.req.valid('query');
    const format = formatOf(c, said);
    const stored = await loadList(c.env.DB, String(asked));
    if (!stored) throw new Problem('list-not-found', { year: asked });
    return format === 'json'
      ? c.json(stored.taskList, 200)
      : fileOf(c, format, arrangementsTable(stored.taskList, language), c.get('clock').today);
  },
);

taskListRoutes.openapi(
  keyedRoute({
    method: 'get',
    path: '/task-lists/{year}/settings',
    operationId: 'readListSettings',
    tags,
    summary: '清单设置与待定事项 · Settings and open decisions',
    description:
      'ETag 是版本，修改时写进 If-Match。填报密钥只看到与本单位有关的单位名称。 · ETag is the version that setting them names. Of names of units a reporter sees those that mean its own.',
    request: { params: ofYear },
    responses: {
      200: versionedAnswer(settingsAnswer, '设置 · The settings', settingsAnswerExample),
      ...commonProblems,
      ...problems[404],
    },
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
    operationId: 'setListSettings',
    tags,
    summary:
      '设定季节月份、无时限条目的日期、单位名称、锁定、节假日顺延、亮灯、联系人、字段（If-Match 为读取时的版本） · Set seasons, dates, names, lock, holidays, lights, contact, fields, of a version',
    description:
      '全部设置一起给出，不填的不会被清空为默认值，而是被拒绝。会使应报项立即逾期时为 409，并说明数目。 · All settings are given together: one that is left out is refused, not reset. Where obligations would be overdue at once it is 409, and tells how many.',
    middleware: [allow('admin', 'officer'), jsonUpTo(1_000_000)] as const,
    request: {
      params: ofYear,
      query: z.strictObject(overdueQuery),
      headers: ifMatch,
      body: jsonBody(givenListSettings, settingsAnswerExample.settings),
    },
    responses: {
      200: versionedAnswer(settingsAnswer, '设置 · The settings', settingsAnswerExample),
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

taskListRoutes.openapi(
  keyedRoute({
    method: 'put',
    path: '/task-lists/{year}/assignments',
    operationId: 'narrowAssignment',
    tags,
    summary: '从某日起只由这些单位承担一条工作安排 · Narrow who an arrangement is assigned to, from a day on',
    description:
      '当天起到期的应报项随之调整；已填报的行不删除，移入归档。 · Obligations due from that day on follow. Rows that were written to are retired, not deleted.',
    middleware: [allow('admin', 'officer'), jsonUpTo(200_000)] as const,
    request: { params: ofYear, body: jsonBody(narrowing, narrowingExample) },
    responses: {
      200: jsonAnswer(narrowing, '已生效的分工 · What is in force now', narrowingExample),
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
