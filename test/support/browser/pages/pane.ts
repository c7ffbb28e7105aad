import '../../../../addin/workbook/page.css';
import './pane.css';
import { mountPane } from '../../../../addin/pane/mount.tsx';
import type { ScannedRow, WorkbookPort } from '../../../../addin/workbook/port.ts';
import { openExcelUser } from '../../workbook/excelUser.ts';
import type { OpenedPort, SheetUser } from '../../workbook/portContract.ts';
import { openUser } from '../../workbook/univerUser.ts';

/** A new workbook with its pane, and who sits before it. */
export interface Desk {
  user: SheetUser;
  rows(): Promise<ScannedRow[]>;
  /** From now on nobody gets an answer from the sheet; `false` lets it go on. */
  hold(on: boolean): void;
}

declare global {
  interface Window {
    /** Puts a new workbook on the page. A key connects its pane at once; whatever answers for `/v1` is its server. */
    openDesk?: (host: 'browser' | 'excel', key: string | null) => Promise<void>;
    desk?: Desk;
  }
}

let leave = () => {};

window.openDesk = async (host, key) => {
  leave();
  localStorage.clear();
  // Excel's own sheet is no part of the page: the pane is all of it.
  document.body.innerHTML =
    host === 'excel' ? '<main id="pane"></main>' : '<main id="sheet"></main><aside id="pane"></aside>';
  document.body.dataset['host'] = host;
  const opened = host === 'excel' ? openExcelUser() : await openUser();
  const { port, hold } = gated(opened);
  window.desk = { user: opened.user, rows: async () => (await opened.port.scan()) ?? [], hold };
  location.hash = key === null ? '' : `key=${key}`;
  leave = mountPane(document.getElementById('pane')!, port, { host });
};

function gated({ port }: OpenedPort): { port: WorkbookPort; hold: Desk['hold'] } {
  let letGo = () => {};
  let held: Promise<void> | null = null;
  return {
    port: {
      async scan(positions) {
        await held;
        return port.scan(positions);
      },
      layOut: (layout) => port.layOut(layout),
      apply: (change) => port.apply(change),
      readState: () => port.readState(),
      writeState: (state) => port.writeState(state),
      select: (rowKey, column) => port.select(rowKey, column),
      onChanged: (listener) => port.onChanged(listener),
    },
    hold(on) {
      letGo();
      held = on ? new Promise((done) => (letGo = done)) : null;
    },
  };
}
