import { env } from 'cloudflare:workers';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  progressAnswer,
  progressCounts,
  type ProgressAnswer,
  type ProgressGroup,
} from '../../shared/wire/progress.ts';
import type { ObligationsAnswer } from '../../shared/wire/obligations.ts';
import { obligationState } from '../../shared/wire/parts/obligationState.ts';
import { done, pull, push, pushRow, rowOf, underWay } from '../support/api/clerk.ts';
import type { Api, Client } from '../support/api/client.ts';
import { startPublished } from '../support/api/published.ts';
import { counted } from '../support/api/limits.ts';
import { recount, storedCounts } from '../support/api/recount.ts';

let api: Api;
let viewer: Client;
beforeAll(async () => {
  api = await startPublished();
  viewer = await api.officer();
});

async function group(groupBy: string, id: string): Promise<ProgressGroup> {
  const answer = await viewer.get<ProgressAnswer>(`/v1/progress?groupBy=${groupBy}&quantities=true`);
  const found = answer.body.groups.find((each) => each.id === id);
  if (!found) throw new Error(`${groupBy} ${id}`);
  return found;
}

async function obligationsOf(query: string): Promise<ObligationsAnswer['obligations']> {
  return (await viewer.get<ObligationsAnswer>(`/v1/obligations?${query}`)).body.obligations;
}

describe('P2: received and fulfilled, punctuality decided once', () => {
  test('P2.1, P2.2: on time, 迟报 and 逾期完成 by the first fulfilment; a later correction changes nothing', async () => {
    const client = await api.reporter('sanjing');
    const sheet = await pull(client);
    const row = (code: string): string => rowOf(sheet, code).key;
    // 1-2-1 was due on 03-31; it is 04-10. Done by then, reported now: 迟报. Done in April: 逾期完成.
    await pushRow(client, row('1-2-1'), null, done('2024-03-30', 86));
    await pushRow(client, row('2-6-1'), null, done('2024-04-02'));
    // 1-3-1 is due on 04-30: on time.
    await pushRow(client, row('1-3-1'), null, done('2024-04-09', 88));
    expect(await group('unit', 'sanjing')).toMatchObject({
      received: 3,
      fulfilled: 3,
      onTime: 1,
      reportedLate: 1,
      completedLate: 1,
    });
    const [first] = await obligationsOf('unit=sanjing&arrangement=1-2-1');
    expect(first).toMatchObject({ state: 'fulfilled', punctuality: 'reportedLate', due: '2024-03-31' });
    expect(first?.firstFulfilledAt).toBe('2024-04-10T09:00:00+08:00');

    // Reopened and finished anew in May: neither laundered nor made late.
    api.clock.set('2024-05-06T10:00:00+08:00');
    await pushRow(client, row('1-3-1'), 1, { ...underWay(80), completedOn: null });
    const reopened = await obligationsOf('unit=sanjing&arrangement=1-3-1');
    expect(reopened[0]).toMatchObject({ state: 'overdue', punctuality: 'onTime' });
    await pushRow(client, row('1-3-1'), 2, done('2024-05-05', 88));
    const again = await obligationsOf('unit=sanjing&arrangement=1-3-1');
    expect(again[0]).toMatchObject({ state: 'fulfilled', punctuality: 'onTime' });
    expect(again[0]?.firstFulfilledAt).toBe('2024-04-10T09:00:00+08:00');
    expect(await storedCounts('2024')).toEqual(await recount('2024'));
  });

  test('P1, P2.2: the due day itself is still on time, its midnight in Shanghai is not', async () => {
    api.clock.set('2024-05-31T23:59:59+08:00');
    const client = await api.reporter('longhutang');
    const row = rowOf(await pull(client), '2-1-2');
    expect(row.due).toBe('2024-05-31');
    await pushRow(client, row.key, null, done('2024-05-31'));
    api.clock.set('2024-06-01T00:00:00+08:00');
    const late = await api.reporter('chunjiang');
    await pushRow(late, rowOf(await pull(late), '2-1-2').key, null, done('2024-05-31'));
    const states = await obligationsOf('arrangement=2-1-2&state=fulfilled');
    expect(Object.fromEntries(states.map((each) => [each.unit.id, each.punctuality]))).toEqual({
      longhutang: 'onTime',
      chunjiang: 'reportedLate',
    });
  });

  test('P2, C1: received needs every row of the obligation; a draft receives nothing', async () => {
    const client = await api.reporter('weicun');
    const sheet = await pull(client);
    const [i1, i2] = ['i1', 'i2'].map((indicator) => rowOf(sheet, '1-1-1', { indicator }).key);
    await pushRow(client, i1!, null, underWay(1));
    const [half] = await obligationsOf('unit=weicun&arrangement=1-1-1');
    expect(half).toMatchObject({ receivedRows: 1, rows: 2, firstReceivedAt: null, state: 'overdue' });
    await pushRow(client, i2!, null, { status: '进行中', count: 'x' });
    expect((await obligationsOf('unit=weicun&arrangement=1-1-1'))[0]).toMatchObject({
      receivedRows: 1,
      drafts: 1,
    });
    await pushRow(client, i2!, 1, underWay(1));
    expect((await obligationsOf('unit=weicun&arrangement=1-1-1'))[0]).toMatchObject({
      receivedRows: 2,
      drafts: 0,
    });
  });
});

