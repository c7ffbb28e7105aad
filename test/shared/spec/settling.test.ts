import { describe, expect, test } from 'vitest';
import { blankRow, type RowValues } from '../../../shared/row/row.ts';
import { noActs } from '../../../shared/sync/acted.ts';
import type { SeriesObligation } from '../../../shared/sync/series.ts';
import { reportedCount, settleObligation, waivers } from '../../../shared/sync/settle.ts';
import type { ScheduleKind } from '../../../shared/taskList/taskList.ts';

interface Given {
  schedule?: number;
  kind?: ScheduleKind;
  dueOn?: string | null;
  mode?: 'cumulative' | 'perPeriod';
  retired?: boolean;
  /** A submission for each indicator, or `null`. */
  rows: (Partial<RowValues> | null)[];
}

function obligation({
  schedule = 1,
  kind = 'monthly',
  dueOn = '2024-01-31',
  ...given
}: Given): SeriesObligation {
  const { mode = 'cumulative', retired = false, rows } = given;
  const key = `${schedule} ${dueOn}`;
  return {
    key,
    schedule,
    scheduleKind: kind,
    dueOn,
    retired,
    touched: rows.some((values) => values !== null),
    opensOn: dueOn === null ? '2024-01-01' : `${dueOn.slice(0, 8)}01`,
    lockOn: null,
    rowCount: rows.length,
    ...{ unit: 'xuejia', category: 1, task: '1-1', arrangement: '1-1-1', period: dueOn ?? '2024' },
    ...{ receivedRows: 0, fulfilledRows: 0, draftRows: 0, punctuality: null, waivedBy: null },
    ...{ firstReceivedAt: null, firstFulfilledAt: null, lastChangedAt: null },
    ...noActs,
    rows: rows.map((values, at) => ({
      key: `${key} i${at + 1}`,
      indicator: { id: `i${at + 1}`, label: '企业', unitOfMeasure: '家', mode, target: 100 },
      allocation: null,
      submission: values && {
        version: 1,
        values: { ...blankRow, ...values },
        findings: [],
        explainedRules: [],
      },
      draft: null,
      lastVersion: values ? 1 : 0,
    })),
    former: [],
  };
}

const at = (moment: string): number => Date.parse(`${moment}+08:00`);
/** The server's clock at a moment in Shanghai. */
const on = (moment: string) => ({ now: at(moment), today: moment.slice(0, 10) });

describe('P2.2: punctuality at the first fulfilment', () => {
  const once = { kind: 'once', dueOn: '2024-03-31' } as const;
  const done = (completedOn: string) => ({ status: '已完成', completedOn });
  const none = { status: '本地无此类' };

  test.each<[string, Given, string, string | null]>([
    ['by the end of the due day', { ...once, rows: [done('2024-03-31')] }, '2024-03-31T23:59:59', 'onTime'],
    [
      'done by then, told later',
      { ...once, rows: [done('2024-03-31')] },
      '2024-04-01T00:00:00',
      'reportedLate',
    ],
    [
      'one row done too late',
      { ...once, rows: [done('2024-03-30'), done('2024-04-01')] },
      '2024-04-02T09:00:00',
      'completedLate',
    ],
    [
      'nothing of the kind needs no date',
      { ...once, rows: [done('2024-03-30'), none] },
      '2024-04-02T09:00:00',
      'reportedLate',
    ],
    ['a cadence without a date', { rows: [{ status: '已开展' }] }, '2024-02-01T09:00:00', 'completedLate'],
    ['undated', { kind: 'undated', dueOn: null, rows: [done('2024-03-30')] }, '2024-12-01T09:00:00', null],
  ])('%s', (_, given, moment, punctuality) => {
    const settled = settleObligation(obligation(given), on(moment), true);
    expect(settled).toMatchObject({
      punctuality,
      firstFulfilledAt: at(moment),
      fulfilledRows: given.rows.length,
    });
    const again = settleObligation(settled, on('2024-12-31T09:00:00'), true);
    expect(again).toMatchObject({
      punctuality,
      firstFulfilledAt: at(moment),
      lastChangedAt: at('2024-12-31T09:00:00'),
    });
  });

  test('P2: received is not fulfilled; a row without a submission is neither', () => {
    const started = { status: '进行中' };
    const half = settleObligation(
      obligation({ ...once, rows: [started, null] }),
      on('2024-03-01T09:00:00'),
      true,
    );
    expect(half).toMatchObject({ receivedRows: 1, firstReceivedAt: null });
    const both = settleObligation(
      obligation({ ...once, rows: [started, none] }),
      on('2024-03-02T09:00:00'),
      true,
    );
    expect(both).toMatchObject({
      receivedRows: 2,
      fulfilledRows: 1,
      firstFulfilledAt: null,
      punctuality: null,
    });
    expect(both.firstReceivedAt).toBe(at('2024-03-02T09:00:00'));
  });
});

describe('B2: what a unit has reported of an indicator', () => {
  const counted = (
    dueOn: string | null,
    count: number | null,
    schedule = 1,
    mode: Given['mode'] = 'cumulative',
  ) => obligation({ dueOn, schedule, mode, rows: [count === null ? null : { status: '已开展', count }] });

  test('cumulative: the latest period that has a count, retired ones left out', () => {
    const series = [counted('2024-01-31', 9), counted('2024-02-29', 5), counted('2024-03-31', null)];
    expect(reportedCount(series, 'i1')).toBe(5);
    expect(reportedCount([...series, { ...counted('2024-04-30', 7), retired: true }], 'i1')).toBe(5);
    expect(reportedCount([counted('2024-03-31', null)], 'i1')).toBeNull();
  });

  test('per period: the sum over the periods of the first schedule that has any', () => {
    const series = [
      counted('2024-01-31', 2, 2, 'perPeriod'),
      counted('2024-02-29', 3, 2, 'perPeriod'),
      counted('2024-12-31', 40, 3, 'perPeriod'),
    ];
    expect(reportedCount(series, 'i1')).toBe(5);
  });
});

test('C3, C5: who is waived, by which report', () => {
  const months = ['2024-01-31', '2024-02-29', '2024-03-31', '2024-04-30'];
  const of = (rows: Given['rows'][], final: Given['rows']) => {
    return waivers([
      ...rows.map((each, month) => obligation({ dueOn: months[month]!, rows: each })),
      obligation({ schedule: 2, kind: 'once', dueOn: '2024-12-31', rows: final }),
    ]);
  };
  const blank: Given['rows'] = [null, null];
  const none = { status: '本地无此类' };
  const done = (completedOn: string) => ({ status: '已完成', completedOn });
  // A period that has opened by the completion date is still expected.
  expect(of([blank, blank, blank, blank], [done('2024-02-01'), done('2024-02-10')])).toEqual([
    ...[null, null, 'completed', 'completed', null],
  ]);
  expect(of([blank, blank, blank, blank], [done('2024-02-01'), { status: '进行中' }])).toEqual(
    Array(5).fill(null),
  );
  expect(of([[none, none], blank, [{ status: '已开展' }, null], blank], blank)).toEqual([
    ...[null, 'notApplicable', 'notApplicable', null, null],
  ]);
  expect(of([[none, null], blank, blank, blank], blank)).toEqual(Array(5).fill(null));
});
