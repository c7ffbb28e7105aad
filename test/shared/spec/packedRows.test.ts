import fc from 'fast-check';
import { expect, test } from 'vitest';
import { blankRow } from '../../../shared/row/row.ts';
import { wholeSheet } from '../../../shared/sheet/seriesRows.ts';
import { noActs } from '../../../shared/sync/acted.ts';
import type { RowVersion, SeriesObligation } from '../../../shared/sync/series.ts';
import { packedRows, packRows, unpackRows } from '../../../shared/wire/parts/packedRows.ts';

const on = { today: '2024-04-10', blueUntil: '2024-04-17', year: 2024 };
const names = new Map([
  ['1-1-1', { text: '3月底前，督促92家相关企业完成检查。', taskName: '企业检查', place: 1 }],
  ['1-1-2', { text: '每周调度。', taskName: '企业检查', place: 2 }],
]);

const version: fc.Arbitrary<RowVersion | null> = fc.option(
  fc.record({
    version: fc.integer({ min: 1, max: 9 }),
    values: fc.record({
      ...Object.fromEntries(Object.keys(blankRow).map((field) => [field, fc.constant(null)])),
      count: fc.option(fc.nat(100)),
      note: fc.option(fc.constantFrom('已检查', '正在督促')),
      explanation: fc.option(fc.constantFrom('经核实，企业已关停', '名单有变')),
    }) as unknown as fc.Arbitrary<RowVersion['values']>,
    findings: fc.constant([]),
    explainedRules: fc.subarray(['V7', 'V9']),
  }),
);

const day = fc.option(fc.constantFrom('2024-04-12', '2024-04-30'));
const acted = fc.record({
  review: fc.option(fc.constantFrom('toAccept' as const, 'accepted' as const, 'returned' as const)),
  ...{ returnedOn: day, answerBy: day, dueOriginal: day, movedFrom: day, unlockedUntil: day },
  ...{ returnReason: fc.option(fc.constant('缺少佐证')), returnedBy: fc.option(fc.constant('张三')) },
  ...{ extensionReason: fc.constant('企业停产'), extensionDocument: fc.constant('常应急〔2024〕3号') },
  declared: fc.option(fc.constant('无此类企业')),
});

/** One series of several periods: what they have in common is the same in each. */
const series = (at: number): fc.Arbitrary<SeriesObligation[]> =>
  fc
    .record({
      arrangement: fc.constantFrom('1-1-1', '1-1-2'),
      kind: fc.constantFrom('once' as const, 'weekly' as const, 'undated' as const),
      due: fc.constantFrom('2024-03-31', '2024-06-30', null),
      mode: fc.constantFrom('cumulative' as const, 'perPeriod' as const),
      target: fc.option(fc.nat(90)),
      share: fc.option(fc.nat(9)),
      facts: acted,
      periods: fc.array(fc.array(fc.tuple(version, version), { minLength: 1, maxLength: 2 }), {
        minLength: 1,
        maxLength: 3,
      }),
    })
    .map(({ arrangement, kind, due, mode, target, share, facts, periods }) =>
      periods.map((rows, index) => ({
        key: `2024.${arrangement}.${at}.xuejia.2024-0${index + 1}`,
        ...{ unit: 'xuejia', category: 1, task: '1-1', arrangement, period: `2024-0${index + 1}` },
        ...{ schedule: at, scheduleKind: kind, opensOn: `2024-0${index + 1}-01`, dueOn: due, lockOn: due },
        ...{
          rowCount: rows.length,
          receivedRows: 0,
          fulfilledRows: 0,
          draftRows: 0,
          retired: false,
          touched: false,
        },
        ...{ firstReceivedAt: null, firstFulfilledAt: null, lastChangedAt: null },
        ...{ punctuality: null, waivedBy: null, former: [] },
        ...noActs,
        ...facts,
        rows: rows.map(([submission, draft], place) => ({
          key: `2024.${arrangement}.${at}.i${place + 1}.xuejia.2024-0${index + 1}.k`,
          indicator: { id: `i${place + 1}`, label: `企业${place}`, unitOfMeasure: '家', mode, target },
          ...{ allocation: share, submission, draft, lastVersion: 0 },
        })),
      })),
    );

test('S6: rows are the same before they are sent and after', () => {
  const some = fc.tuple(series(1), series(2), series(3));
  fc.assert(
    fc.property(some, (obligations) => {
      const rows = wholeSheet(obligations.flat(), names, on);
      expect(rows.length).toBeGreaterThan(2);
      const sent = packedRows.parse(JSON.parse(JSON.stringify(packRows(rows))));
      expect(unpackRows(sent, on)).toEqual(rows);
    }),
  );
});
