import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript-6';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { LocalServer } from '../../worker/local/serve.ts';
import { projectFolder } from '../../worker/local/tool.ts';
import { axeFindings } from '../support/browser/axe.ts';
import { collectErrors, openContext, takePicture } from '../support/browser/chromium.ts';
import { openStand, type Stand } from '../support/browser/stand.ts';
import { standInForOffice } from '../support/office/script.ts';
import { thoroughly } from '../support/thorough.ts';

const site = join(projectFolder, 'dist/site');

/** The built scripts that a page loads, those that it loads later too. */
function scriptsOf(page: string): string[] {
  const html = readFileSync(join(site, `${page}.html`), 'utf8');
  const found = new Set([...html.matchAll(/\.\/(assets\/[^"]+\.js)"/g)].map(([, path]) => path!));
  for (const path of found)
    for (const [, part] of readFileSync(join(site, path), 'utf8').matchAll(
      /(?:from|import)\s*\(?"\.\/([^"]+\.js)"/g,
    ))
      found.add(`assets/${part!}`);
  return [...found];
}

/** What of a script came after ES2020, by its name in the syntax tree. */
function laterSyntax(path: string): string[] {
  const { SyntaxKind: kinds } = ts;
  const later = new Set([
    ...[kinds.PrivateIdentifier, kinds.PropertyDeclaration, kinds.ClassStaticBlockDeclaration],
    ...[kinds.QuestionQuestionEqualsToken, kinds.BarBarEqualsToken, kinds.AmpersandAmpersandEqualsToken],
  ]);
  const names: string[] = [];
  const walk = (node: ts.Node): void => {
    if (later.has(node.kind as never)) names.push(kinds[node.kind]);
    ts.forEachChild(node, walk);
  };
  walk(ts.createSourceFile(path, readFileSync(join(site, path), 'utf8'), ts.ScriptTarget.Latest, true));
  return names;
}

describe('the task pane’s page, as it is built and served (S12)', () => {
  let stand: Stand;
  let server: LocalServer;
  let browser: Browser;
  let context: BrowserContext;

  beforeAll(async () => {
    stand = await openStand();
    ({ server, browser } = stand);
    ({ context } = await openContext(browser, server.url, { width: 420, height: 900 }));
  });

  afterAll(async () => {
    await stand?.close();
  });

  async function open(
    prepare: (page: Page) => Promise<unknown>,
    hash = '',
  ): Promise<{ page: Page; errors: string[] }> {
    const page = await context.newPage();
    await prepare(page);
    const errors = collectErrors(page);
    await page.goto(`${server.url}/taskpane${hash}`);
    return { page, errors };
  }

  test('S12.7: outside Excel it says so, and leads to the browser’s workbook', async () => {
    const { page, errors } = await open((blank) => standInForOffice(blank, { inExcel: false }));
    await page.getByText('请在 Excel 的“台账”选项卡中打开').waitFor();
    expect(await page.getByRole('link').getAttribute('href')).toBe('/workbook');
    expect(await page.locator('.tz-pane').count()).toBe(0);
    expect(await page.evaluate(() => typeof history.replaceState)).toBe('function');
    expect(errors).toEqual([]);
    await page.close();
  });

  test('S12.7: without Office.js it says what is missing', async () => {
    const { page } = await open((blank) => blank.route(/office\.js/, (route) => route.abort()));
    await page.getByText('没有取到微软的 Office').waitFor();
    await page.close();
  });

  test('S12.16: while Office.js waits for its host, and where no module runs, the page says what to do', async () => {
    const { page } = await open((blank) =>
      blank.route(/office\.js/, (route) =>
        route.fulfill({
          contentType: 'text/javascript',
          body: 'Office = { onReady: () => new Promise(() => {}) };',
        }),
      ),
    );
    await page.getByText('正在启动').waitFor();
    expect(await page.getByText('WebView2').first().isVisible()).toBe(true);
    expect(await page.getByRole('link').getAttribute('href')).toBe('/workbook');
    await takePicture(page, 'taskpane-starting');
    await page.close();
    // A network that neither answers nor refuses: the page's own words stand before any script.
    const hanging = await context.newPage();
    await hanging.route(/office\.js/, () => new Promise(() => {}));
    await hanging.goto(`${server.url}/taskpane`, { waitUntil: 'commit' });
    await hanging.getByText('正在启动').waitFor();
    expect(await hanging.getByText('WebView2').first().isVisible()).toBe(true);
    await hanging.close();
    const without = await open((blank) => blank.route(/assets\/.*\.js/, (route) => route.abort()));
    await without.page.getByText('正在启动').waitFor();
    await without.page.close();
  });

  test('S12.16: what pane and dialog load is written in ES2020', async () => {
    for (const name of ['taskpane', 'dialog']) {
      const scripts = scriptsOf(name);
      expect(scripts.length).toBeGreaterThan(5);
      for (const script of scripts) expect([script, laterSyntax(script)]).toEqual([script, []]);
    }
  });

  // github.com/OfficeDev/office-js 3378, 5176: the press that starts the runtime is lost where its function comes later.
  thoroughly(
    'E1.2: a button that is pressed before Excel has answered does its act once the pane is there',
    async () => {
      const { page } = await open(async (blank) => {
        await standInForOffice(blank, { sharedRuntime: true });
        await blank.addInitScript(() => {
          addEventListener('DOMContentLoaded', () => {
            const { ribbon } = window.officeStandIn!.host;
            (window as { pressedWith?: string[] }).pressedWith = ribbon.names;
            void ribbon.press('help');
          });
          // Excel answers when the test says so.
          let ready = () => {};
          const waiting = new Promise<void>((done) => (ready = done));
          (window as { letReady?: () => void }).letReady = ready;
          let office: { onReady(): Promise<unknown> } | undefined;
          Object.defineProperty(window, 'Office', {
            configurable: true,
            get: () => office,
            set(value: { onReady(): Promise<unknown> }) {
              const { onReady } = value;
              office = Object.assign(value, { onReady: async () => waiting.then(() => onReady()) });
            },
          });
        });
      });
      await page.getByText('正在启动').waitFor();
      await page.waitForFunction(() => 'pressedWith' in window);
      await page.evaluate(() => (window as unknown as { letReady(): void }).letReady());
      await page.getByRole('dialog').getByText('1. 连接').waitFor();
      await page.close();
    },
  );

  thoroughly(
    'probes that are hidden until Ctrl+Alt+P try this Excel, and give a report to copy',
    async () => {
      const key = server.keys.reporters['xuejia']!;
      const { page, errors } = await open((blank) => standInForOffice(blank, { api: 20 }), `#key=${key}`);
      await page.getByText(/台账 \d+ 行/).waitFor();
      const heading = page.getByRole('heading', { name: '探测这台电脑的 Excel' });
      expect(await heading.count()).toBe(0);
      await page.keyboard.press('Control+Alt+KeyP');
      await heading.waitFor();
      await takePicture(page, 'probes-begin');
      await page.getByRole('button', { name: '开始探测' }).click();
      await page.getByText('在 J2 的下拉里选一项。').waitFor();
      await takePicture(page, 'probes-hands');
      expect(await axeFindings(page)).toEqual([]);
      await page.evaluate(() => {
        const { host } = window.officeStandIn!;
        host.act((book) => {
          const sheet = book.sheet('台账探测')!;
          sheet.put(1, 9, '甲');
          return [
            { sheet: sheet.id, area: { row: 1, column: 9, rows: 1, columns: 1 }, changeType: 'RangeEdited' },
          ];
        });
      });
      await page.getByRole('button', { name: '做完了，看结果' }).click();
      const report = page.getByRole('textbox', { name: '探测结果' });
      await report.waitFor();
      expect(await report.inputValue()).toMatch(/6\. dropdown-event: holds/);
      expect(await page.evaluate(() => window.officeStandIn!.host.book.sheet('台账探测'))).toBe(null);
      await takePicture(page, 'probes-report');
      expect(errors).toEqual([]);
      await page.getByRole('button', { name: '关闭', exact: true }).click();
      expect(await heading.count()).toBe(0);
      await page.close();
    },
  );

  test('S12: in Excel a clerk connects, fills in a row, syncs, and the sheet says so', async () => {
    const key = server.keys.reporters['xuejia']!;
    const { page, errors } = await open((blank) => standInForOffice(blank), `#key=${key}`);
    await page.waitForFunction(() => (window.officeStandIn?.host.book.tables.length ?? 0) > 0);
    const rowKey = await page.evaluate(() => {
      const { ledger, user } = window.officeStandIn!;
      const sheet = ledger.sheet();
      const row = [...sheet.rows.keys()].find((at) =>
        String(sheet.value(at, ledger.at('arrangement'))).startsWith('1-7-1 '),
      )!;
      user.type(row, ledger.at('status'), '已开展');
      user.type(row, ledger.at('note'), '调度5家装货企业，已通报。');
      return String(sheet.value(row, ledger.at('key')));
    });
    const says = (text: string) =>
      page.waitForFunction(
        ([row, result]) => {
          const { ledger } = window.officeStandIn!;
          return ledger.sheet().value(ledger.row(row!), ledger.at('result')) === result;
        },
        [rowKey, text],
      );
    await says('● 待同步');
    await page.getByRole('button', { name: '同步', exact: true }).click();
    await says('✓ 已同步');
    await takePicture(page, 'taskpane-in-excel');
    expect(errors).toEqual([]);
    await page.close();
  });

  test('S12.17, S12.18: in Excel’s pane a view filters the sheet, and the row at hand stands in a card', async () => {
    const key = server.keys.reporters['xuejia']!;
    const { page, errors } = await open(
      (blank) => standInForOffice(blank, { api: 18, platform: 'PC', desktop: true }),
      `#key=${key}`,
    );
    const views = page.getByRole('group', { name: '显示哪些行' });
    const overdue = views.getByRole('button', { name: /^逾期未报 \d/u });
    await overdue.waitFor();
    const wanted = Number(/\d+/u.exec((await overdue.textContent()) ?? '')![0]);
    await overdue.click();
    const shownRows = (rows: number) =>
      page.waitForFunction((count) => {
        const { ledger } = window.officeStandIn!;
        const sheet = ledger.sheet();
        const keyed = [...sheet.rows.keys()].filter((at) => sheet.value(at, ledger.at('key')) !== null);
        return keyed.filter((at) => at > ledger.header && !sheet.isHidden(at)).length === count;
      }, rows);
    await shownRows(wanted);
    await views.getByRole('button', { name: /^逾期未报 \d/u, pressed: true }).waitFor();
    const first = await page.evaluate(() => {
      const { ledger, user, host } = window.officeStandIn!;
      const sheet = ledger.sheet();
      const row = [...sheet.rows.keys()].find((at) => at > ledger.header && !sheet.isHidden(at))!;
      user.goTo(row, ledger.at('status'));
      host.keyboard = 'pane';
      return String(sheet.value(row, ledger.at('arrangement')));
    });
    const card = page.getByRole('region', { name: '当前行' });
    await card.getByText(first.split(' ').slice(1).join(' ')).waitFor();
    await card.getByText(/^已逾期 \d+ 天（应于/u).waitFor();
    await takePicture(page, 'taskpane-view');
    expect(await axeFindings(page)).toEqual([]);
    // The clerk clears the filter by Excel's own means: the pane says 全部 again.
    await page.evaluate(() => window.officeStandIn!.user.clearFilters());
    await views.getByRole('button', { name: /^全部/u, pressed: true }).waitFor();
    // A jump from the pane to a row that a view leaves out shows it, and takes the keyboard along.
    await views.getByRole('button', { name: /^已报 \d/u }).click();
    await page.locator('.tz-due li').first().getByRole('button').click();
    await page.waitForFunction(() => window.officeStandIn!.host.keyboard === 'sheet');
    await views.getByRole('button', { name: /^全部/u, pressed: true }).waitFor();
    expect(errors).toEqual([]);
    await page.close();
  });
});
