import { useEffect, useState } from 'preact/hooks';

/** What is selected: obligations one by one, or all that the filter leaves. */
export interface Selection {
  keys: ReadonlySet<string>;
  all: boolean;
  toggle(key: string): void;
  /** Exactly these. */
  set(keys: readonly string[]): void;
  takeAll(): void;
  clear(): void;
}

const none: ReadonlySet<string> = new Set();

/** A selection, which ends where something else is listed. */
export function useSelection(listed: string): Selection {
  const [keys, setKeys] = useState(none);
  const [all, setAll] = useState(false);
  const set = (next: Iterable<string>, whole = false) => {
    setKeys(new Set(next));
    setAll(whole);
  };
  useEffect(() => set([]), [listed]);
  return {
    keys,
    all,
    toggle(key) {
      const next = new Set(keys);
      if (!next.delete(key)) next.add(key);
      set(next);
    },
    set: (next) => set(next),
    takeAll: () => set([], true),
    clear: () => set([]),
  };
}