describe('weekly and final', () => {
  test('C3: a final row that is done waives the weeks after its completion date, until it is taken back', async () => {
    const client = await api.reporter('xuejia');
    const sheet = await pull(client);
    const finals = ['i1', 'i2'].map((indicator) => rowOf(sheet, '2-1-4', { indicator, schedule: 2 }).key);
    const before = await group('arrangement', '2-1-4');
    const rows = finals.map((key, i) => ({ key, base: null, values: done('2024-05-31', [5, 10][i]) }));
    await push(client, rows);
    const waived = await obligationsOf('unit=xuejia&arrangement=2-1-4&state=waived&limit=1000');
    // Weeks from 06-03 on: W23 to W52.
    expect(waived).toHaveLength(30);
    expect(waived[0]).toMatchObject({ period: '2024-W23' });
    expect((await group('arrangement', '2-1-4')).expected).toBe(before.expected - 30);
    await pushRow(client, finals[0]!, 1, { ...underWay(4), completedOn: null });
    expect(await obligationsOf('unit=xuejia&arrangement=2-1-4&state=waived')).toHaveLength(0);
    expect(await storedCounts('2024')).toEqual(await recount('2024'));
  });

  test('C5, S6.3: 本地无此类 on a week holds for the later ones until a later row says otherwise', async () => {
    const client = await api.reporter('luoxi');
    const sheet = await pull(client);
    const week = (period: string): string => rowOf(sheet, '1-7-1', { period }).key;
    await pushRow(client, week('2024-W10'), null, { status: '本地无此类' });
    const waived = (): Promise<ObligationsAnswer['obligations']> =>
      obligationsOf('unit=luoxi&arrangement=1-7-1&state=waived&limit=1000');
    expect(await waived()).toHaveLength(42);
    const shown = await pull(client);
    expect(shown.rows.filter((row) => row.arrangement === '1-7-1').map((row) => row.period)).toEqual(
      Array.from({ length: 10 }, (_, i) => `2024-W${String(i + 1).padStart(2, '0')}`),
    );
    await pushRow(client, week('2024-W20'), null, { status: '已开展' });
    expect(await waived()).toHaveLength(9);
    expect(await storedCounts('2024')).toEqual(await recount('2024'));
  });

  test('B2, C4, C9: a cumulative total is the latest period’s, never a sum; the final row is not offered what was done in a week', async () => {
    const client = await api.reporter('menghe');
    const sheet = await pull(client);
    const week = (period: string): string => rowOf(sheet, '2-1-4', { period, indicator: 'i2' }).key;
    await push(client, [
      { key: week('2024-W13'), base: null, values: { status: '已开展', count: 2 } },
      { key: week('2024-W14'), base: null, values: { status: '已开展', count: 3 } },
    ]);
    const total = (await group('unit', 'menghe')).quantities!.find((each) => each.indicator === 'i2');
    expect(total).toMatchObject({ arrangement: '2-1-4', reported: 3, target: 10 });
    const final = rowOf(await pull(client), '2-1-4', { schedule: 2, indicator: 'i2' });
    expect(final).toMatchObject({ version: null, values: null, prefill: null });
    // It may not fall without an explanation, judged in order of time within one push too.
    const falling = await push(client, [
      { key: week('2024-W16'), base: null, values: { status: '已开展', count: 1 } },
      { key: week('2024-W15'), base: null, values: { status: '已开展', count: 4 } },
    ]);
    expect(falling.body.outcomes.map(({ outcome }) => outcome)).toEqual(['invalid', 'applied']);
    // A later row that is refused in the same push keeps its old count, and the earlier one is judged against it.
    const before = await push(client, [
      { key: week('2024-W14'), base: 1, values: { count: 9 } },
      { key: week('2024-W15'), base: 1, values: { count: '约10' } },
    ]);
    expect(before.body.outcomes.map(({ outcome }) => outcome)).toEqual(['invalid', 'invalid']);
    expect(before.body.outcomes[0]?.findings?.map(({ rule }) => rule)).toEqual(['V-count-next-falls']);
    const explained = await pushRow(client, week('2024-W16'), 1, {
      status: '已开展',
      count: 1,
      explanation: '上周误将两套在建装置计入，本周核减',
    });
    expect(explained).toMatchObject({ outcome: 'applied', version: 2 });
  });
});

