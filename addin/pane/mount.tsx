import { render } from 'preact';
import { httpApi } from '../api/http.ts';
import { browserKeyStore } from '../api/keyStore.ts';
import { createSession } from '../flows/session.ts';
import type { WorkbookPort } from '../workbook/port.ts';
import { createActs, type Acts, type ShowProgress } from './acts.ts';
import { App } from './app.tsx';
import { followTheme } from '../controls/theme.ts';
import { takeKeyFromAddress } from './keyInAddress.ts';
import './pane.css';
import './rows.css';

export interface PaneOptions {
  host: 'browser' | 'excel';
  /** Office's partition of the browser's storage, so that keys of one host do not meet those of another. */
  partition?: string;
  /** Opens the unit's progress page beside the workbook. */
  showProgress?: ShowProgress;
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
  });
  const acts = createActs(session, options.showProgress ?? null);
  const unfollow = followTheme(element);
  render(<App session={session} acts={acts} options={options} />, element);
  void session.start(takeKeyFromAddress());
  return {
    acts,
    end() {
      session.close();
      unfollow();
      render(null, element);
    },
  };
}
