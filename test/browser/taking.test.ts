import { readFileSync } from 'node:fs';
import { parseCsv } from 'hucre/csv';
import type { BrowserContext, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ObligationsAnswer } from '../../shared/wire/obligations.ts';
import type { LocalServer } from '../../worker/local/serve.ts';
import { collectErrors, openContext, pageAnew } from '../support/browser/chromium.ts';
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
  const post = (path: string, body: object) =>
    fetch(`${server.url}/v1${path}`, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { authorization: `Bearer ${server.keys.admin}`, 'content-type': 'application/json' },
    });
  await post('/calendar-tokens', { unit: 'xuejia', label: '王芳的手机' });
  await post('/bulletins', { preset: 'weekly' });
  ({ context } = await openContext(stand.browser, server.url, { width: 1366, height: 900 }));
});

afterAll(async () => {
  await stand?.close();
});

beforeEach(async () => {
  page = await pageAnew(context, server.url);
  errors = collectErrors(page);
});

const open = (address: string) =>
  page.goto(`${server.url}${address}${address.includes('#') ? '' : `#key=${server.keys.admin}`}`);
/** A page of its own: a browser asks before a page saves a second file long after it was pressed. */
const openAnew = async (address: string) => {
  page = await pageAnew(context, server.url);
  await open(address);
};
const take = (name: RegExp | string) =>
  page.getByRole('group', {
    name: typeof name === 'string' ? `${name}：复制、导出、打印` : name,
  });
/** A code as it stands on the page: a file keeps it from becoming a date. */
const bare = (code: string) => code.replace(/^'/u, '');
const clipboard = () => page.evaluate(() => navigator.clipboard.readText());

async function copied(from: Locator): Promise<string[][]> {
  await from.getByRole('button', { name: '复制表格' }).click();
  await from.getByText(/已复制 \d+ 行/u).waitFor();
  return (await clipboard()).split('\r\n').map((line) => line.split('\t'));
}

async function csv(
  from: Locator,
  name: string | RegExp = '导出为 CSV 文件',
): Promise<{ lines: string[][]; called: string }> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    from.getByRole('button', { name, exact: typeof name === 'string' }).click(),
  ]);
  return {
    lines: parseCsv(readFileSync(await download.path(), 'utf8')) as string[][],
    called: download.suggestedFilename(),
  };
}

/** What stands on the page where something can be taken along, and how often. */
const places: readonly [address: string, shown: string, names: readonly string[]][] = [
  ['/bureau', '.due-matrix', ['到期填报情况', '未报名单', '接下来到期']],
  ['/bureau?tab=unit', '.groups', ['按单位']],
  ['/bureau?tab=quantity', 'tbody tr', ['指标']],
  ['/bureau?tab=each', '.each', ['应报项明细']],
  ['/review?queue=overdue', '.queued', ['逾期']],
  ['/review?queue=overdue&by=unit', '.review-groups', ['分组']],
  ['/shares', '.shares', ['分解指标表']],
  ['/roster', '.roster-table', ['名册', '各园区（镇、街道）']],
  ['/roster?tab=calendars', '.calendar-links', ['日历订阅']],
  ['/bulletins', 'table.bulletins', ['草稿']],
  ['/audit', '.audit', ['操作记录']],
  ['/obligation?key=2024.1-7-1.1.xuejia.2024-W14', '.history-table', ['修订记录']],
];

