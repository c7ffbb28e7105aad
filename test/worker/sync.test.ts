import { env } from 'cloudflare:workers';
import { beforeAll, describe, expect, test } from 'vitest';
import { formatRowKey, parseRowKey, type RowIdentity } from '../../shared/rowKey/rowKey.ts';
import {
  done,
  nextPushId,
  pull,
  push,
  pushRow,
  rowOf,
  toldRows,
  underWay,
  type Pushed,
} from '../support/api/clerk.ts';
import type { Api, Client } from '../support/api/client.ts';
import { startPublished } from '../support/api/published.ts';

let api: Api;
let officer: Client;
beforeAll(async () => {
  api = await startPublished();
  officer = await api.officer();
});

/** Every test takes a unit of its own, so that none sees another's rows. */
const units = [
  'sanjing',
  'longhutang',
  'chunjiang',
  'weicun',
  'xinqiao',
  'menghe',
  'luoxi',
  'xixiashu',
  'benniu',
];
async function clerk(): Promise<Client> {
  const unit = units.shift();
  if (unit === undefined) throw new Error('no unit left');
  return api.reporter(unit);
}

describe('outcomes, row by row', () => {
  test('S3, S3.5: a bad row never blocks a good one; S10: it is kept as a draft and goes when mended', async () => {
    const client = await clerk();
    const sheet = await pull(client);
    const [good, bad] = [rowOf(sheet, '1-2-1'), rowOf(sheet, '1-2-2')];
    const answer = await push(client, [
      { key: bad.key, base: null, values: { status: '已完成', count: '约80', note: '已完成评议' } },
      { key: good.key, base: null, values: underWay(12) },
    ]);
    expect(answer.body.outcomes.map(({ outcome }) => outcome)).toEqual(['invalid', 'applied']);
    const fields = answer.body.outcomes[0]?.findings?.map(({ field }) => field);
    expect(fields).toEqual(expect.arrayContaining(['count', 'completedOn']));

    const after = await pull(client);
    const draft = rowOf(after, '1-2-2');
    expect(draft).toMatchObject({
      version: null,
      values: null,
      draft: { version: 1, values: { count: '约80', status: '已完成' } },
    });
    const mended = await pushRow(client, bad.key, 1, done('2024-04-09', 80));
    expect(mended).toMatchObject({ outcome: 'applied', version: 2 });
    expect(rowOf(await pull(client), '1-2-2')).toMatchObject({ version: 2, draft: null });
  });

  test('S6: the answer to a push is the pull of the same moment, field by field', async () => {
    const client = await clerk();
    const sheet = await pull(client);
    const row = (code: string) => rowOf(sheet, code);
    let { cursor } = sheet;
    const pushes: Pushed[][] = [
      [
        { key: row('1-2-1').key, base: null, values: underWay(12) },
        { key: row('1-2-2').key, base: null, values: { status: '已完成', count: '约80' } },
        { key: row('1-7-1').key, base: null, values: { status: '本地无此类' } },
      ],
      [
        { key: row('1-2-1').key, base: 1, values: done('2024-04-09', 80) },
        { key: row('1-2-2').key, base: 1, values: {} },
      ],
      [{ key: row('1-7-1').key, base: 1, values: { status: '未开展', note: '本周未安排，下周补。' } }],
      [{ key: row('1-7-1').key, base: 1, values: { status: '未开展', note: '本周未安排，下周补。' } }],
    ];
    const known = new Map(sheet.rows.map((each) => [each.key, each]));
    for (const rows of pushes) {
      const answer = await push(client, rows, { cursor });
      const changes = await pull(client, `?cursor=${cursor}`);
      const told = toldRows([...known.values()], rows, answer.body);
      expect(told).toEqual(new Map(changes.rows.map((each) => [each.key, each])));
      expect(answer.body.cursor).toBe(changes.cursor);
      for (const each of changes.rows) known.set(each.key, each);
      cursor = answer.body.cursor;
    }
  });

  test('S10, C11: a draft beside a valid submission: the submission goes on counting', async () => {
    const client = await clerk();
    const row = rowOf(await pull(client), '1-2-1');
    await pushRow(client, row.key, null, underWay(30));
    const broken = await pushRow(client, row.key, 1, { ...underWay(30), count: -5 });
    expect(broken).toMatchObject({ outcome: 'invalid', version: 2 });
    const after = rowOf(await pull(client), '1-2-1');
    expect(after).toMatchObject({
      version: 1,
      values: { count: 30 },
      draft: { version: 2, values: { count: -5 } },
    });
    const total = await officer.get(`/v1/progress?groupBy=arrangement&quantities=true`);
    const group = total.body.groups.find(({ id }: { id: string }) => id === '1-2-1');
    expect(group.quantities[0].reported).toBeGreaterThanOrEqual(30);
    // Taking the mistake back makes the row the submission again.
    const back = await pushRow(client, row.key, 2, underWay(30));
    expect(back).toMatchObject({ outcome: 'applied', version: 3 });
    expect(rowOf(await pull(client), '1-2-1').draft).toBeNull();
  });

  test('S3.3: the same values again make no version and no revision; a row never filled in is not stored', async () => {
    const client = await clerk();
    const row = rowOf(await pull(client), '1-2-1');
    expect(await pushRow(client, row.key, null, {})).toEqual({ key: row.key, outcome: 'unchanged' });
    await pushRow(client, row.key, null, underWay(5));
    const again = await pushRow(client, row.key, 1, { ...underWay(5), count: '５ 家' });
    expect(again).toMatchObject({ outcome: 'unchanged', version: 1 });
    const count = await env.DB.prepare(`SELECT count(*) AS n FROM revisions WHERE row_key = ?1`)
      .bind(row.key)
      .first('n');
    expect(count).toBe(1);
  });

  test('S3.5: emptying a submitted row is invalid; V2.1: blank, 0 and 本地无此类 stay three things', async () => {
    const client = await clerk();
    const row = rowOf(await pull(client), '1-2-1');
    await pushRow(client, row.key, null, { status: '进行中', count: 0, note: '尚未开始计数' });
    expect(rowOf(await pull(client), '1-2-1').values).toMatchObject({ count: 0 });
    const blank = { status: null, count: null, note: null };
    expect(await pushRow(client, row.key, 1, blank)).toMatchObject({ outcome: 'invalid' });
    const none = await pushRow(client, row.key, 2, { status: '不涉及', count: null, note: '本镇无此类企业' });
    expect(none).toMatchObject({ outcome: 'applied' });
    expect(rowOf(await pull(client), '1-2-1').values).toMatchObject({ status: '本地无此类', count: null });
  });

  test('S3.1: a broken check character, last year’s row, another unit’s row; the rest is unharmed', async () => {
    const client = await clerk();
    const sheet = await pull(client);
    const mine = rowOf(sheet, '1-2-1').key;
    const other = rowOf(await pull(officer, '?unit=xuejia'), '1-2-1').key;
    const identity = parseRowKey(mine) as RowIdentity;
    const lastYears = formatRowKey({ ...identity, list: '2023', period: '2023' });
    const broken = `${mine.slice(0, -1)}${mine.endsWith('a') ? 'b' : 'a'}`;
    const keys = [broken, lastYears, other, 'nonsense'];
    const answer = await push(client, [
      ...keys.map((key) => ({ key, base: null, values: underWay(1) })),
      { key: mine, base: null, values: underWay(2) },
    ]);
    expect(answer.body.outcomes.map(({ outcome }) => outcome)).toEqual([
      'unknown',
      'unknown',
      'unknown',
      'unknown',
      'applied',
    ]);
    const of = rowOf(await pull(officer, '?unit=xuejia'), '1-2-1');
    expect(of).toMatchObject({ version: null, draft: null });
    // Another unit’s row is told in the very words of a row that does not exist.
    const rules = answer.body.outcomes.map(({ findings }) => findings?.[0]?.rule);
    expect(rules[1]).toBe('V-key-other-list');
    expect(rules[2]).toBe('V-key-unknown');
    expect(rules[0]).toBe('V-key-broken-check');
  });

  test('P3, P7.2, S3.6, S3.3: after the lock a change is refused with whom to call; unchanged is judged before the lock', async () => {
    const client = await clerk();
    const row = rowOf(await pull(client), '1-2-1');
    await pushRow(client, row.key, null, underWay(3));
    const settings = {
      seasons: {},
      lockDaysAfterDue: 5,
      contact: '区局危化科 0519-85127701',
      switchedOff: [],
      schedules: [],
      unitNames: {},
    };
    expect((await officer.replace('/v1/task-lists/2024/settings', settings)).status).toBe(200);
    expect(await pushRow(client, row.key, 1, underWay(3))).toMatchObject({ outcome: 'unchanged' });
    expect(await pushRow(client, row.key, 1, underWay(4))).toMatchObject({
      outcome: 'locked',
      lock: { on: '2024-04-05', contact: '区局危化科 0519-85127701' },
    });
    expect(rowOf(await pull(client), '1-2-1')).toMatchObject({ lock: '2024-04-05', values: { count: 3 } });
    const none = {
      seasons: {},
      lockDaysAfterDue: null,
      contact: '',
      switchedOff: [],
      schedules: [],
      unitNames: {},
    };
    await officer.replace('/v1/task-lists/2024/settings', none);
    expect(await pushRow(client, row.key, 1, underWay(4))).toMatchObject({ outcome: 'applied' });
  });
});

