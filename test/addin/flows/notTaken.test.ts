import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { LedgerRefused } from '../../../addin/workbook/port.ts';
import { blankServer, FakeServer } from './support/fakeServer.ts';
import { openDesk } from './support/desk.ts';
import { openExcelDesk } from './support/excelDesk.ts';
import { keyOf, serverRow, underWay } from './support/rows.ts';

test.each([9, 19])(
  'S12.11: a cell that takes nothing is left after two tries, and told once (ExcelApi 1.%i)',
  async (api) => {
    const desk = await openExcelDesk(new FakeServer([serverRow(1, underWay), serverRow(2, underWay)]), {
      api,
    });
    const sheet = desk.ledger.sheet();
    const [row, column] = [desk.ledger.row(keyOf(1)), desk.ledger.at('result')];
    const put = sheet.put.bind(sheet);
    let sent = 0;
    sheet.put = (at, right, value) => {
      if (at === row && right === column) sent += 1;
      else put(at, right, value);
    };
    desk.type(keyOf(1), 'count', 8);
    for (let pauses = 0; pauses < 12; pauses += 1) await desk.wait(10_000);
    expect(sent).toBe(2);
    expect(desk.session.view.notices).toEqual(['not-taken']);
    desk.type(keyOf(2), 'count', 9);
    for (let pauses = 0; pauses < 3; pauses += 1) await desk.wait(10_000);
    expect(desk.cell(keyOf(2), 'result')).toBe('● 待同步');
    expect(desk.session.view.notices).toEqual(['not-taken']);
  },
);

test('S12.11: what is refused is not told as restored', async () => {
  const { workbook, session, settle } = await openDesk(blankServer(2));
  workbook.apply = () => Promise.reject(new LedgerRefused('protected', 'AccessDenied', 'refused'));
  workbook.edit(keyOf(1), 'task', '别的');
  await settle();
  expect(session.view.problem?.code).toBe('workbook-protected');
  expect(session.view.restored).toEqual([]);
});

test.each(['taskpane', 'dialog'])('S12.7: the words of %s stand before Office.js is waited for', (page) => {
  const html = readFileSync(new URL(`../../../addin/${page}.html`, import.meta.url), 'utf8');
  const [words, office, own] = [
    html.indexOf('role="status"'),
    html.indexOf('%OFFICE_JS%'),
    html.indexOf('type="module"'),
  ];
  expect(words).toBeGreaterThan(0);
  expect(office).toBeGreaterThan(words);
  expect(own).toBeGreaterThan(office);
});
