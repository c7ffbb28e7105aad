import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { closePages, collectErrors, openContext, sharedChromium } from '../support/browser/chromium.ts';
import { runCases } from '../support/rules/runCases.ts';

describe('the rules give the same verdicts in a browser (V1)', () => {
  const site = inject('testPages');
  let browser: Browser;

  beforeAll(async () => {
    browser = await sharedChromium();
  });

  afterAll(async () => {
    if (browser) await closePages(browser, site);
  });

  test('every case of the table', async () => {
    const { context } = await openContext(browser, site);
    const page = await context.newPage();
    const errors = collectErrors(page);
    await page.goto(`${site}/rules.html`);
    await page.waitForFunction(() => 'runCases' in window);
    const results = (await page.evaluate(() => window.runCases?.())) ?? [];
    expect(results.filter(({ failures }) => failures.length > 0)).toEqual([]);
    expect(results.map(({ name }) => name)).toEqual(runCases().map(({ name }) => name));
    expect(results.length).toBeGreaterThan(50);
    expect(errors).toEqual([]);
  });
});
