import { parseCsv } from 'hucre/csv';
import { readXlsx } from 'hucre/xlsx';
import { beforeAll, describe, expect, test } from 'vitest';
import { figureNames, groupFigures } from '../../shared/progress/names.ts';
import { indicatorColumns } from '../../shared/tables/indicatorTable.ts';
import { obligationFileColumns } from '../../shared/tables/obligationsTable.ts';
import type { IndicatorUnits } from '../../shared/wire/indicatorUnits.ts';
import type { ObligationsAnswer } from '../../shared/wire/obligations.ts';
import type { TaskList } from '../../shared/taskList/taskList.ts';
import type { ProgressAnswer } from '../../shared/wire/progress.ts';
import { pull, pushRow, rowOf, underWay } from '../support/api/clerk.ts';
import type { Api, Client } from '../support/api/client.ts';
import { startPublished } from '../support/api/published.ts';

let api: Api;
let officer: Client;
const formula = '=HYPERLINK("http://x.example","已完成四十家企业的自查")';

beforeAll(async () => {
  api = await startPublished();
  officer = await api.officer();
  for (const [unit, count, note] of [
    ['xuejia', 40, formula],
    ['menghe', 12, '＋已完成十二家企业的自查，\n其余正在进行。'],
  ] as const) {
    const client = await api.reporter(unit);
    const row = rowOf(await pull(client), '1-5-2');
    expect((await pushRow(client, row.key, null, { ...underWay(count), note })).outcome).toBe('applied');
  }
});

