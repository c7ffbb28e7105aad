import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { LocalServer } from '../../worker/local/serve.ts';
import { collectErrors, openContext, pageAnew } from '../support/browser/chromium.ts';
import { openStand, type Stand } from '../support/browser/stand.ts';
import { thoroughly } from '../support/thorough.ts';

let stand: Stand;
let server: LocalServer;
let context: BrowserContext;
let outside: string[];
let page: Page;
let errors: string[];

beforeAll(async () => {
  stand = await openStand({ reported: true });
  ({ server } = stand);
  ({ context, outside } = await openContext(stand.browser, server.url));
});

afterAll(async () => {
  await stand?.close();
});

beforeEach(async () => {
  page = await pageAnew(context, server.url);
  errors = collectErrors(page);
});

const openBureau = async (key: string) => {
  await page.goto(`${server.url}/bureau?tab=unit#key=${key}`);
  await page.locator('.tile').first().waitFor();
  await page.locator('tbody tr').nth(11).waitFor();
};

/** The number on a tile, and how many entries the list behind it has when all are shown. */
async function behind(name: string): Promise<{ shown: number; listed: number }> {
  const tile = page.locator('.tile', { hasText: name }).first();
  const shown = Number((await tile.locator('.tile-number').innerText()).replaceAll(',', ''));
  await tile.click();
  const more = page.getByRole('button', { name: '更多' });
  const whole = page.getByText(/^共 \d+ 项$|没有这样的应报项/);
  for (let turn = 0; turn < 40; turn += 1) {
    await more.or(whole).first().waitFor();
    if (await whole.isVisible()) break;
    await more.click();
  }
  const listed = await page.locator('.entries > li').count();
  await page.keyboard.press('Escape');
  return { shown, listed };
}

describe('the bureau’s page', () => {
  it('takes the key out of the address bar and keeps it for the tab', async () => {
    await openBureau(server.keys.officer);
    expect(page.url()).toBe(`${server.url}/bureau?tab=unit`);
    await page.reload();
    await page.locator('tbody tr').nth(11).waitFor();
    expect(await page.locator('.date.demo').innerText()).toBe('演示日期 2024-04-10');
    await page.getByRole('button', { name: '退出' }).click();
    await page.getByText('请填入区局的访问密钥').waitFor();
    expect(errors).toEqual([]);
    expect(outside).toEqual([]);
  });

  it('lists behind each number exactly as many obligations as it says', async () => {
    await openBureau(server.keys.viewer);
    for (const name of ['已收', '迟报', '逾期未完成', '未报']) {
      const { shown, listed } = await behind(name);
      expect(shown, name).toBeGreaterThan(0);
      expect(listed, name).toBe(shown);
    }
  });

  it('B1: says rates of what is due, by their names, and the year’s share apart', async () => {
    await openBureau(server.keys.officer);
    const headers = { authorization: `Bearer ${server.keys.officer}` };
    const answer = await fetch(`${server.url}/v1/progress?groupBy=unit`, { headers });
    const { total, groups } = (await answer.json()) as Record<'total', Record<string, number>> & {
      groups: Record<string, number>[];
    };
    const whole = (rate: number) => `${Math.round(rate * 100)}%`;
    for (const [name, count, rate, called] of [
      ['已收', 'dueReceived', 'completeness', '上报率'],
      ['已完成', 'dueFulfilled', 'fulfilment', '已到期完成率'],
      ['按时', 'dueOnTime', 'timeliness', '按时率'],
    ] as const) {
      const tile = page.locator('.tile', { hasText: name }).first();
      expect(await tile.locator('.tile-number').innerText()).toBe(String(total[count]));
      expect(await tile.locator('.tile-rate').innerText()).toBe(`${called} ${whole(total[rate]!)}`);
      expect(total[rate]).toBe(total[count]! / total['due']!);
    }
    expect(await page.locator('.aside').innerText()).toContain(`（全年完成 ${whole(total['yearShare']!)}）`);
    const row = page.locator('tbody tr').first();
    expect(await row.locator('.percent').innerText()).toBe(whole(groups[0]!['fulfilment']!));
    expect(await row.locator('td').nth(1).innerText()).toBe(whole(groups[0]!['timeliness']!));
  });

  thoroughly('groups by everything, and opens an obligation down to its rows', async () => {
    await openBureau(server.keys.officer);
    for (const [tab, first] of [
      ['按类别', '坚持'],
      ['按重点工作', '1-1'],
      ['按工作安排', '1-1-1'],
      ['按报告期', '第1周'],
      ['指标', '1-1-1'],
    ] as const) {
      await page.getByRole('tab', { name: tab, exact: true }).click();
      await page.locator('tbody tr').first().filter({ hasText: first }).waitFor();
    }
    await page.getByRole('tab', { name: '按单位' }).click();
    await page.getByRole('button', { name: /^滨开区 已收/ }).click();
    await page.locator('.entries summary').first().click();
    await page.locator('.row dl').first().getByText('已开展').waitFor();
    expect(errors).toEqual([]);
  });

  it('works by keyboard and in English', async () => {
    await openBureau(server.keys.officer);
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('tab', { name: 'By unit' }).focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await page.locator('th', { hasText: 'Category' }).first().waitFor();
    await page
      .getByRole('button', { name: /Missing/ })
      .first()
      .focus();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
  });

  it('says what is wrong with a key, and what a town’s key is for', async () => {
    await page.goto(`${server.url}/bureau#key=tz_wrong`);
    await page.getByText('访问密钥抄写有误').waitFor();
    await page.goto(`${server.url}/#`);
    await page.goto(`${server.url}/bureau#key=${server.keys.reporters.xuejia}`);
    await page.getByText('这是薛家镇的填报密钥').waitFor();
  });

  it('serves the API’s documentation without any other host', async () => {
    await page.goto(`${server.url}/docs`);
    await page.getByText('填报 · Reporting').first().click();
    await page.getByText('/v1/sync').first().click();
    await page.getByText('pushId').first().waitFor();
    expect(outside).toEqual([]);
    expect(errors).toEqual([]);
  });
});
