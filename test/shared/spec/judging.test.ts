import { describe, expect, test } from 'vitest';
import { stateOf, type ObligationFacts } from '../../../shared/obligations/obligationState.ts';
import { blankRow, type RawValues, type RowValues } from '../../../shared/row/row.ts';
import { judgeRow, type Judgement } from '../../../shared/sync/judgeRow.ts';
import type { RowVersion, SeriesRow } from '../../../shared/sync/series.ts';
import { baseContext } from '../../support/rules/cases.ts';

const { key } = baseContext;
const lockedSince = { on: '2024-04-05', contact: '区局危化科' };
const underWay: RawValues = { status: '进行中', count: 10, note: '正在逐家检查' };

const version = (number: number, values: Partial<RowValues>): RowVersion => ({
  version: number,
  values: { ...blankRow, ...values },
  findings: [],
  explainedRules: [],
});

const rowWith = (part: Partial<SeriesRow> = {}): SeriesRow => ({
  key,
  indicator: { ...baseContext.indicator, target: 100 },
  allocation: 86,
  submission: null,
  draft: null,
  lastVersion: Math.max(part.submission?.version ?? 0, part.draft?.version ?? 0),
  ...part,
});

function judge(
  values: RawValues,
  base: number | null,
  row: SeriesRow,
  { baseValues = null, locked = false }: { baseValues?: RowValues | null; locked?: boolean } = {},
): Judgement {
  return judgeRow({ key, base, values }, row, baseValues, baseContext, locked ? lockedSince : null);
}

const first = version(1, { status: '进行中', count: 10, note: '正在逐家检查' });

describe('outcomes of one row', () => {
  test('S3.4: applied carries the next base and the warnings that the explanation covers', () => {
    const explained = { ...underWay, count: 90, explanation: '含园区代管的四家企业，已与区局核对' };
    const { outcome, write } = judge(explained, 1, rowWith({ submission: first }), {
      baseValues: first.values,
    });
    expect(outcome).toMatchObject({ outcome: 'applied', version: 2 });
    expect(outcome.findings?.map(({ rule }) => rule)).toEqual(['V-count-over-allocation']);
    expect(write).toMatchObject({
      kind: 'submission',
      version: { explainedRules: ['V-count-over-allocation'] },
    });
  });

  test('S3.3: unchanged before the lock; a draft that passes by now is applied as it is', () => {
    const submitted = rowWith({ submission: first });
    const same = judge({ ...underWay, count: '１０家' }, 1, submitted, {
      baseValues: first.values,
      locked: true,
    });
    expect(same).toEqual({ outcome: { key, outcome: 'unchanged', version: 1, findings: [] }, write: null });
    expect(judge({}, null, rowWith())).toEqual({ outcome: { key, outcome: 'unchanged' }, write: null });
    const draft = version(2, { ...underWay, count: 12 } as RowValues);
    const mended = judge({ ...underWay, count: 12 }, 2, rowWith({ submission: first, draft }), {
      baseValues: draft.values,
    });
    expect(mended.outcome).toMatchObject({ outcome: 'applied', version: 3 });
  });

  test('S3.6: a change after the lock writes nothing; a conflict is told before it', () => {
    const options = { baseValues: first.values, locked: true };
    const moved = rowWith({ submission: version(2, { ...first.values, count: 20 }) });
    expect(judge({ ...underWay, count: 11 }, 1, rowWith({ submission: first }), options)).toEqual({
      outcome: { key, outcome: 'locked', version: 1, lock: lockedSince },
      write: null,
    });
    expect(judge({ ...underWay, count: 11 }, 1, moved, options).outcome.outcome).toBe('conflict');
  });

  test('S3.7: a draft emptied where nothing was submitted is dropped, and versions go on counting', () => {
    const draft = version(1, { count: '约80' });
    const emptied = judge({ count: null }, 1, rowWith({ draft }), { baseValues: draft.values });
    expect(emptied).toMatchObject({
      outcome: { outcome: 'applied', version: 2 },
      write: { kind: 'discard', version: { version: 2, values: blankRow } },
    });
    const dropped = rowWith({ lastVersion: 2 });
    expect(judge(underWay, null, dropped).outcome).toMatchObject({ outcome: 'applied', version: 3 });
    expect(judge({}, null, dropped).outcome.outcome).toBe('unchanged');
  });
});

describe('two sides', () => {
  const base = version(1, { status: '进行中', count: 86, note: '八十六家全部检查', completedOn: null });

  test('S4: fields changed on one side only are merged and judged as a whole', () => {
    const theirs = rowWith({ submission: version(2, { ...base.values, note: '另有两家在整改' }) });
    const merged = judge({ ...base.values, count: 80 }, 1, theirs, { baseValues: base.values });
    expect(merged.outcome).toMatchObject({ outcome: 'merged', version: 3 });
    expect(merged.write?.version.values).toMatchObject({ count: 80, note: '另有两家在整改' });
  });

  test('S4.3: one side finishes the row, the other takes back the count: each passes, both together do not', () => {
    const done = version(2, { ...base.values, status: '已完成', completedOn: '2024-04-30' });
    const mine = { ...base.values, count: 80 };
    const { outcome, write } = judge(mine, 1, rowWith({ submission: done }), { baseValues: base.values });
    expect(write).toBeNull();
    expect(outcome).toMatchObject({
      outcome: 'conflict',
      theirs: { version: 2, values: done.values, base: base.values, fields: ['count'] },
    });
  });

  test('S4.2: without a base, or with one that never was, any difference is a conflict', () => {
    const theirs = rowWith({ submission: base });
    expect(judge({ ...base.values, count: 80 }, null, theirs).outcome).toMatchObject({
      outcome: 'conflict',
      theirs: { base: null, fields: ['count'] },
    });
    expect(judge({ ...base.values, count: 80 }, 7, theirs).outcome.outcome).toBe('conflict');
    expect(judge(base.values, null, theirs).outcome.outcome).toBe('unchanged');
  });
});

test('P2.3: an obligation’s state is the first that holds', () => {
  const facts: ObligationFacts = {
    opensOn: '2024-06-01',
    dueOn: '2024-04-30',
    rowCount: 2,
    receivedRows: 2,
    fulfilledRows: 2,
    waivedBy: 'completed',
    retired: true,
  };
  const order: [change: Partial<ObligationFacts>, state: string][] = [
    [{}, 'retired'],
    [{ retired: false }, 'fulfilled'],
    [{ fulfilledRows: 0, receivedRows: 0 }, 'waived'],
    [{ receivedRows: 1 }, 'overdue'],
    [{ receivedRows: 2, dueOn: '2024-05-01' }, 'received'],
    [{ receivedRows: 1, dueOn: null }, 'undated'],
    [{ dueOn: '2024-06-30' }, 'upcoming'],
    [{ opensOn: '2024-05-01' }, 'open'],
  ];
  let now = facts;
  for (const [change, state] of order) {
    now = { ...now, ...change };
    expect(stateOf(now, '2024-05-01')).toBe(state);
  }
});
