import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TaskList } from '../../shared/taskList/taskList.ts';
import type { Sheet } from '../../shared/wire/sheet.ts';
import { build } from '../../worker/local/build.ts';
import { type LocalServer, startLocalServer } from '../../worker/local/serve.ts';
import { axeFindings } from '../support/browser/axe.ts';
import { collectErrors, launchChromium, openContext, takePicture } from '../support/browser/chromium.ts';
import { asForm, asHtml, types } from '../support/documents/forms.ts';
import { publishedGrid, publishedText } from '../support/import/published.ts';
import { smallDocument } from '../support/import/smallList.ts';

const folder = mkdtempSync(join(tmpdir(), 'taizhang-lists-'));
let server: LocalServer;
let browser: Browser;
let context: BrowserContext;
let page: Page;
let errors: string[];
let outside: string[];

beforeAll(async () => {
  await build();
  server = await startLocalServer({ port: 0, dataDir: folder });
  browser = await launchChromium();
  ({ context, outside } = await openContext(browser, server.url));
  page = await context.newPage();
  page.setDefaultTimeout(20_000);
  // Else a colour may be looked at while it changes.
  await page.emulateMedia({ reducedMotion: 'reduce' });
  errors = collectErrors(page);
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await server?.close();
  rmSync(folder, { recursive: true, force: true });
});

const button = (name: string) => page.getByRole('button', { name, exact: true });
const tab = (name: string) => page.getByRole('tab', { name: new RegExp(`^${name}`, 'u') });
const bar = () => page.locator('.publish-bar');
const alerts = () => page.getByRole('alert');

/** Opens the page anew; a key given before in this tab is replaced. */
async function openLists(key: string): Promise<void> {
  await page.goto(`${server.url}/`);
  await page.evaluate(() => localStorage.clear());
  await page.goto(`${server.url}/lists#key=${key}`);
  await button('选择文件').waitFor();
}

const choose = (name: string, content: string | Uint8Array) =>
  page
    .locator('input[type=file]')
    .setInputFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(content) });

/** Chooses a file and waits for its list, compared. */
async function read(name: string, content: string | Uint8Array): Promise<void> {
  await choose(name, content);
  await page.locator('.arrangement').first().waitFor();
  await page.locator('.publish-line[aria-busy=false]').waitFor();
}

async function ask<T>(method: string, path: string, body?: string, type = 'application/json'): Promise<T> {
  const response = await fetch(`${server.url}/v1${path}`, {
    method,
    headers: { authorization: `Bearer ${server.keys.admin}`, 'content-type': type },
    ...(body === undefined ? {} : { body }),
  });
  if (!response.ok) throw new Error(await response.text());
  return (await response.json()) as T;
}

const settings = async () =>
  (await ask<{ settings: Record<string, unknown> }>('GET', '/task-lists/2024/settings')).settings;

/** A town reports on an arrangement of the list in force. */
async function report(arrangement: string): Promise<void> {
  const headers = {
    authorization: `Bearer ${server.keys.reporters.menghe}`,
    'content-type': 'application/json',
  };
  const sheet = (await (await fetch(`${server.url}/v1/sheet`, { headers })).json()) as Sheet;
  const row = sheet.rows.find((one) => one.arrangement === arrangement)!;
  const values = { status: '进行中', count: 1, note: `正在组织评审，第 ${(row.version ?? 0) + 1} 次填报。` };
  const body = JSON.stringify({
    pushId: `report-${arrangement}-${row.version}`,
    cursor: sheet.cursor,
    rulesVersion: sheet.rulesVersion,
    rows: [{ key: row.key, base: row.version, values }],
  });
  const answer = await fetch(`${server.url}/v1/sync`, { method: 'POST', headers, body });
  expect(await answer.json()).toMatchObject({ outcomes: [{ outcome: 'applied' }] });
}

