import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TaskList } from '../../shared/taskList/taskList.ts';
import { inColours } from '../support/browser/colours.ts';
import { ListsDesk, small } from '../support/browser/listsDesk.ts';
import { thoroughly } from '../support/thorough.ts';

let desk: ListsDesk;

beforeAll(async () => {
  desk = await ListsDesk.open();
});

afterAll(async () => {
  await desk?.close();
});

const header = ['类别', '序号', '重点工作名称', '年度目标任务', '工作安排', '责任单位', '完成时限'];
const rows = [
  ['一、例行工作', '1', '检查', '', '1. 3月底前检查约20家危险化学品企业', '薛家镇', '6月底前'],
  ['', '2', '培训', '', '1. 4月底前组织企业负责人培训', '', ''],
  ['', '3', '演练', '', '1. 5月底前组织危化企业开展应急演练', '薛家镇', ''],
  ['', '', '', '', '2. 5月底前讲评应急演练', '孟河镇', ''],
  ['', '4', '巡查', '', '1. 每月巡查仓库', '北部片区', ''],
];
/** A task without a name: it is in no list. */
const nameless = ['', '5', '', '', '1. 每月通报隐患', '薛家镇', ''];
const printed = (year: number, ...all: string[][]): string =>
  [[`${year}年任务清单`], header, ...all].map((cells) => cells.join('\t')).join('\n');

const decision = (place: string, words: string): Locator =>
  desk.page.locator('fieldset.decision', { hasText: words }).filter({ hasText: place });
const radio = (within: Locator, name: string | RegExp): Locator =>
  within.getByRole('radio', { name, exact: true });

/** Presses the space bar on a control, as a person does who has come there with the tab key. */
async function press(control: Locator): Promise<void> {
  await control.focus();
  await desk.page.keyboard.press('Space');
}

const list = () => desk.ask<TaskList>('GET', '/task-lists/2035');

