import { beforeAll, describe, expect, test } from 'vitest';
import { readGrid } from '../../shared/import/table/readGrid.ts';
import { docxOf, numbered, paragraph, run } from '../support/documents/docx.ts';
import type { Answer, Api } from '../support/api/client.ts';
import { startPublished } from '../support/api/published.ts';
import { asForm, types } from '../support/documents/forms.ts';
import { handReadProse } from '../support/import/prose/all.ts';

let api: Api;
beforeAll(async () => {
  api = await startPublished();
});

const send = (method: string, path: string, body: string | Uint8Array, type: string): Promise<Answer> =>
  api.admin.send(method, `/v1/task-lists/${path}`, body, { 'content-type': type });
const parse = (body: string | Uint8Array, type: string, query = ''): Promise<Answer> =>
  send('POST', `parse${query}`, body, type);

const lines = [
  '2025年某区安全工作任务清单',
  '一、重点检查',
  '（一）开展检查。逐家检查企业30家。（区应急管理局，6月底前）',
  '（二）抓好整改。逐项整改隐患。（各镇（街道、园区），9月底前）',
];
const text = lines.join('\n');

describe('I15: a list without a table', () => {
  test.each(handReadProse.map(({ differs, text: prose }) => [differs, prose]))(
    'is read alike from text, HTML and Word: %s',
    async (_, prose) => {
      const expected = (await parse(prose, types.text)).body;
      expect(expected.prose.levels.task).toBeDefined();
      const grid = readGrid(prose);
      for (const form of ['html', 'docx', 'xlsx'] as const) {
        const { status, body } = await parse(await asForm(form, grid), types[form]);
        expect([form, status]).toEqual([form, 200]);
        expect(body.taskList).toEqual(expected.taskList);
        expect(body.prose.levels).toEqual(expected.prose.levels);
      }
    },
  );

  test('numbers that Word counts are levels too', async () => {
    const body =
      paragraph(run('2025年某区安全工作任务清单')) +
      numbered('检查', 2) +
      numbered('检查企业30家。（某局负责，6月底前）', 11) +
      numbered('检查学校5所。（某站负责，9月底前）', 11) +
      numbered('整改', 2) +
      numbered('整改隐患。（某局负责）', 12);
    const { taskList, prose } = (await parse(await docxOf(body), types.docx)).body;
    expect(prose.levels).toEqual({ task: 'numeralInBrackets', arrangement: 'digit' });
    expect(
      taskList.tasks.map(({ name, arrangements }: { name: string; arrangements: unknown[] }) => [
        name,
        arrangements.length,
      ]),
    ).toEqual([
      ['检查', 2],
      ['整改', 1],
    ]);
  });

  test('is published as it was read, and its reading may come back whole', async () => {
    const reading = (await parse(text, types.text)).body;
    const list = JSON.stringify(reading);
    expect((await send('POST', '2025/compare', list, 'application/json')).status).toBe(200);
    expect((await send('PUT', '2025', text, types.text)).body).toMatchObject({ year: 2025, changed: true });
    expect((await send('PUT', '2025', list, 'application/json')).body).toMatchObject({ changed: false });
  });
});

describe('I15.3: a person says which level is what', () => {
  const query = '?taskLevel=numeral&arrangementLevel=numeralInBrackets';
  const tasksOf = ({ body }: Answer): string[] =>
    body.taskList.tasks.map(({ name }: { name: string }) => name);

  test('in the address for documents, in the body for lines', async () => {
    expect(tasksOf(await parse(text, types.text))).toEqual(['开展检查', '抓好整改']);
    const asSaid = await parse(text, types.text, query);
    expect(tasksOf(asSaid)).toEqual(['重点检查']);
    expect(asSaid.body.prose.levels).toEqual({ task: 'numeral', arrangement: 'numeralInBrackets' });
    const levels = { task: 'numeral', arrangement: 'numeralInBrackets' };
    const json = JSON.stringify({ grid: lines.map((line) => [line]), levels });
    expect((await parse(json, 'application/json')).body.taskList).toEqual(asSaid.body.taskList);
  });

  test('for a comparison and a publishing of a document too', async () => {
    const compared = await send('POST', `2025/compare${query}`, text, types.text);
    expect(tasksOf(compared)).toEqual(['重点检查']);
    const json = JSON.stringify({ grid: lines.map((line) => [line]), levels: { task: 'numeralInBrackets' } });
    expect(tasksOf(await send('POST', '2025/compare', json, 'application/json'))).toHaveLength(2);
  });

  test.each([
    ['?taskLevel=digit&arrangementLevel=numeral', '?'],
    ['?taskLevel=digit&categoryLevel=digit', '?'],
    ['?taskLevel=first', '?taskLevel'],
  ])('levels that do not go inwards are refused: %s', async (wrong, pointer) => {
    const { status, body } = await parse(text, types.text, wrong);
    expect([status, body.code, body.where[0].pointer]).toEqual([400, 'invalid-request', pointer]);
  });
});

