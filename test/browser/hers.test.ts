import { writeXlsx } from 'hucre/xlsx';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ObligationDetail } from '../../shared/wire/obligationDetail.ts';
import type { ObligationsAnswer } from '../../shared/wire/obligations.ts';
import { axeFindings } from '../support/browser/axe.ts';
import { collectErrors, openContext, takePicture } from '../support/browser/chromium.ts';
import { gb18030 } from '../support/documents/gb18030.ts';
import { Clerk } from '../support/browser/clerk.ts';
import { openStand, type Stand } from '../support/browser/stand.ts';
import { thoroughly } from '../support/thorough.ts';

// A town's own table: a title, who filled it in, a header of her words, colours, a sum; one arrangement is another unit's.

let stand: Stand;
let page: Page;
let clerk: Clerk;
let errors: string[];

const fill = (rgb: string) => ({
  fill: { type: 'pattern' as const, pattern: 'solid' as const, fgColor: { rgb } },
});
const rows = [
  ['薛家镇危险化学品安全监管工作推进台账'],
  ['填报人：李敏', null, null, null, null, null, null, '2024年4月'],
  ['序号', '重点工作', '具体工作安排', '推进状态', '完成家数', '完成日期', '推进情况说明', '经办'],
  [
    1,
    '企业主要负责人履职',
    '组织企业主要负责人完成职工代表评议，并通过市应急管理信息系统报告上年度安全生产履职情况',
    '进行中',
    12,
    null,
    '已组织十二家企业完成评议',
    '李敏',
  ],
  [2, '装货安全', '每周调度危险化学品装货企业落实充装查验情况', null, null, null, null, '王强'],
  [3, '安全培训', '对镇里的食堂做一次卫生检查', '已完成', 1, null, '与清单无关的工作', '王强'],
  ['合计', null, null, null, 13, null, null, null],
] as const;

async function file(): Promise<Buffer> {
  const cells = new Map(
    [0, 1, 2, 3, 4, 5, 6, 7].map((column) => [
      `2,${column}`,
      { style: { ...fill('DDEBF7'), font: { bold: true } } },
    ]),
  );
  cells.set('3,3', { style: { ...fill('FFF2CC'), font: { bold: false } } });
  const widths = [6, 20, 46, 10, 10, 12, 34, 10];
  const written = await writeXlsx({
    sheets: [
      {
        name: '推进台账',
        rows: rows.map((row) => [...row]),
        cells,
        columns: widths.map((width) => ({ width })),
        merges: [{ startRow: 0, startCol: 0, endRow: 0, endCol: 7 }],
      },
    ],
  });
  return Buffer.from(written as Uint8Array);
}

beforeAll(async () => {
  stand = await openStand();
  const opened = await openContext(stand.browser, stand.server.url, { width: 1440, height: 900 });
  page = await opened.context.newPage();
  errors = collectErrors(page);
});

afterAll(async () => {
  await stand?.close();
});

