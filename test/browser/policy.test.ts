import { globSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { officeCdn } from '../../shared/site/officeJs.ts';
import type { LocalServer } from '../../worker/local/serve.ts';
import { projectFolder } from '../../worker/local/tool.ts';
import { collectErrors, openContext, pageAnew } from '../support/browser/chromium.ts';
import { openStand, type Stand } from '../support/browser/stand.ts';
import { thorough } from '../support/thorough.ts';

/** A deployment's address; its requests are answered by the local server. */
const deployed = 'https://taizhang.example';
let stand: Stand;
let server: LocalServer;
let context: BrowserContext;
let page: Page;
let errors: string[];
const violations: string[] = [];

beforeAll(async () => {
  stand = await openStand({ reported: true });
  ({ server } = stand);
  ({ context } = await openContext(stand.browser, server.url));
  await context.route(officeCdn, (route) =>
    route.fulfill({
      contentType: 'text/javascript',
      body: `Office = { onReady: () => Promise.resolve({ host: null }), HostType: { Excel: 'Excel' } }; document.documentElement.dataset.office = 'loaded';`,
    }),
  );
  page = await pageAnew(context, server.url);
  errors = collectErrors(page);
  await page.exposeFunction('tellViolation', (text: string) => violations.push(text));
  await page.addInitScript(() => {
    addEventListener('securitypolicyviolation', (event) => {
      const { tellViolation } = globalThis as unknown as { tellViolation(text: string): void };
      tellViolation(`${event.effectiveDirective} ${event.blockedURI}`);
    });
  });
});

afterAll(async () => {
  await context?.unrouteAll({ behavior: 'ignoreErrors' });
  await stand?.close();
});

beforeEach(async () => {
  await pageAnew(context, server.url);
  errors.length = 0;
  violations.length = 0;
});

type Tried = [name: string, address: () => string, works: (page: Page) => Promise<unknown>];

/** Every page, and what stands on it once it works. */
const pages: Tried[] = [
  ['start', () => '/', (at) => at.getByText('台账工作簿').waitFor()],
  [
    'bureau',
    () => `/bureau#key=${server.keys.officer}`,
    async (at) => {
      await at.getByRole('button', { name: /^罗溪镇 未报/ }).click();
      await at.locator('.entries summary').first().click();
      await at.locator('.rows').first().waitFor();
      await at.keyboard.press('Escape');
      await at.getByRole('tab', { name: '走势' }).click();
      await at.locator('.on-screen canvas').waitFor();
    },
  ],
  [
    'lists',
    () => `/lists#key=${server.keys.officer}`,
    async (at) => {
      await at.getByRole('button', { name: '打开已发布的 2024 年清单' }).click();
      await at.locator('mark.quantity').first().waitFor();
    },
  ],
  ...['review', 'bulletins', 'shares', 'roster', 'audit', 'obligation'].map((name): Tried => [
    name,
    () => `/${name}#key=${server.keys.officer}`,
    async (at) => {
      await at.getByText('周文斌').first().waitFor();
      await at.locator('main > *').first().waitFor();
    },
  ]),
  [
    'docs',
    () => '/docs',
    async (at) => {
      await at.getByText('填报 · Reporting').first().click();
      await at.getByText('/v1/sync').first().waitFor();
    },
  ],
  [
    'workbook',
    () => `/workbook?unit=xuejia#key=${server.keys.reporters.xuejia}`,
    async (at) => {
      await at.locator('canvas').first().waitFor();
      await at.getByText(/台账 \d+ 行/).waitFor();
      // The rows are drawn: Univer’s own pictures and styles have been asked for by now.
      await at.locator('[data-u-command="sheet.menu.sheets-sort"]:visible').first().click();
      await at.getByText('升序', { exact: true }).waitFor();
    },
  ],
  ['task pane', () => '/taskpane', (at) => at.locator('[data-office="loaded"]').waitFor()],
  ['unit', () => '/unit?unit=xuejia', (at) => at.getByText('请填入本单位的访问密钥').waitFor()],
  ['upload', () => '/upload?unit=xuejia', (at) => at.getByText('请填入本单位的访问密钥').waitFor()],
  ['dialog', () => '/dialog?unit=xuejia', (at) => at.getByText('请填入本单位的访问密钥').waitFor()],
  ['guide', () => '/help', (at) => at.getByText('10. 找谁帮忙').waitFor()],
];

describe('A9: the content security policy', () => {
  it('is tried on every page that is built', () => {
    const tried = pages.map(([, address]) => new URL(address(), server.url).pathname.slice(1) || 'index');
    const built = globSync('*.html', { cwd: join(projectFolder, 'dist/site') });
    expect(tried.sort()).toEqual(built.map((file) => basename(file, '.html')).sort());
  });

  it.each(pages)(
    'the page %s works under it and breaks none of it; no script runs but the site’s own',
    async (_, address, works) => {
      await page.goto(server.url + address());
      await works(page);
      expect(violations).toEqual([]);
      expect(errors).toEqual([]);
      const ran = await page.evaluate(async () => {
        const marks: string[] = [];
        Object.assign(globalThis, { mark: (name: string) => marks.push(name) });
        const inline = document.createElement('script');
        inline.textContent = `mark('inline')`;
        document.head.append(inline);
        const button = document.createElement('button');
        button.setAttribute('onclick', `mark('handler')`);
        button.click();
        await new Promise((done) => {
          const foreign = document.createElement('script');
          foreign.addEventListener('load', () => done(marks.push('foreign')));
          foreign.addEventListener('error', done);
          foreign.src = 'https://stranger.example/evil.js';
          document.head.append(foreign);
        });
        // Not before: what the debugger itself evaluates may use eval until its first pause.
        try {
          new Function(`mark('eval')`)();
        } catch {
          marks.push('eval refused');
        }
        return marks;
      });
      expect(ran).toEqual(['eval refused']);
      await expect
        .poll(() => violations)
        .toEqual(
          expect.arrayContaining([
            'script-src-elem inline',
            'script-src-elem https://stranger.example/evil.js',
            'script-src-attr inline',
            'script-src eval',
          ]),
        );
    },
  );

  /** Whether a page of ours, served over HTTPS as a deployment's is, opens in a frame of a page at `origin`. */
  async function framed(origin: string, address: string): Promise<boolean> {
    await context.route(`${origin}/**`, (route) =>
      route.fulfill({ contentType: 'text/html', body: `<iframe src="${deployed}${address}"></iframe>` }),
    );
    await page.goto(`${origin}/`);
    const inner = await page.locator('iframe').elementHandle();
    const frame = await inner?.contentFrame();
    await frame?.waitForLoadState();
    return frame?.url().startsWith(deployed) ?? false;
  }

  it('a stranger frames no page; Office on the web frames the task pane and nothing else', async () => {
    await context.route(`${deployed}/**`, async (route) => {
      const { pathname } = new URL(route.request().url());
      await route.fulfill({ response: await route.fetch({ url: server.url + pathname }) });
    });
    // What they may be framed by stands in their headers; Chromium is asked whether it does as they say.
    for (const [name, address] of pages) {
      const { headers } = await fetch(server.url + address().split('#')[0]!);
      const [, by] = /frame-ancestors ([^;]+)/u.exec(headers.get('content-security-policy') ?? '') ?? [];
      if (name === 'task pane') expect(by).toContain('officeapps.live.com');
      else expect(by, name).toBe("'none'");
    }
    const asked = pages.filter(([name]) => thorough || ['task pane', 'start', 'dialog'].includes(name));
    for (const [name, address] of asked)
      expect(await framed('https://stranger.example', address()), name).toBe(false);
    const office = 'https://jpn-excel.officeapps.live.com';
    for (const [name, address] of asked)
      expect(await framed(office, address()), name).toBe(name === 'task pane');
    expect(await framed('https://contoso.sharepoint.com', '/taskpane')).toBe(true);
    expect(await framed('https://officeapps.live.com.stranger.example', '/taskpane')).toBe(false);
  });
});

describe('A9.1: headers', () => {
  const get = async (path: string) => (await fetch(server.url + path, { redirect: 'manual' })).headers;

  it('every answer, page, asset or API, forbids guessing of types and sends no address along', async () => {
    for (const path of [
      '/',
      '/taskpane',
      '/icons/icon-32.png',
      '/v1/me',
      '/openapi.json',
      '/manifest.xml',
      '/nothing',
    ]) {
      const headers = await get(path);
      expect(headers.get('x-content-type-options'), path).toBe('nosniff');
      expect(headers.get('referrer-policy'), path).toBe('no-referrer');
      expect(headers.get('strict-transport-security'), path).toBe('max-age=31536000');
      expect(headers.get('content-security-policy'), path).toMatch(/frame-ancestors/);
    }
  });

  it('one policy a page; icons carry no cache directive, assets are kept for good', async () => {
    for (const [, address] of pages)
      expect((await get(address().split('#')[0]!)).get('content-security-policy')).not.toContain(',');
    expect((await get('/icons/icon-32.png')).get('cache-control')).toBeNull();
    const html = await (await fetch(`${server.url}/bureau`)).text();
    const asset = /src="\.(\/assets\/[^"]+)"/.exec(html)![1]!;
    expect((await get(asset)).get('cache-control')).toBe('public, max-age=31536000, immutable');
  });
});
