import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { acts } from '../../shared/manifest/acts.ts';
import type { LocalServer } from '../../worker/local/serve.ts';
import { axeFindings } from '../support/browser/axe.ts';
import { collectErrors, openContext, takePicture } from '../support/browser/chromium.ts';
import { openStand, type Stand } from '../support/browser/stand.ts';
import type { Habits } from '../support/office/habits.ts';
import { standInForOffice } from '../support/office/script.ts';
import { thoroughly } from '../support/thorough.ts';

/** A deployment's address, since Office opens dialogs over HTTPS only; its requests are answered by the local server. */
const deployed = 'https://taizhang.example';

/** Ends a test that waits in vain. */
const wait = { timeout: 30_000 };
let stand: Stand;
let server: LocalServer;
let browser: Browser;
let context: BrowserContext;
let asked: string[];

beforeAll(async () => {
  stand = await openStand({ reported: true });
  ({ server, browser } = stand);
});

afterAll(async () => {
  await stand?.close();
});

afterEach(async () => {
  await context?.unrouteAll({ behavior: 'ignoreErrors' });
  await context?.close();
});

async function openDeployed(): Promise<void> {
  ({ context } = await openContext(browser, deployed));
  asked = [];
  await context.route(`${deployed}/**`, async (route) => {
    const url = route.request().url();
    asked.push(url);
    await route.fulfill({ response: await route.fetch({ url: url.replace(deployed, server.url) }) });
  });
}

const key = () => server.keys.reporters['weicun']!;
const numberOf = async (page: Page, name: string) =>
  Number(await page.locator('.tile', { hasText: name }).first().locator('.tile-number').innerText());

/** The unit's own numbers, as the API counts them. */
async function counted(): Promise<Record<string, number>> {
  const headers = { authorization: `Bearer ${key()}` };
  const answer = await fetch(`${server.url}/v1/progress?groupBy=unit`, { headers });
  return ((await answer.json()) as { total: Record<string, number> }).total;
}

