import { readFile } from 'node:fs/promises';
import { readXlsx } from 'hucre';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { collectErrors, openContext, pageAnew, takePicture } from '../support/browser/chromium.ts';
import { Clerk } from '../support/browser/clerk.ts';
import { accessFaults } from '../support/browser/paneLooks.ts';
import { openStand, type Stand } from '../support/browser/stand.ts';
import { thorough, thoroughly } from '../support/thorough.ts';

// A: the clerk's ten minutes, by mouse, keyboard and clipboard, counted. Columns: H status, I count, J date, K note.

const sizes = {
  office: { width: 1366, height: 768 },
  small: { width: 1024, height: 768 },
  zoomed: { width: 1093, height: 614 },
};

/** Hands that count what they do. */
class Hands {
  clicks = 0;
  keys = 0;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  async click(role: 'button' | 'combobox' | 'textbox', name: string | RegExp, nth = 0): Promise<void> {
    this.clicks += 1;
    await this.#page
      .getByRole(role, { name, exact: typeof name === 'string' })
      .nth(nth)
      .click();
  }

  async type(text: string): Promise<void> {
    this.keys += text.length;
    await this.#page.keyboard.type(text);
  }

  async press(...keys: string[]): Promise<void> {
    this.keys += keys.length;
    for (const key of keys) await this.#page.keyboard.press(key);
  }
}

