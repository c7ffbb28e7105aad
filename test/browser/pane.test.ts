import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { launchChromium, openContext, takePicture } from '../support/browser/chromium.ts';
import { accessFaults, cutOff, type Seen, widths } from '../support/browser/paneLooks.ts';
import { PaneStage } from '../support/browser/paneStage.ts';
import { paneStates } from '../support/browser/paneStates.ts';

const hosts = [
  { host: 'browser', where: 'beside the browser workbook', wide: widths },
  { host: 'excel', where: 'in Excel, as its stand-in has it', wide: [widths[0]] },
] as const;

/** Of a state that was looked at in another width or colour, what may be another now. */
const whatIsNew = (isFirstWidth: boolean, colorScheme: 'light' | 'dark'): Seen => {
  if (colorScheme === 'dark') return 'in other colours';
  return isFirstWidth ? 'never' : 'in another width';
};

describe.each(hosts)('T1: each state of the pane $where', ({ host, wide }) => {
  let browser: Browser;
  let stage: PaneStage;
  let outside: string[];

  beforeAll(async () => {
    browser = await launchChromium();
    const opened = await openContext(browser, inject('testPages'), { width: 1280, height: 1300 });
    outside = opened.outside;
    stage = await PaneStage.open(opened.context, inject('testPages'), host);
  });

  afterAll(async () => {
    await browser?.close();
  });

  test.each(paneStates)('T3, T4: $name', async ({ name, shows, lists, reach, complains }) => {
    const end = await reach(stage);
    const faults: string[] = [];
    try {
      await stage.pane.getByText(shows).first().waitFor();
      for (const [heading, rows] of Object.entries(lists ?? {})) {
        const said = stage.pane.getByRole('list', { name: heading, exact: true }).getByRole('listitem');
        expect((await said.allInnerTexts()).map((text) => text.replaceAll(/\s+/gu, ' ').trim())).toEqual(
          rows,
        );
      }
      for (const width of wide) {
        await stage.wide(width);
        for (const colorScheme of ['light', 'dark'] as const) {
          await stage.page.emulateMedia({ colorScheme });
          await takePicture(stage.page.locator('#pane'), `pane-${host}-${name}-${width}-${colorScheme}`);
          const found = [
            ...(await accessFaults(stage.page, whatIsNew(width === wide[0], colorScheme))),
            ...(await cutOff(stage.page)),
          ];
          faults.push(...found.map((fault) => `${width} px, ${colorScheme}: ${fault}`));
        }
      }
    } finally {
      await end?.();
    }
    expect(faults).toEqual([]);
    expect(stage.errors.splice(0).filter((said) => !complains?.test(said))).toEqual([]);
    expect(outside).toEqual([]);
  });
});
