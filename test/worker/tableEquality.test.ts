import { isDeepStrictEqual } from 'node:util';
import { beforeAll, describe, expect, test } from 'vitest';
import type { RawValues } from '../../shared/row/row.ts';
import type { ObligationItem } from '../../shared/wire/parts/obligation.ts';
import type { RevisionItem } from '../../shared/wire/revisions.ts';
import { allocationColumns } from '../../shared/tables/allocationsTable.ts';
import { auditTable } from '../../shared/tables/auditTable.ts';
import { bulletinsTable } from '../../shared/tables/bulletinsTable.ts';
import { calendarTokensTable } from '../../shared/tables/calendarTokensTable.ts';
import { draftsTable } from '../../shared/tables/draftsTable.ts';
import { missingTable, nextTable } from '../../shared/tables/dueListsTables.ts';
import { dueTable } from '../../shared/tables/dueTable.ts';
import { indicatorTable } from '../../shared/tables/indicatorTable.ts';
import { keysTable } from '../../shared/tables/keysTable.ts';
import { obligationRevisionsTable } from '../../shared/tables/obligationRevisionsTable.ts';
import { obligationFileColumns, obligationsTable } from '../../shared/tables/obligationsTable.ts';
import { progressTable } from '../../shared/tables/progressTable.ts';
import { publishingsTable } from '../../shared/tables/publishingsTable.ts';
import { quantitiesTable } from '../../shared/tables/quantitiesTable.ts';
import { revisionsTable } from '../../shared/tables/revisionsTable.ts';
import { rosterTable } from '../../shared/tables/rosterTable.ts';
import { submissionsTable } from '../../shared/tables/submissionsTable.ts';
import { trendTable, trendUnitsTable } from '../../shared/tables/trendTable.ts';
import type { Cell, Table } from '../../shared/tables/table.ts';
import { tableTypes } from '../../worker/tables/format.ts';
import { pull, pushRow, rowOf, underWay } from '../support/api/clerk.ts';
import type { Api, Client } from '../support/api/client.ts';
import { startPublished } from '../support/api/published.ts';
import { asTexts, readBackCsv, readBackXlsx, type ReadBack } from '../support/tables.ts';

let api: Api;
let officer: Client;
let unitNames: ReadonlyMap<string | null, string>;
const today = '2024-04-10';
/** Notes that a spreadsheet would take for something else, or that are hard to write into one. */
const hostile = [
  `=HYPERLINK("http://x.example","已完成四十家企业的自查，见附件")`,
  '＋已完成十二家企业的自查，\n其余"正在"进行。',
  `'=1+1 已完成，开头的撇号是原有的`,
  '@已完成自查，_x0041_ <b>&amp;',
  '-已完成自查，913204115677889900',
];

/** What drafts keep as it was typed: words, days that there are not, numbers that no count is, long digits. */
const drafts: Partial<RawValues>[] = [
  { completedOn: '约3月', count: '约3' },
  { completedOn: '2024-02-30', count: 3.5, contact: 913_204_115_677_889_900 },
  { completedOn: '2024-04-08', count: 12_345, contact: 13_812_345_678, evidence: '00123' },
];

beforeAll(async () => {
  api = await startPublished();
  officer = await api.officer();
  const units = ['xuejia', 'menghe', 'luoxi', 'chunjiang', 'benniu'];
  for (const [at, unit] of units.entries()) {
    const client = await api.reporter(unit);
    const { key } = rowOf(await pull(client), '1-5-2');
    await pushRow(client, key, null, { ...underWay(3 + at), note: hostile[at]! });
    await pushRow(client, key, 1, { ...underWay(5 + at), note: hostile[at]! });
    if (at < drafts.length)
      await pushRow(client, key, 2, { ...underWay(5), status: '=大概完成', ...drafts[at]! });
  }
  const { body: roster } = await officer.get('/v1/roster');
  unitNames = new Map(roster.units.map(({ id, name }: { id: string; name: string }) => [id, name]));
  for (const unit of ['xuejia', 'benniu'])
    await officer.post('/v1/calendar-tokens', { unit, label: '=手机' });
  await officer.post('/v1/bulletins', { preset: 'weekly' });
  const { body } = await officer.get(`/v1/obligations?arrangement=1-5-2&review=toAccept`);
  const keys = body.obligations.map(({ key }: ObligationItem) => key);
  await officer.post('/v1/acts', {
    ...{ actId: 'returned-1', act: 'return', reason: '=数量与分解表不符，请核对' },
    on: { keys: keys.slice(0, 2) },
  });
  await officer.post('/v1/acts', {
    ...{ actId: 'extended-1', act: 'extend', due: '2024-12-30', reason: '企业停产检修', document: '1-6-3' },
    on: { keys: keys.slice(1, 3) },
  });
  await officer.replace('/v1/task-lists/2024/allocations', {
    allocations: units.map((unit, at) => ({ arrangement: '1-5-2', indicator: 'i1', unit, share: 10 + at })),
  });
});