describe('the clerk’s day at the browser workbook', () => {
  let stand: Stand;
  let context: BrowserContext;
  let page: Page;
  let clerk: Clerk;
  let errors: string[];

  beforeAll(async () => {
    stand = await openStand({ reported: true });
    ({ context } = await openContext(stand.browser, stand.server.url));
  });

  afterAll(async () => {
    await stand?.close();
  });

  afterEach(() => {
    expect(errors.splice(0).filter((said) => !said.includes('ERR_INTERNET_DISCONNECTED'))).toEqual([]);
  });

  async function open(unit: string, size: { width: number; height: number } = sizes.office): Promise<void> {
    page = await pageAnew(context, stand.server.url);
    await page.setViewportSize(size);
    errors = collectErrors(page);
    await page.goto(`${stand.server.url}/workbook?unit=${unit}#key=${stand.server.keys.reporters[unit]}`);
    clerk = await new Clerk(page).ready();
    await page.getByRole('button', { name: /^全部 \d+$/u }).waitFor();
    await page.getByText('已保存在本机浏览器').waitFor({ state: 'attached' });
  }

  /** The cell at a place of the sheet, by a click there. */
  async function cellAt(x: number, y: number): Promise<{ column: string; row: number }> {
    const before = await clerk.selected();
    await page.mouse.click(x, y);
    await expect.poll(() => clerk.selected()).not.toBe(before);
    const [, column = '', row = ''] = /^([A-Z]+)(\d+)$/u.exec(await clerk.selected()) ?? [];
    return { column, row: Number(row) };
  }

  thoroughly.each(thorough ? (['small', 'zoomed'] as const) : (['zoomed'] as const))(
    'L4: %s: the pane is folded; status and count are in view, headline and sync too',
    async (size) => {
      await open('menghe', sizes[size]);
      const sheet = (await page.locator('#sheet').boundingBox())!;
      const corner = await cellAt(sheet.x + sheet.width - 60, sheet.y + 200);
      expect(corner.column >= 'I').toBe(true);
      await page
        .locator('.tz-bar')
        .getByText(/^本周 \d+ 行未报/u)
        .waitFor();
      expect(await page.locator('.tz-bar').getByRole('button', { name: '同步' }).isVisible()).toBe(true);
      await page.getByRole('button', { name: '展开侧栏' }).click();
      await page.locator('.tz-pane').getByText('近期到期').waitFor();
      await takePicture(page, `clerk-${size}`);
    },
  );

  test('L4: at 1366 × 768 twelve rows and all that is filled in are in view', async () => {
    await open('menghe');
    const sheet = (await page.locator('#sheet').boundingBox())!;
    const corner = await cellAt(sheet.x + sheet.width - 40, sheet.y + sheet.height - 60);
    expect(corner.column).toBe('K');
    expect(corner.row).toBeGreaterThanOrEqual(13);
    await takePicture(page, 'clerk-1366');
  });

  test('T9.2: the week’s five rows: 8 clicks and 90 keys at most, from the open page to the server’s answer', async () => {
    // It goes on from the page of the test before.
    const hands = new Hands(page);
    const due = page.getByRole('list', { name: /^本周到期 \d+ 行/u }).getByRole('button');
    const begun = Date.now();
    await expect.poll(() => due.count()).toBe(5);
    const names = await due.allInnerTexts();
    for (const [at, name] of names.entries()) {
      hands.clicks += 1;
      await due.first().click();
      await expect.poll(() => clerk.selected()).toMatch(/^H\d+$/u);
      await hands.type('已开展');
      await hands.press('Tab');
      if (name.includes('2-1-4')) await hands.type('5');
      await hands.press('Tab', 'Tab');
      if (at === 0) {
        await hands.type('已调度企业五家，隐患均已整改');
        await hands.press('Tab', 'ArrowLeft', 'Control+C');
      } else await hands.press('Control+V');
      await expect.poll(() => due.count()).toBe(names.length - at - 1);
    }
    await hands.click('button', '同步');
    await page.getByText('已上报 5 行').first().waitFor();
    console.log(`week: ${(Date.now() - begun) / 1000} s, ${hands.clicks} clicks, ${hands.keys} keys`);
    expect(hands.clicks).toBeLessThanOrEqual(8);
    expect(hands.keys).toBeLessThanOrEqual(90);
    await page
      .locator('.tz-headline')
      .getByText(/^(逾期未报|已报逾期未完成) \d+ 行/u)
      .waitFor();
    await takePicture(page, 'clerk-week');
  });

  thoroughly(
    'L1: rows of the workbook are the same by every address; another tab takes it over',
    async () => {
      // It goes on from the page of the test before, too.
      await clerk.fill('L3', '同一份');
      await page.getByText('已保存在本机浏览器').waitFor();
      await page.goto(`${stand.server.url}/workbook`);
      await clerk.ready();
      expect(await clerk.read('L3')).toEqual([['同一份']]);
      const second = await context.newPage();
      await second.goto(`${stand.server.url}/workbook?unit=menghe&list=2024`);
      await second.getByRole('button', { name: '改在这里打开' }).click();
      const other = await new Clerk(second).ready();
      await page.getByRole('button', { name: '改在这里打开' }).waitFor();
      await page.close();
      expect(await other.read('L3')).toEqual([['同一份']]);
      // A copy from when each address had its own workbook: what waits there is told, and a button opens it.
      await second.evaluate(
        () =>
          new Promise<void>((done, fail) => {
            const opening = indexedDB.open('taizhang');
            opening.addEventListener('error', () => fail(new Error('no database')));
            opening.addEventListener('success', () => {
              const kept = opening.result.transaction('workbooks', 'readwrite').objectStore('workbooks');
              const asking = kept.get('2024/menghe');
              asking.addEventListener('success', () => {
                kept.put(asking.result, '/menghe').addEventListener('success', () => done());
              });
            });
          }),
      );
      await second.reload();
      await other.ready();
      await second.getByText('本机另有一份孟河镇 2024 年的工作簿，其中 1 行未同步').waitFor();
      await second.getByRole('button', { name: '打开那一份' }).click();
      await second.getByText('这是本机留存的另一份工作簿').waitFor();
    },
  );

  thoroughly(
    'L5: a view is one click, filters the sheet, outlives a reload, and a search looks in it',
    async () => {
      await open('xixiashu');
      await page.getByRole('button', { name: /^逾期未报 \d+$/u }).click();
      await page.getByRole('button', { name: /^逾期未报 \d+$/u, pressed: true }).waitFor();
      const rows = await clerk.read('A2:K200');
      const dates = rows.map((cells) => cells[6] ?? '').filter(Boolean);
      expect(dates.length).toBeGreaterThan(0);
      expect(dates.every((date) => date < '2024-04-10')).toBe(true);
      await page.getByText('已保存在本机浏览器').waitFor();
      await page.reload();
      await clerk.ready();
      await page.getByRole('button', { name: /^逾期未报 \d+$/u, pressed: true }).waitFor();
      await page.getByRole('button', { name: /^全部 \d+$/u }).click();
      await clerk.goTo('A2');
      await page.keyboard.press('Control+F');
      await page.keyboard.type('季度');
      await page.keyboard.press('Enter');
      await page.getByText(/^第 1 处，共 \d+ 处$/u).waitFor();
      expect(await accessFaults(page)).toEqual([]);
    },
  );

  thoroughly('L6: the ledger is had as a file with its views, and on paper', async () => {
    await open('xinqiao');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '导出' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('新桥街道2024年台账（2024-04-10）.xlsx');
    const { sheets } = await readXlsx(await readFile(await download.path()));
    expect(sheets.map(({ name }) => name)).toEqual([
      ...['全部', '已报', '本月到期'],
      ...['已报逾期未完成', '逾期未报', '本周应报'],
    ]);
    await page.evaluate(() => {
      window.print = () => {};
    });
    await page.getByRole('button', { name: '打印' }).click();
    await page.emulateMedia({ media: 'print' });
    await expect.poll(() => page.locator('#tz-print tbody tr').count()).toBe(sheets[0]!.rows.length - 1);
    await page.locator('#sheet').waitFor({ state: 'hidden' });
    await page.evaluate(() => dispatchEvent(new Event('afterprint')));
    await expect.poll(() => page.locator('#tz-print').count()).toBe(0);
  });

  test('L7: without a network the page opens again, with what was typed', async () => {
    await open('luoxi');
    await clerk.fill('L2', '离线前填的');
    await page.getByText('已保存在本机浏览器').waitFor();
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
    await context.setOffline(true);
    await page.reload();
    await clerk.ready();
    await page.locator('.tz-headline').getByText('离线').waitFor();
    expect(await clerk.read('L2')).toEqual([['离线前填的']]);
  });

  test('L2: another unit’s key is refused with a sentence, and the address is kept', async () => {
    const other = await pageAnew(context, stand.server.url);
    // What the browser says of the refusal is no complaint.
    errors = [];
    await other.goto(`${stand.server.url}/workbook?unit=xuejia#key=${stand.server.keys.reporters['menghe']}`);
    await other.getByText('这把密钥不是这个工作簿所属单位的').waitFor();
    expect(other.url()).toBe(`${stand.server.url}/workbook?unit=xuejia`);
    expect(await other.getByRole('button', { name: /^全部/u }).count()).toBe(0);
    await other.getByRole('textbox', { name: '访问密钥' }).fill(stand.server.keys.reporters['xuejia']!);
    await other.getByRole('button', { name: '连接', exact: true }).click();
    await other.getByRole('button', { name: /^全部 \d+$/u }).waitFor();
  });
});

