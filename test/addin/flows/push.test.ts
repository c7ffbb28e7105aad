import { describe, expect, test } from 'vitest';
import { blankRow } from '../../../shared/row/row.ts';
import { pushRequest, type PushRow } from '../../../shared/wire/push.ts';
import type { Ledger } from '../../../addin/flows/ledger.ts';
import { planAnswer } from '../../../addin/flows/planAnswer.ts';
import { planCheck } from '../../../addin/flows/planCheck.ts';
import { planPull } from '../../../addin/flows/planPull.ts';
import { chunkLimits, planSend, requestFor } from '../../../addin/flows/planSend.ts';
import { FakeWorkbook } from '../../support/workbook/fake.ts';
import { keyOf, serverRow, sheetOf, today, underWay } from './support/rows.ts';

async function laidOut(...rows: Parameters<typeof sheetOf>) {
  const workbook = new FakeWorkbook();
  const { layout, ledger } = planPull(null, sheetOf(...rows), null);
  await workbook.layOut(layout!);
  return { workbook, ledger };
}

async function checked(workbook: FakeWorkbook, ledger: Ledger) {
  return planCheck(ledger, (await workbook.scan())!, new Map()).standings;
}

async function plan(workbook: FakeWorkbook, ledger: Ledger, limits?: { rows: number; bytes: number }) {
  return planSend(ledger, await checked(workbook, ledger), new Set(), limits);
}

describe('what is pushed', () => {
  test('changed rows, as whole rows and as typed, with their base', async () => {
    const { workbook, ledger } = await laidOut([serverRow(1, underWay), serverRow(2, underWay)]);
    workbook.edit(keyOf(1), 'count', '４家');
    expect((await plan(workbook, ledger)).chunks).toEqual([
      [
        {
          key: keyOf(1),
          base: 1,
          values: { ...underWay, count: '４家', completedOn: null, problems: null, explanation: null },
        },
      ],
    ]);
  });

  test('C2: fields without a column are left out of the push', async () => {
    const { workbook, ledger } = await laidOut([serverRow(1, { ...underWay, contact: '0519-85127110' })]);
    workbook.edit(keyOf(1), 'count', 4);
    expect((await plan(workbook, ledger)).chunks[0]![0]!.values).not.toHaveProperty('contact');
  });

  test('also rows with findings: the server keeps them as drafts', async () => {
    const { workbook, ledger } = await laidOut([serverRow(1)]);
    workbook.edit(keyOf(1), 'count', '约80');
    expect((await plan(workbook, ledger)).total).toBe(1);
  });

  test('not rows that were never filled in, nor prefilled ones by themselves', async () => {
    const rows = [serverRow(1), serverRow(2, null, { prefill: { ...blankRow, count: 8 } })];
    const { workbook, ledger } = await laidOut(rows);
    expect((await plan(workbook, ledger)).total).toBe(0);
    workbook.edit(keyOf(2), 'count', '');
    expect((await plan(workbook, ledger)).total).toBe(0);
    workbook.edit(keyOf(2), 'count', 8);
    workbook.edit(keyOf(2), 'status', '进行中');
    const { chunks } = await plan(workbook, ledger);
    expect(chunks[0]![0]).toMatchObject({ base: null, values: { count: 8, status: '进行中' } });
  });

  test('S3.3: a draft that passes untouched goes again: what the rules look at has changed around it', async () => {
    const draft = { version: 2, values: { ...blankRow, ...underWay, count: 12 }, findings: [] };
    const row = serverRow(1, null, { draft });
    const held = await laidOut([row]);
    expect((await plan(held.workbook, held.ledger)).total).toBe(0);
    const freed = await laidOut([{ ...row, context: { ...row.context, allocation: 20 } }]);
    expect((await plan(freed.workbook, freed.ledger)).total).toBe(1);
  });

  test('an emptied row is pushed: emptying is not withdrawing, and the server says so', async () => {
    const { workbook, ledger } = await laidOut([serverRow(1, underWay)]);
    for (const column of ['status', 'count', 'note'] as const) workbook.edit(keyOf(1), column, '');
    expect((await plan(workbook, ledger)).total).toBe(1);
  });

  test('sorting and inserting rows makes nothing to push (S1)', async () => {
    const { workbook, ledger } = await laidOut([1, 2, 3].map((number) => serverRow(number, underWay)));
    workbook.sortBy('task', false);
    workbook.insertRowAbove(1);
    expect((await plan(workbook, ledger)).total).toBe(0);
  });

  test('S11.1: text that no cell may have on the wire holds back its row only', async () => {
    const { workbook, ledger } = await laidOut([serverRow(1, underWay), serverRow(2, underWay)]);
    workbook.edit(keyOf(1), 'note', '长'.repeat(4001));
    workbook.edit(keyOf(2), 'count', 4);
    const pushed = async () => (await plan(workbook, ledger)).chunks.flat().map(({ key }) => key);
    expect(await pushed()).toEqual([keyOf(2)]);
    expect((await checked(workbook, ledger)).get(keyOf(1))).toMatchObject({ kind: 'error', tooLong: 'note' });
    workbook.edit(keyOf(1), 'note', '已改短，三家企业查完');
    expect(await pushed()).toEqual([keyOf(1), keyOf(2)]);
    expect((await checked(workbook, ledger)).get(keyOf(1))).toMatchObject({ kind: 'changed', tooLong: null });
    workbook.edit(keyOf(1), 'note', `${underWay.note}${' '.repeat(4001)}`);
    workbook.edit(keyOf(1), 'count', 5);
    expect(await pushed()).toEqual([keyOf(2)]);
  });
});

