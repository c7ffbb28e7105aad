import { env } from 'cloudflare:workers';
import { beforeEach, describe, expect, test } from 'vitest';
import { pull, rowOf } from '../support/api/clerk.ts';
import type { Client } from '../support/api/client.ts';
import { recount, storedCounts } from '../support/api/recount.ts';
import { startSmall, type SmallApi } from '../support/api/smallApi.ts';

let small: SmallApi;
let nan: Client;
let bei: Client;
beforeEach(async () => {
  small = await startSmall();
  nan = await small.api.reporter('nan');
  bei = await small.api.reporter('bei');
});

const header = ['类别', '序号', '重点工作名称', '年度目标任务', '工作安排', '责任单位', '完成时限'];
const inspect = '3月底前检查约20家危险化学品企业';
/** A list in which a deadline, a quantity and who is responsible are each left open. */
const grid = (...more: string[]) => [
  [`${small.year}年任务清单`],
  header,
  ['一、例行工作', '1', '检查', '', `1. ${inspect}`, '各镇', '6月底前'],
  ['', '2', '培训', '', '1. 4月底前组织企业负责人培训', '', ''],
  ['', '3', '演练', '', '1. 5月底前组织危化企业开展应急演练', '南镇', ''],
  ['', '', '', '', '2. 5月底前讲评应急演练', '北镇', ''],
  ...more.map((text, index) => ['', String(index + 4), text, '', `1. 每月${text}`, '各镇', '']),
];
const put = async (body: object, query = ''): Promise<any> =>
  small.api.admin.put(`${small.path()}${query}`, body);
const publish = async (readings: object, cells = grid()): Promise<any> => {
  const { status, body } = await put({ grid: cells, readings });
  expect([status, body]).toMatchObject([200, { version: expect.any(Number) }]);
  return body;
};
const openOf = (body: any): [string, string, string][] =>
  body.openDecisions.map((each: any) => [each.kind, each.arrangements.join(), each.words.join('|')]);
const unitsAsked = async (code: string): Promise<unknown[]> => {
  const { results } = await env.DB.prepare(
    `SELECT DISTINCT unit_id FROM obligations WHERE list_id = ?1 AND arrangement_code = ?2 ORDER BY unit_id`,
  )
    .bind(String(small.year), code)
    .all();
  return results.map(({ unit_id: unit }) => unit);
};
const agree = async (): Promise<void> => {
  const list = String(small.year);
  expect(await storedCounts(list)).toEqual(await recount(list));
};

const everything = {
  units: { '1-2-1': ['各镇'], '1-3-1': ['南镇'], '1-3-2': ['北镇'] },
  deadlines: { '1-1-1': 'sentence' },
  quantities: { '1-1-1': { 约20家危险化学品企业: 20 } },
};