describe('E2: the unit’s progress beside the browser workbook', () => {
  it('E2.1: opens in a tab with the key that the pane keeps, and says the unit’s own numbers', async () => {
    await openDeployed();
    const page = await context.newPage();
    const errors = collectErrors(page);
    await page.goto(`${deployed}/workbook?unit=weicun#key=${key()}`);
    await page.getByText(/台账 \d+ 行/).waitFor();
    const [tab] = await Promise.all([
      context.waitForEvent('page'),
      page.getByRole('button', { name: '统计', exact: true }).click(),
    ]);
    await tab.getByText('本单位合计').or(tab.locator('.tile').first()).first().waitFor();
    expect(tab.url()).toBe(`${deployed}/unit?unit=weicun`);
    expect(await tab.locator('.unit-name').innerText()).toBe('魏村街道');
    const total = await counted();
    expect(await numberOf(tab, '已收')).toBe(total['dueReceived']);
    expect(await numberOf(tab, '逾期未完成')).toBe(total['overdue']);
    await tab.getByText(new RegExp(`逾期未完成 ${total['overdue']} 项（\\d+ 行）`, 'u')).waitFor();
    await tab.getByText(/本周到期 \d+ 项（\d+ 行）/).waitFor();
    expect(await tab.getByRole('button', { name: /去填写/ }).count()).toBe(0);
    for (const [name, first] of [
      ['按工作安排', '1-1-1'],
      ['按报告期', '第1周'],
      ['指标', '1-1-1'],
    ] as const) {
      await tab.getByRole('tab', { name, exact: true }).click();
      await tab.locator('tbody tr').first().filter({ hasText: first }).waitFor();
    }
    expect(await axeFindings(tab)).toEqual([]);
    await takePicture(tab, 'unit');
    expect(asked.filter((url) => url.includes('tz_'))).toEqual([]);
    expect(errors).toEqual([]);
    await tab.setViewportSize({ width: 360, height: 800 });
    expect(await tab.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    await takePicture(tab, 'unit-narrow');
  });

  thoroughly(
    'E2.1: asks for a key where none is kept, keeps it for the unit, and sends the bureau to its own page',
    async () => {
      await openDeployed();
      const page = await context.newPage();
      await page.goto(`${deployed}/unit?unit=weicun`);
      await page.getByText('请填入本单位的访问密钥').waitFor();
      const input = page.locator('fluent-text-input input');
      await input.fill(server.keys.viewer);
      await page.getByRole('button', { name: '打开' }).click();
      await page.getByText('这是区局的密钥').waitFor();
      expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain('tz_');
      await page.reload();
      await input.fill(key());
      await input.press('Enter');
      await page.locator('.tile').first().waitFor();
      await page.reload();
      await page.locator('.tile').first().waitFor();
      await page.getByRole('button', { name: '退出' }).click();
      await page.reload();
      await page.getByText('请填入本单位的访问密钥').waitFor();
    },
  );
});

describe('E2: the unit’s progress as a dialog of Excel', () => {
  /** The task pane over the stand-in, connected. */
  async function openPane(
    sharedRuntime = true,
    habits: Partial<Habits> = {},
  ): Promise<{ page: Page; errors: string[] }> {
    await openDeployed();
    await standInForOffice(context, { sharedRuntime, habits });
    const page = await context.newPage();
    const errors = collectErrors(page);
    await page.goto(`${deployed}/taskpane#key=${key()}`);
    await page.getByText(/台账 \d+ 行/).waitFor();
    return { page, errors };
  }
  const press = (page: Page, act: string) =>
    page.evaluate((name) => window.officeStandIn!.host.ribbon.press(name), act);
  const selected = (page: Page) =>
    page.evaluate(() => {
      const { ledger } = window.officeStandIn!;
      const sheet = ledger.sheet();
      const { row } = window.officeStandIn!.host.book.selection;
      return String(sheet.value(row, ledger.at('arrangement')));
    });

  it('E1.2, E2: the ribbon’s 统计 opens it; what is chosen there, the pane goes to in the ledger', async () => {
    const { page, errors } = await openPane();
    const [dialog] = await Promise.all([context.waitForEvent('page'), press(page, 'stats')]);
    const dialogErrors = collectErrors(dialog);
    const fill = dialog.locator('button:visible[aria-label^="去填写："]').first();
    const code = /[\d-]+/.exec((await fill.getAttribute('aria-label'))!)![0];
    expect(dialog.url()).toBe(`${deployed}/dialog?unit=weicun`);
    expect(await axeFindings(dialog)).toEqual([]);
    await takePicture(dialog, 'unit-dialog');
    await Promise.all([dialog.waitForEvent('close'), fill.click()]);
    await expect.poll(() => selected(page), wait).toMatch(new RegExp(`^${code} `, 'u'));
    expect([...errors, ...dialogErrors]).toEqual([]);
    expect(asked.filter((url) => url.includes('tz_'))).toEqual([]);
  });

  thoroughly('E2: closed by its own window, the pane is told, and a further one opens', async () => {
    const { page } = await openPane();
    const [dialog] = await Promise.all([context.waitForEvent('page'), press(page, 'stats')]);
    await dialog.locator('.tile').first().waitFor();
    await dialog.close();
    await expect
      .poll(async () => {
        await press(page, 'stats');
        return context.pages().length;
      }, wait)
      .toBe(2);
  });

  // github.com/OfficeDev/office-js 1868, 3820: on the web the two have no storage in common.
  it('S12.15: a dialog that finds no key asks the pane, and the key is in no address', async () => {
    const { page } = await openPane(true, { dialogStorage: 'apart' });
    const [dialog] = await Promise.all([context.waitForEvent('page'), press(page, 'stats')]);
    await dialog.locator('.tile').first().waitFor();
    expect(dialog.url()).toBe(`${deployed}/dialog?unit=weicun`);
    expect(asked.filter((url) => url.includes('tz_'))).toEqual([]);
  });

  thoroughly('E2: where Office opens no dialog, the page opens in the browser', async () => {
    const { page } = await openPane();
    await page.evaluate(() => {
      const { ui } = window.officeStandIn!.host.dialogs;
      ui.displayDialogAsync = (_address, _options, done) =>
        done({ status: 'failed', error: { code: 12_009, message: 'declined' } });
    });
    const [tab] = await Promise.all([context.waitForEvent('page'), press(page, 'stats')]);
    await tab.waitForURL(`${deployed}/unit?unit=weicun`);
  });

  thoroughly(
    'E1.2: each button of the ribbon shows the pane and does its act in it, without loading it anew',
    async () => {
      const { page } = await openPane();
      expect(await page.evaluate(() => window.officeStandIn!.host.ribbon.names)).toEqual([...acts]);
      const loads = asked.filter((url) => url.includes('/taskpane')).length;
      const api = (path: string) => asked.filter((url) => url.includes(`/v1/${path}`)).length;
      const before = { sheet: api('sheet'), scans: await syncs(page) };
      await press(page, 'pull');
      await expect.poll(() => api('sheet'), wait).toBeGreaterThan(before.sheet);
      await press(page, 'check');
      await expect.poll(() => syncs(page), wait).toBeGreaterThan(before.scans);
      await page.evaluate(() => {
        const { ledger, user } = window.officeStandIn!;
        const sheet = ledger.sheet();
        const row = [...sheet.rows.keys()].find((at) =>
          String(sheet.value(at, ledger.at('arrangement'))).startsWith('1-1-2 '),
        )!;
        user.type(row, ledger.at('status'), '进行中');
        user.type(row, ledger.at('note'), '已组织专家评审，本月完成三家。');
      });
      await page
        .getByText(/行待同步|行需处理/)
        .first()
        .waitFor();
      await press(page, 'sync');
      await expect.poll(() => api('sync'), wait).toBe(1);
      await press(page, 'help');
      await page.getByRole('dialog').getByText('1. 连接').waitFor();
      await press(page, 'connect');
      await page.getByRole('dialog').waitFor({ state: 'hidden' });
      expect(await page.evaluate(() => window.officeStandIn!.host.ribbon.shown)).toBe(5);
      expect(asked.filter((url) => url.includes('/taskpane')).length).toBe(loads);
    },
  );

  thoroughly(
    'E1.2: without a shared runtime, where Office shows no button, the pane has 统计 and 帮助 itself',
    async () => {
      const { page } = await openPane(false);
      const [dialog] = await Promise.all([
        context.waitForEvent('page'),
        page.getByRole('button', { name: '统计', exact: true }).click(),
      ]);
      await dialog.locator('.tile').first().waitFor();
      await page.getByRole('button', { name: '帮助', exact: true }).click();
      await page.getByRole('dialog').getByText('1. 连接').waitFor();
    },
  );

  const syncs = (page: Page) => page.evaluate(() => window.officeStandIn!.host.counts.syncs);
});
