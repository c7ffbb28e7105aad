import { createStore, get, set, type UseStore } from 'idb-keyval';

export type SaveState = 'saving' | 'saved' | 'failed';

/** Whether what is on screen is also kept on this computer. */
export interface SaveStatus {
  /** Tells the state now and whenever it changes. Returns the unsubscribe. */
  subscribe(listener: (state: SaveState) => void): () => void;
}

/** What is kept: anything that can be cloned, and a way to hear of changes. */
export interface Kept {
  snapshot(): unknown;
  onDirty(listener: () => void): () => void;
}

const saveWithin = 250;
const retryAfter = 3000;

/**
 * One workbook in IndexedDB, under a name of its own (one per unit and list). Open in one tab at a time:
 * two tabs that save over each other would lose a clerk's rows.
 */
export class StoredWorkbook {
  readonly #name: string;
  readonly #leftAs: string;
  readonly #store: UseStore;

  constructor(name: string) {
    this.#name = name;
    this.#leftAs = `taizhang-unsaved:${name}`;
    this.#store = createStore('taizhang', 'workbooks');
  }

  /**
   * Resolves once no other tab has this workbook open, and holds it until the tab closes.
   * `waiting` is called when another tab has it. Without the Web Locks API (plain http) it resolves at once.
   */
  claim(waiting: () => void): Promise<void> {
    const locks = (navigator as Partial<Navigator>).locks;
    if (!locks) return Promise.resolve();
    const name = `taizhang-workbook:${this.#name}`;
    return new Promise((resolve) => {
      const hold = (): Promise<never> => {
        resolve();
        return new Promise<never>(() => {});
      };
      void locks.request(name, { ifAvailable: true }, (lock) => {
        if (lock) return hold();
        waiting();
        void locks.request(name, hold);
        return undefined;
      });
    });
  }

  /** The workbook as it was last seen, or undefined. */
  async load(): Promise<unknown> {
    const left = this.#takeLeft();
    if (left === undefined) return get(this.#name, this.#store);
    await set(this.#name, left, this.#store);
    this.#forgetLeft();
    return left;
  }

  /**
   * A page that goes away does not live to see IndexedDB finish: what is not yet saved is left in local
   * storage, which writes at once, and taken over by the next page.
   */
  #leave(snapshot: unknown): void {
    try {
      localStorage.setItem(this.#leftAs, JSON.stringify(snapshot));
    } catch {
      // Full or forbidden: then the attempt at IndexedDB is all there is.
    }
  }

  #takeLeft(): unknown {
    try {
      const left = localStorage.getItem(this.#leftAs);
      return left === null ? undefined : (JSON.parse(left) as unknown);
    } catch {
      return undefined;
    }
  }

  #forgetLeft(): void {
    try {
      localStorage.removeItem(this.#leftAs);
    } catch {
      // Forbidden: then nothing was left there either.
    }
  }

  /** Saves soon after each change, at once when the page goes away, and again later when saving failed. */
  keep(workbook: Kept): SaveStatus {
    const listeners = new Set<(state: SaveState) => void>();
    let state: SaveState = 'saved';
    let dirty = false;
    let running = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const show = (next: SaveState): void => {
      if (next === state) return;
      state = next;
      for (const listener of listeners) listener(state);
    };
    const plan = (after: number): void => {
      timer ??= setTimeout(() => void save(), after);
    };
    const save = async (): Promise<void> => {
      clearTimeout(timer);
      timer = undefined;
      if (!dirty || running) return;
      dirty = false;
      running = true;
      try {
        await set(this.#name, workbook.snapshot(), this.#store);
        if (!dirty) {
          this.#forgetLeft();
          show('saved');
        }
      } catch {
        dirty = true;
        show('failed');
      }
      running = false;
      if (dirty) plan(state === 'failed' ? retryAfter : saveWithin);
    };
    workbook.onDirty(() => {
      dirty = true;
      if (state !== 'failed') show('saving');
      plan(saveWithin);
    });
    addEventListener('pagehide', () => {
      if (dirty || running) this.#leave(workbook.snapshot());
      void save();
    });
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'hidden') void save();
    });
    return {
      subscribe(listener) {
        listeners.add(listener);
        listener(state);
        return () => listeners.delete(listener);
      },
    };
  }
}
