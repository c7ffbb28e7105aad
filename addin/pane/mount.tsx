import { render } from 'preact';
import { httpApi } from '../api/http.ts';
import { browserKeyStore } from '../api/keyStore.ts';
import { createSession } from '../flows/session.ts';
import type { WorkbookPort } from '../workbook/port.ts';
import { App } from './app.tsx';
import { followTheme } from './fluent.ts';
import { takeKeyFromAddress } from './keyInAddress.ts';
import './pane.css';
import './rows.css';

export interface PaneOptions {
  host: 'browser' | 'excel';
  /** Office's partition of the browser's storage, so that keys of one host do not meet those of another. */
  partition?: string;
  saveState?: { subscribe(listener: (state: 'saving' | 'saved' | 'failed') => void): () => void };
}

/**
 * Puts the task pane into `element`, working on the workbook behind `port`, with the API of the page's own origin.
 * Returns the end of it.
 */
export function mountPane(element: HTMLElement, port: WorkbookPort, options: PaneOptions): () => void {
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
  const unfollow = followTheme(element);
  render(<App session={session} options={options} />, element);
  void session.start(takeKeyFromAddress());
  return () => {
    session.close();
    unfollow();
    render(null, element);
  };
}
