import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { LocalServer } from '../../worker/local/serve.ts';
import { xlsxOf, type FixtureCell } from './documents/xlsx.ts';

/** The unit whose table is in the pictures. */
const unit = 'luoxi';

const rows: FixtureCell[][] = [
  ['罗溪镇危化品重点工作台账'],
  ['序号', '工作内容', '进展', '完成家数', '完成时间', '工作开展情况', '存在问题'],
  ['1', '完善内部隐患举报制度，建立“吹哨人”机制', '推进中', '7家', '', '已有7家出台制度。', '2家未出台'],
  ['2', '每季度统计分析“五必查”核验情况', '√', '', '', '已统计分析，通报2家。', ''],
  ['3', '指导烟花爆竹行业协会每季度对零售店组织事故警示教育和安全培训', '√', '', '', '已组织2次。', ''],
  ['4', '专家评议、监管部门评议', '推进中', '3/9', '', '已评3家。', ''],
  ['5', '慰问一线职工', '已完成', '', '', '全部走访。', ''],
];

/** The pictures of /upload: what a table would report and what is asked of it, a match that is changed, the answer. */
export async function takeUploadPictures(page: Page, server: LocalServer, folder: string): Promise<void> {
  const save = (name: string) => page.screenshot({ path: join(folder, `${name}.png`) });
  await page.goto(`${server.url}/upload#key=${server.keys.reporters[unit]}`);
  await page.locator('input[type=file]').setInputFiles({
    name: '罗溪镇台账.xlsx',
    mimeType: 'application/octet-stream',
    buffer: Buffer.from(await xlsxOf([{ name: '台账', grid: rows }])),
  });
  await page.getByText(/处请您确认/).waitFor();
  await save('upload');
  await page.getByRole('button', { name: /^确认以上/ }).click();
  await page.getByText('确认前不上报').waitFor({ state: 'detached' });
  await page
    .getByRole('button', { name: /^改对应的工作/ })
    .first()
    .click();
  await page.getByLabel('搜索其他工作').fill('评议');
  await page.locator('.change-match').scrollIntoViewIfNeeded();
  await save('upload-match');
  await page.getByRole('button', { name: '不改' }).click();
  await page.getByRole('button', { name: /^上报 \d/ }).click();
  await page.locator('.answer').waitFor();
  await save('upload-answer');
}
