import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RowValues } from '../../shared/row/row.ts';
import type { ObligationDetail } from '../../shared/wire/obligationDetail.ts';
import type { ObligationsAnswer } from '../../shared/wire/obligations.ts';
import type { SheetRow } from '../../shared/wire/parts/sheetRow.ts';
import { packedSheet, unpackSheet } from '../../shared/wire/sheet.ts';
import { askAs, sendAs } from '../../worker/local/api.ts';
import type { LocalServer } from '../../worker/local/serve.ts';
import { axeFindings } from '../support/browser/axe.ts';
import { inColours } from '../support/browser/colours.ts';
import { collectErrors, openContext, takePicture } from '../support/browser/chromium.ts';
import { Clerk } from '../support/browser/clerk.ts';
import { openStand, type Stand } from '../support/browser/stand.ts';

// The officer's week, seen from both sides: hers on the page, the clerk's in the workbook or by what a pull brings. The tests go
// on from each other.

let stand: Stand;
let server: LocalServer;
let context: BrowserContext;
let page: Page;
let errors: string[];
let outside: string[];

beforeAll(async () => {
  stand = await openStand({ reported: true });
  ({ server } = stand);
  ({ context, outside } = await openContext(stand.browser, server.url, { width: 1366, height: 800 }));
  page = await context.newPage();
  errors = collectErrors(page);
});

afterAll(async () => {
  await stand?.close();
});

const ask = <T>(path: string, key = server.keys.officer) =>
  askAs(key, server.url, `/v1${path}`) as Promise<T>;
const list = (query: string) => ask<ObligationsAnswer>(`/obligations?year=2024&${query}`);

let pushes = 0;
/** The clerk of a unit reports an obligation's rows; asked for again, from what stands there. */
async function report(unit: string, key: string, values: Partial<RowValues>): Promise<void> {
  const { rows } = await ask<ObligationDetail>(`/obligations/${key}`);
  pushes += 1;
  const body = {
    ...{ pushId: `walk-${unit}-${pushes}`, rulesVersion: 'walk' },
    rows: rows.map((row) => ({ key: row.key, base: row.version, values })),
  };
  const reporter = server.keys.reporters[unit]!;
  const answer = await sendAs(reporter, server.url, 'POST', '/v1/sync', JSON.stringify(body));
  const { outcomes } = answer as { outcomes: { outcome: string }[] };
  expect(outcomes.map(({ outcome }) => outcome)).toEqual(rows.map(() => 'applied'));
}

/** What the next pull brings the clerk of an obligation. */
async function pulled(unit: string, key: string): Promise<SheetRow | undefined> {
  const sheet = unpackSheet(packedSheet.parse(await ask('/sheet?year=2024', server.keys.reporters[unit]!)));
  const [year, code, schedule, , period] = key.split('.');
  return sheet.rows.find(({ key: of }) => {
    const parts = of.split('.');
    return parts[0] === year && parts[1] === code && parts[2] === schedule && parts[5] === period;
  });
}

const entries = () => page.locator('.queued');
const entry = (period: string) => entries().filter({ hasText: period });
const tab = (name: string) => page.getByRole('tab', { name: new RegExp(`^${name}`, 'u') });
const countOn = async (name: string) => {
  await tab(`${name} \\d`).waitFor();
  return Number((await tab(name).innerText()).replace(/\D/gu, ''));
};
const result = () => page.locator('.act-panel .tz-message-text');
const dialog = () => page.getByRole('dialog');

async function open(query: string): Promise<void> {
  await page.goto(`${server.url}/review${query}`);
  await page.locator('.queue[aria-busy=false]').waitFor();
}

const note = '本周调度装货企业 5 家，均按要求核验。';
const week = '第15周';
let town: string;

