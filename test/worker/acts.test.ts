import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { act, acted, listed, Watch } from '../support/api/acts.ts';
import { done, pull, push, pushRow, rowOf, underWay } from '../support/api/clerk.ts';
import type { Api, Client } from '../support/api/client.ts';
import { startPublished } from '../support/api/published.ts';

let api: Api;
let officer: Client;
let clerk: Client;
let watch: Watch;
beforeAll(async () => {
  api = await startPublished();
  officer = await api.officer();
  clerk = await api.reporter('xuejia');
  watch = new Watch(clerk);
});
afterEach(() => watch.holds());

/** The key of an obligation of 薛家镇. */
const of = (arrangement: string, period = '2024', schedule = 1): string =>
  `2024.${arrangement}.${schedule}.xuejia.${period}`;
const find = async (key: string) => (await officer.get(`/v1/obligations/${key}`)).body.obligation;
const total = async () => (await officer.get('/v1/progress?groupBy=unit')).body.total;
const week = (number: number): string => `2024-W${String(number).padStart(2, '0')}`;

async function report(arrangement: string, values = done('2024-04-02')): Promise<string> {
  const row = rowOf(await pull(clerk), arrangement);
  await pushRow(clerk, row.key, row.draft?.version ?? row.version, values);
  return row.key;
}

describe('B4.2, B4.1: accepting and returning', () => {
  test('each obligation is answered by itself, and no rate knows of it', async () => {
    await report('2-6-1');
    await report('2-8-1', underWay(3));
    const before = await total();
    const keys = [of('2-6-1'), of('2-4-1'), '2024.1-1-1.1.nowhere.2024', of('2-6-1'), of('2-8-1')];
    const answer = await act(officer, { act: 'accept', on: { keys } });
    expect(answer.body).toMatchObject({ count: 4, applied: 2, unchanged: 0, refused: 2 });
    const [accepted, missing, unknown, underway] = answer.body.outcomes;
    expect([accepted?.outcome, underway?.outcome]).toEqual(['applied', 'applied']);
    expect(missing).toMatchObject({ outcome: 'refused', code: 'not-received' });
    expect(missing?.zh).toContain('尚未填报完整');
    expect(unknown).toMatchObject({ code: 'unknown', en: expect.stringContaining('no such') });
    expect(await acted(officer, { act: 'accept', on: { keys: [of('2-6-1')] } })).toEqual({
      [of('2-6-1')]: 'unchanged',
    });
    const after = await total();
    expect(after).toMatchObject({ accepted: 2, toAccept: before.toAccept - 2 });
    const { toAccept: _a, accepted: _b, ...rest } = before;
    expect(after).toMatchObject(rest);
    expect((await listed(officer, 'counted=accepted')).map(({ key }) => key).sort()).toEqual(
      [of('2-6-1'), of('2-8-1')].sort(),
    );
  });

  test('P4, P4.1: a return asks for an answer within working days; pushed again it is to be accepted', async () => {
    const [key, row] = [of('2-6-1'), rowOf(await pull(clerk), '2-6-1')];
    expect((await act(officer, { act: 'return', on: { keys: [key] } })).body).toMatchObject({
      code: 'invalid-request',
      where: [{ pointer: '#/reason' }],
    });
    const reason = '缺少核查记录，请补充。';
    expect(await acted(officer, { act: 'return', reason, on: { keys: [key] } })).toEqual({
      [key]: 'applied',
    });
    // Friday, Sunday (it makes up for a holiday in 2024: 04-07 was one, 04-14 was none), Monday.
    const review = { state: 'returned', resubmitted: false, reason, returnedOn: '2024-04-10' };
    const cursor = (await pull(clerk)).cursor;
    const shown = rowOf(await pull(clerk), '2-6-1');
    expect(shown).toMatchObject({ review: { ...review, answerBy: '2024-04-15', returnedBy: 'test' } });
    expect(shown).toMatchObject({ state: 'fulfilled', punctuality: 'completedLate' });
    expect(await total()).toMatchObject({ returned: 1, accepted: 1 });
    expect(await acted(officer, { act: 'return', reason, on: { keys: [key] } })).toEqual({
      [key]: 'unchanged',
    });

    const values = { ...done('2024-03-29'), note: '已补充核查记录并复核' };
    const answer = await push(clerk, [{ key: row.key, base: row.version, values }], { cursor });
    // That it is to be accepted follows from its state: the answer does not tell it.
    expect(answer.body.outcomes[0]).toMatchObject({ outcome: 'applied', row: { state: 'fulfilled' } });
    expect(answer.body.outcomes[0]?.row?.review).toBeUndefined();
    expect(await find(key)).toMatchObject({
      review: { ...review, state: 'toAccept', resubmitted: true },
      // Decided once, whatever date is written later.
      punctuality: 'completedLate',
    });
    expect(await total()).toMatchObject({ returned: 0, toAccept: 1 });
  });

  test('a reason of which nothing can be read is none', async () => {
    for (const reason of ['\u200b\u200b', '。。。', '\u2060 —'])
      expect((await act(officer, { act: 'return', on: { keys: [of('2-6-1')] }, reason })).body).toMatchObject(
        {
          code: 'invalid-request',
          where: [{ pointer: '#/reason', zh: expect.stringContaining('请写明') }],
        },
      );
  });

  test('an accepted row that is pushed again is to be accepted again; a draft changes nothing', async () => {
    const key = await report('2-8-1', { ...underWay(4), status: '不知道' });
    expect(await find(of('2-8-1'))).toMatchObject({ review: { state: 'accepted' }, drafts: 1 });
    const row = rowOf(await pull(clerk), '2-8-1');
    await pushRow(clerk, key, row.draft!.version, underWay(5));
    expect(await find(of('2-8-1'))).toMatchObject({ review: { state: 'toAccept', resubmitted: false } });
  });

  test('reopened: an acceptance, and a return, which then was none', async () => {
    const keys = [of('2-6-1'), of('2-8-1')];
    await acted(officer, { act: 'accept', on: { keys: [of('2-6-1')] } });
    await acted(officer, { act: 'return', reason: '数字不符', on: { keys: [of('2-8-1')] } });
    expect(Object.values(await acted(officer, { act: 'reopen', on: { keys } }))).toEqual([
      'applied',
      'applied',
    ]);
    expect((await find(of('2-6-1'))).review).toMatchObject({ state: 'toAccept', resubmitted: true });
    expect((await find(of('2-8-1'))).review).toMatchObject({
      state: 'toAccept',
      resubmitted: false,
      reason: null,
    });
    expect(Object.values(await acted(officer, { act: 'reopen', on: { keys } }))).toEqual([
      'unchanged',
      'unchanged',
    ]);
  });

  test('B4.6: an obligation tells its acts: when, by whom, why, and what has changed', async () => {
    const { acts } = (await officer.get(`/v1/obligations/${of('2-8-1')}`)).body;
    expect(acts.map((each: { act: string }) => each.act)).toEqual([
      ...['accept', 'return', 'reopen', 'reopen'],
    ]);
    expect(acts.at(-1)).toMatchObject({ outcome: 'unchanged', before: null });
    expect(acts[1]).toMatchObject({
      ...{ at: '2024-04-10T09:00:00+08:00', by: 'test', reason: '数字不符', outcome: 'applied' },
      before: { review: 'toAccept', returnReason: null },
      after: { review: 'returned', returnReason: '数字不符' },
    });
  });
});

