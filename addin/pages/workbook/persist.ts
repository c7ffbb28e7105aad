import { del, get, set } from 'idb-keyval';
import { forgetLeft, leave, readLeft } from './left.ts';
import { shelf } from './shelf.ts';

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
  #name: string;
  #discarded = false;
  /** Lets go of the workbook: another tab may have it. */
  #letGo = (): void => {};

  constructor(name: string) {
    this.#name = name;
  }

  get name(): string {
    return this.#name;
  }

  /**
   * Resolves once no other tab has this workbook open, and holds it until the tab closes.
   * `waiting` is called when another tab has it, with the act that asks that tab for it, and `refused` when that tab
   * could not save it and keeps it. Without the Web Locks API (plain http) it resolves at once.
   */
  claim(waiting: (take: () => void) => void, refused: () => void): Promise<void> {
    const locks = (navigator as Partial<Navigator>).locks;
    if (!locks) return Promise.resolve();
    const name = `taizhang-workbook:${this.#name}`;
    return new Promise((resolve) => {
      let asking: BroadcastChannel | null = null;
      const hold = (): Promise<void> => {
        asking?.close();
        resolve();
        return new Promise<void>((letGo) => {
          this.#letGo = letGo;
        });
      };
      void locks.request(name, { ifAvailable: true }, (lock) => {
        if (lock) return hold();
        asking = channel();
        asking.addEventListener('message', ({ data }) => {
          if (data === refusalOf(this.#name)) refused();
        });
        waiting(() => asking?.postMessage(this.#name));
        void locks.request(name, hold);
        return undefined;
      });
    });
  }

  /**
   * Another tab asks for this workbook: it is saved and let go, and `gone` is called. What cannot be saved would be lost:
   * then it is refused.
   */
  onAsked(gone: () => void): void {
    if (typeof BroadcastChannel === 'undefined') return;
    const asked = channel();
    asked.addEventListener('message', ({ data }) => {
      if (data !== this.#name) return;
      void this.#flush().then((isSaved) => {
        if (!isSaved) return asked.postMessage(refusalOf(this.#name));
        asked.close();
        this.#discarded = true;
        this.#letGo();
        gone();
      });
    });
  }

  /**
   * The workbook has turned out to be that of a unit and a list, and takes its name. `false`: there is one of that name
   * already, or another tab has it. What cannot be saved under the new name keeps the old one.
   */
  async become(name: string): Promise<boolean> {
    if (name === this.#name) return true;
    if ((await get(name, shelf)) !== undefined) return false;
    const locks = (navigator as Partial<Navigator>).locks;
    if (locks) {
      const isFree = await new Promise<boolean>((resolve) => {
        void locks.request(`taizhang-workbook:${name}`, { ifAvailable: true }, (lock) => {
          resolve(lock !== null);
          return lock ? new Promise<void>(() => {}) : undefined;
        });
      });
      if (!isFree) return false;
    }
    const before = this.#name;
    this.#name = name;
    if (!(await this.#flush())) {
      this.#name = before;
      return true;
    }
    await del(before, shelf);
    forgetLeft(before);
    this.#letGo();
    return true;
  }

  /** Nothing of this copy is kept. */
  async discard(): Promise<void> {
    this.#discarded = true;
    forgetLeft(this.#name);
    await del(this.#name, shelf);
  }

  /** Saves at once, and tells whether all that is on screen is saved. */
  #flush: () => Promise<boolean> = async () => true;

  /** The workbook as it was last seen, or undefined. */
  async load(): Promise<unknown> {
    const left = readLeft(this.#name);
    if (left === undefined) return get(this.#name, shelf);
    await set(this.#name, left, shelf);
    forgetLeft(this.#name);
    return left;
  }

  /** Saves soon after each change, at once when the page goes away, and again later when saving failed. */
  keep(workbook: Kept): SaveStatus {
    const listeners = new Set<(state: SaveState) => void>();
    let state: SaveState = 'saved';
    let dirty = false;
    let running: Promise<void> | null = null;
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
      if (!dirty || running || this.#discarded) return;
      dirty = false;
      running = write();
      await running;
      running = null;
      if (dirty) plan(state === 'failed' ? retryAfter : saveWithin);
    };
    const write = async (): Promise<void> => {
      try {
        await set(this.#name, workbook.snapshot(), shelf);
        if (!dirty) {
          forgetLeft(this.#name);
          show('saved');
        }
      } catch {
        dirty = true;
        show('failed');
      }
    };
    const saveNow = async (): Promise<boolean> => {
      await running;
      await save();
      return !dirty;
    };
    this.#flush = async () => {
      dirty = true;
      // Something may have been typed meanwhile.
      return (await saveNow()) || (await saveNow());
    };
    workbook.onDirty(() => {
      dirty = true;
      if (state !== 'failed') show('saving');
      plan(saveWithin);
    });
    addEventListener('pagehide', () => {
      if ((dirty || running) && !this.#discarded) leave(this.#name, workbook.snapshot());
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

/** The answer of the tab that has a workbook and cannot save it. */
const refusalOf = (name: string): string => `refused:${name}`;

/** What the tabs of this browser say to each other: the name of the workbook that one would have. */
const channel = (): BroadcastChannel => new BroadcastChannel('taizhang-workbook');