describe('the officer’s week on /review', () => {
  it('B15.3: a share is given on /shares, and the navigation leads on to the queue', async () => {
    await page.goto(`${server.url}/shares?task=1-5#key=${server.keys.officer}`);
    const row = page.locator('.shares tbody tr', { hasText: '1-5-2' });
    await row.locator('.share:not(.not-asked)').first().click();
    await page.keyboard.type('9');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: '保存', exact: true }).click();
    await page.locator('.save-bar [role=status]').getByText('已保存 1 格').waitFor();
    const { allocations } = await ask<{ allocations: { arrangement: string; share: number }[] }>(
      '/task-lists/2024/allocations',
    );
    expect(allocations).toContainEqual(expect.objectContaining({ arrangement: '1-5-2', share: 9 }));
    await page.getByRole('navigation').getByRole('link', { name: '审核' }).click();
    await page.locator('.queue[aria-busy=false]').waitFor();
  });

  it('B14.1: what a town syncs is in the queue, each queue lists what its tab counts, and the address brings it back', async () => {
    await page.goto(`${server.url}/review?unit=xuejia#key=${server.keys.officer}`);
    await page.locator('.queue[aria-busy=false]').waitFor();
    const before = await countOn('待审核');
    expect(before).toBe((await list('unit=xuejia&counted=toAccept&total=true')).total);
    const { obligations } = await list('unit=xuejia&state=open&period=2024-W15');
    town = obligations.find(({ arrangement }) => arrangement === '1-7-1')!.key;
    await report('xuejia', town, { status: '已开展', note });
    await page.getByRole('button', { name: '刷新' }).click();
    await tab(`待审核 ${before + 1}`).waitFor();
    for (const name of ['已退回', '逾期', '未定时限', '已审核通过']) {
      await tab(name).click();
      const counted = await countOn(name);
      if (counted === 0)
        await page.locator('.queue').getByText('没有').or(page.getByText('还没有')).first().waitFor();
      else await page.getByText(`共 ${counted} 项`).waitFor();
    }
    expect(page.url()).toContain('queue=accepted');
    await page.goBack();
    await page.getByText('这些工作安排还没有时限').waitFor();
    await page.goto(`${server.url}/review?by=unit`);
    await page.getByRole('button', { name: new RegExp(`^薛家镇：${before + 1} 项`, 'u') }).click();
    await entries().first().waitFor();
    expect(new URL(page.url()).search).toBe('?by=unit&unit=xuejia');
    await takePicture(page, 'review-unit');
  });

  it('B14.4: by keyboard she finds it, and returns it with a usual reason; the clerk reads it with the next pull', async () => {
    await open('?unit=xuejia&period=2024-W15');
    await page.keyboard.press('j');
    await page.keyboard.press('k');
    expect(await page.locator('.queued.current').innerText()).toContain(week);
    await page.locator('.glance').getByText(note).waitFor();
    await page.keyboard.press('r');
    await dialog().getByRole('button', { name: '确定退回' }).click();
    await dialog().getByText('请写明原因。').waitFor();
    await dialog()
      .getByRole('button', { name: /^填入：缺少佐证材料/u })
      .click();
    await takePicture(page, 'review-return');
    const reason = dialog().locator('fluent-textarea');
    await reason.focus();
    await page.keyboard.press('End');
    await page.keyboard.type('jaxr');
    expect(await dialog().isVisible()).toBe(true);
    for (let letters = 4; letters > 0; letters -= 1) await page.keyboard.press('Backspace');
    await dialog().getByRole('button', { name: '确定退回' }).click();
    await result().getByText('退回：已处理 1 项').waitFor();
    const { review } = (await pulled('xuejia', town))!;
    expect(review).toMatchObject({
      ...{ state: 'returned', resubmitted: false, returnedOn: '2024-04-10' },
      reason: '缺少佐证材料，请在佐证材料一栏写明材料名称或文号。',
    });
    expect(review!.returnedBy).toBe((await ask<{ holder: string }>('/me')).holder);
    await tab('已退回 1').waitFor();
  });

  it('B14.1, T13: the clerk reads why in her workbook, mends it and syncs: 重新提交; the officer sees it marked', async () => {
    const { context: desk } = await openContext(stand.browser, server.url, { width: 1366, height: 768 });
    const workbook = await desk.newPage();
    await workbook.goto(`${server.url}/workbook?unit=xuejia#key=${server.keys.reporters['xuejia']}`);
    const clerk = await new Clerk(workbook).ready();
    await workbook.getByRole('list', { name: '已退回' }).getByRole('button').first().click();
    await expect.poll(() => clerk.selected()).toMatch(/^H\d+$/u);
    await workbook.locator('.tz-row-card').getByText('缺少佐证材料').waitFor();
    await takePicture(workbook, 'clerk-returned');
    await clerk.fill((await clerk.selected()).replace('H', 'N'), '调度记录 4-10');
    await workbook.getByRole('button', { name: '同步', exact: true }).click();
    await workbook.getByText('全部已同步').first().waitFor();
    await desk.close();
    await page.getByRole('button', { name: '刷新' }).click();
    await entry(week).getByText('重新提交（待审核）').waitFor();
    await page.locator('.glance').getByText('调度记录 4-10').waitFor();
    await takePicture(page, 'review-resubmitted');
    expect((await pulled('xuejia', town))?.review).toMatchObject({ state: 'toAccept', resubmitted: true });
  });

  it('B14.2: where the filter has moved on nothing is done; then all is accepted, answered row by row, and taken back', async () => {
    await open('?unit=xuejia');
    const seen = await countOn('待审核');
    const [other] = (await list('unit=xuejia&state=open&period=2024-W15')).obligations.filter(
      ({ rows }) => rows === 1,
    );
    await report('xuejia', other!.key, { status: '已开展', count: 1, note });
    const all = page.getByRole('button', { name: `选择筛选出的全部 ${seen} 项` });
    await all.click();
    await page.keyboard.press('a');
    await dialog().getByRole('button', { name: '确定审核通过' }).click();
    await page.locator('.act-panel [role=alert]').waitFor();
    await takePicture(page, 'review-moved-on');
    expect((await list('unit=xuejia&counted=accepted&total=true')).total).toBe(0);
    await page.locator('.act-panel').getByRole('button', { name: '刷新列表' }).click();
    await page.getByRole('button', { name: `选择筛选出的全部 ${seen + 1} 项` }).click();
    await takePicture(page, 'review-all-selected');
    await page.keyboard.press('a');
    await dialog().getByRole('button', { name: '确定审核通过' }).click();
    await result()
      .getByText(`审核通过：已处理 ${seen + 1} 项`)
      .waitFor();
    await tab('待审核 0').waitFor();
    await page.getByText('没有待审核的填报').waitFor();
    await page.locator('.act-rows summary').click();
    expect(await page.locator('.act-rows li').first().innerText()).toMatch(/^已处理 薛家镇/u);
    await takePicture(page, 'review-bulk-done');
    expect((await pulled('xuejia', town))?.review?.state).toBe('accepted');
    await page.getByRole('button', { name: '撤销（取消审核）' }).click();
    await result()
      .getByText(`取消审核：已处理 ${seen + 1} 项`)
      .waitFor();
    await tab(`待审核 ${seen + 1}`).waitFor();
  });

  it('B14.3: one is accepted at once and stays in view; an overdue one is extended with a document, both dates are shown', async () => {
    await open('?unit=xuejia&period=2024-W15');
    await entries().first().waitFor();
    await page.keyboard.press('a');
    await entries().first().getByText('已审核通过').waitFor();
    await open('?queue=overdue&unit=benniu');
    const { obligations } = await list('unit=benniu&counted=overdue');
    const { key, due } = obligations[0]!;
    await entries().first().waitFor();
    await page.keyboard.press('e');
    await dialog().locator('input[type=date]').fill('2024-04-30');
    await dialog().locator('fluent-text-input').locator('input').fill('新应急〔2024〕17号');
    await dialog().locator('fluent-textarea').locator('textarea').fill('专家组排期顺延');
    await takePicture(page, 'review-extend');
    await dialog().getByRole('button', { name: '确定延期' }).click();
    await result().getByText('延期：已处理 1 项').waitFor();
    await entries().first().getByText('延期（新应急〔2024〕17号）：专家组排期顺延').waitFor();
    expect(await entries().first().innerText()).toContain('4月30日（原');
    expect(await pulled('benniu', key)).toMatchObject({
      ...{ due: '2024-04-30', dueOriginal: due },
      extension: { reason: '专家组排期顺延', document: '新应急〔2024〕17号' },
    });
  });

  it('B14.5: she opens an obligation, declares 本地无此类 from it on, and finds history and acts there; the way back leads to it', async () => {
    const { obligations } = await list('unit=benniu&arrangement=1-7-1&state=open');
    const { key, period } = obligations[0]!;
    await open(`?queue=all&unit=benniu&arrangement=1-7-1&period=${period}`);
    await entries().first().waitFor();
    expect(await pulled('benniu', key)).toBeDefined();
    await page.keyboard.press('o');
    await page.getByRole('button', { name: '本地无此类' }).click();
    await dialog().locator('fluent-textarea').locator('textarea').fill('辖区内没有装货企业');
    await takePicture(page, 'review-declare');
    await dialog().getByRole('button', { name: '确定本地无此类' }).click();
    await page.getByText('本地无此类（区里认定）：辖区内没有装货企业').waitFor();
    expect(await pulled('benniu', key)).toBeUndefined();
    await page.getByRole('region', { name: '审核与处理' }).getByText('原因：辖区内没有装货企业').waitFor();
    await page.getByRole('button', { name: '撤回“本地无此类”', exact: true }).click();
    await result().getByText('撤回“本地无此类”：已处理 1 项').waitFor();
    await page.getByRole('link', { name: '‹ 返回' }).click();
    await entries().first().waitFor();
    expect(new URL(page.url()).searchParams.get('at')).toBe(key);

    await page.goto(`${server.url}/obligation?key=${town}`);
    const history = page.getByRole('region', { name: '修订记录' });
    await history.getByText('调度记录 4-10').waitFor();
    expect(await history.getByText('（空）').count()).toBeGreaterThan(2);
    await page.getByRole('region', { name: '审核与处理' }).getByText('退回', { exact: true }).waitFor();
    await takePicture(page, 'obligation');
    expect(await axeFindings(page)).toEqual([]);
  });

  it('B14.1: it works at 390 pixels and in the dark, prints on A4, and axe finds nothing', async () => {
    await open('');
    await page.locator('.glance dl').first().waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await takePicture(page, 'review');
    await inColours(page, 'dark');
    await open('');
    await page.locator('.glance dl').first().waitFor();
    await page.keyboard.press('?');
    await page.getByRole('region', { name: '键盘操作' }).waitFor();
    expect(await axeFindings(page, { coloursOnly: true })).toEqual([]);
    await takePicture(page, 'review-dark');
    await inColours(page, 'light');
    await page.setViewportSize({ width: 390, height: 800 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    await takePicture(page, 'review-390');
    await page.setViewportSize({ width: 794, height: 1123 });
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.glance').isVisible()).toBe(false);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(794);
    await takePicture(page, 'review-print');
    await page.emulateMedia({ media: 'screen' });
    expect(errors.filter((error) => !error.includes('409'))).toEqual([]);
    expect(outside).toEqual([]);
  });
});
