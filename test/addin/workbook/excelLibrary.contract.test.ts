import { describe, expect, test } from 'vitest';
import { ExcelHost } from '../../support/office/host.ts';
import { installLibrary, type Weighed } from '../../support/office/library/install.ts';
import { columns, row } from '../../support/workbook/contract/ledger.ts';
import { openExcelPort, openExcelUser } from '../../support/workbook/excelUser.ts';
import { contractFor } from '../../support/workbook/portContract.ts';
import { shareOf } from '../../support/thorough.ts';

/**
 * Microsoft's own library in front, the stand-in behind: the library makes the requests that it would make of a real Excel,
 * loads what it is told of, and refuses what it would refuse. Its release ends at ExcelApi 1.15, so that notes are left out.
 */
const install = (host: ExcelHost) => void installLibrary(host, globalThis);
const acts = new Set(Object.keys(openExcelUser(new ExcelHost()).user));

const hosts = [
  ['on the web', { api: 9, platform: 'OfficeOnline' }],
  ['on Windows', { api: 18, platform: 'PC' }],
] as const;

describe('S12: the adapter behind Microsoft’s library keeps the contract', () => {
  for (const [at, { name, run }] of contractFor(acts).entries())
    test.each(shareOf(hosts, at))(`${name}, %s`, (_, options) =>
      run(async () => openExcelUser(new ExcelHost({ ...options, undo: true }), install)),
    );
});

test('S12.1: in Excel on the web no request of the library’s own is over 5 MB, with 12,000 scattered marks', async () => {
  const host = new ExcelHost({ api: 15, platform: 'OfficeOnline' });
  let weighed: Weighed = { requests: 0, largest: 0 };
  const port = openExcelPort(host, undefined, (of) => (weighed = installLibrary(of, globalThis)));
  const rows = Array.from({ length: 12_000 }, (__, at) =>
    row(`k${at}`, { count: at, note: `第${at}行的话` }),
  );
  await port.layOut({ columns, rows });
  await port.apply({
    marks: rows.flatMap(({ cells }, at) =>
      at % 2 === 0
        ? [
            { key: String(cells.key), column: 'note' as const, mark: 'error' as const, message: null },
            { key: String(cells.key), column: 'count' as const, mark: 'warning' as const, message: null },
          ]
        : [],
    ),
    cells: rows
      .filter((__, at) => at % 3 === 0)
      .map(({ cells }) => ({ key: String(cells.key), cells: { result: '✗' } })),
  });
  expect(weighed.largest).toBeLessThan(5 * 1024 * 1024);
  expect(host.counts.answerBytes).toBeLessThan(5 * 1024 * 1024);
});
