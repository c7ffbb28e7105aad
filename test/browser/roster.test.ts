import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Roster } from '../../shared/roster/roster.ts';
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
});

afterAll(async () => {
  await stand?.close();
});

const open = async (path: string, key: string) => {
  await page.goto(`${server.url}/help`);
  await page.goto(`${server.url}${path}#key=${key}`);
  await page.locator('tbody tr:visible').nth(11).waitFor();
};
const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true });
const dialog = () => page.getByRole('dialog');
const status = () => page.locator('.save-bar [role=status]');
const headers = () => ({ authorization: `Bearer ${server.keys.admin}`, 'content-type': 'application/json' });
const readRoster = async () => {
  const answer = await fetch(`${server.url}/v1/roster`, { headers: headers() });
  return { roster: (await answer.json()) as Roster, tag: answer.headers.get('etag')! };
};

it('B16, B16.1, B16.2: a renaming is compared and tried out; the former name is kept, and nothing is lost', async () => {
  await open('/roster', server.keys.admin);
  await page.getByLabel('薛家镇：名称').fill('薛家街道');
  await page.getByLabel('薛家镇：名称').press('Tab');
  await page.getByLabel('薛家街道：类型').selectOption('subdistrict');
  await takePicture(page, 'roster');
  expect(await status().innerText()).toBe('改了 2 处');
  await button('对照并试算').click();
  await dialog().getByText('“薛家镇”改名为“薛家街道”').waitFor();
  await dialog()
    .getByText(/清单里的这些名称将不再认得：薛家镇/u)
    .waitFor();
  await takePicture(page, 'roster-lost');
  expect(await axeFindings(page)).toEqual([]);
  await button('把旧名称留作别名').click();
  await dialog().getByText('应报项没有变化。').waitFor();
  await button('确认保存').click();
  await expect.poll(() => status().innerText()).toBe('名册已保存，应报项已随之调整。');
  const { roster } = await readRoster();
  expect(roster.units.find(({ id }) => id === 'xuejia')).toMatchObject({
    ...{ name: '薛家街道', kind: 'subdistrict', aliases: expect.arrayContaining(['薛家镇']) },
  });
});

it('B16.3: what another has saved meanwhile is told, merged in and compared again', async () => {
  const { roster, tag } = await readRoster();
  const units = roster.units.map((unit) => (unit.id === 'benniu' ? { ...unit, aliases: ['奔牛'] } : unit));
  const answer = await fetch(`${server.url}/v1/roster`, {
    ...{ method: 'PUT', headers: { ...headers(), 'if-match': tag } },
    body: JSON.stringify({ ...roster, units }),
  });
  expect(answer.status).toBe(200);
  await page.getByLabel('薛家街道：止').first().fill('2024-05-31');
  await button('对照并试算').click();
  await dialog()
    .getByRole('alert')
    .getByText(/名册已不是您看到的/u)
    .waitFor();
  await button('并入别人的改动后再对照').click();
  await dialog().locator('tfoot').waitFor();
  await takePicture(page, 'roster-effect');
  expect(await dialog().locator('tbody tr').first().innerText()).toMatch(
    /^薛家街道\s+0\s+0\s+0\s+[1-9]\d*$/u,
  );
  expect(await dialog().locator('ul').first().innerText()).not.toContain('奔牛');
  await button('返回修改').click();
  await button('放弃改动').click();
  expect(await page.getByLabel('奔牛镇：别名（用顿号隔开）').inputValue()).toBe('奔牛');
});

it('B16.4: a key is issued to a name, shown once, and revoked', async () => {
  await page.getByRole('tab', { name: '密钥' }).click();
  await page.locator('.filters select').selectOption('benniu');
  expect(new URL(page.url()).search).toBe('?tab=keys&unit=benniu');
  await button('发放密钥').click();
  await dialog().getByRole('button', { name: '发放密钥' }).click();
  await dialog().getByText('请填写持有人姓名。').waitFor();
  await page.keyboard.type('钱伟');
  await page.getByLabel(/有效期至/u).fill('2099-12-31');
  await takePicture(page, 'roster-issue');
  await dialog().getByRole('button', { name: '发放密钥' }).click();
  const key = await dialog().locator('code').innerText();
  expect(key).toMatch(/^tz_/u);
  await button('复制发给本人的话').click();
  await dialog().getByText('已复制', { exact: true }).waitFor();
  const message = await page.evaluate(() => navigator.clipboard.readText());
  expect(message).toContain(`/workbook?unit=benniu&list=2024#key=${key}`);
  expect(message).toContain(`${server.url}/help`);
  await takePicture(page, 'roster-minted');
  expect(await axeFindings(page)).toEqual([]);
  await button('已复制，关闭').click();
  const row = page.locator('.key-table tr', { hasText: '钱伟' });
  expect(await row.innerText()).toMatch(/填报人.*2099-12-31.*从未.*有效/su);
  expect(await page.content()).not.toContain(key);
  await row.getByRole('button').click();
  await dialog()
    .getByText(/停用奔牛镇“钱伟”的密钥/u)
    .waitFor();
  await dialog().getByRole('button', { name: '停用' }).click();
  await row.waitFor({ state: 'detached' });
  await page.getByText('也显示已停用和已到期的').click();
  await expect.poll(() => row.innerText()).toContain('已停用');
});

it('B16: officers look; 390 pixels and paper', async () => {
  await open('/roster?tab=keys', server.keys.officer);
  expect(await button('发放密钥').count()).toBe(0);
  await takePicture(page, 'roster-keys');
  await page.setViewportSize({ width: 390, height: 800 });
  await takePicture(page, 'roster-keys-390');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  expect(await axeFindings(page)).toEqual([]);
  await page.getByRole('tab', { name: '名册' }).click();
  expect(await page.locator('main input').count()).toBe(0);
  await takePicture(page, 'roster-390');
  await page.setViewportSize({ width: 1050, height: 740 });
  await page.emulateMedia({ media: 'print' });
  await takePicture(page, 'roster-print');
  expect(errors.filter((error) => !/412/u.test(error))).toEqual([]);
});
