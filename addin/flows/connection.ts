import type { KeyStore } from '../api/keyStore.ts';
import type { Me } from '../../shared/wire/me.ts';
import type { Api, OpenApi } from '../api/port.ts';
import { asProblem, localProblem } from '../api/problem.ts';
import type { Queue } from './queue.ts';
import { retrying } from './retry.ts';
import type { View } from './view.ts';

export interface ConnectionDeps {
  openApi: OpenApi;
  keys: KeyStore;
  /** Runs `act` after `ms`; returns the cancel. */
  later(act: () => void, ms: number): () => void;
  /** Calls back when this computer's network has come or gone: a hint to look whether the server answers. */
  onNetwork?(listener: () => void): () => void;
  /** Whose workbook this is by its address; `null`: the first key's. */
  unit?: string | null;
  view: View;
  queue: Queue;
  /** The server had been out of reach, and answers. */
  onBack(): Promise<void>;
}

/** Whose key opens the server, and whether the server can be reached. Out of reach, it is asked again by itself. */
export interface Connection {
  /** The server, once a key is accepted or waits to be looked at; `null` while not connected. */
  readonly api: Api | null;
  /** The key that was tried last. */
  readonly keyTried: string | null;
  /** The key that this computer keeps for the workbook's unit. */
  keptKey(): string | null;
  /**
   * Connects within a running flow, or throws the problem. False: the server is out of reach; a workbook that has its
   * ledger goes on, and the key is tried with the next request.
   */
  connect(key: string): Promise<boolean>;
  /** Forgets the key. */
  disconnect(): void;
  close(): void;
}

export function createConnection(deps: ConnectionDeps): Connection {
  const { openApi, keys, view, queue } = deps;
  let api: Api | null = null;
  let keyTried: string | null = null;
  let closed = false;
  const retry = retrying(deps.later, () => void lookAgain());
  const unwatch = deps.onNetwork?.(() => {
    if (view.now.phase === 'connected') retry.now();
  });
  queue.onEnded(() => {
    if (view.now.offline && view.now.phase === 'connected' && !closed) retry.wait();
    else retry.end();
  });

  /** The unit whose ledger this is, or is to become. */
  const unitOf = (): string | null => view.now.ledger?.unit.id ?? deps.unit ?? null;

  /** Looks whether the server answers. */
  async function lookAgain(): Promise<void> {
    let back = false;
    await queue.run(null, async () => {
      if (!api) return;
      const me = await api.me();
      back = view.now.offline;
      view.set({ offline: false, ...(back && { problem: null }) });
      admit(me);
    });
    if (back && api) await deps.onBack();
  }

  /** Takes the key's owner for the workbook's, or throws. A key that was typed while offline is first looked at here. */
  function admit(me: Me): void {
    view.set({ me });
    const owner = unitOf();
    if (me.unit && (owner === null || owner === me.unit.id)) return;
    api = null;
    view.set({ phase: 'disconnected' });
    throw me.unit ? localProblem('other-unit', owner ?? '') : localProblem('no-unit');
  }

  return {
    get api() {
      return api;
    },
    get keyTried() {
      return keyTried;
    },
    keptKey: () => keys.read(unitOf()),
    async connect(key) {
      view.set({ phase: 'connecting', problem: null });
      keyTried = key;
      try {
        const opened = openApi(key);
        const me = await opened.me();
        admit(me);
        api = opened;
        keys.write(key, me.unit!.id);
        view.set({ phase: 'connected', offline: false });
        return true;
      } catch (thrown) {
        const problem = asProblem(thrown);
        const { ledger } = view.now;
        if (!problem.offline || !ledger) {
          view.set({ phase: 'disconnected' });
          throw problem;
        }
        api = openApi(key);
        keys.write(key, ledger.unit.id);
        view.set({ phase: 'connected', offline: true });
        return false;
      }
    },
    disconnect() {
      keys.clear(unitOf() ?? view.now.me?.unit?.id ?? null);
      api = null;
      retry.end();
      view.set({ phase: 'disconnected', me: null, problem: null, offline: false });
    },
    close() {
      closed = true;
      unwatch?.();
      retry.end();
    },
  };
}
