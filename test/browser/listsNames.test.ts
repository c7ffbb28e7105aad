import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Roster } from '../../shared/roster/roster.ts';
import { inColours } from '../support/browser/colours.ts';
import { ListsDesk } from '../support/browser/listsDesk.ts';

let desk: ListsDesk;

beforeAll(async () => {
  desk = await ListsDesk.open({ bare: true });
});

afterAll(async () => {
  await desk?.close();
});

const printed = (year: number, ...rows: string[][]): string =>
  [[`${year}年危险化学品安全工作任务清单`], ['序号', '重点工作', '工作措施', '责任单位', '完成时限'], ...rows]
    .map((cells) => cells.join('\t'))
    .join('\n');
const first = printed(
  2031,
  ['1', '检查', '检查危险化学品企业', '县应急管理局、县住建局、青石镇', '持续推进'],
  ['2', '培训', '组织企业负责人培训', '县应急管理局、白沙镇人民政府', '6月底前'],
  ['3', '巡查', '巡查仓库', '应急管理局、各镇', '持续推进'],
  ['4', '宣传', '开展安全宣传', '各村', '持续推进'],
);

const row = (name: string) =>
  desk.page
    .locator('.name-row')
    .filter({ has: desk.page.locator('.name-choice b', { hasText: new RegExp(`^${name}$`, 'u') }) });
const roster = () => desk.ask<Roster>('GET', '/roster');
const part = (name: string) => desk.page.getByRole('region', { name });

/** In a desktop's and in a telephone's width. */
async function looks(name: string): Promise<void> {
  for (const width of [1366, 390]) {
    await desk.page.setViewportSize({ width, height: 800 });
    await desk.looksRight(`${name}-${width}`);
  }
  await desk.page.setViewportSize({ width: 1366, height: 800 });
}

/** Presses the space bar on a control, as a person does who has come there with the tab key. */
async function press(control: ReturnType<typeof row>, key = 'Space'): Promise<void> {
  await control.focus();
  await desk.page.keyboard.press(key);
}

describe('I13.6: a new district imports its first list, and nobody has written a roster', () => {
  it('each name is asked once, with a proposal, by mouse', async () => {
    expect(await roster()).toEqual({ units: [], groups: [] });
    await desk.enter(desk.server.keys.admin);
    await desk.read('首份.txt', first);
    await desk.bar.getByText('还有 1 项必须先定').waitFor();
    await desk.button('去决定').click();
    await part('新单位 4').getByText('县应急管理局', { exact: true }).waitFor();
    await part('已有单位的别名 1').getByText('应急管理局', { exact: true }).waitFor();
    expect(await desk.page.getByLabel('“应急管理局”即').inputValue()).toBe('县应急管理局');
    expect(await desk.page.getByLabel('“白沙镇人民政府”是哪个单位').inputValue()).toBe('new:town');
    await part('请逐个看 2').locator('b', { hasText: '各村' }).waitFor();
    await looks('lists-names-first');
    await row('县应急管理局').getByText('2 条').click();
    await row('县应急管理局').getByRole('button', { name: '看原文 1-2-1' }).waitFor();
  });

  it('one confirmation writes all of them; what lacks something is told', async () => {
    await desk.page.getByLabel('“各村”是哪个单位').selectOption('group');
    await row('各村').getByText('请选定或写上成员').waitFor();
    expect(await desk.page.locator('.names-acts fluent-button').getAttribute('aria-disabled')).toBe('true');
    await desk.page.getByLabel('“各村”的其他成员').fill('东村\n西村');
    await row('各村').getByText('请选定或写上成员').waitFor({ state: 'detached' });
    await looks('lists-names-answered');
    await desk.button('确认 7 个名称，写入名册').click();
    await desk.page.getByText('7 个名称已写入名册').waitFor();
    await desk.page.getByText('清单里的名称都在名册里').waitFor();
    await desk.bar.getByText('可以发布').waitFor();
    await looks('lists-names-decided');
    const { units, groups } = await roster();
    expect(units.map(({ name, kind, aliases }) => [name, kind, ...aliases].join(' '))).toEqual([
      '县应急管理局 bureau 应急管理局',
      '县住建局 bureau',
      '青石镇 town',
      '白沙镇人民政府 town',
      '东村 town',
      '西村 town',
    ]);
    expect(groups.map(({ name, members }) => `${name} ${members.length}`).toSorted()).toEqual([
      '各村 2',
      '各镇 2',
    ]);
  });

  it('I13.7: the same words without a date are decided once, a fault of the whole list is told once', async () => {
    await desk.tab('逐条核对').click();
    expect(await desk.page.locator('.arrangement').getByText('没有印编号，按位置编码').count()).toBe(0);
    await desk.tab('文件与合计').click();
    await desk.page.getByText('4 条工作安排没有印编号').waitFor();
    await desk.tab('待定事项').click();
    const alike = desk.page.getByRole('group', { name: /“持续推进”/u }).first();
    await alike.getByText('共 3 条，一并指定').waitFor();
    await desk.looksRight('lists-undated-alike');
    await alike.getByLabel('由区局指定').first().selectOption('quarterly');
    await desk.tab('待定事项').getByText('待定事项', { exact: true }).waitFor();
  });

  it('the list is published', async () => {
    await desk.page.locator('fluent-button:not([disabled])', { hasText: '发布…' }).click();
    await desk.button('确认发布').click();
    await desk.bar.getByText('2031 年清单已发布，现为第 1 版').waitFor();
    const { obligations } = await desk.ask<{ obligations: { unit: { name: string } }[] }>(
      'GET',
      '/obligations?year=2031&limit=100',
    );
    expect(new Set(obligations.map(({ unit }) => unit.name))).toEqual(
      new Set(['县应急管理局', '县住建局', '青石镇', '白沙镇人民政府', '东村', '西村']),
    );
  });
});

