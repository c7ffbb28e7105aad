import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { inColours } from '../support/browser/colours.ts';
import { closePages, openContext, sharedChromium, takePicture } from '../support/browser/chromium.ts';
import { accessFaults, cutOff, type Seen, widths } from '../support/browser/paneLooks.ts';
import { PaneStage } from '../support/browser/paneStage.ts';
import { paneStates } from '../support/browser/paneStates.ts';
import { shareOf, thorough } from '../support/thorough.ts';

const hosts = [
  { host: 'browser', where: 'beside the browser workbook', wide: widths },
  { host: 'excel', where: 'in Excel, as its stand-in has it', wide: [widths[0]] },
] as const;

/** How a state is looked at: how wide the pane is, in which colours, and what may be another than at the first look. */
interface Look {
  width: number;
  colorScheme: 'light' | 'dark';
  seen: Seen;
}

/** The first look finds what is wrong in any; of the others each state has one every day, in one of the hosts. */
function looksAt(wide: readonly number[], place: number, isOwn: boolean): Look[] {
  const [first = 0, ...more] = wide;
  const narrow = more.map((width): Look => ({ width, colorScheme: 'light', seen: 'in another width' }));
  const dark = wide.map((width): Look => ({ width, colorScheme: 'dark', seen: 'in other colours' }));
  const further = thorough || isOwn ? shareOf([...narrow, ...dark], place) : [];
  return [{ width: first, colorScheme: 'light', seen: 'never' }, ...further];
}

describe.each(hosts)('T1: each state of the pane $where', ({ host, wide }) => {
  let browser: Browser;
  let stage: PaneStage;
  let outside: string[];

  beforeAll(async () => {
    browser = await sharedChromium();
    const opened = await openContext(browser, inject('testPages'), { width: 1280, height: 1300 });
    outside = opened.outside;
    stage = await PaneStage.open(opened.context, inject('testPages'), host);
  });

  afterAll(async () => {
    if (browser) await closePages(browser, inject('testPages'));
  });

  // Both hosts show the same pane: every day each state is looked at in one, a quarter of them in both.
  const states = paneStates.map((state, place) => ({ ...state, place }));
  const asked = states.filter(({ place }) => thorough || host === 'browser' || place % 4 === 3);
  test.each(asked)('T3, T4: $name', async (state) => {
    const { name, place, shows, lists, reach, complains } = state;
    await stage.leave();
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
      for (const { width, colorScheme, seen } of looksAt(
        wide,
        place,
        (place % 4 === 3) === (host === 'excel'),
      )) {
        await stage.wide(width);
        await inColours(stage.page, colorScheme);
        await takePicture(stage.page.locator('#pane'), `pane-${host}-${name}-${width}-${colorScheme}`);
        const found = [...(await accessFaults(stage.page, seen)), ...(await cutOff(stage.page))];
        faults.push(...found.map((fault) => `${width} px, ${colorScheme}: ${fault}`));
      }
    } finally {
      await end?.();
    }
    expect(faults).toEqual([]);
    expect(stage.errors.splice(0).filter((said) => !complains?.test(said))).toEqual([]);
    expect(outside).toEqual([]);
  });
});