describe('I13.2: what the document leaves open is decided on the page', () => {
  it('units, a deadline, a quantity and a name for several units, by keyboard', async () => {
    await desk.enter(desk.server.keys.admin);
    await desk.read('2035.txt', printed(2035, ...rows, nameless));
    await desk.bar.getByText('还有 1 项必须先定').waitFor();
    await desk.tab('单位名称 1').click();
    const name = desk.page.getByLabel('“北部片区”是哪个单位');
    await name.selectOption('several');
    const units = desk.page.getByRole('group', { name: '“北部片区”是哪几个单位' });
    await press(units.getByRole('checkbox', { name: '薛家镇' }));
    await press(units.getByRole('checkbox', { name: '孟河镇' }));
    await units.getByText('已选：薛家镇、孟河镇').waitFor();
    await desk.bar.getByText('可以发布').waitFor();
    await desk.tab('待定事项 5').click();
    await desk.looksRight('lists-left-open');

    const nobody = decision('1-2-1', '培训');
    await press(nobody.getByRole('checkbox', { name: /^各园区（镇、街道）/u }));
    await nobody.getByText('已选：各园区（镇、街道）').waitFor();

    await press(desk.button('2 处都只由所在行的单位填报'));
    await desk.tab('待定事项 2').waitFor();
    const row = decision('1-3-2', '演练');
    await expect.poll(() => radio(row, /^只由所在行的单位填报/u).isChecked()).toBe(true);
    await press(radio(row, '另选单位'));
    await press(row.getByRole('checkbox', { name: '薛家镇' }));
    await row.getByText('已选：薛家镇').waitFor();
    await press(radio(row, /^只由所在行的单位填报/u));
    await row.getByRole('checkbox').first().waitFor({ state: 'detached' });

    await press(radio(decision('1-1-1', '以正文为准'), /^以正文为准/u));
    const quantity = decision('1-1-1', '原文的数量');
    await press(radio(quantity, '作为指标'));
    const target = quantity.getByLabel('“危险化学品企业”的目标');
    expect(await target.inputValue()).toBe('20');
    await target.fill('约18');
    await quantity.getByText('请填写整数').waitFor();
    await target.fill('18');
    await quantity.getByText('请填写整数').waitFor({ state: 'detached' });
    await desk.tab('待定事项').getByText('待定事项', { exact: true }).waitFor();
    // It has been compared again by then.
    await desk.page.locator('fluent-button:not([disabled])', { hasText: '发布…' }).waitFor();
    await desk.looksRight('lists-left-open-decided');
    await desk.tab('逐条核对').click();
    const facts = desk.page.locator('article', { hasText: '约20家' }).locator('.facts');
    await facts.getByText('2035-03-31 前完成').waitFor();
    expect(await facts.innerText()).not.toContain('2035-06-30');
    expect(await facts.innerText()).toContain('18');
    const told = desk.page.locator('article', { hasText: '约20家' }).locator('.diagnostics');
    expect(await told.locator('.severity-decided').allInnerTexts()).toHaveLength(2);
    expect(await told.locator('.severity-decision').count()).toBe(0);
    const ofRow = desk.page.locator('article', { hasText: '讲评应急演练' }).locator('.facts');
    expect((await ofRow.innerText()).replaceAll(/\s+/gu, ' ')).toContain('责任单位 孟河镇');
    await desk.looksRight('lists-decided-facts');
    await desk.tab('待定事项').click();
    for (const [width, colorScheme] of [
      [320, 'light'],
      [700, 'dark'],
    ] as const) {
      await inColours(desk.page, colorScheme);
      await desk.page.setViewportSize({ width, height: 800 });
      await desk.looksRight(`lists-left-open-${width}-${colorScheme}`, {
        coloursOnly: colorScheme === 'dark',
      });
    }
    await inColours(desk.page, 'light');
    await desk.page.setViewportSize({ width: 1280, height: 800 });
  });

  it('I13.3: what could not be read is named by number, and has to be ticked', async () => {
    await desk.button('发布…').click();
    const dialog = desk.page.getByRole('dialog');
    await dialog.getByText('原文有 1 处未能读出').waitFor();
    await desk.looksRight('lists-confirm-unread');
    await desk.button('确认发布').click({ force: true });
    expect(await dialog.isVisible()).toBe(true);
    await press(dialog.getByRole('checkbox', { name: '我知道有 1 处没有读出，仍照此发布' }));
    // The button takes the focus only once it is enabled, a moment after the box is ticked.
    const focused = async () => {
      await desk.button('确认发布').focus();
      return desk.page.evaluate(() => document.activeElement?.textContent);
    };
    await expect.poll(focused).toBe('确认发布');
    await desk.page.keyboard.press('Enter');
    await desk.bar.getByText('2035 年清单已发布，现为第 1 版').waitFor();
  });

  it('I11.17: it is what is published, and is there again with the next reading', async () => {
    const [check, train, drill] = (await list()).tasks;
    expect(check?.arrangements[0]).toMatchObject({
      schedules: [{ kind: 'once', due: '2035-03-31' }],
      indicators: [{ id: 'i1', target: 18 }],
    });
    expect(train?.arrangements[0]?.leftOpen?.units?.decided).toEqual(['各园区（镇、街道）']);
    expect(drill?.arrangements.map(({ leftOpen }) => leftOpen?.units?.decided)).toEqual([
      ['薛家镇'],
      ['孟河镇'],
    ]);
    await desk.another();
    await desk.read('2035.txt', printed(2035, ...rows));
    await desk.bar.getByText('没有要发布的内容').waitFor();
    await desk.tab('待定事项').click();
    expect(await radio(decision('1-1-1', '以正文为准'), /^以正文为准/u).isChecked()).toBe(true);
    await press(radio(decision('1-1-1', '以正文为准'), /^暂不定/u));
    await press(radio(decision('1-1-1', '原文的数量'), '不作为指标'));
    await desk.bar.getByText('可以发布').waitFor();
    await desk.tab('待定事项 1').waitFor();
    await desk.button('发布…').click();
    await desk.button('确认发布').click();
    await desk.bar.getByText('现为第 2 版').waitFor();
    expect((await list()).tasks[0]?.arrangements[0]).toMatchObject({
      schedules: [{ kind: 'once', due: '2035-06-30' }],
      indicators: [{ id: 'done' }],
    });
  });

  thoroughly('a match that is sure is refused: the arrangement is a new one then', async () => {
    const items = ['6月底前组织危险化学品企业开展应急演练', '每月检查装货企业'];
    await desk.ask('PUT', '/task-lists/2036', small(2036, ...items), 'text/plain');
    await desk.another();
    await desk.read('2036.txt', small(2036, items[0]!.replace('6月', '9月'), items[1]!));
    await desk.tab('待定事项').click();
    await desk.page.getByText('1 条只有数字、日期或频次不同').focus();
    await desk.page.keyboard.press('Enter');
    const match = decision('1-1-1', '应急演练');
    expect(await radio(match, /^1-1-1/u).isChecked()).toBe(true);
    await desk.looksRight('lists-matched');
    await press(radio(match, '新增的工作安排'));
    await desk.bar
      .getByText('新增 1 条，更改 0 条，移动 1 条，撤下 1 条')
      .or(desk.bar.getByText('新增 1 条，更改 0 条，移动 0 条，撤下 1 条'))
      .waitFor();
    await press(radio(match, /^1-1-1/u));
    await desk.bar.getByText('新增 0 条，更改 1 条').waitFor();
    await press(radio(match, '新增的工作安排'));
    await desk.bar.getByText('新增 1 条').waitFor();
    await desk.button('发布…').click();
    await desk.button('确认发布').click();
    await desk.bar.getByText('现为第 2 版').waitFor();
    const stored = await desk.ask<TaskList>('GET', '/task-lists/2036');
    expect(stored.tasks[0]?.arrangements.map(({ code }) => code)).toEqual(['1-1-3', '1-1-2']);
  });

  thoroughly('in English', async () => {
    await desk.another();
    await desk.button('English').click();
    await desk.read('2037.txt', printed(2037, ...rows, nameless));
    await desk.tab('Decisions').click();
    await desk.page.getByText('Which units report').waitFor();
    await desk.looksRight('lists-left-open-english');
    desk.hasNoComplaint();
  });
});
