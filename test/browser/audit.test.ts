import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { LocalServer } from '../../worker/local/serve.ts';
import { axeFindings } from '../support/browser/axe.ts';
import { collectErrors, openContext, takePicture } from '../support/browser/chromium.ts';
import { openStand, type Stand } from '../support/browser/stand.ts';

let stand: Stand;
let server: LocalServer;
let page: Page;
let errors: string[];

beforeAll(async () => {
  stand = await openStand();
  ({ server } = stand);
  const { context } = await openContext(stand.browser, server.url, { width: 1366, height: 768 });
  page = await context.newPage();
  errors = collectErrors(page);
  const set = async (path: string, how: (body: any) => object) => {
    const headers = { authorization: `Bearer ${server.keys.admin}`, 'content-type': 'application/json' };
    const standing = await fetch(`${server.url}/v1${path}`, { headers });
    const body = JSON.stringify(how(await standing.json()));
    const version = { 'if-match': standing.headers.get('etag')! };
    const answer = await fetch(`${server.url}/v1${path}`, {
      method: 'PUT',
      headers: { ...headers, ...version },
      body,
    });
    expect(answer.status).toBe(200);
  };
  const share = (unit: string, n: number) => ({ arrangement: '1-5-2', indicator: 'i1', unit, share: n });
  // One more than a page holds.
  for (let n = 1; n <= 51; n += 1)
    await set('/task-lists/2024/allocations', () => ({ allocations: [share('xuejia', n)] }));
  const all = ['benniu', 'menghe', 'luoxi', 'xuejia', 'xixiashu', 'sanjing'];
  await set('/task-lists/2024/allocations', () => ({ allocations: all.map((unit, at) => share(unit, at)) }));
  await set('/roster', (roster) => ({
    ...roster,
    units: roster.units.map((unit: { id: string }) =>
      unit.id === 'benniu' ? { ...unit, aliases: ['奔牛'] } : unit,
    ),
  }));
});

afterAll(async () => {
  await stand?.close();
});

const rows = () => page.locator('.audit tbody tr');

it('B17, B17.1: who did what is told in sentences, page by page, filtered in the address', async () => {
  await page.goto(`${server.url}/audit#key=${server.keys.officer}`);
  await rows().first().waitFor();
  expect(await rows().count()).toBe(50);
  expect(await rows().first().locator('.did').innerText()).toMatch(/^修改名册（奔牛镇）/u);
  expect(await rows().nth(1).locator('.did').innerText()).toMatch(/等 6 个单位的分解指标（1-5-2）/u);
  const link = rows().first().getByRole('link');
  expect(await link.getAttribute('href')).toBe('/bureau?tab=each&unit=benniu');
  await rows().nth(1).getByText('另外 2 处').click();
  await takePicture(page, 'audit');
  expect(await axeFindings(page)).toEqual([]);
  await page.getByRole('button', { name: '更早的' }).click();
  await expect.poll(() => rows().count()).toBeGreaterThan(53);
  await page.locator('.filters select').nth(1).selectOption('roster');
  await expect.poll(() => rows().count()).toBe(2);
  await page.locator('.filters select').first().selectOption('menghe');
  await expect.poll(() => rows().count()).toBe(1);
  expect(new URL(page.url()).search).toBe('?kind=roster&unit=menghe');
  await page.goBack();
  await expect.poll(() => rows().count()).toBe(2);
  await page.getByLabel('姓名或密钥编号').fill('没有这个人');
  await page.getByLabel('姓名或密钥编号').press('Enter');
  await page.getByText('没有符合条件的记录。').waitFor();
  await page.getByRole('button', { name: '清除筛选' }).click();
  await expect.poll(() => rows().count()).toBe(50);
});

it('B17: 390 pixels and paper', async () => {
  await page.setViewportSize({ width: 390, height: 800 });
  await takePicture(page, 'audit-390');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  expect(await axeFindings(page)).toEqual([]);
  await page.setViewportSize({ width: 1050, height: 740 });
  await page.emulateMedia({ media: 'print' });
  await takePicture(page, 'audit-print');
  expect(await page.locator('.filters').isVisible()).toBe(false);
  expect(errors).toEqual([]);
});
