import '../../../../addin/pages/workbook/page.css';
import './pane.css';
import { columnsOf } from '../../../../addin/flows/columns.ts';
import { mountPane } from '../../../../addin/pane/mount.tsx';
import { LedgerBusy, type ScannedRow, type WorkbookPort } from '../../../../addin/workbook/port.ts';
import { columns } from '../../../addin/flows/support/rows.ts';
import { openExcelUser } from '../../workbook/excelUser.ts';
import type { OpenedPort, SheetUser } from '../../workbook/portContract.ts';
import { openUser } from '../../workbook/univerUser.ts';

/** A new workbook with its pane, and who sits before it. */
export interface Desk {
  user: SheetUser;
  rows(): Promise<ScannedRow[]>;
  /** From now on nobody gets an answer from the sheet; `false` lets it go on. */
  hold(on: boolean): void;
  /** The sheet refuses every call, as Excel does while a cell is being edited. */
  editing(on: boolean): void;
}

declare global {
  interface Window {
    /** Puts a new workbook on the page. A key connects its pane at once; whatever answers for `/v1` is its server. */
    openDesk?: (host: 'browser' | 'excel', key: string | null) => Promise<void>;
    /** Ends the pane that is there, so that it asks for nothing more. */
    leaveDesk?: () => void;
    desk?: Desk;
  }
}

let leave = () => {};
let spreadsheet: Promise<OpenedPort> | null = null;

window.leaveDesk = () => {
  leave();
  leave = () => {};
};

window.openDesk = async (host, key) => {
  leave();
  localStorage.clear();
  document.getElementById('pane')?.remove();
  document.body.dataset['host'] = host;
  const opened = host === 'excel' ? openExcelUser() : await emptied();
  // Excel's own sheet is no part of the page: the pane is all of it.
  const pane = document.createElement(host === 'excel' ? 'main' : 'aside');
  pane.id = 'pane';
  // The spreadsheet adds elements of its own to the page, after its place.
  const sheet = document.getElementById('sheet');
  if (sheet) sheet.after(pane);
  else document.body.append(pane);
  const { port, ...gates } = gated(opened);
  window.desk = { user: opened.user, rows: async () => (await opened.port.scan()) ?? [], ...gates };
  location.hash = key === null ? '' : `key=${key}`;
  leave = mountPane(pane, port, { host }).end;
};

/** The one spreadsheet of the page, with a ledger without rows: opening another takes longer than all the rest. */
async function emptied(): Promise<OpenedPort> {
  if (!spreadsheet) {
    const sheet = document.createElement('main');
    sheet.id = 'sheet';
    document.body.append(sheet);
    spreadsheet = openUser();
  }
  const opened = await spreadsheet;
  await opened.port.layOut({ columns: columnsOf(columns), rows: [] });
  await opened.port.writeState({});
  return opened;
}

function gated({ port }: OpenedPort): { port: WorkbookPort } & Pick<Desk, 'hold' | 'editing'> {
  let letGo = () => {};
  let held: Promise<void> | null = null;
  let isEdited = false;
  return {
    port: {
      async scan(positions) {
        await held;
        if (isEdited) throw new LedgerBusy();
        return port.scan(positions);
      },
      layOut: (layout) => port.layOut(layout),
      readSheets: () => port.readSheets(),
      bind: (binding) => port.bind(binding),
      pins: port.pins,
      selectCell: (name, row, column) => port.selectCell(name, row, column),
      apply: (change, seen) => port.apply(change, seen),
      readState: () => port.readState(),
      writeState: (state) => port.writeState(state),
      select: (row, column) => port.select(row, column),
      onChanged: (listener) => port.onChanged(listener),
    },
    hold(on) {
      letGo();
      held = on ? new Promise((done) => (letGo = done)) : null;
    },
    editing(on) {
      isEdited = on;
    },
  };
}
