import { readFile } from 'node:fs/promises';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ObligationDetail } from '../../shared/wire/obligationDetail.ts';
import type { ObligationsAnswer } from '../../shared/wire/obligations.ts';
import { askAs, sendAs } from '../../worker/local/api.ts';
import type { LocalServer } from '../../worker/local/serve.ts';
import { axeFindings } from '../support/browser/axe.ts';
import { inColours } from '../support/browser/colours.ts';
import { collectErrors, openContext, takePicture } from '../support/browser/chromium.ts';
import { openStand, type Stand } from '../support/browser/stand.ts';
import { types } from '../support/documents/forms.ts';
import { read } from '../support/documents/read.ts';

// The officer's Friday: who has not reported, the reminder, the bulletin. The tests go on from each other.

let stand: Stand;
let server: LocalServer;
let context: BrowserContext;
let page: Page;
let errors: string[];
let outside: string[];

beforeAll(async () => {
  stand = await openStand({ reported: true });
  ({ server } = stand);
  ({ context, outside } = await openContext(stand.browser, server.url, { width: 1366, height: 900 }));
  page = await context.newPage();
  errors = collectErrors(page);
});

afterAll(async () => {
  await stand?.close();
});

const dialog = () => page.getByRole('dialog');
const paper = () => page.locator('.paper');
const sentences = () => page.locator('.paper .sentence');
const said = () => page.locator('main > .said');
const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true });
const clipboard = () => page.evaluate(() => navigator.clipboard.readText());

