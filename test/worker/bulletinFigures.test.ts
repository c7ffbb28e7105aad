import { beforeAll, describe, expect, test } from 'vitest';
import type { BulletinContent } from '../../shared/bulletin/content.ts';
import type { NewBulletin } from '../../shared/wire/newBulletin.ts';
import type { ObligationsAnswer } from '../../shared/wire/obligations.ts';
import { draft, figureOf } from '../support/api/bulletins.ts';
import { pull, push } from '../support/api/clerk.ts';
import type { Api, Client } from '../support/api/client.ts';
import { startPublished } from '../support/api/published.ts';
import { seeded } from '../support/seeded.ts';

let api: Api;
let officer: Client;
const today = '2024-04-10';

/** Some of what fell due is reported: in time, late, done late, not done; some of it is returned. */
beforeAll(async () => {
  api = await startPublished({}, '2024-01-02T09:00:00+08:00');
  officer = await api.officer();
  const random = seeded(22);
  const units = ['xuejia', 'luoxi', 'menghe', 'xinqiao'];
  const clients = await Promise.all(units.map((unit) => api.reporter(unit)));
  for (const day of ['2024-03-31', '2024-04-07', today]) {
    api.clock.set(`${day}T09:00:00+08:00`);
    for (const client of clients) {
      const { rows } = await pull(client);
      const some = rows.filter((row) => row.version === null && random() < 0.3);
      const values = some.map(({ key, period, context }) => ({
        key,
        base: null,
        values:
          period.length > 4
            ? {
                status: '已开展',
                count: context.indicator.id === 'done' ? null : 1,
                note: '已逐家检查到位。',
              }
            : { status: '进行中', note: '正在逐家推进检查工作。' },
      }));
      if (values.length > 0) await push(client, values);
    }
  }
  api.clock.set(`${today}T09:00:00+08:00`);
  const received = (await officer.get<ObligationsAnswer>('/v1/obligations?review=toAccept&limit=1000')).body
    .obligations;
  const keys = received.filter((_, at) => at % 7 === 0).map(({ key }) => key);
  expect(keys.length).toBeGreaterThan(3);
  const act = { actId: 'figures-return', act: 'return', on: { keys }, reason: '缺少检查记录，请补充。' };
  expect((await officer.post('/v1/acts', act)).status).toBe(200);
});

/** Keys of all obligations that a filter leaves, page by page. */
async function recount(filter: string): Promise<string[]> {
  const keys: string[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const at: string = cursor === '' ? '' : `&cursor=${cursor}`;
    const { body } = await officer.get<ObligationsAnswer>(
      `/v1/obligations?year=2024&limit=1000&${filter}${at}`,
    );
    keys.push(...body.obligations.map(({ key }) => key));
    cursor = body.next;
  }
  return keys.toSorted();
}

const dayAfter = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);

const spans: NewBulletin[] = [
  { year: 2024, preset: 'weekly' },
  { year: 2024, preset: 'monthly' },
  { year: 2024, preset: 'quarterly' },
  { year: 2024, preset: 'span', from: '2024-03-20', to: '2024-04-30' },
];

describe.each(spans)('B6.2: figures of %o are a recount of the obligations', (asked) => {
  let content: BulletinContent;
  let days: string;
  beforeAll(async () => {
    ({ content } = await draft(officer, asked));
    days = `dueFrom=${content.from}&dueBefore=${dayAfter(content.to)}`;
  });
  const keysOf = (sentence: string, name: string): string[] =>
    (figureOf(content, sentence, name)?.keys ?? []).toSorted();

  test.each([
    'due',
    'dueReceived',
    'dueFulfilled',
    'dueOnTime',
    'reportedLate',
    'completedLate',
    'missing',
    'overdue',
  ])('%s', async (name) => {
    const counted = await recount(`counted=${name}&${days}`);
    expect(keysOf('overall.due', name)).toEqual(counted);
    const units = await Promise.all(
      content.units.map(async ({ id, figures }) => [
        id,
        figures.find((each) => each.name === name)?.keys.toSorted(),
        await recount(`counted=${name}&${days}&unit=${id}`),
      ]),
    );
    for (const [id, told, recounted] of units)
      if (told !== undefined) expect([id, told]).toEqual([id, recounted]);
  });

  test('of the year, what is not due yet, what was left from before, what is returned', async () => {
    for (const name of ['expected', 'fulfilled'])
      expect(keysOf('overall.year', name)).toEqual(await recount(`counted=${name}`));
    const later = await recount(`counted=expected&dueFrom=${today}&dueBefore=${dayAfter(content.to)}`);
    expect(keysOf('overall.due', 'notDue')).toEqual(content.to < today ? [] : later);
    expect(keysOf('overdue.earlier', 'earlier')).toEqual(
      await recount(`counted=overdue&dueBefore=${content.from}`),
    );
    expect(keysOf('returned.units', 'returned')).toEqual(await recount('counted=returned'));
    expect(keysOf('overdue.units', 'overdue')).toEqual(await recount(`counted=overdue&${days}`));
  });

  test('those who reported nothing, and those who left something out, are all who miss something', async () => {
    const missing = await recount(`counted=missing&${days}`);
    const silent = keysOf('missing.silent', 'silent');
    expect([...silent, ...keysOf('missing.partly', 'partly')].toSorted()).toEqual(missing);
    expect(silent.length).toBeGreaterThan(0);
    const received = new Set((await recount(`counted=dueReceived&${days}`)).map((key) => key.split('.')[3]));
    for (const key of silent) expect(received.has(key.split('.')[3])).toBe(false);
  });
});

test('B6.2: there is something to be counted: in time, late, not at all, returned', async () => {
  const { content } = await draft(officer, { year: 2024, preset: 'quarterly' });
  for (const name of ['due', 'dueReceived', 'dueFulfilled', 'dueOnTime', 'missing', 'overdue'])
    expect([name, figureOf(content, 'overall.due', name)!.value > 0]).toEqual([name, true]);
  const late = ['reportedLate', 'completedLate'].map((name) => figureOf(content, 'overall.due', name)!.value);
  expect(late[0]! + late[1]!).toBeGreaterThan(0);
  expect(figureOf(content, 'returned.units', 'returned')!.value).toBeGreaterThan(3);
});
