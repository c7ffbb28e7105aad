import { beforeAll, describe, expect, test } from 'vitest';
import { cellWords } from '../../shared/progress/dueCell.ts';
import type { DueReports } from '../../shared/wire/dueReports.ts';
import type { ObligationsAnswer } from '../../shared/wire/obligations.ts';
import { mark } from '../../shared/wire/parts/mark.ts';
import { type ProgressAnswer, progressCounts } from '../../shared/wire/progress.ts';
import { done, pull, pushRow, rowOf, underWay } from '../support/api/clerk.ts';
import type { Api, Client } from '../support/api/client.ts';
import { startPublished } from '../support/api/published.ts';

let api: Api;
let officer: Client;
beforeAll(async () => {
  api = await startPublished();
  officer = await api.officer();
});

const march = 'dueFrom=2024-03-01&dueBefore=2024-04-01';
const due = async (query: string, client = officer): Promise<DueReports> =>
  (await client.get<DueReports>(`/v1/progress/due?${query}`)).body;
const obligations = async (query: string): Promise<ObligationsAnswer['obligations']> =>
  (await officer.get<ObligationsAnswer>(`/v1/obligations?limit=1000&${query}`)).body.obligations;

describe('B10: who has reported what falls due in some days', () => {
  test('✓, 迟, 未完 and 空: each as many as there are, and the obligations one call away', async () => {
    const client = await api.reporter('luoxi');
    const sheet = await pull(client);
    await pushRow(client, rowOf(sheet, '1-7-1', { period: '2024-W12' }).key, null, { status: '已开展' });
    await pushRow(client, rowOf(sheet, '1-2-1').key, null, underWay(3));
    const body = await due(march);
    const unit = body.units.find(({ id }) => id === 'luoxi')!;
    expect(unit).toMatchObject({ late: 1, unfinished: 1, reported: 0 });
    expect(unit.expected).toBe(unit.reported + unit.late + unit.unfinished + unit.empty);
    for (const name of mark.options) {
      const found = await obligations(`unit=luoxi&${march}&mark=${name}`);
      expect([name, found.length]).toEqual([name, unit[name]]);
    }
    expect(body.cells.find((cell) => cell.unit === 'luoxi' && cell.period === '2024-W12')).toMatchObject({
      late: 1,
    });
    for (const name of ['expected', ...mark.options] as const) {
      expect(body.cells.reduce((sum, cell) => sum + cell[name], 0)).toBe(body.total[name]);
      expect(body.units.reduce((sum, each) => sum + each[name], 0)).toBe(body.total[name]);
    }
    expect(body.periods).toContain('2024-03');
    expect(body.periods.indexOf('2024-W10')).toBeLessThan(body.periods.indexOf('2024-W11'));
  });

  test('本周 says 迟 of what was reported late, and ✓ of what was not', async () => {
    const client = await api.reporter('chunjiang');
    const sheet = await pull(client);
    const weekly = sheet.rows.filter(({ period }) => period === '2024-W13' || period === '2024-W15');
    expect(weekly.length).toBeGreaterThan(2);
    for (const { key, context } of weekly) {
      const count = context.indicator.id === 'done' ? null : 1;
      const values = { status: '已开展', count, note: '已逐家调度到位。' };
      expect((await pushRow(client, key, null, values)).outcome).toBe('applied');
    }
    const cell = async (query: string): Promise<string[]> => {
      const { cells } = await due(`${query}&unit=chunjiang`);
      return cells.filter(({ period }) => period.includes('-W')).map((each) => cellWords(each, 'zh'));
    };
    expect(await cell('dueFrom=2024-03-25&dueBefore=2024-04-01')).toEqual(['迟']);
    expect(await cell('dueFrom=2024-04-01&dueBefore=2024-04-08')).toEqual(['空']);
    expect(await cell('dueFrom=2024-04-08&dueBefore=2024-04-15')).toEqual(['✓']);
  });

  test('on time is ✓, and so is what is reported before it is due; today is not late yet', async () => {
    const client = await api.reporter('weicun');
    const sheet = await pull(client);
    await pushRow(client, rowOf(sheet, '1-7-1', { period: '2024-W15' }).key, null, { status: '已开展' });
    await pushRow(client, rowOf(sheet, '1-3-1').key, null, { ...underWay(3), completedOn: null });
    const week = await due('dueFrom=2024-04-08&dueBefore=2024-04-15&unit=weicun');
    expect(week.units.map(({ id }) => id)).toEqual(['weicun']);
    expect(week.total).toMatchObject({ reported: 1, late: 0, unfinished: 0 });
    expect(week.units[0]?.daysLate).toBe(0);
    expect(week.empty.every(({ daysLate }) => daysLate === 0)).toBe(true);
    const april = await due('dueFrom=2024-04-30&dueBefore=2024-05-01&unit=weicun');
    expect(april.total).toMatchObject({ reported: 1 });
  });

  test('those who have not reported by name, with periods and days late', async () => {
    const body = await due('dueFrom=2024-03-25&dueBefore=2024-04-08&unit=sanjing');
    const weekly = body.empty.find(({ arrangement }) => arrangement === '1-7-1');
    // Due on Sunday, 31 March: ten days before the 10th of April.
    expect(weekly).toMatchObject({
      unit: 'sanjing',
      periods: ['2024-W13', '2024-W14'],
      due: '2024-03-31',
      daysLate: 10,
    });
    expect(body.units[0]?.daysLate).toBe(10);
    expect(body.texts['1-7-1']).toMatch(/每周/u);
    expect(body.empty.reduce((sum, { periods }) => sum + periods.length, 0)).toBe(body.total.empty);
  });

  test('what falls due next, by date, whatever days are asked for', async () => {
    const body = await due(march);
    expect(body.next[0]?.due).toBe('2024-04-14');
    expect(body.next.map((each) => each.due)).toEqual(body.next.map((each) => each.due).toSorted());
    const [first] = body.next;
    const found = await obligations(
      `arrangement=${first!.arrangement}&dueFrom=${first!.due}&dueBefore=2024-04-15&counted=expected`,
    );
    expect(found).toHaveLength(first!.expected);
    const last = body.next.at(-1)!;
    expect(body.next.length).toBeGreaterThan(30);
    expect(body.texts[last.arrangement]).toBeDefined();
    const whole = (await officer.get<ProgressAnswer>('/v1/progress?groupBy=unit')).body.total;
    expect(body.next.reduce((sum, { expected }) => sum + expected, 0)).toBe(whole.expected - whole.due);
  });

  test('A4: a reporter sees its own unit’s; dates are dates', async () => {
    const own = await api.reporter('sanjing');
    expect((await due(march, own)).units.map(({ id }) => id)).toEqual(['sanjing']);
    expect((await own.get(`/v1/progress/due?${march}&unit=luoxi`)).body.code).toBe('unit-not-found');
    expect((await officer.get('/v1/progress/due?dueFrom=soon&dueBefore=2024-04-01')).status).toBe(400);
  });
});

describe('B1.5: progress of a category, of a period, of a unit', () => {
  test('counts those obligations and no others; the parts add up to the whole', async () => {
    const client = await api.reporter('sanjing');
    await pushRow(client, rowOf(await pull(client), '1-2-1').key, null, done('2024-03-30', 86));
    const get = async (query: string) =>
      (await officer.get<ProgressAnswer>(`/v1/progress?groupBy=unit${query}`)).body;
    const whole = await get('');
    const parts = await Promise.all([1, 2, 3].map((category) => get(`&category=${category}`)));
    for (const name of progressCounts.keyof().options)
      expect(
        parts.reduce((sum, { total }) => sum + total[name], 0),
        name,
      ).toBe(whole.total[name]);
    const week = await get('&period=2024-W12&unit=sanjing&category=1');
    expect(week.groups.map(({ id }) => id)).toEqual(['sanjing']);
    const behind = await obligations('period=2024-W12&unit=sanjing&category=1&counted=expected');
    expect(week.total.expected).toBe(behind.length);
    expect(behind.length).toBeGreaterThan(0);
  });
});
