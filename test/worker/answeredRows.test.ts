import { env } from 'cloudflare:workers';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { blankRow } from '../../shared/row/row.ts';
import type { SheetRow } from '../../shared/wire/parts/sheetRow.ts';
import type { PushAnswer } from '../../shared/wire/pushAnswer.ts';
import { done, pull, push, pushRow, rowOf, toldRows, underWay, type Pushed } from '../support/api/clerk.ts';
import type { Api, Client } from '../support/api/client.ts';
import { roster, startPublished } from '../support/api/published.ts';

let api: Api;
let clerk: Client;
let rows: SheetRow[];
let cursor: string;
/** The row of 1-2-1, and two of one cumulative series, in order of time. */
let key: string;
let earlier: SheetRow;
let later: SheetRow;

/** A unit of its own for each test. */
const units = roster.units.filter(({ kind }) => kind !== 'bureau').map(({ id }) => id);

beforeAll(async () => {
  api = await startPublished();
});

beforeEach(async () => {
  clerk = await api.reporter(units.pop()!);
  const sheet = await pull(clerk);
  ({ rows, cursor } = sheet);
  key = rowOf(sheet, '1-2-1').key;
  const counted = rows.filter(
    ({ context: { indicator }, due }) =>
      indicator.mode === 'cumulative' && indicator.id !== 'done' && due !== null,
  );
  const series = Map.groupBy(counted, (row) => `${row.arrangement} ${row.context.indicator.id}`);
  const several = [...series.values()].find((each) => each.length > 1)!;
  [earlier, later] = several.toSorted((a, b) => a.due!.localeCompare(b.due!)) as [SheetRow, SheetRow];
});

const reported = (row: SheetRow, count: number): Pushed => ({
  key: row.key,
  base: row.version,
  values: {
    ...(row.context.scheduleKind === 'weekly' || row.context.scheduleKind === 'monthly'
      ? { status: '已开展' }
      : { status: '进行中' }),
    count,
    note: '已逐家检查并督促整改',
  },
});

/** Pushes, and holds what is told against the pull from the same cursor. */
async function told(pushed: Pushed[]): Promise<PushAnswer> {
  const { status, body } = await push(clerk, pushed, { cursor });
  expect(status).toBe(200);
  const fresh = await pull(clerk, `?cursor=${cursor}`);
  expect(toldRows(rows, pushed, body)).toEqual(new Map(fresh.rows.map((row) => [row.key, row])));
  const changed = new Map(fresh.rows.map((row) => [row.key, row]));
  rows = rows.map((row) => changed.get(row.key) ?? row);
  cursor = body.cursor;
  return body;
}

describe('S6.1: a row that stands as it was sent is answered by what else of it has changed', () => {
  test('its state, a review that does not follow from it, and its punctuality once that is decided', async () => {
    const open = await told([{ key, base: null, values: underWay(1) }]);
    expect([open.outcomes, open.changes]).toEqual([
      [
        {
          key,
          outcome: 'applied',
          version: 1,
          row: { state: 'overdue', review: { state: 'toAccept' } },
        },
      ],
      [],
    ]);
    const finished = await told([{ key, base: 1, values: done('2024-04-09', 80) }]);
    expect(finished.outcomes[0]?.row).toEqual({ state: 'fulfilled', punctuality: 'completedLate' });
  });

  test('a draft, its mending, and fields that were left out', async () => {
    const draft = await told([{ key, base: null, values: { ...underWay(1), completedOn: '2月30日' } }]);
    expect([draft.outcomes[0]?.outcome, draft.changes]).toEqual(['invalid', []]);
    const mended = await told([{ key, base: 1, values: { completedOn: null } }]);
    expect([mended.outcomes[0]?.version, mended.changes]).toEqual([2, []]);
  });

  test('the counts beside it that the same push has changed; the neighbour that was not pushed comes whole', async () => {
    const both = await told([reported(earlier, 2), reported(later, 3)]);
    expect(both.outcomes.map(({ row }) => row)).toMatchObject([{ nextCount: 3 }, { previousCount: 2 }]);
    const [first] = [rows.find((row) => row.key === earlier.key)!];
    const one = await told([reported(first, 1)]);
    expect(one.changes.map((row) => [row.key, row.context.previousCount])).toContainEqual([later.key, 1]);
    expect(one.changes.map((row) => row.key)).not.toContain(earlier.key);
  });

  test('the rules that its explanation covers', async () => {
    await told([reported(earlier, 5)]);
    const explanation = '上期含两家已关闭企业，本期据实核减';
    const pushed = reported(later, 3);
    const { outcomes } = await told([{ ...pushed, values: { ...pushed.values, explanation } }]);
    expect(outcomes).toMatchObject([{ outcome: 'applied', row: { explainedRules: ['V-count-falls'] } }]);
  });
});

