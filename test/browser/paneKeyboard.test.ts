import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest';
import { keyOf } from '../addin/flows/support/rows.ts';
import { closePages, openContext, sharedChromium } from '../support/browser/chromium.ts';
import { tabThrough } from '../support/browser/paneLooks.ts';
import { PaneStage } from '../support/browser/paneStage.ts';
import { ledger, paneStates, reachConflicts, reachFindings } from '../support/browser/paneStates.ts';

describe('T10: the pane by keyboard alone', () => {
  let browser: Browser;
  let stage: PaneStage;

  beforeAll(async () => {
    browser = await sharedChromium();
    const { context } = await openContext(browser, inject('testPages'), { width: 380, height: 900 });
    stage = await PaneStage.open(context, inject('testPages'), 'excel');
  });

  afterAll(async () => {
    if (browser) await closePages(browser, inject('testPages'));
  });

  afterEach(() => {
    expect(stage.errors.splice(0).filter((said) => !said.includes('Failed to load resource'))).toEqual([]);
  });

  const focused = () =>
    stage.page.evaluate(() => {
      const element = document.activeElement;
      if (!element || element === document.body) return null;
      return element.getAttribute('aria-label') ?? element.textContent?.trim() ?? '';
    });
  const press = (key: string) => stage.page.keyboard.press(key);
  /** Waits for the field within a control, which takes the focus on a moment later: what is typed before goes nowhere. */
  const inField = (tag: 'INPUT' | 'TEXTAREA') =>
    expect
      .poll(() => stage.page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.tagName))
      .toBe(tag);
  const reach = async (name: string) => {
    const state = paneStates.find((each) => each.name === name)!;
    const end = await state.reach(stage);
    await stage.pane.getByText(state.shows).first().waitFor();
    return end;
  };

  test.each(['clean', 'findings', 'conflicts', 'rows-told', 'offline'])(
    '%s: each control is a stop, in reading order, and its focus is seen',
    async (name) => {
      await reach(name);
      const controls = await stage.pane
        .locator('fluent-button:not([disabled]), fluent-text-input, fluent-textarea, summary')
        .count();
      const tabs = await stage.pane.getByRole('tablist').count();
      const { stops, faults } = await tabThrough(stage.page);
      expect(faults).toEqual([]);
      // Arrow keys go from tab to tab: together they are one stop.
      expect(stops).toHaveLength(controls + tabs);
    },
  );

  test('T1: connects with Enter, and goes on from the headline; Enter and the space bar press buttons', async () => {
    await stage.begin([], false);
    await stage.pane.getByRole('textbox', { name: '访问密钥' }).waitFor();
    await press('Tab');
    await press('Tab');
    await press('Tab');
    await inField('INPUT');
    await stage.page.keyboard.type('tz_test');
    await press('Enter');
    await stage.headline.getByText('全部已同步').waitFor();
    await expect.poll(focused).toContain('全部已同步');
    // Until the check that ends the pull is over it cannot be reached.
    await stage.pane.getByRole('button', { name: '同步', exact: true, disabled: false }).waitFor();
    await press('Tab');
    expect(await focused()).toBe('同步');
    await press('Space');
    await stage.pane.getByText('没有新变化').waitFor();
    await expect.poll(focused).toBe('同步');
    await press('Enter');
    await stage.headline.getByText('全部已同步').waitFor();
  });

  test('a malformed key is told, and the field says so', async () => {
    await stage.begin([], false);
    const field = stage.pane.getByRole('textbox', { name: '访问密钥' });
    await field.fill('abc');
    await field.press('Enter');
    await stage.pane.getByRole('alert').getByText('密钥应以 tz_ 开头').waitFor();
    expect(await field.getAttribute('aria-invalid')).toBe('true');
    expect(await field.getAttribute('aria-description')).toContain('密钥应以 tz_ 开头');
  });

  test('T12: disconnecting asks, and says what is not synced; rows outside the ledger are all gone to', async () => {
    await stage.begin(ledger());
    await stage.edit([3, { status: '进行中', count: 1, note: '已检查一家企业，其余八月完成' }]);
    await stage.headline.getByText('1 行待同步').waitFor();
    await stage.button('断开连接').focus();
    await press('Enter');
    await stage.pane.getByText('还有 1 行未同步').waitFor();
    await press('Escape');
    await stage.pane.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await stage.button('同步').count()).toBe(1);
    for (let copy = 0; copy < 7; copy += 1) {
      await stage.copyRow(2);
      await stage.edit([2, { key: null }]);
    }
    const places = stage.pane.getByRole('button', { name: /^第 \d+ 行$/u });
    await expect.poll(() => places.count()).toBe(5);
    await stage.button('再看 2 行').click();
    await expect.poll(() => places.count()).toBe(7);
  });

  test('T8: a conflict is decided field by field; the focus goes to the next field, and to the headline after the last', async () => {
    await reachConflicts(stage);
    const group = (name: RegExp) => stage.pane.getByRole('group', { name });
    expect(
      await group(/^1-1-1.*数量$/)
        .locator('dl')
        .innerText(),
    ).toMatch(/原来\s+3\s+我的\s+4\s+对方的\s+5/);
    expect(await stage.pane.locator('[aria-pressed="true"], [aria-checked="true"]').count()).toBe(0);
    await stage.button('用对方的 数量').first().focus();
    await press('Enter');
    await expect.poll(() => group(/^1-1-1.*数量$/).count()).toBe(0);
    await expect.poll(focused).toBe('工作情况');
    await press('Tab');
    expect(await focused()).toBe('用我的 工作情况');
    await press('Space');
    await expect.poll(() => group(/^1-1-1/).count()).toBe(0);
    await expect.poll(focused).toBe('数量');
    await stage.button('另填 数量').focus();
    await press('Enter');
    await inField('INPUT');
    await press('Control+A');
    await stage.page.keyboard.type('9');
    await press('Enter');
    await stage.headline.getByText('2 行待同步').waitFor();
    await expect.poll(focused).toContain('2 行待同步');
    await stage.button('同步').click();
    await stage.headline.getByText('全部已同步').waitFor();
    expect(stage.server.row(keyOf(1)).values).toMatchObject({
      count: 5,
      note: expect.stringContaining('本人'),
    });
    expect(stage.server.row(keyOf(3)).values).toMatchObject({ count: 9 });
  });

  test('Escape closes what was opened and goes back to what opened it', async () => {
    await reachConflicts(stage);
    await stage.button('另填 数量').first().focus();
    await press('Enter');
    await stage.pane.getByRole('textbox', { name: '数量另填为' }).waitFor();
    await press('Escape');
    await stage.pane.getByRole('textbox', { name: '数量另填为' }).waitFor({ state: 'detached' });
    await expect.poll(focused).toBe('另填 数量');
    await reachFindings(stage);
    await stage.pane.getByRole('tab', { name: /需核实/ }).click();
    const explain = stage.pane.getByRole('button', { name: /^填写核实说明：1-2-1/ });
    await explain.focus();
    await press('Enter');
    await inField('TEXTAREA');
    await stage.page.keyboard.type('不写了');
    await press('Escape');
    await expect.poll(focused).toMatch(/^填写核实说明：1-2-1/);
    expect((await stage.cells(2)).explanation).toBe(null);
  });

  test('T7: findings are counted, filtered by severity and by words; a click goes to the cell', async () => {
    await reachFindings(stage);
    const names = () => stage.pane.getByRole('tab').allInnerTexts();
    const rows = () => stage.pane.getByRole('tabpanel').locator('li').count();
    await expect.poll(names).toEqual(['全部 7', '错误 4', '需核实 5']);
    await expect.poll(rows).toBe(9);
    await stage.pane.getByRole('tab', { name: /全部/ }).focus();
    await press('ArrowRight');
    await expect.poll(rows).toBe(4);
    expect(await stage.pane.getByRole('heading', { level: 3, name: '需核实' }).count()).toBe(0);
    await press('ArrowRight');
    await expect.poll(rows).toBe(5);
    await press('ArrowLeft');
    await press('ArrowLeft');
    await stage.pane.getByRole('textbox', { name: '查找' }).fill('1-2 本单位分解');
    await expect.poll(names).toEqual(['全部 1', '错误 0', '需核实 1']);
    await stage.pane.getByRole('textbox', { name: '查找' }).fill('没有这样的字');
    await stage.pane.getByText('没有符合条件的行').waitFor();
    await stage.pane.getByRole('textbox', { name: '查找' }).fill('约80');
    const [sentence] = await stage.pane.getByRole('tabpanel').getByRole('button').all();
    await sentence!.focus();
    await press('Enter');
    await expect.poll(() => stage.selected()).toBe('1-1-1 count');
  });

  test('T7: a warning is explained in place, stands in its cell, and no longer holds the row back', async () => {
    await stage.begin(ledger());
    await stage.edit([2, { count: 12 }], [5, { count: 11 }]);
    await stage.headline.getByText('2 行需处理').waitFor();
    await stage.pane.getByRole('button', { name: /^填写核实说明：1-2-1/ }).focus();
    await press('Enter');
    await inField('TEXTAREA');
    await stage.page.keyboard.type('年中新增两家企业，已一并检查');
    await stage.pane.locator('fluent-button:not([disabled])', { hasText: '写入表格' }).waitFor();
    await press('Tab');
    expect(await focused()).toBe('写入表格');
    await press('Enter');
    await stage.headline.getByText('1 行需处理').waitFor();
    await expect.poll(focused).toMatch(/1-5-1|比本单位分解/);
    expect(await stage.cells(2)).toMatchObject({
      explanation: '年中新增两家企业，已一并检查',
      result: '● 待同步',
    });
  });

  test('T6: a sync shows rows and seconds, and is stopped between two parts', async () => {
    const letGo = (await reach('syncing'))!;
    const bar = stage.pane.getByRole('progressbar');
    await stage.headline.getByText('已完成 500 / 600 行').waitFor();
    expect([await bar.getAttribute('aria-valuenow'), await bar.getAttribute('aria-valuemax')]).toEqual([
      '500',
      '600',
    ]);
    await stage.pane.getByText(/^已用 \d+ 秒/).waitFor();
    const stop = stage.button('停止');
    await stop.focus();
    await press('Enter');
    await stage.button('正在停止…').waitFor();
    await expect.poll(focused).toBe('正在停止…');
    await stage.edit([1, { count: 4 }]);
    await letGo();
    await stage.headline.getByText('1 行待同步').waitFor();
    await expect.poll(focused).toBe('同步');
    expect(stage.server.bodies).toHaveLength(2);
  });

  test('T5: offline it says so and goes on checking; when the network is back it syncs by itself', async () => {
    await reach('offline');
    await stage.pane.getByText('恢复连接后会自动同步').waitFor();
    await stage.edit([4, { status: '进行中', count: '约9', note: '已抽查九家装货企业' }]);
    await stage.headline.getByText('2 行需处理').waitFor();
    stage.server.fail(null);
    await stage.page.context().setOffline(true);
    await stage.page.context().setOffline(false);
    await stage.pane.getByText('已上报 1 行').waitFor();
    expect(stage.server.row(keyOf(3)).version).toBe(1);
    expect(stage.server.row(keyOf(4)).draft).not.toBe(null);
  });

  test('T5: whenever the network comes or goes the pane looks whether the server answers', async () => {
    const context = stage.page.context();
    await stage.begin(ledger());
    await context.setOffline(true);
    await expect.poll(() => stage.page.evaluate(() => navigator.onLine)).toBe(false);
    expect(await stage.headline.innerText()).toContain('全部已同步');
    stage.server.fail('down');
    await context.setOffline(false);
    await stage.headline.getByText('离线').waitFor();
    await stage.begin(ledger());
    stage.server.fail('down');
    await context.setOffline(true);
    await stage.headline.getByText('离线').waitFor();
    stage.server.fail(null);
    await context.setOffline(false);
    await stage.headline.getByText('全部已同步').waitFor();
  });

  test('a message that is closed leaves the focus with the next one; T9: due rows lead to their cells', async () => {
    await reach('rows-told');
    await stage.button('关闭提示').focus();
    await press('Enter');
    await expect.poll(focused).toBe('以第 5 行为准');
    await stage.pane
      .getByRole('list', { name: /本周到期/ })
      .getByRole('button')
      .first()
      .focus();
    await press('Enter');
    await expect.poll(() => stage.selected()).toMatch(/ status$/);
  });

  test('T4: English behind a switch, complete and within 320 pixels', async () => {
    await reachFindings(stage);
    await stage.wide(320);
    await stage.pane.getByRole('button', { name: '切换到英文' }).click();
    await stage.pane.getByText('7 rows to look at').waitFor();
    const words = await stage.pane.innerText();
    const own = words
      .split('\n')
      .filter((line) => !/^\d-\d-\d|^2024年|重大|企业|检查|培训|许可|装置|装卸/.test(line));
    expect(
      own.filter((line) => /[一-鿿]{4,}/.test(line.replaceAll(/[“”‘’「」【】（(].*?[”’」】）)]/gu, ''))),
    ).toEqual([]);
    await stage.pane.getByRole('button', { name: 'switch to Chinese' }).click();
    await stage.wide(380);
  });
});
