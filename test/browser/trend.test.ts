import { readFileSync } from 'node:fs';
import { parseCsv } from 'hucre/csv';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { behindPart, partOf, trendParts } from '../../shared/progress/trend.ts';
import type { ObligationsAnswer } from '../../shared/wire/obligations.ts';
import type { ProgressTrend } from '../../shared/wire/progressTrend.ts';
import type { LocalServer } from '../../worker/local/serve.ts';
import { axeFindings } from '../support/browser/axe.ts';
import { inColours } from '../support/browser/colours.ts';
import { collectErrors, openContext, pageAnew, takePicture } from '../support/browser/chromium.ts';
import { openStand, type Stand } from '../support/browser/stand.ts';
import { thoroughly } from '../support/thorough.ts';

let stand: Stand;
let server: LocalServer;
let context: BrowserContext;
let page: Page;
let errors: string[];

beforeAll(async () => {
  stand = await openStand({ reported: true });
  ({ server } = stand);
  ({ context } = await openContext(stand.browser, server.url, { width: 1366, height: 900 }));
});

afterAll(async () => {
  await stand?.close();
});

beforeEach(async () => {
  page = await pageAnew(context, server.url);
  await page.setViewportSize({ width: 1366, height: 900 });
  errors = collectErrors(page);
});

async function openAt(search = ''): Promise<void> {
  await page.goto(`${server.url}/bureau?tab=trend${search}#key=${server.keys.officer}`);
  await drawn();
}
const drawn = () => page.locator('.on-screen canvas').waitFor();

async function api<T>(path: string, key = server.keys.officer): Promise<T> {
  const answer = await fetch(`${server.url}/v1${path}`, { headers: { authorization: `Bearer ${key}` } });
  return (await answer.json()) as T;
}
const trend = (query = '') => api<ProgressTrend>(`/progress/trend?${query}`);
const countOf = async (query: Record<string, string>): Promise<number> =>
  (
    await api<ObligationsAnswer>(
      `/obligations?${new URLSearchParams({ ...query, total: 'true', limit: '1' })}`,
    )
  ).total!;
/** How many obligations the dialog lists, when all of them are there. */
async function listed(): Promise<number> {
  const foot = page.locator('dialog .dialog-foot');
  await foot.getByText(/共 \d+ 项|还有更多|没有/u).waitFor();
  while (await foot.getByRole('button', { name: '更多' }).count()) {
    const before = await page.locator('dialog .entries > li').count();
    await foot.getByRole('button', { name: '更多' }).click();
    await page.locator(`dialog .entries > li:nth-child(${before + 1})`).waitFor();
  }
  return page.locator('dialog .entries > li').count();
}
const bar = (week: string) => page.getByRole('button', { name: new RegExp(`^第${week}周.*应报`, 'u') });

