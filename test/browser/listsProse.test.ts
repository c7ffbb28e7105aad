import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inColours } from '../support/browser/colours.ts';
import { ListsDesk } from '../support/browser/listsDesk.ts';
import { handReadProse } from '../support/import/prose/all.ts';

let desk: ListsDesk;

beforeAll(async () => {
  desk = await ListsDesk.open();
  await desk.enter(desk.server.keys.admin);
});

afterAll(async () => {
  desk?.hasNoComplaint();
  await desk?.close();
});

const [named, , lines] = handReadProse;

describe('I15, I15.3: a list without a table on the page', () => {
  it('the text stands beside what each of its stretches was taken for', async () => {
    await desk.choose('方案.txt', named!.text);
    await desk.page.getByText('这份清单没有表格，按条目读取如下').first().waitFor();
    await desk.page.locator('.publish-line[aria-busy=false]').waitFor();
    const line = desk.page.locator('.prose li', { hasText: '摸清企业底数' });
    expect(await line.locator('mark.taken-name').textContent()).toBe('摸清企业底数');
    expect(await line.locator('mark.taken-lead').textContent()).toBe('区应急局');
    expect(await line.locator('mark.taken-deadline').textContent()).toBe('4月底前');
    expect(await line.locator('.read-line').textContent()).toMatch(/1-2-1 .*62 家.*区应急局、各镇（街道）/u);
    expect(await desk.page.locator('.prose li', { hasText: '守牢底线' }).locator('.chip').textContent()).toBe(
      '未读入',
    );
    await desk.looksRight('lists-prose');
    await line.evaluate((element) => element.scrollIntoView({ block: 'center' }));
    await desk.looksRight('lists-prose-beside');
    for (const [width, colorScheme] of [
      [700, 'light'],
      [320, 'light'],
      [1280, 'dark'],
    ] as const) {
      await inColours(desk.page, colorScheme);
      await desk.page.setViewportSize({ width, height: 800 });
      await desk.looksRight(`lists-prose-${width}-${colorScheme}`, { coloursOnly: colorScheme === 'dark' });
    }
    await inColours(desk.page, 'light');
    await desk.page.setViewportSize({ width: 1280, height: 800 });
  });

  it('a place leads to its sentence', async () => {
    await desk.button('1-2-1').click();
    await desk.page.locator('#at-1-2-1').waitFor();
    await desk.tab('原文与条目').click();
  });

  it('another level is a task, and the document is read anew', async () => {
    const digit = desk.page.getByLabel(/^1\./u);
    const heading = desk.page.getByLabel(/^（一）/u);
    expect(await digit.inputValue()).toBe('task');
    await heading.selectOption('arrangement');
    await desk.alerts.filter({ hasText: '级别应由外向内' }).waitFor();
    await heading.selectOption('task');
    await digit.selectOption('arrangement');
    await desk.looksRight('lists-prose-levels');
    await desk.button('按此重新读取').click();
    await desk.page.getByText('2 项重点工作，4 条工作安排').waitFor();
    expect(await desk.page.getByLabel(/^1\./u).inputValue()).toBe('arrangement');
    await desk.another();
  });

  it('units and deadlines on lines of their own are marked there', async () => {
    await desk.choose('分解.txt', lines!.text);
    await desk.page.locator('.prose li').first().waitFor();
    const line = desk.page.locator('.prose li', { hasText: '完成时限：2025年10月底前' });
    expect(await line.locator('mark').textContent()).toBe('2025年10月底前');
    await desk.looksRight('lists-prose-lines');
    await desk.another();
  });

  it('I15.4: text that is no list is told so, and the template is a file that is read again', async () => {
    await desk.choose('讲话.txt', '同志们，今天我们召开会议，部署安全工作。');
    await desk.alerts.filter({ hasText: '像是一篇讲话' }).waitFor();
    await desk.looksRight('lists-prose-none');
    const [download] = await Promise.all([desk.page.waitForEvent('download'), desk.button('.docx').click()]);
    expect(download.suggestedFilename()).toBe('task-list.docx');
    await desk.choose('模板.docx', await readFile(await download.path()));
    await desk.page.getByText('3 项重点工作，6 条工作安排').waitFor();
  });
});
