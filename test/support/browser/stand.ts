import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { inject } from 'vitest';
import { type LocalServer, startLocalServer } from '../../../worker/local/serve.ts';
import { reportForDemo } from '../demoReports.ts';
import { launchChromium } from './chromium.ts';

/** What a file of tests stands on: a Chromium, and a local server whose data nobody else changes. */
export interface Stand {
  server: LocalServer;
  browser: Browser;
  close(): Promise<void>;
}

/** The demo's day with roster and list; `reported`: every unit has reported, too. */
export async function openStand({ reported = false } = {}): Promise<Stand> {
  const folder = mkdtempSync(join(tmpdir(), 'taizhang-stand-'));
  cpSync(inject('seeded'), folder, { recursive: true });
  const server = await startLocalServer({ port: 0, dataDir: folder, demoNow: '2024-04-10T09:00:00+08:00' });
  if (reported) await reportForDemo(server);
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
