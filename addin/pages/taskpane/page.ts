import './page.css';
import { mountPane } from '../../pane/mount.tsx';
import { answerRibbon, officeReady, openExcel, showProgress } from '../../workbook/excel.ts';

/** The task pane in Excel; opened anywhere else the page says so. */
function element(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`the page has no #${id}`);
  return found;
}

const { excel, partition } = await officeReady();
if (excel) {
  const { acts } = mountPane(element('pane'), openExcel(), { host: 'excel', partition, showProgress });
  answerRibbon((act) => acts.run(act));
} else {
  element('outside').hidden = false;
  element('Office' in globalThis ? 'not-excel' : 'no-office').hidden = false;
}
