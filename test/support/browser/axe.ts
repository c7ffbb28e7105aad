import axe from 'axe-core';
import type { Page } from 'playwright-core';

/** What may differ where nothing but the colours is another than when a page was last looked at. */
const ofColours = ['color-contrast', 'link-in-text-block'];

/**
 * What axe-core finds on the page as it is shown now: each rule with the elements that break it. It is brought in past
 * the page's content security policy, as the debugger may. `coloursOnly`: the page has been looked at in other colours. `within`: of
 * these elements alone.
 */
export async function axeFindings(
  page: Page,
  { coloursOnly = false, within = 'html' } = {},
): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source);
  return page.evaluate(
    async ([rules, part]) => {
      const { axe: own } = globalThis as unknown as { axe: typeof axe };
      const { violations } = await own.run(part === 'html' ? document : part, {
        resultTypes: ['violations'],
        ...(rules && { runOnly: rules }),
      });
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
    },
    [coloursOnly ? ofColours : null, within] as const,
  );
}
