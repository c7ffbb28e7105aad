import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import {
  closePages,
  collectErrors,
  ofEnding,
  openContext,
  sharedChromium,
} from '../support/browser/chromium.ts';
import { thorough } from '../support/thorough.ts';
import { contractFor } from '../support/workbook/portContract.ts';

/** Beside what every spreadsheet's user can do. */
const univerActs = new Set([
  ...['moveRow', 'undo', 'hideRow', 'filter', 'writeBeside'],
  ...['shows', 'clearFilters', 'goTo', 'inView'],
  ...['typeAt', 'insertRowAt', 'insertColumnAt', 'deleteRowAt', 'markAt'],
]);

describe('the Univer adapter keeps the contract of the workbook port (S1, S8, S15, S15.1, S15.2, S15.3, S15.13)', () => {
  const site = inject('testPages');
  let browser: Browser;
  let page: Page;
  let errors: string[];

  beforeAll(async () => {
    browser = await sharedChromium();
    // What is not seen need not be drawn: eighty spreadsheets are opened.
    const { context } = await openContext(browser, site, { width: 640, height: 480 });
    page = await context.newPage();
    errors = collectErrors(page);
    await page.goto(`${site}/contract.html`);
    await page.waitForFunction(() => 'runCheck' in window);
  });

  afterAll(async () => {
    if (browser) await closePages(browser, site);
  });

  // Every day a sixth of it: the whole runs over the fake and, by a user of its own, over Excel's stand-in.
  const checks = contractFor(univerActs).filter((_, place) => thorough || place % 6 === 0);
  for (const { name } of checks) {
    test(name, async () => {
      expect(await page.evaluate((check) => window.runCheck?.(check), name)).toBe(null);
    });
  }

  test('nothing is complained of on the page', () => {
    expect(errors.filter((said) => !ofEnding.test(said))).toEqual([]);
  });
});
