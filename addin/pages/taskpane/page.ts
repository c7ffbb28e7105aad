import '../../pane/oldBrowsers.ts';
import { mountPane } from '../../pane/mount.tsx';
import { answerRibbon, officeReady, openExcel, openProbes, showProgress } from '../../workbook/excel.ts';
import type { Acts } from '../../pane/acts.ts';

/** The task pane in Excel; opened anywhere else the page says so. Until then stands what its HTML says. */
function element(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`the page has no #${id}`);
  return found;
}

async function start(): Promise<Acts | null> {
  const { excel, partition } = await officeReady();
  element('starting').remove();
  if (excel) {
    const options = { host: 'excel', partition, showProgress, openProbes } as const;
    return mountPane(element('pane'), openExcel(), options).acts;
  }
  element('outside').hidden = false;
  element('Office' in globalThis ? 'not-excel' : 'no-office').hidden = false;
  return null;
}

// A press of the ribbon that started this page waits for the pane.
const started = Promise.resolve().then(start);
answerRibbon(async (act) => (await started)?.run(act));
