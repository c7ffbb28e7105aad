import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { build } from '../../worker/local/build.ts';
import { projectFolder } from '../../worker/local/tool.ts';
import { closure, gzipBytes } from '../support/bundles.ts';

/** Bytes after gzip of what is loaded before a page shows anything; the Worker as Cloudflare weighs it (3 MB free). */
const budgets = {
  workbook: 1_900_000,
  bureau: 131_000,
  review: 141_000,
  obligation: 123_000,
  lists: 133_000,
  shares: 105_000,
  roster: 112_000,
  audit: 93_000,
  bulletins: 101_000,
  docs: 185_000,
  taskpane: 187_000,
  unit: 129_000,
  upload: 118_000,
  dialog: 150_000,
  help: 15_000,
  index: 10_000,
};
const workerBudget = 830_000;
const assets = join(projectFolder, 'dist/site/assets');

describe('bundles stay within their budgets', () => {
  beforeAll(() => build(), 120_000);

  it('the Worker', () => {
    expect(gzipBytes([join(projectFolder, 'dist/worker/index.js')])).toBeLessThan(workerBudget);
  });

  it.each(Object.entries(budgets))('the page %s', (page, budget) => {
    const files = closure(`${page}.html`);
    expect(files.size).toBeGreaterThan(0);
    expect(gzipBytes(files)).toBeLessThan(budget);
  });

  it('E2: the helpers’ package, with its polyfills, stands in one part that no page loads before it is asked for', () => {
    const bundles = readdirSync(assets).filter((name) => name.endsWith('.js'));
    const holding = bundles.filter((name) =>
      readFileSync(join(assets, name), 'utf8').includes('DialogError'),
    );
    expect(holding).toHaveLength(1);
    for (const page of Object.keys(budgets))
      expect(closure(`${page}.html`).has(join(assets, holding[0]!)), page).toBe(false);
  });

  it('B21.4: what draws charts stands in one part that no page loads before one is looked at', () => {
    const bundles = readdirSync(assets).filter((name) => name.endsWith('.js'));
    const holding = bundles.filter((name) => readFileSync(join(assets, name), 'utf8').includes('u-over'));
    expect(holding).toHaveLength(1);
    expect(gzipBytes([join(assets, holding[0]!)])).toBeLessThan(28_000);
    for (const page of Object.keys(budgets))
      expect(closure(`${page}.html`).has(join(assets, holding[0]!)), page).toBe(false);
  });
});
