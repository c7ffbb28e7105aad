import { render } from 'preact';
import { httpApi } from '../api/http.ts';
import { browserKeyStore } from '../api/keyStore.ts';
import type { Ledger } from '../flows/ledger.ts';
import { createSession, type Session } from '../flows/session.ts';
import type { WorkbookPort } from '../workbook/port.ts';
import { createActs, type Acts, type ShowProgress } from './acts.ts';
import { Bar } from './bar.tsx';
import type { Folding } from './folding.ts';
import type { Elsewhere } from './elsewhere.tsx';
import { App } from './app.tsx';
import { followTheme } from '../controls/theme.ts';
import { keepLooking } from './keepLooking.ts';
import { takeKeyFromAddress } from '../api/keyInAddress.ts';
import type { OpenFile } from './openFile.tsx';
import type { OpenProbes } from './probes.tsx';
import './pane.css';
import './rows.css';

export interface PaneOptions {
  host: 'browser' | 'excel';
  /** Office's partition of the browser's storage, so that keys of one host do not meet those of another. */
  partition?: string;
  /** Whose workbook this is by its address. */
  unit?: string | null;
  /** Tries what this Excel does, for a report (Ctrl+Alt+P). */
  openProbes?: OpenProbes;
  /** Opens the unit's progress page beside the workbook. */
  showProgress?: ShowProgress;
  /** Where views, search and the way to fold the pane stand: above the sheet. */
  bar?: { element: HTMLElement; folding: Folding };
  /** Other workbooks of this browser in which rows wait. */
  elsewhere?: Elsewhere;
  /** Hears whose ledger this is, and of which list, whenever that becomes known. */
  onLedger?: (ledger: Pick<Ledger, 'unit' | 'list'>) => void;
  /** Brings a file of the clerk's own into the workbook. */
  openFile?: OpenFile;
  saveState?: { subscribe(listener: (state: 'saving' | 'saved' | 'failed') => void): () => void };
}

export interface MountedPane {
  /** For buttons outside the pane. */
  acts: Acts;
  end(): void;
}

/**
 * Puts the task pane into `element`, working on the workbook behind `port`, with the API of the page's own origin.
 */
export function mountPane(element: HTMLElement, port: WorkbookPort, options: PaneOptions): MountedPane {
  const session = createSession({
    port,
    openApi: (key) => httpApi(key),
    keys: browserKeyStore(options.partition ?? ''),
    unit: options.unit ?? null,
    onJump: () => options.bar?.folding.makeWay(),
    newId: () => crypto.randomUUID(),
    now: () => new Date(),
    later(act, ms) {
      const timer = setTimeout(act, ms);
      return () => clearTimeout(timer);
    },
    onNetwork(listener) {
      for (const event of ['online', 'offline']) addEventListener(event, listener);
      return () => {
        for (const event of ['online', 'offline']) removeEventListener(event, listener);
      };
    },
    onVisible(listener) {
      const look = () => {
        if (document.visibilityState === 'visible') listener();
      };
      document.addEventListener('visibilitychange', look);
      return () => document.removeEventListener('visibilitychange', look);
    },
  });
  if (options.onLedger) tellLedger(session, options.onLedger);
  const { poll } = port;
  const unlook = poll ? keepLooking(() => void poll.call(port).catch(() => {})) : () => {};
  const acts = createActs(session, options.showProgress ?? null);
  // A sheet that stays light beside a dark pane would be read by nobody.
  const unfollow = followTheme(element, { alwaysLight: options.host === 'browser' });
  const { bar } = options;
  if (bar) {
    followTheme(bar.element, { alwaysLight: true });
    render(<Bar session={session} folding={bar.folding} options={options} />, bar.element);
    session.subscribe(({ phase, ledger }) => bar.folding.allow(phase === 'connected' && ledger !== null));
  }
  render(<App session={session} acts={acts} options={options} />, element);
  void session.start(takeKeyFromAddress());
  return {
    acts,
    end() {
      session.close();
      unlook();
      unfollow();
      render(null, element);
      if (bar) render(null, bar.element);
    },
  };
}

function tellLedger(session: Session, tell: NonNullable<PaneOptions['onLedger']>): void {
  let told = '';
  session.subscribe(({ ledger }) => {
    const name = ledger ? `${ledger.list.year}/${ledger.unit.id}` : '';
    if (ledger && name !== told) tell(ledger);
    told = name;
  });
}
