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
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: server.url });
  page = await context.newPage();
  errors = collectErrors(page);
  await page.goto(`${server.url}/shares#key=${server.keys.officer}`);
  await page.locator('.share').first().waitFor();
});

afterAll(async () => {
  await stand?.close();
});

const row = (code: string) =>
  page
    .locator('.shares tbody tr', { hasText: `${code}` })
    .filter({ has: page.locator('.share') })
    .first();
const cells = (code: string) => row(code).locator('.share:not(.not-asked)');
const sumOf = (code: string) => row(code).locator('.sum').innerText();
const paste = (text: string) =>
  page.locator('.share input').evaluate((input, words) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', words);
    input.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, text);
const save = () => page.getByRole('button', { name: '保存', exact: true }).click();
const told = () => page.locator('.save-bar [role=status]');
const api = async (method: string, allocations?: object[]) => {
  const path = `${server.url}/v1/task-lists/2024/allocations`;
  const headers = { authorization: `Bearer ${server.keys.admin}`, 'content-type': 'application/json' };
  const standing = await fetch(path, { headers });
  if (!allocations) return ((await standing.json()) as { allocations: { share: number }[] }).allocations;
  const answer = await fetch(path, {
    method,
    headers: { ...headers, 'if-match': standing.headers.get('etag')! },
    body: JSON.stringify({ allocations }),
  });
  expect(answer.status).toBe(200);
  return [];
};

it('B15.1, B15.2: it is typed into, pasted into and moved in as a sheet, and adds up live', async () => {
  expect(await row('1-5-2').locator('.number').first().innerText()).toBe('86');
  expect(await sumOf('1-5-2')).toBe('未分解');
  await cells('1-5-2').first().click();
  await page.keyboard.type('４０家');
  await page.keyboard.press('Tab');
  expect(await sumOf('1-5-2')).toBe('少 46');
  expect(await cells('1-5-2').first().innerText()).toBe('40');
  await paste('16\t20\t10\r\n');
  expect(await sumOf('1-5-2')).toBe('相符');
  await page.keyboard.type('约9');
  expect(await row('1-5-2').locator('.share.faulty').count()).toBe(1);
  await page.keyboard.press('Escape');
  expect(await sumOf('1-5-2')).toBe('相符');
  await page.keyboard.press('Control+z');
  expect(await sumOf('1-5-2')).toBe('少 46');
  await page.keyboard.press('Control+y');
  expect(await sumOf('1-5-2')).toBe('相符');
  expect(await told().innerText()).toContain('改了 4 格');
  await takePicture(page, 'shares-typed');
});

it('B15.3: only what was changed is saved; what another saved is merged, a same cell is decided', async () => {
  await save();
  await expect.poll(() => told().innerText()).toContain('已保存 4 格');
  expect((await api('GET')).map(({ share }) => share).toSorted((a, b) => a - b)).toEqual([10, 16, 20, 40]);
  const [first, second] = (await api('GET')) as unknown as { share: number }[];
  await api('PUT', [
    { ...first, share: 11 },
    { ...second, share: 12 },
  ]);
  await cells('1-5-2').first().click();
  await page.keyboard.type('41');
  await page.keyboard.press('Enter');
  await save();
  const clashes = page.locator('.clashes');
  await expect.poll(async () => (await told().innerText()) + (await clashes.count())).toMatch(/保存过/u);
  await takePicture(page, 'shares-merged');
  expect(await axeFindings(page)).toEqual([]);
});

it('B12, B15: filters stand in the address; 390 pixels and paper', async () => {
  await page.getByLabel('重点工作').selectOption('1-5');
  expect(new URL(page.url()).search).toBe('?task=1-5');
  const grid = page.getByRole('group', { name: '分解指标表：复制、导出、打印' });
  await grid.getByRole('button', { name: '复制表格' }).click();
  await page.getByText(/已复制 \d+ 行/u).waitFor();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied.split('\r\n')[0]).toMatch(/^工作安排与指标\t全区目标\t已分解\t差额\t/u);
  await page.goBack();
  await page.setViewportSize({ width: 390, height: 800 });
  await takePicture(page, 'shares-390');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  expect(await axeFindings(page)).toEqual([]);
  await page.setViewportSize({ width: 1050, height: 740 });
  await page.emulateMedia({ media: 'print' });
  await takePicture(page, 'shares-print');
  expect(await page.locator('.save-bar').isVisible()).toBe(false);
  expect(errors.filter((error) => !/412/u.test(error))).toEqual([]);
});
