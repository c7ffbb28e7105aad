import './page.css';
import { mountPane } from '../pane/mount.tsx';
import { officeReady, openExcel } from '../workbook/excel.ts';

/** The task pane in Excel; opened anywhere else the page says so. */
function element(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`the page has no #${id}`);
  return found;
}

const { excel, partition } = await officeReady();
if (excel) mountPane(element('pane'), openExcel(), { host: 'excel', partition });
else {
  element('outside').hidden = false;
  element('Office' in globalThis ? 'not-excel' : 'no-office').hidden = false;
}