describe('I5.2, I6.5, I7.1, I11.17: what a document leaves open is decided by a person', () => {
  test('while nothing is decided, each is an open decision, and nothing is guessed', async () => {
    const answer = await publish({});
    expect(openOf(answer)).toEqual([
      ['deadline', '1-1-1', '3月底前|6月底前'],
      ['quantity', '1-1-1', '约20家危险化学品企业'],
      ['assigned', '1-2-1', ''],
      ['assigned', '1-3-1', '南镇'],
      ['assigned', '1-3-2', '北镇'],
    ]);
    expect(rowOf(await pull(nan), '1-1-1')).toMatchObject({
      due: small.day('06-30'),
      key: expect.stringContaining('.done.'),
    });
    expect(await unitsAsked('1-2-1')).toEqual([]);
    expect(await unitsAsked('1-3-2')).toEqual(['bei', 'nan']);
    await agree();
  });

  test('what is decided is what is published: the units, the deadline and the target', async () => {
    expect(openOf(await publish(everything))).toEqual([]);
    const row = rowOf(await pull(nan), '1-1-1');
    expect(row).toMatchObject({ due: small.day('03-31'), key: expect.stringContaining('.i1.') });
    expect(row.context).toMatchObject({ districtTarget: 20 });
    expect(await unitsAsked('1-2-1')).toEqual(['bei', 'nan']);
    expect([await unitsAsked('1-3-1'), await unitsAsked('1-3-2')]).toEqual([['nan'], ['bei']]);
    await agree();
  });

  test('it is kept when the list is read again, corrected elsewhere, and as it is served', async () => {
    const { version } = await publish(everything);
    expect(await put({ grid: grid() })).toMatchObject({ body: { changed: false, version } });
    const stored = (await small.api.admin.get(small.path())).body;
    expect(await put(stored)).toMatchObject({ body: { changed: false, version } });
    expect(openOf(await publish({}, grid('通报隐患')))).toEqual([]);
    expect(rowOf(await pull(bei), '1-1-1')).toMatchObject({
      due: small.day('03-31'),
      key: expect.stringContaining('.i1.'),
    });
    expect([await unitsAsked('1-3-1'), await unitsAsked('1-3-2')]).toEqual([['nan'], ['bei']]);
    await agree();
  });

  test('other words are another question: a correction of the words opens it again', async () => {
    await publish(everything);
    const cells = grid();
    cells[2]![4] = cells[2]![4]!.replace('约20家', '约30家').replace('3月', '4月');
    expect(openOf(await publish({}, cells))).toEqual([
      ['deadline', '1-1-1', '4月底前|6月底前'],
      ['quantity', '1-1-1', '约30家危险化学品企业'],
    ]);
    await agree();
  });

  test('it is changed, and taken back, with the next publishing', async () => {
    await publish(everything);
    const changed = {
      units: { '1-3-2': [] },
      deadlines: { '1-1-1': 'both' },
      quantities: { '1-1-1': { 约20家危险化学品企业: 'none' } },
    };
    expect(openOf(await publish(changed))).toEqual([]);
    const stored = (await small.api.admin.get(small.path())).body.tasks[0].arrangements[0];
    expect(stored.schedules.map(({ due }: { due: string }) => due)).toEqual([
      small.day('03-31'),
      small.day('06-30'),
    ]);
    expect(stored.indicators).toMatchObject([{ id: 'done' }]);
    expect(await unitsAsked('1-3-2')).toEqual(['bei', 'nan']);
    const open = {
      units: { '1-2-1': 'open', '1-3-2': 'open' },
      deadlines: { '1-1-1': 'open' },
      quantities: { '1-1-1': { 约20家危险化学品企业: 'open' } },
    };
    expect(openOf(await publish(open)).map(([kind]) => kind)).toEqual([
      ...['deadline', 'quantity', 'assigned', 'assigned'],
    ]);
    expect(await unitsAsked('1-2-1')).toEqual([]);
    await agree();
  });

  test('I11.14: taken back with the publishing that brought it', async () => {
    await publish({});
    const { version } = await publish(everything);
    const undone = await small.api.admin.post(small.path('/publishings/undo'), { version });
    expect(undone).toMatchObject({ status: 200, body: { changed: true } });
    expect(openOf(await publish({})).map(([kind]) => kind)).toEqual([
      ...['deadline', 'quantity', 'assigned', 'assigned', 'assigned'],
    ]);
    expect(await unitsAsked('1-3-2')).toEqual(['bei', 'nan']);
    await agree();
  });

  test('the comparison shows what a decision changes', async () => {
    await publish({});
    const { body } = await small.api.admin.post(small.path('/compare'), {
      grid: grid(),
      readings: everything,
    });
    const fields = body.diff.arrangements.map((each: any) => [
      each.code,
      each.fields.map(({ field }: { field: string }) => field).join(),
    ]);
    expect(fields).toEqual([
      ['1-1-1', 'schedules,indicators'],
      ['1-2-1', 'units'],
      ['1-3-1', 'units'],
      ['1-3-2', 'units'],
    ]);
    expect(openOf(body)).toEqual([]);
  });

  test('what is not left open, and units that nobody knows, are refused', async () => {
    const cases: [readings: object, status: number, code: string][] = [
      [{ deadlines: { '1-2-1': 'sentence' } }, 422, 'reference-unknown'],
      [{ units: { '1-9-1': ['南镇'] } }, 422, 'reference-unknown'],
      [{ quantities: { '1-1-1': { 约21家: 21 } } }, 422, 'reference-unknown'],
      [{ units: { '1-2-1': ['西镇'] } }, 422, 'units-unknown'],
      [{ deadlines: { '1-1-1': 'neither' } }, 400, 'invalid-request'],
    ];
    for (const [readings, status, code] of cases) {
      const answer = await put({ grid: grid(), readings });
      expect([answer.status, answer.body.code]).toEqual([status, code]);
    }
    expect((await small.api.admin.get(small.path())).status).toBe(404);
  });
});

describe('I11.16: what could not be read stands in the way', () => {
  const broken = () => [...grid(), ['', '9', '', '', '1. 每月通报隐患', '各镇', '']];

  test('publishing says how many such places it knows of, or is refused with each', async () => {
    const refused = await put({ grid: broken() });
    expect(refused).toMatchObject({ status: 409, body: { code: 'parts-unread' } });
    expect(refused.body.where).toHaveLength(1);
    expect(refused.body.messages.zh).toContain('1 处没有读出');
    expect(await put({ grid: broken() }, '?unread=2')).toMatchObject({ status: 409 });
    expect((await small.api.admin.get(small.path())).status).toBe(404);
    expect(await put({ grid: broken() }, '?unread=1')).toMatchObject({ status: 200 });
    expect(await put({ grid: grid() })).toMatchObject({ status: 200 });
  });

  test('a reading that was answered before keeps its errors', async () => {
    const read = (await small.api.admin.post('/v1/task-lists/parse', { grid: broken() })).body;
    expect(await put(read)).toMatchObject({ status: 409, body: { code: 'parts-unread' } });
    expect(await put(read, '?unread=1')).toMatchObject({ status: 200, body: { changed: true } });
    expect(await put(read, '?known=1')).toMatchObject({ status: 400 });
  });
});
