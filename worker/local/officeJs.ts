import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { officeFolder } from '../../shared/site/officeJs.ts';
import { LocalProblem, runCommand } from './localProblem.ts';
import { projectFolder } from './tool.ts';

const packageName = '@microsoft/office-js';

/** The release that was tried; Microsoft no longer supports the npm copy, so that a newer one is taken on purpose. */
const release = '1.1.110';

/** What Excel loads: the entry, its table of parts, one part for each platform, the sentences of each language. */
const needed = [
  'office.js',
  'o15apptofilemappingtable.js',
  'excel-web-16.00.js',
  'excel-win32-16.01.js',
  'excel-mac-16.00.js',
  ...['zh-cn', 'zh-tw', 'zh-hk', 'en-us'].map((locale) => `${locale}/office_strings.js`),
];

/**
 * Copies what Excel needs of the npm package `@microsoft/office-js`, unpacked in `from`, to `to`.
 * Nothing is copied where a file is missing.
 */
export function copyOfficeJs(from: string, to: string): { release: string; files: number } {
  const manifest = join(from, 'package.json');
  const about = existsSync(manifest)
    ? (JSON.parse(readFileSync(manifest, 'utf8')) as { name?: string; version?: string })
    : {};
  if (about.name !== packageName) {
    throw new LocalProblem(
      `${from} 不是 npm 软件包 ${packageName}。请给出解压后的软件包文件夹。`,
      `${from} is not the npm package ${packageName}. Name the folder of the unpacked package.`,
    );
  }
  const missing = needed.filter((file) => !existsSync(join(from, 'dist', file)));
  if (missing.length > 0) {
    throw new LocalProblem(
      `${packageName} ${about.version} 里缺少：${missing.join('、')}。请换用 ${release} 版。`,
      `${packageName} ${about.version} lacks ${missing.join(', ')}. Take release ${release}.`,
    );
  }
  rmSync(to, { recursive: true, force: true });
  for (const file of needed) {
    mkdirSync(dirname(join(to, file)), { recursive: true });
    cpSync(join(from, 'dist', file), join(to, file));
  }
  for (const file of readdirSync(from))
    if (/^licen[cs]e/iu.test(file)) cpSync(join(from, file), join(to, file));
  return { release: about.version ?? '', files: needed.length };
}

/** Fetches the package into a temporary folder through npm, whatever registry npm is set to. */
function fetchPackage(folder: string): string {
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const run = (tool: string, args: string[]) =>
    spawnSync(tool, args, { cwd: folder, encoding: 'utf8', shell: process.platform === 'win32' });
  const packed = run(npm, ['pack', `${packageName}@${release}`, '--silent']);
  const archive = packed.stdout?.trim().split('\n').at(-1);
  const unpacked = packed.status === 0 && archive ? run('tar', ['-xzf', archive]) : packed;
  if (unpacked.status !== 0) {
    throw new LocalProblem(
      `未能取得 ${packageName}@${release}：\n${unpacked.stderr ?? ''}\n可在能上网的电脑上执行 npm pack ${packageName}@${release}，解压后执行 npm run office-js -- 文件夹。`,
      `${packageName}@${release} could not be fetched. On a computer with access run npm pack ${packageName}@${release}, unpack it, then npm run office-js -- FOLDER.`,
    );
  }
  return join(folder, 'package');
}

if (import.meta.main) {
  await runCommand(async () => {
    const temporary = mkdtempSync(join(tmpdir(), 'office-js-'));
    try {
      const given = process.argv[2];
      const from = given === undefined ? fetchPackage(temporary) : resolve(given);
      const copied = copyOfficeJs(from, join(projectFolder, 'addin/public', officeFolder));
      const next = `OFFICE_JS=/${officeFolder}/office.js npm run build`;
      console.log(
        `Office.js ${copied.release}: ${copied.files} 个文件已放入 addin/public/${officeFolder}。下一步：${next}`,
      );
      console.log(
        `Office.js ${copied.release}: ${copied.files} files are in addin/public/${officeFolder}. Next: ${next}`,
      );
    } finally {
      rmSync(temporary, { recursive: true, force: true });
    }
  });
}
