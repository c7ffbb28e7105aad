import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import sparticuz from '@sparticuz/chromium';
import { type Browser, type BrowserContext, chromium, type Locator, type Page } from 'playwright-core';
import { chineseFontConfig } from './fonts.ts';

/** Arguments that keep Chromium to itself: no look-ups, no updates, no first-run pages. */
const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-sync',
  '--no-first-run',
  '--no-default-browser-check',
  '--no-pings',
  '--font-render-hinting=none',
  // No other host is found: what a page asks there fails.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
];

/** Starts the Chromium that comes with the npm package, with a Chinese font. Close it when done. */
export async function launchChromium(): Promise<Browser> {
  return chromium.launch({
    executablePath: await sparticuz.executablePath(),
    args: quiet,
    env: { ...process.env, FONTCONFIG_FILE: chineseFontConfig() } as Record<string, string>,
  });
}

let shared: Promise<Browser> | undefined;

/** One Chromium for all files of tests of a process: to start another takes seconds. It ends with the process. */
export function sharedChromium(): Promise<Browser> {
  shared ??= launchChromium();
  return shared;
}

/** Closes the contexts of a browser in which pages of `origin` were shown: all that a file of tests has left there. */
export async function closePages(browser: Browser, origin: string): Promise<void> {
  for (const context of browser.contexts()) if (origins.get(context) === origin) await context.close();
}

/** A context of its own (storage, clipboard) in Chinese; requests to another host than `origin` are listed. */
export async function openContext(
  browser: Browser,
  origin: string,
  size = { width: 1280, height: 800 },
): Promise<{ context: BrowserContext; outside: string[] }> {
  const context = await browser.newContext({
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    viewport: size,
    // Else a colour may be looked at while it changes.
    reducedMotion: 'reduce',
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  sizes.set(context, size);
  origins.set(context, origin);
  // Nothing is asserted by time: a first page has taken more than half a minute on a busy machine.
  context.setDefaultTimeout(60_000);
  // To look on is enough: whoever steps in between takes the cache away, and with it what is compiled already.
  const outside: string[] = [];
  context.on('request', (request) => {
    const url = new URL(request.url());
    if (url.origin !== origin && url.protocol.startsWith('http')) outside.push(url.href);
  });
  return { context, outside };
}

/** How large a context's pages are at first. */
const sizes = new WeakMap<BrowserContext, { width: number; height: number }>();

/** Whose pages a context shows. */
const origins = new WeakMap<BrowserContext, string>();

/**
 * A page of a context that is as a new one, but for what the browser has read and compiled, which is most of the work
 * of opening a page: its other pages are closed, and what the pages of `origin` have stored is gone. It is the context's
 * first page: another one would have a process of its own, which compiles all anew. Who listens to it, goes on listening.
 */
export async function pageAnew(context: BrowserContext, origin: string): Promise<Page> {
  const [page = await context.newPage(), ...others] = context.pages();
  for (const other of others) await other.close();
  await context.setOffline(false);
  await page.emulateMedia({ media: null, colorScheme: 'light' });
  const size = sizes.get(context);
  if (size) await page.setViewportSize(size);
  // Nothing of the last page goes on there, and there is nothing to complain of, as there is at a picture alone.
  // The last page may have been on its way to another one, which ends ours once.
  await page.goto(`${origin}/`).catch(() => page.goto(`${origin}/`));
  await page.evaluate(() => sessionStorage.clear());
  const session = await context.newCDPSession(page);
  const storageTypes = 'cookies,local_storage,indexeddb,cache_storage,service_workers,file_systems';
  await session.send('Storage.clearDataForOrigin', { origin, storageTypes });
  await session.detach();
  return page;
}

/** Collects what a page complains about: uncaught errors and console errors. */
export function collectErrors(page: Page): string[] {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error.stack ?? error)));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  return errors;
}

/** A Univer that is ended looks at its rows' heights and its progress once more, and finds them gone. The product ends none. */
export const ofEnding =
  /at AutoHeightController\.getUndoRedoParamsOfAutoHeight|at TriggerCalculationController\._startProgress/u;

/** A picture of the page, or of a part of it, in `.dev/pictures/`, for people; none where `PICTURES` says so, as `npm test` does. */
export async function takePicture(page: Page | Locator, name: string): Promise<void> {
  if (process.env['PICTURES'] === 'none') return;
  const folder = resolve('.dev/pictures');
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`) });
}
