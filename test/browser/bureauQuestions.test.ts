import { readFileSync } from 'node:fs';
import { parseCsv } from 'hucre/csv';
import { readXlsx } from 'hucre/xlsx';
import type { BrowserContext, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { DueReports } from '../../shared/wire/dueReports.ts';
import type { ProgressAnswer } from '../../shared/wire/progress.ts';
import type { LocalServer } from '../../worker/local/serve.ts';
import { axeFindings } from '../support/browser/axe.ts';
import { collectErrors, openContext, pageAnew, takePicture } from '../support/browser/chromium.ts';
import { openStand, type Stand } from '../support/browser/stand.ts';
import { thorough, thoroughly } from '../support/thorough.ts';

let stand: Stand;
let server: LocalServer;
let context: BrowserContext;
let page: Page;
let errors: string[];
let clicks: number;

beforeAll(async () => {
  stand = await openStand({ reported: true });
  ({ server } = stand);
  ({ context } = await openContext(stand.browser, server.url, { width: 1366, height: 768 }));
});

afterAll(async () => {
  await stand?.close();
});

beforeEach(async () => {
  page = await pageAnew(context, server.url);
  errors = collectErrors(page);
  await openAt('');
  clicks = 0;
});

async function openAt(search: string): Promise<void> {
  await page.goto(`${server.url}/bureau${search}#key=${server.keys.officer}`);
  await page.locator('tbody tr').first().waitFor();
}

async function click(target: Locator): Promise<void> {
  clicks += 1;
  await target.click();
}

const list = (label: string) =>
  page.locator('.tz-select', { has: page.getByText(label, { exact: true }) }).locator('select');

/** A choice from a list: a click to open it, one to choose. */
async function choose(label: string, option: string): Promise<void> {
  clicks += 2;
  await list(label).selectOption({ label: option });
}

const tab = (name: string) => page.getByRole('tab', { name, exact: true });
const button = (name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' });
const clipboard = () => page.evaluate(() => navigator.clipboard.readText());

async function api<T>(path: string): Promise<T> {
  const answer = await fetch(`${server.url}/v1${path}`, {
    headers: { authorization: `Bearer ${server.keys.officer}` },
  });
  return (await answer.json()) as T;
}

const lastWeek = () => api<DueReports>('/progress/due?dueFrom=2024-04-01&dueBefore=2024-04-08');
/** Names of units, as the list of those who have not reported has them. */
const missing = async () => {
  const section = page.locator('section', { hasText: '未报单位' }).last();
  return section.locator('tbody th').allInnerTexts();
};
const namesOf = ({ units }: DueReports) => units.filter(({ empty }) => empty > 0).map(({ name }) => name);

async function saved(name: string): Promise<{ file: Buffer; called: string }> {
  const [download] = await Promise.all([page.waitForEvent('download'), click(button(name).first())]);
  return { file: readFileSync(await download.path()), called: download.suggestedFilename() };
}

/** The rows of the page's first table, as they stand there. */
const shownRows = (table = 'table') =>
  page
    .locator(table)
    .first()
    .locator('tbody tr')
    .evaluateAll((rows) => rows.map((row) => row.children[0]!.textContent!.trim()));

describe('the officer’s ten questions, in clicks', () => {
  it('1. Who has not reported this week? 0 clicks', async () => {
    const week = await api<DueReports>('/progress/due?dueFrom=2024-04-08&dueBefore=2024-04-15');
    expect(await missing()).toEqual(namesOf(week));
    expect(await page.locator('.due-matrix tbody tr').count()).toBe(12);
    expect(clicks).toBe(0);
    expect(await axeFindings(page)).toEqual([]);
    expect(errors).toEqual([]);
  });

  it('2. Who has not reported last week, and how many days late? 1 click', async () => {
    await click(button('上一期'));
    await page.locator('h2', { hasText: '未报单位 8 个' }).waitFor();
    const week = await lastWeek();
    expect(await missing()).toEqual(namesOf(week));
    const cells = await page.locator('.due-matrix td.mark').allInnerTexts();
    expect([...new Set(cells.map((cell) => cell[0]))].toSorted()).toEqual(['✓', '空'].toSorted());
    const late = page.locator('section', { hasText: '未报单位' }).last().getByText('3 天');
    expect(await late.count()).toBe(namesOf(week).length);
    expect(clicks).toBe(1);
    await takePicture(page, 'bureau-due-1366');
  });

  it('3. The list of them, to be sent in the chat? 2 clicks', async () => {
    await click(button('上一期'));
    await page.locator('h2', { hasText: '未报单位 8 个' }).waitFor();
    await click(button('复制名单'));
    await page.getByText('名单已复制').waitFor();
    const text = await clipboard();
    const week = await lastWeek();
    expect(text.split('\n')[0]).toBe(
      `【2024年任务清单填报情况】第14周（4月1日—7日）到期应报${week.total.expected}项，截至4月10日已报${week.total.expected - week.total.empty}项，未报${week.total.empty}项。`,
    );
    for (const name of namesOf(week)) expect(text).toContain(`${name}：`);
    expect(text).toMatch(/最长已逾期3天/u);
    expect(clicks).toBe(2);
  });

  thoroughly('4. How did the first quarter go, week by week? 2 clicks', async () => {
    await click(button('季度'));
    await click(button('上一期'));
    await page.locator('.due-matrix thead th', { hasText: '第2周' }).waitFor();
    const quarter = await api<DueReports>('/progress/due?dueFrom=2024-01-01&dueBefore=2024-04-01');
    expect(await page.locator('.due-matrix thead th').count()).toBe(5 + quarter.periods.length);
    expect(page.url()).toContain('span=2024-Q1');
    expect(clicks).toBe(2);
    await takePicture(page, 'bureau-quarter-1366');
  });

  it('5. What falls due next? 0 clicks', async () => {
    const next = page.getByRole('region', { name: '接下来到期' });
    expect(await next.locator('tbody tr').first().innerText()).toContain('2024-04-14');
    expect(await next.locator('tbody tr').count()).toBe(30);
    expect(clicks).toBe(0);
    const week = await api<DueReports>('/progress/due?dueFrom=2024-04-08&dueBefore=2024-04-15');
    await click(button(`显示其余 ${week.next.length - 30} 条`));
    await expect.poll(() => next.locator('tbody tr').count()).toBe(week.next.length);
  });

  it('6. How does each unit stand, of what is due? 1 click', async () => {
    await click(tab('按单位'));
    await page.locator('.tile').first().waitFor();
    const answer = await api<ProgressAnswer>('/progress?groupBy=unit');
    const first = page.locator('tbody tr').first();
    await first.waitFor();
    expect(await first.locator('.percent').innerText()).toBe(
      `${Math.round(answer.groups[0]!.fulfilment! * 100)}%`,
    );
    expect(clicks).toBe(1);
  });

  thoroughly('7. Who has most overdue? 2 clicks', async () => {
    await click(tab('按单位'));
    await click(button(/^逾期未完成/u).last());
    const answer = await api<ProgressAnswer>('/progress?groupBy=unit&sort=overdue');
    await expect.poll(() => shownRows()).toEqual(answer.groups.map(({ name }) => name));
    expect(page.url()).toContain('sort=overdue');
    expect(clicks).toBe(2);
  });

  thoroughly('8. Which reports are they, and what do they say? 2 clicks', async () => {
    await click(tab('按单位'));
    const number = button(/^罗溪镇 逾期未完成 \d+$/u);
    const count = Number(/\d+$/u.exec((await number.getAttribute('aria-label'))!)![0]);
    await click(number);
    await page
      .locator('.entries > li')
      .nth(count - 1)
      .waitFor();
    expect(await page.locator('.entries > li').count()).toBe(count);
    expect(clicks).toBe(2);
    expect(page.url()).toMatch(/open=overdue&of=luoxi/u);
  });

  it('9. Of whom is this quantity made? 2 clicks', async () => {
    await click(tab('指标'));
    const way = button(/^1-1-3 .*按单位展开$/u);
    await click(way);
    const dialog = page.getByRole('dialog');
    await dialog.locator('tbody tr').nth(11).waitFor();
    const counted = await dialog
      .locator('tbody tr')
      .evaluateAll((rows) =>
        rows
          .filter((row) => !row.textContent!.includes('不计入合计'))
          .map((row) => Number.parseInt(row.children[1]!.textContent!, 10) || 0),
      );
    const sum = Number.parseInt(await dialog.locator('tfoot td').first().innerText(), 10);
    expect(counted.reduce((all, one) => all + one, 0)).toBe(sum);
    expect(await dialog.innerText()).toContain('结合日常检查核对4家企业班组建设情况');
    expect(clicks).toBe(2);
    expect(await axeFindings(page)).toEqual([]);
    await takePicture(page, 'bureau-units-1366');
  });

  it('10. The table for the leader, as a file or on paper? 2 clicks', async () => {
    await click(tab('按单位'));
    await page.locator('.tile').first().waitFor();
    const { file, called } = await saved('导出为 Excel 文件（.xlsx）');
    expect(called).toBe('填报进度（按责任单位） 2024-04-10.xlsx');
    const { sheets } = await readXlsx(file);
    expect(sheets[0]!.rows.slice(1).map(([name]) => name)).toEqual(await shownRows());
    expect(clicks).toBe(2);
    expect(errors).toEqual([]);
  });
});

describe('B12: the view is in the address', () => {
  it('comes back by a bookmark, and by the browser’s way back, with what stood open', async () => {
    await click(tab('按工作安排'));
    await choose('单位', '罗溪镇');
    await choose('类别', await list('类别').locator('option').nth(1).innerText());
    await click(button(/^未报/u).last());
    const sorted = page.url();
    expect(new URL(sorted).search).toBe('?tab=arrangement&sort=missing&unit=luoxi&category=1');
    await expect.poll(() => page.locator('.tile').first().innerText()).not.toContain('878');
    const rows = await shownRows();
    await click(page.getByRole('button', { name: /未报 \d+$/u }).first());
    await page.getByRole('dialog').locator('.entries li').first().waitFor();
    const open = page.url();
    await page.keyboard.press('Escape');
    await expect.poll(() => page.url()).toBe(sorted);
    const other = await context.newPage();
    await other.goto(`${open}#key=${server.keys.officer}`);
    await other.getByRole('dialog').locator('.entries li').first().waitFor();
    await other.getByRole('heading', { name: /罗溪镇[，（]类别一） · 未报$/u }).waitFor();
    await other.keyboard.press('Escape');
    await expect.poll(() => other.url()).toBe(sorted);
    expect(
      await other
        .locator('tbody tr')
        .evaluateAll((all) => all.map((row) => row.children[0]!.textContent!.trim())),
    ).toEqual(rows);
    await page.goBack();
    await expect.poll(() => page.url()).not.toContain('sort=');
    await page.goBack();
    await page.goBack();
    await page.goBack();
    await page.locator('.due-matrix').waitFor();
    expect(errors).toEqual([]);
  });

  it('filters obligations by unit, category, period and state; says the same as the API', async () => {
    await openAt('?tab=each&unit=luoxi&state=overdue&period=2024-W14');
    const { obligations } = await api<{ obligations: unknown[] }>(
      '/obligations?unit=luoxi&state=overdue&period=2024-W14',
    );
    expect(obligations.length).toBeGreaterThan(1);
    await expect.poll(() => page.locator('tbody tr').count()).toBe(obligations.length);
    await click(button('清除筛选'));
    await expect.poll(() => page.locator('tbody tr').count()).toBe(100);
    expect(page.url()).toBe(`${server.url}/bureau?tab=each`);
  });

  it('says nothing wrong for an address that asks for nothing sensible', async () => {
    await openAt('?tab=nowhere&sort=x&category=0&span=2024-W99&open=y');
    await page.locator('.due-matrix').waitFor();
    expect(errors).toEqual([]);
  });

  thoroughly('goes between the pages of the bureau, with the key', async () => {
    await click(page.getByRole('navigation').getByRole('link', { name: '清单' }));
    await page.waitForURL(`${server.url}/lists`);
    await click(page.getByRole('navigation').getByRole('link', { name: '进度' }));
    await page.locator('.due-matrix').waitFor();
    expect(await page.getByRole('link', { name: '进度' }).getAttribute('aria-current')).toBe('page');
  });
});

describe('B13: tables are taken along', () => {
  const lines = (text: string) => text.split(/\r?\n/u);

  it('copies a line a row, with tabs between cells: by the button, and what is marked', async () => {
    await openAt('?tab=arrangement');
    await page.locator('tbody tr').nth(80).waitFor();
    await click(button('复制表格').first());
    await page.getByText('已复制 81 行').waitFor();
    const all = lines(await clipboard());
    expect(all).toHaveLength(82);
    expect(new Set(all.map((line) => line.split('\t').length))).toEqual(new Set([14]));
    expect(all[1]).toMatch(/^1-1-1 \S.*\t\d+%\t\d+%\t\d+\t/u);
    await page.evaluate(() => {
      const [first, , third] = document.querySelectorAll('tbody tr');
      getSelection()!.setBaseAndExtent(first!, 0, third!, third!.childNodes.length);
    });
    await page.keyboard.press('Control+C');
    expect(lines(await clipboard())).toEqual(all.slice(1, 4));
  });

  it('B5: gives the rows of the page in its order, as CSV', async () => {
    await openAt('?tab=category&sort=missing');
    const { file } = await saved('导出为 CSV 文件');
    const rows = parseCsv(file.toString('utf8')) as string[][];
    const shown = await page
      .locator('tbody th')
      .evaluateAll((all) => all.map((each) => (each as HTMLElement).dataset['text']));
    expect(rows.slice(1).map(([name]) => name)).toEqual(shown);
  });

  it.each(
    thorough
      ? [
          '?tab=unit',
          '?tab=each',
          '?tab=quantity',
          '?span=2024-Q1',
          '?tab=quantity&open=quantity&of=1-1-3&at=i1',
        ]
      : ['?tab=quantity&open=quantity&of=1-1-3&at=i1'],
  )('prints %s on A4 with every column', async (search) => {
    await openAt(search);
    if (search.includes('open=')) await page.getByRole('dialog').locator('tbody tr').nth(11).waitFor();
    // The width of A4, landscape, within its margins, at 96 points an inch.
    await page.setViewportSize({ width: Math.floor((273 / 25.4) * 96), height: 703 });
    await page.emulateMedia({ media: 'print' });
    const wide = await page.evaluate(() => {
      const table = document.querySelector('dialog[open] table') ?? document.querySelector('table')!;
      return table.getBoundingClientRect().right - innerWidth;
    });
    await takePicture(page, `bureau-print${search.replaceAll(/\W+/gu, '-')}`);
    expect(wide).toBeLessThanOrEqual(0);
    expect(await button('复制表格').first().isVisible()).toBe(false);
  });

  it.each(thorough ? [1024, 390] : [390])('stays within %i pixels, and axe finds nothing', async (width) => {
    await page.setViewportSize({ width, height: 768 });
    for (const search of ['?span=2024-Q1', '?tab=unit', '?tab=each', '?tab=quantity']) {
      await openAt(search);
      expect(await page.evaluate(() => document.documentElement.scrollWidth), search).toBeLessThanOrEqual(
        width,
      );
      expect(await axeFindings(page, { widthOnly: width === 390 }), search).toEqual([]);
      await takePicture(page, `bureau-${width}${search.replaceAll(/\W+/gu, '-')}`);
    }
  });
});