describe('P4.2: extensions', () => {
  const extend = (key: string, due: string) =>
    acted(officer, {
      act: 'extend',
      on: { keys: [key] },
      due,
      reason: '企业停产',
      document: '常新应急〔2024〕8号',
    });

  test('after, at and before its due date: both dates stand, the bucket moves, and it is overdue no more', async () => {
    const [over, soon] = [of('2-4-1'), of('1-3-1')];
    const before = await total();
    expect(await find(over)).toMatchObject({ due: '2024-03-31', state: 'overdue' });
    expect(await extend(over, '2024-05-10')).toEqual({ [over]: 'applied' });
    expect(await find(over)).toMatchObject({
      ...{ due: '2024-05-10', dueOriginal: '2024-03-31', state: 'open' },
      extension: { reason: '企业停产', document: '常新应急〔2024〕8号' },
    });
    expect(await total()).toMatchObject({
      expected: before.expected,
      due: before.due - 1,
      overdue: before.overdue - 1,
      missing: before.missing - 1,
    });
    api.clock.set('2024-04-30T23:59:00+08:00');
    expect(await extend(soon, '2024-05-20')).toEqual({ [soon]: 'applied' });
    expect(await extend(soon, '2024-05-20')).toEqual({ [soon]: 'not-later' });
    expect(await extend(soon, '2024-05-31')).toEqual({ [soon]: 'applied' });
    expect(await find(soon)).toMatchObject({ due: '2024-05-31', dueOriginal: '2024-04-30' });
    // Not decided yet: it goes by the new date.
    api.clock.set('2024-05-06T09:00:00+08:00');
    await report('1-3-1', done('2024-05-04', 88));
    await report('2-4-1');
    expect(await find(soon)).toMatchObject({ state: 'fulfilled', punctuality: 'onTime' });
    expect(await find(over)).toMatchObject({ punctuality: 'onTime' });
  });

  test('granted after fulfilment it changes nothing; withdrawn, decided punctuality stays', async () => {
    const key = of('1-3-1');
    expect(await extend(key, '2024-06-30')).toEqual({ [key]: 'unchanged' });
    expect(await acted(officer, { act: 'withdrawExtension', on: { keys: [key, of('2-6-1')] } })).toEqual({
      [key]: 'applied',
      [of('2-6-1')]: 'unchanged',
    });
    expect(await find(key)).toMatchObject({
      ...{ due: '2024-04-30', dueOriginal: null, extension: null, punctuality: 'onTime' },
    });
  });

  test('what is undated cannot be extended; without reason and document nothing is', async () => {
    const undated = (await listed(officer, 'unit=xuejia&state=undated'))[0]!.key;
    expect(await extend(undated, '2024-06-30')).toEqual({ [undated]: 'undated' });
    const asked = { act: 'extend' as const, on: { keys: [undated] }, due: '2024-06-30' };
    const { body } = await act(officer, asked as never);
    expect(body).toMatchObject({
      code: 'invalid-request',
      where: [{ pointer: '#/reason' }, { pointer: '#/document' }],
    });
  });

  test('beyond the year after the list’s none is granted: a slip of the hand, or a lock date that could not be told', async () => {
    const key = of('2-1-4', week(16));
    const { due } = await find(key);
    for (const late of ['2026-01-01', '2042-05-31', '9999-12-31'])
      expect(await extend(key, late)).toEqual({ [key]: 'too-late' });
    expect(await find(key)).toMatchObject({ due, dueOriginal: null });
  });

  test('an extended week stays where it was among the others: waivers and neighbours are as before', async () => {
    const key = of('2-1-4', week(15));
    await extend(key, '2024-05-31');
    const row = rowOf(await pull(clerk), '2-1-4', { period: week(16), indicator: 'i1' });
    const own = rowOf(await pull(clerk), '2-1-4', { period: week(15), indicator: 'i1' });
    await pushRow(clerk, own.key, null, { status: '已开展', count: 2, note: '已调度两家企业' });
    expect(
      rowOf(await pull(clerk), '2-1-4', { period: week(16), indicator: 'i1' }).context.previousCount,
    ).toBe(2);
    expect(row.context.previousCount).toBe(null);
  });
});

