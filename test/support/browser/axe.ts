import axe from 'axe-core';
import type { Page } from 'playwright-core';

/** What may differ where nothing but this is another than when a page was last looked at. */
const ofOther = {
  colours: ['color-contrast', 'link-in-text-block'],
  width: ['color-contrast', 'scrollable-region-focusable'],
};

/**
 * What axe-core finds on the page as it is shown now: each rule with the elements that break it. It is brought in past
 * the page's content security policy, as the debugger may. `coloursOnly`, `widthOnly`: the page has been looked at in other colours, or in
 * another width. `within`: of these elements alone.
 */
export async function axeFindings(
  page: Page,
  { coloursOnly = false, widthOnly = false, within = 'html' } = {},
): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source);
  return ofRest(() => look(page, coloursOnly ? ofOther.colours : widthOnly ? ofOther.width : null, within));
}

/**
 * What is wrong with a page at rest: a fault that was seen in the midst of a change is gone when the page is looked at
 * again, and one that stays is the same.
 */
export async function ofRest(looked: () => Promise<string[]>): Promise<string[]> {
  let found = await looked();
  while (found.length > 0) {
    const again = await looked();
    if (again.join('\n') === found.join('\n')) break;
    found = again;
  }
  return found;
}

function look(page: Page, only: string[] | null, within: string): Promise<string[]> {
  return page.evaluate(
    async ([rules, part]) => {
      const { axe: own } = globalThis as unknown as { axe: typeof axe };
      const { violations } = await own.run(part === 'html' ? document : part, {
        resultTypes: ['violations'],
        ...(rules && { runOnly: rules }),
      });
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
    },
    [only, within] as const,
  );
}
