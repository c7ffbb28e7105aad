import type { Page, Route } from 'playwright-core';
import { asProblem } from '../../../addin/api/problem.ts';
import { packRows } from '../../../shared/wire/parts/packedRows.ts';
import type { FakeServer } from '../../addin/flows/support/fakeServer.ts';

/** Answers a page's requests to the API from a server in memory, so that a test says what is answered, and when. */
export class ScriptedApi {
  server: FakeServer;
  #held: { gate: Promise<void>; letGo: () => void; after: number } | null = null;

  constructor(server: FakeServer) {
    this.server = server;
  }

  async answer(page: Page): Promise<void> {
    await page.route('**/v1/**', (route) => this.#answer(route));
  }

  /** Pushes wait for their answer from now on, but for the first `after`. Returns what lets them go. */
  hold(after = 0): () => void {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#held = { gate: promise, letGo: resolve, after };
    return () => {
      this.#held = null;
      resolve();
    };
  }

  async #answer(route: Route): Promise<void> {
    const request = route.request();
    const url = new URL(request.url());
    try {
      const body = await this.#ask(url, request.postData());
      await route.fulfill({ json: body });
    } catch (thrown) {
      const { offline, status, code, message, messages } = asProblem(thrown);
      if (offline) await route.abort('internetdisconnected');
      else if (status === 0) throw thrown;
      else {
        const problem = { status, code, detail: message, ...(messages && { messages }) };
        await route.fulfill({ status, contentType: 'application/problem+json', json: problem });
      }
    }
  }

  async #ask(url: URL, body: string | null): Promise<unknown> {
    if (url.pathname === '/v1/me') return this.server.me();
    if (url.pathname === '/v1/sheet') {
      const cursor = url.searchParams.get('cursor');
      const { rows, ...sheet } = await this.server.sheet(cursor === null ? {} : { cursor });
      return { ...sheet, ...packRows(rows) };
    }
    if (this.#held) {
      if (this.#held.after > 0) this.#held.after -= 1;
      else await this.#held.gate;
    }
    const answer = await this.server.push(Number(url.searchParams.get('year')), body ?? '');
    return { ...answer, changes: packRows(answer.changes) };
  }
}
