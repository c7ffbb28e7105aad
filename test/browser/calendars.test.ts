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
  stand = await openStand({ reported: true });
  ({ server } = stand);
  const { context } = await openContext(stand.browser, server.url, { width: 1366, height: 768 });
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: server.url });
  page = await context.newPage();
  errors = collectErrors(page);
});

afterAll(async () => {
  await stand?.close();
});

const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true });
const open = async (path: string, key: string) => {
  await page.goto(`${server.url}/help`);
  await page.goto(`${server.url}${path}#key=${key}`);
};
/** The page at a telephone's width, as a picture; nothing reaches beyond it. */
const narrow = async (name: string) => {
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
  await takePicture(page, name);
  await page.setViewportSize({ width: 1366, height: 768 });
};

it('B7.4: a clerk makes a link on the unit’s page, copies it once, and revokes it', async () => {
  // The page takes no key from its address.
  await page.goto(`${server.url}/unit?unit=weicun`);
  await page.locator('fluent-text-input input').fill(server.keys.reporters['weicun']!);
  await button('打开').click();
  await page.locator('.unit-calendar > summary').click();
  await page.locator('.calendar-make fluent-text-input input').fill('王芳的手机');
  await button('生成链接').click();
  await button('复制链接').click();
  await page.getByText('已复制', { exact: true }).waitFor();
  const link = await page.evaluate<string>('navigator.clipboard.readText()');
  expect(link).toMatch(/\/v1\/calendar\/tzc_[0-9a-z]{32}\.ics$/u);
  expect(await (await fetch(link)).text()).toContain('BEGIN:VEVENT');
  await takePicture(page, 'unit-calendar');
  expect(await axeFindings(page)).toEqual([]);
  await narrow('unit-calendar-390');
  await button('已复制，收起').click();
  expect(await page.locator('main').innerText()).not.toContain('tzc_');
  await button(/^停用 王芳的手机/u).click();
  await page.getByRole('dialog').getByRole('button', { name: '停用', exact: true }).click();
  await page.getByText('还没有在用的链接。').waitFor();
  expect((await fetch(link)).status).toBe(404);
});

it('B7.4: an officer sees the links of all units, and makes one for a unit', async () => {
  await open('/roster?tab=calendars', server.keys.officer);
  await page.getByText('选择一个单位，即可为它生成链接。').waitFor();
  await page.locator('.filters select:visible').selectOption('xuejia');
  await button('生成链接').click();
  await page.getByText('链接只显示这一次，请现在复制。').waitFor();
  await page.locator('.calendar-links tbody tr').waitFor();
  await page.locator('.filters select:visible').selectOption('');
  expect(await page.locator('.calendar-links tbody tr').innerText()).toMatch(/^薛家镇\s+（未注明）/u);
  await takePicture(page, 'roster-calendars');
  expect(await axeFindings(page)).toEqual([]);
});

it('B16.4: who revokes a key is told of the links that were made with it, and may keep them', async () => {
  await open('/roster?tab=keys', server.keys.admin);
  await button(/^停用 周文斌/u).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('用这把密钥生成的日历订阅还有 1 条在用：薛家镇 · 未注明。').waitFor();
  const too = dialog.getByRole('checkbox', { name: '一并停用这些日历订阅' });
  expect(await too.isChecked()).toBe(true);
  await too.uncheck();
  await dialog.getByText(/保留的链接仍能看到该单位的到期日/u).waitFor();
  await takePicture(page, 'roster-revoke');
  expect(await axeFindings(page)).toEqual([]);
  await page.keyboard.press('Escape');
});

it('B7.9: an administrator sets reminders, sees today’s messages, and is told that a demo sends none', async () => {
  await open('/roster?tab=reminders', server.keys.admin);
  await page.getByText('当前是演示日期：可以设置和预览，但不会向外发送任何消息。').waitFor();
  await page.getByText('还没有地址，不会发送。').waitFor();
  await button('增加地址').click();
  const address = page.locator('.reminder-fields fluent-text-input').first().locator('input');
  await address.fill('http://10.0.0.1/x');
  await button('保存').click();
  await page
    .getByRole('alert')
    .getByText(/应以 https:\/\/ 开头/u)
    .waitFor();
  await address.fill('https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=0123456789abcdef');
  await page.getByLabel('提前几个工作日提醒').selectOption('2');
  await button('保存').click();
  await page.locator('.reminder-message').first().waitFor();
  await expect
    .poll(() => address.getAttribute('placeholder'))
    .toBe('已保存 https://qyapi.weixin.qq.com/…cdef；不改请留空');
  await button('发送测试').click();
  await page
    .getByRole('alert')
    .getByText(/当前是演示日期/u)
    .waitFor();
  await page.locator('.reminder-message').first().locator('summary').click();
  await takePicture(page, 'roster-reminders');
  expect(await axeFindings(page)).toEqual([]);
  await narrow('roster-reminders-390');
  expect(errors.filter((each) => !/40[0-9]/u.test(each))).toEqual([]);
});

it('B7.9: an officer looks at reminders, and changes nothing', async () => {
  await open('/roster?tab=reminders', server.keys.officer);
  await page.getByText('由管理员设置，当前密钥只能查看。').waitFor();
  expect(await button('保存').count()).toBe(0);
});
