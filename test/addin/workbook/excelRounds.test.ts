import { describe, expect, test } from 'vitest';
import type { LedgerChange, LedgerRow } from '../../../addin/workbook/port.ts';
import { payloadLimit } from '../../support/office/api/limits.ts';
import { ExcelHost } from '../../support/office/host.ts';
import { openExcelPort } from '../../support/workbook/excelUser.ts';
import { openExcelDesk } from '../flows/support/excelDesk.ts';
import { blankServer } from '../flows/support/fakeServer.ts';
import { keyOf, underWay } from '../flows/support/rows.ts';
import { columns, row } from '../../support/workbook/contract/ledger.ts';

const long = '对全区重大危险源企业全覆盖开展专项检查督导，建立问题隐患清单，逐项整改销号，';

function rowsOf(count: number): LedgerRow[] {
  return Array.from({ length: count }, (_, index) =>
    row(`2024.1-6-${index}.1.done.xuejia.2024-Q3.k`, {
      arrangement: `${long}${index}`,
      note: `${long}第${index}行`,
      count: index,
    }),
  );
}

/** Every row gets a result, a base and a mark. */
const everyRow = (rows: LedgerRow[]): LedgerChange => ({
  cells: rows.map(({ cells }) => ({ key: String(cells.key), cells: { result: '✓ 已同步', base: 2 } })),
  marks: rows.map(({ cells }) => ({ key: String(cells.key), column: 'note', mark: 'error', message: null })),
});

async function counted(host: ExcelHost, act: () => Promise<unknown>): Promise<number> {
  const before = host.counts.syncs;
  await act();
  return host.counts.syncs - before;
}

describe('round trips to Excel', () => {
  test.each([10, 300, 3000])(
    'S12.1: with %i rows a scan takes two, a write one and one for its look, a reading of single rows one',
    async (count) => {
      const host = new ExcelHost({ api: 9, platform: 'PC' });
      const port = openExcelPort(host);
      const rows = rowsOf(count);
      expect(await counted(host, () => port.layOut({ columns, rows }))).toBe(3);
      expect(await counted(host, () => port.scan())).toBe(2);
      expect(await counted(host, () => port.apply(everyRow(rows)))).toBe(2);
      expect(await counted(host, () => port.scan([1, 5, 7]))).toBe(1);
      expect(await counted(host, () => port.apply({ append: rowsOf(2) }))).toBe(2);
      expect(await counted(host, () => port.select(String(rows[3]!.cells.key), 'note'))).toBe(1);
      expect(await counted(host, () => port.writeState({ cursor: 'c1' }))).toBe(2);
      expect(await counted(host, () => port.writeState({ cursor: 'c2' }))).toBe(1);
    },
  );

  test.each([10, 500])(
    'S12.1: a clerk’s pull over %i rows takes two to read, one to write, one for the state, two to check and one to say so',
    async (count) => {
      const server = blankServer(count);
      const { host, session } = await openExcelDesk(server, { api: 9, platform: 'PC' });
      await session.pull();
      expect(await counted(host, () => session.pull())).toBe(5);
      for (let number = 1; number <= count; number += 2) server.edit(keyOf(number), underWay);
      expect(await counted(host, () => session.pull())).toBe(7);
    },
  );

  test('S12.1: in Excel on the web large ledgers go in chunks below 5 MB, and nothing of them is lost', async () => {
    const host = new ExcelHost({ api: 9, platform: 'OfficeOnline' });
    const port = openExcelPort(host);
    const rows = rowsOf(12_000);
    const state = {
      rows: Object.fromEntries(rows.map(({ cells }) => [cells.key, { note: cells.note, more: long }])),
    };
    const trips = {
      layOut: await counted(host, () => port.layOut({ columns, rows })),
      scan: await counted(host, () => port.scan()),
      apply: await counted(host, () => port.apply(everyRow(rows))),
      writeState: await counted(host, () => port.writeState(state)),
      readState: await counted(host, async () => expect(await port.readState()).toEqual(state)),
    };
    for (const count of Object.values(trips)) expect(count).toBeLessThanOrEqual(8);
    expect(trips.layOut).toBeGreaterThan(2);
    expect(host.counts.requestBytes).toBeLessThan(payloadLimit);
    expect(host.counts.answerBytes).toBeLessThan(payloadLimit);
    const scanned = (await port.scan())!;
    expect(scanned).toHaveLength(12_000);
    expect(scanned.at(-1)!.cells).toMatchObject({ ...rows.at(-1)!.cells, result: '✓ 已同步', base: 2 });
  });

  test('S12.1: an answer that turns out too large is asked for again in halves', async () => {
    const host = new ExcelHost({ api: 9, platform: 'OfficeOnline' });
    const port = openExcelPort(host);
    const rows = Array.from({ length: 900 }, (_, index) =>
      row(`k${index}`, { note: long.repeat(60) + index }),
    );
    await port.layOut({ columns, rows });
    const again = openExcelPort(host);
    const scanned = (await again.scan())!;
    expect(scanned.map(({ cells }) => cells.note)).toEqual(rows.map(({ cells }) => cells.note));
  });
});
