import { parseCsv } from 'hucre/csv';
import { readXlsx } from 'hucre/xlsx';
import { env } from 'cloudflare:workers';
import { beforeAll, describe, expect, test } from 'vitest';
import { addDays } from '../../shared/calendar/days.ts';
import { daysOfSpan, spanOn } from '../../shared/calendar/spans.ts';
import { figureNames } from '../../shared/progress/names.ts';
import { behindPart, partOf, trendMeasures, trendParts, trendRate } from '../../shared/progress/trend.ts';
import type { ObligationsAnswer } from '../../shared/wire/obligations.ts';
import type { ProgressAnswer } from '../../shared/wire/progress.ts';
import { type ProgressTrend, trendBy, type TrendCounts } from '../../shared/wire/progressTrend.ts';
import { pull, pushRow } from '../support/api/clerk.ts';
import type { Api, Client } from '../support/api/client.ts';
import { counted } from '../support/api/limits.ts';
import { startPublished } from '../support/api/published.ts';
import { seeded } from '../support/seeded.ts';

let api: Api;
let officer: Client;

/** Units report much of what they are asked, rightly or not, in time or late. */
beforeAll(async () => {
  api = await startPublished();
  officer = await api.officer();
  const random = seeded(20241130);
  const pick = <T>(...from: readonly T[]): T => from[Math.floor(random() * from.length)]!;
  for (const unit of ['xuejia', 'luoxi', 'menghe']) {
    const client = await api.reporter(unit);
    const { rows } = await pull(client);
    for (const { key, period, context } of rows.filter(() => random() < 0.2).slice(0, 40)) {
      const isCadence = /[WQBH]|-\d\d$/u.test(period);
      const status = isCadence ? pick('已开展', '未开展') : pick('进行中', '本地无此类');
      const count = context.indicator.id === 'done' || status === '本地无此类' ? null : 1;
      await pushRow(client, key, null, { status, count, note: '已逐家检查到位，整改闭环。' });
    }
  }
  api.clock.set('2024-05-22T09:00:00+08:00');
});

const trend = async (query = '', client = officer): Promise<ProgressTrend> =>
  (await client.get<ProgressTrend>(`/v1/progress/trend?${query}`)).body;
const total = async (query = ''): Promise<ProgressAnswer['total']> =>
  (await officer.get<ProgressAnswer>(`/v1/progress?groupBy=category${query}`)).body.total;
const countOf = async (query: Record<string, string>): Promise<number> => {
  const { body } = await officer.get<ObligationsAnswer>(
    `/v1/obligations?${new URLSearchParams({ ...query, total: 'true', limit: '1' })}`,
  );
  return body.total!;
};
const asProgress = (told: ProgressAnswer['total']): TrendCounts => ({
  expected: told.expected,
  due: told.due,
  dueOnTime: told.dueOnTime,
  late: told.dueFulfilled - told.dueOnTime,
  unfinished: told.dueReceived - told.dueFulfilled,
  missing: told.missing,
});
const names = ['expected', 'due', 'dueOnTime', 'late', 'unfinished', 'missing'] as const;
const sum = (all: readonly TrendCounts[]): TrendCounts =>
  Object.fromEntries(
    names.map((name) => [name, all.reduce((so, each) => so + each[name], 0)]),
  ) as TrendCounts;

