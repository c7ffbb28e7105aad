import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { unpackSheet, type PackedSheet } from '../../shared/wire/sheet.ts';
import type { LocalServer } from '../../worker/local/serve.ts';
import { Clerk } from './browser/clerk.ts';

/** The unit whose ledger is in the pictures. */
const unit = 'weicun';

/** Where the ledger keeps what is filled in (see addin/flows/columns.ts); row 1 is the header. */
const column = { status: 'H', note: 'K' } as const;

/** Status, count, completion date and note of rows 6 to 8, as they are pasted. */
const filledIn = [
  '已完成\t约80\t3月29日\t职工代表评议已全部完成。',
  '进行中\t88\t\t专家评议已完成，监管部门评议进行中。',
  '进行中\t60\t\t已督促 60 家建立内部吹哨人机制。',
];

/**
 * The pictures of the clerk's guide, by somebody who fills in a ledger as the guide tells: the place for the key,
 * a sheet with every colour, an explanation, a conflict, the unit's progress.
 */
export async function takeHelpPictures(page: Page, server: LocalServer, folder: string): Promise<void> {
  const key = server.keys.reporters[unit]!;
  const path = (name: string) => join(folder, `help-${name}.png`);
  const section = (heading: string) =>
    page.locator('#pane section', { has: page.getByRole('heading', { name: heading }) });

  await page.setViewportSize({ width: 1560, height: 860 });
  await page.goto(`${server.url}/workbook?unit=${unit}`);
  await page.getByText('访问密钥').first().waitFor();
  await section('连接').screenshot({ path: path('connect') });

  await page.getByRole('textbox', { name: '访问密钥' }).fill(key);
  await page.getByRole('button', { name: '连接', exact: true }).click();
  const clerk = await new Clerk(page).ready();
  await page.getByText(/台账 \d+ 行/).waitFor();
  await page.evaluate((text) => navigator.clipboard.writeText(text), filledIn.join('\n'));
  await clerk.paste(`${column.status}6`);
  await page.getByRole('button', { name: /填写核实说明/ }).waitFor();
  await clerk.goTo('A12');
  await page.screenshot({ path: path('sheet'), clip: await sheetBox(page) });

  await page.getByText('需核实', { exact: false }).first().click();
  await page.getByRole('button', { name: /填写核实说明/ }).click();
  await page.locator('.tz-explain textarea').fill('比目标多出的 2 家是本季度新投产的企业。');
  await section('校验结果').screenshot({ path: path('explain') });

  await clerk.fill(`${column.note}2`, '已指导 8 家企业，5 家材料已上报。');
  await changeElsewhere(server, key, '1-1-1', '已指导 8 家企业，6 家材料已上报。');
  await page.getByRole('button', { name: '同步', exact: true }).click();
  await section('冲突').waitFor();
  await section('冲突').screenshot({ path: path('conflict') });

  await page.setViewportSize({ width: 1100, height: 900 });
  await page.goto(`${server.url}/unit?unit=${unit}`);
  await page.locator('tbody tr').nth(4).waitFor();
  await page.screenshot({ path: path('stats'), clip: { x: 0, y: 0, width: 1100, height: 640 } });
}

/** The header and the first rows of the sheet, without the spreadsheet's own bars. */
async function sheetBox(page: Page) {
  const boxes = await Promise.all((await page.locator('canvas').all()).map((each) => each.boundingBox()));
  const sheet = boxes
    .flatMap((box) => box ?? [])
    .toSorted((a, b) => b.width * b.height - a.width * a.height)[0];
  if (!sheet) throw new Error('the sheet is not drawn');
  return { x: sheet.x, y: sheet.y, width: Math.min(sheet.width, 1200), height: Math.min(sheet.height, 440) };
}

/** A colleague changes the note of an arrangement's first row, on another computer. */
async function changeElsewhere(server: LocalServer, key: string, code: string, note: string): Promise<void> {
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
  const sheet = unpackSheet(
    (await (await fetch(`${server.url}/v1/sheet`, { headers })).json()) as PackedSheet,
  );
  const row = sheet.rows.find(({ arrangement, version }) => arrangement === code && version !== null);
  if (!row?.values) throw new Error(`${code} has no report yet`);
  const rows = [{ key: row.key, base: row.version, values: { ...row.values, note } }];
  const body = JSON.stringify({ pushId: 'guide-elsewhere', rulesVersion: sheet.rulesVersion, rows });
  const answer = await fetch(`${server.url}/v1/sync`, { method: 'POST', headers, body });
  if (!(await answer.text()).includes('"applied"')) throw new Error(`${code} was not changed`);
}
