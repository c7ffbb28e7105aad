import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { build } from '../../../worker/local/build.ts';
import type { LocalServer } from '../../../worker/local/serve.ts';
import { copyOfTemplate, serveCopy } from '../template.ts';
import { launchChromium } from './chromium.ts';

/** What a file of tests stands on: a Chromium, and a local server whose data nobody else changes. */
export interface Stand {
  server: LocalServer;
  browser: Browser;
  close(): Promise<void>;
}

/** The demo's day with roster and list; `reported`: with the sample reports, too; `bare`: with neither roster nor list. */
export async function openStand({ reported = false, bare = false } = {}): Promise<Stand> {
  if (bare) await build();
  const folder = bare
    ? mkdtempSync(join(tmpdir(), 'taizhang-bare-'))
    : await copyOfTemplate(reported ? 'reported' : 'empty', 'taizhang-stand-');
  const server = await serveCopy(folder, { bare });
  const browser = await launchChromium();
  return {
    server,
    browser,
    async close() {
      await browser.close();
      await server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
