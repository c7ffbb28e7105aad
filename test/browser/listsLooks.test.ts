import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inColours } from '../support/browser/colours.ts';
import { corrected, ListsDesk } from '../support/browser/listsDesk.ts';
import { smallDocument } from '../support/import/smallList.ts';
import { thoroughly } from '../support/thorough.ts';

let desk: ListsDesk;

beforeAll(async () => {
  desk = await ListsDesk.open();
});

afterAll(async () => {
  await desk?.close();
});

describe('I13.4: every size, language and light', () => {
  it('a list of 2,000 arrangements: one page of them is drawn, all of them are found', async () => {
    await desk.enter(desk.server.keys.admin);
    const tasks = Array.from({ length: 40 }, (_, task) => ({
      name: `第${task + 1}项`,
      items: Array.from({ length: 50 }, (__, item) => `每月检查第${task * 50 + item + 1}类企业。`),
    }));
    await desk.read('长.txt', smallDocument(tasks, 2033));
    await desk.page.getByText('2000 条工作安排').waitFor();
    expect(await desk.page.locator('.arrangement').count()).toBe(40);
    await desk.button('下一页').click();
    await desk.page.locator('#at-1-1-41').waitFor();
    expect(await desk.page.locator('.arrangement').count()).toBe(40);
    await desk.page.getByLabel('查找').fill('第1999类');
    await desk.page.locator('.arrangement', { hasText: '第1999类' }).waitFor();
    expect(await desk.page.locator('.arrangement').count()).toBe(1);
    await desk.tab('变化').click();
    await desk.page.getByText('2033 年没有已发布的清单').waitFor();
    expect(await desk.page.locator('.change').count()).toBe(40);
    await desk.page.getByText('第 1 / 50 页').waitFor();
  });

  thoroughly(
    '700 and 320 pixels wide, light and dark: nothing sticks out, axe-core finds nothing',
    async () => {
      await desk.enter(desk.server.keys.admin);
      await desk.read(
        '更正.txt',
        corrected.replaceAll('薛家新镇', '薛家老镇').replace('每季度通报', '每季度抽查并通报'),
      );
      for (const name of ['逐条核对', '待定事项', '变化']) {
        await desk.tab(name).click();
        for (const [width, colorScheme] of [
          [700, 'light'],
          [320, 'light'],
          [320, 'dark'],
          [1280, 'dark'],
        ] as const) {
          await inColours(desk.page, colorScheme);
          await desk.page.setViewportSize({ width, height: 800 });
          await desk.looksRight(`lists-${name}-${width}-${colorScheme}`, {
            coloursOnly: colorScheme === 'dark',
          });
        }
      }
      await inColours(desk.page, 'light');
      await desk.page.setViewportSize({ width: 320, height: 800 });
      await desk.another();
      await desk.looksRight('lists-empty-320');
      await desk.page.setViewportSize({ width: 1280, height: 800 });
    },
  );

  thoroughly('in English, by keyboard through the tabs, and from a decision to its sentence', async () => {
    await desk.enter(desk.server.keys.admin);
    await desk.button('English').click();
    await desk.page.getByRole('heading', { name: 'Import a task list' }).waitFor();
    await desk.read('list.txt', corrected);
    await desk.page.getByRole('tab', { name: /^Sentences/u }).focus();
    const onto = () => desk.page.evaluate(() => document.activeElement?.textContent ?? '');
    while (!(await onto()).startsWith('Decisions')) await desk.page.keyboard.press('ArrowRight');
    await desk.page.keyboard.press('Enter');
    await desk.page.getByText('May be decided after publishing').waitFor();
    await desk.looksRight('lists-english');
    await desk.page.getByRole('button', { name: 'See 1-1-3' }).focus();
    await desk.page.keyboard.press('Enter');
    await expect.poll(() => desk.page.evaluate(() => document.activeElement?.id)).toBe('at-1-1-3');
    desk.hasNoComplaint();
  });
});