describe('P4.3: locks', () => {
  test('P3, P4.1: unlocked up to a day, the day itself included, and locked again', async () => {
    const { settings } = (await officer.get('/v1/task-lists/2024/settings')).body;
    await officer.replace('/v1/task-lists/2024/settings', { ...settings, lockDaysAfterDue: 5 });
    const [key, row] = [of('2-9-1'), rowOf(await pull(clerk), '2-9-1')];
    const outcome = async () => (await pushRow(clerk, row.key, null, done('2024-03-20'))).outcome;
    expect(await outcome()).toBe('locked');
    const unlock = (until: string) => acted(officer, { act: 'unlock', until, on: { keys: [key] } });
    expect(await unlock('2024-05-05')).toEqual({ [key]: 'until-past' });
    expect(await unlock('2024-05-07')).toEqual({ [key]: 'applied' });
    expect(await unlock('2024-05-07')).toEqual({ [key]: 'unchanged' });
    expect((await find(key)).unlockedUntil).toBe('2024-05-07');
    await acted(officer, { act: 'lock', on: { keys: [key] } });
    expect(await outcome()).toBe('locked');
    // P4.1: what is returned can be answered, up to the day that the return names.
    const [late] = await listed(officer, 'unit=xuejia&counted=toAccept&dueBefore=2024-05-01');
    const again = rowOf(await pull(clerk), late!.arrangement, { period: late!.period });
    const mended = async () => {
      const row = rowOf(await pull(clerk), late!.arrangement, { period: late!.period });
      return (await pushRow(clerk, row.key, row.version, { ...row.values!, note: '已按要求补充佐证材料' }))
        .outcome;
    };
    expect(again.lock! < '2024-05-06').toBe(true);
    expect(await mended()).toBe('locked');
    const on = { keys: [late!.key] };
    await acted(officer, { act: 'return', reason: '请补材料', on });
    const { review } = await find(late!.key);
    expect(await find(late!.key)).toMatchObject({ unlockedUntil: review.answerBy });
    await acted(officer, { act: 'reopen', on });
    expect(await mended()).toBe('locked');
    await acted(officer, { act: 'return', reason: '请补材料', on });
    expect(await mended()).toBe('applied');
    await unlock('2024-05-07');
    api.clock.set('2024-05-08T00:00:00+08:00');
    expect(await outcome()).toBe('locked');
    await unlock('2024-05-08');
    expect(await outcome()).toBe('applied');
    // An extended one is locked by the date in force.
    expect((await find(of('2-1-4', week(15)))).lock).toBe('2024-06-05');
    const undated = (await listed(officer, 'unit=xuejia&state=undated'))[0]!.key;
    expect(await acted(officer, { act: 'unlock', until: '2024-06-01', on: { keys: [undated] } })).toEqual({
      [undated]: 'not-locked',
    });
    await officer.replace('/v1/task-lists/2024/settings', settings);
    expect(await find(of('2-1-4', week(15)))).toMatchObject({ lock: null, due: '2024-05-31' });
  });
});

