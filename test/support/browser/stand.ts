import { rmSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import type { LocalServer } from '../../../worker/local/serve.ts';
import { copyOfTemplate, serveCopy } from '../template.ts';
import { launchChromium } from './chromium.ts';

/** What a file of tests stands on: a Chromium, and a local server whose data nobody else changes. */
export interface Stand {
  server: LocalServer;
  browser: Browser;
  close(): Promise<void>;
}

/** The demo's day with roster and list; `reported`: with the sample reports, too. */
export async function openStand({ reported = false } = {}): Promise<Stand> {
  const folder = await copyOfTemplate(reported ? 'reported' : 'empty', 'taizhang-stand-');
  const server = await serveCopy(folder);
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
