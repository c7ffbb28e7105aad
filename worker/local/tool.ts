import { spawn } from 'node:child_process';
import { join, resolve } from 'node:path';

/** The project's folder. */
export const projectFolder = resolve(import.meta.dirname, '../..');

const scripts = {
  'drizzle-kit': 'drizzle-kit/bin.cjs',
  oxfmt: 'oxfmt/bin/oxfmt',
  oxlint: 'oxlint/bin/oxlint',
  tsc: 'typescript/bin/tsc',
  vite: 'vite/bin/vite.js',
  vitest: 'vitest/vitest.mjs',
  wrangler: 'wrangler/bin/wrangler.js',
} as const;

/** Nothing is measured, reported or looked up outside. */
const quiet = {
  WRANGLER_SEND_METRICS: 'false',
  WRANGLER_SEND_ERROR_REPORTS: 'false',
  WRANGLER_HIDE_BANNER: 'true',
  WRANGLER_LOG_PATH: join(projectFolder, '.dev/logs'),
  CLOUDFLARE_CF_FETCH_ENABLED: 'false',
  CI: 'true',
};

export interface ToolResult {
  ok: boolean;
  /** What the tool printed, both streams; empty where it was shown at once. */
  output: string;
}

/**
 * Runs one of the project's own tools, in the project's folder unless told otherwise, under this process's Node.
 * With `show` its output goes straight to the terminal, otherwise it is collected.
 */
export function runTool(
  tool: keyof typeof scripts,
  args: readonly string[],
  {
    show = false,
    cwd = projectFolder,
    env = {},
  }: { show?: boolean; cwd?: string; env?: Readonly<Record<string, string>> } = {},
): Promise<ToolResult> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [join(projectFolder, 'node_modules', scripts[tool]), ...args], {
      cwd,
      env: { ...process.env, ...quiet, ...env },
      stdio: show ? 'inherit' : ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    const collect = (part: string) => {
      output += part;
    };
    child.stdout?.setEncoding('utf8').on('data', collect);
    child.stderr?.setEncoding('utf8').on('data', collect);
    child.once('error', fail);
    child.once('close', (code) => done({ ok: code === 0, output }));
  });
}