describe('I13.6: the next list, by keyboard', () => {
  it('knows what was written, and asks for the rest', async () => {
    await desk.another();
    await desk.read(
      '次年.txt',
      printed(
        2032,
        ['1', '检查', '检查企业', '应急管理局、各乡镇、县住房和城乡建设局', '6月底前'],
        ['2', '培训', '组织培训', '北部片区', '6月底前'],
      ),
    );
    await press(desk.button('去决定'), 'Enter');
    expect(await desk.page.getByLabel('“各乡镇”即').inputValue()).toBe('各镇');
    const likely = part('请逐个看 2').getByLabel('“县住房和城乡建设局”即');
    expect(await likely.inputValue()).toBe('县住建局');
    const open = desk.page.getByLabel('“北部片区”是哪个单位');
    await open.focus();
    for (let step = 0; step < 8 && (await open.inputValue()) !== 'group'; step += 1)
      await desk.page.keyboard.press('ArrowDown');
    const members = desk.page.getByRole('group', { name: '“北部片区”的成员' });
    await press(members.getByRole('checkbox', { name: '青石镇' }));
    await members.getByText('已选：青石镇').waitFor();
    await desk.page.getByLabel('“北部片区”的其他成员').focus();
    await desk.page.keyboard.type('黄湾镇');
    await desk.looksRight('lists-names-keyboard');
  });

  it('C19: is not written over what somebody else has written meanwhile', async () => {
    const { units, groups } = await roster();
    const standing = await fetch(`${desk.server.url}/v1/roster`, {
      headers: { authorization: `Bearer ${desk.server.keys.admin}` },
    });
    const added = { id: 'other', name: '县财政局', kind: 'bureau', aliases: [] };
    await fetch(`${desk.server.url}/v1/roster`, {
      method: 'PUT',
      headers: {
        authorization: `Bearer ${desk.server.keys.admin}`,
        'content-type': 'application/json',
        'if-match': standing.headers.get('etag') ?? '',
      },
      body: JSON.stringify({ units: [...units, added], groups }),
    });
    await press(desk.button('确认 3 个名称，写入名册'), 'Enter');
    await desk.alerts.getByText('名册').first().waitFor();
    expect((await roster()).units.map(({ name }) => name)).not.toContain('黄湾镇');
    await press(desk.button('重新读取名册'), 'Enter');
    await desk.alerts.first().waitFor({ state: 'detached' });
    await desk.page.getByLabel('“北部片区”的成员').getByRole('checkbox', { name: '县财政局' }).waitFor();
    await press(desk.button('确认 3 个名称，写入名册'), 'Enter');
    await desk.page.getByText('3 个名称已写入名册').waitFor();
    const after = await roster();
    expect(after.units.map(({ name }) => name)).toEqual(expect.arrayContaining(['县财政局', '黄湾镇']));
    expect(after.groups.find(({ name }) => name === '各镇')?.aliases).toEqual(['各乡镇']);
    expect(after.groups.find(({ name }) => name === '北部片区')?.members).toHaveLength(2);
  });
});

describe('I13.6: many names, long names, other keys', () => {
  const many = Array.from({ length: 40 }, (_, n) => [
    String(n + 1),
    `第${n + 1}项`,
    `开展第${n + 1}项检查`,
    `县第${n + 1}管理局、第${n + 1}片区联合执法与应急处置协调推进工作领导小组办公室（设在县应急管理综合行政执法大队危险化学品科）`,
    '6月底前',
  ]);

  it('nothing sticks out, and an officer looks only', async () => {
    await desk.enter(desk.server.keys.officer);
    await desk.read('很多.txt', printed(2033, ...many));
    await desk.tab('单位名称 80').click();
    await desk.page.getByText('写入名册需要管理员密钥').waitFor();
    await looks('lists-names-many');
    await inColours(desk.page, 'dark');
    await desk.looksRight('lists-names-many-dark', { coloursOnly: true });
    await inColours(desk.page, 'light');
    await desk.button('English').click();
    await desk.page.getByText('Writing the roster needs an administrator’s key').waitFor();
    await desk.looksRight('lists-names-english');
    desk.hasNoComplaint();
  });
});
