import axe from 'axe-core';
import type { Page } from 'playwright-core';

/**
 * What axe-core finds on the page as it is shown now: each rule with the elements that break it. It is brought in past
 * the page's content security policy, as the debugger may.
 */
export async function axeFindings(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const { axe: own } = globalThis as unknown as { axe: typeof axe };
    const { violations } = await own.run(document, { resultTypes: ['violations'] });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  });
}