/** The published list with mistakes mended: a unit renamed, a sentence rewritten, a number changed. */
const corrected = publishedText
  .replaceAll('薛家镇', '薛家新镇')
  .replace('每月调度化工医药企业隐患举报奖励制度执行落实情况', '每季度通报企业内部隐患举报奖励的落实')
  .replace('12 月底前，組織對 20 家化工醫藥企業', '12 月底前，組織對 22 家化工醫藥企業');

/** What an .xlsx with a password begins with, and the name by which it is told. */
const encrypted = Buffer.concat([
  Buffer.from('d0cf11e0a1b11ae1', 'hex'),
  Buffer.alloc(504),
  Buffer.from('EncryptedPackage', 'utf16le'),
]);

/** Small lists of a year that no other test uses. */
const small = (year: number, ...items: string[]) => smallDocument([{ name: '装卸管理', items }], year);

/** Nothing sticks out sideways, and axe-core finds nothing; a picture for people. */
async function looksRight(name: string): Promise<void> {
  await takePicture(page, name);
  expect(await axeFindings(page), name).toEqual([]);
  const { wide, window } = await page.evaluate(() => ({
    wide: document.documentElement.scrollWidth,
    window: innerWidth,
  }));
  expect(wide, name).toBeLessThanOrEqual(window);
}

/** Back to the way in, from a list that is looked at. */
async function another(): Promise<void> {
  await button('换一份清单').click();
  await button('选择文件').waitFor();
}

describe('I13: taking a list in', () => {
  it('says what it takes, and while it reads, what it reads', async () => {
    await openLists(server.keys.admin);
    await looksRight('lists-empty');
    let go = () => {};
    const held = new Promise<void>((done) => (go = done));
    await page.route('**/parse', async (route) => {
      await held;
      await route.continue();
    });
    await choose('2024年清单.txt', publishedText);
    await page.getByText('正在读取“2024年清单.txt”…').waitFor();
    await looksRight('lists-reading');
    go();
    await page.locator('.arrangement').first().waitFor();
    await page.unroute('**/parse');
    await another();
  });

  it.each([
    ['清单.docx', '%PDF-1.7 …', /文件按 \.docx 发送，内容却是 PDF/],
    ['清单.xlsx', new Uint8Array(), /文件是空的/],
    ['清单.xlsx', encrypted, /设有打开密码/],
    ['清单.txt', '这里没有表格。', /没有找到表头/],
    ['清单.txt', '2024年清单\n序号\t重点工作名称\t工作安排\n1\t甲\t1. 乙', /缺少“责任单位”一列/],
  ])(
    '%s that is none: the server’s own sentence, and the way in stays open',
    async (name, content, words) => {
      await choose(name, content);
      await alerts().filter({ hasText: words }).waitFor();
      await button('选择文件').waitFor();
    },
  );

  it('a title without a year: the year is filled in, and the same file is read again', async () => {
    await choose('清单.txt', small(2031, '每月检查装货企业。').replace('2031 年', ''));
    await alerts().filter({ hasText: '没有写明年份' }).waitFor();
    await looksRight('lists-refused');
    await page.getByLabel('年度').fill('31');
    await button('重试').click();
    await alerts().filter({ hasText: '四位数字' }).waitFor();
    await page.getByLabel('年度').fill('2031');
    await button('重试').click();
    await page.locator('.arrangement').first().waitFor();
    await another();
  });

  it('a table from Excel is pasted by keyboard, a Word file is dropped, and both are the same list', async () => {
    await page.evaluate(
      (html) =>
        navigator.clipboard.write([
          new ClipboardItem({ 'text/html': new Blob([html], { type: 'text/html' }) }),
        ]),
      asHtml(publishedGrid),
    );
    await page.getByLabel('粘贴表格或文字').focus();
    await page.keyboard.press('Control+V');
    const summary = page.getByText('3 个类别，25 项重点工作，81 条工作安排');
    await summary.waitFor();
    await bar().getByText('与已发布的清单相同').waitFor();
    await another();
    const bytes = Array.from(await asForm('docx', publishedGrid));
    await page.evaluate(
      ([given, type]) => {
        const dropped = new DataTransfer();
        dropped.items.add(
          new File([new Uint8Array(given as number[])], '清单.docx', { type: type as string }),
        );
        for (const event of ['dragover', 'drop'])
          document.body.dispatchEvent(
            new DragEvent(event, { dataTransfer: dropped, bubbles: true, cancelable: true }),
          );
      },
      [bytes, types.docx] as const,
    );
    await summary.waitFor();
    await page.getByText('清单.docx').waitFor();
    await bar().getByText('与已发布的清单相同').waitFor();
  });
});