describe('B21.1: the trend is looked at', () => {
  it('as bars that say what they show, with nothing to find for axe, in light and dark', async () => {
    await openAt();
    const answer = await trend();
    const group = page.getByRole('group', { name: '每周到期的应报项' });
    expect(await group.getByRole('button').count()).toBe(answer.spans.length);
    const week = answer.spans.find(({ id }) => id === '2024-W14')!;
    expect(await bar('14').first().getAttribute('aria-label')).toBe(
      `第14周（4月1日—7日）：应报 ${week.expected}` +
        trendParts
          .filter((part) => partOf(week, part) > 0)
          .map(
            (part) =>
              `，${{ dueOnTime: '按时', late: '迟报、逾期完成', unfinished: '已收，逾期未完成', missing: '未报', notDue: '未到期' }[part]} ${partOf(week, part)}`,
          )
          .join(''),
    );
    expect(await page.locator('.trend-summary').innerText()).toMatch(
      /^截至 2024-04-10，应报 \d+，.*按时率 \d+%。最近 4 个整周按时率 \d+%，再往前 4 周 \d+%。$/u,
    );
    expect(await axeFindings(page)).toEqual([]);
    await takePicture(page, 'trend-1366');
    await page.locator('.heat').scrollIntoViewIfNeeded();
    await takePicture(page.locator('section:has(.heat)'), 'trend-heat-1366');
    await inColours(page, 'dark');
    expect(await axeFindings(page, { coloursOnly: true })).toEqual([]);
    await page.evaluate(() => scrollTo(0, 0));
    await takePicture(page, 'trend-dark-1366');
    await takePicture(page.locator('section:has(.heat)'), 'trend-heat-dark-1366');
    await inColours(page, 'light');
    expect(errors).toEqual([]);
  });

  thoroughly('on 390 pixels, without moving the page sideways', async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    await openAt('&by=month');
    await takePicture(page, 'trend-390');
    await page.locator('.heat').scrollIntoViewIfNeeded();
    await takePicture(page, 'trend-heat-390');
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(wide).toBeLessThanOrEqual(390);
    expect(await axeFindings(page)).toEqual([]);
  });

  it('what is drawn are the numbers: each part of a bar has its colour as high as its count', async () => {
    await openAt('&by=quarter');
    const answer = await trend('by=quarter');
    const [first] = answer.spans;
    const colours = await page.locator('.on-screen canvas').evaluate((canvas: HTMLCanvasElement) => {
      const { width, height } = canvas;
      const pixels = canvas.getContext('2d')!.getImageData(0, 0, width, height).data;
      // The middle of the first of four bars.
      const scale = devicePixelRatio;
      const x = Math.round((44 + (width / scale - 48) / 8) * scale);
      const runs: Record<string, number> = {};
      for (let y = 0; y < height; y += 1) {
        const at = 4 * (y * width + x);
        const colour = [...pixels.slice(at, at + 3)]
          .map((each) => each.toString(16).padStart(2, '0'))
          .join('');
        runs[`#${colour}`] = (runs[`#${colour}`] ?? 0) + 1;
      }
      return runs;
    });
    const plot = 300 - 10 - 26;
    const { partColours } = await import('../../addin/pages/shared/trend/trendColours.ts');
    const { topOf } = await import('../../addin/pages/shared/trend/chartWords.ts');
    for (const part of trendParts) {
      const high = (plot * partOf(first!, part)) / topOf(answer.spans);
      // A line of the ground stands between two parts.
      expect([part, Math.abs((colours[partColours[part].light] ?? 0) - high) < 4]).toEqual([part, true]);
    }
  });
});

describe('B21.2: a bar and a cell lead to exactly the obligations behind them', () => {
  it('by mouse a part of a bar, by keyboard all of it; back by the browser’s way', async () => {
    await openAt();
    const answer = await trend();
    const span = answer.spans.find(({ id }) => id === '2024-W14')!;
    const box = (await bar('14').first().boundingBox())!;
    await page.mouse.click(box.x + box.width / 2, box.y + box.height - 2);
    await page.locator('dialog[open]').waitFor();
    const lowest = trendParts.find((part) => partOf(span, part) > 0)!;
    expect(await listed()).toBe(partOf(span, lowest));
    expect(page.url()).toContain(`open=${lowest}&at=2024-W14`);
    await page.goBack();
    await page.locator('dialog[open]').waitFor({ state: 'detached' });
    await drawn();

    const past = page.locator('.trend-bars button[tabindex="0"]');
    expect(await past.count()).toBe(1);
    await past.focus();
    await page.keyboard.press('ArrowLeft');
    const name = await page.evaluate(() => document.activeElement!.getAttribute('aria-label'));
    expect(name).toMatch(/^第13周/u);
    await page.keyboard.press('Enter');
    await page.locator('dialog[open]').waitFor();
    expect(await listed()).toBe(answer.spans.find(({ id }) => id === '2024-W13')!.expected);
    expect(await axeFindings(page, { within: 'dialog' })).toEqual([]);
  });

  it('a cell of a unit’s week, found by keyboard; the legend, all of a part', async () => {
    await openAt('&unit=luoxi');
    const answer = await trend('unit=luoxi');
    const cell = answer.cells.find(({ span }) => span === '2024-W13')!;
    await page
      .getByRole('button', { name: /^罗溪镇 第1周/u })
      .first()
      .focus();
    for (let at = 1; at < 13; at += 1) await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await page.locator('dialog[open]').waitFor();
    expect(await listed()).toBe(cell.expected);
    expect(await page.locator('dialog h2').innerText()).toMatch(/^罗溪镇 · 第13周/u);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: /^未报 \d/u }).click();
    await page.locator('dialog[open]').waitFor();
    expect(await listed()).toBe(answer.total.missing);
    expect(answer.total.missing).toBe(
      await countOf({
        unit: 'luoxi',
        ...behindPart('missing', { from: '2024-01-01', before: '2025-01-06' }, answer.today),
      }),
    );
  });
});