describe('S6.1: every other changed row comes whole', () => {
  const whole = ({ outcomes, changes }: PushAnswer): unknown => [
    outcomes.map(({ row }) => row),
    changes.map((row) => row.key),
  ];

  test('a row whose cells were read into another form', async () => {
    expect(whole(await told([{ key, base: null, values: { ...underWay(0), count: '２家' } }]))).toEqual([
      [undefined],
      [key],
    ]);
  });

  test('one that was merged, or emptied', async () => {
    await pushRow(clerk, key, null, underWay(1));
    ({ rows, cursor } = await pull(clerk));
    await pushRow(clerk, key, 1, underWay(2));
    const merged = await told([{ key, base: 1, values: { ...underWay(1), problems: '两家未整改' } }]);
    expect(merged.outcomes[0]?.outcome).toBe('merged');
    expect(whole(merged)).toEqual([[undefined], [key]]);
    const blank = rows.find((row) => row.version === null && row.context.indicator.id === 'done')!;
    await told([{ key: blank.key, base: null, values: { note: '只有说明' } }]);
    const emptied = await told([{ key: blank.key, base: 1, values: { note: null } }]);
    expect(whole(emptied)).toEqual([[undefined], [blank.key]]);
  });

  test('one of a series that others have changed since the cursor, though the push changes their rows again', async () => {
    await push(clerk, [reported(later, 3)]);
    const pushed = [reported(earlier, 2)];
    const { body } = await push(clerk, pushed, { cursor });
    expect(body.outcomes[0]?.row).toBeUndefined();
    expect(body.changes.map((row) => row.key)).toEqual(expect.arrayContaining([earlier.key, later.key]));
  });

  test('one that has opened since the cursor, and one of a push that names none', async () => {
    const before = `${cursor.slice(0, -8)}20240101`;
    const { body } = await push(clerk, [reported(later, 3)], { cursor: before });
    expect(body.changes.map((row) => row.key)).toContain(later.key);
    const unnamed = await push(clerk, [{ key, base: null, values: underWay(1) }]);
    expect(whole(unnamed.body)).toEqual([[undefined], [key]]);
  });

  test('the same row twice in a push', async () => {
    const { body } = await push(
      clerk,
      [
        { key, base: null, values: underWay(1) },
        { key, base: 1, values: underWay(2) },
      ],
      { cursor },
    );
    expect(body.changes.map((row) => row.key)).toEqual([key]);
  });

  test('S5: each version of a row leaves its values in a revision, also where one push has several', async () => {
    const [first, second] = [underWay(1, '“甲”\\乙\t"丙"'), underWay(2, '第二次核查，已督促整改😀\n换行')];
    const bad = { ...second, completedOn: '2024-13-40' };
    await push(clerk, [
      { key, base: null, values: first },
      { key, base: 1, values: second },
      { key, base: 2, values: bad },
    ]);
    const { results } = await env.DB.prepare(
      `SELECT version, kind, content FROM revisions WHERE row_key = ?1 ORDER BY version`,
    )
      .bind(key)
      .all<{ version: number; kind: string; content: string }>();
    expect(results.map((row) => ({ ...row, content: JSON.parse(row.content) as unknown }))).toEqual([
      { version: 1, kind: 'submission', content: { ...blankRow, ...first } },
      { version: 2, kind: 'submission', content: { ...blankRow, ...second } },
      { version: 3, kind: 'draft', content: { ...blankRow, ...bad } },
    ]);
  });

  test('S5: a draft that one push mends and breaks again is kept as it was sent last', async () => {
    const good = { ...underWay(1, '已督促整改'), completedOn: null };
    const bad = { ...good, completedOn: '2024-13-40' };
    await push(clerk, [{ key, base: null, values: bad }]);
    await push(clerk, [
      { key, base: 1, values: good },
      { key, base: 2, values: { ...bad, note: '又改错了' } },
    ]);
    const { results } = await env.DB.prepare(`SELECT version, content FROM drafts WHERE row_key = ?1`)
      .bind(key)
      .all<{ version: number; content: string }>();
    expect(results.map((row) => ({ ...row, content: JSON.parse(row.content) as unknown }))).toEqual([
      { version: 3, content: { ...blankRow, ...bad, note: '又改错了' } },
    ]);
  });
});