thoroughly('T11: fifteen weeks are caught up in 8 clicks', async () => {
  const stand = await openStand();
  try {
    const { context } = await openContext(stand.browser, stand.server.url, sizes.office);
    const page = await context.newPage();
    await page.goto(`${stand.server.url}/workbook?unit=xuejia#key=${stand.server.keys.reporters['xuejia']}`);
    await page.getByText('全部已同步').first().waitFor();
    const hands = new Hands(page);
    const begun = Date.now();
    const part = page.locator('.tz-catch-up');
    hands.clicks += 1;
    await part.locator('summary').click();
    await part.getByText('已选 15 期，共 15 期').waitFor();
    hands.clicks += 2;
    await part.getByLabel('状态').selectOption('已开展');
    hands.clicks += 1;
    await part.getByLabel('工作情况').click();
    await hands.type('每周调度装货企业，核验情况均已通报');
    await takePicture(page, 'clerk-catch-up');
    await hands.click('button', '写入 15 行');
    await page.getByText('15 行待同步').first().waitFor();
    await hands.click('button', '同步');
    await page.getByText('已上报 15 行').first().waitFor();
    console.log(
      `fifteen weeks: ${(Date.now() - begun) / 1000} s, ${hands.clicks} clicks, ${hands.keys} keys`,
    );
    expect(hands.clicks).toBeLessThanOrEqual(8);
  } finally {
    await stand.close();
  }
});