async function listed(table: Table): Promise<Cell[][]> {
  const rows: Cell[][] = [];
  for await (const row of table.rows) rows.push(row.map((cell) => (cell === '' ? null : cell)));
  return rows;
}

type Made = (body: any) => Table;
const scope = {};
const of = { due: 'dueFrom=2024-01-01&dueBefore=2024-07-01', one: 'arrangement=1-5-2&indicator=i1' };

const routes: [path: string, table: Made][] = [
  ['/obligations?limit=1000&unit=xuejia', (it) => obligationsTable(it.obligations, scope, today, 'zh')],
  ['/obligations?limit=1000&arrangement=1-5-2', (it) => obligationsTable(it.obligations, scope, today, 'zh')],
  ...['unit', 'category', 'task', 'arrangement', 'period'].map((by): [string, Made] => [
    `/progress?groupBy=${by}`,
    (it) => progressTable(it, scope, 'zh'),
  ]),
  ...['unit', 'category', 'task', 'arrangement'].map((by): [string, Made] => [
    `/progress?groupBy=${by}&quantities=true`,
    (it) => quantitiesTable(it, false, scope, 'zh'),
  ]),
  [`/progress/due?${of.due}`, (it) => dueTable(it, scope, 'zh')],
  [`/progress/indicator?${of.one}`, (it) => indicatorTable(it, 'zh')],
  ['/progress/trend?by=month', (it) => trendTable(it, scope, 'zh')],
  ['/progress/trend?by=month&rows=unit', (it) => trendUnitsTable(it, 'timeliness', scope, 'zh')],
  [
    '/submissions?limit=1000&arrangement=2-1-4&unit=xuejia',
    (it) => submissionsTable(it.submissions, scope, 'zh'),
  ],
  ['/submissions?limit=1000&reported=true', (it) => submissionsTable(it.submissions, scope, 'zh')],
  ['/drafts?limit=1000', (it) => draftsTable(it.drafts, scope, 'zh')],
  ['/revisions?limit=1000&order=oldest', (it) => revisionsTable(it.revisions, scope, 'zh')],
  ['/audit?limit=1000', (it) => auditTable(it.entries, 'zh')],
  ['/task-lists/2024/publishings', (it) => publishingsTable(it, 'zh')],
  [`/progress/due?${of.due}&rows=missing`, (it) => missingTable(it, scope, 'zh')],
  [`/progress/due?${of.due}&rows=next`, (it) => nextTable(it, scope, 'zh')],
  ['/calendar-tokens', (it) => calendarTokensTable(it.calendars, 'zh')],
  ['/calendar-tokens?inUse=true&unit=xuejia', (it) => calendarTokensTable(it.calendars, 'zh')],
  ['/bulletins', (it) => bulletinsTable(it, 'zh')],
  ['/bulletins?state=draft', (it) => bulletinsTable(it, 'zh')],
  ['/keys?unit=xuejia&valid=true', (it) => keysTable(it.keys, unitNames, 'zh')],
  ['/keys?bureau=true', (it) => keysTable(it.keys, unitNames, 'zh')],
  ['/keys', (it) => keysTable(it.keys, unitNames, 'zh')],
  ['/roster', (it) => rosterTable(it, 'zh')],
];

/** CSV and .xlsx of a route, asked for by `format` and by `Accept`, read back. */
async function files(path: string) {
  const join = path.includes('?') ? '&' : '?';
  const csv = await officer.file(`${path}${join}format=csv`);
  const xlsx = await officer.raw('GET', path, undefined, { accept: tableTypes.xlsx });
  expect([csv.status, xlsx.status]).toEqual([200, 200]);
  expect(csv.headers.get('vary')).toContain('Accept');
  return {
    csv: readBackCsv(csv.body),
    xlsx: readBackXlsx(new Uint8Array(await xlsx.arrayBuffer())),
  };
}

