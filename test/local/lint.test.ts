import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runTool } from '../../worker/local/tool.ts';

/** Small files that break one arrow or ban each, laid out like the house; and the words that lint must say. */
const bad: Record<string, [code: string, words: string]> = {
  'shared/a.ts': [`export { x } from '../worker/http/bindings.ts';`, 'shared uses nothing of ours'],
  'shared/b.ts': [`export { x } from '../addin/api/http.ts';`, 'shared uses nothing of ours'],
  'shared/c.ts': [`import { readFileSync } from 'node:fs';\nreadFileSync('');`, 'shared imports only zod'],
  'shared/d.ts': [`export { Hono } from 'hono';`, 'shared imports only zod'],
  'worker/notes/a.ts': [
    `export { x } from '../../addin/api/http.ts';`,
    'worker and addin never import each other',
  ],
  'worker/notes/b.ts': [`export { x } from '../local/serve.ts';`, 'never imports the local server'],
  'worker/notes/c.ts': [`export { x } from './notes.table.ts';`, 'only repositories see tables'],
  'worker/notes/d.ts': [`export { x } from './notes.routes.ts';`, 'only the app mounts routes'],
  'worker/notes/e.ts': [
    `export { eq } from 'drizzle-orm';`,
    'only tables, repositories and worker/db know drizzle',
  ],
  'worker/notes/g.ts': [`export { x } from './fine.repository.ts';`, 'is a use case and is called so'],
  'worker/notes/f.ts': [
    `export const f = (db: D1Database) => db.prepare('SELECT 1');`,
    'only repositories and worker/db do',
  ],
  'worker/notes/notes.routes.ts': [`export { x } from './notes.table.ts';`, 'only repositories see tables'],
  'worker/notes/notes.repository.ts': [
    `export { x } from './readNotes.usecase.ts';\nexport { y } from './notes.routes.ts';\nexport { z } from '../http/describe.ts';`,
    'never imports what stands above it',
  ],
  'worker/notes/other.repository.ts': [
    `export { y } from './notes.routes.ts';`,
    'a repository knows no HTTP',
  ],
  'worker/notes/third.repository.ts': [
    `export { y } from '../http/describe.ts';`,
    'a repository knows no HTTP',
  ],
  'worker/notes/notes.table.ts': [
    `export { x } from './notes.repository.ts';`,
    'a table imports tables only',
  ],
  'worker/db/bulk.ts': [`export { x } from '../notes/notes.repository.ts';`, 'stand under the nouns'],
  'addin/flows/a.ts': [
    `export { x } from '../../worker/http/bindings.ts';`,
    'worker and addin never import each other',
  ],
  'addin/flows/b.ts': [`export { x } from '../pane/app.tsx';`, 'pane → flows'],
  'addin/flows/c.ts': [`export { x } from '../workbook/univer.ts';`, 'pane → flows'],
  'addin/flows/f.ts': [`export type { X } from '../pane/app.tsx';`, 'pane → flows'],
  'addin/flows/g.ts': [`export type X = import('../../worker/app.ts').App;`, 'never import each other'],
  'worker/notes/notes.usecase.ts': [`export { x } from './notes.routes.ts';`, 'a use case knows no HTTP'],
  'worker/problems/a.ts': [`export type { X } from '../http/appEnv.ts';`, 'stand under the nouns'],
  'addin/flows/d.ts': [`export { render } from 'preact';`, 'know no screen'],
  'addin/pane/a.tsx': [`export { x } from '../api/http.ts';`, 'pane → flows'],
  'addin/pane/b.tsx': [`export { x } from '../workbook/excel.ts';`, 'pane → flows'],
  'addin/pane/c.tsx': [`export const x = () => import('../workbook/univer.ts');`, 'pane → flows'],
  'addin/pane/d.tsx': [`export { Univer } from '@univerjs/core';`, 'only in addin/workbook/univer*'],
  'addin/pane/e.tsx': [`export const x = (a: Excel.Range) => a;`, 'only addin/workbook/excel* may'],
  'addin/pane/f.tsx': [`export const x = () => Office.context;`, 'only addin/workbook/excel* may'],
  'addin/text/a.ts': [`export { x } from '../flows/push.ts';`, 'pane → flows'],
  'addin/api/a.ts': [`export { x } from '../flows/push.ts';`, 'pane → flows'],
  'addin/workbook/a.ts': [`export { x } from '../flows/push.ts';`, 'pane → flows'],
  'addin/pages/bureau/a.ts': [`export { x } from '../../flows/push.ts';`, 'a page → pages/shared'],
  'addin/pages/lists/a.ts': [`export { x } from '../bureau/page.tsx';`, 'a page → pages/shared'],
  'addin/pages/shared/a.ts': [`export { x } from '../lists/page.tsx';`, 'a page → pages/shared'],
  'addin/pages/unit/a.ts': [`export { x } from '../../workbook/port.ts';`, 'a page → pages/shared'],
  'addin/pane/g.tsx': [`export { x } from '../pages/unit/unit.tsx';`, 'pane → flows'],
  'addin/controls/a.tsx': [
    `export { x } from '../flows/push.ts';`,
    'a control knows nothing of what it is used for',
  ],
  'addin/flows/e.ts': [`export { x } from '../controls/theme.ts';`, 'pane → flows'],
  'addin/guide/a.tsx': [`export { x } from '../text/texts.ts';`, 'the guide uses nothing of ours'],
  'addin/pages/bureau/b.ts': [`export { x } from '../../../test/support/x.ts';`, 'never imports its tests'],
  'addin/workbook/excel/a.ts': [
    `export async function f(context: any) { for (const r of [1]) { r; await context.sync(); } }`,
    'sync() inside a loop',
  ],
  'addin/workbook/excel/b.ts': [
    `export const f = (context: any) => [1].map(async () => { await context.sync(); });`,
    'sync() inside a loop',
  ],
  'addin/workbook/excel/c.ts': [
    `export async function f(context: any) { while (context.more) await context.sync(); }`,
    'sync() inside a loop',
  ],
  'addin/flows/console.ts': [`console.log('here');`, 'no-console'],
};

