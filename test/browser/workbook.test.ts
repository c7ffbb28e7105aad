import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest';
import {
  closePages,
  collectErrors,
  openContext,
  sharedChromium,
  takePicture,
} from '../support/browser/chromium.ts';
import { Clerk } from '../support/browser/clerk.ts';

describe('the workbook page, as it is built (S8)', () => {
  const site = inject('site');
  let browser: Browser;
  let context: BrowserContext;
  let outside: string[];
  let errors: string[] = [];
  /** The first unit's workbook: the tests go on from each other, since to open a page takes longest. */
  let page: Page;
  let clerk: Clerk;

  beforeAll(async () => {
    browser = await sharedChromium();
    ({ context, outside } = await openContext(browser, site));
    ({ page, clerk } = await open('?unit=u1&list=2024'));
  });

  afterAll(async () => {
    if (browser) await closePages(browser, site);
  });

  afterEach(() => {
    expect(outside, 'requests to other hosts').toEqual([]);
    expect(errors).toEqual([]);
  });

  async function open(query: string): Promise<{ page: Page; clerk: Clerk }> {
    const opened = await context.newPage();
    errors = collectErrors(opened);
    await opened.goto(`${site}/workbook.html${query}`);
    return { page: opened, clerk: await new Clerk(opened).ready() };
  }

  test('shows a spreadsheet and the pane side by side, in Chinese', async () => {
    await page.getByText('访问密钥', { exact: true }).waitFor();
    expect(await page.title()).toBe('台账工作簿');
    const [sheet, pane] = [
      await page.locator('#sheet').boundingBox(),
      await page.locator('#pane').boundingBox(),
    ];
    expect([sheet?.width, pane?.x, pane?.width]).toEqual([940, 940, 340]);
    expect(await page.getByRole('tab').allInnerTexts()).toEqual(['台账']);
    await takePicture(page, 'workbook-page');
  });

  test('what is pasted or typed into the pane does not go to the sheet', async () => {
    await clerk.fill('B2', '单元格');
    await clerk.goTo('B2');
    await page.evaluate(() => navigator.clipboard.writeText('tz_pasted'));
    const key = page.locator('#pane input').first();
    await key.click();
    await page.keyboard.press('Control+V');
    await page.keyboard.type('X');
    await expect.poll(() => key.inputValue()).toBe('tz_pastedX');
    expect(await clerk.read('B2')).toEqual([['单元格']]);
  });

  test('keeps what was typed on this computer, each unit’s workbook by itself', async () => {
    await clerk.fill('B2', '只在本机');
    await page.getByText('已保存在本机').waitFor();
    await page.reload();
    await clerk.ready();
    expect(await clerk.read('B2')).toEqual([['只在本机']]);
    const other = await open('?unit=u2&list=2024');
    await other.clerk.fill('B2', '另一单位');
    await other.page.getByText('已保存在本机').waitFor();
    await other.page.close();
    await page.bringToFront();
    await page.reload();
    await clerk.ready();
    expect(await clerk.read('B2')).toEqual([['只在本机']]);
  });

  test('keeps what was typed just before the page was left', async () => {
    await clerk.fill('B2', '最后一格');
    await page.goto('about:blank');
    await page.goto(`${site}/workbook.html?unit=u1&list=2024`);
    await clerk.ready();
    expect(await clerk.read('B2')).toEqual([['最后一格']]);
  });

  test('opens a workbook in one tab at a time, and goes on when the other is closed', async () => {
    await clerk.fill('B2', '第一页');
    await page.getByText('已保存在本机').waitFor();
    const second = await context.newPage();
    await second.goto(`${site}/workbook.html?unit=u1&list=2024`);
    await second.getByText('此台账已在另一个标签页中打开').waitFor();
    await takePicture(second, 'workbook-waiting');
    await page.close();
    const next = await new Clerk(second).ready();
    expect(await next.read('B2')).toEqual([['第一页']]);
  });
});
