import { beforeEach, expect, test } from 'vitest';
import { pull, push, rowOf, underWay } from '../support/api/clerk.ts';
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
  small.api.admin.put(small.path('/allocations'), {
    allocations: [{ arrangement: '1-1-1', indicator: 'i1', unit, share }],
  });
const totalOf = async (unit: string): Promise<unknown> => {
  const { body } = await small.api.admin.get(`/v1/progress?year=${small.year}&groupBy=unit`);
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
