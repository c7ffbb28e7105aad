import { expect, test } from 'vitest';
import { planPull } from '../../../addin/flows/planPull.ts';
import { pack, unpack } from '../../../addin/flows/state.ts';
import { blankRow } from '../../../shared/row/row.ts';
import type { SheetRow } from '../../../shared/wire/parts/sheetRow.ts';
import { serverRow, sheetOf, underWay } from './support/rows.ts';

const actedOn: Partial<SheetRow> = {
  review: {
    ...{ state: 'returned', resubmitted: false, reason: '数量不符', returnedOn: '2024-07-30' },
    ...{ returnedBy: '李敏', answerBy: '2024-08-02' },
  },
  dueOriginal: '2024-06-30',
  extension: { reason: '停产检修', document: '应急〔2024〕3号' },
  unlockedUntil: '2024-08-05',
  light: 'yellow',
  behindFrom: '2024-07-01',
};

function ledger() {
  const draft = { version: 2, values: { ...blankRow, count: '约80' }, findings: [] };
  const rows = [
    serverRow(1, underWay),
    serverRow(2, underWay, { draft }),
    serverRow(3, null, { prefill: blankRow }),
    serverRow(4, underWay, actedOn),
  ];
  const { ledger } = planPull(null, sheetOf(rows), null);
  const first = ledger.rows.get(rows[0]!.key)!;
  ledger.rows.set(rows[0]!.key, {
    ...first,
    conflict: { fields: ['count'], base: { ...blankRow, count: 3 } },
    refusal: { reason: 'locked', on: '2024-07-01', contact: '王工' },
    confirmed: true,
    behind: true,
  });
  return {
    ...ledger,
    pending: { pushId: 'push-000001', body: '{}' },
    lastSync: {
      at: '2024-07-31T02:00:00Z',
      counts: { applied: 2 },
      received: 0,
      added: 0,
      archived: 0,
      again: 1,
    },
    earlier: [{ at: '2024-07-30T02:00:00Z', counts: {}, received: 3, added: 3, archived: 0, again: 0 }],
  };
}

test('a ledger comes back from the workbook as it went in (S8)', () => {
  const before = ledger();
  expect(unpack(JSON.parse(JSON.stringify(pack(before))))).toEqual(before);
});

test('S8: a workbook of before earlier syncs were kept opens all the same', () => {
  const { earlier: _, ...before } = pack(ledger());
  expect(unpack(before)).toEqual({ ...ledger(), earlier: [] });
});

test('S8: a workbook of before there were acts opens all the same', () => {
  const { contact: _, rows, ...before } = pack(ledger()) as { contact: string; rows: Record<string, object> };
  const former = Object.fromEntries(
    Object.entries(rows).map(([key, { acted: __, ...row }]: [string, { acted?: object }]) => [key, row]),
  );
  const opened = unpack({ ...before, rows: former })!;
  expect(opened.contact).toBe('');
  expect([...opened.rows.values()].map(({ server }) => server.review)).toEqual([null, null, null, null]);
});

test('a state of another shape is no state', () => {
  expect(unpack(null)).toBeNull();
  expect(unpack({ ...pack(ledger()), schema: 2 })).toBeNull();
  expect(unpack({ ...pack(ledger()), rows: { x: {} } })).toBeNull();
});

test('weekly rows share their texts: five hundred of them stay within a few hundred kilobytes', () => {
  const text = '每周对涉及重点监管危险化工工艺的企业开展一次线上巡查，'.repeat(8);
  const rows = Array.from({ length: 500 }, (_, at) =>
    serverRow(1, underWay, { key: `2024.1-1-1.1.i1.xuejia.${at}`, arrangementText: text }),
  );
  const { ledger } = planPull(null, sheetOf(rows), null);
  expect(ledger.rows.size).toBe(500);
  expect(JSON.stringify(pack(ledger)).length).toBeLessThan(400_000);
});
