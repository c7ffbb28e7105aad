import axe from 'axe-core';
import type { BrowserContext, Page } from 'playwright-core';

/** Brings axe-core into every page of a context, past its content security policy, as the debugger may. */
export async function bringAxe(context: BrowserContext): Promise<void> {
  await context.addInitScript({ content: axe.source });
}

/** What axe-core finds on the page as it is shown now: each rule with the elements that break it. */
export async function axeFindings(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const { axe: own } = globalThis as unknown as { axe: typeof axe };
    const { violations } = await own.run(document, { resultTypes: ['violations'] });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  });
}
