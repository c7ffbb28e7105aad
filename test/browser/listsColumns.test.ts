import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ListsDesk } from '../support/browser/listsDesk.ts';

let desk: ListsDesk;

beforeAll(async () => {
  desk = await ListsDesk.open();
});

afterAll(async () => {
  await desk?.close();
});

const table = (header: string[], rows: string[][]): string =>
  ['2035年重点检查任务清单', ...[header, ...rows].map((row) => row.join('\t'))].join('\n');
const measures = [
  ['1', '仓库', '每月检查仓库。', '对照标准逐项检查，发现问题当场指出并限期整改到位。', '薛家镇', '6月底前'],
  [
    '2',
    '码头',
    '每季度检查码头。',
    '检查前制定方案，检查后形成台账，问题整改闭环销号。',
    '罗溪镇',
    '9月底前',
  ],
];
const doubtful = table(['序号', '重点工作', '工作措施', '检查标准', '责任单位', '完成时限'], measures);
const strange = table(['序号', '内容清单', '方式措施', '标准清单', '责任处室', '备注'], measures);
const column = (name: string) =>
  desk.page.locator('.head-column').filter({ has: desk.page.locator(`b:text-is("${name}")`) });
const select = (name: string) => desk.page.getByRole('combobox', { name, exact: true });
const sentences = () => desk.page.locator('.sentence').allInnerTexts();

describe('I14.5: the header of a list with what its columns hold', () => {
  it('stands above the reading; another role reads the list again at once', async () => {
    await desk.enter(desk.server.keys.admin);
    await desk.read('清单.txt', doubtful);
    const strip = desk.page.locator('.head-strip');
    if ((await strip.getAttribute('open')) === null) await strip.locator('summary').click();
    expect(await select('工作措施').inputValue()).toBe('arrangements');
    expect(await select('检查标准').inputValue()).toBe('unread');
    expect(await column('责任单位').locator('.samples').innerText()).toContain('薛家镇');
    expect(await sentences()).toContain('每月检查仓库。');
    await desk.page.setViewportSize({ width: 1366, height: 900 });
    await desk.looksRight('lists-columns-1366');
    await select('检查标准').selectOption('arrangements');
    await expect.poll(sentences).toContain('对照标准逐项检查，发现问题当场指出并限期整改到位。');
    await column('检查标准').getByText('由您指定').waitFor();
    await desk.page.setViewportSize({ width: 390, height: 800 });
    await desk.looksRight('lists-columns-390');
    await desk.page.setViewportSize({ width: 1366, height: 900 });
    await desk.another();
  });

  it('a header that is refused is shown as well, and read once its columns are said', async () => {
    await desk.choose('清单.txt', strange);
    await desk.alerts.filter({ hasText: '没有找到表头' }).waitFor();
    await desk.looksRight('lists-columns-refused');
    await select('内容清单').selectOption('name');
    await desk.page.locator('.arrangement').first().waitFor();
    await column('内容清单').getByText('由您指定').waitFor();
    await select('方式措施').selectOption('arrangements');
    await expect.poll(sentences).toContain('每月检查仓库。');
    await desk.page.locator('.publish-line[aria-busy=false]').waitFor();
    await desk.looksRight('lists-columns-said');
    desk.hasNoComplaint();
  });
});