describe('splitting (S11.1)', () => {
  test('by rows and by bytes; every body stays within the limit', async () => {
    const { workbook, ledger } = await laidOut(Array.from({ length: 30 }, (_, at) => serverRow(at + 1)));
    for (let number = 1; number <= 30; number += 1)
      workbook.edit(keyOf(number), 'note', '检'.repeat(number * 20));
    const byRows = await plan(workbook, ledger, { rows: 12, bytes: chunkLimits.bytes });
    expect(byRows.chunks.map((rows) => rows.length)).toEqual([12, 12, 6]);
    const bytes = 6000;
    const byBytes = await plan(workbook, ledger, { rows: 500, bytes });
    expect(byBytes.chunks.flat()).toHaveLength(30);
    expect(byBytes.chunks.length).toBeGreaterThan(3);
    for (const rows of byBytes.chunks) {
      const body = JSON.stringify(requestFor(ledger, rows, 'a'.repeat(36)));
      expect(new TextEncoder().encode(body).length).toBeLessThanOrEqual(bytes);
      pushRequest.parse(JSON.parse(body));
    }
  });

  test('a row larger than a chunk goes alone', async () => {
    const { workbook, ledger } = await laidOut([serverRow(1), serverRow(2)]);
    workbook.edit(keyOf(1), 'note', '检'.repeat(1000));
    workbook.edit(keyOf(2), 'note', '检查');
    const { chunks } = await plan(workbook, ledger, { rows: 500, bytes: 1000 });
    expect(chunks.map((rows) => rows.length)).toEqual([1, 1]);
  });
});