describe('P4.4: 本地无此类 by the bureau', () => {
  const weeks = async () =>
    Object.fromEntries(
      (await listed(officer, 'unit=xuejia&arrangement=1-7-1&state=waived')).map(({ period, declared }) => [
        period,
        declared,
      ]),
    );

  test('waives from the period named on, makes nothing late, and leaves earlier periods what they were', async () => {
    const before = await total();
    const key = of('1-7-1', week(12));
    const reported = rowOf(await pull(clerk), '1-7-1', { period: week(14) });
    await pushRow(clerk, reported.key, null, { status: '已开展', note: '已调度五家装货企业' });
    expect(
      await acted(officer, { act: 'declareNotApplicable', reason: '无装货企业', on: { keys: [key] } }),
    ).toEqual({
      [key]: 'applied',
    });
    const waived = await weeks();
    expect(Object.keys(waived)).toHaveLength(52 - 11 - 1);
    expect(waived[week(12)]).toBe('无装货企业');
    expect(await find(of('1-7-1', week(11)))).toMatchObject({ state: 'overdue', declared: null });
    // What has received something is expected all the same.
    expect(await find(of('1-7-1', week(14)))).toMatchObject({
      state: 'fulfilled',
      punctuality: 'completedLate',
    });
    const after = await total();
    expect(after).toMatchObject({ reportedLate: before.reportedLate, expected: before.expected - 40 });
    expect(rowOf(await pull(clerk), '1-7-1', { period: week(14) }).declared).toBe('无装货企业');
  });

  test('holds through a wide change, and for a dated report too', async () => {
    const dated = of('2-9-2');
    const keys = [of('2-6-2'), of('1-7-1', week(20))];
    expect(await acted(officer, { act: 'declareNotApplicable', reason: '无此类', on: { keys } })).toEqual({
      [keys[0]!]: 'applied',
      [keys[1]!]: 'unchanged',
    });
    expect(await find(of('2-6-2'))).toMatchObject({ state: 'waived', declared: '无此类' });
    expect((await find(dated)).declared).toBe(null);
    const units = (await listed(officer, `arrangement=1-7-1&period=${week(40)}`)).map(({ unit }) => unit.id);
    const narrow = (to: string[]) =>
      officer.put('/v1/task-lists/2024/assignments', { arrangement: '1-7-1', from: '2024-09-01', units: to });
    expect((await narrow(units.filter((id) => id !== 'xuejia'))).status).toBe(200);
    expect(Object.keys(await weeks())).toHaveLength(22);
    expect((await narrow(units)).status).toBe(200);
    expect(await find(of('2-6-2'))).toMatchObject({ state: 'waived', declared: '无此类' });
    expect(Object.keys(await weeks())).toHaveLength(40);
  });

  test('withdrawn, all is as it was before', async () => {
    const keys = [of('1-7-1', week(30)), of('2-6-2'), of('1-7-1', week(11))];
    expect(Object.values(await acted(officer, { act: 'withdrawDeclaration', on: { keys } }))).toEqual([
      ...['applied', 'applied', 'unchanged'],
    ]);
    expect(await weeks()).toEqual({});
    expect(await find(of('1-7-1', week(12)))).toMatchObject({ state: 'overdue', declared: null });
    expect(await find(of('2-6-2'))).toMatchObject({ state: 'open', declared: null });
  });
});
