import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { startLocalServer } from '../../worker/local/serve.ts';
import { projectFolder } from '../../worker/local/tool.ts';
import { launchChromium, openContext } from './browser/chromium.ts';
import { takeHelpPictures } from './helpPictures.ts';
import { takeUploadPictures } from './uploadPictures.ts';

/**
 * The pictures of README and guide: a server of its own with the sample reports, and each page in Chromium. `npm run pictures` writes them to addin/pictures/.
 */
const pictures = join(projectFolder, 'addin/pictures');
const folder = mkdtempSync(join(tmpdir(), 'taizhang-pictures-'));

/** The published list as a bureau might correct it: a number, a sentence, the name of a town. */
function correctedText(): string {
  return readFileSync(join(projectFolder, 'seeds/2024-task-list.txt'), 'utf8')
    .replaceAll('薛家镇', '薛家新镇')
    .replace('每月调度化工医药企业隐患举报奖励制度执行落实情况', '每季度通报企业内部隐患举报奖励的落实')
    .replace('12 月底前，組織對 20 家化工醫藥企業', '12 月底前，組織對 22 家化工醫藥企業');
}

/** A list that leaves to a person whose a row is, which deadline holds and what a number is for. */
const openText = [
  '2025年危险化学品安全任务清单',
  '序号\t重点工作\t工作安排\t完成时限\t责任单位',
  '1\t隐患整治\t1.3月底前，摸排约20家涉及装卸作业的企业\t6月底前\t薛家镇',
  '\t\t2.督促企业完成隐患整改\t9月底前\t孟河镇',
].join('\n');

/** A list with headings of its own, a column that is in doubt, and names that no roster has. */
const strangeText = [
  '2025年危险化学品安全任务清单',
  '序号\t工作事项\t具体举措\t检查标准\t落实单位\t办结时限\t检查数量',
  '1\t重大危险源管控\t每季度对重大危险源企业开展督导检查\t查制度、查现场、查记录\t区应急局、滨江化工园\t12月底前\t12家',
  '2\t装卸环节整治\t对涉及装卸作业的企业开展专项检查\t查资质、查人员、查设备\t区交通运输局、各镇（街道）\t9月底前\t20家',
].join('\n');

/** A list that says more in a column that is left out than in its measures: a person is asked what that one holds. */
const doubtfulText = strangeText
  .replace('查制度、查现场、查记录', '对照判定标准逐项查制度、查现场、查记录，发现问题当场指出并限期整改')
  .replace('查资质、查人员、查设备', '按照规范逐项查资质、查人员、查设备，检查情况当日录入执法系统');

/** A plan of numbered items, without a table. */
const proseText = [
  '2025年危险化学品安全专项行动方案',
  '为进一步防范化解重大安全风险，制定本方案。',
  '一、摸清底数',
  '（一）全面摸排企业。4月底前摸排涉及装卸作业的企业62家，建立台账。（牵头单位：区应急局；责任单位：各镇（街道））',
  '（二）核查储存设施。对储罐区开展核查30处。（区消防大队牵头，薛家镇配合，6月底前完成）',
  '二、集中整治',
  '（一）督促问题整改。每月调度隐患整改情况。',
  '责任单位：区应急局',
  '三、工作要求',
  '各单位要高度重视，压实责任。',
].join('\n');

async function save(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: join(pictures, `${name}.png`) });
  console.log(`addin/pictures/${name}.png`);
}