/** What the same rules must leave alone. */
const good: Record<string, string> = {
  'shared/z.ts': `import * as z from 'zod';\nexport const shape = z.string();`,
  'worker/notes/readNotes.usecase.ts': `export { x } from './fine.repository.ts';\nexport { y } from '../problems/problem.ts';`,
  'worker/notes/fine.repository.ts': `export { eq } from 'drizzle-orm';\nexport const f = (db: D1Database) => db.prepare('SELECT 1');`,
  'worker/notes/fine.routes.ts': `export { x } from './readNotes.usecase.ts';\nexport { y } from '../../shared/z.ts';`,
  'worker/notes/knowing.ts': `export type { Note } from './fine.repository.ts';`,
  'worker/app.ts': `export { x } from './notes/fine.routes.ts';`,
  'addin/pane/fine.tsx': `export { x } from '../flows/fine.ts';\nexport type { P } from '../workbook/port.ts';`,
  'addin/flows/fine.ts': `export { x } from '../api/http.ts';\nexport type { P } from '../workbook/port.ts';`,
  'addin/workbook/excelBook.ts': `export const f = () => Excel.run(async (context) => { await context.sync(); });`,
  'addin/workbook/univer/fine.ts': `export { Univer } from '@univerjs/core';`,
  'addin/pages/workbook/page.ts': `export { x } from '../../pane/mount.tsx';\nexport { y } from '../../workbook/univer.ts';`,
  'addin/pages/help/fine.tsx': `export { x } from '../../guide/guide.tsx';`,
  'addin/pages/unit/fine.tsx': `export { x } from '../../controls/theme.ts';\nexport { y } from '../../api/ask.ts';`,
};

/** Two folders that use each other, each file by itself going down an arrow. */
const circle: Record<string, string> = {
  'worker/notes/circleA.ts': `export type { X } from '../notices/circleB.ts';`,
  'worker/notices/circleB.ts': `export {};`,
  'worker/notices/circleC.ts': `export type { X } from '../notes/circleD.ts';`,
  'worker/notes/circleD.ts': `export {};`,
};

/** What `node lint/arrows.ts` says of a folder, line by line. */
function arrowsIn(where: string): Promise<string[]> {
  return new Promise((done) => {
    execFile(process.execPath, [resolve('lint/arrows.ts'), where], (_, stdout, stderr) => {
      done(`${stdout}${stderr}`.split('\n').filter((line) => line !== ''));
    });
  });
}

const folder = mkdtempSync(join(tmpdir(), 'taizhang-lint-'));
const findings = new Map<string, string[]>();

beforeAll(async () => {
  const config = JSON.parse(readFileSync('.oxlintrc.json', 'utf8')) as {
    jsPlugins: string[];
    $schema?: string;
  };
  delete config.$schema;
  config.jsPlugins = config.jsPlugins.map((plugin) => resolve(plugin));
  writeFileSync(join(folder, '.oxlintrc.json'), JSON.stringify(config));
  const files = { ...Object.fromEntries(Object.entries(bad).map(([file, [code]]) => [file, code])), ...good };
  for (const [file, code] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), `${code}\n`);
  }
  // What is imported is there, or nobody could say what was meant.
  for (const [file, code] of Object.entries(files)) {
    for (const [, name = ''] of code.matchAll(/(?:from|import\()\s*'(\.[^']+)'/gu)) {
      const path = join(folder, dirname(file), name);
      mkdirSync(dirname(path), { recursive: true });
      if (!existsSync(path)) writeFileSync(path, 'export {};\n');
    }
  }
  for (const [file, code] of Object.entries(circle)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), `${code}\n`);
  }
  const [{ output }, broken] = await Promise.all([
    runTool('oxlint', ['-f', 'json'], { cwd: folder }),
    arrowsIn(folder),
  ]);
  for (const line of broken) {
    const [file = ''] = line.split(' → ');
    findings.set(file, [...(findings.get(file) ?? []), `arrow: ${line}`]);
  }
  const { diagnostics } = JSON.parse(output) as {
    diagnostics: { filename: string; message: string; code: string }[];
  };
  for (const { filename, message, code } of diagnostics) {
    findings.set(filename, [...(findings.get(filename) ?? []), `${code}: ${message}`]);
  }
}, 120_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('lint holds the house', () => {
  it.each(Object.keys(bad))('finds what is wrong in %s', (file) => {
    expect(findings.get(file)?.join('\n') ?? '(nothing found)').toContain(bad[file]![1]);
  });

  it.each(Object.keys(good))('leaves %s alone', (file) => {
    expect((findings.get(file) ?? []).filter((each) => /^(?:house|arrow)/u.test(each))).toEqual([]);
  });

  it('finds a circle of folders, though no file is in one', () => {
    const found = [...findings]
      .filter(([file]) => /^worker\/not(?:es|ices)$/u.test(file))
      .flatMap(([, all]) => all);
    expect(found.join('\n')).toContain('form no circle');
  });
});
