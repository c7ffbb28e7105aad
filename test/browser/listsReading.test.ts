import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TaskList } from '../../shared/taskList/taskList.ts';
import { ListsDesk, small } from '../support/browser/listsDesk.ts';
import { asForm, asHtml, types } from '../support/documents/forms.ts';
import { publishedGrid, publishedText } from '../support/import/published.ts';

let desk: ListsDesk;

beforeAll(async () => {
  desk = await ListsDesk.open();
});

afterAll(async () => {
  await desk?.close();
});

/** What an .xlsx with a password begins with, and the name by which it is told. */
const encrypted = Buffer.concat([
  Buffer.from('d0cf11e0a1b11ae1', 'hex'),
  Buffer.alloc(504),
  Buffer.from('EncryptedPackage', 'utf16le'),
]);

describe('I13: taking a list in', () => {
  it('says what it takes, and while it reads, what it reads', async () => {
    await desk.enter(desk.server.keys.admin);
    await desk.looksRight('lists-empty');
    let go = () => {};
    const held = new Promise<void>((done) => (go = done));
    await desk.page.route('**/parse', async (route) => {
      await held;
      await route.continue();
    });
    await desk.choose('2024年清单.txt', publishedText);
    await desk.page.getByText('正在读取“2024年清单.txt”…').waitFor();
    await desk.looksRight('lists-reading');
    go();
    await desk.page.locator('.arrangement').first().waitFor();
    await desk.page.unroute('**/parse');
    await desk.another();
  });

  it.each([
    ['清单.docx', '%PDF-1.7 …', /文件按 \.docx 发送，内容却是 PDF/],
    ['清单.xlsx', new Uint8Array(), /文件是空的/],
    ['清单.xlsx', encrypted, /设有打开密码/],
    ['清单.txt', '这里没有表格。', /没有表格、也没有写明单位或时限的编号条目的文字/],
    ['清单.txt', '2024年清单\n序号\t重点工作名称\t工作安排\n1\t甲\t1. 乙', /缺少“责任单位”一列/],
  ])(
    'a file %s that is not of its kind: the server’s own sentence stands there, and another can be chosen',
    async (name, content, words) => {
      await desk.choose(name, content);
      await desk.alerts.filter({ hasText: words }).waitFor();
      await desk.button('选择文件').waitFor();
    },
  );

  it('a title without a year: the year is filled in, and the same file is read again', async () => {
    await desk.choose('清单.txt', small(2031, '每月检查装货企业。').replace('2031 年', ''));
    await desk.alerts.filter({ hasText: '没有写明年份' }).waitFor();
    await desk.looksRight('lists-refused');
    await desk.page.getByLabel('年度').fill('31');
    await desk.button('重试').click();
    await desk.alerts.filter({ hasText: '四位数字' }).waitFor();
    await desk.page.getByLabel('年度').fill('2031');
    await desk.button('重试').click();
    await desk.page.locator('.arrangement').first().waitFor();
    await desk.another();
  });

  it('a table from Excel is pasted by keyboard, a Word file is dropped, and both are the same list', async () => {
    await desk.page.evaluate(
      (html) =>
        navigator.clipboard.write([
          new ClipboardItem({ 'text/html': new Blob([html], { type: 'text/html' }) }),
        ]),
      asHtml(publishedGrid),
    );
    await desk.page.getByLabel('粘贴表格或文字').focus();
    await desk.page.keyboard.press('Control+V');
    const summary = desk.page.getByText('3 个类别，25 项重点工作，81 条工作安排');
    await summary.waitFor();
    await desk.bar.getByText('与已发布的清单相同').waitFor();
    await desk.another();
    const bytes = Array.from(await asForm('docx', publishedGrid));
    await desk.page.evaluate(
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
    await desk.page.getByText('清单.docx').waitFor();
    await desk.bar.getByText('与已发布的清单相同').waitFor();
  });
});

describe('I13: beside the sentence', () => {
  it('each sentence stands exactly as printed, with what was read marked and said beside it', async () => {
    await desk.enter(desk.server.keys.officer);
    await desk.read('2024年清单.txt', publishedText);
    const { taskList } = await desk.ask<{ taskList: TaskList }>(
      'POST',
      '/task-lists/parse',
      publishedText,
      'text/plain',
    );
    const printed = taskList.tasks.flatMap(({ arrangements }) =>
      arrangements.map((own) => own.textAsPrinted),
    );
    const shown = await desk.page.locator('.sentence').allInnerTexts();
    expect(shown).toEqual(printed.slice(0, shown.length).map((text) => text.replaceAll(/\s+/gu, ' ')));
    const first = desk.page.locator('#at-1-1-1');
    expect(await first.locator('mark.deadline').allInnerTexts()).toEqual(['3 月底前']);
    expect((await first.locator('mark.quantity').allInnerTexts()).length).toBe(2);
    expect(await first.locator('.facts').innerText()).toContain('2024-03-31 前完成');
    await desk.page.locator('#at-1-1-3 .diagnostics').getByText('没有可以认定的时限').waitFor();
    await desk.looksRight('lists-sentences');
  });

  it('I13.4: an officer looks and compares; publishing is for an administrator', async () => {
    await desk.bar.getByText('发布需要管理员密钥').waitFor();
    expect(await desk.button('发布…').count()).toBe(0);
    await desk.tab('文件与合计').click();
    await desk.page.getByText('86+2=88').first().waitFor();
    await desk.looksRight('lists-notes');
    desk.hasNoComplaint();
  });
});