describe('I13: beside the sentence', () => {
  it('each sentence stands exactly as printed, with what was read marked and said beside it', async () => {
    await openLists(server.keys.officer);
    await read('2024年清单.txt', publishedText);
    const { taskList } = await ask<{ taskList: TaskList }>(
      'POST',
      '/task-lists/parse',
      publishedText,
      'text/plain',
    );
    const printed = taskList.tasks.flatMap(({ arrangements }) =>
      arrangements.map((own) => own.textAsPrinted),
    );
    const shown = await page.locator('.sentence').allInnerTexts();
    expect(shown).toEqual(printed.slice(0, shown.length).map((text) => text.replaceAll(/\s+/gu, ' ')));
    const first = page.locator('#at-1-1-1');
    expect(await first.locator('mark.deadline').allInnerTexts()).toEqual(['3 月底前']);
    expect((await first.locator('mark.quantity').allInnerTexts()).length).toBe(2);
    expect(await first.locator('.facts').innerText()).toContain('2024-03-31 前完成');
    await page.locator('#at-1-1-3 .diagnostics').getByText('没有可以认定的时限').waitFor();
    await looksRight('lists-sentences');
  });

  it('I13.4: an officer looks and compares; publishing is for an administrator', async () => {
    await bar().getByText('发布需要管理员密钥').waitFor();
    expect(await button('发布…').count()).toBe(0);
    await tab('文件与合计').click();
    await page.getByText('86+2=88').first().waitFor();
    await looksRight('lists-notes');
  });
});

