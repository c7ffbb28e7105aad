import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { templateFolder } from '../template.ts';
import { launchChromium } from './chromium.ts';
import { serveSite, serveTestPages } from './site.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the product's built pages are served. */
    site: string;
    /** Where the pages of `test/support/browser/pages/` are served. */
    testPages: string;
    /** Where stands keep their data: it is removed at the end. */
    standsFolder: string;
  }
}

/** Does once what all browser tests need, builds first; serves the pages until the last test has run. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const [site, testPages] = [await serveSite(), await serveTestPages()];
  await templateFolder('empty');
  await templateFolder('reported');
  // Chromium and its font are unpacked before two files of tests do so at once.
  await (await launchChromium()).close();
  project.provide('site', site.origin);
  project.provide('testPages', testPages.origin);
  const standsFolder = await mkdtemp(join(tmpdir(), 'taizhang-stands-'));
  project.provide('standsFolder', standsFolder);
  return async () => {
    await Promise.all([site.close(), testPages.close()]);
    await rm(standsFolder, { recursive: true, force: true });
  };
}
