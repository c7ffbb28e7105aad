import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ObligationDetail } from '../../shared/wire/obligationDetail.ts';
import type { ObligationsAnswer } from '../../shared/wire/obligations.ts';
import type { LocalServer } from '../../worker/local/serve.ts';
import { collectErrors, openContext, takePicture } from '../support/browser/chromium.ts';
import { Clerk, copyElsewhere } from '../support/browser/clerk.ts';
import { openStand, type Stand } from '../support/browser/stand.ts';
import { thoroughly } from '../support/thorough.ts';

// Columns: A result, B arrangement, C indicator, D district target, E unit's share, F period, G due, H status, I count,
// J completion date, K note, L problems, M contact, N evidence, O explanation, P task. Row 1 is the header.

let stand: Stand;
let server: LocalServer;
let browser: Browser;
let page: Page;
let clerk: Clerk;
let errors: string[];
let outside: string[];

beforeAll(async () => {
  stand = await openStand();
  ({ server, browser } = stand);
  const opened = await openContext(browser, server.url, { width: 1440, height: 900 });
  outside = opened.outside;
  page = await opened.context.newPage();
  errors = collectErrors(page);
});

afterAll(async () => {
  await stand?.close();
});

const headline = () => page.locator('#pane').getByRole('status').first();
const findings = () => page.getByRole('tabpanel').getByRole('button');
const saved = () => page.getByText('已保存在本机浏览器').waitFor();

async function sync(): Promise<void> {
  await page.getByRole('button', { name: '同步', exact: true }).click();
}

/** The ledger from the screen: everything a clerk can see, copied out of the sheet. */
async function ledger(): Promise<string[][]> {
  return clerk.read('A2:O165');
}

/** The sheet's row number of an arrangement's row as it stands on screen now. */
async function lineOf(arrangement: string, indicator = ''): Promise<number> {
  // To copy what is wider takes seconds.
  const lines = await clerk.read('B2:C165');
  const at = lines.findIndex(
    ([task, counted = '']) => task?.startsWith(`${arrangement} `) && counted.includes(indicator),
  );
  if (at < 0) throw new Error(`no row of ${arrangement} on screen`);
  return at + 2;
}

async function ask<T>(path: string): Promise<T> {
  const headers = { authorization: `Bearer ${server.keys.officer}` };
  const response = await fetch(`${server.url}/v1${path}`, { headers });
  expect(response.status).toBe(200);
  return (await response.json()) as T;
}

/** All that the bureau's API has of 薛家镇, by row key: submitted values and drafts. */
async function stored(): Promise<{ submitted: Record<string, unknown>; drafts: Record<string, unknown> }> {
  const { obligations } = await ask<ObligationsAnswer>('/obligations?unit=xuejia&limit=1000');
  const written = obligations.filter((each) => each.receivedRows + each.drafts > 0);
  const submitted: Record<string, unknown> = {};
  const drafts: Record<string, unknown> = {};
  for (const { key } of written) {
    const { rows } = await ask<ObligationDetail>(`/obligations/${key}`);
    for (const row of rows) {
      const name = `${row.key.split('.')[1]} ${row.indicator}`;
      const cells = (values: typeof row.values) =>
        values && [values.status, values.count, values.completedOn, values.note];
      if (row.values) submitted[name] = cells(row.values);
      if (row.draft) drafts[name] = cells(row.draft.values);
    }
  }
  return { submitted, drafts };
}

test('薛家镇 connects with its key and gets its ledger', async () => {
  await page.goto(`${server.url}/workbook`);
  await page.getByRole('textbox', { name: '访问密钥' }).fill(server.keys.reporters.xuejia!);
  await page.getByRole('button', { name: '连接', exact: true }).click();
  // A workbook without a ledger is laid out by the first pull.
  const pull = page.getByRole('button', { name: '拉取', exact: true });
  await pull.waitFor();
  clerk = await new Clerk(page).ready();
  await expect.poll(() => headline().textContent()).toMatch(/全部已同步|还没有台账/u);
  if ((await headline().textContent())?.includes('还没有台账')) await pull.click();
  await expect.poll(() => headline().textContent()).toContain('全部已同步');
  await page.getByText('演示日期').first().waitFor();
  const [line] = await clerk.read('B6:G6');
  expect(line).toEqual([
    '1-2-1 3 月底前，86 家企业主要负责人完成职工代表评议，并通过常州市应急管理信息系统报告企业主要负责人 2023 年度安全生产履职情况。',
    '企业（家）',
    '86',
    '',
    '2024年',
    '2024-03-31',
  ]);
  expect((await clerk.choices('H2')).join('\n').split('\n')).toEqual(
    expect.arrayContaining(['未开始', '进行中', '已完成', '本地无此类']),
  );
  await page.keyboard.press('Escape');
});