describe('I13.2: decisions, then publishing', () => {
  it('a corrected list waits for what must be decided', async () => {
    await report('1-1-2');
    await openLists(server.keys.admin);
    await read('更正.txt', corrected);
    await bar().getByText('还有 2 项必须先定').waitFor();
    expect(await page.locator('.task mark.unknownUnit').allInnerTexts()).toEqual(['薛家新镇']);
    await tab('变化').click();
    await page.locator('.change', { hasText: '1-1-2' }).getByText('填报 1 条').waitFor();
    await looksRight('lists-changes-open');
    await button('去决定').click();
    await page.getByText('“薛家新镇”是哪个单位').waitFor();
    await looksRight('lists-decisions');
  });

  it('by keyboard alone: a unit, a match, the months of a season; then published', async () => {
    const unit = page.getByLabel('“薛家新镇”是哪个单位');
    await unit.focus();
    for (let step = 0; step < 20 && (await unit.inputValue()) !== 'unit:xuejia'; step += 1)
      await page.keyboard.press('ArrowDown');
    expect(await unit.inputValue()).toBe('unit:xuejia');
    const match = page.getByRole('group', { name: /^1-3-2/u });
    await match.getByRole('radio').first().focus();
    await page.keyboard.press('Space');
    await bar().getByText('可以发布').waitFor();
    const month = page.getByRole('group', { name: /“销售旺季”/u }).getByLabel('3月', { exact: true });
    await month.focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    const undated = page.getByRole('group', { name: /^1-1-3/u });
    await undated.getByLabel('由区局指定').selectOption('once');
    await undated.getByText('请填写 2024 年内的日期').waitFor();
    await undated.getByLabel('截止', { exact: true }).fill('2024-11-30');
    await undated.getByText('请填写 2024 年内的日期').waitFor({ state: 'detached' });
    await looksRight('lists-decided');
    await tab('变化').click();
    const number = page.locator('.change', { hasText: '1-1-2' });
    const now = await number.locator('ins').allInnerTexts();
    expect(now.map((text) => text.replace(/^现在\s+/u, ''))).toEqual(['22', '22']);
    await looksRight('lists-changes');
    await button('发布…').focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.getByText('所定的单位、月份、日期或频次一并保存').waitFor();
    await looksRight('lists-confirm');
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    await button('发布…').focus();
    await page.keyboard.press('Enter');
    await button('确认发布').focus();
    await page.keyboard.press('Enter');
    await bar().getByText('2024 年清单已发布，现为第 2 版').waitFor();
    await looksRight('lists-published');
  });

  it('I13.3: what was decided is what is stored', async () => {
    const list = await ask<TaskList>('GET', '/task-lists/2024');
    const reward = list.tasks.find(({ code }) => code === '1-3')?.arrangements[1];
    expect(reward).toMatchObject({ code: '1-3-2', text: expect.stringContaining('每季度通报') });
    expect(await settings()).toMatchObject({
      seasons: { 销售旺季: [3, 4] },
      unitNames: { 薛家新镇: { units: ['xuejia'] } },
      schedules: [{ arrangement: '1-1-3', schedule: 1, kind: 'once', due: '2024-11-30' }],
    });
    // Refusals were asked for above. What axe-core and the pictures add, the policy refuses; the page itself: policy.test.ts.
    const expected = /Content Security Policy|'script-src'|Failed to load resource: .* (404|409|422)/u;
    expect(errors.filter((error) => !expected.test(error))).toEqual([]);
  });

  it('I13.5: the last publishing is taken back; where something new hangs on it, what does is said', async () => {
    await report('1-1-2');
    await tab('发布记录').click();
    await button('撤销这次发布…').click();
    await button('确认撤销').click();
    await alerts().filter({ hasText: '1-1-2：填报 1 次' }).waitFor();
    await looksRight('lists-undo-refused');
    await ask('PUT', '/task-lists/2034', small(2034, '每月检查装货企业。'), 'text/plain');
    await another();
    await read('2034.txt', small(2034, '每月检查装货企业。', '每季度组织应急演练。'));
    await button('发布…').click();
    await button('确认发布').click();
    await bar().getByText('现为第 2 版').waitFor();
    await tab('发布记录').click();
    await button('撤销这次发布…').focus();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    await button('确认撤销').focus();
    await page.keyboard.press('Enter');
    await page.locator('.change', { hasText: '撤销第 2 版' }).waitFor();
    await looksRight('lists-history');
    expect((await ask<TaskList>('GET', '/task-lists/2034')).tasks[0]?.arrangements.length).toBe(1);
    // The reading that was looked at stands against what is stored now.
    await bar().getByText('可以发布').waitFor();
  });

  it('the published list is opened as it is; a decision can be changed and taken back without a new document', async () => {
    await openLists(server.keys.admin);
    await button('打开已发布的 2024 年清单').click();
    await bar().getByText('没有要发布的内容').waitFor();
    await tab('待定事项').click();
    const season = page.getByRole('group', { name: /“销售旺季”/u });
    await season.getByLabel('5月', { exact: true }).check();
    await page
      .getByRole('group', { name: /^1-1-3/u })
      .getByLabel('由区局指定')
      .selectOption('');
    await button('发布…').click();
    await button('确认发布').click();
    await bar().getByText('没有变化，所定事项已保存').waitFor();
    await expect.poll(settings).toMatchObject({ seasons: { 销售旺季: [3, 4, 5] }, schedules: [] });
    // Decisions alone make no version that would stand before the correction.
    await tab('发布记录').click();
    await page.locator('.change').nth(1).waitFor();
    expect(await page.locator('.change').count()).toBe(2);
  });

  it('where somebody else has published meanwhile, nothing is overwritten: compared again, then published', async () => {
    await openLists(server.keys.admin);
    await ask('PUT', '/task-lists/2032', small(2032, '每月检查装货企业。'), 'text/plain');
    await read('2032.txt', small(2032, '每月检查装货企业。', '每季度组织应急演练。'));
    await bar().getByText('可以发布').waitFor();
    await ask(
      'PUT',
      '/task-lists/2032',
      small(2032, '每月检查装货企业。', '6月底前完成培训考核。'),
      'text/plain',
    );
    await button('发布…').click();
    await button('确认发布').click();
    await alerts().filter({ hasText: '请重新比对后再发布' }).waitFor();
    await looksRight('lists-conflict');
    errors.splice(0);
    await button('重新比对').click();
    await tab('变化').click();
    await page.locator('.change').getByText('应急演练').first().waitFor();
    await bar().locator('[aria-busy=false]').waitFor();
    expect((await ask<TaskList>('GET', '/task-lists/2032')).tasks[0]?.arrangements[1]?.text).toContain(
      '培训',
    );
  });
});

