import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { projectFolder } from '../../worker/local/tool.ts';

const { hindrance } = createRequire(import.meta.url)('../../worker/local/ready.cjs') as {
  hindrance(folder: string, version: string): [zh: string, en: string] | null;
};

const root = mkdtempSync(join(tmpdir(), 'taizhang-ready-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** A copy of the project as it is before or after `npm ci`, with as much of it as the look needs. */
function checkout(name: string, installed: Record<string, string>): string {
  const folder = join(root, name);
  mkdirSync(join(folder, 'worker/local'), { recursive: true });
  cpSync(join(projectFolder, 'worker/local/ready.cjs'), join(folder, 'worker/local/ready.cjs'));
  writeFileSync(join(folder, 'package.json'), '{"dependencies":{"zod":"1.2.3"}}');
  for (const [dependency, version] of Object.entries(installed)) {
    mkdirSync(join(folder, 'node_modules', dependency), { recursive: true });
    writeFileSync(join(folder, 'node_modules', dependency, 'package.json'), JSON.stringify({ version }));
  }
  return folder;
}

describe('before a command runs', () => {
  const bare = checkout('bare', {});
  const whole = checkout('whole', { zod: '1.2.3' });

  it('says nothing in a project that is installed, under a Node that strips types', () => {
    expect(hindrance(whole, 'v22.18.0')).toBeNull();
    expect(hindrance(projectFolder, process.version)).toBeNull();
  });

  it('sends an old Node to a newer one, in two languages', () => {
    const [zh, en] = hindrance(bare, 'v18.19.1')!;
    expect(zh).toMatch(/v18\.19\.1 太旧.*Node 20.*npm ci && npm start/u);
    expect(en).toMatch(/v18\.19\.1 is too old.*Node 20 or later.*npm ci && npm start/u);
  });

  it('asks for npm ci where a dependency is absent or of another version', () => {
    expect(hindrance(bare, 'v20.11.0')!.join(' ')).toMatch(/缺 zod.*npm ci.*zod is missing.*npm ci/u);
    const stale = checkout('stale', { zod: '1.2.2' });
    expect(hindrance(stale, 'v24.1.0')![1]).toContain('zod 1.2.3 is missing');
  });

  it('tells that the project’s own Node was not installed', () => {
    expect(hindrance(whole, 'v20.11.0')!.join(' ')).toMatch(
      /npm ci --foreground-scripts.*not the project’s own/u,
    );
  });

  it('ends the command before its first line, without a stack', () => {
    writeFileSync(join(bare, 'command.ts'), `console.log('ran')`);
    const run = spawnSync(process.execPath, ['-r', './worker/local/ready.cjs', 'command.ts'], {
      cwd: bare,
      encoding: 'utf8',
    });
    expect(run.status).toBe(1);
    expect(run.stdout).toBe('');
    expect(run.stderr.trim().split('\n')).toHaveLength(2);
  });
});