const button = (name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' });

async function storedOf(arrangement: string): Promise<unknown[]> {
  const headers = { authorization: `Bearer ${stand.server.keys.officer}` };
  const ask = async <T>(path: string): Promise<T> =>
    (await (await fetch(`${stand.server.url}/v1${path}`, { headers })).json()) as T;
  const { obligations } = await ask<ObligationsAnswer>('/obligations?unit=xuejia&limit=1000');
  const own = obligations.filter((each) => each.key.split('.')[1] === arrangement && each.receivedRows > 0);
  const details = await Promise.all(own.map(({ key }) => ask<ObligationDetail>(`/obligations/${key}`)));
  return details.flatMap((each) =>
    each.rows.map(({ values }) => values && [values.status, values.count, values.note]),
  );
}

test('S15.4, S15.7: her file is opened in the browser’s workbook, and the proposal stands beside it', async () => {
  await page.goto(`${stand.server.url}/workbook`);
  await page.getByRole('textbox', { name: '访问密钥' }).fill(stand.server.keys.reporters.xuejia!);
  await button('连接').click();
  clerk = await new Clerk(page).ready();
  await button('打开我的表格').waitFor();
  await page.locator('input[type=file]').setInputFiles({
    ...{ name: '推进台账.xlsx', buffer: await file() },
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  });
  await page.getByRole('heading', { name: '使用我现有的表格' }).waitFor();
  await takePicture(page, 'hers-proposal');
  expect(await axeFindings(page, { within: '.tz-hers' })).toEqual([]);
  const columns = page.getByRole('list', { name: '列', exact: true });
  expect(
    await columns
      .getByRole('combobox')
      .evaluateAll((all) => all.map((each) => (each as HTMLSelectElement).value)),
  ).toEqual([...['unread', 'name', 'arrangements', 'status', 'count', 'completedOn', 'unread', 'unread']]);
  // A click on a column or a row selects its cell.
  await button('C 列 具体工作安排').click();
  await expect.poll(() => clerk.selected()).toBe('C3');
});

test('S15.4: a column is changed, and her sheet is bound', async () => {
  await page.getByRole('combobox', { name: '“推进情况说明”是什么' }).selectOption('工作情况');
  await expect.poll(() => page.getByText('不读取 2 列').count()).toBe(1);
  await takePicture(page, 'hers-changed');
  await button(/^使用这张表/u).click();
  await page.getByText('行待同步').first().waitFor();
  await takePicture(page, 'hers-bound');
});

test('S15.5: a finding in her cell, then a sync; her words, colours and sums are as they were', async () => {
  await clerk.fill('E4', '约12');
  await page.getByRole('tabpanel').getByRole('button').first().waitFor();
  await takePicture(page, 'hers-finding');
  await clerk.fill('E4', '12');
  await page.getByText('行待同步').first().waitFor();
  await button('同步').click();
  // One row is overwritten each week: its period is asked before anything is sent.
  await page.getByText('本次填报的是哪一期？').waitFor();
  await takePicture(page, 'hers-period');
  await button('确认并同步').click();
  await page.getByText('已上报 1 行').waitFor();
  await takePicture(page, 'hers-synced');
  expect(await storedOf('1-2-1')).toEqual([['进行中', 12, '已组织十二家企业完成评议']]);
  const seen = await clerk.read('A1:H7');
  expect(seen[6]?.[4]).toBe('13');
  expect(seen[3]?.[2]).toBe(rows[3][2]);
});

thoroughly(
  'S15.8, S15.10: a text file in GB 18030 with months side by side; a question is answered by words',
  async () => {
    const opened = await openContext(stand.browser, stand.server.url, { width: 1366, height: 768 });
    const other = await opened.context.newPage();
    const complaints = collectErrors(other);
    await other.goto(`${stand.server.url}/workbook`);
    await other.getByRole('textbox', { name: '访问密钥' }).fill(stand.server.keys.reporters.luoxi!);
    await other.getByRole('button', { name: '连接', exact: true }).click();
    const sheet = await new Clerk(other).ready();
    await other.getByRole('button', { name: '打开我的表格' }).waitFor();
    const input = other.locator('input[type=file]');
    await input.setInputFiles({
      name: '旧表.xls',
      buffer: Buffer.from([0xd0, 0xcf]),
      mimeType: 'application/vnd.ms-excel',
    });
    await other.getByText('旧的 .xls 请在 Excel 或 WPS 中另存为 .xlsx').waitFor();
    await takePicture(other, 'hers-refused');
    const lines = [
      '罗溪镇月度推进表,,,,',
      '工作安排,1月,,2月,',
      ',完成情况,进展,完成情况,进展',
      '每月调度企业内部举报奖励制度执行情况,已开展,一月调度一次,已开展,二月调度一次',
      '完善内部隐患举报制度，建立“吹哨人”机制,进行中,摸底,进行中,已有4家建立制度',
      '食堂卫生检查,已开展,一次,,',
    ];
    await input.setInputFiles({
      name: '月度推进.csv',
      buffer: Buffer.from(gb18030(lines.join('\n'))),
      mimeType: 'text/csv',
    });
    await other.getByRole('heading', { name: '使用我现有的表格' }).waitFor();
    await other.getByText(/按期横排：2 期，4 列/u).click();
    await takePicture(other, 'hers-across');
    await other.getByText('清单中找不到（1 行）').click();
    await other.getByRole('combobox', { name: '查找第 6 行对应的工作' }).waitFor();
    await takePicture(other, 'hers-of-none');
    expect(await axeFindings(other, { within: '.tz-hers' })).toEqual([]);
    await other.getByRole('button', { name: /^使用这张表/u }).click();
    await other.getByText('行待同步').first().waitFor();
    await sheet.fill('B4', '约莫');
    await other.getByRole('tabpanel').getByRole('button').first().waitFor();
    await takePicture(other, 'hers-across-bound');
    await other.setViewportSize({ width: 390, height: 844 });
    await takePicture(other, 'hers-across-390');
    expect(complaints).toEqual([]);
    await opened.context.close();
  },
);

test('nothing is complained of on the page', () => {
  expect(errors).toEqual([]);
});