mkdirSync(pictures, { recursive: true });
const server = await startLocalServer({ port: 0, dataDir: folder });
const browser = await launchChromium();
try {
  const { context } = await openContext(browser, server.url, { width: 1280, height: 800 });
  const page = await context.newPage();

  await page.goto(`${server.url}/`);
  await page.getByText('台账工作簿').waitFor();
  await save(page, 'start');

  await page.goto(`${server.url}/bureau?tab=unit#key=${server.keys.officer}`);
  await page.locator('.tile').first().waitFor();
  await page.locator('tbody tr').nth(11).waitFor();
  await save(page, 'bureau');

  await page.setViewportSize({ width: 1280, height: 1190 });
  await page.goto(`${server.url}/bureau?tab=trend`);
  await page.locator('.on-screen canvas').waitFor();
  await save(page, 'trend');
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto(`${server.url}/bureau?tab=unit`);
  await page.locator('tbody tr').nth(11).waitFor();
  await page.getByRole('button', { name: /^罗溪镇 未报/ }).click();
  await page.locator('.entries li').nth(5).waitFor();
  await page.locator('.entries summary').first().click();
  await page.locator('.rows').waitFor();
  await save(page, 'bureau-behind');
  await page.keyboard.press('Escape');
  await page.getByRole('tab', { name: '指标' }).click();
  await page.getByText('只看有目标的').waitFor();
  await page.waitForTimeout(600);
  await save(page, 'bureau-indicators');

  await page.goto(`${server.url}/review`);
  await page.locator('.queued').nth(9).waitFor();
  await page.locator('.glance dl').first().waitFor();
  await save(page, 'review');

  await page.goto(`${server.url}/bulletins`);
  await page.getByRole('button', { name: '起草通报' }).click();
  await page.getByRole('button', { name: '起草', exact: true }).click();
  await page.locator('.paper').waitFor();
  await page.getByRole('button', { name: /发文机关/u }).click();
  await page.getByRole('textbox').fill('应急管理局');
  await page.keyboard.press('Enter');
  await page.locator('.said').getByText('已保存').waitFor();
  await page.getByRole('button', { name: /^修改：从全年看/u }).click();
  await page.getByRole('textbox').fill('从全年看，各项任务总体按序推进。');
  await page.keyboard.press('Enter');
  await page.locator('.is-edited').waitFor();
  await page.evaluate(() => scrollTo(0, 560));
  await save(page, 'bulletin');

  // As wide as all units of the sample are.
  await page.setViewportSize({ width: 1366, height: 800 });
  await page.goto(`${server.url}/shares`);
  const shareCells = (words: string) =>
    page.locator('.shares tbody tr', { hasText: words }).locator('.share:not(.not-asked)');
  await shareCells('1-5-2').nth(1).click();
  for (const share of [31, 2, 3, 14, 9, 2, 6, 5, 4, 7, 3]) {
    await page.keyboard.type(String(share));
    await page.keyboard.press('Tab');
  }
  await shareCells('2-1-4').nth(1).click();
  await page.keyboard.type('3');
  await page.keyboard.press('Tab');
  await save(page, 'shares');
  await page.setViewportSize({ width: 1280, height: 800 });

  await page.goto(`${server.url}/roster#key=${server.keys.admin}`);
  await page.getByLabel('薛家镇：名称').fill('薛家街道');
  await page.getByLabel('薛家镇：名称').press('Tab');
  await page.getByLabel('薛家街道：类型').selectOption('subdistrict');
  await page.getByRole('button', { name: '对照并试算' }).click();
  await page.getByRole('dialog').locator('tfoot').waitFor();
  await page.waitForTimeout(600);
  await save(page, 'roster');

  await page.goto(`${server.url}/lists`);
  await page.locator('input[type=file]').setInputFiles({
    name: '2024年清单（更正）.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from(correctedText()),
  });
  await page.getByText('还有 2 项必须先定').waitFor();
  await save(page, 'lists');
  await page.getByRole('tab', { name: '待定事项' }).click();
  await page.locator('.panel h3').first().waitFor();
  await page.waitForTimeout(600);
  await save(page, 'lists-deciding');
  await page.getByRole('tab', { name: '变化' }).click();
  await page.locator('.change').first().waitFor();
  await page.waitForTimeout(600);
  await save(page, 'lists-changes');
  await page.getByRole('button', { name: '换一份清单' }).click();
  await page.locator('input[type=file]').setInputFiles({
    name: '2025年清单.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from(openText),
  });
  await page.getByRole('tab', { name: /^待定事项 \d/u }).click();
  await page.getByText('由哪些单位填报').waitFor();
  await page.waitForTimeout(600);
  await save(page, 'lists-choices');

  for (const [name, text, tab] of [
    ['lists-columns', doubtfulText, null],
    ['lists-names', strangeText, '单位名称'],
    ['lists-prose', proseText, null],
  ] as const) {
    await page.getByRole('button', { name: '换一份清单' }).click();
    await page.locator('input[type=file]').setInputFiles({
      name: '2025年清单.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from(text),
    });
    await page.locator('.publish-line[aria-busy=false]').waitFor();
    if (name === 'lists-columns') await page.locator('.head-strip[open] .head-columns').waitFor();
    if (tab !== null) await page.getByRole('tab', { name: new RegExp(`^${tab}`, 'u') }).click();
    await page.waitForTimeout(800);
    await save(page, name);
  }

  await page.goto(`${server.url}/docs`);
  await page.getByText('任务清单 · Task lists').waitFor();
  await page.getByText('填报 · Reporting').first().click();
  await page.getByText('/v1/sync').first().click();
  await page.waitForTimeout(1500);
  await save(page, 'docs');

  await page.goto(`${server.url}/workbook#key=${server.keys.reporters.xuejia}`);
  await page.locator('canvas').first().waitFor();
  await page.waitForTimeout(6000);
  await save(page, 'workbook');

  await takeUploadPictures(page, server, pictures);
  console.log('addin/pictures/upload*.png');

  // Somebody else’s computer: no key is kept on it.
  const { context: other } = await openContext(browser, server.url);
  await takeHelpPictures(await other.newPage(), server, pictures);
  console.log('addin/pictures/help-*.png');
} finally {
  await browser.close();
  await server.close();
  rmSync(folder, { recursive: true, force: true });
}