describe('B21: what has become of what fell due, span by span and unit by unit', () => {
  test.each(['', 'unit=xuejia', 'category=2', 'unit=luoxi&category=1'])(
    'sums over spans, units and cells are those of progress: %s',
    async (filter) => {
      const asked = asProgress(await total(filter && `&${filter}`));
      expect(asked.late + asked.unfinished + asked.missing).toBeGreaterThan(0);
      for (const by of trendBy.options) {
        const answer = await trend(`${filter}&by=${by}`);
        expect(answer.total).toEqual(asked);
        for (const part of [answer.spans, answer.units, answer.cells]) expect(sum(part)).toEqual(asked);
        for (const each of [...answer.spans, ...answer.cells]) {
          expect(trendParts.reduce((so, part) => so + partOf(each, part), 0)).toBe(each.expected);
          expect(Math.min(...trendParts.map((part) => partOf(each, part)))).toBeGreaterThanOrEqual(0);
        }
        expect(answer.spans.map(({ from }) => from)).toEqual(answer.spans.map(({ from }) => from).toSorted());
      }
    },
  );

  test('B1.3: a recount of the obligations gives each span and each cell; every part leads to exactly its own', async () => {
    const answer = await trend('by=month');
    const items: ObligationsAnswer['obligations'] = [];
    for (let cursor = ''; ;) {
      const { body } = await officer.get<ObligationsAnswer>(
        `/v1/obligations?counted=expected&limit=1000${cursor && `&cursor=${cursor}`}`,
      );
      items.push(...body.obligations);
      if (body.next === null) break;
      cursor = body.next;
    }
    const recounted = (of: typeof items): TrendCounts => {
      const due = of.filter((item) => item.due! < answer.today);
      const isDone = (item: (typeof items)[number]): boolean => item.state === 'fulfilled';
      const isReceived = (item: (typeof items)[number]): boolean => item.receivedRows === item.rows;
      return {
        expected: of.length,
        due: due.length,
        dueOnTime: due.filter((item) => isDone(item) && item.punctuality === 'onTime').length,
        late: due.filter((item) => isDone(item) && item.punctuality !== 'onTime').length,
        unfinished: due.filter((item) => !isDone(item) && isReceived(item)).length,
        missing: due.filter((item) => !isReceived(item)).length,
      };
    };
    for (const span of answer.spans)
      expect([span.id, recounted(items.filter(({ due }) => spanOn('month', due!) === span.id))]).toEqual([
        span.id,
        sum([span]),
      ]);
    for (const { unit, span, ...counts } of answer.cells)
      expect(
        recounted(items.filter((item) => item.unit.id === unit && spanOn('month', item.due!) === span)),
      ).toEqual(counts);
    for (const span of answer.spans.filter(({ expected }) => expected > 0)) {
      for (const part of trendParts)
        expect([span.id, part, await countOf(behindPart(part, span, answer.today))]).toEqual([
          span.id,
          part,
          partOf(span, part),
        ]);
    }
    const cell = answer.cells.find(({ span, unit }) => span === '2024-05' && unit === 'xuejia')!;
    for (const part of trendParts) {
      const query = { unit: 'xuejia', ...behindPart(part, daysOfSpan('2024-05')!, answer.today) };
      expect(await countOf(query)).toBe(partOf(cell, part));
    }
  });

  test('B1, B21: rates are those of progress; today is not due yet', async () => {
    const answer = await trend();
    const told = await total();
    for (const measure of trendMeasures) expect(trendRate(answer.total, measure)).toBe(told[measure]);
    const week = answer.spans.find(({ id }) => id === spanOn('week', answer.today))!;
    expect(week.due).toBe(
      await countOf({ dueFrom: week.from, dueBefore: answer.today, counted: 'expected' }),
    );
    expect(answer.spans.filter(({ from }) => from > answer.today).every(({ due }) => due === 0)).toBe(true);
    expect(answer.spans.length).toBeGreaterThanOrEqual(52);
    for (const { from, before } of answer.spans) expect(before).toBe(addDays(from, 7));
  });

  test('A4: a reporter sees its own unit’s, and no other', async () => {
    const client = await api.reporter('menghe');
    const own = await trend('', client);
    expect(own.units.map(({ id }) => id)).toEqual(['menghe']);
    expect(own).toEqual(await trend('unit=menghe'));
    expect((await client.get('/v1/progress/trend?unit=luoxi')).body.code).toBe('unit-not-found');
    expect((await officer.get('/v1/progress/trend?by=day')).status).toBe(400);
  });

  test('what is read is a row for each unit and due date, whatever stands behind them', async () => {
    const read = async (query: string): Promise<number> => {
      const { db, usage } = counted(env.DB);
      await officer.over(db).get(`/v1/progress/trend?${query}`);
      return usage.rowsRead;
    };
    const base = await read('unit=xuejia');
    const { rows } = (await env.DB.prepare(
      `SELECT count(*) AS rows FROM progress_rollups WHERE list_id = '2024' AND dimension = 'unit'`,
    ).first<{ rows: number }>())!;
    const obligations = (await env.DB.prepare(`SELECT count(*) AS n FROM obligations`).first<{
      n: number;
    }>())!;
    const whole = await read('');
    expect(whole).toBeLessThan(rows + 60);
    expect(whole * 2).toBeLessThan(obligations.n);
    expect(base * 3).toBeLessThan(whole);
  });

  test('B5: as CSV and .xlsx, a row for each span, or for each unit', async () => {
    const answer = await trend('by=quarter');
    const { body, headers } = await officer.file('/v1/progress/trend?by=quarter&format=csv');
    expect(decodeURIComponent(headers.get('content-disposition')!)).toContain('填报走势 2024-05-22.csv');
    const [head, ...lines] = parseCsv(new TextDecoder().decode(body)) as string[][];
    expect(head).toEqual([
      ...['季度', '起', '应报', '按时', '迟报、逾期完成', '已收，逾期未完成', '未报', '未到期'],
      figureNames.timeliness.zh,
    ]);
    expect(lines.map((line) => Number(line[2]))).toEqual(answer.spans.map(({ expected }) => expected));
    const byUnit = await officer.file(
      '/v1/progress/trend?by=quarter&rows=unit&measure=completeness&format=xlsx&language=en',
    );
    const sheet = (await readXlsx(byUnit.body)).sheets[0]!;
    expect(sheet.rows[0]).toEqual(['Unit', 'Together', 'Q1', 'Q2', 'Q3', 'Q4']);
    expect(sheet.rows.slice(1).map((row) => [row[0], row[1]])).toEqual(
      answer.units.map((unit) => [unit.name, trendRate(unit, 'completeness')]),
    );
  });
});