/** What a press saves. */
async function saved(press: () => Promise<void>): Promise<{ name: string; bytes: Buffer }> {
  const [download] = await Promise.all([page.waitForEvent('download'), press()]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

/** A town reports one of last week's obligations that it had left out. */
async function reportLate(): Promise<string> {
  const asOfficer = <T>(path: string) => askAs(server.keys.officer, server.url, `/v1${path}`) as Promise<T>;
  const { obligations } = await asOfficer<ObligationsAnswer>(
    '/obligations?year=2024&period=2024-W14&counted=missing&limit=200',
  );
  const { key } = obligations.find(({ arrangement }) => arrangement === '1-7-1') ?? obligations[0]!;
  const { rows } = await asOfficer<ObligationDetail>(`/obligations/${key}`);
  const unit = key.split('.')[3]!;
  const body = {
    ...{ pushId: `friday-${unit}`, rulesVersion: 'walk' },
    rows: rows.map((row) => ({
      key: row.key,
      base: row.version,
      values: { status: '已开展', note: '上周调度装货企业 5 家，均按要求核验。' },
    })),
  };
  const answer = await sendAs(
    server.keys.reporters[unit]!,
    server.url,
    'POST',
    '/v1/sync',
    JSON.stringify(body),
  );
  const { outcomes } = answer as { outcomes: { outcome: string }[] };
  expect(outcomes.map(({ outcome }) => outcome)).toEqual(rows.map(() => 'applied'));
  return key;
}

describe('the officer’s Friday', () => {
  it('sees who has not reported, and copies the reminder', async () => {
    await page.goto(`${server.url}/bureau?span=2024-W14#key=${server.keys.officer}`);
    await button('复制名单').click();
    await page.getByText('已复制').first().waitFor();
    expect(await clipboard()).toContain('第14周');
    await takePicture(page, 'friday-missing');
  });

  it('B20: nothing is issued yet, and the way to a first draft is told', async () => {
    await page.getByRole('navigation').getByRole('link', { name: '通报' }).click();
    await page.getByText('还没有印发过通报').waitFor();
    await takePicture(page, 'bulletins-empty');
    expect(await axeFindings(page)).toEqual([]);
  });

  it('B20.1: the last complete week is offered; an own span wants its days in order', async () => {
    await button('起草通报').click();
    expect(await dialog().locator('select').first().inputValue()).toBe('weekly');
    expect(await dialog().locator('select').nth(1).inputValue()).toBe('2024-W14');
    await dialog().locator('select').first().selectOption('monthly');
    expect(await dialog().locator('select').nth(1).inputValue()).toBe('2024-03');
    await dialog().locator('select').first().selectOption('quarterly');
    expect(await dialog().locator('select').nth(1).inputValue()).toBe('2024-Q1');
    await dialog().locator('select').first().selectOption('span');
    await dialog().getByLabel('从', { exact: true }).fill('2024-04-09');
    await dialog().getByLabel('到', { exact: true }).fill('2024-04-01');
    await dialog().getByRole('button', { name: '起草', exact: true }).click();
    await dialog().getByText('开始不能晚于结束').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await dialog().locator('select').first().selectOption('weekly');
    await dialog().getByRole('button', { name: '起草', exact: true }).click();
    await paper().waitFor();
    expect(new URL(page.url()).search).toMatch(/^\?id=/u);
    expect(await paper().locator('.addressees').innerText()).toMatch(/：$/u);
    expect(await sentences().count()).toBeGreaterThan(4);
    expect(await paper().locator('table').first().locator('thead th').first().innerText()).toBe('单位');
    await takePicture(page, 'bulletin-draft');
    expect(await axeFindings(page)).toEqual([]);
  });

  it('B20.3: a number opens what it counts, and each leads to its own page', async () => {
    const figure = page.locator('.figures button', { hasText: '未报' }).first();
    const count = Number((await figure.innerText()).replace(/\D/gu, ''));
    await figure.click();
    const links = dialog().getByRole('link');
    await expect.poll(() => links.count()).toBe(count);
    expect(await links.first().getAttribute('href')).toMatch(/^\/obligation\?key=2024\.\S+2024-W14/u);
    expect(await axeFindings(page, { within: 'dialog' })).toEqual([]);
    await page.keyboard.press('Escape');
  });

  it('B20.1, B6.5: a table is left out as a whole, and printed again; its figures say that they are counted', async () => {
    const table = page.locator('.paper-table').first();
    await table.getByText(/表中数字逐项计得，不能改/u).waitFor();
    const leading = paper().getByText('各单位到期事项落实情况如下表。');
    await button(/^不印这张表/u)
      .first()
      .click();
    await table.getByText('这张表不会印出').waitFor();
    expect(await leading.count()).toBe(0);
    await page.emulateMedia({ media: 'print' });
    expect(await table.isVisible()).toBe(false);
    await page.emulateMedia({ media: 'screen' });
    expect(await axeFindings(page)).toEqual([]);
    await button(/^恢复这张表/u).click();
    await leading.waitFor();
    expect(await page.locator('.is-left').count()).toBe(0);
  });

  it('B20.2: a sentence is edited by keyboard where it stands, is marked, and can be taken back', async () => {
    const last = () => sentences().last();
    const made = await last().locator('.editable').innerText();
    await last().locator('.editable').focus();
    const typing = () => page.waitForFunction(() => document.activeElement?.localName === 'textarea');
    await page.keyboard.press('Enter');
    await typing();
    await page.keyboard.type('不留');
    await page.keyboard.press('Escape');
    await expect.poll(() => last().locator('.editable').innerText()).toBe(made);
    await expect.poll(() => page.evaluate(() => document.activeElement?.className)).toContain('editable');
    await page.keyboard.press('Enter');
    await typing();
    await page.keyboard.type('请于周五前反馈。');
    await page.keyboard.press('Enter');
    await said().getByText('已保存').waitFor();
    // Whoever has edited goes on from there.
    await expect
      .poll(() =>
        last()
          .locator('.editable')
          .evaluate((it) => it === document.activeElement),
      )
      .toBe(true);
    expect(await last().getAttribute('class')).toContain('is-edited');
    await last().getByRole('button', { name: '恢复原句' }).click();
    await said().getByText('已恢复原句').waitFor();
    expect(await last().locator('.editable').innerText()).toBe(made);
    await page.locator('.paper-head .issuer').click();
    await page.getByRole('textbox', { name: '修改“发文机关”' }).fill('某区应急管理局');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('.paper-head .issuer').innerText()).toBe('某区应急管理局');
    await page.reload();
    await expect.poll(() => page.locator('.paper-head .issuer').innerText()).toBe('某区应急管理局');
  });

  it('B20.2: an edit that does not arrive stays as it was typed', async () => {
    await page.locator('.paper-head .issuer').click();
    await page.getByRole('textbox', { name: '修改“发文机关”' }).fill('某区安委会办公室');
    await context.setOffline(true);
    await page.keyboard.press('Enter');
    await page.getByRole('alert').waitFor();
    expect(await page.getByRole('textbox', { name: '修改“发文机关”' }).inputValue()).toBe('某区安委会办公室');
    await context.setOffline(false);
    await page.locator('.editor').getByRole('button', { name: '保存' }).click();
    await expect.poll(() => page.locator('.paper-head .issuer').innerText()).toBe('某区安委会办公室');
    errors.length = 0;
  });

  it('B20.4, B20.2: where a report has come in meanwhile, nothing is issued and what is new is marked', async () => {
    const due = () => sentences().filter({ hasText: '截至' }).first();
    await due().locator('.editable').click();
    await page.getByRole('textbox').fill('本周总体情况见下表。');
    await page.keyboard.press('Enter');
    await said().getByText('已保存').waitFor();
    await reportLate();
    await button('印发…').click();
    await dialog().getByText('内容从此固定').waitFor();
    await dialog().getByText('周文斌').waitFor();
    await takePicture(page, 'bulletin-issuing');
    await dialog().getByRole('button', { name: '印发', exact: true }).click();
    await page.getByText('这期间又有填报').waitFor();
    expect(await page.locator('.state').innerText()).toBe('草稿');
    expect(await page.locator('.paper .new').count()).toBeGreaterThan(0);
    const stale = page.locator('.note.stale');
    expect(await stale.locator('.fresh').innerText()).toMatch(/^截至4月10日/u);
    await takePicture(page, 'bulletin-moved');
    expect(await axeFindings(page)).toEqual([]);
    await stale.getByRole('button', { name: '保留修改' }).click();
    await said().getByText('修改已保留').waitFor();
    expect(await page.locator('.note.stale').count()).toBe(0);
    // Only the refusal was told by the browser.
    expect(errors.filter((error) => !error.includes('409'))).toEqual([]);
    errors.length = 0;
  });

  it('B20, B20.4: issued, it stays as it is, and leaves as Word file, as Markdown and as text', async () => {
    await button('印发…').click();
    await dialog().getByRole('button', { name: '印发', exact: true }).click();
    await said().getByText('已印发，编号').waitFor();
    expect(await page.locator('.state').innerText()).toBe('已印发');
    expect(await page.locator('.editable').count()).toBe(0);
    await takePicture(page, 'bulletin-issued');
    const word = await saved(() => page.getByRole('button', { name: /^下载 Word/u }).click());
    expect(word.name).toMatch(/\.docx$/u);
    const { grid } = await read(word.bytes, types.docx);
    const texts = grid.flat();
    expect(texts).toContain('本周总体情况见下表。');
    expect(texts).toContain('某区安委会办公室');
    for (const sentence of await page.locator('.paper .body-text').allInnerTexts())
      expect(texts.join('\n')).toContain(sentence.trim());
    const again = await saved(() => page.getByRole('button', { name: /^下载 Word/u }).click());
    expect(again.bytes.equals(word.bytes)).toBe(true);
    const markdown = await saved(() => page.getByRole('button', { name: /^下载 Markdown/u }).click());
    expect(markdown.bytes.toString()).toContain('本周总体情况见下表。');
    await page.getByRole('button', { name: /^复制文字/u }).click();
    await page.getByText('文字已复制').waitFor();
    expect(await clipboard()).toContain('本周总体情况见下表。');
  });

  it('B20.4: a correction is a draft of its own, which can be deleted', async () => {
    await button('更正…').click();
    await dialog().getByRole('button', { name: '起草更正' }).click();
    await page.getByText('原件仍在列表中').waitFor();
    await button('删除草稿').click();
    await dialog().getByRole('button', { name: '删除', exact: true }).click();
    await said().getByText('草稿已删除').waitFor();
    await expect.poll(() => page.locator('.bulletins tbody tr').count()).toBe(1);
    await takePicture(page, 'bulletins');
    expect(await axeFindings(page)).toEqual([]);
  });

  it('B20: dark, 390 pixels and paper', async () => {
    await page.locator('.bulletins th .link').first().click();
    await paper().waitFor();
    await inColours(page, 'dark');
    expect(await axeFindings(page, { coloursOnly: true })).toEqual([]);
    await takePicture(page, 'bulletin-dark');
    await inColours(page, 'light');
    await page.setViewportSize({ width: 390, height: 844 });
    await page.reload();
    await paper().waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    await takePicture(page, 'bulletin-390');
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('button', { name: '全部通报' }).click();
    await page.locator('.bulletins').waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    await page.goBack();
    await paper().waitFor();
    await page.setViewportSize({ width: 1366, height: 900 });
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.bulletin-bar').isVisible()).toBe(false);
    expect(await page.locator('#page > header').isVisible()).toBe(false);
    // The document is portrait, on its first page too.
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    expect(pdf).toMatch(/\/MediaBox \[0 0 59[45]/u);
    expect(pdf).not.toMatch(/\/MediaBox \[0 0 84/u);
    await page.emulateMedia({ media: 'screen' });
  });

  it('B20: a viewer reads what is issued, and nothing else', async () => {
    const issued = page.url();
    await button('退出').click();
    await page.goto(`${server.url}/bulletins#key=${server.keys.viewer}`);
    await page.locator('.bulletins tbody tr').first().waitFor();
    expect(await button('起草通报').count()).toBe(0);
    await page.goto(issued);
    await paper().waitFor();
    expect(await button('更正…').count()).toBe(0);
    expect(await page.getByRole('button', { name: /^下载 Word/u }).count()).toBe(1);
    expect(errors).toEqual([]);
    expect(outside).toEqual([]);
  });
});