describe('B2: totals against targets', () => {
  test('C6: the bureau’s own counts stay outside the sum unless it alone is assigned', async () => {
    const bureau = await api.reporter('bureau');
    const town = await api.reporter('xixiashu');
    const own = await pull(bureau);
    await pushRow(bureau, rowOf(own, '1-5-2').key, null, underWay(50));
    await pushRow(town, rowOf(await pull(town), '1-5-2').key, null, underWay(6));
    const total = async (code: string, indicator = 'i1') =>
      (await group('arrangement', code)).quantities!.find((each) => each.indicator === indicator);
    expect(await total('1-5-2')).toMatchObject({ reported: 6, target: 86 });
    await pushRow(bureau, rowOf(own, '3-7-1', { indicator: 'i1' }).key, null, underWay(9));
    expect(await total('3-7-1')).toMatchObject({ reported: 9, target: 21 });
  });

  test('B2.2, V8: the unit’s share is its target; their sum and the reports are held against the district’s', async () => {
    const units = ['xixiashu', 'benniu'];
    const allocations = units.map((unit, i) => ({
      arrangement: '1-5-2',
      indicator: 'i1',
      unit,
      share: [40, 50][i],
    }));
    const saved = await viewer.replace('/v1/task-lists/2024/allocations', { allocations });
    expect(saved.body.findings).toMatchObject([{ rule: 'V-allocations-sum', arrangement: '1-5-2' }]);
    const client = await api.reporter('benniu');
    const row = rowOf(await pull(client), '1-5-2');
    expect(row).toMatchObject({ target: 50, context: { allocation: 50 } });
    expect(await pushRow(client, row.key, null, done('2024-05-30', 49))).toMatchObject({
      outcome: 'invalid',
    });
    const over = { ...done('2024-05-30', 90), explanation: '含园区代管企业四十家，已与区局核对' };
    expect(await pushRow(client, row.key, 1, over)).toMatchObject({ outcome: 'applied' });
    const answer = await viewer.get<ProgressAnswer>('/v1/progress?groupBy=arrangement&quantities=true');
    const found = answer.body.findings.filter((each) => each.arrangement === '1-5-2');
    expect(found.map(({ rule }) => rule).sort()).toEqual(['V-allocations-sum', 'V-reported-over-target']);
    const quantity = answer.body.groups.find(({ id }) => id === '1-5-2')?.quantities![0];
    expect(quantity).toMatchObject({ reported: 96, allocated: 90, target: 86 });
    const wrong = await viewer.replace('/v1/task-lists/2024/allocations', {
      allocations: [{ arrangement: '9-9-9', indicator: 'i1', unit: 'benniu', share: 1 }],
    });
    expect(wrong).toMatchObject({ status: 422, body: { code: 'reference-unknown' } });
    const all = (await viewer.get('/v1/task-lists/2024/allocations')).body;
    expect(all).toMatchObject({ allocations: allocations.toReversed(), saved: { by: 'test' } });
    const { units: asked } = all.asked.find((each: { arrangement: string }) => each.arrangement === '1-5-2');
    expect(asked).toEqual(expect.arrayContaining(['benniu', 'xixiashu']));
    const own = (await client.get('/v1/task-lists/2024/allocations')).body;
    expect(own.allocations).toEqual([allocations[1]]);
    expect(new Set(own.asked.flatMap((each: { units: string[] }) => each.units))).toEqual(
      new Set(['benniu']),
    );
  });
});