test('V: pasted rows with three mistakes show three findings with their cells', async () => {
  const rows = [
    ['已完成', '8', '2024-03-28', '八家企业均已完成二级标准化申报'],
    ['已完成', '约3', '2024-03-28', '三家其他化工企业均已申报'],
    ['进行中', '5', '', '已组织五家企业开展三级评审'],
    ['进行中', '6', '', ''],
    ['已完成', '86', '2024-05-30', '全部完成职工代表评议并上报'],
    ['进行中', '30', '', '结合深度体检完成三十家评议'],
  ];
  await copyElsewhere(page, { table: rows });
  await clerk.paste('H2');
  await expect.poll(() => findings().count()).toBe(3);
  const sentences = await findings().allTextContents();
  expect(sentences).toEqual([
    expect.stringContaining('约3'),
    expect.stringContaining('工作情况'),
    expect.stringContaining('2024-05-30'),
  ]);
  // In the row itself too, not only in the pane.
  await expect
    .poll(async () => (await clerk.read('A2:A7')).map(([result]) => result?.startsWith('✗')))
    .toEqual([false, true, false, true, true, false]);
  await takePicture(page, 'reporting-findings');
  // A click on a finding lands in its cell.
  for (const [index, cell] of ['I3', 'K5', 'J6'].entries()) {
    await findings().nth(index).click();
    await expect.poll(() => clerk.selected()).toBe(cell);
  }
});

test('S3, S10: two are mended; the good rows are taken, the bad one is kept as a draft', async () => {
  await clerk.fill('I3', '3');
  await clerk.fill('K5', '已核对六家班组建设情况');
  await expect.poll(() => findings().count()).toBe(1);
  await sync();
  await page.getByText('已上报 5 行').waitFor();
  await page.getByText('暂存草稿 1 行').waitFor();
  await takePicture(page, 'reporting-synced');
  expect(await stored()).toEqual({
    submitted: {
      '1-1-1 i1': ['已完成', 8, '2024-03-28', '八家企业均已完成二级标准化申报'],
      '1-1-1 i2': ['已完成', 3, '2024-03-28', '三家其他化工企业均已申报'],
      '1-1-2 i1': ['进行中', 5, null, '已组织五家企业开展三级评审'],
      '1-1-3 i1': ['进行中', 6, null, '已核对六家班组建设情况'],
      '1-2-2 i1': ['进行中', 30, null, '结合深度体检完成三十家评议'],
    },
    drafts: { '1-2-1 i1': ['已完成', 86, '2024-05-30', '全部完成职工代表评议并上报'] },
  });
});

test('identity cells are restored when touched', async () => {
  await clerk.fill('D7', '999');
  await expect.poll(() => clerk.read('D7')).toEqual([['86']]);
  await page.getByText('已恢复 1 行').waitFor();
});

test('S1, S8: sorted, rows inserted, one more edited, reloaded before syncing: everything is found and synced', async () => {
  await clerk.sort('D2', '升序');
  await expect.poll(async () => lineOf('1-1-1', '标准化证书')).not.toBe(2);
  await clerk.insertRowAbove(3);
  await clerk.insertRowAbove(6);
  const line = await lineOf('1-1-2');
  await clerk.fill(`I${line}`, '9');
  await clerk.fill(`K${line}`, '已组织九家企业开展三级评审');
  await expect.poll(() => headline().textContent()).toContain('1 行待同步');
  await saved();
  const before = await ledger();

  await page.reload();
  await clerk.ready();
  await expect.poll(() => headline().textContent()).toContain('1 行待同步');
  expect(await ledger()).toEqual(before);
  await expect.poll(() => findings().count()).toBe(1);
  await takePicture(page, 'reporting-reloaded');

  await sync();
  await page.getByText('已上报 1 行').waitFor();
  expect(await stored()).toEqual({
    submitted: {
      '1-1-1 i1': ['已完成', 8, '2024-03-28', '八家企业均已完成二级标准化申报'],
      '1-1-1 i2': ['已完成', 3, '2024-03-28', '三家其他化工企业均已申报'],
      '1-1-2 i1': ['进行中', 9, null, '已组织九家企业开展三级评审'],
      '1-1-3 i1': ['进行中', 6, null, '已核对六家班组建设情况'],
      '1-2-2 i1': ['进行中', 30, null, '结合深度体检完成三十家评议'],
    },
    drafts: { '1-2-1 i1': ['已完成', 86, '2024-05-30', '全部完成职工代表评议并上报'] },
  });
});

thoroughly(
  'T5: the network goes, work goes on, and when it is back what was filled in is synced by itself',
  async () => {
    const line = await lineOf('1-2-2');
    await page.context().setOffline(true);
    await expect.poll(() => headline().textContent()).toContain('离线');
    await clerk.fill(`I${line}`, '31');
    await clerk.fill(`K${line}`, '结合深度体检完成三十一家评议');
    await expect.poll(() => headline().textContent()).toContain('1 行待同步');
    await page.context().setOffline(false);
    await expect
      .poll(async () => (await stored()).submitted['1-2-2 i1'])
      .toEqual(['进行中', 31, null, '结合深度体检完成三十一家评议']);
    await expect.poll(() => headline().textContent()).not.toContain('离线');
    // What the browser says of requests that could not go out.
    const offline = errors.splice(0);
    expect(offline.filter((said) => !said.includes('ERR_INTERNET_DISCONNECTED'))).toEqual([]);
  },
);

test('English behind a switch; nothing was asked of another host; the page never complained', async () => {
  await page.getByRole('button', { name: '切换到英文' }).click();
  await page.getByRole('button', { name: 'Sync', exact: true }).waitFor();
  await takePicture(page, 'reporting-english');
  expect(outside).toEqual([]);
  expect(errors).toEqual([]);
});
