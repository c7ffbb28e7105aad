import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rowFields } from '../../shared/row/row.ts';
import type { SubmissionsAnswer } from '../../shared/wire/submissions.ts';
import { collectErrors, openContext, pageAnew, takePicture } from '../support/browser/chromium.ts';
import { Clerk } from '../support/browser/clerk.ts';
import { openStand, type Stand } from '../support/browser/stand.ts';
import { keptBytes, keptSix, truthOf } from '../support/ledgers/keptSix.ts';
import { cellLayouts, sixLayouts } from '../support/ledgers/sixLayouts.ts';
import { thorough, thoroughly } from '../support/thorough.ts';

/** Eight layouts as clerks keep them, each laid in the browser's workbook of a town of its own: bound, edited, judged, synced. */

interface Walk {
  unit: string;
  town: string;
  /** What is said of a sheet that is for upload only. */
  refused?: string;
  /** The sheet to take, where the file has several. */
  sheet?: string;
  /** A cell, what is typed into it wrongly, and rightly. */
  edit?: [cell: string, wrong: string, right: string];
  isOverwritten?: boolean;
  /** What the API holds of the town afterwards: arrangement, period, and the fields that are filled. */
  reports: string[];
}

const walks: Walk[] = [
  {
    ...{ unit: 'xuejia', town: '薛家镇', edit: ['F3', '约9', '9'] },
    reports: [
      '1-2-1 2024 status=已完成 count=9 completedOn=2024-03-28 note=9家企业全部完成评议 contact=张测试',
      '1-3-1 2024 status=进行中 count=7 note=已有7家建立 contact=李演示',
    ],
  },
  { unit: 'xixiashu', town: '西夏墅镇', refused: '一行写着几项工作', reports: [] },
  {
    ...{ unit: 'luoxi', town: '罗溪镇', sheet: '3月', edit: ['C5', '约7', '8'], isOverwritten: true },
    // Its title says 3月, and so does the period that is proposed.
    reports: [
      '1-3-1 2024 status=进行中 count=8 note=已有7家建立',
      '1-3-2 2024-03 status=未开展 note=3月企业停产',
    ],
  },
  { unit: 'xixiashu', town: '西夏墅镇', refused: '一家企业一行', reports: [] },
  {
    ...{ unit: 'menghe', town: '孟河镇', edit: ['C3', '也许', '是'] },
    reports: ['1-7-1 2024-W13 status=已开展 note=调度5家', '1-7-1 2024-W14 status=未开展 note=清明'],
  },
  {
    ...{ unit: 'benniu', town: '奔牛镇', edit: ['D4', '约7', '6'], isOverwritten: true },
    reports: [
      '1-3-1 2024 status=进行中 count=6 note=已有7家建立',
      '1-3-2 2024-04 status=已开展 note=4月已调度',
    ],
  },
  {
    ...{ unit: 'xixiashu', town: '西夏墅镇', edit: ['B4', '约7', '8'], isOverwritten: true },
    reports: [
      '1-3-1 2024 status=进行中 count=8 note=已有7家建立',
      '1-3-2 2024-04 status=已开展 note=4月已调度',
    ],
  },
  {
    ...{ unit: 'luoxi', town: '罗溪镇', edit: ['D3', '约9', '9'], isOverwritten: true },
    reports: [
      '1-2-1 2024 status=已完成 count=9 completedOn=2024-03-28 note=9家企业全部完成评议',
      '1-7-1 2024-W14 status=已开展 note=调度5家 problems=两家停产',
    ],
  },
];

let stand: Stand;
let context: BrowserContext;
const errors: string[][] = [];

beforeAll(async () => {
  stand = await openStand();
  ({ context } = await openContext(stand.browser, stand.server.url, { width: 1366, height: 768 }));
});

afterAll(async () => {
  await stand?.close();
});

/** What the API holds, of all units, a line each: the unit, and what was reported. */
async function stored(): Promise<string[]> {
  const headers = { authorization: `Bearer ${stand.server.keys.officer}` };
  const lines: string[] = [];
  let next: string | null = null;
  do {
    const query = new URLSearchParams({ reported: 'true', ...(next !== null && { cursor: next }) });
    const page: Response = await fetch(`${stand.server.url}/v1/submissions?${query}`, { headers });
    const answer = (await page.json()) as SubmissionsAnswer;
    ({ next } = answer);
    for (const { unit, arrangement, period, values, draft } of answer.submissions) {
      const filled = rowFields.flatMap((field) => {
        const value = values?.[field] ?? null;
        return value === null ? [] : [`${field}=${value}`];
      });
      lines.push([unit.id, arrangement, period, ...filled, ...(draft ? ['draft'] : [])].join(' '));
    }
  } while (next !== null);
  return lines.toSorted();
}

async function open(unit: string, name: string, bytes: Uint8Array): Promise<Page> {
  const page = await pageAnew(context, stand.server.url);
  errors.push(collectErrors(page));
  await page.goto(`${stand.server.url}/workbook`);
  await page.getByRole('textbox', { name: '访问密钥' }).fill(stand.server.keys.reporters[unit]!);
  await page.getByRole('button', { name: '连接', exact: true }).click();
  await page.getByRole('button', { name: '打开我的表格' }).waitFor();
  await page.locator('input[type=file]').setInputFiles({
    ...{ name, buffer: Buffer.from(bytes) },
    mimeType: 'application/octet-stream',
  });
  await page.getByRole('heading', { name: '使用我现有的表格' }).waitFor();
  return page;
}

