import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LocalServer } from '../../worker/local/serve.ts';
import { axeFindings } from '../support/browser/axe.ts';
import { collectErrors, openContext, takePicture } from '../support/browser/chromium.ts';
import { openStand, type Stand } from '../support/browser/stand.ts';

let stand: Stand;
let server: LocalServer;
let context: BrowserContext;
let page: Page;
let errors: string[];

beforeAll(async () => {
  stand = await openStand({ reported: true });
  ({ server } = stand);
  ({ context } = await openContext(stand.browser, server.url, { width: 1366, height: 800 }));
  page = await context.newPage();
  errors = collectErrors(page);
});

afterAll(async () => {
  await stand?.close();
});

const links = (of: Page) => of.getByRole('navigation', { name: '工作台' }).getByRole('link');
const current = (of: Page) => of.locator('nav [aria-current=page]').innerText();

describe('the officer’s desk', () => {
  it('B14: its navigation leads to every page, the year goes along, the header says whose key it is', async () => {
    await page.goto(`${server.url}/bureau?tab=unit&year=2024#key=${server.keys.officer}`);
    await page.locator('tbody tr').nth(11).waitFor();
    expect(await current(page)).toBe('进度');
    expect(await page.locator('.desk .year').innerText()).toBe('2024 年');
    expect(await page.locator('.desk .who').innerText()).toBe('周文斌 工作人员');
    const addresses = await links(page).evaluateAll((all) => all.map((link) => link.getAttribute('href')));
    await takePicture(page, 'desk');
    for (const address of addresses) {
      expect(address).toMatch(/^\/[a-z]+\?year=2024$/u);
      await page.goto(`${server.url}${address}`);
      await page.locator('main > *').first().waitFor();
      expect(await page.locator('nav [aria-current=page]').getAttribute('href')).toBe(address);
      expect(await links(page).count()).toBe(addresses.length);
    }
    expect(errors).toEqual([]);
  });

  it('B14: it works at 390 pixels, axe finds nothing, and paper has the title instead of the navigation', async () => {
    await page.goto(`${server.url}/bureau?tab=unit`);
    await page.locator('tbody tr').nth(11).waitFor();
    await page.setViewportSize({ width: 390, height: 800 });
    for (const link of await links(page).all()) {
      const { x, width } = (await link.boundingBox())!;
      expect(x).toBeGreaterThanOrEqual(0);
      expect(x + width).toBeLessThanOrEqual(390);
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    await takePicture(page, 'desk-390');
    expect(await axeFindings(page)).toEqual([]);
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('navigation').isVisible()).toBe(false);
    expect((await page.locator('h1').boundingBox())!.width).toBeGreaterThan(10);
    await page.emulateMedia({ media: 'screen' });
    await page.setViewportSize({ width: 1366, height: 800 });
  });

  it('B14: one sign-in opens it in every tab, and who signs out in one has signed out in all', async () => {
    const other = await context.newPage();
    await other.goto(`${server.url}/lists`);
    await other.locator('.desk .who').waitFor();
    await other.getByRole('button', { name: '退出' }).click();
    for (const each of [other, page]) await each.getByText('请填入区局的访问密钥').waitFor();
    await other.reload();
    await other.getByText('请填入区局的访问密钥').waitFor();
    await other.close();
    expect(errors).toEqual([]);
  });
});
