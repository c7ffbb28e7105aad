import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { LocalServer } from '../../worker/local/serve.ts';
import { collectErrors, openContext, takePicture } from '../support/browser/chromium.ts';
import { openStand, type Stand } from '../support/browser/stand.ts';
import { standInForOffice } from '../support/office/script.ts';

describe('the task pane’s page, as it is built and served (S12)', () => {
  let stand: Stand;
  let server: LocalServer;
  let browser: Browser;
  let context: BrowserContext;

  beforeAll(async () => {
    stand = await openStand();
    ({ server, browser } = stand);
    ({ context } = await openContext(browser, server.url, { width: 420, height: 900 }));
  });

  afterAll(async () => {
    await stand?.close();
  });

  async function open(
    prepare: (page: Page) => Promise<unknown>,
    hash = '',
  ): Promise<{ page: Page; errors: string[] }> {
    const page = await context.newPage();
    await prepare(page);
    const errors = collectErrors(page);
    await page.goto(`${server.url}/taskpane${hash}`);
    return { page, errors };
  }

  test('S12.7: outside Excel it says so, and leads to the browser’s workbook', async () => {
    const { page, errors } = await open((blank) => standInForOffice(blank, { inExcel: false }));
    await page.getByText('请在 Excel 的“台账”选项卡中打开').waitFor();
    expect(await page.getByRole('link').getAttribute('href')).toBe('/workbook');
    expect(await page.locator('.tz-pane').count()).toBe(0);
    expect(await page.evaluate(() => typeof history.replaceState)).toBe('function');
    expect(errors).toEqual([]);
    await page.close();
  });

  test('S12.7: without Office.js it says what is missing', async () => {
    const { page } = await open((blank) => blank.route(/office\.js/, (route) => route.abort()));
    await page.getByText('没有取到 Office.js').waitFor();
    await page.close();
  });

  test('S12: in Excel a clerk connects, fills in a row, syncs, and the sheet says so', async () => {
    const key = server.keys.reporters['xuejia']!;
    const { page, errors } = await open((blank) => standInForOffice(blank), `#key=${key}`);
    await page.waitForFunction(() => (window.officeStandIn?.host.book.tables.length ?? 0) > 0);
    const rowKey = await page.evaluate(() => {
      const { ledger, user } = window.officeStandIn!;
      const sheet = ledger.sheet();
      const row = [...sheet.rows.keys()].find((at) =>
        String(sheet.value(at, ledger.at('arrangement'))).startsWith('1-7-1 '),
      )!;
      user.type(row, ledger.at('status'), '已开展');
      user.type(row, ledger.at('note'), '调度5家装货企业，已通报。');
      return String(sheet.value(row, ledger.at('key')));
    });
    const says = (text: string) =>
      page.waitForFunction(
        ([row, result]) => {
          const { ledger } = window.officeStandIn!;
          return ledger.sheet().value(ledger.row(row!), ledger.at('result')) === result;
        },
        [rowKey, text],
      );
    await says('● 待同步');
    await page.getByRole('button', { name: '同步', exact: true }).click();
    await says('✓ 已同步');
    await takePicture(page, 'taskpane-in-excel');
    expect(errors).toEqual([]);
    await page.close();
  });
});
