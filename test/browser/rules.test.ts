import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { collectErrors, launchChromium, openContext } from '../support/browser/chromium.ts';
import { serveTestPages, type Site } from '../support/browser/site.ts';
import { runCases } from '../support/rules/runCases.ts';

describe('the rules give the same verdicts in a browser (V1)', () => {
  let site: Site;
  let browser: Browser;

  beforeAll(async () => {
    [site, browser] = await Promise.all([serveTestPages(), launchChromium()]);
  });

  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  test('every case of the table', async () => {
    const { context } = await openContext(browser, site.origin);
    const page = await context.newPage();
    const errors = collectErrors(page);
    await page.goto(`${site.origin}/rules.html`);
    await page.waitForFunction(() => 'runCases' in window);
    const results = (await page.evaluate(() => window.runCases?.())) ?? [];
    expect(results.filter(({ failures }) => failures.length > 0)).toEqual([]);
    expect(results.map(({ name }) => name)).toEqual(runCases().map(({ name }) => name));
    expect(results.length).toBeGreaterThan(50);
    expect(errors).toEqual([]);
  });
});
