import { beforeEach, expect, test } from 'vitest';
import { done, pull, push, pushRow, rowOf, underWay } from '../support/api/clerk.ts';
import type { Client } from '../support/api/client.ts';
import { recount, storedCounts } from '../support/api/recount.ts';
import { startSmall, type SmallApi } from '../support/api/smallApi.ts';

let small: SmallApi;
let nan: Client;
beforeEach(async () => {
  small = await startSmall();
  nan = await small.api.reporter('nan');
});

const agree = async (): Promise<void> => {
  const list = String(small.year);
  expect(await storedCounts(list)).toEqual(await recount(list));
};
const putShare = (unit: string, share: number | null) =>
  small.api.admin.replace(small.path('/allocations'), {
    allocations: [{ arrangement: '1-1-1', indicator: 'i1', unit, share }],
  });
const totalOf = async (unit: string): Promise<unknown> => {
  const { body } = await small.api.admin.get(`/v1/progress?year=${small.year}&groupBy=unit&quantities=true`);
  const group = body.groups.find(({ id }: { id: string }) => id === unit);
  return group.quantities[0]?.reported;
};

const months = [1, 2, 3, 4, 5, 6, 7, 8].map((month) => `${month}月底前`).join('、');
const eightDates = `${months}分别报送进度，督促35家企业完成整改验收销号`;
const cadences = '每月、每季度报送进度，督促35家企业完成整改验收销号';

test('B2: of schedules 9 and 10 that fall due on one day the later number counts, whoever is given a share', async () => {
  await small.published([{ name: '整改', items: [eightDates] }]);
  await small.published([{ name: '整改', items: [cadences] }], { matches: { '1-1-1': '1-1-1' } });
  const sheet = await pull(nan);
  const [march, quarter] = [
    rowOf(sheet, '1-1-1', { schedule: 9, period: `${small.year}-03` }),
    rowOf(sheet, '1-1-1', { schedule: 10, period: `${small.year}-Q1` }),
  ];
  const values = (count: number) => ({ ...underWay(count), status: '已开展' });
  const { body } = await push(nan, [
    { key: march.key, base: null, values: values(5) },
    { key: quarter.key, base: null, values: values(8) },
  ]);
  expect(body.outcomes.map(({ outcome }) => outcome)).toEqual(['applied', 'applied']);
  expect(await totalOf('nan')).toBe(8);
  await putShare('bei', 10);
  expect(await totalOf('nan')).toBe(8);
  await agree();
});

const same = { matches: { '1-1-1': '1-1-1' } };
const publishOne = (text: string, more: object = {}) =>
  small.published([{ name: '整改', items: [text] }], more);
const cadence = (count: number) => ({ ...underWay(count), status: '已开展' });
const narrow = (from: string, units: string[]) =>
  small.api.admin.put(small.path('/assignments'), { arrangement: '1-1-1', from: small.day(from), units });
const month = async (mm: string) => rowOf(await pull(nan), '1-1-1', { period: `${small.year}-${mm}` });
const changesSince = async (cursor: string) => (await pull(nan, `?cursor=${cursor}`)).rows;

test('I11.9, I11.10: what was written to a row that is gone keeps its obligation', async () => {
  await publishOne('6月底前检查锅炉10台、储罐20个并建档');
  const boilers = rowOf(await pull(nan), '1-1-1', { indicator: 'i1' });
  await pushRow(nan, boilers.key, null, underWay(5));
  await publishOne('6月底前检查储罐20个并建档', same);
  await agree();
  await small.published([{ name: '另一项', items: ['适时组织企业主要负责人培训考核'] }], {
    matches: { '1-1-1': null },
  });
  const { body } = await small.api.admin.get(`/v1/obligations?year=${small.year}&state=retired`);
  expect(body.obligations).toHaveLength(1);
  await agree();
});

test('C3, I11.10: a final report whose schedule is gone waives nothing any more', async () => {
  await publishOne('每周调度进展，12月底前完成35家企业整改');
  const final = rowOf(await pull(nan), '1-1-1', { period: String(small.year) });
  expect(await pushRow(nan, final.key, null, done(small.day('04-01'), 35))).toMatchObject({
    outcome: 'applied',
  });
  expect((await pull(nan)).rows.some(({ period }) => period === `${small.year}-W15`)).toBe(false);
  await publishOne('每周调度35家企业整改进展', same);
  expect((await pull(nan)).rows.some(({ period }) => period === `${small.year}-W15`)).toBe(true);
  await agree();
});

test('V6, C12: a count that is not asked for any more is no neighbour, and the rows beside it come again', async () => {
  await publishOne('每月督促35家企业完成整改验收');
  await narrow('04-15', ['nan', 'bei']);
  await pushRow(nan, (await month('03')).key, null, cadence(5));
  const april = await month('04');
  expect(april.context.previousCount).toBe(5);
  const { cursor } = await pull(nan);
  await narrow('03-15', ['bei']);
  const again = (await changesSince(cursor)).find(({ key }) => key === april.key);
  expect(again?.context.previousCount).toBeNull();
  await agree();
});

test('P5.1, S6: another kind of deadline with the same days brings its rows again', async () => {
  await publishOne('适时组织企业主要负责人培训考核');
  const decide = (chosen: object) =>
    small.settings({ schedules: [{ arrangement: '1-1-1', schedule: 1, ...chosen }] });
  await decide({ kind: 'once', due: small.day('05-31') });
  const { cursor } = await pull(nan);
  await decide({ kind: 'window', start: small.day('01-01'), due: small.day('05-31') });
  const [row, ...others] = await changesSince(cursor);
  expect(others).toEqual([]);
  expect(row).toMatchObject({ due: small.day('05-31'), context: { scheduleKind: 'window' } });
});

test('I11.7, B1.3: what is retired goes along with its arrangement to another task', async () => {
  const [mended, other] = ['每月督促35家企业完成整改验收', '适时组织企业主要负责人培训考核'];
  await publishOne(mended);
  await pushRow(nan, (await month('03')).key, null, cadence(5));
  await narrow('03-15', ['bei']);
  await small.published([
    { name: '培训', items: [other] },
    { name: '整改', items: [mended] },
  ]);
  const { body } = await small.api.admin.get(`/v1/obligations?year=${small.year}&state=retired&task=1-2`);
  expect(body.obligations.map(({ arrangement }: { arrangement: string }) => arrangement)).toEqual(['1-1-1']);
  await agree();
});

test('I11.10, B1: what was done waits for the row of a new indicator, in every count', async () => {
  await publishOne('6月底前检查锅炉10台并建档');
  const row = rowOf(await pull(nan), '1-1-1');
  await pushRow(nan, row.key, null, done(small.day('04-05'), 10));
  await agree();
  await publishOne('6月底前检查锅炉10台、储罐20个并建档', same);
  const { body } = await small.api.admin.get(`/v1/progress?year=${small.year}&groupBy=unit`);
  expect(body.total).toMatchObject({ received: 0, fulfilled: 0, onTime: 0 });
  await agree();
});
