import { readFileSync } from 'node:fs';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { axeFindings } from '../support/browser/axe.ts';
import { inColours } from '../support/browser/colours.ts';
import { collectErrors, openContext, takePicture } from '../support/browser/chromium.ts';
import { openStand, type Stand } from '../support/browser/stand.ts';
import { type FixtureCell, xlsxOf } from '../support/documents/xlsx.ts';

let stand: Stand;
let context: BrowserContext;
let page: Page;
let errors: string[];

beforeAll(async () => {
  stand = await openStand();
});

afterAll(async () => {
  await stand?.close();
});

afterEach(async () => {
  await context?.close();
});

const count = (number: number): FixtureCell => ({ number, style: 0 });
const rows: FixtureCell[][] = [
  ['1', '完善内部隐患举报制度，建立“吹哨人”机制', '推进中', count(7), '', '已有7家出台制度。'],
  ['2', '每月调度举报奖励制度执行情况', '√', '', '', '按月调度，兑现举报2条。'],
  ['3', '主要负责人完成职工代表评议并报告履职情况', '已完成', '9家', '2024-03-28', '9家企业全部完成评议。'],
  ['4', '专家评议、监管部门评议', '推进中', '3/9', '', '已评3家。'],
  ['5', '慰问一线职工', '已完成', '', '', '全部走访。'],
];
const header = ['序号', '工作安排', '完成情况', '完成数量', '完成时间', '工作开展情况'];
const ledger = async (table = rows, head = header): Promise<Buffer> =>
  Buffer.from(await xlsxOf([{ name: '台账', grid: [['危化品工作台账'], head, ...table] }]));

async function open(unit: string, size = { width: 1280, height: 800 }): Promise<void> {
  ({ context } = await openContext(stand.browser, stand.server.url, size));
  page = await context.newPage();
  errors = collectErrors(page);
  await page.goto(`${stand.server.url}/upload`);
  await page.getByRole('textbox', { name: '访问密钥' }).fill(stand.server.keys.reporters[unit]!);
  await page.getByRole('textbox', { name: '访问密钥' }).press('Enter');
  await page.getByText('把平时用的表交上来').waitFor();
}

const choose = (buffer: Buffer, name = '台账.xlsx') =>
  page.locator('input[type=file]').setInputFiles({ name, mimeType: 'application/octet-stream', buffer });
const button = (name: string | RegExp) => page.getByRole('button', { name });
/** Reaches a button by the keyboard alone, and presses it. */
async function press(name: string): Promise<void> {
  for (let steps = 0; steps < 120; steps += 1) {
    const focused = await page.evaluate(() => document.activeElement?.textContent?.trim() ?? '');
    if (focused === name) return page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
  }
  throw new Error(`“${name}” is not reached by Tab`);
}
/** Nothing that is seen is wider than the window. */
const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

