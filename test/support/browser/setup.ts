import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { startLocalServer } from '../../../worker/local/serve.ts';
import { launchChromium } from './chromium.ts';
import { serveSite, serveTestPages } from './site.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the product's built pages are served. */
    site: string;
    /** Where the pages of `test/support/browser/pages/` are served. */
    testPages: string;
    /** The data of a local server after its first start, to be copied: migrations take seconds. */
    seeded: string;
  }
}

/** Does once what all browser tests need, builds first; serves the pages until the last test has run. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const seeded = mkdtempSync(join(tmpdir(), 'taizhang-seeded-'));
  const [site, testPages] = [await serveSite(), await serveTestPages()];
  await (await startLocalServer({ port: 0, dataDir: seeded })).close();
  // Chromium and its font are unpacked before two files of tests do so at once.
  await (await launchChromium()).close();
  project.provide('site', site.origin);
  project.provide('testPages', testPages.origin);
  project.provide('seeded', seeded);
  return async () => {
    await Promise.all([site.close(), testPages.close()]);
    rmSync(seeded, { recursive: true, force: true });
  };
}
