import { beforeEach, describe, expect, test } from 'vitest';
import { startSmall, type SmallApi } from '../support/api/smallApi.ts';

let small: SmallApi;
beforeEach(async () => {
  small = await startSmall();
});

/** Of two columns of measures the second is left out, with longer texts than the first. */
const header = ['序号', '重点工作', '工作措施', '检查标准', '责任单位'];
const grid = (year = small.year) => [
  [`${year}年任务清单`],
  header,
  ['1', '检查', '每月对辖区内的企业检查一遍', '对照清单逐项检查，发现问题当场指出并限期整改。', '南镇'],
  ['2', '培训', '每季度组织企业负责人培训', '授课不少于两个课时，培训后组织考试并留存试卷。', '北镇'],
];
const roles = (body: any): string[] => body.head.columns.map(({ role }: any) => role);
const parse = (body: object, query = ''): Promise<any> =>
  small.api.admin.post(`/v1/task-lists/parse${query}`, body);
const texts = ({ taskList }: any): string[] =>
  taskList.tasks.flatMap(({ arrangements }: any) => arrangements.map(({ text }: any) => text));

describe('I14.2: the roles of columns are answered, and can be given', () => {
  test('with a grid in its body, with a document in the address', async () => {
    const { status, body } = await parse({ grid: grid() });
    expect([status, roles(body)]).toEqual([200, ['sequence', 'name', 'arrangements', 'unread', 'units']]);
    expect(body.head).toMatchObject({
      row: 2,
      columns: [{ heading: '序号', samples: ['1', '2'] }, {}, {}, {}, {}],
    });
    const columns = [null, null, 'unread', 'arrangements', null];
    const given = await parse({ grid: grid(), columns });
    expect(roles(given.body)).toEqual(['sequence', 'name', 'unread', 'arrangements', 'units']);
    expect(given.body.head.columns[3].confidence).toBe('said');
    expect(texts(given.body)[0]).toMatch(/^对照清单/u);
    const text = grid()
      .map((row) => row.join('\t'))
      .join('\n');
    const sent: any = await small.api.admin.post('/v1/task-lists/parse?columns=,,unread,arrangements', text);
    expect(texts(sent.body)).toEqual(texts(given.body));
  });

  test('a refused header is answered too, and read once it is said what its columns hold', async () => {
    const named = grid().with(1, ['序号', '内容清单', '方式措施', '标准', '责任处室']);
    const { status, body } = await parse({ grid: named });
    expect([status, body.code, body.head.columns.length]).toEqual([422, 'not-a-task-list', 5]);
    const columns = ['sequence', 'name', 'arrangements', 'unread', 'units'];
    expect(texts((await parse({ grid: named, columns })).body)).toHaveLength(2);
  });

  test('a merged cell is said of the tasks that the given roles make', async () => {
    const row = (...cells: string[]) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
    const page = `<body><p>${small.year}年任务清单</p><table>
      ${row('编组', '任务名称', '年度目标', '工作措施', '责任单位')}
      <tr><td>甲组</td><td>检查</td><td rowspan="2">完成12家</td><td>每月检查企业</td><td>南镇</td></tr>
      ${row('乙组', '', '每季度培训人员', '北镇')}</table></body>`;
    const query = '?columns=name,unread,goal,arrangements,units';
    const { body }: any = await small.api.admin.send('POST', `/v1/task-lists/parse${query}`, page, {
      'content-type': 'text/html; charset=utf-8',
    });
    expect(body.taskList.tasks.map(({ name, goal }: any) => [name, goal])).toEqual([
      ['甲组', '完成12家'],
      ['乙组', '完成12家'],
    ]);
  });

  test.each([
    [['name', 'name'], 422, 'columns-invalid', '“重点工作”指定给了两栏'],
    [[null, null, null, null, null, 'units'], 422, 'columns-invalid', '指定了第 6 栏，而表头只有 5 栏'],
    [['title'], 400, 'invalid-request', ''],
  ])('what cannot be is refused: %j', async (columns, status, code, words) => {
    const answer = await parse({ grid: grid(), columns });
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect(answer.body.detail).toContain(words);
    const asked = await parse({ grid: grid() }, `?columns=${columns.map((role) => role ?? '').join(',')}`);
    expect([asked.status, asked.body.code]).toEqual([status, code]);
  });
});

describe('I14.3, I11.16: a column of longer texts that is left out stands in the way', () => {
  test('until it is said that it is left out, or known of', async () => {
    const refused = await small.api.admin.put(small.path(), { grid: grid() });
    expect([refused.status, refused.body.code, refused.body.where]).toMatchObject([
      409,
      'parts-unread',
      [{ pointer: '#/grid/1/3', zh: expect.stringContaining('“检查标准”') }],
    ]);
    const columns = [null, null, null, 'unread'];
    expect((await small.api.admin.put(small.path(), { grid: grid(), columns })).status).toBe(200);
  });
});

describe('I14.4: what was said is kept with the list', () => {
  const columns = [null, null, 'unread', 'arrangements', null];
  const next = () => grid(small.year + 1);

  test('a grid: the next document of this shape is read so, another is not, and what is said anew goes first', async () => {
    expect((await small.api.admin.put(small.path(), { grid: grid(), columns })).status).toBe(200);
    const again = await parse({
      grid: next().with(1, ['序 号', '重點工作', '工作措施', '检查标准', '责任单位']),
    });
    expect(roles(again.body)).toEqual(['sequence', 'name', 'unread', 'arrangements', 'units']);
    expect(again.body.head.columns[3].confidence).toBe('kept');
    const moved = await parse({ grid: next().map((row) => row.toReversed()) });
    expect(roles(moved.body)).toEqual(['units', 'unread', 'arrangements', 'name', 'sequence']);
    const anew = await parse({ grid: next(), columns: [null, null, 'arrangements', 'unread'] });
    expect(roles(anew.body)).toEqual(['sequence', 'name', 'arrangements', 'unread', 'units']);
  });

  test('a reading that is published as it was answered', async () => {
    const { body } = await parse({ grid: grid(), columns });
    const { taskList, head } = body;
    expect((await small.api.admin.put(small.path(), { taskList, head })).status).toBe(200);
    expect((await parse({ grid: next() })).body.head.columns[2]).toMatchObject({
      role: 'unread',
      confidence: 'kept',
    });
  });
});