describe('B13.1: every table is taken along by one control', () => {
  it.each(places)(
    '%s: copied, saved, and printed on A4 with every column and no control',
    async (address, shown, names) => {
      await open(address);
      await page.locator(shown).first().waitFor();
      const said = await page
        .locator('.take')
        .evaluateAll((all) =>
          all
            .filter((each) => (each as HTMLElement).offsetParent !== null)
            .map((each) => each.getAttribute('aria-label')!),
        );
      expect(said.map((label) => label.replace('：复制、导出、打印', ''))).toEqual(
        expect.arrayContaining(names as string[]),
      );
      await page.emulateMedia({ media: 'print' });
      const found = await page.evaluate(() => {
        // As wide as A4, landscape, within its margins.
        document.documentElement.style.width = '273mm';
        const paper = document.documentElement.getBoundingClientRect().right;
        const isShown = (each: Element): boolean => (each as HTMLElement).offsetParent !== null;
        const tables = [...document.querySelectorAll('main table')].filter(isShown);
        return {
          wide: tables.filter((table) => table.getBoundingClientRect().right > paper + 1).length,
          controls: [...document.querySelectorAll('main fluent-button, .take, .filters, .tz-tabs')].filter(
            isShown,
          ).length,
          heads: tables.filter(
            (table) => getComputedStyle(table.querySelector('thead')!).display !== 'table-header-group',
          ).length,
        };
      });
      expect(found).toEqual({ wide: 0, controls: 0, heads: 0 });
      const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
      expect(pdf).toMatch(/\/MediaBox \[0 0 841\.\d+ 59[45]/u);
      expect(errors).toEqual([]);
    },
  );

  thoroughly('/review downloads what its filter leaves, and what was reported with it', async () => {
    await open('/review?queue=overdue&unit=luoxi');
    await page.locator('.queued').first().waitFor();
    const answer = await fetch(`${server.url}/v1/obligations?counted=overdue&unit=luoxi&limit=1000`, {
      headers: { authorization: `Bearer ${server.keys.admin}` },
    });
    const { obligations } = (await answer.json()) as ObligationsAnswer;
    const { lines, called } = await csv(take('逾期'), '应报项：导出为 CSV 文件');
    expect(lines.slice(1).map((line) => line[0])).toEqual(obligations.map(({ unit }) => unit.name));
    expect(called).toMatch(/^应报项明细（罗溪镇.*）.*\.csv$/u);
    const rows = await copied(take('逾期'));
    expect(rows[0]!.slice(0, 4)).toEqual(['责任单位', '编码', '工作安排', '报告期']);
    expect(rows.length - 1).toBe(await page.locator('.queued').count());
  });

  it('files beside 未报 and 接下来 hold what these list, also what the page shows only when asked', async () => {
    await open('/bureau?category=1&span=2024-W14');
    await page.locator('.due-matrix').waitFor();
    const missing = await csv(take('未报名单'));
    expect(missing.called).toMatch(/^未报名单（类别一，4月1日—7日）/u);
    expect(missing.lines.slice(1)).toEqual(
      (await copied(take('未报名单')))
        .slice(1)
        .map((row) => [row[0], row[1], row[2]!.replace(/ 天$/u, ''), row[3]]),
    );
    await openAnew('/bureau?category=1&span=2024-W14');
    await page.locator('.due-matrix').waitFor();
    const next = await csv(take('接下来到期'));
    expect(next.called).toMatch(/^接下来到期（类别一）/u);
    expect(next.lines.length).toBeGreaterThan(31);
    const shown = (await copied(take('接下来到期'))).slice(1);
    expect(shown).toHaveLength(30);
    expect(next.lines.slice(1, 31).map((row) => bare(row[1]!))).toEqual(
      shown.map((row) => row[1]!.split(' ')[0]),
    );
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    expect(await page.getByRole('region', { name: '接下来到期' }).locator('tbody tr').count()).toBe(
      next.lines.length - 1,
    );
  });

  thoroughly('files of keys and of shares follow the page’s filters', async () => {
    await open('/roster?tab=keys&unit=xuejia');
    await page.locator('.key-table').waitFor();
    const keys = await csv(take('密钥'));
    expect(keys.lines.slice(1).map((row) => row[0])).toEqual(['薛家镇']);
    await openAnew('/shares?task=1-5&unit=menghe');
    await page.locator('.shares').waitFor();
    const shares = await csv(take('分解指标表'));
    const shown = await copied(take('分解指标表'));
    expect(shares.lines[0]!.slice(7)).toEqual(['孟河镇']);
    expect(shares.lines.slice(1).map((row) => bare(row[0]!))).toEqual(
      shown.slice(1).map((row) => row[0]!.split(' ')[0]),
    );
  });

  // A page of its own: a browser asks before a page saves a second file long after it was pressed.
  thoroughly('/review gives the rows with what was reported, by the same filter', async () => {
    await open('/review?queue=toAccept&unit=xuejia');
    await page.locator('.queued').first().waitFor();
    const { lines, called } = await csv(take('待审核'), '含填报内容：导出为 CSV 文件');
    expect(called).toMatch(/^填报数据（薛家镇，待审核）.*\.csv$/u);
    const total = Number(
      /共 ([\d,]+) 项/u.exec(await page.locator('.selection').innerText())![1]!.replaceAll(',', ''),
    );
    expect(lines.length - 1).toBeGreaterThanOrEqual(total);
    expect(lines.some((line) => line.includes('已开展'))).toBe(true);
  });

  it('what stands behind a number is taken along, and prints alone', async () => {
    await open('/bureau?tab=unit&open=missing&of=luoxi');
    await page.locator('.entries > li').first().waitFor();
    const of = take(/^罗溪镇 · 未报/u);
    const { lines } = await csv(of, '应报项：导出为 CSV 文件');
    expect(lines.length).toBeGreaterThan(10);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.groups').isVisible()).toBe(false);
    expect(await page.locator('.entries > li').first().isVisible()).toBe(true);
    expect(await page.locator('dialog fluent-button').first().isVisible()).toBe(false);
  });

  it('files of shares, units, keys and of an obligation’s revisions come from their routes', async () => {
    await open('/roster');
    await page.locator('.roster-table').first().waitFor();
    const units = await csv(take('名册'));
    const shown = await copied(take('名册'));
    expect(shown.length).toBe(units.lines.length);
    // What is typed into is copied as it stands there; acts are no part of it.
    expect(shown.slice(1).map((row) => row[1])).toEqual(units.lines.slice(1).map((line) => line[0]));
    expect(shown[0]).not.toContain('操作');
    await open('/roster?tab=keys');
    await page.locator('.key-table').waitFor();
    expect((await csv(take('密钥'))).lines.length).toBeGreaterThan(12);
    await open('/shares');
    await page.locator('.shares').waitFor();
    expect((await csv(take('分解指标表'))).called).toContain('2024年分解指标');
    await open('/obligation?key=2024.1-7-1.1.xuejia.2024-W14');
    await page.locator('.history-table').waitFor();
    expect((await csv(take('修订记录'))).lines.length).toBe(2);
    // A revision that changed two fields is said in each line.
    const history = await copied(take('修订记录'));
    expect(new Set(history.slice(1).map((row) => row[0])).size).toBe(1);
    expect(history.every((row) => row.length === history[0]!.length)).toBe(true);
  });

  it('/lists: arrangements and publishings', async () => {
    await open('/lists');
    await page.getByRole('button', { name: '打开已发布的 2024 年清单' }).click();
    await page.locator('mark.quantity').first().waitFor();
    const list = take(/任务清单/u);
    const { lines } = await csv(list);
    expect(new Set(lines.slice(1).map((line) => line[0])).size).toBe(81);
    const rows = await copied(list);
    expect(rows.map((row) => row[0])).toEqual(lines.map((line) => line[0]));
    // Under a filter the copy holds what is shown, and files say that they hold all; on paper all stands.
    await page.getByLabel('查找').fill('1-5-');
    const some = await copied(list);
    expect(some.slice(1).every((row) => bare(row[0]!).startsWith('1-5-'))).toBe(true);
    await list.getByRole('button', { name: '整份清单：导出为 CSV 文件' }).waitFor();
    await page.getByLabel('查找').fill('');
    await page.locator('.pager').waitFor();
    expect(await page.locator('.arrangement').count()).toBeLessThan(81);
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    expect(await page.locator('.arrangement').count()).toBe(81);
    await page.evaluate(() => dispatchEvent(new Event('afterprint')));
    await page.locator('.pager').waitFor();
    await page.getByRole('tab', { name: '发布记录' }).click();
    expect((await copied(take('发布记录'))).length).toBe(2);
  });
});
