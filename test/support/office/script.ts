import { resolve } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { build } from 'vite';
import type { HostOptions } from './host.ts';

let script: Promise<string> | null = null;

/** The stand-in as one classic script, made once. */
export function officeScript(): Promise<string> {
  script ??= bundle();
  return script;
}

async function bundle(): Promise<string> {
  const made = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: false,
      target: 'es2022',
      lib: {
        entry: resolve('test/support/office/inject.ts'),
        formats: ['iife'],
        name: 'officeStandInScript',
      },
    },
  });
  const [output] = Array.isArray(made) ? made : [made];
  if (!output || !('output' in output)) throw new Error('the stand-in was not bundled');
  return output.output[0].code;
}

/**
 * Gives a page, or every page of a context, the stand-in instead of Office.js, wherever Office.js comes from. `window.officeStandIn` then holds the
 * host, where the ledger is, and the clerk at the sheet; `file` is a workbook saved by `host.book.save()`.
 */
export async function standInForOffice(
  page: Page | BrowserContext,
  options: Partial<HostOptions> & { file?: string } = {},
): Promise<void> {
  await page.addInitScript((given) => (window.officeOptions = given), options);
  await page.route(/\/office\.js(\?|$)/, async (route) =>
    route.fulfill({ contentType: 'text/javascript', body: await officeScript() }),
  );
}
