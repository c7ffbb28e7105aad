import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TaskList } from '../../shared/taskList/taskList.ts';
import { unpackSheet, type PackedSheet } from '../../shared/wire/sheet.ts';
import { inColours } from '../support/browser/colours.ts';
import { corrected, ListsDesk, small } from '../support/browser/listsDesk.ts';
import { thoroughly } from '../support/thorough.ts';

let desk: ListsDesk;

beforeAll(async () => {
  desk = await ListsDesk.open();
});

afterAll(async () => {
  await desk?.close();
});

const settings = async () =>
  (await desk.ask<{ settings: Record<string, unknown> }>('GET', '/task-lists/2024/settings')).settings;

/** A town reports on an arrangement of the list in force. */
async function report(arrangement: string): Promise<void> {
  const headers = {
    authorization: `Bearer ${desk.server.keys.reporters.menghe}`,
    'content-type': 'application/json',
  };
  const answer = await fetch(`${desk.server.url}/v1/sheet`, { headers });
  const sheet = unpackSheet((await answer.json()) as PackedSheet);
  const row = sheet.rows.find((one) => one.arrangement === arrangement)!;
  const values = { status: '进行中', count: 1, note: `正在组织评审，第 ${(row.version ?? 0) + 1} 次填报。` };
  const body = JSON.stringify({
    pushId: `report-${arrangement}-${row.version}`,
    cursor: sheet.cursor,
    rulesVersion: sheet.rulesVersion,
    rows: [{ key: row.key, base: row.version, values }],
  });
  const pushed = await fetch(`${desk.server.url}/v1/sync`, { method: 'POST', headers, body });
  expect(await pushed.json()).toMatchObject({ outcomes: [{ outcome: 'applied' }] });
}