describe('answers', () => {
  const answerOf = (outcomes: object[], changes: object[]) =>
    ({ pushId: 'push-000001', rulesVersion: '1', today, outcomes, changes, cursor: 'c9' }) as never;

  async function sent(values: Partial<typeof underWay> | Record<string, unknown>) {
    const { workbook, ledger } = await laidOut([serverRow(1, underWay)]);
    for (const [column, value] of Object.entries(values))
      workbook.edit(keyOf(1), column as 'count', value as string);
    const rows = (await plan(workbook, ledger)).chunks[0] as PushRow[];
    return { workbook, ledger, rows };
  }

  test('applied: the cells take the server’s form', async () => {
    const { workbook, ledger, rows } = await sent({ count: '４家' });
    const changes = [serverRow(1, { ...underWay, count: 4 }, { version: 2 })];
    const outcome = { key: keyOf(1), outcome: 'applied', version: 2 };
    const answer = planAnswer(ledger, rows, answerOf([outcome], changes), (await workbook.scan())!);
    expect(answer.change.cells).toEqual([{ key: keyOf(1), cells: { count: 4, base: 2 } }]);
    expect(answer.ledger).toMatchObject({ cursor: 'c9', pending: null });
  });

  test('what was typed while the push was under way is kept, and goes with the next one', async () => {
    const { workbook, ledger, rows } = await sent({ count: '４家', note: '检查四家，其余九月完成' });
    workbook.edit(keyOf(1), 'count', 6);
    const theirs = { ...underWay, count: 4, note: '检查四家，其余九月完成' };
    const changes = [serverRow(1, theirs, { version: 2 })];
    const outcome = { key: keyOf(1), outcome: 'applied', version: 2 };
    const answer = planAnswer(ledger, rows, answerOf([outcome], changes), (await workbook.scan())!);
    expect(answer.change.cells).toEqual([{ key: keyOf(1), cells: { base: 2 } }]);
    await workbook.apply(answer.change);
    const next = await plan(workbook, answer.ledger);
    expect(next.chunks[0]![0]).toMatchObject({ base: 2, values: { count: 6 } });
  });

  test('merged: the other side’s field comes, unless it was edited meanwhile: then it is a conflict', async () => {
    const { workbook, ledger, rows } = await sent({ count: 4 });
    workbook.edit(keyOf(1), 'note', '我刚刚改的说明');
    const changes = [
      serverRow(1, { ...underWay, count: 4, note: '对方的说明', problems: '停产一家' }, { version: 3 }),
    ];
    const outcome = { key: keyOf(1), outcome: 'merged', version: 3 };
    const answer = planAnswer(ledger, rows, answerOf([outcome], changes), (await workbook.scan())!);
    expect(answer.change.cells).toEqual([{ key: keyOf(1), cells: { problems: '停产一家', base: 3 } }]);
    expect(answer.ledger.rows.get(keyOf(1))!.conflict).toMatchObject({ fields: ['note'] });
  });

  test('invalid: the draft’s version is the base, also where the changes leave the row out', async () => {
    const { workbook, ledger, rows } = await sent({ count: '约80' });
    const outcome = { key: keyOf(1), outcome: 'invalid', version: 7, findings: [] };
    const answer = planAnswer(ledger, rows, answerOf([outcome], []), (await workbook.scan())!);
    expect(answer.change.cells).toEqual([{ key: keyOf(1), cells: { base: 7 } }]);
    expect((await plan(workbook, answer.ledger)).total).toBe(0);
  });

  test('conflict: nothing is chosen, theirs is the base', async () => {
    const { workbook, ledger, rows } = await sent({ count: 4 });
    const values = { ...blankRow, ...underWay, count: 5, problems: '停产一家' };
    const theirs = { version: 3, values, base: { ...blankRow, ...underWay }, fields: ['count'] };
    const outcome = { key: keyOf(1), outcome: 'conflict', theirs };
    const answer = planAnswer(ledger, rows, answerOf([outcome], []), (await workbook.scan())!);
    expect(answer.change.cells).toEqual([{ key: keyOf(1), cells: { problems: '停产一家', base: 3 } }]);
    expect(answer.ledger.rows.get(keyOf(1))!.conflict).toMatchObject({
      fields: ['count'],
      base: { count: 3 },
    });
    expect((await plan(workbook, answer.ledger)).total).toBe(0);
  });

  test('two halves that break a rule together are to be decided, though only one side changed the field', async () => {
    const { workbook, ledger, rows } = await sent({ count: 10 });
    const values = { ...blankRow, ...underWay, status: '已完成', completedOn: '2024-07-01' };
    const theirs = { version: 2, values, base: { ...blankRow, ...underWay }, fields: ['count'] };
    const outcome = { key: keyOf(1), outcome: 'conflict', theirs };
    const answer = planAnswer(ledger, rows, answerOf([outcome], []), (await workbook.scan())!);
    expect(answer.change.cells).toEqual([
      { key: keyOf(1), cells: { status: '已完成', completedOn: '2024-07-01', base: 2 } },
    ]);
    expect(answer.ledger.rows.get(keyOf(1))!.conflict).toMatchObject({ fields: ['count'] });
  });

  test('retired: the row goes to the archive sheet; locked and unknown: told with the reason, cells untouched', async () => {
    const { workbook, ledger } = await laidOut([1, 2, 3].map((number) => serverRow(number, underWay)));
    for (const number of [1, 2, 3]) workbook.edit(keyOf(number), 'count', 4);
    const [rows] = (await plan(workbook, ledger)).chunks;
    const outcomes = [
      { key: keyOf(1), outcome: 'retired' },
      { key: keyOf(2), outcome: 'locked', lock: { on: '2024-07-01', contact: '王工 0519-85127110' } },
      { key: keyOf(3), outcome: 'unknown' },
    ];
    const answer = planAnswer(ledger, rows!, answerOf(outcomes, []), (await workbook.scan())!);
    expect(answer.change).toMatchObject({ archive: [keyOf(1)], cells: [] });
    expect(answer.ledger.rows.get(keyOf(2))!.refusal).toMatchObject({
      reason: 'locked',
      contact: '王工 0519-85127110',
    });
    expect(answer.ledger.rows.get(keyOf(3))!.refusal).toEqual({ reason: 'unknown' });
    expect(answer.counts).toEqual({ retired: 1, locked: 1, unknown: 1 });
  });
});
