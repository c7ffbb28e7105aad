import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { build } from '../../worker/local/build.ts';
import { projectFolder } from '../../worker/local/tool.ts';
import { closure, gzipBytes } from '../support/bundles.ts';

/** Bytes after gzip of what is loaded before a page shows anything; the Worker as Cloudflare weighs it (3 MB free). */
const budgets = {
  workbook: 1_900_000,
  bureau: 100_000,
  lists: 110_000,
  docs: 185_000,
  taskpane: 150_000,
  index: 10_000,
};
const workerBudget = 750_000;

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
});