describe('I13.2: decisions, then publishing', () => {
  it('a corrected list waits for what must be decided', async () => {
    await report('1-1-2');
    await desk.enter(desk.server.keys.admin);
    await desk.read('更正.txt', corrected);
    await desk.bar.getByText('还有 2 项必须先定').waitFor();
    expect(await desk.page.locator('.task mark.unknownUnit').allInnerTexts()).toEqual(['薛家新镇']);
    await desk.tab('变化').click();
    await desk.page.locator('.change', { hasText: '1-1-2' }).getByText('填报 1 条').waitFor();
    await desk.looksRight('lists-changes-open');
    await desk.button('去决定').click();
    await desk.page.getByText('“薛家新镇”是哪个单位').waitFor();
    await desk.looksRight('lists-decisions');
  });

  it('by keyboard alone: a unit, a match, the months of a season; then published', async () => {
    const unit = desk.page.getByLabel('“薛家新镇”是哪个单位');
    await unit.focus();
    for (let step = 0; step < 20 && (await unit.inputValue()) !== 'unit:xuejia'; step += 1)
      await desk.page.keyboard.press('ArrowDown');
    expect(await unit.inputValue()).toBe('unit:xuejia');
    await desk.tab('待定事项').click();
    const match = desk.page.getByRole('group', { name: /^1-3-2/u });
    await match.getByRole('radio').first().focus();
    await desk.page.keyboard.press('Space');
    await desk.bar.getByText('可以发布').waitFor();
    const month = desk.page.getByRole('group', { name: /“销售旺季”/u }).getByLabel('3月', { exact: true });
    await month.focus();
    await desk.page.keyboard.press('Space');
    await desk.page.keyboard.press('Tab');
    await desk.page.keyboard.press('Space');
    const undated = desk.page.getByRole('group', { name: /^1-1-3/u });
    await undated.getByLabel('由区局指定').selectOption('once');
    await undated.getByText('请填写 2024 年内的日期').waitFor();
    await undated.getByLabel('截止', { exact: true }).fill('2024-11-30');
    await undated.getByText('请填写 2024 年内的日期').waitFor({ state: 'detached' });
    await desk.looksRight('lists-decided');
    await desk.tab('变化').click();
    const number = desk.page.locator('.change', { hasText: '1-1-2' });
    const now = await number.locator('ins').allInnerTexts();
    expect(now.map((text) => text.replace(/^现在\s+/u, ''))).toEqual(['22', '22']);
    await desk.looksRight('lists-changes');
    await desk.button('发布…').focus();
    await desk.page.keyboard.press('Enter');
    const dialog = desk.page.getByRole('dialog');
    await dialog.getByText('所定的单位、月份、日期或频次一并保存').waitFor();
    await desk.looksRight('lists-confirm');
    await desk.page.keyboard.press('Escape');
    // Its closing is told a moment after it is hidden; what is pressed between the two opens nothing.
    await desk.page.locator('dialog.ask').waitFor({ state: 'detached' });
    await desk.button('发布…').focus();
    await desk.page.keyboard.press('Enter');
    await desk.button('确认发布').focus();
    await desk.page.keyboard.press('Enter');
    // March has passed already: what that makes overdue is told, and nothing is published until it is known.
    await dialog.getByText('一保存就是逾期').waitFor();
    await desk.page.setViewportSize({ width: 390, height: 800 });
    await desk.looksRight('lists-past-390');
    await desk.page.setViewportSize({ width: 1280, height: 800 });
    await desk.looksRight('lists-past');
    await dialog.getByRole('button', { name: /^我知道，照此保存/u }).focus();
    await desk.page.keyboard.press('Enter');
    await desk.bar.getByText('2024 年清单已发布，现为第 2 版').waitFor();
    await desk.looksRight('lists-published');
  });

  it('I13.3: what was decided is what is stored', async () => {
    const list = await desk.ask<TaskList>('GET', '/task-lists/2024');
    const reward = list.tasks.find(({ code }) => code === '1-3')?.arrangements[1];
    expect(reward).toMatchObject({ code: '1-3-2', text: expect.stringContaining('每季度通报') });
    expect(await settings()).toMatchObject({
      seasons: { 销售旺季: [3, 4] },
      unitNames: { 薛家新镇: { units: ['xuejia'] } },
      schedules: [{ arrangement: '1-1-3', schedule: 1, kind: 'once', due: '2024-11-30' }],
    });
  });

  it('C19: where somebody has saved meanwhile, it is said who and when; compared again, both are kept', async () => {
    const path = '/task-lists/2024/settings';
    const answer = await fetch(`${desk.server.url}/v1${path}`, {
      headers: { authorization: `Bearer ${desk.server.keys.officer}` },
    });
    const { settings: before } = (await answer.json()) as { settings: object };
    await desk.tab('待定').click();
    const months = desk.page.getByRole('group', { name: /“销售旺季”/u });
    await months.getByLabel('5月', { exact: true }).check();
    await desk.bar.getByText('可以发布').waitFor();
    const saved = await fetch(`${desk.server.url}/v1${path}`, {
      method: 'PUT',
      headers: {
        authorization: `Bearer ${desk.server.keys.officer}`,
        'content-type': 'application/json',
        'if-match': answer.headers.get('etag')!,
      },
      body: JSON.stringify({ ...before, contact: '区局 0519-8513' }),
    });
    expect(saved.status).toBe(200);
    await desk.button('发布…').click();
    await desk.button('确认发布').click();
    await desk.alerts
      .filter({ hasText: /设置已不是您看到的.*周文斌（区局人员）于 2024-04-10 .*保存了/u })
      .waitFor();
    await desk.looksRight('lists-changed-meanwhile');
    expect(await settings()).toMatchObject({ seasons: { 销售旺季: [3, 4] }, contact: '区局 0519-8513' });
    await desk.button('重新比对').click();
    await desk.bar.getByText('可以发布').waitFor();
    await desk.button('发布…').click();
    await desk.button('确认发布').click();
    await desk.bar.getByText('所定事项已保存').waitFor();
    expect(await settings()).toMatchObject({ seasons: { 销售旺季: [3, 4, 5] }, contact: '区局 0519-8513' });
  });

  it('I13.5: the last publishing is taken back; where something new hangs on it, what does is said', async () => {
    await report('1-1-2');
    await desk.tab('发布记录').click();
    await desk.button('撤销这次发布…').click();
    await desk.button('确认撤销').click();
    await desk.alerts.filter({ hasText: '1-1-2：填报 1 次' }).waitFor();
    await desk.looksRight('lists-undo-refused');
    await desk.ask('PUT', '/task-lists/2034', small(2034, '每月检查装货企业。'), 'text/plain');
    await desk.another();
    await desk.read('2034.txt', small(2034, '每月检查装货企业。', '每季度组织应急演练。'));
    await desk.button('发布…').click();
    await desk.button('确认发布').click();
    await desk.bar.getByText('现为第 2 版').waitFor();
    await desk.tab('发布记录').click();
    await desk.button('撤销这次发布…').focus();
    await desk.page.keyboard.press('Enter');
    await desk.page.getByRole('dialog').waitFor();
    await desk.button('确认撤销').focus();
    await desk.page.keyboard.press('Enter');
    await desk.page.locator('.change', { hasText: '撤销第 2 版' }).waitFor();
    await desk.looksRight('lists-history');
    expect((await desk.ask<TaskList>('GET', '/task-lists/2034')).tasks[0]?.arrangements.length).toBe(1);
    // The reading that was looked at stands against what is stored now.
    await desk.bar.getByText('可以发布').waitFor();
  });

  thoroughly(
    'I13.5: the first publishing of a year is taken back: nothing is published then, and it can be again',
    async () => {
      await desk.another();
      await desk.read('2033.txt', small(2033, '每月检查装货企业。'));
      await desk.button('发布…').click();
      await desk.button('确认发布').click();
      await desk.bar.getByText('现为第 1 版').waitFor();
      await desk.tab('发布记录').click();
      await desk.button('撤销这次发布…').click();
      await desk.page.getByRole('dialog').getByText('撤销后当年没有已发布的清单').waitFor();
      await desk.looksRight('lists-undo-first');
      await desk.button('确认撤销').click();
      await desk.page.locator('.change', { hasText: '撤销第 1 版' }).waitFor();
      await desk.looksRight('lists-undone-first');
      await expect(desk.ask('GET', '/task-lists/2033')).rejects.toThrow('list-not-found');
      await desk.tab('变化').click();
      await desk.page.getByText('2033 年没有已发布的清单').waitFor();
      await desk.looksRight('lists-changes-withdrawn');
      await desk.button('发布…').click();
      await desk.page.getByRole('dialog').getByText('本年度没有已发布的清单').waitFor();
      await desk.button('确认发布').click();
      await desk.bar.getByText('现为第 3 版').waitFor();
      // It was the first again, and says so.
      await desk.tab('发布记录').click();
      await desk.page.locator('.change', { hasText: '恢复 1 条' }).waitFor();
      await desk.button('撤销这次发布…').click();
      await desk.page.getByRole('dialog').getByText('撤销后当年没有已发布的清单').waitFor();
      await desk.page.keyboard.press('Escape');
      expect((await desk.ask<TaskList>('GET', '/task-lists/2033')).tasks[0]?.arrangements[0]?.code).toBe(
        '1-1-1',
      );
    },
  );

  thoroughly(
    'the published list is opened as it is; a decision can be changed and taken back without a new document',
    async () => {
      await desk.enter(desk.server.keys.admin);
      await desk.button('打开已发布的 2024 年清单').click();
      await desk.bar.getByText('没有要发布的内容').waitFor();
      await desk.tab('待定事项').click();
      const season = desk.page.getByRole('group', { name: /“销售旺季”/u });
      await season.getByLabel('5月', { exact: true }).check();
      await desk.page
        .getByRole('group', { name: /^1-1-3/u })
        .getByLabel('由区局指定')
        .selectOption('');
      await desk.button('发布…').click();
      await desk.button('确认发布').click();
      await desk.bar.getByText('没有变化，所定事项已保存').waitFor();
      await expect.poll(settings).toMatchObject({ seasons: { 销售旺季: [3, 4, 5] }, schedules: [] });
      // Decisions alone make no version that would stand before the correction.
      await desk.tab('发布记录').click();
      await desk.page.locator('.change').nth(1).waitFor();
      expect(await desk.page.locator('.change').count()).toBe(2);
    },
  );

  it('P4, P9: clocks and lights are set on a tab; a number out of range is told, and nothing is saved', async () => {
    await desk.enter(desk.server.keys.admin);
    await desk.button('打开已发布的 2024 年清单').click();
    await desk.tab('时限与提醒').click();
    const blue = desk.page.getByLabel(/^蓝灯/u);
    await blue.fill('三');
    await desk.page.getByText(/请填 .* 的整数/u).waitFor();
    await desk.looksRight('lists-settings-fault');
    await blue.fill('5');
    await desk.page.getByRole('radio', { name: /^只遇法定节假日/u }).focus();
    await desk.page.keyboard.press('Space');
    await desk.page.getByLabel(/^被锁定或退回时联系谁/u).fill('周文斌 0519-85130000');
    await desk.page.getByText('有改动未保存').waitFor();
    await desk.looksRight('lists-settings');
    await desk.page.setViewportSize({ width: 390, height: 800 });
    await desk.looksRight('lists-settings-390');
    await desk.page.setViewportSize({ width: 1280, height: 800 });
    await blue.press('Enter');
    await desk.page.getByText('已保存，应报项已按此更新。').waitFor();
    expect(await settings()).toMatchObject({ dueOnHoliday: 'offHolidays', contact: '周文斌 0519-85130000' });
    await inColours(desk.page, 'dark');
    await desk.looksRight('lists-settings-dark', { coloursOnly: true });
    await inColours(desk.page, 'light');
  });

  thoroughly(
    'where somebody else has published meanwhile, nothing is overwritten: compared again, then published',
    async () => {
      await desk.enter(desk.server.keys.admin);
      await desk.ask('PUT', '/task-lists/2032', small(2032, '每月检查装货企业。'), 'text/plain');
      await desk.read('2032.txt', small(2032, '每月检查装货企业。', '每季度组织应急演练。'));
      await desk.bar.getByText('可以发布').waitFor();
      await desk.ask(
        'PUT',
        '/task-lists/2032',
        small(2032, '每月检查装货企业。', '6月底前完成培训考核。'),
        'text/plain',
      );
      await desk.button('发布…').click();
      await desk.button('确认发布').click();
      await desk.alerts.filter({ hasText: '请重新比对后再发布' }).waitFor();
      await desk.looksRight('lists-conflict');
      await desk.button('重新比对').click();
      await desk.tab('变化').click();
      await desk.page.locator('.change').getByText('应急演练').first().waitFor();
      await desk.bar.locator('[aria-busy=false]').waitFor();
      expect((await desk.ask<TaskList>('GET', '/task-lists/2032')).tasks[0]?.arrangements[1]?.text).toContain(
        '培训',
      );
      desk.hasNoComplaint();
    },
  );
});