describe('B21.3: beside it stands a table, and it is taken along', () => {
  it('the table is shown, copied and saved; so is the heat map', async () => {
    await openAt('&category=1');
    const answer = await trend('category=1');
    await page.getByRole('button', { name: '显示数据表' }).click();
    await page.locator('.spans').waitFor();
    const rows = page.locator('.spans tbody tr');
    expect(await rows.count()).toBe(answer.spans.length);
    const first = page.getByRole('group', { name: '各周数据：复制、导出、打印' });
    await first.getByRole('button', { name: '复制表格' }).click();
    await page.getByText(`已复制 ${answer.spans.length} 行`).waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied.split('\r\n')[14]!.split('\t').slice(0, 2)).toEqual([
      '第14周（4月1日—7日）',
      String(answer.spans[13]!.expected),
    ]);
    const heat = page.getByRole('group', { name: '各单位上报率：复制、导出、打印' });
    await page.getByLabel('比率').selectOption({ label: '上报率' });
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      heat.getByRole('button', { name: '导出为 CSV 文件' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('各单位上报率（类别一） 2024-04-10.csv');
    const lines = parseCsv(readFileSync(await download.path(), 'utf8')) as string[][];
    expect(lines.length).toBe(answer.units.length + 1);
    await heat.getByRole('button', { name: '复制表格' }).click();
    await heat.getByText(`已复制 ${answer.units.length} 行`).waitFor();
    const cells = (await page.evaluate(() => navigator.clipboard.readText()))
      .split('\r\n')
      .map((line) => line.split('\t'));
    expect(cells[1]![0]).toBe(lines[1]![0]);
    expect(cells[1]!.length).toBe(lines[1]!.length);
  });

  thoroughly('prints on A4: bars in light colours, the table, the heat map with every column', async () => {
    await openAt();
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    expect(await page.locator('.on-screen').isVisible()).toBe(false);
    expect(await page.locator('.on-paper canvas').isVisible()).toBe(true);
    expect(await page.locator('.spans').isVisible()).toBe(true);
    expect(await page.locator('.trend-tools').first().isVisible()).toBe(false);
    const fits = await page.evaluate(() => {
      document.documentElement.style.width = '273mm';
      const paper = document.documentElement.getBoundingClientRect().right;
      return [...document.querySelectorAll('.heat, .spans, .on-paper canvas')].every(
        (each) => each.getBoundingClientRect().right <= paper + 1,
      );
    });
    expect(fits).toBe(true);
    await page.emulateMedia({ media: null, colorScheme: 'light' });
  });
});

describe('B21.1: a unit has its own', () => {
  it('on its page, of its own reports only', async () => {
    await page.goto(`${server.url}/unit`);
    await page.locator('.key-line input').fill(server.keys.reporters['xuejia']!);
    await page.getByRole('button', { name: '打开', exact: true }).click();
    await page.getByRole('tab', { name: '走势' }).click();
    await drawn();
    const answer = await api<ProgressTrend>('/progress/trend', server.keys.reporters['xuejia']);
    expect(await page.locator('.heat tbody tr').count()).toBe(1);
    expect(await page.locator('.trend-summary').innerText()).toContain(`应报 ${answer.total.expected}，`);
    expect(await axeFindings(page)).toEqual([]);
    await takePicture(page, 'trend-unit-1366');
    expect(errors).toEqual([]);
  });
});