describe('two writers', () => {
  test('S4, S4.1: different fields merge, the same field is a conflict that shows base, mine and theirs', async () => {
    const client = await clerk();
    const row = rowOf(await pull(client), '1-2-1');
    await pushRow(client, row.key, null, underWay(10, '完成十家评议'));
    await pushRow(client, row.key, 1, underWay(20, '完成十家评议'));
    const merged = await pushRow(client, row.key, 1, {
      ...underWay(10, '完成十家评议'),
      problems: '两家整改慢',
    });
    expect(merged).toMatchObject({ outcome: 'merged', version: 3 });
    expect(rowOf(await pull(client), '1-2-1').values).toMatchObject({ count: 20, problems: '两家整改慢' });

    const conflict = await pushRow(client, row.key, 1, underWay(15, '完成十家评议'));
    expect(conflict).toMatchObject({
      outcome: 'conflict',
      theirs: { version: 3, values: { count: 20 }, base: { count: 10 }, fields: ['count'] },
    });
    // Resolved against theirs, by pushing with their version as the base.
    const resolved = await pushRow(client, row.key, 3, {
      ...underWay(15, '完成十家评议'),
      problems: '两家整改慢',
    });
    expect(resolved).toMatchObject({ outcome: 'applied', version: 4 });
  });

  test('S4.1, S4.2: changed on both sides, and base null against a submission, are a conflict with theirs', async () => {
    const client = await clerk();
    const row = rowOf(await pull(client), '1-2-1');
    await pushRow(client, row.key, null, { status: '未开始' });
    await pushRow(client, row.key, 1, { status: '未开始', note: '待部署安排' });
    // One side finishes the row; the other takes its note away from the same base.
    await pushRow(client, row.key, 2, done('2024-04-01', 86));
    const halves = await pushRow(client, row.key, 2, { status: '未开始', note: null });
    expect(halves).toMatchObject({ outcome: 'conflict', theirs: { version: 3 } });
    const fresh = await pushRow(client, row.key, null, underWay(1));
    expect(fresh).toMatchObject({ outcome: 'conflict', theirs: { version: 3, base: null } });
    expect(fresh.theirs?.fields).toEqual(expect.arrayContaining(['status', 'count']));
  });

  test('S2, S2.1: a push sent again is answered again and applied once; another body under its id is a 409', async () => {
    const client = await api.reporter('xuejia');
    const row = rowOf(await pull(client), '1-3-1');
    const pushId = nextPushId();
    const rows = [{ key: row.key, base: null, values: underWay(7) }];
    const first = await push(client, rows, { pushId });
    const second = await push(client, rows, { pushId });
    expect(second.body.outcomes).toEqual(first.body.outcomes);
    const revisions = await env.DB.prepare(`SELECT count(*) AS n FROM revisions WHERE push_id = ?1`)
      .bind(pushId)
      .first('n');
    expect(revisions).toBe(1);
    // A copy of the workbook, sent by a colleague with another key of the unit, is the same push.
    const colleague = await push(await api.reporter('xuejia'), rows, { pushId });
    expect(colleague.body.outcomes).toEqual(first.body.outcomes);
    const other = await push(client, [{ key: row.key, base: 1, values: underWay(8) }], { pushId });
    expect(other).toMatchObject({ status: 409, body: { code: 'push-id-reused' } });
    expect(rowOf(await pull(client), '1-3-1').values).toMatchObject({ count: 7 });
  });

  test('S6, S6.2: a cursor brings what changed since and what opened by the calendar, and nothing else', async () => {
    const client = await api.reporter('xuejia');
    const before = await pull(client);
    expect((await pull(client, `?cursor=${before.cursor}`)).rows).toEqual([]);
    const key = rowOf(before, '1-5-2').key;
    await push(officer, [{ key, base: null, values: underWay(9) }], { query: '?unit=xuejia' });
    const changes = await pull(client, `?cursor=${before.cursor}`);
    expect(changes.rows.map((row) => row.key)).toEqual([key]);
    expect(changes.whole).toBe(false);

    api.clock.set('2024-04-15T08:00:00+08:00');
    const opened = await pull(client, `?cursor=${changes.cursor}`);
    const periods = new Set(opened.rows.map((row) => row.period));
    expect(periods).toEqual(new Set(['2024-W16']));
    expect((await pull(client)).rows.length).toBe(before.rows.length + opened.rows.length);
    api.clock.set('2024-04-10T09:00:00+08:00');
    const ahead = await client.get(`/v1/sheet?cursor=${opened.cursor}`);
    expect(ahead).toMatchObject({ status: 400, body: { code: 'cursor-invalid' } });
  });
});

describe('revisions', () => {
  test('S5.1: are append-only', async () => {
    const change = env.DB.prepare(`UPDATE revisions SET content = '{}'`).run();
    await expect(change).rejects.toThrow('append-only');
    const drop = env.DB.prepare(`DELETE FROM revisions`).run();
    await expect(drop).rejects.toThrow('append-only');
  });

  test('A1.1, B4, B2.1: entry on behalf of a unit is marked as such for ever, and says who made it', async () => {
    const sheet = await pull(officer, '?unit=xuejia');
    const key = rowOf(sheet, '1-4-1').key;
    await push(officer, [{ key, base: null, values: underWay(2) }], { query: '?unit=xuejia' });
    const obligation = key.split('.').toSpliced(3, 1).slice(0, -1).join('.');
    const detail = await officer.get(`/v1/obligations/${obligation}`);
    const revisions = detail.body.rows.flatMap(
      (row: { revisions: { onBehalf: boolean; by: string }[] }) => row.revisions,
    );
    expect(revisions).toMatchObject([{ version: 1, onBehalf: true, by: 'test' }]);
  });
});