async function csv(path: string): Promise<string[][]> {
  const { status, body, headers } = await officer.file(path);
  expect(status).toBe(200);
  expect(headers.get('content-type')).toBe('text/csv; charset=utf-8');
  expect([...body.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const text = new TextDecoder().decode(body);
  expect(text.replaceAll('\r\n', '')).not.toMatch(/\r/u);
  return parseCsv(text) as string[][];
}

async function xlsx(path: string) {
  const { status, body, headers } = await officer.file(path);
  expect(status).toBe(200);
  expect(headers.get('content-disposition')).toMatch(
    /^attachment; filename="taizhang\.xlsx"; filename\*=UTF-8''\S+2024-04-10\.xlsx$/u,
  );
  const { sheets } = await readXlsx(body);
  return sheets[0]!;
}

describe('B5, B5.4, B5.5: what a table shows is had as CSV and .xlsx, with the same rows in the same order', () => {
  test('progress by group, sorted and filtered as asked', async () => {
    const path = '/v1/progress?groupBy=unit&category=1&sort=overdue';
    const { body } = await officer.get<ProgressAnswer>(path);
    const overdue = body.groups.map((group) => group.overdue);
    expect(overdue).toEqual(overdue.toSorted((a, b) => b - a));
    const figures = [...groupFigures.due, ...groupFigures.year];
    const [head, ...rows] = await csv(`${path}&format=csv`);
    expect(head).toEqual(['责任单位', ...figures.map((figure) => figureNames[figure].zh)]);
    expect(rows).toEqual(
      body.groups.map((group) => [
        group.name,
        ...figures.map((figure) => {
          const value = group[figure];
          return value === null ? '' : String(value);
        }),
      ]),
    );
    const sheet = await xlsx(`${path}&format=xlsx`);
    expect(sheet.rows.slice(1)).toEqual(
      body.groups.map((group) => [group.name, ...figures.map((figure) => group[figure])]),
    );
    expect(sheet.freezePane).toMatchObject({ rows: 1 });
    expect(sheet.pageSetup).toMatchObject({ orientation: 'landscape', paperSize: 'a4', fitToWidth: 1 });
  });

  test('every grouping, in both languages', async () => {
    for (const by of ['category', 'task', 'arrangement', 'period']) {
      const { body } = await officer.get<ProgressAnswer>(`/v1/progress?groupBy=${by}`);
      const rows = await csv(`/v1/progress?groupBy=${by}&format=csv&language=en`);
      expect(rows).toHaveLength(body.groups.length + 1);
      expect(rows[0]).toContain('Overdue');
    }
    const periods = await csv('/v1/progress?groupBy=period&format=csv');
    expect(periods.map(([name]) => name)).toContain('第15周（4月8日—14日）');
  });

  test('B12.1: a file’s name says what is filtered; a reporter’s says whose it is', async () => {
    const called = async (client: Client, path: string): Promise<string> => {
      const { status, headers } = await client.file(`/v1${path}&format=csv`);
      expect(status).toBe(200);
      return decodeURIComponent(/UTF-8''(\S+)$/u.exec(headers.get('content-disposition')!)![1]!);
    };
    const some = 'unit=xuejia&category=1';
    const day = ' 2024-04-10.csv';
    expect(await called(officer, `/progress?groupBy=task&${some}`)).toBe(
      `填报进度（按重点工作）（薛家镇，类别一）${day}`,
    );
    expect(await called(officer, `/progress?groupBy=task&period=2024-W14`)).toBe(
      `填报进度（按重点工作）（第14周）${day}`,
    );
    expect(await called(officer, `/progress?groupBy=arrangement&quantities=true&${some}`)).toBe(
      `指标完成情况（薛家镇，类别一）${day}`,
    );
    const week = 'dueFrom=2024-04-08&dueBefore=2024-04-15';
    expect(await called(officer, `/progress/due?${week}&${some}`)).toBe(
      `到期填报情况（薛家镇，类别一，4月8日—14日）${day}`,
    );
    expect(await called(officer, `/progress/due?${week}&language=en`)).toBe(`Reports due (4-8–4-14)${day}`);
    expect(await called(officer, `/obligations?${some}&state=overdue`)).toBe(
      `应报项明细（薛家镇，类别一，逾期未完成）${day}`,
    );
    expect(await called(officer, '/progress?groupBy=task')).toBe(`填报进度（按重点工作）${day}`);
    expect(await called(await api.reporter('menghe'), '/progress?groupBy=task')).toBe(
      `填报进度（按重点工作）（孟河镇）${day}`,
    );
  });

  test('quantities with targets, and those without', async () => {
    const all = await csv('/v1/progress?groupBy=arrangement&quantities=true&format=csv');
    const some = await csv('/v1/progress?groupBy=arrangement&quantities=true&targets=true&format=csv');
    expect(some.length).toBeGreaterThan(10);
    expect(all.length).toBeGreaterThan(some.length);
    expect(some.slice(1).every((row) => row[5] !== '')).toBe(true);
    expect(some.find(([name]) => name?.startsWith('1-5-2 '))?.slice(2, 4)).toEqual(['52', String(52 / 86)]);
  });

  test('B5.2: obligations, all that match, whatever the page; codes stay text', async () => {
    const [head, ...rows] = await csv('/v1/obligations?unit=xuejia&state=overdue&format=csv');
    const { body } = await officer.get<ObligationsAnswer>(
      '/v1/obligations?unit=xuejia&state=overdue&limit=1000',
    );
    expect(head).toEqual(Object.values(obligationFileColumns).map(({ zh }) => zh));
    expect(rows.length).toBeGreaterThan(20);
    expect(rows.map((row) => [row[0], row[1], row[4]])).toEqual(
      body.obligations.map((item) => [item.unit.name, `'${item.arrangement}`, item.due]),
    );
    const sheet = await xlsx('/v1/obligations?unit=xuejia&state=overdue&format=xlsx');
    expect(sheet.rows[1]?.[1]).toBe(body.obligations[0]?.arrangement);
    const due = sheet.rows[1]?.[4];
    expect(due instanceof Date ? due.toISOString().slice(0, 10) : due).toBe(body.obligations[0]?.due);
  });

  test('A8: a note that could be a formula is none, in either file', async () => {
    const path = '/v1/progress/indicator?arrangement=1-5-2&indicator=i1';
    const [head, ...rows] = await csv(`${path}&format=csv`);
    const at = head!.indexOf(indicatorColumns.note.zh);
    const notes = rows.map((row) => row[at]).filter((note) => note !== '');
    expect(notes).toHaveLength(2);
    expect(notes).toContain(`'${formula}`);
    expect(notes.every((note) => note!.startsWith("'"))).toBe(true);
    const sheet = await xlsx(`${path}&format=xlsx`);
    expect(sheet.rows.map((row) => row[at])).toContain(`'${formula}`);
  });

  test('a published list, arrangement by arrangement; a row for each thing that is counted', async () => {
    const [head, ...rows] = await csv('/v1/task-lists/2024?format=csv');
    expect(head!.slice(0, 4)).toEqual(['编码', '类别', '重点工作', '工作安排']);
    const { body: list } = await officer.get<TaskList>('/v1/task-lists/2024');
    const arrangements = list.tasks.flatMap((task) => task.arrangements);
    expect(rows).toHaveLength(arrangements.reduce((sum, each) => sum + each.indicators.length, 0));
    expect(new Set(rows.map((row) => row[0])).size).toBe(arrangements.length);
    const counted = rows.find((row) => row[0]!.endsWith('1-1-2'))!;
    expect(counted.slice(4, 9)).toEqual(['2024-12-31 前完成', '化工医药企业', '20', '家', '累计']);
  });
});

describe('B11: a quantity opens to its units', () => {
  test('a row for each unit, with count, day and the latest note; they add up to the sum', async () => {
    const { body } = await officer.get<IndicatorUnits>(
      '/v1/progress/indicator?arrangement=1-5-2&indicator=i1',
    );
    expect(body.quantity).toMatchObject({ reported: 52, target: 86, unitOfMeasure: '家' });
    expect(body.units.length).toBeGreaterThanOrEqual(11);
    const counted = body.units.filter(({ counts }) => counts);
    expect(counted.reduce((sum, { reported }) => sum + (reported ?? 0), 0)).toBe(52);
    const town = body.units.find(({ unit }) => unit.id === 'xuejia')!;
    expect(town).toMatchObject({ counts: true, reported: 40, latest: { count: 40, note: formula } });
    expect(town.latest?.receivedAt.slice(0, 10)).toBe('2024-04-10');
    expect(body.units.find(({ unit }) => unit.id === 'binkai')).toMatchObject({
      reported: null,
      latest: null,
    });
  });

  test('C6: the bureau’s own count is shown and stands outside the sum', async () => {
    const bureau = await api.reporter('bureau');
    await pushRow(bureau, rowOf(await pull(bureau), '1-5-2').key, null, underWay(7));
    const { body } = await officer.get<IndicatorUnits>(
      '/v1/progress/indicator?arrangement=1-5-2&indicator=i1',
    );
    expect(body.quantity.reported).toBe(52);
    expect(body.units.find(({ unit }) => unit.id === 'bureau')).toMatchObject({ counts: false, reported: 7 });
  });

  test('A running total’s report is that of its last period', async () => {
    const client = await api.reporter('luoxi');
    const sheet = await pull(client);
    for (const [period, count] of [
      ['2024-W14', 3],
      ['2024-W13', 2],
    ] as const) {
      const { key } = rowOf(sheet, '2-1-4', { period, indicator: 'i2' });
      await pushRow(client, key, null, { status: '已开展', count, note: `${period} 已改造到位。` });
    }
    const { body } = await officer.get<IndicatorUnits>(
      '/v1/progress/indicator?arrangement=2-1-4&indicator=i2',
    );
    expect(body.units.find(({ unit }) => unit.id === 'luoxi')).toMatchObject({
      reported: 3,
      latest: { period: '2024-W14', count: 3 },
    });
  });

  test('A4: a reporter sees its own row; what does not exist is a 404 with its name', async () => {
    const own = await api.reporter('menghe');
    const { body } = await own.get<IndicatorUnits>('/v1/progress/indicator?arrangement=1-5-2&indicator=i1');
    expect(body.units.map(({ unit }) => unit.id)).toEqual(['menghe']);
    expect(body.quantity.reported).toBe(12);
    const lost = await own.get('/v1/progress/indicator?arrangement=9-9-9&indicator=i1');
    expect([lost.status, lost.body.code]).toEqual([404, 'indicator-not-found']);
  });
});
