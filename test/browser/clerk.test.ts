import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import {
  closePages,
  collectErrors,
  ofEnding,
  openContext,
  sharedChromium,
  takePicture,
} from '../support/browser/chromium.ts';
import { Clerk, copyElsewhere } from '../support/browser/clerk.ts';
import { thoroughly } from '../support/thorough.ts';

// Columns of the page's ledger: A result, B task, C arrangement, D target, E status, F count, G date, H note.
describe('a clerk at the browser workbook, by mouse, keyboard and clipboard (S1)', () => {
  const site = inject('testPages');
  let browser: Browser;
  let page: Page;
  let clerk: Clerk;
  let errors: string[];

  beforeAll(async () => {
    browser = await sharedChromium();
    // One page for all, with a spreadsheet of its own for each: to load the page takes longest.
    const { context } = await openContext(browser, site);
    page = await context.newPage();
    errors = collectErrors(page);
    await page.goto(`${site}/clerk.html`);
    await page.waitForFunction(() => 'beginAnew' in window);
  });

  afterAll(async () => {
    if (browser) await closePages(browser, site);
  });

  beforeEach(async () => {
    await page.evaluate(() => window.beginAnew?.());
    clerk = await new Clerk(page).ready();
  });

  afterEach(() => {
    expect(errors.splice(0).filter((said) => !ofEnding.test(said))).toEqual([]);
  });

  /** Rows as the port scans them: key, target, status, count, date, note. */
  const rows = () =>
    page.evaluate(async () =>
      ((await window.port?.scan()) ?? []).map(({ cells: c }) => [
        c.key,
        c.target,
        c.status,
        c.count,
        c.completedOn,
        c.note,
      ]),
    );
  const rowOf = async (key: string) => (await rows()).find(([first]) => first === key);

  test('types numbers, Chinese, and dates that stay as typed', async () => {
    await clerk.fill('F3', '12');
    await clerk.fill('G3', '3.15');
    await clerk.fill('H3', '已检查12家，无隐患');
    await clerk.fill('F4', '0');
    await clerk.fill('G4', '2024-3-15');
    await clerk.fill('H4', '320411199001011234');
    expect(await rowOf('row-2')).toEqual(['row-2', 85, null, 12, '3.15', '已检查12家，无隐患']);
    expect(await rowOf('row-3')).toEqual(['row-3', 84, null, 0, '2024-3-15', '320411199001011234']);
    expect(await clerk.read('F3:H3')).toEqual([['12', '3.15', '已检查12家，无隐患']]);
    await takePicture(page, 'workbook-typed');
  });

  thoroughly('empties cells, and takes it back', async () => {
    await clerk.fill('H3', '写错了');
    await clerk.clear('H3');
    await expect.poll(() => rowOf('row-2')).toEqual(['row-2', 85, null, null, null, null]);
    await clerk.undo();
    await expect.poll(() => rowOf('row-2')).toEqual(['row-2', 85, null, null, null, '写错了']);
  });

  test('picks a status, from the choices of the row also after a sort', async () => {
    await clerk.choose('E3', '进行中');
    await expect.poll(() => rowOf('row-2')).toEqual(['row-2', 85, '进行中', null, null, null]);
    await clerk.sort('D3', '升序');
    await expect.poll(async () => (await rows())[0]?.[0]).toBe('row-12');
    await clerk.choose('E4', '已开展');
    await expect.poll(() => rowOf('row-10')).toEqual(['row-10', 77, '已开展', null, null, null]);
  });

  thoroughly('sorts down and up: rows stay whole, the header stays on top', async () => {
    await clerk.fill('H3', '第二项');
    await clerk.sort('D7', '升序');
    await expect.poll(async () => (await rows()).map(([key]) => key)).toEqual(numbered(12).toReversed());
    expect(await rowOf('row-2')).toEqual(['row-2', 85, null, null, null, '第二项']);
    expect(await clerk.read('D1:E1')).toEqual([['目标数', '完成状态']]);
    await clerk.sort('D7', '降序');
    await expect.poll(async () => (await rows()).map(([key]) => key)).toEqual(numbered(12));
    await takePicture(page, 'workbook-sorted');
  });

  thoroughly('inserts, fills, copies and deletes rows', async () => {
    await clerk.insertRowAbove(3);
    await clerk.fill('H3', '新插入的行');
    await expect.poll(async () => (await rows())[1]).toEqual([null, null, null, null, null, '新插入的行']);
    await clerk.copyRow(4, 3);
    await expect
      .poll(async () => (await rows()).slice(0, 3).map(([key]) => key))
      .toEqual(['row-1', 'row-2', 'row-2']);
    await clerk.deleteRow(3);
    await expect.poll(async () => (await rows()).map(([key]) => key)).toEqual(numbered(12));
  });

  thoroughly('pastes a block of text from elsewhere', async () => {
    await copyElsewhere(page, { text: '已开展\t5\t2024-03-01\t查毕\n进行中\t0\t\t仍在查' });
    await clerk.paste('E5');
    await expect.poll(() => rowOf('row-4')).toEqual(['row-4', 83, '已开展', 5, '2024-03-01', '查毕']);
    expect(await rowOf('row-5')).toEqual(['row-5', 82, '进行中', 0, null, '仍在查']);
  });

  test('pastes a table from elsewhere: counts are numbers, the identity and hidden cells are untouched', async () => {
    await copyElsewhere(page, {
      table: [
        ['已完成', '7', '2024-03-09', '第一行<br>第二行'],
        ['未开始', '', '2024.3.9', '320411199001011234'],
      ],
    });
    await clerk.paste('E5');
    await expect.poll(async () => (await rowOf('row-4'))?.slice(0, 4)).toEqual(['row-4', 83, '已完成', 7]);
    expect((await rowOf('row-4'))?.[5]).toBe('第一行\n第二行');
    expect(await rowOf('row-5')).toEqual(['row-5', 82, '未开始', null, '2024.3.9', '320411199001011234']);
    expect(await rows()).toHaveLength(12);
    await takePicture(page, 'workbook-pasted');
  });

  test('S1.2: the fill handle copies from the first second on, numbers and numbers within words alike', async () => {
    await clerk.fill('F3', '1');
    await clerk.fill('H3', '已调度5家企业');
    await clerk.dragFill('F3', 'F6');
    await clerk.dragFill('H3', 'H6');
    await expect.poll(async () => (await rowOf('row-5'))?.slice(3)).toEqual([1, null, '已调度5家企业']);
    expect((await rows()).slice(1, 5).map((cells) => [cells[3], cells[5]])).toEqual(
      Array.from({ length: 4 }, () => [1, '已调度5家企业']),
    );
    await takePicture(page, 'workbook-filled');
  });

  thoroughly('S1.4: a paste wider than the columns in view does not reach the hidden ones', async () => {
    await copyElsewhere(page, { text: Array.from({ length: 12 }, (_, at) => `第${at}格`).join('\t') });
    await clerk.paste('E5');
    await expect.poll(() => rowOf('row-4')).toEqual(['row-4', 83, '第0格', '第1格', '第2格', '第3格']);
    expect((await rows()).map(([key]) => key)).toEqual(numbered(12));
    await clerk.goTo('E6:P6');
    await page.keyboard.press('Delete');
    expect((await rows()).map(([key]) => key)).toEqual(numbered(12));
  });

  test('L3: a number typed as 1e3 or 50% leaves no format behind', async () => {
    await clerk.fill('F3', '1e3');
    await clerk.fill('F3', '86');
    await clerk.fill('F4', '50%');
    await clerk.fill('F4', '7');
    expect(await clerk.read('F3:F4')).toEqual([['86'], ['7']]);
  });

  test('T9.2: a jump from the pane takes the keyboard along: what is typed then stands in the row', async () => {
    await page.evaluate(() => {
      const button = document.createElement('button');
      button.textContent = '去这一行';
      button.addEventListener('click', () => void window.port?.select('row-7', 'status'));
      document.body.append(button);
    });
    await page.getByText('去这一行').focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => clerk.selected()).toBe('E8');
    await page.keyboard.type('已完成');
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await rowOf('row-7'))?.[2]).toBe('已完成');
    await page.getByText('去这一行').evaluate((button) => button.remove());
  });

  thoroughly('filters by a status, sorts and edits what is left, and the port sees every row', async () => {
    await clerk.choose('E3', '已完成');
    await clerk.choose('E6', '已完成');
    await clerk.toggleFilter('E3');
    await clerk.filterOut('E1', ['(空白)']);
    await takePicture(page, 'workbook-filter');
    await clerk.sort('D6', '升序');
    await clerk.fill('F3', '5');
    await expect
      .poll(async () => (await rows()).filter(([, , status]) => status === '已完成'))
      .toEqual([
        ['row-5', 82, '已完成', 5, null, null],
        ['row-2', 85, '已完成', null, null, null],
      ]);
    expect(await rows()).toHaveLength(12);
  });

  thoroughly('the port’s own writes are nothing that Ctrl+Z takes back', async () => {
    await clerk.fill('F3', '12');
    await page.evaluate(() =>
      window.port?.apply({ cells: [{ key: 'row-2', cells: { result: '通过', base: 2, note: '预填' } }] }),
    );
    await clerk.goTo('A2');
    await clerk.undo();
    await expect.poll(() => rowOf('row-2')).toEqual(['row-2', 85, null, null, null, '预填']);
  });

  thoroughly('a mark shows its message while the pointer is on the cell', async () => {
    const message = '完成数量 120 超过分解指标 86：请更正，或填写核实说明。';
    await page.evaluate(
      (text) =>
        window.port?.apply({ marks: [{ key: 'row-2', column: 'count', mark: 'error', message: text }] }),
      message,
    );
    const { x, y, width, height } = await clerk.cellBox('F3');
    await page.mouse.move(x + width / 2 - 4, y + height / 2);
    await page.mouse.move(x + width / 2, y + height / 2);
    await page.getByText(message).waitFor();
    await takePicture(page, 'workbook-mark');
    await page.mouse.move(20, y + height / 2);
    await page.getByText(message).waitFor({ state: 'hidden' });
  });
});

function numbered(count: number): string[] {
  return Array.from({ length: count }, (_, index) => `row-${index + 1}`);
}