describe('the questions', () => {
  test('B1: every grouping adds up to the same total, and no rate exceeds 1', async () => {
    const answers = await Promise.all(
      ['unit', 'category', 'task', 'arrangement', 'period'].map((by) =>
        viewer.get<ProgressAnswer>(`/v1/progress?groupBy=${by}&quantities=true`),
      ),
    );
    for (const { body } of answers) {
      expect(body.total).toEqual(answers[0]?.body.total);
      for (const each of body.groups) {
        for (const rate of [each.completeness, each.fulfilment, each.timeliness, each.yearShare]) {
          if (rate !== null) expect(rate).toBeLessThanOrEqual(1);
        }
      }
    }
    expect(answers.map(({ body }) => body.groups.length).slice(0, 4)).toEqual([12, 3, 25, 81]);
  });

  test('B1: rates are of what is due: what is done ahead of time counts for the year’s share only', async () => {
    api.clock.set('2024-06-02T09:00:00+08:00');
    const before = await group('unit', 'luoxi');
    expect(before.due).toBeGreaterThan(0);
    expect(before.expected).toBeGreaterThan(before.due);
    const client = await api.reporter('luoxi');
    const sheet = await pull(client);
    // 1-3-1 was due on 04-30, long since; another one is not before autumn.
    await pushRow(client, rowOf(sheet, '1-3-1').key, null, done('2024-04-30', 88));
    const ahead = sheet.rows.find(({ due }) => due !== null && due > '2024-09-01')!;
    await pushRow(client, ahead.key, null, done('2024-05-02', ahead.target ?? undefined));
    const after = await group('unit', 'luoxi');
    const more = (name: 'dueFulfilled' | 'dueReceived' | 'dueOnTime' | 'fulfilled' | 'overdue') =>
      after[name] - before[name];
    expect([more('dueFulfilled'), more('dueReceived'), more('dueOnTime'), more('overdue')]).toEqual([
      1, 1, 0, -1,
    ]);
    expect(more('fulfilled')).toBe(2);
    expect(after.completeness).toBe(after.dueReceived / after.due);
    expect(after.fulfilment).toBe(after.dueFulfilled / after.due);
    expect(after.timeliness).toBe(after.dueOnTime / after.due);
    expect(after.yearShare).toBe(after.fulfilled / after.expected);
    expect([after.due - after.overdue, after.due - after.missing]).toEqual([
      after.dueFulfilled,
      after.dueReceived,
    ]);
    const { total } = (await viewer.get<ProgressAnswer>('/v1/progress?groupBy=period')).body;
    expect(total.fulfilment).toBe(total.dueFulfilled / total.due);
  });

  test('B1.3, B1.1: every count has its obligations one call away, page by page, each once', async () => {
    const unit = await group('unit', 'xuejia');
    const counts = progressCounts.keyof().options;
    for (const counted of counts) {
      const keys: string[] = [];
      let cursor = '';
      do {
        const { body } = await viewer.get<ObligationsAnswer>(
          `/v1/obligations?unit=xuejia&counted=${counted}&limit=37${cursor && `&cursor=${encodeURIComponent(cursor)}`}`,
        );
        keys.push(...body.obligations.map((each) => each.key));
        cursor = body.next ?? '';
      } while (cursor !== '');
      expect([counted, new Set(keys).size]).toEqual([counted, unit[counted]]);
      expect(keys).toHaveLength(unit[counted]);
    }
    // Every obligation has exactly one state, and each state finds its own.
    for (const state of obligationState.options) {
      const found = await obligationsOf(`unit=xuejia&state=${state}&limit=1000`);
      expect([state, found.every((each) => each.state === state)]).toEqual([state, true]);
    }
    const due = await obligationsOf('unit=xuejia&dueBefore=2024-02-01&period=2024-W03');
    expect(due.every((each) => each.due === '2024-01-21')).toBe(true);
    expect(due.length).toBeGreaterThan(0);
  });

  test('B1.4, A4: a reporter’s progress is its own unit’s by every grouping, and the bureau can ask for the same', async () => {
    const own = await api.reporter('sanjing');
    const district = await group('unit', 'sanjing');
    const counts = ({ id: _, name: __, quantities: ___, ...rest }: ProgressGroup) => rest;
    for (const by of ['unit', 'category', 'task', 'arrangement', 'period']) {
      const { body } = await own.get<ProgressAnswer>(`/v1/progress?groupBy=${by}&quantities=true`);
      expect(body.total, by).toEqual(counts(district));
      // Groups of undated obligations only, too, have every figure.
      expect(progressAnswer.safeParse(body).error, by).toBeUndefined();
      expect(body.findings).toEqual([]);
      expect((await viewer.get(`/v1/progress?groupBy=${by}&unit=sanjing&quantities=true`)).body).toEqual(
        body,
      );
      expect(body.groups.every((each) => each.expected + each.undated > 0)).toBe(true);
      if (by === 'unit') expect(body.groups).toEqual([district]);
      // Each number has its obligations behind it, and they are the unit’s.
      const filter: Record<string, string> = { unit: 'unit', category: 'category', task: 'task' };
      for (const each of body.groups.slice(0, 3)) {
        const { body: behind } = await own.get<ObligationsAnswer>(
          `/v1/obligations?${filter[by] ?? by}=${each.id}&counted=expected&limit=1000`,
        );
        expect(behind.obligations.length, `${by} ${each.id}`).toBe(each.expected);
        expect(behind.obligations.every((one) => one.unit.id === 'sanjing')).toBe(true);
      }
    }
    const { body } = await own.get<ProgressAnswer>('/v1/progress?groupBy=arrangement&quantities=true');
    const quantity = body.groups.find((each) => each.id === '1-3-1')!.quantities![0]!;
    expect(quantity).toMatchObject({ reported: 88, target: 88 });
    expect(body.groups.flatMap((each) => each.quantities!)).toEqual(
      expect.arrayContaining(district.quantities!),
    );
  });

  test('A4: another unit’s progress does not exist for a reporter, and an unknown unit’s for nobody', async () => {
    const own = await api.reporter('sanjing');
    const other = await own.get('/v1/progress?groupBy=unit&unit=binkai');
    const nobody = await own.get('/v1/progress?groupBy=unit&unit=nowhere');
    expect([other.status, other.body.code]).toEqual([404, 'unit-not-found']);
    expect([nobody.status, nobody.body.code]).toEqual([404, 'unit-not-found']);
    expect((await viewer.get('/v1/progress?groupBy=unit&unit=nowhere')).body.code).toBe('unit-not-found');
    expect((await own.get('/v1/progress?groupBy=unit&unit=sanjing')).status).toBe(200);
  });

  test('B1.3: obligations of some days, the first among them, the last not', async () => {
    const all = await obligationsOf('unit=sanjing&limit=1000');
    const dated = all.filter(({ due }) => due !== null && due >= '2024-05-01' && due < '2024-06-01');
    expect(dated.length).toBeGreaterThan(0);
    expect(await obligationsOf('unit=sanjing&limit=1000&dueFrom=2024-05-01&dueBefore=2024-06-01')).toEqual(
      dated,
    );
    const { due } = dated[0]!;
    expect((await obligationsOf(`unit=sanjing&limit=1000&dueFrom=${due}`))[0]?.due).toBe(due);
    expect((await viewer.get('/v1/obligations?dueFrom=soon')).status).toBe(400);
  });

  test('B1.2: the cost of a question does not grow with the revisions', async () => {
    const client = await api.reporter('binkai');
    const { key } = rowOf(await pull(client), '1-2-1');
    const rowsRead = async (): Promise<number> => {
      const { db, usage } = counted(env.DB);
      for (const by of ['unit', 'category', 'task', 'arrangement', 'period']) {
        await viewer.over(db).get(`/v1/progress?groupBy=${by}&quantities=true`);
      }
      return usage.rowsRead;
    };
    await pushRow(client, key, null, underWay(0));
    const before = await rowsRead();
    for (let version = 1; version <= 20; version += 1) await pushRow(client, key, version, underWay(version));
    expect(before).toBeGreaterThan(0);
    expect(await rowsRead()).toBe(before);
  });
});
