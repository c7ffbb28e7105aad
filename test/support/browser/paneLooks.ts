import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';
import { ofRest } from './axe.ts';

/** The narrowest pane that Office gives, and the one of the workbook page; in CSS pixels. */
export const widths = [320, 380] as const;

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** Whether and how the pane was looked at before, in the same state. */
export type Seen = 'never' | 'in another width' | 'in other colours';

/** The rules that may find something new. The pane says and shows the same in every width and colour. */
const rulesFor: Record<Seen, RunOptions['runOnly']> = {
  never: {
    type: 'tag',
    values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  },
  'in another width': ['target-size', 'scrollable-region-focusable', 'color-contrast'],
  'in other colours': ['color-contrast', 'link-in-text-block'],
};

/** What axe finds wrong with the pane for somebody who cannot see it, or sees little: rule, and the elements. */
export async function accessFaults(page: Page, seen: Seen = 'never'): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe);
  return ofRest(() => look(page, seen));
}

async function look(page: Page, seen: Seen): Promise<string[]> {
  const { violations } = await page.evaluate(
    (options) =>
      (
        window as unknown as { axe: { run(context: unknown, options: RunOptions): Promise<AxeResults> } }
      ).axe.run({ exclude: [['#sheet']] }, options),
    { runOnly: rulesFor[seen], resultTypes: ['violations'] } as RunOptions,
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 200)} ${failureSummary}`),
  );
}

/** What does not fit into the pane: it scrolls sideways, sticks out, or its words are cut. */
export function cutOff(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const pane = document.querySelector('#pane')!;
    const edge = pane.getBoundingClientRect();
    const found: string[] = [];
    if (pane.scrollWidth > pane.clientWidth) found.push(`the pane scrolls sideways: ${pane.scrollWidth}`);
    // Sentences of a task are two lines by design, and whole in the sheet.
    const meant = '.tz-clip, .tz-unseen';
    const look = (root: ParentNode) => {
      for (const element of root.querySelectorAll<HTMLElement>('*')) {
        if (element.shadowRoot) look(element.shadowRoot);
        if (element.matches(meant)) continue;
        const { left, right, width } = element.getBoundingClientRect();
        const name = `${element.localName}.${element.className} “${element.textContent?.trim().slice(0, 40)}”`;
        // Nothing may stick out of the card that it stands in either.
        const frame = element.parentElement?.closest('.tz-card, .tz-finding, .tz-message, .tz-section');
        const within = frame?.getBoundingClientRect() ?? edge;
        if (width > 0 && (right > within.right + 0.5 || left < within.left - 8.5))
          found.push(`sticks out: ${name}`);
        const words = [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim());
        if (
          words &&
          getComputedStyle(element).overflowX !== 'visible' &&
          element.scrollWidth > element.clientWidth
        )
          found.push(`is cut: ${name}`);
      }
    };
    look(pane);
    return found;
  });
}

/**
 * Goes through the pane by Tab from its first stop. Returns the names of the stops in the order met, and what is wrong:
 * a stop without a visible focus, or one that comes before its place in reading order.
 */
export async function tabThrough(page: Page): Promise<{ stops: string[]; faults: string[] }> {
  const stops: string[] = [];
  const faults: string[] = [];
  await page.locator('.tz-pane h1').focus();
  for (let turn = 0; turn < 200; turn += 1) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(() => {
      const element = document.activeElement;
      if (!element?.closest('.tz-pane')) return null;
      const last = Number(document.body.dataset['last'] ?? -1);
      const at = [...document.querySelectorAll('.tz-pane *')].indexOf(element);
      document.body.dataset['last'] = String(at);
      const inner = element.shadowRoot?.activeElement ?? element;
      const looks = [element, inner, inner.parentElement ?? inner].flatMap((each) =>
        [null, '::after'].map((part) => getComputedStyle(each, part)),
      );
      const seen = looks.some(
        ({ outlineStyle, outlineWidth, boxShadow, borderColor }) =>
          (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 1) ||
          boxShadow.includes('0px 0px 0px 2px') ||
          borderColor.length === 0,
      );
      const label = inner.getAttribute('aria-label') ?? element.getAttribute('aria-label');
      const name = label ?? element.textContent?.trim().replace(/\s+/g, ' ').slice(0, 60) ?? '';
      return {
        name,
        seen,
        forward: at > last,
        field: inner.localName === 'input' || inner.localName === 'textarea',
      };
    });
    if (stop === null) break;
    stops.push(stop.name);
    if (!stop.forward) faults.push(`out of order: ${stop.name}`);
    if (!stop.seen && !stop.field) faults.push(`no visible focus: ${stop.name}`);
  }
  await page.evaluate(() => delete document.body.dataset['last']);
  return { stops, faults };
}
