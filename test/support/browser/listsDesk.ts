import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { LocalServer } from '../../../worker/local/serve.ts';
import { publishedText } from '../import/published.ts';
import { smallDocument } from '../import/smallList.ts';
import { axeFindings } from './axe.ts';
import { collectErrors, openContext, takePicture } from './chromium.ts';
import { openStand, type Stand } from './stand.ts';

/** The published list with mistakes mended: a unit renamed, a sentence rewritten, a number changed. */
export const corrected = publishedText
  .replaceAll('薛家镇', '薛家新镇')
  .replace('每月调度化工医药企业隐患举报奖励制度执行落实情况', '每季度通报企业内部隐患举报奖励的落实')
  .replace('12 月底前，組織對 20 家化工醫藥企業', '12 月底前，組織對 22 家化工醫藥企業');

/** Small lists of a year that no other test uses. */
export const small = (year: number, ...items: string[]) => smallDocument([{ name: '装卸管理', items }], year);

/** The lists’ page before a server of its own, and what is done on it. */
export class ListsDesk {
  readonly page: Page;
  readonly errors: string[];
  readonly outside: string[];
  readonly #stand: Stand;

  private constructor(stand: Stand, page: Page, outside: string[]) {
    this.#stand = stand;
    this.page = page;
    this.errors = collectErrors(page);
    this.outside = outside;
  }

  /** `bare`: before a server without roster and list. */
  static async open({ bare = false } = {}): Promise<ListsDesk> {
    const stand = await openStand({ bare });
    const { context, outside } = await openContext(stand.browser, stand.server.url);
    const page = await context.newPage();
    return new ListsDesk(stand, page, outside);
  }

  close(): Promise<void> {
    return this.#stand.close();
  }

  get server(): LocalServer {
    return this.#stand.server;
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  tab(name: string): Locator {
    return this.page.getByRole('tab', { name: new RegExp(`^${name}`, 'u') });
  }

  get bar(): Locator {
    return this.page.locator('.publish-bar');
  }

  get alerts(): Locator {
    return this.page.getByRole('alert');
  }

  /** Opens the page anew; a key given before in this tab is replaced. */
  async enter(key: string): Promise<void> {
    await this.page.goto(`${this.server.url}/`);
    await this.page.evaluate(() => localStorage.clear());
    await this.page.goto(`${this.server.url}/lists#key=${key}`);
    await this.button('选择文件').waitFor();
  }

  choose(name: string, content: string | Uint8Array): Promise<void> {
    return this.page
      .locator('input[type=file]')
      .setInputFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(content) });
  }

  /** Chooses a file and waits for its list, compared. */
  async read(name: string, content: string | Uint8Array): Promise<void> {
    await this.choose(name, content);
    await this.page.locator('.arrangement').first().waitFor();
    await this.page.locator('.publish-line[aria-busy=false]').waitFor();
  }

  /** Back to the way in, from a list that is looked at. */
  async another(): Promise<void> {
    await this.button('换一份清单').click();
    await this.button('选择文件').waitFor();
  }

  /** What the API answers an administrator. */
  async ask<T>(method: string, path: string, body?: string, type = 'application/json'): Promise<T> {
    const response = await fetch(`${this.server.url}/v1${path}`, {
      method,
      headers: { authorization: `Bearer ${this.server.keys.admin}`, 'content-type': type },
      ...(body === undefined ? {} : { body }),
    });
    if (!response.ok) throw new Error(await response.text());
    return (await response.json()) as T;
  }

  /** Nothing sticks out sideways, and axe-core finds nothing; a picture for people. `coloursOnly`: see `axeFindings`. */
  async looksRight(name: string, { coloursOnly = false } = {}): Promise<void> {
    await takePicture(this.page, name);
    // A button changes while it is compared again: what counts is the page at rest.
    await expect.poll(() => axeFindings(this.page, { coloursOnly }), { message: name }).toEqual([]);
    const { wide, window } = await this.page.evaluate(() => ({
      wide: document.documentElement.scrollWidth,
      window: innerWidth,
    }));
    expect(wide, name).toBeLessThanOrEqual(window);
  }

  /** The page has complained of nothing that no test has asked for, and has asked no other host. */
  hasNoComplaint(): void {
    // Refusals are asked for. What axe-core and the pictures add, the policy refuses; the page itself: policy.test.ts.
    const expected = /Content Security Policy|'script-src'|Failed to load resource: .* (404|409|412|422)/u;
    expect(this.errors.filter((error) => !expected.test(error))).toEqual([]);
    expect(this.outside).toEqual([]);
  }
}
