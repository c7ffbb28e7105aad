import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { build } from '../../worker/local/build.ts';
import { copyOfficeJs } from '../../worker/local/officeJs.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'taizhang-office-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
  delete process.env['OFFICE_JS'];
});

/** A package as npm unpacks it, of the names alone. */
function unpacked(without: string[] = []): string {
  const from = join(folder, 'package');
  const put = (file: string, text: string) => {
    mkdirSync(dirname(join(from, file)), { recursive: true });
    writeFileSync(join(from, file), text);
  };
  put('package.json', '{"name":"@microsoft/office-js","version":"9.9.9"}');
  put('LICENSE.md', 'terms');
  for (const file of [
    ...['office.js', 'office.debug.js', 'o15apptofilemappingtable.js', 'word-web-16.00.js'],
    ...['excel-web-16.00.js', 'excel-win32-16.01.js', 'excel-mac-16.00.js'],
    ...['zh-cn', 'zh-tw', 'zh-hk', 'en-us', 'de-de'].map((locale) => `${locale}/office_strings.js`),
  ])
    if (!without.includes(file)) put(`dist/${file}`, file);
  return from;
}

describe('A9.2: a copy of Office.js of one’s own', () => {
  it('takes what Excel loads, and the licence, and leaves the rest', () => {
    const to = join(folder, 'site/office');
    expect(copyOfficeJs(unpacked(), to)).toEqual({ release: '9.9.9', files: 9 });
    expect(readFileSync(join(to, 'zh-cn/office_strings.js'), 'utf8')).toBe('zh-cn/office_strings.js');
    expect(existsSync(join(to, 'LICENSE.md'))).toBe(true);
    for (const other of ['word-web-16.00.js', 'office.debug.js', 'de-de'])
      expect(existsSync(join(to, other)), other).toBe(false);
  });

  it('a package that lacks a part, or is another one, is refused, and what was there stays', () => {
    const to = join(folder, 'site/office');
    copyOfficeJs(unpacked(), to);
    rmSync(join(folder, 'package'), { recursive: true });
    expect(() => copyOfficeJs(unpacked(['excel-web-16.00.js']), to)).toThrow(
      /缺少[\s\S]*lacks excel-web-16.00.js/,
    );
    writeFileSync(join(folder, 'package/package.json'), '{"name":"office-js"}');
    expect(() => copyOfficeJs(join(folder, 'package'), to)).toThrow(/不是[\s\S]*is not the npm package/);
    expect(() => copyOfficeJs(join(folder, 'nowhere'), to)).toThrow(/is not the npm package/);
    expect(existsSync(join(to, 'office.js'))).toBe(true);
  });

  it.each(['http://cdn.example/office.js', '/nowhere/office.js'])(
    'a build with OFFICE_JS=%s stops with a sentence in two languages',
    async (setting) => {
      process.env['OFFICE_JS'] = setting;
      await expect(build()).rejects.toThrow(/OFFICE_JS[\s\S]*\nOFFICE_JS/u);
    },
  );
});
