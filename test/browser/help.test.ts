import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { LocalServer } from '../../worker/local/serve.ts';
import { axeFindings } from '../support/browser/axe.ts';
import { inColours } from '../support/browser/colours.ts';
import { collectErrors, openContext, pageAnew, takePicture } from '../support/browser/chromium.ts';
import { takeHelpPictures } from '../support/helpPictures.ts';
import { openStand, type Stand } from '../support/browser/stand.ts';
import { thoroughly } from '../support/thorough.ts';

let stand: Stand;
let server: LocalServer;
let context: BrowserContext;
let page: Page;
let errors: string[];

beforeAll(async () => {
  stand = await openStand({ reported: true });
  ({ server } = stand);
  ({ context } = await openContext(stand.browser, server.url));
});

afterAll(async () => {
  await stand?.close();
});

beforeEach(async () => {
  page = await pageAnew(context, server.url);
  errors = collectErrors(page);
});

/** What a clerk has to find in the guide. */
const subjects = [
  ...[
    '连接',
    '拉取',
    '待确认',
    '填写',
    '颜色',
    '核实说明',
    '同步',
    '冲突',
    '没有网络',
    '自动同步',
    'WPS',
    '换人填',
    '被退回了怎么办',
    '少了行',
    '找谁帮忙',
  ],
];

const pictures = () =>
  page.locator('.guide img').evaluateAll((all) => all.map((each) => (each as HTMLImageElement).naturalWidth));

/** Width and height of a PNG, in pixels: https://www.w3.org/TR/png/#11IHDR */
function sizeOf(path: string): { width: number; height: number } {
  const file = readFileSync(path);
  return { width: file.readUInt32BE(16), height: file.readUInt32BE(20) };
}

describe('E3: the guide', () => {
  it('stands at /help with every subject and its pictures, and axe finds nothing', async () => {
    await page.goto(`${server.url}/help`);
    const text = await page.locator('.guide').innerText();
    for (const subject of subjects) expect(text, subject).toContain(subject);
    // Five minutes, at 300 characters a minute.
    expect(text.replaceAll(/\s/gu, '').length).toBeLessThan(1500);
    await expect.poll(async () => (await pictures()).every((width) => width > 200)).toBe(true);
    expect(await pictures()).toHaveLength(5);
    expect(await axeFindings(page)).toEqual([]);
    expect(errors).toEqual([]);
    for (const scheme of ['dark', 'light'] as const) {
      await inColours(page, scheme);
      expect(await axeFindings(page, { coloursOnly: true }), scheme).toEqual([]);
    }
    await page.setViewportSize({ width: 320, height: 800 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  });

  thoroughly('shows the pictures that are taken of a clerk who does as it tells', async () => {
    await page.goto(`${server.url}/help`);
    await expect.poll(async () => (await pictures()).every((width) => width > 200)).toBe(true);
    const widths = await pictures();
    const shown = (
      await page.locator('.guide img').evaluateAll((all) => all.map((each) => each.getAttribute('src')!))
    ).map((src, at) => [`${/help-[a-z]+/.exec(src)![0]}.png`, widths[at]]);
    const folder = resolve('.dev/pictures/guide');
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    await takeHelpPictures(page, server, folder);
    const taken = readdirSync(folder).map((name) => [name, sizeOf(join(folder, name))] as const);
    expect(taken.map(([name, { width }]) => [name, width])).toEqual(shown.toSorted());
    for (const [name, { height }] of taken) expect(height, name).toBeGreaterThan(100);
    expect(errors).toEqual([]);
  });

  it('is printed on at most four sheets of A4, without its button, each picture whole', async () => {
    await page.goto(`${server.url}/help`);
    await expect.poll(async () => (await pictures()).every((width) => width > 200)).toBe(true);
    const pdf = await page.pdf({ preferCSSPageSize: true });
    const sheets = pdf.toString('latin1').match(/\/Type\s*\/Page\b/gu)?.length ?? 0;
    expect(sheets).toBeGreaterThan(1);
    expect(sheets).toBeLessThanOrEqual(4);
    // The width of A4 less its margins, at 96 dots an inch.
    await page.setViewportSize({ width: 658, height: 990 });
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    expect(await page.getByRole('button', { name: '打印' }).isVisible()).toBe(false);
    // Dark screens print black on white all the same.
    expect(await page.evaluate(() => getComputedStyle(document.body).color)).toBe('rgb(36, 36, 36)');
    const note = page.locator('.guide-note').first();
    expect(await note.evaluate((each) => getComputedStyle(each).backgroundColor)).toBe('rgb(245, 245, 245)');
    const [title, lead] = [
      await page.locator('h1').boundingBox(),
      await page.locator('.guide-head p').boundingBox(),
    ];
    expect(lead!.y).toBeGreaterThan(title!.y + title!.height - 1);
    expect(title!.height).toBeLessThan(60);
    const widest = await page
      .locator('.guide img')
      .evaluateAll((all) => Math.max(...all.map((each) => each.clientWidth)));
    expect(widest).toBeLessThanOrEqual(658);
    await takePicture(page, 'help-printed');
  });

  it('opens in the pane, is closed by Escape, and gives the focus back', async () => {
    await page.goto(`${server.url}/workbook`);
    const help = page.getByRole('button', { name: '帮助', exact: true });
    await help.focus();
    await page.keyboard.press('Enter');
    const guide = page.getByRole('dialog', { name: '五分钟填报指南' });
    await guide.getByText('10. 找谁帮忙').waitFor();
    expect(await guide.getByRole('link', { name: '打印' }).getAttribute('href')).toBe('/help?in=browser');
    await takePicture(page, 'help-in-pane');
    await page.keyboard.press('Escape');
    await guide.waitFor({ state: 'hidden' });
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('帮助');
    await help.click();
    await guide.getByRole('button', { name: '关闭' }).click();
    await guide.waitFor({ state: 'hidden' });
    expect(errors).toEqual([]);
  });
});
