import { beforeEach, describe, expect, test } from 'vitest';
import { withNames } from '../../shared/names/withNames.ts';
import type { Comparison } from '../../shared/wire/comparison.ts';
import type { ListReading } from '../../shared/wire/listReading.ts';
import { startApi, type Client } from '../support/api/client.ts';

const lines = [
  ['2031年任务清单'],
  ['序号', '重点工作', '工作措施', '责任单位', '完成时限'],
  ['1', '检查', '检查危险化学品企业', '县住建局、青石镇', '持续推进'],
  ['2', '培训', '组织企业负责人培训', '县住建局', '6月底前'],
  ['3', '巡查', '巡查仓库', '各镇', '持续推进'],
];
const document = lines.map((cells) => cells.join('\t')).join('\n');

let admin: Client;
beforeEach(async () => {
  ({ admin } = await startApi());
});

const read = async (): Promise<ListReading> => (await admin.post('/v1/task-lists/parse', document)).body;
const compare = async (body: unknown): Promise<Comparison> =>
  (await admin.post('/v1/task-lists/2031/compare', body)).body;

describe('I12.1, I12.2: a first list, read where the roster is empty', () => {
  test('asks and tells each thing once, and names what may go into the roster', async () => {
    expect((await admin.get('/v1/roster')).body).toEqual({ units: [], groups: [] });
    const reading = await read();
    expect(reading.names).toEqual([
      {
        name: '县住建局',
        arrangements: ['1-1-1', '1-2-1'],
        proposal: { kind: 'unit', unitKind: 'bureau' },
        sure: true,
      },
      { name: '青石镇', arrangements: ['1-1-1'], proposal: { kind: 'unit', unitKind: 'town' }, sure: true },
      {
        name: '各镇',
        arrangements: ['1-3-1'],
        proposal: { kind: 'group', members: ['青石镇'] },
        sure: false,
      },
    ]);
    expect(
      reading.gathered.map(({ severity, code, count, at }) => [severity, code, count, at.join()].join(' ')),
    ).toEqual([
      'decision unknown-unit 2 1-1-1,1-2-1',
      'decision unknown-unit 1 1-3-1',
      'decision undated 2 1-1-1,1-3-1',
      'info category-none 1 ',
      'info number-missing 3 1-1-1,1-2-1,1-3-1',
    ]);
    const compared = await compare(reading);
    expect(compared.names).toEqual(reading.names);
    expect(compared.unknownUnits).toEqual(reading.names.map(({ name }) => name));
    expect(compared.gathered).toEqual(reading.gathered);
  });

  test('I12.3: with the roster written, the same reading is published, whole as it came', async () => {
    const reading = await read();
    const { roster, faults } = withNames(
      { units: [], groups: [] },
      Object.fromEntries(reading.names.map(({ name, proposal }) => [name, proposal])),
    );
    expect([...faults]).toEqual([]);
    expect((await admin.put('/v1/task-lists/2031', reading)).body).toMatchObject({ code: 'units-unknown' });
    expect(await admin.send('PUT', '/v1/roster', roster)).toMatchObject({ status: 428 });
    expect(await admin.send('PUT', '/v1/roster', roster, { 'if-match': '"0"' })).toMatchObject({
      status: 200,
    });
    expect(await compare(reading)).toMatchObject({ names: [], unknownUnits: [] });
    expect(await admin.put('/v1/task-lists/2031', reading)).toMatchObject({
      status: 200,
      body: { changed: true, version: 1 },
    });
    const { obligations } = (await admin.get('/v1/obligations?year=2031&limit=100')).body;
    expect(new Set(obligations.map(({ unit }: { unit: { id: string } }) => unit.id))).toEqual(
      new Set(['u1', 'u2']),
    );
  });
});

test('I12.2: a name that the list’s settings know is not asked again', async () => {
  const roster = {
    units: [{ id: 'zhu', name: '住建', kind: 'bureau', aliases: [] }],
    groups: [],
  };
  await admin.replace('/v1/roster', roster);
  const decisions = { unitNames: { 县住建局: { units: ['zhu'] }, 青石镇: { units: ['zhu'] } } };
  const { taskList } = await read();
  const found = await compare({ taskList, decisions });
  expect(found.names.map(({ name }) => name)).toEqual(['各镇']);
});