describe('B5, B5.3: what the JSON says, CSV and .xlsx say too, row by row', () => {
  test.each(routes)('%s', async (path, made) => {
    const { status, body } = await officer.get(`/v1${path}`);
    expect(status).toBe(200);
    const table = made(body);
    const rows = await listed(table);
    expect(rows.length).toBeGreaterThan(0);
    const { csv, xlsx } = await files(`/v1${path}`);
    const head = table.columns.map(({ name }) => name);
    expect([csv.head, xlsx.head]).toEqual([head, head]);
    expect(xlsx.rows).toEqual(rows);
    expect(csv.rows).toEqual(asTexts(rows));
  });

  test('B5.5: of drafts and revisions too, numbers and days are such, and all else is text as it was typed', async () => {
    const typed = [
      ['约3', '约3月', null, null],
      [3.5, '2024-02-30', '913204115677889900', null],
      [12_345, '2024-04-08', '13812345678', '00123'],
    ];
    const names = ['数量', '完成日期', '联系人', '佐证材料'];
    const told = ({ head, rows }: ReadBack, of: string): Cell[][] =>
      rows
        .filter((row) => row.includes(of))
        .map((row) => names.map((name) => row[head.indexOf(name)] ?? null))
        .filter((row, at, all) => all.findIndex((each) => isDeepStrictEqual(each, row)) === at);
    const rule = 'V-status-known';
    const drafted = told((await files('/v1/drafts?limit=1000')).xlsx, rule);
    expect(drafted).toHaveLength(typed.length);
    expect(drafted).toEqual(expect.arrayContaining(typed));
    expect(told((await files('/v1/revisions?order=oldest')).xlsx, '=大概完成')).toEqual(typed);
    const { obligation } = (await officer.get('/v1/revisions?limit=1000')).body.revisions.find(
      ({ values }: RevisionItem) => values.status === '=大概完成',
    );
    const { xlsx } = await files(`/v1/obligations/${obligation}`);
    expect(typed).toContainEqual(told(xlsx, '=大概完成')[0]);
  });

  test('the revisions of an obligation, every version of every row', async () => {
    const { body: list } = await officer.get('/v1/obligations?arrangement=1-5-2&review=toAccept&limit=1');
    const path = `/v1/obligations/${list.obligations[0].key}`;
    const { body } = await officer.get(path);
    const rows = await listed(obligationRevisionsTable(body, 'zh'));
    expect(rows).toHaveLength(3);
    const { csv, xlsx } = await files(path);
    expect(xlsx.rows).toEqual(rows);
    expect(csv.rows).toEqual(asTexts(rows));
    expect(xlsx.rows.some((row) => hostile.includes(String(row[9])))).toBe(true);
  });

  test('B2.2: shares with what they are of; a reporter’s are its own', async () => {
    const path = '/v1/task-lists/2024/allocations';
    const { body } = await officer.get(path);
    const { csv, xlsx } = await files(path);
    const names = Object.values(allocationColumns).map(({ zh }) => zh);
    const at = (name: keyof typeof allocationColumns) => names.indexOf(allocationColumns[name].zh);
    const ids = (row: Cell[]) => ({
      arrangement: row[0],
      indicator: row[names.indexOf('指标编号')],
      unit: row.at(-1),
      share: row[at('share')],
    });
    expect(xlsx.rows.map(ids)).toEqual(body.allocations);
    expect(csv.rows).toEqual(asTexts(xlsx.rows));
    expect(xlsx.rows[0]!.slice(3, 7)).toEqual(['奔牛镇', 14, '家', 86]);
    const own = await (await api.reporter('menghe')).file(`${path}?format=csv`);
    expect(readBackCsv(own.body).rows.map((row) => row.at(-1))).toEqual(['menghe']);
  });

  test('B13.1: the grid of shares holds what the page’s filters leave: a row for each indicator, a column for each unit', async () => {
    const path = '/v1/task-lists/2024/allocations?rows=indicator';
    const all = (await files(path)).xlsx;
    expect(all.head.slice(0, 7)).toEqual([
      ...['编码', '工作安排', '指标', '单位', '全区目标', '分解合计', '与全区目标相差'],
    ]);
    const counted = all.rows.find(([code]) => code === '1-5-2')!;
    expect(counted.slice(4, 7)).toEqual([86, 60, -26]);
    expect(counted[all.head.indexOf('薛家镇')]).toBe(10);
    expect(all.rows.some((row) => row[4] === null)).toBe(true);
    const own = (await files(`${path}&targets=true&task=1-5&unit=menghe`)).xlsx;
    expect(own.rows.length).toBeGreaterThan(0);
    expect(own.rows.every(([code, , , , target]) => String(code).startsWith('1-5-') && target !== null)).toBe(
      true,
    );
    expect(own.head.slice(7)).toEqual(['孟河镇']);
    // What all shares add up to is told, whichever are shown.
    expect(own.rows.find(([code]) => code === '1-5-2')!.slice(5)).toEqual([60, -26, 11]);
    const { body } = await officer.get('/v1/task-lists/2024/allocations?category=2');
    expect(body.allocations).toEqual([]);
    expect(body.asked.every((each: { arrangement: string }) => each.arrangement.startsWith('2-'))).toBe(true);
  });

  test('B16: keys stand with the bureau’s first, then unit by unit; revoked ones leave the valid', async () => {
    const made = (await api.admin.post('/v1/keys', { role: 'reporter', unit: 'xuejia', holder: '离任人' }))
      .body;
    await api.admin.send('DELETE', `/v1/keys/${made.id}`);
    const { csv } = await files('/v1/keys');
    const places = csv.rows.map(([unit]) => unit);
    expect(places.lastIndexOf('区局')).toBe(places.filter((each) => each === '区局').length - 1);
    const valid = (await files('/v1/keys?unit=xuejia&valid=true')).csv.rows;
    expect(valid.every(([unit]) => unit === '薛家镇')).toBe(true);
    expect(csv.rows.some((row) => row[4] === made.id)).toBe(true);
    expect(valid.some((row) => row[4] === made.id)).toBe(false);
  });

  test('T13: a file of obligations tells review, reason, both due dates, lock and light', async () => {
    const { xlsx } = await files('/v1/obligations?arrangement=1-5-2');
    const names = Object.values(obligationFileColumns).map(({ zh }) => zh);
    expect(xlsx.head.toSorted()).toEqual(names.toSorted());
    const { body } = await officer.get('/v1/obligations?arrangement=1-5-2&limit=1000');
    const column = (zh: string) => xlsx.rows.map((row) => row[xlsx.head.indexOf(zh)]);
    const items: ObligationItem[] = body.obligations;
    expect(column('退回理由')).toEqual(items.map(({ review }) => review?.reason ?? null));
    expect(column('退回理由')).toContain('=数量与分解表不符，请核对');
    expect(column('重报期限')).toEqual(items.map(({ review }) => review?.answerBy ?? null));
    expect(column('时限')).toEqual(items.map(({ due }) => due));
    expect(column('原时限')).toEqual(items.map(({ dueOriginal }) => dueOriginal));
    expect(column('原时限').filter((day) => day !== null)).toHaveLength(2);
    expect(column('审核').filter((state) => state === '已退回')).toHaveLength(2);
    expect(column('预警')).toContain('黄灯');
    expect(column('应报项编号')).toEqual(items.map(({ key }) => key));
  });

  test('B2: every finding about the district stands beside its quantity', async () => {
    const path = '/v1/progress?groupBy=arrangement&quantities=true';
    const { body } = await officer.get(path);
    const { csv } = await files(path);
    expect(body.findings.length).toBeGreaterThan(0);
    const said = csv.rows.map((row) => String(row.at(-1))).join('\n');
    for (const { zh } of body.findings) expect(said).toContain(zh);
  });

  test('A1: a file of keys holds no secret', async () => {
    const { key } = (await api.admin.post('/v1/keys', { role: 'viewer', label: '只读', holder: '李敏' }))
      .body;
    const { body } = await officer.file('/v1/keys?format=csv');
    const text = new TextDecoder().decode(body);
    expect(text).toContain('李敏');
    expect(text).not.toContain(key.slice(0, 20));
    expect(text).not.toMatch(/tz_/u);
  });
});
