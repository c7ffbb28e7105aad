import type { Page } from 'playwright-core';

/**
 * Shows the page in light or dark colours, and waits until it does. Pages take their theme when the browser tells of
 * the change, which it does with the next frame, and not before the debugger has been answered.
 */
export async function inColours(page: Page, colorScheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme });
  await page.evaluate(async () => {
    // The first frame may have begun before the change; the second tells of it before it calls back.
    for (let frame = 0; frame < 2; frame += 1) await new Promise((seen) => requestAnimationFrame(seen));
    const ending = document
      .getAnimations()
      .filter(({ effect }) => Number.isFinite(effect?.getComputedTiming().endTime));
    await Promise.allSettled(ending.map(({ finished }) => finished));
  });
}