describe('S15.4, S15.5, S15.9, S15.13, S15.14: layouts laid in the browser’s workbook', () => {
  // Every day: a sheet a month, and forms.
  const layouts = [...sixLayouts, ...cellLayouts].map((layout, at) => ({ ...layout, ...walks[at]!, at }));
  test.each(layouts.filter(({ at }) => thorough || [2, 7].includes(at)))(
    '$name',
    async ({ at, file, unit, town, sheet, refused, edit, isOverwritten, reports }) => {
      const before = await stored();
      const kept = await file(town);
      const page = await open(unit, kept.name, kept.bytes);
      const use = page.getByRole('button', { name: /^使用这张表/u });
      if (refused !== undefined) {
        await page.getByText(refused).filter({ visible: true }).first().waitFor();
        await takePicture(page, `layout-${at + 1}-refused`);
        // Nothing of it can be bound.
        expect(await use.count()).toBe(0);
        expect(await stored()).toEqual(before);
        return;
      }
      const clerk = await new Clerk(page).ready();
      if (sheet !== undefined)
        await page.getByRole('combobox', { name: '工作表', exact: true }).selectOption(sheet);
      // The blank sheet has given way to the ledger, though her file was opened before that was there.
      expect(await page.getByText('台账1', { exact: true }).count()).toBe(0);
      await takePicture(page, `layout-${at + 1}-proposal`);
      await use.click();
      await page.getByText('行待同步').first().waitFor();
      const [cell, wrong, right] = edit!;
      await clerk.fill(cell, wrong);
      const finding = page.locator('.tz-finding').filter({ hasText: wrong });
      await finding.first().waitFor();
      await takePicture(page, `layout-${at + 1}-finding`);
      await clerk.fill(cell, right);
      await finding.first().waitFor({ state: 'detached' });
      await page.getByRole('button', { name: '同步', exact: true }).click();
      if (isOverwritten === true) await page.getByRole('button', { name: '确认并同步' }).click();
      await page.getByText(`已上报 ${reports.length} 行`).waitFor();
      await takePicture(page, `layout-${at + 1}-synced`);
      // Its reports, and none of another unit.
      const added = (await stored()).filter((line) => !before.includes(line));
      expect(added).toEqual(reports.map((line) => `${unit} ${line}`).toSorted());
    },
  );

  /** Of the six kept files: the sheet that is taken, and how many of its rows are bound; or why none is. */
  const taken: Record<(typeof keptSix)[number], { rows?: number; sheet?: string; refused?: string }> = {
    '01-一季度落实情况台账.xlsx': { rows: 14 },
    '02-任务清单附进展.xlsx': { refused: '一行写着几项工作' },
    '03-月调度表.xlsx': { rows: 7, sheet: '4月' },
    '04-企业明细台账.xlsx': { refused: '一家企业一行' },
    '05-周调度台账.csv': { rows: 10 },
    '06-LO-任务跟踪表.xlsx': { rows: 11 },
  };

  thoroughly.each(keptSix)('S13.4: the kept ledger %s, bound and synced as it is', async (name) => {
    const { rows, sheet, refused } = taken[name];
    const { unit, sheets } = truthOf(name);
    const before = await stored();
    const page = await open(unit, name, keptBytes(name));
    if (refused !== undefined) {
      await page.getByText(refused).filter({ visible: true }).first().waitFor();
      expect(await page.getByRole('button', { name: /^使用这张表/u }).count()).toBe(0);
      return;
    }
    await new Clerk(page).ready();
    if (sheet !== undefined)
      await page.getByRole('combobox', { name: '工作表', exact: true }).selectOption(sheet);
    await takePicture(page, `kept-${name}-proposal`);
    await page.getByRole('button', { name: `使用这张表（${rows} 行）` }).click();
    await page.getByText('行待同步').first().waitFor();
    await page.getByRole('button', { name: '同步', exact: true }).click();
    const confirm = page.getByRole('button', { name: '确认并同步' });
    await confirm
      .or(page.getByText(/已上报 \d+ 行/u))
      .first()
      .waitFor();
    if (await confirm.isVisible()) await confirm.click();
    await page
      .getByText(/已上报 \d+ 行/u)
      .first()
      .waitFor();
    await takePicture(page, `kept-${name}-synced`);
    // Of this unit alone, and of what a careful person reads in the file.
    const own = sheets.flatMap((each) =>
      each.rows.flatMap(({ matches = [] }) => matches.map(({ code }) => code)),
    );
    const added = (await stored()).filter((line) => !before.includes(line));
    expect(added.length).toBeGreaterThan(0);
    expect(added.filter((line) => line.split(' ')[0] !== unit)).toEqual([]);
    expect(added.filter((line) => !own.includes(line.split(' ')[1]!))).toEqual([]);
  });

  test('nothing is complained of on the pages', () => {
    expect(errors.flat()).toEqual([]);
  });
});