describe('S14: a unit’s own file, uploaded', () => {
  it('S14.9: what is due, the questions at once, what is reported, the answer, the file; next time four clicks', async () => {
    await open('xuejia');
    await page.getByText(/本周到期未完成 \d+ 项/).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await takePicture(page, 'upload-empty');

    await choose(await ledger());
    await page.getByText('有 2 处请您确认').waitFor();
    await page.getByText('新报 2 条，改动 0 条，与已报相同 0 条。另有 2 条待确认，确认前不上报。').waitFor();
    await button('上报 2 条').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await takePicture(page, 'upload-questions');
    await page.getByLabel(/^数量/).fill('4');
    await button('确认以上 2 处').click();
    await button('上报 4 条').waitFor();
    await page.getByText('“台账”中：不是清单上的工作，不报 1').waitFor({ state: 'attached' });
    await takePicture(page, 'upload-proposal');
    await button('上报 4 条').click();
    await page.getByText('已收 4 条。全部已收。').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      button('取回原表（带校验结果）').click(),
    ]);
    expect(download.suggestedFilename()).toBe('台账（校验结果）.xlsx');
    expect(
      readFileSync(await download.path())
        .subarray(0, 2)
        .toString(),
    ).toBe('PK');
    await takePicture(page, 'upload-answer');

    // Next week: the page is opened anew, and every click is counted.
    await context.addInitScript(() => {
      addEventListener(
        'click',
        ({ isTrusted }) => isTrusted && (window.name = `${Number(window.name) + 1}`),
        true,
      );
    });
    await page.goto(`${stand.server.url}/upload`);
    await page.evaluate(() => (window.name = '0'));
    const later = rows.map((row) => [...row]);
    later[0]![3] = count(8);
    later[0]![5] = '已有8家出台制度。';
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), button('选择文件').click()]);
    const buffer = await ledger(later);
    await chooser.setFiles({ name: '台账4月.xlsx', mimeType: 'application/octet-stream', buffer });
    await page.getByText('新报 0 条，改动 1 条，与已报相同 3 条。').waitFor();
    expect(await page.getByText('请您确认').count()).toBe(0);
    await page.getByText('数量：7 → 8').waitFor();
    await button('上报 1 条').click();
    await page.getByText('已收 4 条。全部已收。').waitFor();
    // To choose the file, and to report: whoever drops the file needs one.
    expect(await page.evaluate(() => Number(window.name))).toBe(2);
    expect(errors).toEqual([]);
  });

  it('S14.9: whatever was certain can be changed, a period is asked once, a blank is asked', async () => {
    const head = [...header, '存在问题'];
    const work: FixtureCell[][] = [
      [...rows[0]!, '2家还没有出台'],
      ['2', '每季度统计分析“五必查”核验情况', '已开展', '', '', '已统计分析，通报2家。', ''],
      [
        '3',
        '指导烟花爆竹行业协会每季度对零售店组织事故警示教育和安全培训',
        '已开展',
        '',
        '',
        '已组织2次。',
        '',
      ],
      ['4', '慰问一线职工', '推进中', '', '', '走访了3家企业。', ''],
    ];
    await open('chunjiang');
    await choose(await ledger(work, head));
    // Two rows do not say for which quarter: one question.
    await page.getByText(/“台账”中有 2 条没有写明是哪一期的/).waitFor();
    const period = page.getByRole('combobox', { name: '报告期', exact: true });
    expect(await period.count()).toBe(1);
    await period.selectOption('2024-Q1');
    await page.getByText('逐行改').click();
    await page.getByRole('combobox', { name: /第 5 行/ }).selectOption('2024-Q2');
    expect(await axeFindings(page)).toEqual([]);
    await takePicture(page, 'upload-period');
    await button(/^确认以上/).click();
    await button('上报 4 条').waitFor();
    expect(await page.locator('td.period').allInnerTexts()).toEqual([
      ...['2024年', '第一季度', '2024年', '第二季度'],
    ]);

    // A row that is none of the list is said to be one, by a word of it.
    await page.getByText('没有对应到本单位工作的 1 行').click();
    await button('改对应的工作：慰问一线职工').click();
    await page.getByLabel('搜索其他工作').fill('专家评议');
    await page.getByRole('combobox', { name: '这一行是清单的哪一项？' }).waitFor();
    // The button that can be pressed now takes its colour.
    await page.evaluate(() => Promise.all(document.getAnimations().map(({ finished }) => finished)));
    expect(await axeFindings(page)).toEqual([]);
    await takePicture(page, 'upload-match');
    await button('改成这一项').click();
    await page.getByText('没有对应到本单位工作的 1 行').waitFor({ state: 'detached' });
    // A match that was certain is none after all.
    await button('改对应的工作：1-7-2 第 4 行').click();
    await page.getByRole('combobox', { name: '这一行是清单的哪一项？' }).selectOption('');
    await button('改成这一项').click();
    await page.getByText('没有对应到本单位工作的 1 行').waitFor();
    await button(/^上报 \d/).click();
    await page.getByText(/^已收 \d 条/).waitFor();

    await button('再传一份').click();
    work[0]![6] = '';
    await choose(await ledger(work, head));
    await page
      .getByRole('combobox', { name: '存在问题' })
      .selectOption({ label: '保留已报的“2家还没有出台”' });
    await page.getByRole('combobox', { name: '存在问题' }).selectOption({ label: '清空' });
    await page.setViewportSize({ width: 390, height: 844 });
    expect(await overflow()).toBeLessThanOrEqual(0);
    await takePicture(page, 'upload-blank');
    await button(/^确认以上/).click();
    await page.getByText('存在问题：2家还没有出台 → （空）').waitFor();
    expect(await overflow()).toBeLessThanOrEqual(0);
    expect(errors).toEqual([]);
  });

  it('S14.9: a changed column is asked alone; a row that is against the rules says why, and is told after sending', async () => {
    await open('luoxi');
    await choose(await ledger(rows.slice(0, 1)));
    await button('上报 1 条').click();
    await page.getByText('已收 1 条。全部已收。').waitFor();
    await button('再传一份').click();
    const moved = [
      [
        '1',
        rows[0]![1]!,
        '推进中',
        count(8),
        '2024-04-08',
        '已有8家出台制度。',
        '4月8日到企业宣讲一次，发放材料',
      ],
    ];
    await choose(
      await ledger(moved, ['序号', '工作安排', '进度', '完成数量', '完成时间', '工作开展情况', '本旬']),
    );
    await page.getByText(/有 \d 处请您确认/).waitFor();
    await page.getByText('“台账”的“进度”栏是').waitFor();
    await takePicture(page, 'upload-changed');
    await button('换一份文件').click();
    await choose(await ledger([['1', rows[2]![1]!, '已完成', '9家', '', '9家企业全部完成评议。']]));
    await page.getByText(/不合规定 1 条/).waitFor();
    await button('上报 1 条').click();
    await page.getByText(/未收 1 条/).waitFor();
    await page
      .getByText(/完成日期/)
      .first()
      .waitFor();
    await takePicture(page, 'upload-refused-row');
    expect(errors).toEqual([]);
  });

  it('S14.6: an old workbook is told with how to mend it; by keyboard and at 390 pixels, dark', async () => {
    await open('menghe', { width: 390, height: 844 });
    await inColours(page, 'dark');
    await choose(Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]), '台账.xls');
    await page.getByText(/另存为 \.xlsx/).waitFor();
    await takePicture(page, 'upload-refusal');
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), press('选择文件')]);
    const file = { name: '台账.xlsx', mimeType: 'application/octet-stream', buffer: await ledger() };
    await chooser.setFiles(file);
    await page.getByText('有 2 处请您确认').waitFor();
    expect(await overflow()).toBeLessThanOrEqual(0);
    expect(await axeFindings(page)).toEqual([]);
    await page.locator('.questions').screenshot({ path: '.dev/pictures/upload-phone-questions.png' });
    await press('确认以上 2 处');
    await button('上报 4 条').waitFor();
    expect(await overflow()).toBeLessThanOrEqual(0);
    await takePicture(page, 'upload-phone');
    await press('上报 4 条');
    await page.getByText('已收 4 条。全部已收。').waitFor();
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('result-head');
    expect(await overflow()).toBeLessThanOrEqual(0);
  });
});