describe('I13.4: every size, language and light', () => {
  it('a list of 2,000 arrangements: one page of them is drawn, all of them are found', async () => {
    await openLists(server.keys.admin);
    const tasks = Array.from({ length: 40 }, (_, task) => ({
      name: `第${task + 1}项`,
      items: Array.from({ length: 50 }, (__, item) => `每月检查第${task * 50 + item + 1}类企业。`),
    }));
    await read('长.txt', smallDocument(tasks, 2033));
    await page.getByText('2000 条工作安排').waitFor();
    expect(await page.locator('.arrangement').count()).toBe(40);
    await button('下一页').click();
    await page.locator('#at-1-1-41').waitFor();
    expect(await page.locator('.arrangement').count()).toBe(40);
    await page.getByLabel('查找').fill('第1999类');
    await page.locator('.arrangement', { hasText: '第1999类' }).waitFor();
    expect(await page.locator('.arrangement').count()).toBe(1);
    await tab('变化').click();
    await page.getByText('2033 年还没有发布清单').waitFor();
    expect(await page.locator('.change').count()).toBe(40);
    await page.getByText('第 1 / 50 页').waitFor();
  });

  it('700 and 320 pixels wide, light and dark: nothing sticks out, axe-core finds nothing', async () => {
    await openLists(server.keys.admin);
    await read(
      '更正.txt',
      corrected.replaceAll('薛家新镇', '薛家老镇').replace('每季度通报', '每季度抽查并通报'),
    );
    for (const name of ['逐条核对', '待定事项', '变化']) {
      await tab(name).click();
      for (const [width, colorScheme] of [
        [700, 'light'],
        [320, 'light'],
        [320, 'dark'],
        [1280, 'dark'],
      ] as const) {
        await page.emulateMedia({ colorScheme });
        await page.setViewportSize({ width, height: 800 });
        await looksRight(`lists-${name}-${width}-${colorScheme}`);
      }
    }
    await page.emulateMedia({ colorScheme: 'light' });
    await page.setViewportSize({ width: 320, height: 800 });
    await another();
    await looksRight('lists-empty-320');
    await page.setViewportSize({ width: 1280, height: 800 });
  });

  it('in English, by keyboard through the tabs, and from a decision to its sentence', async () => {
    await button('English').click();
    await page.getByRole('heading', { name: 'Import a task list' }).waitFor();
    await read('list.txt', corrected);
    await page.getByRole('tab', { name: /^Sentences/u }).focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await page.getByText('May be decided after publishing').waitFor();
    await looksRight('lists-english');
    await page.getByRole('button', { name: 'See 1-1-3' }).focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('at-1-1-3');
    expect(outside).toEqual([]);
  });
});
