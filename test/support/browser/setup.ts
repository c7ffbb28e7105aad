import type { TestProject } from 'vitest/node';
import { serveSite, serveTestPages } from './site.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the product's built pages are served. */
    site: string;
    /** Where the pages of `test/support/browser/pages/` are served. */
    testPages: string;
  }
}

/** Builds product and test pages once for all browser tests, and serves them until the last has run. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const [site, testPages] = [await serveSite(), await serveTestPages()];
  project.provide('site', site.origin);
  project.provide('testPages', testPages.origin);
  return async () => {
    await Promise.all([site.close(), testPages.close()]);
  };
}