describe('I15.4: text that is no list', () => {
  test('says what it may be, and where the template is', async () => {
    const { status, body } = await parse('同志们，今天我们召开会议。', types.text, '?year=2025');
    expect([status, body.code]).toEqual([422, 'not-a-task-list']);
    expect(JSON.stringify(body)).toMatch(/讲话.*\/v1\/task-lists\/template/u);
  });

  test.each(['xlsx', 'docx'] as const)(
    'the template as .%s is read again as what it says',
    async (format) => {
      const byName = await api.admin.raw('GET', `/v1/task-lists/template?format=${format}&year=2026`);
      const byType = await api.admin.raw('GET', '/v1/task-lists/template?year=2026', undefined, {
        accept: types[format],
      });
      expect([byName.status, byName.headers.get('content-type')]).toEqual([200, types[format]]);
      expect(byName.headers.get('content-disposition')).toContain(`task-list-2026.${format}`);
      const bytes = new Uint8Array(await byName.arrayBuffer());
      expect((await byType.arrayBuffer()).byteLength).toBe(bytes.length);
      const { status, body } = await parse(bytes, types[format]);
      expect(status).toBe(200);
      expect(body.taskList).toMatchObject({
        title: '2026年××区安全生产重点工作任务清单',
        categories: [{ name: '压实安全责任' }, { name: '防范重大风险' }],
      });
      const read = body.taskList.tasks.map(
        (task: { units: string[]; arrangements: { schedules: { kind: string; due?: string }[] }[] }) => [
          task.units.length,
          task.arrangements
            .map(({ schedules }) => schedules.map(({ kind, due }) => due ?? kind).join())
            .join(' '),
        ],
      );
      expect(read).toEqual([
        [2, '2026-03-31 monthly 2026-12-31'],
        [3, '2026-06-30 2026-10-31'],
        [2, '2026-09-30'],
      ]);
      const codes = body.diagnostics.map(({ code }: { code: string }) => code);
      expect(codes.filter((code: string) => !['unknown-unit', 'supporting-units'].includes(code))).toEqual(
        [],
      );
    },
  );

  test('of the server’s year, and as a workbook where nothing says otherwise', async () => {
    const answer = await api.admin.raw('GET', '/v1/task-lists/template');
    expect(answer.headers.get('content-type')).toBe(types.xlsx);
    const { body } = await parse(new Uint8Array(await answer.arrayBuffer()), types.xlsx);
    expect(body.taskList.year).toBe(2024);
    expect((await api.admin.raw('GET', '/v1/task-lists/template?format=pdf')).status).toBe(400);
  });
});

describe('I15.3: what was said of levels is kept with the list', () => {
  const query = '?taskLevel=numeral&arrangementLevel=numeralInBrackets';
  const of = (year: number, ...more: string[]): string =>
    [`${year}年某区安全工作任务清单`, ...lines.slice(1), ...more].join('\n');
  const proseOf = async (document: string, asked = '') =>
    (await parse(document, types.text, asked)).body.prose as { levels: object; from: string };

  test('a document: the next list of this shape is read so, another is not, and what is said anew goes first', async () => {
    expect((await proseOf(of(2026))).from).toBe('proposed');
    expect((await send('PUT', `2026${query}`, of(2026), types.text)).status).toBe(200);
    const said = { task: 'numeral', arrangement: 'numeralInBrackets' };
    expect(await proseOf(of(2027))).toMatchObject({ levels: said, from: 'kept' });
    expect((await send('POST', '2027/compare', of(2027), types.text)).body.taskList.tasks).toHaveLength(1);
    expect(await proseOf(of(2027, '1.通报。（区应急管理局）'))).toMatchObject({ from: 'proposed' });
    const anew = await proseOf(of(2027), '?categoryLevel=numeral&taskLevel=numeralInBrackets');
    expect(anew).toMatchObject({ levels: { category: 'numeral', task: 'numeralInBrackets' }, from: 'said' });
  });

  test('a reading that is published as the page sends it', async () => {
    const asked = '?categoryLevel=numeral&taskLevel=numeralInBrackets';
    const { taskList, prose } = (await parse(of(2028), types.text, asked)).body;
    const { levels, from, shape } = prose;
    const body = JSON.stringify({ taskList, prose: { levels, from, shape } });
    expect((await send('PUT', '2028', body, 'application/json')).status).toBe(200);
    expect(await proseOf(of(2029))).toMatchObject({ levels, from: 'kept' });
  });
});
